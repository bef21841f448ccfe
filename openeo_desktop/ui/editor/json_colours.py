"""The colours of the JSON editor, taken from the theme that holds now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor, QTextCharFormat

from openeo_desktop.ui.editor.json_tokens import TokenKind
from openeo_desktop.ui.look.theme import tokens


@dataclass(frozen=True, slots=True)
class EditorColours:
    """Everything the editor and its gutter paint with."""

    text: QColor
    muted: QColor
    gutter: QColor
    border: QColor
    current_line: QColor
    bracket: QColor
    error: QColor
    error_fill: QColor
    warning: QColor
    warning_fill: QColor
    pieces: Mapping[TokenKind, QColor]

    def formats(self) -> dict[TokenKind, QTextCharFormat]:
        """The look of each kind of token."""
        formats = {}
        for kind, colour in self.pieces.items():
            formats[kind] = QTextCharFormat()
            formats[kind].setForeground(colour)
        return formats


def current_colours() -> EditorColours:
    """The editor's colours in the scheme that holds now."""
    scheme = tokens()
    return EditorColours(
        text=QColor(scheme.text),
        muted=QColor(scheme.muted),
        gutter=QColor(scheme.raised),
        border=QColor(scheme.border),
        current_line=QColor(scheme.hover),
        bracket=QColor(scheme.selection),
        error=QColor(scheme.error.text),
        error_fill=QColor(scheme.error.fill),
        warning=QColor(scheme.queued.text),
        warning_fill=QColor(scheme.queued.fill),
        pieces={
            TokenKind.KEY: QColor(scheme.accent),
            TokenKind.STRING: QColor(scheme.finished.text),
            TokenKind.NUMBER: QColor(scheme.queued.text),
            TokenKind.WORD: QColor(scheme.canceled.text),
        },
    )
