"""Opening result files: data opens, foreign types ask, programs never run."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtDBus import QDBusConnection
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from openeo_desktop.core.errors import StorageError
from openeo_desktop.core.media_types import FileKind, OpenRisk, file_kind, open_risk
from openeo_desktop.ui.errors.error_details_dialog import CopyableTextDialog
from openeo_desktop.ui.files import open_files
from openeo_desktop.ui.files.file_handling import FileHandling
from openeo_desktop.ui.files.file_texts import kind_name
from openeo_desktop.ui.files.open_files import open_file, show_by_bus, show_in_folder
from openeo_desktop.ui.kit.message_bar import MessageBar


class Opener(QObject):
    """Stands in for the system's programs: Qt hands `file:` URLs to it."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def on_url(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def opener(qapp: object) -> Iterator[Opener]:
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "on_url")
    yield opener
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def _file(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_bytes(b"x")
    return path


def test_the_explorer_is_the_one_of_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows would take one that lies in the current folder."""
    said: list[str] = []
    monkeypatch.setenv("SYSTEMROOT", str(tmp_path / "Windows"))
    monkeypatch.setattr(open_files.sys, "platform", "win32")
    monkeypatch.setattr(open_files.subprocess, "Popen", said.append)
    file = _file(tmp_path, "a, b.tif")
    show_in_folder(file, lambda _path: None)
    assert said == [f'"{tmp_path / "Windows" / "explorer.exe"}" /select,"{file}"']


def test_known_data_opens_at_once(tmp_path: Path, opener: Opener, window: QWidget) -> None:
    path = _file(tmp_path, "a b #1 100 % ä.tif")
    open_file(path, window)
    assert opener.opened == [str(path)]


@pytest.mark.parametrize("name", ["run.sh", "x.EXE", "page.html", "a.tif.desktop", "drawing.svg"])
def test_programs_are_never_opened(
    tmp_path: Path, opener: Opener, window: QWidget, name: str
) -> None:
    with pytest.raises(StorageError, match="can run programs"):
        open_file(_file(tmp_path, name), window)
    assert opener.opened == []


def test_foreign_types_ask_first(tmp_path: Path, opener: Opener, window: QWidget) -> None:
    path = _file(tmp_path, "model.weights")
    open_file(path, window)
    box = window.findChild(QMessageBox)
    assert box.isVisible()
    assert opener.opened == []
    next(button for button in box.buttons() if button.text() == "Open").click()
    assert opener.opened == [str(path)]


def test_no_is_the_answer_to_enter(tmp_path: Path, opener: Opener, window: QWidget) -> None:
    open_file(_file(tmp_path, "noextension"), window)
    window.findChild(QMessageBox).defaultButton().click()
    assert opener.opened == []


def test_a_file_that_is_gone_is_said(tmp_path: Path, opener: Opener, window: QWidget) -> None:
    with pytest.raises(StorageError, match="no longer in its folder"):
        open_file(tmp_path / "gone.tif", window)
    told: list[Path] = []
    with pytest.raises(StorageError, match="no longer in its folder"):
        show_in_folder(tmp_path / "gone" / "a.tif", told.append)


def test_without_its_file_the_folder_is_shown(tmp_path: Path, opener: Opener) -> None:
    told: list[Path] = []
    show_in_folder(tmp_path / "gone.tif", told.append)
    assert opener.opened == [str(tmp_path)]
    assert told == []


class NoPrograms:
    """A desktop without a file manager."""

    @staticmethod
    def openUrl(_url: QUrl) -> bool:
        return False


def test_without_a_file_manager_the_path_is_shown_and_can_be_copied(
    qtbot: QtBot, tmp_path: Path, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_files, "QDesktopServices", NoPrograms)
    FileHandling(window, MessageBar(window)).show_in_folder([tmp_path / "gone.tif"])
    dialog = window.findChild(CopyableTextDialog)
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.text.toPlainText() == str(tmp_path)
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == str(tmp_path)


@pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="needs a D-Bus daemon")
def test_a_bus_without_a_file_manager_is_noticed(qtbot: QtBot, tmp_path: Path) -> None:
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        try:
            assert daemon.stdout is not None
            bus = QDBusConnection.connectToBus(daemon.stdout.readline().strip(), "empty")
            assert bus.isConnected()
            told: list[bool] = []
            show_by_bus(_file(tmp_path, "a.tif"), lambda: told.append(True), bus)
            qtbot.waitUntil(lambda: told == [True])
        finally:
            QDBusConnection.disconnectFromBus("empty")
            daemon.terminate()


@pytest.mark.parametrize(
    ("media_type", "name", "kind", "words"),
    [
        ("image/tiff; application=geotiff", "a", FileKind.GEOTIFF, "GeoTIFF"),
        ("", "a.nc", FileKind.NETCDF, "netCDF"),
        ("application/geo+json", "a.json", FileKind.GEOJSON, "GeoJSON"),
        ("image/png", "a", FileKind.PICTURE, "PNG"),
        ("application/vnd.apache.parquet", "a", FileKind.TABLE, "Parquet"),
        ("text/csv", "a", FileKind.TABLE, "CSV"),
        ("application/octet-stream", "a.TIF", FileKind.GEOTIFF, "GeoTIFF"),
        ("application/odd", "a.odd", FileKind.OTHER, "application/odd"),
    ],
)
def test_kinds_of_files(media_type: str, name: str, kind: FileKind, words: str) -> None:
    assert file_kind(media_type, name) is kind
    assert kind_name(media_type, name) == words


def test_what_the_name_ends_with_decides_the_risk() -> None:
    assert open_risk("a.tif") is OpenRisk.NONE
    assert open_risk("a.tif.exe") is OpenRisk.PROGRAM
    assert open_risk("a") is OpenRisk.UNKNOWN


def test_a_missing_file_is_told_until_it_is_there_again(
    tmp_path: Path, opener: Opener, window: QWidget
) -> None:
    messages = MessageBar(window)
    files = FileHandling(window, messages)
    path = tmp_path / "a.tif"
    files.open([path])
    assert "a.tif" in messages.text()
    files.follow()
    assert "a.tif" in messages.text()
    _file(tmp_path, "a.tif")
    files.follow()
    assert messages.text() == ""
    path.unlink()
    files.open([path])
    messages.show_message("info", "Something else")
    _file(tmp_path, "a.tif")
    files.follow()
    assert messages.text() == "Something else"
    assert opener.opened == []
