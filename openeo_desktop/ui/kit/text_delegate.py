"""The ordinary cell of a table: one line of plain text with room at its sides, elided."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from openeo_desktop.ui.kit.plain_text import plain_tool_tip

PADDING = 8
_ICON = 16
_GAP = 6

Index = QModelIndex | QPersistentModelIndex


class TextDelegate(QStyledItemDelegate):
    """Paints like the style, but with the padding of the header, so that columns line up.

    The tool tip is the model's (`Qt.ToolTipRole`), else the whole text where it is elided; always
    as plain text.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        text, icon = cell.text, cell.icon
        cell.text = ""
        cell.features &= ~QStyleOptionViewItem.ViewItemFeature.HasDecoration
        cell.state &= ~QStyle.StateFlag.State_HasFocus  # the table rings the whole row
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, option.widget)
        rect = _text_rect(cell.rect, has_icon=not icon.isNull())
        if not icon.isNull():
            side = QRect(cell.rect.left() + PADDING, cell.rect.center().y() - 7, _ICON, _ICON)
            icon.paint(painter, side)
        painter.save()
        painter.setFont(cell.font)
        painter.setPen(cell.palette.color(QPalette.ColorRole.Text))
        shown = cell.fontMetrics.elidedText(text, cell.textElideMode, rect.width())
        painter.drawText(rect, int(cell.displayAlignment | Qt.TextFlag.TextSingleLine), shown)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        tip = index.data(Qt.ItemDataRole.ToolTipRole) or self._hidden_text(option, index)
        QToolTip.showText(event.globalPos(), plain_tool_tip(str(tip)), view)
        return bool(tip)

    def _hidden_text(self, option: QStyleOptionViewItem, index: Index) -> str:
        """The text of a cell that has not the room for it, else ""."""
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        room = _text_rect(option.rect, has_icon=not cell.icon.isNull()).width()
        return cell.text if cell.fontMetrics.horizontalAdvance(cell.text) > room else ""


def _text_rect(rect: QRect, *, has_icon: bool) -> QRect:
    left = PADDING + (_ICON + _GAP if has_icon else 0)
    return rect.adjusted(left, 0, -PADDING, 0)
