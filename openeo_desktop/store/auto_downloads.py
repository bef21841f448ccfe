"""Jobs whose files are to be fetched as soon as they have finished, with the choice of files."""

from __future__ import annotations

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.store.database import Database


def load_wishes(database: Database) -> dict[JobKey, str]:
    """The rule (JSON text) of each job that is waited for."""
    rows = database.connection.execute("SELECT account_id, job_id, rule FROM auto_downloads")
    return {
        JobKey(AccountId(row["account_id"]), JobId(row["job_id"])): str(row["rule"]) for row in rows
    }


def save_wish(database: Database, key: JobKey, rule: str) -> None:
    """Wait for this job."""
    with database.transaction() as connection:
        connection.execute("INSERT OR REPLACE INTO auto_downloads VALUES (?, ?, ?)", (*key, rule))


def remove_wish(database: Database, key: JobKey) -> None:
    """Wait for this job no longer."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM auto_downloads WHERE account_id = ? AND job_id = ?", key)
