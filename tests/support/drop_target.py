"""A small program that accepts dropped files, as a file manager does: `python -m ... FOLDER`.

It says one JSON object a line: its place when it is ready, each word of a drag, and what it got. It
copies what is dropped into FOLDER, from the paths of `text/uri-list` alone.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

PLACE = QRect(1400, 100, 300, 300)


def say(**values: Any) -> None:
    """One line for the test."""
    print(json.dumps(values), flush=True)


class DropTarget(QWidget):
    """A window that copies what is dropped on it."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.setAcceptDrops(True)
        # Where a window manager raises the window that one drags from, it would hide this one.
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setGeometry(PLACE)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            say(event="entered")

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()
        say(event="moved")

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls()]
        say(event="dropped", action=event.proposedAction().name, files=self._take(paths))

    def _take(self, paths: list[Path]) -> dict[str, str]:
        """The checksum of every copied file, by its path below the folder."""
        for path in paths:
            target = self._folder / path.name
            shutil.copytree(path, target) if path.is_dir() else shutil.copy(path, target)
        return {
            str(path.relative_to(self._folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(self._folder.rglob("*"))
            if path.is_file()
        }


def main() -> int:
    """Show the window until the process is ended."""
    app = QApplication(sys.argv[:1])
    target = DropTarget(Path(sys.argv[1]))
    target.show()
    centre = PLACE.center()
    say(event="ready", x=centre.x(), y=centre.y())
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
