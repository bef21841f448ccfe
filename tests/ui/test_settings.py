"""The settings over real services of a profile: what is chosen counts at once and is remembered."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from openeo_desktop.core.log_file import LEVEL, start_log_file, stop_log_file
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.core.settings import Settings
from openeo_desktop.services.autostart import Autostart
from openeo_desktop.services.autostart_files import XdgEntry
from openeo_desktop.services.download_requests import FOLDER, TEMPLATE
from openeo_desktop.services.download_slots import PER_HOST
from openeo_desktop.services.downloads import LIMIT
from openeo_desktop.services.services import Services, make_services
from openeo_desktop.services.sync import PAUSED
from openeo_desktop.ui.look import theme
from openeo_desktop.ui.look.chosen_scheme import SCHEME, chosen_scheme
from openeo_desktop.ui.settings.advanced_page import AdvancedPage
from openeo_desktop.ui.settings.autostart_switch import AutostartSwitch
from openeo_desktop.ui.settings.downloads_page import DownloadsPage
from openeo_desktop.ui.settings.general_page import GeneralPage
from openeo_desktop.ui.settings.network_page import NetworkPage
from openeo_desktop.ui.settings.settings_dialog import ADVANCED, SettingsDialog
from openeo_desktop.ui.settings.settings_page import SettingsCard
from openeo_desktop.ui.window.actions import WindowActions
from tests.support.accessibility import assert_accessible
from tests.support.fake_services import LoopSpawn

T = TypeVar("T", bound=QWidget)


@pytest.fixture
def services(spawn: LoopSpawn, tmp_path: Path) -> Iterator[Services]:
    services = make_services(profile_paths(tmp_path))
    yield services
    spawn.loop.run_until_complete(services.close())


@pytest.fixture
def dialog(services: Services, spawn: LoopSpawn, qtbot: QtBot) -> Iterator[SettingsDialog]:
    owner = QWidget()
    qtbot.addWidget(owner)
    dialog = SettingsDialog(services, spawn, WindowActions(owner), owner)
    dialog.show()
    yield dialog
    dialog.close()


def page(dialog: SettingsDialog, kind: type[T]) -> T:
    for row, found in enumerate(dialog.pages):
        if isinstance(found, kind):
            dialog.list.setCurrentRow(row)
            return found
    raise AssertionError(kind)


def test_every_control_of_every_page_has_a_name(dialog: SettingsDialog, qtbot: QtBot) -> None:
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
        assert dialog.page().isVisible()
        assert_accessible(dialog)


def test_pages_are_walked_by_the_keyboard(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_End)
    assert isinstance(dialog.page(), AdvancedPage)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Home)
    assert isinstance(dialog.page(), GeneralPage)


def test_advanced_is_found_by_its_number(dialog: SettingsDialog) -> None:
    assert isinstance(dialog.pages[ADVANCED], AdvancedPage)


def test_the_page_is_remembered(
    services: Services, spawn: LoopSpawn, dialog: SettingsDialog, qtbot: QtBot
) -> None:
    page(dialog, NetworkPage)
    owner = QWidget()
    qtbot.addWidget(owner)
    again = SettingsDialog(services, spawn, WindowActions(owner), owner)
    assert isinstance(again.page(), NetworkPage)


def test_colours_change_at_once_and_are_kept(
    dialog: SettingsDialog, services: Services, qapp: QApplication
) -> None:
    before = theme.apply_theme(qapp).scheme
    box = page(dialog, GeneralPage).scheme
    try:
        box.setCurrentIndex(box.findData("dark"))
        box.activated.emit(box.currentIndex())
        assert theme.tokens().name == "dark"
        services.settings.save()
        assert chosen_scheme(Settings(services.paths.settings)) == "dark"
    finally:
        theme.apply_theme(qapp, before)


def test_times_are_the_switch_of_the_view_menu(
    services: Services, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    action = QAction("Exact times", owner)
    action.setCheckable(True)
    chosen: list[bool] = []

    def on_triggered(on: bool) -> None:
        chosen.append(on)

    action.triggered.connect(on_triggered)
    general = GeneralPage(services, spawn, owner, action)
    general.times.click()
    assert action.isChecked()
    assert chosen == [True]
    action.trigger()
    assert not general.times.isChecked()
    assert chosen == [True, False]


@pytest.mark.parametrize("kept", ["", "pink", 7, None])
def test_nonsense_follows_the_system(kept: object) -> None:
    settings = Settings()
    settings.set(SCHEME, kept)
    assert chosen_scheme(settings) == "system"


def test_the_switch_shows_what_the_system_would_start(
    tmp_path: Path, services: Services, spawn: LoopSpawn, qtbot: QtBot
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    entry = XdgEntry(tmp_path / "autostart")
    switch = AutostartSwitch(Autostart(entry, ("/app", "-x")), services.lanes.files, spawn, owner)
    switch.add_to(SettingsCard("Window", owner))
    switch.follow(in_tray=True)
    assert not switch.box.isChecked()
    switch.box.click()
    qtbot.waitUntil(lambda: switch.box.isEnabled() and switch.box.isChecked())
    assert entry.command() == ("/app", "-x")
    entry.write(("/older/app",))
    switch.follow(in_tray=True)
    qtbot.waitUntil(lambda: "/older/app" in switch.words())
    entry.remove()
    switch.follow(in_tray=False)
    qtbot.waitUntil(lambda: not switch.box.isChecked())
    assert "minimised" in switch.words()


def test_a_profile_cannot_start_with_the_computer(dialog: SettingsDialog) -> None:
    box = page(dialog, GeneralPage).autostart.box
    assert not box.isEnabled()
    assert "--profile" in box.toolTip()


def test_without_a_tray_its_choices_say_why_not(dialog: SettingsDialog) -> None:
    if QSystemTrayIcon.isSystemTrayAvailable():
        pytest.skip("there is a tray")
    general = page(dialog, GeneralPage)
    for widget in (general.tray, general.on_close):
        assert not widget.isEnabled()
        assert "no tray" in widget.toolTip()


def test_a_folder_counts_when_it_is_typed_whole(
    dialog: SettingsDialog, services: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    downloads = page(dialog, DownloadsPage)
    downloads.folder.clear()
    qtbot.keyClicks(downloads.folder, "relative")
    assert downloads.problem.isVisible()
    downloads.folder.editingFinished.emit()
    assert services.settings.get(FOLDER, "") == ""
    downloads.folder.clear()
    qtbot.keyClicks(downloads.folder, str(tmp_path / "here"))
    assert not downloads.problem.isVisible()
    assert services.settings.get(FOLDER, "") == "", "half a path is no folder for a download"
    downloads.folder.editingFinished.emit()
    assert services.downloads.root == tmp_path / "here"


def test_a_folder_that_was_typed_counts_when_the_dialog_is_closed(
    dialog: SettingsDialog, services: Services, tmp_path: Path, qtbot: QtBot
) -> None:
    downloads = page(dialog, DownloadsPage)
    downloads.folder.clear()
    qtbot.keyClicks(downloads.folder, str(tmp_path / "here"))
    dialog.close()
    assert services.downloads.root == tmp_path / "here"


def test_a_template_that_cannot_be_used_is_told(
    dialog: SettingsDialog, services: Services, qtbot: QtBot
) -> None:
    downloads = page(dialog, DownloadsPage)
    downloads.template.clear()
    qtbot.keyClicks(downloads.template, "{nobody}")
    assert downloads.problem.isVisible()
    assert services.settings.get(TEMPLATE, "") != "{nobody}"
    downloads.template.clear()
    qtbot.keyClicks(downloads.template, "{date}/{id}")
    downloads.template.editingFinished.emit()
    assert services.settings.get(TEMPLATE, "") == "{date}/{id}"
    assert "j-26112211" in downloads.target.text()


def test_speed_is_kept_in_the_units_of_the_queue(
    dialog: SettingsDialog, services: Services
) -> None:
    downloads = page(dialog, DownloadsPage)
    downloads.limit.setValue(1024)
    downloads.per_host.setValue(5)
    assert services.settings.get(LIMIT, 0) == 1000
    assert services.settings.get(PER_HOST, 0) == 5
    services.downloads.set_limits(limit_kib_s=0, per_host=2)
    downloads.follow()
    assert (downloads.limit.value(), downloads.per_host.value()) == (0, 2)


def test_pausing_is_the_same_switch_everywhere(
    dialog: SettingsDialog, services: Services, spawn: LoopSpawn
) -> None:
    network = page(dialog, NetworkPage)

    async def switch() -> None:  # the service starts tasks, as it does on the loop of the app
        network.pause.setChecked(True)
        assert services.sync.paused
        assert services.settings.get(PAUSED, False)
        services.sync.set_paused(False)
        assert not network.pause.isChecked()

    spawn.loop.run_until_complete(switch())


def test_a_proxy_is_named_without_its_password(
    services: Services, spawn: LoopSpawn, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", "http://me:hunter22@proxy.example:3128")
    owner = QWidget()
    qtbot.addWidget(owner)
    network = NetworkPage(services, WindowActions(owner), owner)
    shown = " ".join(label.text() for label in network.findChildren(type(network.trusted)))
    assert "proxy.example:3128" in shown
    assert "hunter22" not in shown


def test_the_log_of_the_app_tells_everything_at_once(
    dialog: SettingsDialog, services: Services, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("OPENEO_DESKTOP_LOG_LEVEL", raising=False)
    ours = logging.getLogger("openeo_desktop")
    handler = start_log_file(tmp_path)
    try:
        box = page(dialog, AdvancedPage).level
        box.setCurrentIndex(box.findData("DEBUG"))
        box.activated.emit(box.currentIndex())
        assert ours.level == logging.DEBUG
        assert services.settings.get(LEVEL, "") == "DEBUG"
        box.setCurrentIndex(box.findData("INFO"))
        box.activated.emit(box.currentIndex())
        assert ours.level == logging.INFO
    finally:
        stop_log_file(handler)
