"""Items of a listing, straight from their documents into the history: a hundred thousand jobs.

What is the same as in the listing before costs a look; what is new becomes columns without a
detour; what is different goes the way of every other job (`job_upsert`).
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.jobs import Job, JobId, JobKey, JobStatus, parse_job
from openeo_desktop.core.json_values import as_text, without_surrogates
from openeo_desktop.store.bulk import insert_columns
from openeo_desktop.store.database import Database
from openeo_desktop.store.job_upsert import Transition, Upsert
from openeo_desktop.store.listed_columns import (
    Columns,
    Item,
    Portion,
    columns_of_items,
    digest_of,
    plain_ids,
)

_ACTIVE = {str(status) for status in JobStatus if status.is_active}


def upsert_listed(
    database: Database,
    account_id: AccountId,
    items: Iterable[Item],
    *,
    forgotten: Set[JobKey] = frozenset(),
    now: dt.datetime | None = None,
) -> tuple[set[JobKey], list[Transition]]:
    """Write items of a listing that are at hand; see `upsert_portions`."""
    portions = [Portion(list(items))]
    return upsert_portions(database, account_id, portions, forgotten=forgotten, now=now)


def upsert_portions(
    database: Database,
    account_id: AccountId,
    portions: Iterable[Portion],
    *,
    forgotten: Set[JobKey] = frozenset(),
    now: dt.datetime | None = None,
) -> tuple[set[JobKey], list[Transition]]:
    """Write items of a listing; returns what changed and the status changes.

    Of jobs never seen before only those that are under way are among the status changes: the past
    of the others is no news, and a first listing may bring a hundred thousand of them.

    Args:
        portions: What was read of the listing, in its order.
        forgotten: Jobs that were deleted meanwhile; an old listing must not bring them back.
    """
    with database.transaction() as connection:
        work = Upsert(database, connection, now=now)
        known_account = connection.execute("SELECT 1 FROM accounts WHERE id = ?", (account_id,))
        if known_account.fetchone() is not None:  # else removed while the answer was on its way
            for portion in portions:
                _write_portion(work, account_id, portion, forgotten)
    return work.changed, work.transitions


def _write_portion(
    work: Upsert, account_id: AccountId, portion: Portion, forgotten: Set[JobKey]
) -> None:
    columns = portion.columns if work.is_first_listing(account_id) and not forgotten else None
    if columns is not None and _insert_unseen(work, account_id, columns, portion.items):
        return
    for page in _pages(account_id, portion.items, forgotten):
        _write(work, account_id, page)


def _pages(
    account_id: AccountId, items: Sequence[Item], forgotten: Set[JobKey]
) -> Iterator[dict[str, Item]]:
    """Items by id, each id once in a page."""
    for start in range(0, len(items), Upsert.BATCH):
        part = items[start : start + Upsert.BATCH]
        ids = None if forgotten else plain_ids([document for document, _ in part])
        if ids is not None:
            yield dict(zip(ids, part, strict=True))
        else:
            yield from _unusual_pages(account_id, part, forgotten)


def _unusual_pages(
    account_id: AccountId, items: Sequence[Item], forgotten: Set[JobKey]
) -> Iterator[dict[str, Item]]:
    page: dict[str, Item] = {}
    for item in items:
        job_id = as_text(item[0].get("id"))
        if not job_id or (forgotten and JobKey(account_id, JobId(job_id)) in forgotten):
            continue
        if job_id in page:
            yield page
            page = {}
        page[job_id] = item
    if page:
        yield page


def _write(work: Upsert, account_id: AccountId, page: Mapping[str, Item]) -> None:
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
        documents, texts = zip(*fresh.values(), strict=True)
        columns = {"job_id": list(fresh), **columns_of_items(documents, texts)}
        _insert(work, account_id, columns, list(fresh.values()))
    if others:
        work.write(others)


def _insert_unseen(
    work: Upsert, account_id: AccountId, columns: Columns, items: Sequence[Item]
) -> bool:
    """In a first listing nothing is looked up: what is there already is the exception."""
    work.connection.execute("SAVEPOINT page")
    try:
        _insert(work, account_id, columns, items)
    except sqlite3.IntegrityError:  # pages shifted while they were read, or it was added by its id
        work.connection.execute("ROLLBACK TO page")
        return False
    finally:
        work.connection.execute("RELEASE page")
    return True


def _insert(work: Upsert, account_id: AccountId, columns: Columns, items: Sequence[Item]) -> None:
    """Jobs that are not known."""
    first, count = work.next_row(), len(items)
    ours = {
        "row": range(first, first + count),
        "account_id": [account_id] * count,
        "seen": [work.at] * count,
    }
    insert_columns(work.connection, "jobs", {**ours, **columns})
    work.note_seen(account_id, columns["job_id"], first)
    active = [at for at, status in enumerate(columns["status"]) if status in _ACTIVE]
    work.note_since([first + at for at in active])
    jobs = (parse_job(account_id, *items[at]) for at in active)
    work.transitions += [Transition(job, None) for job in jobs if job is not None]


def _is_status(known: str, document: Mapping[str, Any]) -> bool:
    return document.get("status") == known or JobStatus.parse(document.get("status")) == known
