"""The question before an account is removed: with the history of its jobs, or without."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from openeo_desktop.core.accounts import Account
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.ui.kit.ask import dress
from openeo_desktop.ui.kit.numbers import count_text

OnRemove = Callable[[bool], None]
"""Gets whether the history of the jobs stays readable."""


def ask_remove(
    parent: QWidget, account: Account, job_count: int, on_remove: OnRemove
) -> QMessageBox:
    """Ask; Cancel is the default, and Escape. Returns the open box (it deletes itself).

    Where there is no history, or nothing but a history, there is no choice to be made.
    """
    box = QMessageBox(parent)
    box.setObjectName("removeAccount")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowModality(Qt.WindowModality.WindowModal)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(_tr("Remove account"))
    box.setText(_title(account))
    box.setInformativeText(_loss(account, job_count))
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    accept = QMessageBox.ButtonRole.AcceptRole
    if not account.history_only:
        remove = box.addButton(_tr("Remove"), accept)
        remove.setObjectName("removeButton")
        remove.clicked.connect(lambda: on_remove(job_count > 0))
    if job_count or account.history_only:
        whole = box.addButton(_tr("Remove with its history"), accept)
        whole.setObjectName("removeWithHistoryButton")
        whole.clicked.connect(lambda: on_remove(False))
    dress(box, dangerous={"removeWithHistoryButton"})
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    box.open()
    cancel.setFocus()
    return box


def _title(account: Account) -> str:
    title = visible_text(" ".join(account.title.split()))
    title = title if len(title) <= 100 else title[:99] + "…"
    words = _tr("Remove the account «{title}»?")
    if account.history_only:
        words = _tr("Remove the history of «{title}»?")
    return words.format(title=title)


def _loss(account: Account, job_count: int) -> str:
    safe = _tr("The jobs on the back-end and downloaded files stay.")
    if account.history_only:
        lost = _tr("The history of {jobs} goes for good.")
        return " ".join((lost.format(jobs=_jobs(job_count)), safe))
    lines = [_tr("You are signed out, and the sign-in is forgotten."), safe]
    if job_count:
        choice = _tr("The history of {jobs} on this computer can stay readable, or go as well.")
        lines.append("\n\n" + choice.format(jobs=_jobs(job_count)))
    return " ".join(lines).replace(" \n", "\n")


def _jobs(count: int) -> str:
    return _tr("1 job") if count == 1 else _tr("{count} jobs").format(count=count_text(count))


def _tr(text: str) -> str:
    return QCoreApplication.translate("RemoveAccount", text)
