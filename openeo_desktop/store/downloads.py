"""The download queue: the row is the truth. At start, what ran or waited is queued again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.downloads import Download, DownloadId, DownloadState, Verification
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.store.database import Database
from openeo_desktop.store.rows import to_seconds, to_time


def load_downloads(database: Database, job: JobKey | None = None) -> list[Download]:
    """The queue in order, or the rows of one job; called at start, so nothing of it runs yet."""
    where, values = ("account_id = ? AND job_id = ?", job) if job else ("1", ())
    with database.transaction() as connection:
        connection.execute(
            f"""UPDATE downloads SET state = 'queued', retry_at = NULL
                WHERE state IN ('running', 'waiting') AND {where}""",  # noqa: S608 - fixed clauses
            values,
        )
    rows = database.connection.execute(
        f"SELECT * FROM downloads WHERE {where} ORDER BY id",  # noqa: S608 - fixed clauses
        values,
    )
    return [download_of(row) for row in rows]


def download_of(row: sqlite3.Row) -> Download:
    """A download from its row."""
    return Download(
        id=DownloadId(row["id"]),
        job=JobKey(AccountId(row["account_id"]), JobId(row["job_id"])),
        asset_key=row["asset_key"],
        path=Path(row["path"]),
        state=DownloadState(row["state"]),
        done=row["done"],
        total=row["total"],
        reason=row["reason"],
        verified=Verification(row["verified"]),
        attempts=row["attempts"],
        retry_at=to_time(row["retry_at"]),
        etag=row["etag"],
        checksum=row["checksum"],
        job_title=row["job_title"],
        media_type=row["media_type"],
    )


def add_downloads(database: Database, downloads: Iterable[Download]) -> list[DownloadId]:
    """Append to the queue; the ids given here are their identity from now on."""
    ids: list[DownloadId] = []
    with database.transaction() as connection:
        for download in downloads:
            cursor = connection.execute(
                """INSERT INTO downloads (account_id, job_id, asset_key, path, state, total,
                       checksum, job_title, media_type) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                (
                    *download.job,
                    download.asset_key,
                    str(download.path),
                    download.state.value,
                    download.total,
                    download.checksum,
                    download.job_title,
                    download.media_type,
                ),
            )
            ids.append(DownloadId(int(cursor.lastrowid or 0)))
    return ids


def save_download(database: Database, download: Download) -> None:
    """Write state, progress and reason of one row."""
    with database.transaction() as connection:
        connection.execute(
            """UPDATE downloads SET state = ?, done = ?, total = ?, reason = ?, verified = ?,
                   attempts = ?, retry_at = ?, etag = ?, path = ? WHERE id = ?""",
            (
                download.state.value,
                download.done,
                download.total,
                download.reason,
                download.verified.value,
                download.attempts,
                to_seconds(download.retry_at),
                download.etag,
                str(download.path),
                download.id,
            ),
        )


def remove_downloads(database: Database, ids: Iterable[DownloadId]) -> None:
    """Take rows off the list; files are not touched."""
    with database.transaction() as connection:
        connection.executemany("DELETE FROM downloads WHERE id = ?", [(item,) for item in ids])
