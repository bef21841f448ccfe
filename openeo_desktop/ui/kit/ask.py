"""One question with two answers, not blocking, safe answer by default."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask(
    parent: QWidget, title: str, text: str, *, yes: str, no: str, on_yes: Callable[[], object]
) -> QMessageBox:
    """Ask; `on_yes` runs if the person chooses `yes`. Enter and Escape mean `no`.

    Texts are plain, so that names from a back-end cannot bring markup along.
    """
    box = QMessageBox(parent)
    box.setObjectName("question")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(title)
    box.setText(title)
    box.setInformativeText(text)
    agree = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.finished.connect(lambda _code: on_yes() if box.clickedButton() is agree else None)
    box.open()
    return box
