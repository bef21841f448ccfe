"""The search field: an icon, a hint at its shortcut, a clear button, and a moment's patience."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from openeo_desktop.ui.kit.labels import plain_label
from openeo_desktop.ui.look.icons import Icon, icon

DEBOUNCE_MS = 60


class SearchField(QLineEdit):
    """Tells of a new text when typing pauses, at once on Return and when it was cleared.

    Escape clears. `shortcut` (a standard key or sequence) brings the focus here from anywhere in
    the window. Signals: `search_changed(str)` with the trimmed text, each text once;
    `down_pressed()`: the person wants to go to what was found.
    """

    search_changed = Signal(str)
    down_pressed = Signal()

    def __init__(
        self,
        placeholder: str,
        shortcut: QKeySequence | QKeySequence.StandardKey | str | None = None,
        parent: QWidget | None = None,
        *,
        debounce_ms: int = DEBOUNCE_MS,
    ) -> None:
        super().__init__(parent)
        self._told = ""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.addAction(icon(Icon.SEARCH), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = self.addAction(icon(Icon.CLEAR), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setText(self.tr("Clear"))
        self._clear.setToolTip(self.tr("Clear the search"))
        self._clear.setVisible(False)
        self._clear.triggered.connect(self.clear_search)
        self._hint = self._make_hint(shortcut)
        self._timer = QTimer(self, singleShot=True, interval=debounce_ms)
        self._timer.timeout.connect(self._tell)
        self.textChanged.connect(self._on_text_changed)
        self.returnPressed.connect(self._tell)

    def set_search(self, text: str) -> None:
        """Put a text into the field and tell at once."""
        self.setText(text)
        self._tell()

    def clear_search(self) -> None:
        """Empty the field and tell at once."""
        self.clear()
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear_search()
            event.accept()
            return
        if event.key() == Qt.Key.Key_Down:
            self._tell()
            self.down_pressed.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_hint()

    def _make_hint(self, shortcut: QKeySequence | QKeySequence.StandardKey | str | None) -> QLabel:
        hint = plain_label("", self)
        hint.setProperty("badge", "key")
        hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if shortcut is not None:
            keys = QKeySequence(shortcut)
            hint.setText(keys.toString(QKeySequence.SequenceFormat.NativeText))
            QShortcut(keys, self, self._on_shortcut_activated)
        hint.setVisible(bool(hint.text()))
        return hint

    def _on_shortcut_activated(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._hint.setVisible(not text and bool(self._hint.text()))
        self._place_hint()
        self._timer.start()

    def _tell(self) -> None:
        self._timer.stop()
        text = self.text().strip()
        if text != self._told:
            self._told = text
            self.search_changed.emit(text)

    def _place_hint(self) -> None:
        hint = self._hint
        hint.adjustSize()
        hint.move(self.width() - hint.width() - 6, (self.height() - hint.height()) // 2)
        # Room of its own, so that a long placeholder elides before it.
        self.setTextMargins(0, 0, hint.width() if hint.isVisibleTo(self) else 0, 0)
