"""Asks for the name of a view of the jobs table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialogButtonBox, QInputDialog, QLineEdit, QWidget

from openeo_desktop.models.job_views import MAX_NAME
from openeo_desktop.ui.kit.ask import dress_input


def _tr(text: str) -> str:
    return QCoreApplication.translate("ViewName", text)


def ask_view_name(parent: QWidget, name: str, on_named: Callable[[str], object]) -> QInputDialog:
    """Open the question; `on_named` hears the name, unless it is empty or the person cancels."""
    dialog = QInputDialog(parent)
    dialog.setObjectName("view_name_dialog")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(_tr("Rename the view") if name else _tr("Save as a view"))
    dialog.setLabelText(_tr("Name of the view, with its filters, columns and order:"))
    dialog.setOkButtonText(_tr("Rename") if name else _tr("Save"))
    dialog.setCancelButtonText(_tr("Cancel"))
    dialog.setTextValue(name)
    dialog.textValueSelected.connect(lambda text: on_named(text) if text.strip() else None)
    field = dialog.findChild(QLineEdit)
    box = dialog.findChild(QDialogButtonBox)
    if isinstance(field, QLineEdit) and isinstance(box, QDialogButtonBox):
        field.setMaxLength(MAX_NAME)
        save = box.button(QDialogButtonBox.StandardButton.Ok)
        field.textChanged.connect(lambda text: save.setEnabled(bool(text.strip())))
        save.setEnabled(bool(name))
        dress_input(dialog)
    dialog.open()
    return dialog
