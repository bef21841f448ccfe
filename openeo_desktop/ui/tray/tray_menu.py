"""The menu of the tray icon: what runs, and the few things one wants without the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from openeo_desktop.core.formatting import format_percent, visible_text
from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.ui.kit.numbers import count_text
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.look.icons import icon, status_icon
from openeo_desktop.ui.window.actions import WindowActions

MOST = 8
_LONGEST = 48


def _tr(text: str) -> str:
    return QCoreApplication.translate("TrayMenu", text)


class TrayMenu(QMenu):
    """Signals: `window_wanted()`; `job_wanted(JobKey)`."""

    window_wanted = Signal()
    job_wanted = Signal(object)

    def __init__(self, actions: WindowActions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tray_menu")
        self.open_action = QAction(_tr("&Open openEO Desktop"), self)
        self.open_action.triggered.connect(self.window_wanted)
        self.heading = QAction(self)
        self.heading.setEnabled(False)
        self._first = self.addSeparator()
        self.addActions([actions.pause_sync, actions.quit])
        self.insertSeparator(actions.quit)
        self.insertActions(self._first, [self.open_action, self.heading])
        self.insertSeparator(self.heading)
        self._jobs: list[QAction] = []
        self.show_jobs(())

    def show_jobs(self, jobs: Sequence[Job]) -> None:
        """The jobs that run or wait, the running ones first."""
        for action in self._jobs:
            self.removeAction(action)
            action.deleteLater()
        self.heading.setText(running_words(jobs))
        ordered = sorted(jobs, key=lambda job: job.status is not JobStatus.RUNNING)
        self._jobs = [self._entry(job) for job in ordered[:MOST]]
        if len(ordered) > MOST:
            more = QAction(_tr("{count} more…").format(count=count_text(len(ordered) - MOST)), self)
            more.triggered.connect(self.window_wanted)
            self._jobs.append(more)
        self.insertActions(self._first, self._jobs)

    def entries(self) -> list[str]:
        """The words of the jobs that are listed."""
        return [action.text() for action in self._jobs]

    def _entry(self, job: Job) -> QAction:
        action = QAction(icon(status_icon(job.status), job.status.value), entry_words(job), self)
        action.setToolTip(plain_tool_tip(action.text()))  # else Qt takes the text for markup
        action.triggered.connect(self._chooser(job.key))
        return action

    def _chooser(self, key: JobKey) -> Callable[[], None]:
        return lambda: self.job_wanted.emit(key)


def entry_words(job: Job) -> str:
    """`Wheat yield  ·  42 %`; an ampersand is a letter here, no mnemonic."""
    title = visible_text(" ".join((job.title.strip() or job.id).split()))
    title = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"
    known = job.progress is not None and job.status is JobStatus.RUNNING
    words = f"{title}  ·  {format_percent(job.progress)}" if known else title
    return words.replace("&", "&&")


def running_words(jobs: Sequence[Job]) -> str:
    """`2 jobs run, 1 is queued`."""
    running = sum(job.status is JobStatus.RUNNING for job in jobs)
    queued = len(jobs) - running
    parts = []
    if running:
        one, many = _tr("1 job is running"), _tr("{count} jobs are running")
        parts.append(one if running == 1 else many.format(count=count_text(running)))
    if queued:
        one, many = _tr("1 is queued"), _tr("{count} are queued")
        if not running:
            one, many = _tr("1 job is queued"), _tr("{count} jobs are queued")
        parts.append(one if queued == 1 else many.format(count=count_text(queued)))
    return ", ".join(parts) if parts else _tr("No job is running")
