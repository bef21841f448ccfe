"""The download queue: the row is the truth. At start, what ran or waited is queued again.

What is durable of a part is written by functions of its own, and by nothing else: no late word
about the state of a row can make it claim bytes that are not there.
"""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.downloads import (
    Download,
    DownloadId,
    DownloadState,
    PartRecord,
    Verification,
)
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.store.database import Database
from openeo_desktop.store.rows import to_seconds, to_time


def load_downloads(database: Database, job: JobKey | None = None) -> list[Download]:
    """The queue in order, or the rows of one job; called at start, so nothing of it runs yet."""
    where, values = ("account_id = ? AND job_id = ?", job) if job else ("1", ())
    with database.transaction() as connection:
        connection.execute(
            f"""UPDATE downloads SET retry_at = NULL,
                    state = CASE state WHEN 'verifying' THEN 'done' ELSE 'queued' END
                WHERE state IN ('running', 'waiting', 'waiting_auth', 'waiting_disk', 'verifying')
                    AND {where}""",  # noqa: S608 - fixed clauses
            values,
        )
    rows = database.connection.execute(
        f"SELECT *, {_TITLE_NOW} FROM downloads WHERE {where} ORDER BY position, id",  # noqa: S608
        values,
    )
    return [_with_title(row) for row in rows]


def list_downloads(database: Database) -> list[Download]:
    """All rows as they are; nothing is changed, so it may be asked at any time."""
    return [download_of(row) for row in database.connection.execute("SELECT * FROM downloads")]


_TITLE_NOW = """(SELECT jobs.title FROM jobs WHERE jobs.account_id = downloads.account_id
                    AND jobs.job_id = downloads.job_id) AS title_now"""


def _with_title(row: sqlite3.Row) -> Download:
    """Its job may have been renamed while nobody looked."""
    download = download_of(row)
    return dataclasses.replace(download, job_title=row["title_now"] or download.job_title)


def load_download(database: Database, item: DownloadId) -> tuple[Download, PartRecord] | None:
    """One row as it is now, with what is durable of it; another process may have changed it."""
    row = database.connection.execute("SELECT * FROM downloads WHERE id = ?", (item,)).fetchone()
    if row is None:
        return None
    record = PartRecord(
        validator=row["etag"],
        committed=row["committed"],
        total=row["total"],
        ready=bool(row["ready"]),
        verified=_READY.get(row["ready"], Verification.NONE),
    )
    return download_of(row), record


def download_of(row: sqlite3.Row) -> Download:
    """A download from its row; of what has not arrived whole, only durable bytes count."""
    state = DownloadState(row["state"])
    return Download(
        id=DownloadId(row["id"]),
        job=JobKey(AccountId(row["account_id"]), JobId(row["job_id"])),
        asset_key=row["asset_key"],
        path=Path(row["path"]),
        state=state,
        done=row["done"] if state is DownloadState.DONE else row["committed"],
        total=row["total"],
        reason=row["reason"],
        verified=_verification(row["verified"]),
        attempts=row["attempts"],
        retry_at=to_time(row["retry_at"]),
        checksum=row["checksum"],
        job_title=row["job_title"],
        media_type=row["media_type"],
        part=Path(row["part"]) if row["part"] else None,
        host=row["host"],
        position=row["position"],
        result_status=row["result_status"],
    )


def _verification(text: str) -> Verification:
    try:
        return Verification(text)
    except ValueError:
        return Verification.NONE


def _ready(verified: Verification) -> str:
    """A word that is not empty, for each way."""
    return verified.value or "yes"


_READY = {_ready(verified): verified for verified in Verification}


def add_downloads(database: Database, downloads: Iterable[Download]) -> list[Download]:
    """Append to the queue; the ids and positions given here are theirs from now on."""
    added: list[Download] = []
    with database.transaction() as connection:
        last = connection.execute("SELECT coalesce(max(position), 0) FROM downloads").fetchone()[0]
        for position, download in enumerate(downloads, start=int(last) + 1):
            cursor = connection.execute(
                """INSERT INTO downloads (account_id, job_id, asset_key, path, part, state, total,
                       checksum, job_title, media_type, host, position, result_status)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *""",
                (
                    *download.job,
                    download.asset_key,
                    str(download.path),
                    str(download.part_path),
                    download.state.value,
                    download.total,
                    download.checksum,
                    download.job_title,
                    download.media_type,
                    download.host,
                    position,
                    download.result_status,
                ),
            )
            added.append(download_of(cursor.fetchone()))
    return added


def save_downloads(database: Database, downloads: Iterable[Download]) -> None:
    """Write what is told of these rows; nothing about their parts, sizes and names."""
    with database.transaction() as connection:
        connection.executemany(
            """UPDATE downloads SET state = ?, done = ?, reason = ?, verified = ?, attempts = ?,
                   retry_at = ?, checksum = ?, host = ?, result_status = ?, job_title = ?
               WHERE id = ?""",
            [
                (
                    download.state.value,
                    download.done,
                    download.reason,
                    download.verified.value,
                    download.attempts,
                    to_seconds(download.retry_at),
                    download.checksum,
                    download.host,
                    download.result_status,
                    download.job_title,
                    download.id,
                )
                for download in downloads
            ],
        )


def save_positions(database: Database, positions: Mapping[DownloadId, float]) -> None:
    """Write the order of these rows."""
    with database.transaction() as connection:
        connection.executemany(
            "UPDATE downloads SET position = ? WHERE id = ?",
            [(position, item) for item, position in positions.items()],
        )


def begin_part(database: Database, item: DownloadId, validator: str, total: int | None) -> None:
    """The part holds no bytes; those to come belong to this validator."""
    with database.transaction() as connection:
        connection.execute(
            """UPDATE downloads SET etag = ?, committed = 0, ready = '', total = coalesce(?, total)
               WHERE id = ?""",
            (validator, total, item),
        )


def commit_part(database: Database, item: DownloadId, size: int) -> None:
    """So many bytes of the part are durable."""
    with database.transaction() as connection:
        connection.execute("UPDATE downloads SET committed = ? WHERE id = ?", (size, item))


def ready_part(
    database: Database, item: DownloadId, path: Path, verified: Verification, size: int
) -> None:
    """The part is whole and verified; only its rename to `path` is left."""
    with database.transaction() as connection:
        connection.execute(
            """UPDATE downloads SET ready = ?, path = ?, committed = ?, total = ?
               WHERE id = ?""",
            (_ready(verified), str(path), size, size, item),
        )


def remove_downloads(database: Database, ids: Iterable[DownloadId]) -> None:
    """Take rows off the list; files are not touched."""
    with database.transaction() as connection:
        connection.executemany("DELETE FROM downloads WHERE id = ?", [(item,) for item in ids])
