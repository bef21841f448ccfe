"""One node as a card in the scene. Texts are laid out once; far away only the box is painted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QStaticText, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from openeo_desktop.ui.graph.graph_drawing import Card, CardSizes
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon, paint_icon
from openeo_desktop.ui.look.theme import tokens
from openeo_desktop.ui.look.tokens import CARD_RADIUS, FOCUS_RING, Tokens

ICON = 15.0
FAR = 0.3
"""Below this scale no text can be read; boxes alone are painted."""
MARGIN = 3.0


@dataclass(frozen=True, slots=True)
class Faces:
    """The fonts of the cards, made once for a scene."""

    title: QFont
    line: QFont

    @classmethod
    def current(cls) -> Faces:
        return cls(fonts.strong_font(), fonts.small_font())

    def sizes(self) -> CardSizes:
        """What the parts of a card need with these fonts."""
        title = QFontMetricsF(self.title).height() + 3
        line = QFontMetricsF(self.line).height() + 1
        return CardSizes(title=title, line=line, width=196 * fonts.body_px() / fonts.BODY_PX)


class NodeItem(QGraphicsItem):
    """A card. `marked`, `faded`, `failed` and `current` are set by the scene."""

    def __init__(self, card: Card, number: int, faces: Faces, sizes: CardSizes) -> None:
        super().__init__()
        self.card = card
        self.number = number
        self.current = self.marked = self.faded = self.failed = False
        self._faces = faces
        self._box = QRectF(0, 0, sizes.width, card.height)
        self._sizes = sizes
        self._mark = _icon_of(card)
        self._texts: list[tuple[QPointF, QStaticText, QFont, bool]] | None = None
        self.setPos(*card.place)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def boundingRect(self) -> QRectF:
        return self._box.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        scheme = tokens()
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        if self.faded:
            painter.setOpacity(0.35)
        fill, edge, width = self._colours(scheme)
        painter.setPen(QPen(edge, width))
        painter.setBrush(fill)
        if scale < FAR:
            painter.drawRect(self._box)
            return
        painter.drawRoundedRect(self._box, CARD_RADIUS, CARD_RADIUS)
        self._paint_texts(painter, scheme)
        self._paint_marks(painter, scheme)

    def _colours(self, scheme: Tokens) -> tuple[QColor, QColor, float]:
        fill, edge, width = scheme.raised, scheme.border, 1.0
        if self.marked:
            fill, edge, width = scheme.queued.fill, scheme.queued.text, 1.5
        if self.failed or self.card.broken:
            fill, edge, width = scheme.error.fill, scheme.error.text, 1.5
        if self.current:
            fill = fill if self.failed or self.marked or self.card.broken else scheme.selection
            edge, width = scheme.accent, float(FOCUS_RING)
        return QColor(fill), QColor(edge), width

    def _paint_texts(self, painter: QPainter, scheme: Tokens) -> None:
        if self._texts is None:
            self._texts = list(self._lay_out())
        strong, muted = QColor(scheme.text), QColor(scheme.muted)
        if self.failed or self.card.broken:
            strong = muted = QColor(scheme.error.text)
        elif self.marked:
            strong = muted = QColor(scheme.queued.text)
        elif self.current:
            muted = strong
        for at, text, font, is_title in self._texts:
            painter.setFont(font)
            painter.setPen(strong if is_title else muted)
            painter.drawStaticText(at, text)

    def _lay_out(self) -> list[tuple[QPointF, QStaticText, QFont, bool]]:
        sizes, card = self._sizes, self.card
        left = sizes.padding + 2
        start = left + (ICON + 6 if self._mark else 0)
        marks = (card.node.is_result, bool(card.node.children), self.failed or card.broken)
        right = sizes.width - sizes.padding - (ICON + 4) * sum(marks)
        rows = [(QPointF(start, sizes.padding), card.title, self._faces.title, right - start)]
        y = sizes.padding + sizes.title
        for line in (card.subtitle, *card.lines):
            if line:
                room = sizes.width - left - sizes.padding
                rows.append((QPointF(left, y), line, self._faces.line, room))
                y += sizes.line
        return [
            (at, _static(text, font, room), font, font is self._faces.title)
            for at, text, font, room in rows
        ]

    def _paint_marks(self, painter: QPainter, scheme: Tokens) -> None:
        top = self._sizes.padding + (self._sizes.title - 3 - ICON) / 2
        if self._mark is not None:
            box = QRectF(self._sizes.padding + 2, top, ICON, ICON)
            paint_icon(painter, box, self._mark, QColor(scheme.muted))
        x = self._sizes.width - self._sizes.padding - ICON
        failed, node = self.failed or self.card.broken, self.card.node
        for there, mark, colour in (
            (failed, Icon.ERROR, scheme.error.text),
            (node.is_result, Icon.RESULTS, scheme.finished.text),
            (bool(node.children), Icon.PROCESS, scheme.accent),
        ):
            if there:
                paint_icon(painter, QRectF(x, top, ICON, ICON), mark, QColor(colour))
                x -= ICON + 4

    def set_failed(self, failed: bool) -> None:
        """The node that the log speaks of; its title gets less room."""
        if failed != self.failed:
            self.failed, self._texts = failed, None
            self.update()


def _icon_of(card: Card) -> Icon | None:
    name = card.node.process_id
    if name.startswith("load_"):
        return Icon.ASSET_DATA_CUBE
    return Icon.SAVE if name.startswith(("save_", "export_")) else None


def _static(text: str, font: QFont, room: float) -> QStaticText:
    shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
    static = QStaticText(shown)
    static.setTextFormat(Qt.TextFormat.PlainText)
    static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    static.prepare(QTransform(), font)
    return static
