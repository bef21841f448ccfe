"""JSON to be read: coloured, not to be changed, laid out beforehand by whoever has the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from openeo_desktop.ui.editor.json_colours import current_colours
from openeo_desktop.ui.editor.json_highlighter import JsonHighlighter
from openeo_desktop.ui.look import fonts


class JsonView(QPlainTextEdit):
    """Shows JSON text with the keyboard's ways of selecting and copying."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setProperty("frame", "none")
        self.setFont(fonts.fixed_font())
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabStopDistance(4 * QFontMetricsF(fonts.fixed_font()).averageCharWidth())
        self._highlighter = JsonHighlighter(self)
        self._highlighter.set_formats(current_colours().formats())
        # Lines are coloured as they come into view, which they are once the view is laid out.
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._highlighter.colour_visible)

    def show_json(self, text: str) -> None:
        """Show a text from its beginning."""
        self.setPlainText(text)
        self._timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_highlighter"):
            self._highlighter.set_formats(current_colours().formats())
