"""What the delegates of files and logs share: the ground of a cell, an icon, a line of text.

Painters only; no models, no state.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from openeo_desktop.ui.look.icons import Icon, icon_pixmap, role_color

PADDING = 8
ICON_SIDE = 16
ICON_GAP = 6


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Selection, hover and focus as the style draws them, without text and icon."""
    ground = QStyleOptionViewItem(option)
    ground.text = ""
    ground.features &= ~QStyleOptionViewItem.ViewItemFeature.HasDecoration
    style = option.widget.style()
    style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, option.widget)


def inner(rect: QRect) -> QRect:
    """The cell without its padding."""
    return rect.adjusted(PADDING, 0, -PADDING, 0)


def paint_icon_text(
    painter: QPainter,
    option: QStyleOptionViewItem,
    icon: tuple[Icon, str],
    text: str,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    colour: QColor | None = None,
) -> None:
    """An icon of a colour role, then the text, elided to what is left of the cell."""
    rect = inner(option.rect)
    paint_icon_at(painter, rect, icon)
    rect.setLeft(rect.left() + ICON_SIDE + ICON_GAP)
    paint_text(painter, option, rect, text, elide, colour)


def paint_icon_at(painter: QPainter, rect: QRect, icon: tuple[Icon, str]) -> None:
    """An icon at the left of a rectangle, centred in its height."""
    name, role = icon
    ratio = painter.device().devicePixelRatio()
    top = rect.top() + (rect.height() - ICON_SIDE) // 2
    painter.drawPixmap(rect.left(), top, icon_pixmap(name, role_color(role), ICON_SIDE, ratio))


def paint_text(
    painter: QPainter,
    option: QStyleOptionViewItem,
    rect: QRect,
    text: str,
    elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    colour: QColor | None = None,
) -> None:
    """One line of plain text, elided, in the text colour unless told otherwise."""
    painter.save()
    painter.setFont(option.font)
    painter.setPen(colour or option.palette.color(QPalette.ColorRole.Text))
    shown = QFontMetrics(option.font).elidedText(text, elide, rect.width())
    painter.drawText(rect, int(option.displayAlignment | Qt.TextFlag.TextSingleLine), shown)
    painter.restore()
