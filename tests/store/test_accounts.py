"""Accounts in the history: every field comes back, and a history of the first version is led on."""

from __future__ import annotations

import dataclasses
import sqlite3
from pathlib import Path

from openeo_desktop.core.accounts import Account, AccountId
from openeo_desktop.core.sign_in import SignInMethod
from openeo_desktop.store.accounts import load_accounts, save_account, save_positions
from openeo_desktop.store.database import Database
from openeo_desktop.store.schema import MIGRATIONS
from tests.store.conftest import make_account

OIDC = Account(
    AccountId("o"),
    "Federated",
    "https://o.example.org",
    "https://api.o.example.org/openeo/1.2",
    "egi",
    "anna@egi",
    position=4,
    method=SignInMethod.DEVICE_CODE,
    enabled=False,
    history_only=True,
    issuer="https://issuer.example.org",
    client_id="desk",
)


def test_every_field_comes_back(path: Path, database: Database) -> None:
    save_account(database, OIDC)
    database.close()
    again = Database(path)
    assert load_accounts(again)[-1] == OIDC
    changed = dataclasses.replace(OIDC, title="Mine", enabled=True, method=SignInMethod.BASIC)
    save_account(again, changed)
    assert load_accounts(again)[-1] == changed
    again.close()


def test_unknown_method_of_a_later_version(database: Database) -> None:
    save_account(database, OIDC)
    database.connection.execute("UPDATE accounts SET method = 'passkey'")
    assert {account.method for account in load_accounts(database)} == {SignInMethod.BASIC}


def test_order_is_the_persons(database: Database) -> None:
    for name in ("b", "c"):
        save_account(database, make_account(name))
    save_positions(database, {AccountId("c"): 0, AccountId("a"): 1, AccountId("b"): 2})
    assert [account.id for account in load_accounts(database)] == ["c", "a", "b"]


def test_history_of_the_first_version_is_led_on(path: Path) -> None:
    old = sqlite3.connect(path)
    old.executescript(f"{MIGRATIONS[0]} PRAGMA user_version = 1;")
    old.execute(
        "INSERT INTO accounts (id, title, user_url, api_base, provider, user, position)"
        " VALUES ('a', 'Home', 'https://a', 'https://a/1.2', 'basic', 'me', 3)"
    )
    old.execute(
        "INSERT INTO jobs (account_id, job_id, status, status_text, raw)"
        " VALUES ('a', 'j', 'finished', 'finished', '{}')"
    )
    old.commit()
    old.close()
    database = Database(path)
    (account,) = load_accounts(database)
    assert account == Account(
        AccountId("a"), "Home", "https://a", "https://a/1.2", "basic", "me", position=3
    )
    assert account.enabled
    assert not account.history_only
    assert database.connection.execute("SELECT count(*) FROM jobs").fetchone()[0] == 1
    database.close()
    with sqlite3.connect(path.with_name("history.before-2.sqlite3")) as copy:
        assert copy.execute("PRAGMA user_version").fetchone()[0] == 1
    copy.close()
