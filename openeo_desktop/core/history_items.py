"""What stands in an exported history, read with the same caution as an answer of a server.

Format `openeo-desktop-history`, version 1: one JSON object with the members `format`, `version`,
`written`, then `accounts`, `jobs` and `logs`, each an array with one item a line. A job has
`account`, `job` (as last seen, in the words of the openEO API), `document` (the back-end's own
JSON), `details_fetched`, `gone`, `transitions`, and `results` with `results_fetched` where wanted.
A log is told in portions: `account`, `job`, `entries` (the back-end's own JSON).
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from openeo_desktop.core.accounts import Account, AccountId
from openeo_desktop.core.jobs import Job, parse_job
from openeo_desktop.core.json_values import as_dict, as_dicts, as_text
from openeo_desktop.core.times import parse_time

FORMAT = "openeo-desktop-history"
VERSION = 1
MAX_NAME = 200
MAX_TRANSITIONS = 10_000
_EARLIEST = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def read_account(raw: object) -> Account | None:
    """An account of a file, of which only the jobs are known; None if it says too little."""
    item = as_dict(raw)
    account_id = as_text(item.get("id"))
    base = as_text(item.get("api_base"))
    if not account_id or len(account_id) > MAX_NAME or not _is_address(base):
        return None
    title = " ".join(as_text(item.get("title")).split())[:MAX_NAME]
    url = as_text(item.get("user_url"))
    return Account(
        id=AccountId(account_id),
        title=title or base,
        user_url=url if _is_address(url) else base,
        api_base=base,
        provider=as_text(item.get("provider"))[:MAX_NAME],
        user=as_text(item.get("user"))[:MAX_NAME],
        is_local=item.get("is_local") is True,
        history_only=True,
    )


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and len(url) < 2000


def read_job(account_id: AccountId, item: Mapping[str, Any]) -> Job | None:
    """The job as it was last seen; its `raw` is the document of the back-end."""
    document = as_dict(item.get("document"))
    job = parse_job(account_id, {**document, **as_dict(item.get("job"))})
    return None if job is None else dataclasses.replace(job, raw=document)


def read_transitions(item: Mapping[str, Any]) -> tuple[tuple[str, str, dt.datetime], ...]:
    """(status before, status, when), without what has no time."""
    found = []
    for change in as_dicts(item.get("transitions"))[:MAX_TRANSITIONS]:
        at = parse_time(change.get("at"))
        status = as_text(change.get("status"))[:MAX_NAME]
        if at is not None and at >= _EARLIEST and status:
            found.append((as_text(change.get("before"))[:MAX_NAME], status, at))
    return tuple(found)
