"""The one question of the app before something is lost: it does not block, its safe answer is the
default one, and all its texts are plain, so that names from a back-end cannot bring markup along.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox, QInputDialog, QLabel, QMessageBox, QWidget

from openeo_desktop.ui.look.icons import Icon, icon_pixmap, role_color
from openeo_desktop.ui.look.tokens import GROUP_SPACING, PANE_SPACING

ICON_SIDE = 32
TEXT_WIDTH = 340


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. `loss` says what will be lost; `verb` is the button that does it.

    `keep` is the other button where «Cancel» could be taken for what `verb` does; `instead` is a
    third one, for another way that loses nothing.
    """

    title: str
    loss: str
    verb: str
    dangerous: bool = True
    keep: str = ""
    instead: str = ""


def ask(
    parent: QWidget,
    question: Question,
    on_confirmed: Callable[[], object],
    on_instead: Callable[[], object] | None = None,
) -> QMessageBox:
    """Ask; Cancel is the default, and Escape. Returns the open box (it deletes itself)."""
    box = QMessageBox(parent)
    box.setObjectName("question")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowModality(Qt.WindowModality.WindowModal)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(question.verb)
    box.setText(question.title)
    box.setInformativeText(question.loss)
    if question.keep:
        cancel = box.addButton(question.keep, QMessageBox.ButtonRole.RejectRole)
    else:
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    if question.instead and on_instead is not None:
        other = box.addButton(question.instead, QMessageBox.ButtonRole.AcceptRole)
        other.setObjectName("instead_button")
        other.clicked.connect(on_instead)
    confirm = box.addButton(question.verb, QMessageBox.ButtonRole.AcceptRole)
    confirm.setObjectName("confirm_button")
    dress(box, dangerous={"confirm_button"} if question.dangerous else set())
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    confirm.clicked.connect(on_confirmed)
    box.open()
    return box


def dress(box: QMessageBox, dangerous: Set[str]) -> None:
    """The look of the app instead of the style's own marks; a line as long as one reads well.

    `dangerous`: object names of the buttons that lose something.
    """
    mark, role = (Icon.WARNING, "error") if dangerous else (Icon.HELP, "accent")
    ratio = box.devicePixelRatioF()
    box.setIconPixmap(icon_pixmap(mark, role_color(role), ICON_SIDE, ratio))
    for label in box.findChildren(QLabel):
        if label.objectName() == "qt_msgbox_informativelabel":
            label.setMinimumWidth(TEXT_WIDTH)
    for button in box.buttons():
        button.setIcon(QIcon())
        if button.objectName() in dangerous:
            button.setProperty("kind", "danger")
            button.style().unpolish(button)
            button.style().polish(button)


def dress_input(dialog: QInputDialog) -> None:
    """The look of our own dialogs: no marks of the style, the action filled, air around all."""
    box = dialog.findChild(QDialogButtonBox)
    if not isinstance(box, QDialogButtonBox):
        return
    for button in box.buttons():
        button.setIcon(QIcon())
    first = box.button(QDialogButtonBox.StandardButton.Ok)
    first.setProperty("kind", "primary")
    first.style().unpolish(first)
    first.style().polish(first)
    layout = dialog.layout()
    if layout is not None:
        layout.setContentsMargins(PANE_SPACING, PANE_SPACING, PANE_SPACING, PANE_SPACING)
        layout.setSpacing(GROUP_SPACING)
