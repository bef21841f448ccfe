"""Process graphs dropped on the window: which drags are welcome, and the sign that they are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from openeo_desktop.ui.editor.json_layout import read_json_text, readable
from openeo_desktop.ui.look import fonts, theme
from openeo_desktop.ui.look.tokens import CARD_RADIUS
from openeo_desktop.ui.loop.background import BackgroundCalls

MAX_DROPPED_TEXT = 16_000_000


class ProcessDrop(QObject):
    """Takes .json files and JSON text dropped anywhere on a window.

    Signals: `dropped(str, str)` with the text and a title made from the file's name;
    `failed(AppError)` if the file cannot be read.
    """

    dropped = Signal(str, str)
    failed = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._overlay = _DropOverlay(window)
        self._calls = BackgroundCalls(self)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def read(self, path: Path) -> None:
        """Read a file off the GUI thread, then tell."""
        self._calls.call(
            lambda: read_json_text(path),
            lambda text: self.dropped.emit(text, path.stem),
            self.failed.emit,
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragLeaveEvent):
            self._overlay.hide()
        elif isinstance(event, QDragEnterEvent):
            if is_welcome(event.mimeData()):
                event.acceptProposedAction()
                self._overlay.cover()
                return True
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._overlay.hide()
            if is_welcome(event.mimeData()):
                event.acceptProposedAction()
                self._take(event.mimeData())
                return True
        return False

    def _take(self, data: QMimeData) -> None:
        path = dropped_path(data)
        if path is not None:
            self.read(path)
        else:
            self.dropped.emit(readable(data.text()), "")


def is_welcome(data: QMimeData) -> bool:
    """One JSON file, or text that looks like a JSON object."""
    if data.hasUrls():
        return dropped_path(data) is not None
    text = data.text() if data.hasText() else ""
    return 1 < len(text) <= MAX_DROPPED_TEXT and text.lstrip()[:1] == "{"


def dropped_path(data: QMimeData) -> Path | None:
    """The JSON file that is dragged, None if it is none, several, or not on this computer."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in (".json", ".geojson") else None


class _DropOverlay(QWidget):
    """Says over the whole window what a drop will do."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self) -> None:
        """Lie over the window."""
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(tokens.window)
        veil.setAlpha(225)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(QColor(tokens.accent), 2, Qt.PenStyle.DashLine))
        box = self.rect().adjusted(24, 24, -24, -24)
        painter.drawRoundedRect(box, CARD_RADIUS, CARD_RADIUS)
        painter.setPen(QColor(tokens.text))
        painter.setFont(fonts.title_font())
        text = self.tr("Drop to make a new job of this process graph")
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
