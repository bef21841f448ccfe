"""A field for a password, with a button to show what was typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from openeo_desktop.ui.look.icons import Icon, icon


class PasswordField(QLineEdit):
    """Hidden text; the input method is told neither to learn nor to complete it."""

    def __init__(self, parent: QWidget | None = None, *, what: str = "") -> None:
        super().__init__(parent)
        self._what = what or self.tr("password")
        self.setObjectName("password")
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoAutoUppercase
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._show = QAction(self)
        self._show.setCheckable(True)
        self._show.toggled.connect(self.set_shown)
        self.addAction(self._show, QLineEdit.ActionPosition.TrailingPosition)
        self.set_shown(False)

    def set_shown(self, shown: bool) -> None:
        """Show or hide the text."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        words = self.tr("Hide the {what}") if shown else self.tr("Show the {what}")
        text = words.format(what=self._what)
        self._show.setText(text)
        self._show.setToolTip(text)
        self._show.setIcon(icon(Icon.HIDE if shown else Icon.SHOW))
        self._show.setChecked(shown)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(text)

    def forget(self) -> None:
        """Empty the field, its undo steps too, and hide what comes next."""
        self.clear()
        self.set_shown(False)
