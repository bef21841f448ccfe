"""The words of the downloads: cells, states, totals. Pure functions of values; no widgets here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.downloads import Download, DownloadState, Verification
from openeo_desktop.core.formatting import (
    format_duration,
    format_exact,
    format_rate,
    format_size,
    visible_text,
)
from openeo_desktop.core.times import utc_now
from openeo_desktop.models.download_groups import DownloadGroup, Line
from openeo_desktop.models.download_rows import DownloadColumn
from openeo_desktop.ui.kit.numbers import count_text
from openeo_desktop.ui.kit.plain_text import plain_tool_tip


def _tr(text: str) -> str:
    return QCoreApplication.translate("Downloads", text)


def headers() -> tuple[str, ...]:
    """A word for each `DownloadColumn`."""
    return (
        _tr("File"),
        _tr("Progress"),
        _tr("Size"),
        _tr("Speed"),
        _tr("Time left"),
        _tr("State"),
    )


def filter_words() -> dict[str, str]:
    """A word for each filter by state."""
    return {
        "all": _tr("All"),
        "active": _tr("On the way"),
        "waiting": _tr("Waiting"),
        "paused": _tr("Paused"),
        "failed": _tr("Failed"),
        "done": _tr("Finished"),
    }


def cell_text(line: Line, column: DownloadColumn) -> str:
    """What a cell of the downloads table shows."""
    if isinstance(line, DownloadGroup):
        return group_text(line, column)
    if column is DownloadColumn.FILE:
        return visible_text(line.path.name)
    if column is DownloadColumn.PROGRESS:
        return percent(line)
    if column is DownloadColumn.SIZE:
        return size_text(line)
    if column is DownloadColumn.SPEED:
        return format_rate(line.rate) if _running(line) else ""
    if column is DownloadColumn.LEFT:
        return time_left(line.seconds_left)
    return state_text(line)


def group_text(group: DownloadGroup, column: DownloadColumn) -> str:
    """What a cell of a job's row shows: all its files together."""
    if column is DownloadColumn.FILE:
        return visible_text(group.title)
    if column is DownloadColumn.PROGRESS:
        percentage = int(group.fraction * 100)
        return "" if group.is_whole or not percentage else f"{percentage} %"
    if column is DownloadColumn.SIZE:
        return sizes_text(group.done, group.total, whole=group.is_whole)
    if column is DownloadColumn.SPEED:
        return format_rate(group.rate) if group.rate else ""
    if column is DownloadColumn.LEFT:
        return time_left(group.seconds_left)
    return files_text(group)


def files_text(group: DownloadGroup) -> str:
    """`3 of 5 files`, `5 files` when all are here, with what failed or waits for the person."""
    count, trouble = len(group.files), group.states[DownloadState.FAILED]
    waits = sum(group.states[state] for state in DownloadState if state.needs_person)
    words = _tr("1 file") if count == 1 else _tr("{count} files").format(count=count_text(count))
    if not group.is_whole:
        words = _tr("{done} of {files}").format(done=count_text(group.finished), files=words)
    parts = [words, _tr("{count} failed").format(count=count_text(trouble)) if trouble else ""]
    parts.append(_tr("{count} need you").format(count=count_text(waits)) if waits else "")
    return "  ·  ".join(part for part in parts if part)


def cell_tool_tip(line: Line, column: DownloadColumn) -> str:
    """What hovering a cell tells, escaped for rich text."""
    if isinstance(line, DownloadGroup):
        if column is DownloadColumn.FILE:
            return plain_tool_tip(f"{visible_text(line.title)}\n{visible_text(line.back_end)}")
        return plain_tool_tip(cell_text(line, column))
    if column is DownloadColumn.FILE:
        return plain_tool_tip(str(line.path))
    if column is DownloadColumn.STATE:
        return plain_tool_tip(state_details(line))
    return plain_tool_tip(cell_text(line, column))


def percent(download: Download) -> str:
    """`62 %`, rounded down so that 100 means all of it; empty if it cannot be said."""
    if not download.done or download.fraction is None or download.state is DownloadState.DONE:
        return ""
    return f"{int(download.fraction * 100)} %"


def size_text(download: Download) -> str:
    """`12 of 40 MB`; `40 MB` when it is all there or not begun; `12 MB` if the end is unknown."""
    return sizes_text(download.done, download.total, whole=download.state is DownloadState.DONE)


def sizes_text(done_bytes: int, total_bytes: int | None, *, whole: bool) -> str:
    """What has arrived of how much; `whole`: all of it is here."""
    done, total = format_size(done_bytes), format_size(total_bytes)
    if whole:
        return total or done
    if not total:
        return done if done_bytes else ""
    if not done_bytes:
        return total
    number, _, unit = done.partition(" ")
    first = number if unit == total.partition(" ")[2] else done
    return _tr("{done} of {total}").format(done=first, total=total)


def time_left(seconds: float | None) -> str:
    """A coarse duration: seconds below a minute, then minutes, then hours and minutes."""
    if seconds is None:
        return ""
    if seconds >= 60:
        seconds = round(seconds / 60) * 60
    return format_duration(dt.timedelta(seconds=max(1, round(seconds))))


def state_text(download: Download, now: dt.datetime | None = None) -> str:
    """The state in a word or two, with the reason where there is one."""
    state, reason = download.state, _one_line(download.reason)
    if state is DownloadState.WAITING:
        return _waiting_text(download, now or utc_now())
    if state is DownloadState.FAILED:
        return _tr("Failed: {reason}").format(reason=reason) if reason else _tr("Failed")
    if state is DownloadState.PAUSED:
        return _tr("Paused: {reason}").format(reason=reason) if reason else _tr("Paused")
    if state is DownloadState.DONE:
        return done_text(download)
    if state.needs_person:
        return needs_text(download)
    words = {
        DownloadState.RUNNING: _tr("Downloading"),
        DownloadState.VERIFYING: _tr("Verifying"),
    }
    return words.get(state) or _tr("Queued")


def reasons_text(downloads: Iterable[Download]) -> str:
    """Why these do not go on, in full, to be copied: path, state, details."""
    blocks = (
        f"{download.path}\n{state_text(download)}\n{visible_text(download.reason)}".rstrip()
        for download in downloads
    )
    return "\n\n".join(blocks)


def needs_text(download: Download) -> str:
    """What a download waits for that somebody has to do."""
    if download.state is DownloadState.WAITING_AUTH:
        return _tr("Waits for sign-in")
    return _tr("Waits for space on the disk")


def done_text(download: Download) -> str:
    """How sure it is that the file is the file of the back-end."""
    if download.verified is Verification.CHECKSUM:
        return _tr("Verified")
    if download.verified is Verification.UNKNOWN:
        return _tr("Downloaded, not verified")
    return _tr("Complete") if download.verified is Verification.LENGTH else _tr("Downloaded")


def state_details(download: Download) -> str:
    """The state in whole sentences, for the tool tip."""
    if download.state is DownloadState.DONE:
        return _done_details(download)
    lines = [state_text(download)]
    if download.state.needs_person and download.reason:
        lines.append(_one_line(download.reason))
    if download.state is DownloadState.WAITING and download.retry_at:
        lines.append(_tr("Next try: {time}").format(time=format_exact(download.retry_at)))
    if download.attempts > 1:
        lines.append(_tr("Tries so far: {count}").format(count=download.attempts))
    return "\n".join(lines)


def _done_details(download: Download) -> str:
    if download.verified is Verification.CHECKSUM:
        return _tr("The file is complete; its checksum is the one the back-end gives.")
    if download.verified is Verification.UNKNOWN:
        return _tr("The file has arrived; its checksum is of a kind that this app does not know.")
    if download.verified is Verification.LENGTH:
        return _tr("The file has the announced length; the back-end gives no checksum.")
    return _tr("The file has arrived; the back-end gives neither length nor checksum to check it.")


def _waiting_text(download: Download, now: dt.datetime) -> str:
    left = (download.retry_at - now).total_seconds() if download.retry_at else 0.0
    again = _tr("Trying again soon")
    if left >= 1:
        again = _tr("Trying again in {time}").format(time=time_left(left))
    reason = _one_line(download.reason)
    return f"{again}: {reason}" if reason else again


def totals_text(open_count: int, failed: int, rate: float, seconds_left: float | None) -> str:
    """One line about all of it: `3 open · 42 MB/s · 6 min left · 1 failed`; empty if nothing."""
    parts = [_tr("{count} open").format(count=count_text(open_count)) if open_count else ""]
    parts.append(format_rate(rate) if open_count else "")
    left = time_left(seconds_left) if open_count else ""
    parts.append(_tr("{time} left").format(time=left) if left else "")
    parts.append(_tr("{count} failed").format(count=count_text(failed)) if failed else "")
    return "  ·  ".join(part for part in parts if part)


def _running(download: Download) -> bool:
    return download.state is DownloadState.RUNNING


def _one_line(text: str) -> str:
    return " ".join(visible_text(text[:400]).split())
