"""Opens downloaded files and their folders with the programs of the system; never runs a program.

Known data opens at once, foreign types are asked about, programs are refused: a result is data.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QProcess, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from openeo_desktop.core.errors import StorageError
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.media_types import OpenRisk, open_risk

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection


def _tr(text: str) -> str:
    return QCoreApplication.translate("OpenFiles", text)


def open_file(path: Path, parent: QWidget) -> None:
    """Open a file with the program the system has for it; asks first where the type is foreign.

    Raises:
        StorageError: The file is gone, is a program, or nothing opens it.
    """
    _need(path)
    risk = open_risk(path.name)
    if risk is OpenRisk.NONE:
        _hand_over(path)
    elif risk is OpenRisk.PROGRAM:
        raise StorageError(
            _tr("«{name}» can run programs, so it is not opened from here.").format(
                name=visible_text(path.name)
            ),
            _tr("Look at it with «Show in folder» if you trust where it comes from."),
        )
    else:
        _ask(path, parent)


def show_in_folder(path: Path, on_no_manager: Callable[[Path], object]) -> None:
    """Show the file in the system's file manager, selected where the system can do it.

    `on_no_manager` is called with the path, perhaps later, where no file manager does it.

    Raises:
        StorageError: Neither the file nor its folder is there.
    """
    target = path if path.exists() else path.parent
    _need(target)
    if sys.platform == "win32" and target.is_file():
        # Explorer wants its own quoting: /select,"path". The list form would quote the whole.
        # By its whole path: Windows looks into the current folder before its own.
        explorer = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "explorer.exe"
        subprocess.Popen(f'"{explorer}" /select,"{target}"')
    elif sys.platform == "darwin":
        QProcess.startDetached("/usr/bin/open", ["-R", str(target)])
    else:
        show_by_bus(target, lambda: _open_folder(target, on_no_manager))


def show_by_bus(
    target: Path, otherwise: Callable[[], object], bus: QDBusConnection | None = None
) -> None:
    """The file managers of Linux desktops select files through one D-Bus interface.

    `otherwise` is called where there is none of them, or it refuses; perhaps later.
    Source: freedesktop.org File Manager Interface, `ShowItems`.
    """
    try:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher
    except ImportError:
        otherwise()
        return
    bus = bus or QDBusConnection.sessionBus()
    if not bus.isConnected() or target.is_dir():
        otherwise()
        return
    name = "org.freedesktop.FileManager1"
    message = QDBusMessage.createMethodCall(
        name, "/org/freedesktop/FileManager1", name, "ShowItems"
    )
    message.setArguments([[QUrl.fromLocalFile(str(target)).toString()], ""])
    watcher = QDBusPendingCallWatcher(bus.asyncCall(message), QCoreApplication.instance())

    def finish() -> None:
        watcher.deleteLater()
        if watcher.isError():
            otherwise()

    watcher.finished.connect(finish)


def _open_folder(target: Path, on_no_manager: Callable[[Path], object]) -> None:
    folder = target if target.is_dir() else target.parent
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        on_no_manager(target)


def _need(path: Path) -> None:
    if not path.exists():
        raise StorageError(
            _tr("«{name}» is no longer in its folder.").format(name=visible_text(path.name)),
            _tr("It was moved or deleted. Download it again, or look for it in {folder}.").format(
                folder=path.parent
            ),
        )


def _hand_over(path: Path) -> None:
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        raise StorageError(
            _tr("No program on this computer opens «{name}».").format(name=visible_text(path.name)),
            _tr("Show it in its folder and choose a program there."),
        )


def _ask(path: Path, parent: QWidget) -> None:
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(_tr("Open file"))
    box.setText(_tr("Open «{name}»?").format(name=visible_text(path.name)))
    box.setInformativeText(
        _tr(
            "This is not a type of data that openEO Desktop knows. It comes from the back-end; "
            "open it only if you trust it."
        )
    )
    button = box.addButton(_tr("Open"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    url = QUrl.fromLocalFile(str(path))
    box.finished.connect(
        lambda _code: QDesktopServices.openUrl(url) if box.clickedButton() is button else None
    )
    box.open()
