"""Pictures of the offer to set up «This computer»: first start, settings, «Add account»."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from openeo_desktop.core.errors import UnreachableError
from openeo_desktop.services.local_environment import EnvironmentPhase
from openeo_desktop.services.local_environment_pythons import Python
from openeo_desktop.services.local_environment_set_up import SetUpProgress, SetUpStep
from openeo_desktop.ui.accounts.account_dialog import AccountDialog
from openeo_desktop.ui.local_environment.set_up_panel import SetUpPanel
from openeo_desktop.ui.settings.computer_card import ComputerCard
from openeo_desktop.ui.settings.settings_page import SettingsCard
from openeo_desktop.ui.window.first_start import FirstStart
from openeo_desktop.ui.window.main_window import MainWindow
from tests.shots.shot import Shot
from tests.support.fake_local import FakeLocal
from tests.support.fake_services import FakeServices, LoopSpawn
from tests.support.fake_transfers import with_transfers

_DOWNLOADING = SetUpProgress(SetUpStep.DOWNLOAD, 41, 88, 130_000_000, "pyarrow")
_FAILURE = UnreachableError(
    "The packages for «This computer» cannot be fetched.",
    "Check the network, then try again: what has come already is kept.",
)


def _first_start(local: FakeLocal) -> QWidget:
    services = with_transfers()
    services.local = local
    spawn = LoopSpawn()
    window = MainWindow(cast("Any", services), spawn)
    spawn.setParent(window)
    FirstStart(cast("Any", services), spawn, window)
    return window


def _dialog(local: FakeLocal) -> QWidget:
    spawn = LoopSpawn()
    dialog = AccountDialog(cast("Any", FakeServices(local=local)), spawn, None)
    spawn.setParent(dialog)
    dialog.address_page.address.setCurrentIndex(0)
    return dialog


def _card(phase: EnvironmentPhase) -> QWidget:
    spawn = LoopSpawn()
    page = QWidget()
    page.setProperty("kind", "surface")
    spawn.setParent(page)
    frame = SettingsCard("This computer", page)
    ComputerCard(frame, cast("Any", FakeLocal(phase)), spawn).follow()
    QVBoxLayout(page).addWidget(frame)
    return page


def _missing() -> FakeLocal:
    return FakeLocal(EnvironmentPhase.MISSING)


def _working() -> FakeLocal:
    local = _missing()
    local.environment.progress = _DOWNLOADING
    return local


def _failed() -> FakeLocal:
    local = _missing()
    local.environment.failure = _FAILURE
    return local


def _without_python() -> FakeLocal:
    local = _missing()
    local.environment.pythons = list[Python]()
    return local


def _has_looked(widget: QWidget) -> bool:
    panels = widget.findChildren(SetUpPanel)
    return bool(panels) and not any(panel.python.text().endswith("…") for panel in panels)


_WINDOW, _SMALL = (1440, 900), (520, 400)
SHOTS = (
    Shot("set-up-first-start", lambda: _first_start(_missing()), _WINDOW, _has_looked),
    Shot("set-up-first-start-working", lambda: _first_start(_working()), _WINDOW, _has_looked),
    Shot("set-up-first-start-small", lambda: _first_start(_failed()), (800, 600), _has_looked),
    Shot("set-up-account", lambda: _dialog(_missing()), _SMALL, _has_looked),
    Shot("set-up-account-no-python", lambda: _dialog(_without_python()), _SMALL, _has_looked),
    Shot("set-up-settings", lambda: _card(EnvironmentPhase.READY), (560, 240), _has_looked),
    Shot("set-up-settings-old", lambda: _card(EnvironmentPhase.OUTDATED), (560, 260), _has_looked),
)
