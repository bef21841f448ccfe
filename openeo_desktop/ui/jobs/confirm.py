"""Questions before something is lost: they name what will be lost, and do not block the window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.jobs import Job, JobStatus
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon, icon_pixmap, role_color

SHOWN_TITLES = 5
ICON_SIDE = 32
TEXT_WIDTH = 340


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked. `loss` says what will be lost; `verb` is the button that does it.

    `keep` is the other button where «Cancel» could be taken for what `verb` does.
    """

    title: str
    loss: str
    verb: str
    dangerous: bool = True
    keep: str = ""


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("Confirm", text, "", count)


def ask(parent: QWidget, question: Question, on_confirmed: Callable[[], object]) -> QMessageBox:
    """Ask; Cancel is the default, and Escape. Returns the open box (it deletes itself)."""
    box = QMessageBox(parent)
    box.setObjectName("confirm")
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
        if label.objectName() == "qt_msgbox_label":
            label.setFont(fonts.strong_font())
        if label.objectName() == "qt_msgbox_informativelabel":
            label.setMinimumWidth(TEXT_WIDTH)
    for button in box.buttons():
        button.setIcon(QIcon())
        if button.objectName() in dangerous:
            button.setProperty("kind", "danger")
            button.style().unpolish(button)
            button.style().polish(button)


def delete_question(jobs: Sequence[Job], back_ends: Sequence[str]) -> Question:
    """Deleting jobs on the back-end, or from the history where they are gone there."""
    if all(job.gone for job in jobs):
        loss = _tr("The back-end has dropped it already; now its history here goes as well.")
        if all(job.key.is_provisional for job in jobs):
            loss = _tr("It was never created at the back-end; what it was to be goes from here.")
        return Question(_title(_tr("Remove {jobs} from the history?"), jobs), loss, _tr("Remove"))
    where = ", ".join(visible_text(name) for name in dict.fromkeys(back_ends))
    loss = _tr("Its results and logs on {where} will be lost. This cannot be undone.")
    if len(jobs) > 1:
        loss = _tr("Their results and logs on {where} will be lost. This cannot be undone.")
    lines = [loss.format(where=where), _tr("Files that were downloaded stay.")]
    if any(job.status.is_active for job in jobs):
        lines.insert(0, _tr("What is still running is stopped."))
    return Question(
        _title(_tr("Delete {jobs}?"), jobs), " ".join(lines) + _list(jobs), _tr("Delete")
    )


def stop_question(jobs: Sequence[Job]) -> Question:
    """Stopping jobs: work done so far may be lost."""
    loss = _tr(
        "What has been computed so far may be lost, and may have to be paid for. "
        "The job can be started again from the beginning."
    )
    title = _title(_tr("Stop {jobs}?"), jobs)
    return Question(title, loss + _list(jobs), _tr("Stop"), keep=_tr("Keep running"))


def restart_question(jobs: Sequence[Job]) -> Question | None:
    """Starting jobs that ran before discards their results; None if there is nothing to lose.

    Source: openEO API 1.2, `POST /jobs/{job_id}/results`.
    """
    ran = [job for job in jobs if job.status in (JobStatus.FINISHED, JobStatus.CANCELED)]
    if not ran:
        return None
    loss = _tr(
        "The back-end discards the results it has of the earlier run. "
        "Files that were downloaded stay."
    )
    return Question(_title(_tr("Run {jobs} again?"), ran), loss + _list(ran), _tr("Run again"))


def _title(text: str, jobs: Sequence[Job]) -> str:
    if len(jobs) == 1:
        return text.format(jobs=f"“{_name(jobs[0])}”")
    return text.format(jobs=_tr("{count} jobs").format(count=f"{len(jobs):,}"))


def with_left_out(question: Question, reasons: Sequence[str]) -> Question:
    """The question, saying of how many selected jobs it is not, and why (one reason per job)."""
    if not reasons:
        return question
    count = len(reasons)
    head = _tr("1 selected job is left out:")
    if count > 1:
        head = _tr("{count} selected jobs are left out:").format(count=f"{count:,}")
    lines = [f"•  {reason}" for reason in dict.fromkeys(reasons)]
    return replace(question, loss="\n".join([f"{question.loss}\n\n{head}", *lines]))


def _list(jobs: Sequence[Job]) -> str:
    """The titles where there are several, so that one sees what is meant; ids tell equal apart."""
    if len(jobs) < 2:
        return ""
    known = Counter(_name(job) for job in jobs)
    lines = []
    for job in jobs[:SHOWN_TITLES]:
        name = _name(job)
        apart = f"  ·  {visible_text(job.id)}" if known[name] > 1 and name != job.id else ""
        lines.append(f"•  {name}{apart}")
    if len(jobs) > SHOWN_TITLES:
        lines.append(_tr("… and {count} more").format(count=f"{len(jobs) - SHOWN_TITLES:,}"))
    return "\n\n" + "\n".join(lines)


def _name(job: Job) -> str:
    text = visible_text(" ".join(job.shown_title.split()))
    return text if len(text) <= 100 else text[:99] + "…"
