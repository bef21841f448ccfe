"""A page of the settings: cards with labelled rows. Only how it looks; no choice is known here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from openeo_desktop.core.settings import Settings
from openeo_desktop.ui.kit.buttons import outlined_button
from openeo_desktop.ui.kit.card import Card
from openeo_desktop.ui.kit.labels import ElidedLabel, MutedLabel, plain_label
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING, LINE_SPACING


class SettingsPage(QScrollArea):
    """Signals: `chosen(str)` the key of a choice that was just made."""

    chosen = Signal(str)

    def __init__(self, title: str, mark: Icon, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.title, self.mark = title, mark
        self.settings = settings
        self.setAccessibleName(title)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget(self)
        self._inside.setProperty("kind", "surface")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(GROUP_SPACING)
        self._column.addStretch(1)
        self.setWidget(self._inside)

    def follow(self) -> None:
        """Show what holds now; called when the page is turned to."""

    def card(self, title: str) -> SettingsCard:
        """One more card at the end."""
        card = SettingsCard(title, self._inside)
        self._column.insertWidget(self._column.count() - 1, card)
        return card

    def choice(self, key: str, options: Sequence[tuple[str, str]], default: str) -> QComboBox:
        """A box of (value, words) that keeps the value."""
        box = QComboBox(self)
        box.setObjectName(key)
        for value, words in options:
            box.addItem(words, value)
        at = box.findData(self.settings.get(key, default))
        box.setCurrentIndex(max(0, at))
        box.activated.connect(lambda: self._keep(key, box.currentData()))
        return box

    def switch(self, key: str, words: str, *, default: bool) -> QCheckBox:
        """A check box that keeps whether it is on."""
        box = QCheckBox(words, self)
        box.setObjectName(key)
        box.setChecked(self.settings.get(key, default))
        box.toggled.connect(lambda on: self._keep(key, on))
        return box

    def button(self, words: str, mark: Icon | None, slot: Callable[[], object]) -> QPushButton:
        """An ordinary button."""
        button = outlined_button(words, mark, self)
        button.clicked.connect(lambda _checked: slot())
        return button

    def _keep(self, key: str, value: object) -> None:
        self.settings.set(key, value)
        self.chosen.emit(key)


class SettingsCard(Card):
    """Rows of a label and a field, or of one wide widget, or of a quiet sentence."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.body.setSpacing(GROUP_SPACING)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(LINE_SPACING + 2)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)

    def row(self, words: str, *fields: QWidget) -> None:
        """A label, the buddy of the first field, and the fields beside each other."""
        at = self._grid.rowCount()
        label = plain_label(words, self)
        label.setBuddy(fields[0])
        if not fields[0].accessibleName():
            fields[0].setAccessibleName(words.replace("&", ""))
        self._grid.addWidget(label, at, 0)
        line = QHBoxLayout()
        line.setSpacing(8)
        for field in fields:
            line.addWidget(field)
        if not any(isinstance(field, QLineEdit | ElidedLabel) for field in fields):
            line.addStretch(1)
        self._grid.addLayout(line, at, 1)

    def wide(self, *widgets: QWidget) -> None:
        """Widgets beside each other, over the whole width."""
        line = QHBoxLayout()
        line.setSpacing(8)
        for widget in widgets:
            line.addWidget(widget)
        line.addStretch(1)
        self._grid.addLayout(line, self._grid.rowCount(), 0, 1, 2)

    def whole(self, widget: QWidget) -> None:
        """One widget over the whole width."""
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)

    def hint(self, words: str) -> MutedLabel:
        """A quiet sentence below."""
        label = MutedLabel(words, self, wrap=True)
        self._grid.addWidget(label, self._grid.rowCount(), 0, 1, 2)
        return label


def why_off(widget: QWidget, reason: str) -> None:
    """Disable with a reason that can be read, or enable."""
    widget.setEnabled(not reason)
    widget.setToolTip(reason)
    widget.setStatusTip(reason)
    widget.setAccessibleDescription(reason)


def tr(text: str) -> str:
    """Words of all pages are translated in one context."""
    return QCoreApplication.translate("Settings", text)
