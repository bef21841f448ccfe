"""What is said of jobs that came to an end, one or many. Pure functions, no widgets."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.core.notices import Notice
from openeo_desktop.ui.kit.message_bar import Level
from openeo_desktop.ui.kit.numbers import count_text

_LONGEST = 80
_ORDER = (JobStatus.FINISHED, JobStatus.ERROR, JobStatus.CANCELED)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Notices", text)


def shown_title(notice: Notice) -> str:
    """The title on one line, as it can be shown."""
    line = visible_text(" ".join(notice.shown_title.split()))
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def notice_text(notices: Sequence[Notice], *, away: bool = False) -> str:
    """`«Wheat» has finished.`, `3 jobs finished, 1 failed while you were away.`"""
    if len(notices) == 1:
        text = _one(notices[0].status, away=away)
        return text.format(title=shown_title(notices[0]))
    counts = [(status, sum(n.status is status for n in notices)) for status in _ORDER]
    parts = [(status, count) for status, count in counts if count]
    words = [_many(status, count, first=at == 0) for at, (status, count) in enumerate(parts)]
    whole = _tr("{jobs} while you were away.") if away else _tr("{jobs}.")
    return whole.format(jobs=", ".join(words))


def _one(status: JobStatus, *, away: bool) -> str:
    texts = {
        (JobStatus.FINISHED, False): _tr("«{title}» has finished."),
        (JobStatus.ERROR, False): _tr("«{title}» has failed."),
        (JobStatus.CANCELED, False): _tr("«{title}» was canceled."),
        (JobStatus.FINISHED, True): _tr("«{title}» finished while you were away."),
        (JobStatus.ERROR, True): _tr("«{title}» failed while you were away."),
        (JobStatus.CANCELED, True): _tr("«{title}» was canceled while you were away."),
    }
    return texts[status, away]


def _many(status: JobStatus, count: int, *, first: bool) -> str:
    """The first part names the jobs, the others only count them: `3 jobs finished, 1 failed`."""
    one = count == 1
    texts = {
        JobStatus.FINISHED: (_tr("1 job finished"), _tr("{count} jobs finished")),
        JobStatus.ERROR: (_tr("1 job failed"), _tr("{count} jobs failed")),
        JobStatus.CANCELED: (_tr("1 job was canceled"), _tr("{count} jobs were canceled")),
    }
    others = {
        JobStatus.ERROR: (_tr("1 failed"), _tr("{count} failed")),
        JobStatus.CANCELED: (_tr("1 was canceled"), _tr("{count} were canceled")),
    }
    text = (texts if first else others)[status][0 if one else 1]
    return text.format(count=count_text(count))


def notice_level(notices: Sequence[Notice]) -> Level:
    """How grave it is: a failure counts most."""
    statuses = {notice.status for notice in notices}
    if JobStatus.ERROR in statuses:
        return "error"
    return "success" if JobStatus.FINISHED in statuses else "warning"
