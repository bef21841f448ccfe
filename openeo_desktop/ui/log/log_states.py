"""Why there are no lines of a log to show. Pure functions of values; the pane shows the answer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.errors import AppError, UnreachableError
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.ui.kit.content_stack import ContentStack
from openeo_desktop.ui.look.icons import Icon


@dataclass(frozen=True, slots=True)
class LogSituation:
    """What is known. `shown` of `total` entries pass the filter; None while not yet listed.

    `fetched`: the back-end has answered since the job was chosen.
    """

    chosen: bool
    shown: int | None
    total: int
    fetched: bool
    status: JobStatus | None
    error: AppError | None


def _tr(text: str) -> str:
    return QCoreApplication.translate("Log", text)


def show_situation(content: ContentStack, now: LogSituation) -> None:
    """Show the lines, or why there are none."""
    if not now.chosen:
        title, text = _tr("No job selected"), _tr("Choose a job to read its log.")
        content.show_empty(Icon.LOG, title, text)
    elif now.shown:
        content.show_content()
    elif now.shown is None and now.error is None:
        content.show_loading(_tr("Reading the log…"))
    elif now.total:
        content.show_empty(
            Icon.NOTHING_FOUND,
            _tr("No entry matches"),
            _tr("The log has entries, but the levels and the text chosen leave none."),
            _tr("Show all entries"),
        )
    else:
        _show_empty(content, now)


def _show_empty(content: ContentStack, now: LogSituation) -> None:
    if isinstance(now.error, UnreachableError):
        content.show_empty(
            Icon.OFFLINE,
            _tr("Not on this computer yet"),
            visible_text(str(now.error)),
            _tr("Try again"),
        )
    elif now.error is not None:
        hint = now.error.hint or _tr("Try again in a moment.")
        text = visible_text(f"{now.error.message} {hint}")
        content.show_error(_tr("The log could not be fetched"), text, _tr("Try again"))
    elif not now.fetched and now.status is not JobStatus.CREATED:
        content.show_loading(_tr("Fetching the log…"))
    else:
        content.show_empty(Icon.LOG, no_log_title(now.status), no_log_text(now.status))


def no_log_title(status: JobStatus | None) -> str:
    """Why there is no entry, in a few words."""
    if status is JobStatus.CREATED or status is JobStatus.QUEUED:
        return _tr("No log yet")
    if status is JobStatus.RUNNING:
        return _tr("Waiting for the first entry")
    return _tr("The log is empty")


def no_log_text(status: JobStatus | None) -> str:
    """The sentence below the title."""
    if status is JobStatus.CREATED:
        return _tr("The job has not been started.")
    if status is JobStatus.QUEUED:
        return _tr("The job waits in the queue of the back-end. Entries appear here as it runs.")
    if status is JobStatus.RUNNING:
        return _tr("The job is running. Entries appear here as the back-end writes them.")
    if status is JobStatus.ERROR:
        return _tr("The job failed, and the back-end has written no entry about it.")
    return _tr("The back-end has written no entry for this job.")
