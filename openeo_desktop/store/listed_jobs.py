"""Items of a listing, straight from their documents into the history: a hundred thousand jobs.

What is the same as in the listing before costs a look; what is new becomes columns without a
detour; what is different goes the way of every other job (`job_upsert`).
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.jobs import Job, JobId, JobKey, JobStatus, parse_job, read_progress
from openeo_desktop.core.json_values import MAX_TEXT, as_number, as_text, without_surrogates
from openeo_desktop.core.times import parse_time
from openeo_desktop.store.bulk import insert_rows
from openeo_desktop.store.database import Database
from openeo_desktop.store.job_upsert import Transition, Upsert, digest_of

Item = tuple[Mapping[str, Any], str]
_NAMES = (
    *("row", "account_id", "job_id", "status", "status_text", "title", "description"),
    *("created", "updated", "queued", "started", "ended", "duration", "progress"),
    *("plan", "costs", "budget", "log_level", "seen", "raw", "listed"),
)
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_LARGE = 1e300
_from_iso = dt.datetime.fromisoformat
_STATUSES = {str(status) for status in JobStatus}
_TERMINAL = {str(status) for status in JobStatus if status.is_terminal}
_ACTIVE = {str(status) for status in JobStatus if status.is_active}


def upsert_listed(
    database: Database,
    account_id: AccountId,
    items: Sequence[Item],
    *,
    forgotten: Set[JobKey] = frozenset(),
    now: dt.datetime | None = None,
) -> tuple[set[JobKey], list[Transition]]:
    """Write items of a listing; returns what changed and the status changes.

    Of jobs never seen before only those that are under way are among the status changes: the past
    of the others is no news, and a first listing may bring a hundred thousand of them.

    Args:
        items: Documents with the JSON text of each, as it came.
        forgotten: Jobs that were deleted meanwhile; an old listing must not bring them back.
    """
    with database.transaction() as connection:
        work = Upsert(database, connection, now=now)
        known_account = connection.execute("SELECT 1 FROM accounts WHERE id = ?", (account_id,))
        if known_account.fetchone() is not None:  # else removed while the answer was on its way
            for page in _pages(account_id, items, forgotten):
                _write(work, account_id, page)
    return work.changed, work.transitions


def _pages(
    account_id: AccountId, items: Sequence[Item], forgotten: Set[JobKey]
) -> Iterator[dict[str, Item]]:
    """Items by id, each id once in a page."""
    page: dict[str, Item] = {}
    for item in items:
        job_id = as_text(item[0].get("id"))
        if not job_id or (forgotten and JobKey(account_id, JobId(job_id)) in forgotten):
            continue
        if job_id in page or len(page) >= Upsert.BATCH:
            yield page
            page = {}
        page[job_id] = item
    if page:
        yield page


def _write(work: Upsert, account_id: AccountId, page: Mapping[str, Item]) -> None:
    if work.is_first_listing(account_id) and _insert_unseen(work, account_id, page):
        return
    known = work.known(account_id, list(page))
    fresh: dict[str, Item] = {}
    others: list[Job] = []
    for job_id, (document, text) in page.items():
        before = known.get(job_id)
        digest = digest_of(without_surrogates(text))
        if before is None and digest is not None:
            fresh[job_id] = (document, text)
        elif before is None or digest != before.listed or not _is_status(before.status, document):
            job = parse_job(account_id, document, text)
            others += [job] if job is not None else []
        else:
            work.see(JobKey(account_id, JobId(job_id)), before)
    if fresh:
        _insert(work, account_id, fresh)
    if others:
        work.write(others)


def _insert_unseen(work: Upsert, account_id: AccountId, page: Mapping[str, Item]) -> bool:
    """In a first listing nothing is looked up: what is there already is the exception."""
    if not all(text for _, text in page.values()):
        return False
    work.connection.execute("SAVEPOINT page")
    try:
        _insert(work, account_id, page)
    except sqlite3.IntegrityError:  # pages shifted while they were read, or it was added by its id
        work.connection.execute("ROLLBACK TO page")
        return False
    finally:
        work.connection.execute("RELEASE page")
    return True


def _insert(work: Upsert, account_id: AccountId, items: Mapping[str, Item]) -> None:
    """Jobs that are not known."""
    first = work.next_row()
    rows: list[list[Any]] = []
    for row, (job_id, (document, said)) in enumerate(items.items(), first):
        text = without_surrogates(said)
        columns = _columns(account_id, job_id, document, short=len(text) < MAX_TEXT)
        rows.append([row, *columns, work.at, text, digest_of(text)])
    insert_rows(work.connection, "jobs", _NAMES, rows)
    active = [values for values in rows if values[3] in _ACTIVE]
    work.note_seen(account_id, list(items), first)
    work.note_since([values[0] for values in active])
    jobs = (parse_job(account_id, *items[values[2]]) for values in active)
    work.transitions += [Transition(job, None) for job in jobs if job is not None]


def _is_status(known: str, document: Mapping[str, Any]) -> bool:
    return document.get("status") == known or JobStatus.parse(document.get("status")) == known


def _columns(
    account_id: AccountId, job_id: str, raw: Mapping[str, Any], *, short: bool
) -> list[Any]:
    """What `parse_job` and `columns_of` make of a document, without the values between them.

    Called a hundred thousand times in a row: what is absent, or plain text, costs no call.

    Args:
        short: No text in it is too long.
    """
    get = raw.get
    said, title, about = get("status"), get("title"), get("description")
    status = said if type(said) is str and said in _STATUSES else str(JobStatus.parse(said))
    updated, started, queued = get("updated"), get("started"), get("queued")
    plan, costs, budget, level = get("plan"), get("costs"), get("budget"), get("log_level")
    updated = None if updated is None else _seconds(updated)
    started = None if started is None else _seconds(started)
    ended = updated if status in _TERMINAL else None
    known = started is not None and ended is not None and ended >= started
    return [
        account_id,
        job_id,
        status,
        status if status is said else as_text(said) or "N/A",
        title if short and type(title) is str and title.isascii() else as_text(title),
        about if short and type(about) is str and about.isascii() else as_text(about),
        _seconds(get("created") or get("submitted")),
        updated,
        None if queued is None else _seconds(queued),
        started,
        ended,
        ended - started if known else None,  # type: ignore[operator] # known says so
        _progress(get("progress")),
        "" if plan is None else as_text(plan),
        costs if type(costs) is float and -_LARGE < costs < _LARGE else as_number(costs),
        None if budget is None else as_number(budget),
        "" if level is None else as_text(level),
    ]


def _progress(raw: object) -> float | None:
    """As `read_progress`; nearly every job has run to its end, or tells none."""
    if raw is None:
        return None
    return 100.0 if type(raw) is int and raw == 100 else read_progress(raw)


def _seconds(raw: object) -> float | None:
    """As `parse_time`; nearly every time takes the short way."""
    if type(raw) is str and len(raw) == 20 and raw[-1] == "Z":
        try:
            return (_from_iso(raw) - _EPOCH).total_seconds()
        except ValueError:
            return None
    value = parse_time(raw)
    return None if value is None else value.timestamp()
