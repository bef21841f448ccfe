"""The words of the jobs table: headers, cells, tool tips. No widgets here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from openeo_desktop.core.accounts import Account, AccountId, AccountStatus
from openeo_desktop.core.downloads import Download, DownloadState
from openeo_desktop.core.formatting import (
    format_clock,
    format_duration,
    format_exact,
    format_moment,
    format_number,
    format_percent,
    visible_text,
)
from openeo_desktop.core.job_actions import WAITING
from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.core.times import utc_now
from openeo_desktop.models.job_days import DayHeading
from openeo_desktop.models.jobs_table import JobColumn
from openeo_desktop.ui.jobs.last_known import clock_of, last_known_text, unknown_since
from openeo_desktop.ui.kit.numbers import count_text
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.kit.status_pill import status_label

SHORT_TEXT = 400
"""As much of a foreign text as one line can ever show."""


_TIMES = frozenset(
    (
        JobColumn.CREATED,
        JobColumn.UPDATED,
        JobColumn.QUEUED,
        JobColumn.STARTED,
        JobColumn.ENDED,
    )
)


class DownloadsOfJobs(Protocol):
    """What is asked of `services.downloads.DownloadsService`."""

    def of_job(self, key: JobKey, /) -> tuple[Download, ...]: ...


class AccountTitles(Protocol):
    """What is asked of `services.accounts.AccountsService`."""

    def account(self, account_id: AccountId, /) -> Account | None: ...

    def statuses(self) -> tuple[AccountStatus, ...]: ...


def _tr(text: str) -> str:
    return QCoreApplication.translate("Jobs", text)


class JobWords:
    """Texts of one job in the table. `exact_times`: dates and times instead of «2 min ago»."""

    def __init__(self, accounts: AccountTitles, downloads: DownloadsOfJobs | None = None) -> None:
        self._accounts = accounts
        self._downloads = downloads
        self.exact_times = False

    def headers(self) -> tuple[str, ...]:
        """A word for each `JobColumn`."""
        return (
            _tr("Status"),
            _tr("Title"),
            _tr("Back-end"),
            _tr("Created"),
            _tr("Updated"),
            _tr("Duration"),
            _tr("Progress"),
            _tr("Costs"),
            _tr("ID"),
            _tr("Queued"),
            _tr("Started"),
            _tr("Ended"),
            _tr("Plan"),
            _tr("Budget"),
            _tr("Log level"),
            _tr("Processes and collections"),
            _tr("Downloads"),
        )

    def text(self, job: Job, column: JobColumn, now: dt.datetime) -> str:
        """What a cell shows; empty where nothing is known."""
        match column:
            case JobColumn.STATUS:
                return status_text(job)
            case JobColumn.TITLE:
                return one_line(job.shown_title)
            case JobColumn.BACK_END:
                return self.back_end(job)
            case JobColumn.DURATION:
                return format_clock(job.duration(clock_of(job, self._accounts.statuses(), now)))
            case JobColumn.PROGRESS:
                return format_percent(shown_progress(job))
            case JobColumn.COSTS:
                return format_number(job.costs)
            case JobColumn.ID:
                return one_line(job.id)
        return self._further_text(job, column, now)

    def _further_text(self, job: Job, column: JobColumn, now: dt.datetime) -> str:
        match column:
            case JobColumn.PLAN:
                return one_line(job.plan)
            case JobColumn.BUDGET:
                return format_number(job.budget)
            case JobColumn.LOG_LEVEL:
                return one_line(job.log_level)
            case JobColumn.USES:
                return one_line(job.uses).replace(" ", ", ")
            case JobColumn.DOWNLOADS:
                return downloads_text(self._files(job))
        time = time_of(job, column)
        return short_time(time) if self.exact_times else format_moment(time, now)

    def _files(self, job: Job) -> tuple[Download, ...]:
        return self._downloads.of_job(job.key) if self._downloads else ()

    def tool_tip(self, job: Job, column: JobColumn) -> str:
        """What hovering a cell tells, escaped; empty where the cell says it all."""
        match column:
            case JobColumn.STATUS:
                return plain_tool_tip(self._status_tip(job))
            case JobColumn.TITLE:
                lines = (job.shown_title, job.description[:1000], gone_text(job))
                return plain_tool_tip(visible_text("\n".join(line for line in lines if line)))
            case JobColumn.BACK_END:
                account = self._accounts.account(job.account_id)
                return plain_tool_tip(f"{account.api_base}\n{account.user}" if account else "")
            case JobColumn.DURATION:
                return format_duration(
                    job.duration(clock_of(job, self._accounts.statuses(), utc_now()))
                )
            case JobColumn.ID:
                return plain_tool_tip(visible_text(job.id))
            case JobColumn.USES:
                return plain_tool_tip(visible_text(job.uses.replace(" ", "\n")))
        return format_exact(time_of(job, column))

    def heading(self, heading: DayHeading, now: dt.datetime) -> str:
        """The words over the jobs of a day."""
        day = day_text(heading.day, now.astimezone().date())
        return day if heading.count is None else f"{day}  ·  {count_text(heading.count)}"

    def back_end(self, job: Job) -> str:
        """The title of the account a job belongs to."""
        account = self._accounts.account(job.account_id)
        return one_line(account.title) if account else ""

    def _status_tip(self, job: Job) -> str:
        lines = [status_text(job)]
        if job.status is JobStatus.UNKNOWN:
            lines.append(_tr("The back-end's own word; openEO does not know it."))
        if unknown_since(job, self._accounts.statuses()) is not None:
            lines.append(last_known_text(job))
        lines += [gone_text(job), pending_tip(job.pending)]
        return "\n".join(line for line in lines if line)


def time_of(job: Job, column: JobColumn) -> dt.datetime | None:
    """The time a column shows; None where it shows none."""
    return getattr(job, column.sort_field.value) if column in _TIMES else None


def short_time(value: dt.datetime | None) -> str:
    """A local time to the minute, in a form that lines up; empty if unknown."""
    return "" if value is None else f"{value.astimezone():%Y-%m-%d %H:%M}"


def day_text(day: dt.date | None, today: dt.date) -> str:
    """A day as one says it, in the language of the system."""
    if day is None:
        return _tr("Without a date")
    if day == today:
        return _tr("Today")
    if day == today - dt.timedelta(days=1):
        return _tr("Yesterday")
    form = "dddd, d MMMM" if day.year == today.year else "dddd, d MMMM yyyy"
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def downloads_text(files: Sequence[Download]) -> str:
    """How much of a job's results is here; empty if nothing was asked for."""
    if not files:
        return ""
    done = sum(file.state is DownloadState.DONE for file in files)
    if done == len(files):
        return _tr("Downloaded")
    if any(file.state.is_open or file.state is DownloadState.VERIFYING for file in files):
        return _tr("{done} of {all} files…").format(done=done, all=len(files))
    if any(file.state is DownloadState.FAILED for file in files):
        return _tr("Failed, {done} of {all} files").format(done=done, all=len(files))
    return _tr("Paused, {done} of {all} files").format(done=done, all=len(files))


def one_line(text: str) -> str:
    """Foreign text in one line, control characters visible, no longer than a line can show."""
    return visible_text(" ".join(text[:SHORT_TEXT].split()))


def status_text(job: Job) -> str:
    """The status as a word; what the person has just asked for, while it is under way."""
    if job.gone and job.key.is_provisional:
        return _tr("Not created")
    return pending_text(job.pending) or status_label(job.status, visible_text(job.status_text))


def shown_status(job: Job) -> JobStatus:
    """Whose colour and icon the status has: what waits for a place here looks as queued there."""
    return JobStatus.QUEUED if job.pending == WAITING else job.status


def pending_text(pending: str) -> str:
    """An action under way as a word."""
    words = {
        "creating": _tr("Creating…"),
        "starting": _tr("Starting…"),
        "stopping": _tr("Stopping…"),
        "deleting": _tr("Deleting…"),
        "updating": _tr("Changing…"),
        "waiting": _tr("Waiting…"),
    }
    return words.get(pending, "")


def gone_text(job: Job) -> str:
    """What is to be known about a job that the back-end has dropped."""
    if job.gone and job.key.is_provisional:
        return _tr("It was not created at the back-end; kept here to be duplicated.")
    return _tr("No longer on the back-end; kept here in the history.") if job.gone else ""


def pending_tip(pending: str) -> str:
    """What an action under way waits for, where the word does not say it."""
    tips = {
        "creating": _tr("The back-end has not answered yet."),
        "waiting": _tr("Waits for a place: its back-end runs no more jobs at once."),
    }
    return tips.get(pending, "")


def shown_progress(job: Job) -> float | None:
    """Percent where a bar tells something: while it runs, and where a failed job stopped."""
    if job.progress is None or job.status is JobStatus.RUNNING:
        return job.progress
    stopped = job.status in (JobStatus.ERROR, JobStatus.CANCELED, JobStatus.UNKNOWN)
    return job.progress if stopped and 0 < job.progress < 100 else None
