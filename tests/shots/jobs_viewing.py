"""Pictures of what the table of jobs is arranged and filtered with, and of the renewal's card."""

from __future__ import annotations

import datetime as dt
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from openeo_desktop.models.job_filters import JobFilters, Span
from openeo_desktop.models.job_layout import JobLayout
from openeo_desktop.ui.jobs.columns_dialog import ColumnsDialog
from openeo_desktop.ui.jobs.job_filter_panel import JobFilterPanel
from openeo_desktop.ui.jobs.jobs_pane import JobsPane
from openeo_desktop.ui.jobs.jobs_texts import JobWords
from openeo_desktop.ui.local_environment.renewal_card import offer_renewal
from openeo_desktop.ui.window.main_window import MainWindow
from tests.shots.shot import Shot
from tests.support.fake_services import FakeSettings, LoopSpawn
from tests.support.jobs_window import services_to_filter
from tests.support.sketch_jobs import sketch_services

_FIRST, _LAST = dt.date(2026, 9, 1), dt.date(2026, 9, 30)
_FILTERS = JobFilters(
    None, Span.DAYS, first_day=_FIRST, last_day=_LAST, process="ndvi", collection="SENTINEL2_L2A"
)
_KEPT: list[QWidget] = []
"""Owners of what is shown alone."""


def _columns() -> QWidget:
    return ColumnsDialog(JobWords(cast("Any", None)).headers(), JobLayout())


def _panel() -> QWidget:
    host = QWidget()
    panel = JobFilterPanel(host)
    panel.show_accounts(sketch_services(0).accounts.items)
    panel.show_filters(_FILTERS, _LAST)
    _KEPT.append(host)
    return panel


def _filtered() -> QWidget:
    spawn = LoopSpawn()
    pane = JobsPane(cast("Any", services_to_filter()), spawn)
    spawn.setParent(pane)
    pane.head.panel.filters_chosen.emit(_FILTERS)
    return pane


def _renewal() -> QWidget:
    spawn = LoopSpawn()
    window = MainWindow(cast("Any", sketch_services(60)), spawn)
    spawn.setParent(window)
    offer_renewal(cast("Any", FakeSettings()), window, lambda: None)
    return window


def _is_listed(widget: QWidget) -> bool:
    return isinstance(widget, JobsPane) and widget.model.listing is not None


SHOTS = (
    Shot("jobs-columns", _columns, (340, 520)),
    Shot("jobs-filters", _panel, (380, 460)),
    Shot("jobs-filtered", _filtered, (1000, 420), _is_listed),
    Shot("renewal-card", _renewal, (1440, 900)),
)
