"""Why there are no results to show, and what is said beside those that are. Pure functions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.accounts import AccountId, AccountStatus
from openeo_desktop.core.errors import AppError, UnreachableError
from openeo_desktop.core.formatting import format_moment, visible_text
from openeo_desktop.core.jobs import Job, JobStatus
from openeo_desktop.core.json_values import as_texts
from openeo_desktop.models.results_feed import ResultsView
from openeo_desktop.ui.accounts.why_not_now import why_not_now
from openeo_desktop.ui.look.icons import Icon

Action = Literal["", "refresh", "log"]


@dataclass(frozen=True, slots=True)
class EmptyResults:
    """An empty place: `action` is what its button does, `failed` colours it as an error."""

    icon: Icon
    title: str
    text: str = ""
    action: Action = ""
    action_text: str = ""
    loading: bool = False
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """A line over the files; with `action_text` it offers to ask the back-end again."""

    level: Literal["info", "warning"]
    text: str
    action_text: str = ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Results", text)


def empty_state(view: ResultsView) -> EmptyResults | None:
    """Why there is nothing to show; None if there are files."""
    if view.key is None:
        return EmptyResults(
            Icon.RESULTS, _tr("No job selected"), _tr("Choose a job to see its results.")
        )
    if view.results is not None and view.results.assets:
        return None
    if view.reading or (view.fetching and not _is_waiting(view.job)):
        return EmptyResults(Icon.RESULTS, _tr("Fetching the results…"), loading=True)
    if view.job is None:
        return EmptyResults(
            Icon.RESULTS,
            _tr("This job is not known here"),
            _tr("It may have been deleted in the meantime."),
        )
    return _by_status(view.job, view.error)


def _is_waiting(job: Job | None) -> bool:
    return job is not None and (job.status.is_active or job.status is JobStatus.CREATED)


def _by_status(job: Job, error: AppError | None) -> EmptyResults:
    if job.status is JobStatus.ERROR:
        return EmptyResults(
            Icon.ERROR,
            _tr("The job failed"),
            _tr("It has left no results. Its log tells what happened."),
            "log",
            _tr("Show the log"),
            failed=True,
        )
    if job.status is JobStatus.CREATED:
        return EmptyResults(
            Icon.STATUS_CREATED,
            _tr("Not started yet"),
            _tr("Results appear here when the job has been started and is finished."),
        )
    if job.status.is_active:
        return EmptyResults(
            Icon.STATUS_QUEUED if job.status is JobStatus.QUEUED else Icon.STATUS_RUNNING,
            _tr("Not finished yet"),
            _tr("Results appear here as soon as the back-end has finished the job."),
        )
    return _by_error(job, error)


def _by_error(job: Job, error: AppError | None) -> EmptyResults:
    if job.status is JobStatus.CANCELED:
        return EmptyResults(
            Icon.STATUS_CANCELED,
            _tr("The job was canceled"),
            _tr("It was canceled before it wrote any file."),
            "refresh",
            _tr("Ask the back-end again"),
        )
    if isinstance(error, UnreachableError) and not job.gone:
        return EmptyResults(
            Icon.OFFLINE,
            _tr("Not on this computer yet"),
            visible_text(str(error)),
            "refresh",
            _tr("Try again"),
        )
    if error is not None:
        text = visible_text(f"{error.message} {error.hint}".strip())
        title = _tr("The results could not be fetched")
        return EmptyResults(Icon.ERROR, title, text, "refresh", _tr("Try again"), failed=True)
    if job.gone:
        return EmptyResults(
            Icon.OFFLINE,
            _tr("No longer on the back-end"),
            _tr("The job was removed there before its results were fetched."),
        )
    return EmptyResults(
        Icon.RESULTS,
        _tr("No files"),
        _tr("The job is finished, but the back-end lists no file for it."),
        "refresh",
        _tr("Ask the back-end again"),
    )


def why_no_request(job: Job | None, status_of: Callable[[AccountId], AccountStatus | None]) -> str:
    """Why the back-end of a job cannot be asked for its files now; empty if it can."""
    if job is None:
        return ""
    if job.gone:
        return _tr("This job is no longer on the back-end.")
    return why_not_now(status_of(job.account_id))


def notice(view: ResultsView, last_sync: dt.datetime | None, now: dt.datetime) -> Notice | None:
    """What is to be said about the files that are shown; the gravest thing only."""
    if view.results is None or not view.results.assets or view.job is None:
        return None
    if view.error is not None:
        return Notice("warning", _stored_text(view.error, last_sync, now), _tr("Try again"))
    missing = as_texts(view.results.raw.get("federation:missing"))
    if missing:
        text = _tr("Incomplete: these parts of the federation did not answer: {names}.")
        return Notice("warning", text.format(names=visible_text(", ".join(missing))[:300]))
    if view.job.gone:
        text = _tr("This job is no longer on the back-end. Only downloaded files can be opened.")
        return Notice("info", text)
    if view.results.status is not JobStatus.FINISHED or view.job.status is not JobStatus.FINISHED:
        return Notice("info", _tr("These are partial results: the job did not run to its end."))
    if view.results.expires is not None and view.results.expires <= now:
        text = _tr("The links of these results have expired; downloading asks for fresh ones.")
        return Notice("info", text)
    return None


def _stored_text(error: AppError, last_sync: dt.datetime | None, now: dt.datetime) -> str:
    known = _tr("Shown is what is known on this computer.")
    if last_sync is not None:
        moment = format_moment(last_sync, now)
        known = _tr("Shown is what was known as of {moment}.").format(moment=moment)
    return f"{visible_text(error.message)} {known}"
