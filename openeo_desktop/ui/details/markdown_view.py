"""Markdown of a server, shown safely: no HTML, no images, nothing fetched; links do not open."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QResizeEvent, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from openeo_desktop.core.formatting import visible_text

MAX_TEXT = 20_000
MAX_COLUMNS, MAX_BARS = 40, 1200
"""More bars in a line, or in all, are no table that one reads; laying it out takes seconds."""
MAX_NESTED = 400
"""Quotes and lists begun within another on the same line: some thousands hang Qt for minutes."""
_END = QTextCursor.MoveOperation.EndOfBlock
_BLOCK = re.compile(r"[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))")
_IMAGE = re.compile(r"!\[([^\]\n]{0,500})\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])?")
_FEATURES = QTextDocument.MarkdownFeature(
    QTextDocument.MarkdownFeature.MarkdownNoHTML.value
    | QTextDocument.MarkdownFeature.MarkdownDialectGitHub.value
)


class MarkdownView(QTextBrowser):
    """As high as its text. Source of the format: openEO API 1.2, `description` is CommonMark.

    Signals: `link_requested(str)` with the address of a link; nothing opens by itself.
    """

    link_requested = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("frame", "none")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(lambda url: self.link_requested.emit(url.toString()))
        self._source = ""

    def show_markdown(self, text: str) -> None:
        """Show a text; what no one can lay out in time is shown as it is."""
        if text == self._source:
            return
        self._source = text
        shown = visible_text(text.strip())
        if len(shown) > MAX_TEXT:
            shown = shown[:MAX_TEXT] + "…"
        if is_costly(shown):
            self.setPlainText(shown)
        else:
            self.document().setMarkdown(_IMAGE.sub(r"\1", shown), _FEATURES)
            _calm_headings(self.document())
        self._fit()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Nothing is ever loaded: no image, no style, from nowhere."""
        del kind, name
        return None

    def changeEvent(self, event: QEvent) -> None:
        """The colour of links is written into the text when it is read."""
        super().changeEvent(event)
        source = getattr(self, "_source", "")
        if event.type() == QEvent.Type.PaletteChange and source:
            self._source = ""
            self.show_markdown(source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        height = int(self.document().size().height()) + 4
        if height != self.minimumHeight():
            self.setFixedHeight(height)


def _calm_headings(document: QTextDocument) -> None:
    """No heading of a description is larger than the title of the job that it describes."""
    cursor, block = QTextCursor(document), document.begin()
    cursor.beginEditBlock()
    while block.isValid():
        if level := block.blockFormat().headingLevel():
            calm = QTextCharFormat()
            calm.setProperty(QTextFormat.Property.FontSizeAdjustment, 1 if level == 1 else 0)
            cursor.setPosition(block.position())
            cursor.movePosition(_END, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(calm)
        block = block.next()
    cursor.endEditBlock()


def is_costly(text: str) -> bool:
    """Whether no one wrote this to be read, and laying it out would keep the window waiting."""
    bars = nested = 0
    for line in text.splitlines():
        here = line.count("|")
        bars += here
        nested += max(0, _begun(line) - 1)
        if here > MAX_COLUMNS or bars > MAX_BARS or nested > MAX_NESTED:
            return True
    return False


def _begun(line: str) -> int:
    """How many quotes and lists begin in a line, each within the one before."""
    count = place = 0
    while (found := _BLOCK.match(line, place)) is not None:
        count, place = count + 1, found.end()
    return count
