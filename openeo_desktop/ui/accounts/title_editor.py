"""A title that can be changed where it stands: Enter keeps the new one, Escape the old one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.ui.kit.buttons import icon_button
from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon

MAX_TITLE = 100


class TitleEditor(QWidget):
    """Signals: `renamed(str)` when the person gave another title."""

    renamed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = ""
        self.label = ElidedLabel("", self, font=fonts.title_font())
        self.edit_button = icon_button(Icon.EDIT, self.tr("Rename (F2)"), self)
        self.edit_button.setObjectName("renameButton")
        self.edit_button.setShortcut("F2")
        self.field = QLineEdit(self)
        self.field.setObjectName("accountTitle")
        self.field.setAccessibleName(self.tr("Title of the account"))
        self.field.setMaxLength(MAX_TITLE)
        self.field.installEventFilter(self)
        self.field.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.label, 1)
        row.addWidget(self.field, 1)
        row.addWidget(self.edit_button)
        self.edit_button.clicked.connect(self.begin)

    @property
    def is_editing(self) -> bool:
        return not self.field.isHidden()

    def set_title(self, title: str) -> None:
        """Show a title; what is being typed stays."""
        self._title = title
        self.label.setText(visible_text(title))

    def begin(self) -> None:
        """Let the person type."""
        self.field.setText(self._title)
        self._set_editing(editing=True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
                self._set_editing(editing=False)
                return True
            enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.type() == QEvent.Type.KeyPress and event.key() in enter:
                self._finish()
                return True
        if watched is self.field and event.type() == QEvent.Type.FocusOut and self.is_editing:
            self._finish()
        return super().eventFilter(watched, event)

    def _finish(self) -> None:
        title = " ".join(self.field.text().split())
        self._set_editing(editing=False)
        if title and title != self._title:
            self.set_title(title)
            self.renamed.emit(title)

    def _set_editing(self, *, editing: bool) -> None:
        had_focus = self.field.hasFocus()
        self.field.setVisible(editing)
        self.label.setVisible(not editing)
        self.edit_button.setVisible(not editing)
        if not editing and had_focus:
            self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)
