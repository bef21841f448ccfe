"""Questions before something costs, leaves this computer or opens a page: what, and where to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.accounts import Account
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.jobs import Job
from openeo_desktop.ui.accounts.web_pages import host_of
from openeo_desktop.ui.jobs.confirm import Question
from openeo_desktop.ui.jobs.web_editor import EDITOR
from openeo_desktop.ui.kit.numbers import count_text


def _tr(text: str) -> str:
    return QCoreApplication.translate("CopyQuestions", text)


def run_copy_question(jobs: Sequence[Job]) -> Question:
    """Running jobs once more as new ones: nothing is lost, but it may cost."""
    verb = _tr("Run a copy")
    if len(jobs) == 1:
        loss = _tr(
            "A new job with the same process is created and started; this one stays, with its "
            "results. It may cost as much as this one did."
        )
        title = _tr("Run a copy of «{title}»?").format(title=shown_title(jobs[0]))
        return Question(title, loss, verb, dangerous=False)
    loss = _tr(
        "New jobs with the same processes are created and started; these stay, with their results. "
        "They may cost as much as these did."
    )
    title = _tr("Run copies of {count} jobs?").format(count=count_text(len(jobs)))
    return Question(title, loss, verb, dangerous=False)


def share_question(job: Job) -> Question:
    """A signed link is as good as a key."""
    loss = _tr(
        "Whoever has the link can read and download the results, without signing in, for as long "
        "as the back-end lets it be good. It cannot be taken back here."
    )
    title = _tr("Copy a link to the results of «{title}»?").format(title=shown_title(job))
    return Question(title, loss, _tr("Copy the link"), dangerous=False)


def editor_question(job: Job, account: Account) -> Question:
    """Asked before the browser opens: which host it is, and how one gets to the job there."""
    text = _tr(
        "The browser opens {host}, which then asks {back_end}. Sign in there; the job is in the "
        "list of batch jobs. Its ID is copied, so that you can search for it."
    )
    title = _tr("Open «{title}» in the web editor?").format(title=shown_title(job))
    text = text.format(host=host_of(EDITOR), back_end=host_of(account.api_base))
    return Question(title, text, _tr("Open the browser"), dangerous=False)


def shown_title(job: Job) -> str:
    """The title in one line, as long as a question reads well."""
    text = visible_text(" ".join(job.shown_title.split()))
    return text if len(text) <= 100 else text[:99] + "…"
