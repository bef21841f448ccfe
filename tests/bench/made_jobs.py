"""Made-up jobs for the benches: as a listing tells them, with words that repeat as in real life."""

from __future__ import annotations

import datetime as dt
import json
import random
from pathlib import Path
from typing import Any

from openeo_desktop.core.accounts import Account, AccountId
from openeo_desktop.store.accounts import save_account
from openeo_desktop.store.database import Database
from openeo_desktop.store.jobs import upsert_listed
from openeo_desktop.store.search_index import index_portion

WORDS = """NDVI flood Ljubljana wheat Sentinel Landsat drought forest crop mosaic cloud monthly
composite Slovenia river snow urban heat index burnt area change detection biomass yield moisture
coast water quality"""
STATES = ("finished",) * 14 + ("error",) * 3 + ("canceled", "created", "created")
ACCOUNTS = (("a", "Zeta"), ("b", "alpha"), ("c", "Terrascope"))
NEWEST = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
_WORDS = WORDS.split()


def item(number: int, rng: random.Random) -> dict[str, Any]:
    """An item of a listing, the newest first; fields as the openEO Python driver sends them."""
    created = NEWEST - dt.timedelta(seconds=number * 150 + rng.randrange(150))
    updated = created + dt.timedelta(seconds=rng.randrange(20_000))
    return {
        "id": f"j-{created:%y%m%d%H%M%S}{rng.getrandbits(48):012x}",
        "title": " ".join(rng.choices(_WORDS, k=4)) + f" {number}",
        "description": " ".join(rng.choices(_WORDS, k=25)),
        "status": rng.choice(STATES),
        "progress": 100,
        "created": f"{created:%Y-%m-%dT%H:%M:%SZ}",
        "updated": f"{updated:%Y-%m-%dT%H:%M:%SZ}",
        "plan": "free",
        "costs": rng.randrange(500) / 10,
        "budget": 100,
    }


def write_history(path: Path, count: int) -> None:
    """A history with that many jobs of three accounts, its search indexed."""
    rng = random.Random(1)
    database = Database(path)
    for account_id, title in ACCOUNTS:
        url = f"https://{account_id}.example.org"
        account = Account(AccountId(account_id), title, url, url, "basic", "me", history_only=True)
        save_account(database, account)
    for start in range(0, count, 1000):
        items = [item(number, rng) for number in range(start, min(count, start + 1000))]
        account_id = AccountId(ACCOUNTS[start // 1000 % 3][0])
        upsert_listed(database, account_id, [(one, json.dumps(one)) for one in items])
    while index_portion(database):
        pass
    database.close()
