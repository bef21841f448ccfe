"""Colours JSON in a plain text editor: only what is visible, so that large texts stay fluid.

`QSyntaxHighlighter` walks the whole document in Python at each new text (1 MB takes most of a
second); here lines get their formats when they come into view. It changes looks, never the text.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QPlainTextEdit

from openeo_desktop.ui.editor.json_tokens import TokenKind, tokens_of


class JsonHighlighter(QObject):
    """Keeps the visible lines of one editor coloured.

    The state of a line (`QTextBlock.userState`) holds the revision that was coloured last.
    """

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._formats: Mapping[TokenKind, QTextCharFormat] = {}
        self._generation = 0
        editor.verticalScrollBar().valueChanged.connect(self._on_view_changed)
        editor.textChanged.connect(self._on_view_changed)

    def set_formats(self, formats: Mapping[TokenKind, QTextCharFormat]) -> None:
        """Use these looks from now on, e.g. after a change of the theme."""
        self._formats = formats
        self._generation = (self._generation + 1) % 64
        self.colour_visible()

    def colour_visible(self) -> None:
        """Colour the lines in view that changed since they were coloured."""
        block = self._editor.firstVisibleBlock()
        bottom = self._editor.viewport().height()
        top = 0.0
        while block.isValid() and top <= bottom:
            self._colour(block)
            top += max(1.0, self._editor.blockBoundingRect(block).height())
            block = block.next()

    def _on_view_changed(self) -> None:
        self.colour_visible()

    def _colour(self, block: QTextBlock) -> None:
        state = (block.revision() * 64 + self._generation) & 0x3FFFFFFF
        if block.userState() == state:
            return
        ranges = []
        for token in tokens_of(block.text()):
            piece = QTextLayout.FormatRange()
            piece.start, piece.length = token.start, token.length
            piece.format = self._formats.get(token.kind, QTextCharFormat())
            ranges.append(piece)
        block.setUserState(state)
        block.layout().setFormats(ranges)
        self._editor.document().markContentsDirty(block.position(), block.length())
