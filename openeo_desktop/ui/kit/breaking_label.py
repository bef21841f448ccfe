"""A wrapped label whose long words (addresses, ids, file names) break at the end of a line.

Qt breaks lines between words alone and cuts what is longer than the label; so long words get places
where they may break, which are seen by nobody and taken out again when the text is copied.
"""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from openeo_desktop.ui.kit.plain_text import copy_to_clipboard

LONG, LONGEST_WORD = 20, 40
"""Characters that fit in any label, and those that a word of a language may have: such a one goes
to the next line as a whole."""
_AROUND = "«»„“”()[].,:;!?…'\""
_BREAK = "\u200b"
_LONG_WORD = re.compile(rf"\S{{{LONG + 1},}}")
_PIECE = re.compile(rf"[^/\\.,:;?&=_|-]{{0,{LONG - 1}}}.", re.DOTALL)


def breakable(text: str) -> str:
    """The text with places to break in its long words: after marks, or each few letters."""
    return _LONG_WORD.sub(_pieces, text)


def _pieces(found: re.Match[str]) -> str:
    word = found[0]
    is_of_a_language = len(word) <= LONGEST_WORD and word.strip(_AROUND).isalpha()
    return word if is_of_a_language else _BREAK.join(_PIECE.findall(word))


class BreakingLabel(QLabel):
    """Plain text in lines. What is asked of it is without the places to break."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setWordWrap(True)

    def setText(self, text: str) -> None:
        """A name that a screen reader was given stays; else it reads the text as it is."""
        shown = breakable(text) if self.wordWrap() else text
        if self.accessibleName() in ("", self._whole):
            self.setAccessibleName(text if shown != text else "")
        self._whole = text
        super().setText(shown)

    def text(self) -> str:
        return self._whole

    def clear(self) -> None:
        self.setText("")

    def setWordWrap(self, on: bool) -> None:
        """A text in one line needs no places to break."""
        super().setWordWrap(on)
        self.setText(self._whole)

    def selectedText(self) -> str:
        """A text that has such places of its own loses them: nobody sees them."""
        return super().selectedText().replace(_BREAK, "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            copy_to_clipboard(self.selectedText())
            event.accept()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's own menu would copy the places to break, too."""
        if not self.textInteractionFlags():
            super().contextMenuEvent(event)
            return
        menu = QMenu(self)
        copy = menu.addAction(self.tr("Copy"))
        copy.setEnabled(self.hasSelectedText())
        copy.triggered.connect(lambda: copy_to_clipboard(self.selectedText()))
        select = menu.addAction(self.tr("Select all"))
        select.triggered.connect(lambda: self.setSelection(0, len(breakable(self._whole))))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
