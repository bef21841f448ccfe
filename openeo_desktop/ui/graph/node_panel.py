"""The chosen node: its arguments as readable values, its own processes, its JSON on demand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.ui.editor.json_view import JsonView
from openeo_desktop.ui.graph.argument_texts import graph_text, node_json, value_text
from openeo_desktop.ui.graph.graph_drawing import Card
from openeo_desktop.ui.kit.buttons import icon_button, outlined_button
from openeo_desktop.ui.kit.flow_layout import FlowLayout
from openeo_desktop.ui.kit.key_value_grid import KeyValue, KeyValueGrid
from openeo_desktop.ui.kit.labels import ElidedLabel, MutedLabel
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING, LINE_SPACING, PANE_SPACING

MAX_ARGUMENTS = 100
MAX_BUTTONS = 8
JSON_HEIGHT = 180


class NodePanel(QWidget):
    """Hidden until a node is chosen.

    Signals: `child_requested(str)` with the name of the sub-graph to open; `closed()`.
    """

    child_requested = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("node_panel")
        self._card: Card | None = None
        self._title = ElidedLabel("", self, font=fonts.strong_font())
        self._id = ElidedLabel("", self, muted=True, mode=Qt.TextElideMode.ElideMiddle)
        self._text = MutedLabel("", self, wrap=True)
        self._facts = KeyValueGrid(self)
        self._children = QWidget(self)
        self._row = FlowLayout(self._children, spacing=8)
        self._json = JsonView(self.tr("The node as JSON"), self)
        self._json.setMinimumHeight(JSON_HEIGHT)
        self._json.hide()
        self._show_json = icon_button(Icon.ASSET_JSON, self.tr("Show the node as JSON"), self)
        self._show_json.setCheckable(True)
        self._show_json.toggled.connect(self._on_json_toggled)
        self._copy = icon_button(Icon.COPY, self.tr("Copy the node as JSON"), self)
        self._copy.clicked.connect(self.copy)
        self._close = icon_button(Icon.CLOSE, self.tr("Close"), self)
        self._close.clicked.connect(self.closed)
        self._lay_out()
        self.hide()

    def show_card(self, card: Card | None) -> None:
        """Show a node; None hides the panel."""
        self._card = card
        self.setVisible(card is not None)
        if card is None:
            return
        node = card.node
        self._title.setText(card.title)
        place = f"{node.id}  ·  {node.namespace}" if node.namespace else node.id
        self._id.setText(visible_text(place))
        self._text.setText(visible_text(node.description.strip()[:1000]))
        self._text.setVisible(bool(node.description.strip()))
        arguments = list(node.arguments.items())[:MAX_ARGUMENTS]
        rows = [KeyValue(visible_text(key[:60]), value_text(value)) for key, value in arguments]
        missing = ", ".join(visible_text(name[:60]) for name in node.missing[:5])
        rows.append(KeyValue(self.tr("Missing"), missing))
        self._facts.set_rows(rows or [])
        self._show_children(card)
        if self._json.isVisibleTo(self):
            self._json.show_json(node_json(node))

    def copy(self) -> None:
        """Put the JSON of the node on the clipboard."""
        if self._card is not None:
            copy_to_clipboard(node_json(self._card.node))

    def _show_children(self, card: Card) -> None:
        for button in self._children.findChildren(QPushButton):
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        for child in card.node.children[:MAX_BUTTONS]:
            words = self.tr("Open {name}: {process}")
            text = words.format(name=child.name[:40], process=graph_text(child.graph)[:60])
            button = outlined_button(visible_text(text).replace("&", "&&"), Icon.PROCESS, self)
            button.clicked.connect(lambda _on=False, name=child.name: self._open(name))
            self._row.addWidget(button)
            button.show()
        self._children.setVisible(bool(card.node.children))

    def _open(self, name: str) -> None:
        self.child_requested.emit(name)

    def _on_json_toggled(self, shown: bool) -> None:
        if shown and self._card is not None:
            self._json.show_json(node_json(self._card.node))
        self._json.setVisible(shown)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(PANE_SPACING, 6, 8, 0)
        head.setSpacing(LINE_SPACING)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._id)
        head.addLayout(names, 1)
        for button in (self._show_json, self._copy, self._close):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(PANE_SPACING, 4, PANE_SPACING, 10)
        column.setSpacing(GROUP_SPACING)
        for widget in (self._text, self._facts, self._children, self._json):
            column.addWidget(widget)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        area.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(area, 1)
