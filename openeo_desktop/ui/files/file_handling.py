"""What can be done with files on this computer from a pane: open, show in folder, copy the path.

An expected failure (the file was moved, nothing opens it) is told in the pane's message bar.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.errors import StorageError
from openeo_desktop.ui.errors.error_details_dialog import CopyableTextDialog
from openeo_desktop.ui.files.open_files import open_file, show_in_folder
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard

MAX_OPEN = 8


class FileHandling(QObject):
    """The file actions of one pane."""

    def __init__(self, pane: QWidget, messages: MessageBar) -> None:
        super().__init__(pane)
        self._pane = pane
        self._messages = messages
        self._told: tuple[Path, str] | None = None  # the last file that was not there, and what of

    def open(self, paths: Sequence[Path]) -> None:
        """Open files with the programs of the system; at most a handful at once."""
        for path in paths[:MAX_OPEN]:
            self._try(lambda path=path: open_file(path, self._pane), path)  # type: ignore[misc]

    def show_in_folder(self, paths: Sequence[Path]) -> None:
        """Show the first file; and the folders of the others, each once."""
        for shown in list({path.parent: path for path in paths}.values())[:MAX_OPEN]:
            self._try(lambda path=shown: show_in_folder(path, self._tell_path), shown)  # type: ignore[misc]

    def attempt(self, act: Callable[[], object]) -> None:
        """Do something with files; an expected failure is told in the pane."""
        self._try(act)

    def copy_paths(self, paths: Sequence[Path]) -> None:
        """Paths, one a line."""
        copy_to_clipboard("\n".join(str(path) for path in paths))

    def copy_files(self, paths: Sequence[Path]) -> None:
        """The files themselves, to be pasted in a file manager; as text they are their paths."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        mime.setText("\n".join(str(path) for path in paths))
        QGuiApplication.clipboard().setMimeData(mime)

    def follow(self) -> None:
        """Files have changed: take back what was told of one that is there again."""
        if self._told is None:
            return
        path, text = self._told
        if self._messages.text() != text:
            self._told = None  # closed, or something else is told
        elif path.exists():
            self._told = None
            self._messages.clear()

    def _tell_path(self, path: Path) -> None:
        """Without a file manager the path is what helps."""
        title = self.tr("No file manager was found")
        sentence = self.tr("The file is here:") if path.is_file() else self.tr("The folder is:")
        dialog = CopyableTextDialog(title, sentence, str(path), self._pane)
        dialog.setObjectName("path_dialog")
        dialog.copy_button.setText(self.tr("&Copy path"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.resize(520, 200)
        dialog.show()

    def _try(self, act: Callable[[], object], path: Path | None = None) -> None:
        try:
            act()
        except StorageError as error:
            self._messages.show_message("warning", str(error))
            if path is not None and not path.exists():
                self._told = (path, self._messages.text())
        else:
            self.follow()
