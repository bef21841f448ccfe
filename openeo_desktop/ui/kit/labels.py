"""Labels that show text as it is: never rich text, whatever it contains."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QWidget

from openeo_desktop.ui.kit.breaking_label import BreakingLabel
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard, plain_tool_tip
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.tokens import FOCUS_RING

_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


def plain_label(
    text: str = "",
    parent: QWidget | None = None,
    *,
    selectable: bool = False,
    wrap: bool = False,
    font: QFont | None = None,
) -> QLabel:
    """A label for any text, also a server's."""
    label = BreakingLabel(parent) if wrap else QLabel(parent)
    _make_plain(label, text)
    if selectable:
        label.setTextInteractionFlags(_SELECTABLE)
    if font is not None:
        label.setFont(font)
    return label


class MutedLabel(BreakingLabel):
    """Secondary text."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, wrap: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWordWrap(wrap)
        _make_plain(self, text)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)


class SectionLabel(MutedLabel):
    """The name of a section, in small capitals."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFont(fonts.section_font())


class TitleLabel(BreakingLabel):
    """The title of a pane or dialog, wrapped, selectable."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _make_plain(self, text)
        self.setFont(fonts.title_font())
        self.setTextInteractionFlags(_SELECTABLE)


def with_short_words(text: str, most: int = 26) -> str:
    """A text for a wrapped label: words that are too long for a line (an id) lose their middle."""
    half = (most - 1) // 2
    words = (w if len(w) <= most else f"{w[:half]}…{w[-half:]}" for w in text.split(" "))
    return " ".join(words)


class ElidedLabel(QLabel):
    """One line that shortens itself to the room it has; the whole text is in the tool tip.

    Ids and file names elide in the middle, titles at the end. The context menu copies the whole
    text; a `copyable` one also takes the focus (Tab), and Ctrl+C copies.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        muted: bool = False,
        font: QFont | None = None,
        copyable: bool = False,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self._full = ""
        self._own_tool_tip = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if copyable:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if muted:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        if font is not None:
            self.setFont(font)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text; line breaks become spaces."""
        flat = " ".join(text.split())
        if flat == self._full and self.textFormat() == Qt.TextFormat.PlainText:
            return
        self._full = flat
        _make_plain(self, flat)
        self._update_tool_tip()

    def set_elide_mode(self, mode: Qt.TextElideMode) -> None:
        """Where the dots go: in the middle for ids and file names, at the end for titles."""
        self._mode = mode
        self.update()

    def set_own_tool_tip(self, tool_tip: str) -> None:
        """A tool tip that shows also while nothing is elided (see `plain_tool_tip`)."""
        self._own_tool_tip = tool_tip
        self._update_tool_tip()

    def is_elided(self) -> bool:
        """Whether a part of the text is hidden now."""
        return self.fontMetrics().horizontalAdvance(self._full) > self.contentsRect().width()

    def minimumSizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance("…") * 4
        return QSize(min(width, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_tool_tip()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = self.contentsRect()
        shown = self.fontMetrics().elidedText(self._full, self._mode, rect.width())
        self.style().drawItemText(
            painter,
            rect,
            int(self.alignment()) | int(Qt.TextFlag.TextSingleLine),
            self.palette(),
            self.isEnabled(),
            shown,
            self.foregroundRole(),
        )
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), FOCUS_RING))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 3, 3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            copy_to_clipboard(self._full)
            event.accept()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self.tr("Copy"))
        copy.triggered.connect(self._on_copy_triggered)
        menu.popup(event.globalPos())

    def _on_copy_triggered(self) -> None:
        copy_to_clipboard(self._full)

    def _update_tool_tip(self) -> None:
        whole = plain_tool_tip(self._full) if self.is_elided() else ""
        self.setToolTip(self._own_tool_tip or whole)


def _make_plain(label: QLabel, text: str) -> None:
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setOpenExternalLinks(False)
    if isinstance(label, BreakingLabel):
        label.setText(text)
    else:
        QLabel.setText(label, text)
