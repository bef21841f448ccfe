"""Jobs whose files are to be fetched as soon as they have finished, with the choice of files."""

from __future__ import annotations

from collections.abc import Mapping

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


def keep_rules(database: Database, rules: Mapping[AccountId, str]) -> None:
    """From now on, a job of these accounts is waited for from the transaction that sees its end.

    A trigger of this connection alone: a kill between the end and the wish would lose the wish.

    Args:
        rules: JSON text of each account's rule.
    """
    with database.transaction() as connection:
        connection.execute("DROP TRIGGER IF EXISTS temp.finished_jobs_are_wished")
        connection.execute(
            """CREATE TEMP TABLE IF NOT EXISTS auto_rules
               (account_id TEXT PRIMARY KEY, rule TEXT NOT NULL)"""
        )
        connection.execute("DELETE FROM temp.auto_rules")
        connection.executemany("INSERT INTO temp.auto_rules VALUES (?, ?)", list(rules.items()))
        if rules:
            connection.execute(_WISH)


_WISH = """
    CREATE TEMP TRIGGER finished_jobs_are_wished AFTER UPDATE OF status ON main.jobs
    WHEN new.status = 'finished' AND old.status != 'finished' BEGIN
        INSERT OR IGNORE INTO auto_downloads (account_id, job_id, rule)
            SELECT new.account_id, new.job_id, rule FROM auto_rules
            WHERE account_id = new.account_id;
    END
"""
