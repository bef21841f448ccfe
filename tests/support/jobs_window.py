"""The main window over jobs that can be filtered, for tests of the jobs table."""

from __future__ import annotations

import dataclasses
from typing import Any, cast

from pytestqt.qtbot import QtBot

from openeo_desktop.models.job_filters import JobFilters
from openeo_desktop.ui.window.main_window import MainWindow
from tests.support.fake_services import FakeServices, LoopSpawn
from tests.support.sketch_jobs import sketch_services


def services_to_filter() -> FakeServices:
    """Jobs with processes and costs."""
    services = sketch_services(40)
    jobs = services.jobs.jobs
    for number, (key, job) in enumerate(list(jobs.items())):
        uses = "load_collection SENTINEL2_L2A ndvi" if number % 3 else "load_collection LANDSAT"
        jobs[key] = dataclasses.replace(job, uses=uses, costs=float(number))
    return services


def open_window(services: FakeServices, spawn: LoopSpawn, qtbot: QtBot) -> MainWindow:
    window = MainWindow(cast("Any", services), spawn)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    qtbot.waitUntil(lambda: window.jobs_pane.model.listing is not None)
    return window


def shown(window: MainWindow, number: int, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.jobs_pane.shown_count() == number)


def filtered(window: MainWindow, filters: JobFilters) -> None:
    """As the panel tells it."""
    window.jobs_pane.head.panel.filters_chosen.emit(filters)
