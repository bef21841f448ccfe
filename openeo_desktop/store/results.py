"""Result metadata in the history, for reading without a network, without its signed links."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from openeo_desktop.core.jobs import JobKey
from openeo_desktop.core.json_values import as_dict, as_dicts, as_text
from openeo_desktop.core.times import utc_now
from openeo_desktop.store.database import Database
from openeo_desktop.store.reader import Reader
from openeo_desktop.store.rows import from_json, to_json, to_time

_KEPT_LINKS = {"license", "about", "cite-as", "derived_from", "processing-software"}


def without_links(document: Mapping[str, Any]) -> dict[str, Any]:
    """A copy of a result document without any address that may be signed."""
    copy = dict(document)
    copy["assets"] = {
        key: {name: v for name, v in as_dict(asset).items() if not _is_address(name, v)}
        for key, asset in as_dict(document.get("assets")).items()
    }
    copy["links"] = [
        link
        for link in as_dicts(document.get("links"))
        if link.get("rel") in _KEPT_LINKS and "?" not in as_text(link.get("href"))
    ]
    return copy


def _is_address(name: str, value: object) -> bool:
    """Whether a member of an asset may hold a signature."""
    return name in ("href", "alternate") or (isinstance(value, str) and "://" in value)


def save_results(
    database: Database, key: JobKey, document: Mapping[str, Any], now: dt.datetime | None = None
) -> None:
    """Keep the document of a job that is known, as of `now`."""
    with database.transaction() as connection:
        connection.execute(
            """INSERT INTO results (job_row, raw, fetched_at)
               SELECT row, ?, ? FROM jobs WHERE account_id = ? AND job_id = ?
               ON CONFLICT (job_row) DO UPDATE SET raw = excluded.raw,
                   fetched_at = excluded.fetched_at""",
            (to_json(without_links(document)), (now or utc_now()).timestamp(), *key),
        )


def load_results(database: Reader, key: JobKey) -> tuple[dict[str, Any], dt.datetime | None] | None:
    """The document and when it was fetched, None if never."""
    row = database.connection.execute(
        """SELECT results.raw, results.fetched_at FROM results JOIN jobs ON jobs.row = job_row
           WHERE account_id = ? AND job_id = ?""",
        key,
    ).fetchone()
    return None if row is None else (from_json(row["raw"]), to_time(row["fetched_at"]))


def clear_results(database: Database, key: JobKey) -> None:
    """A restart discards the results on the back-end; so do we."""
    with database.transaction() as connection:
        connection.execute(
            """DELETE FROM results WHERE job_row IN
               (SELECT row FROM jobs WHERE account_id = ? AND job_id = ?)""",
            key,
        )
