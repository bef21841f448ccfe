"""A real history in a real file, with one account in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from openeo_desktop.core.accounts import Account, AccountId
from openeo_desktop.store.accounts import save_account
from openeo_desktop.store.database import Database

ACCOUNT = AccountId("a")


def make_account(account_id: str = "a", title: str = "Home", position: int = 0) -> Account:
    url = f"https://{account_id}.example.org"
    return Account(AccountId(account_id), title, url, url, "basic", "me", position=position)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite3"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    opened = Database(path)
    save_account(opened, make_account())
    yield opened
    opened.close()
