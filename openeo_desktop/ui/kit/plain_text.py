"""Plain text where Qt would guess: tool tips have no format switch, so the text is escaped."""

from __future__ import annotations

import html

from PySide6.QtGui import QGuiApplication


def plain_tool_tip(text: str) -> str:
    """A tool tip that shows `text` as it is, wrapped, whatever markup a server put into it."""
    if not text:
        return ""
    return f"<p style='white-space:pre-wrap'>{html.escape(text)}</p>"


def copy_to_clipboard(text: str) -> None:
    """Put plain text on the clipboard; empty text leaves the clipboard alone."""
    if text:
        QGuiApplication.clipboard().setText(text)
