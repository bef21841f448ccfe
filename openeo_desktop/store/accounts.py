"""Accounts in the history. Never a password or token: those live in the keychain."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from openeo_desktop.core.accounts import Account, AccountId, with_kept_title, with_said_title
from openeo_desktop.store.database import Database
from openeo_desktop.store.reader import Reader
from openeo_desktop.store.rows import account_of, from_json, to_json, to_seconds, to_time

_COLUMNS = (
    *("id", "title", "user_url", "api_base", "provider", "user", "is_local", "position"),
    *("method", "issuer", "client_id", "enabled", "history_only"),
)


def load_accounts(database: Reader) -> list[Account]:
    """All accounts in the person's order."""
    rows = database.connection.execute("SELECT * FROM accounts ORDER BY position, rowid")
    return [with_said_title(account_of(row)) for row in rows]


def save_account(database: Database, account: Account) -> None:
    """Insert or update; what the back-end can do and the last sync stay as they are."""
    kept = with_kept_title(account)
    row = {column: getattr(kept, column) for column in _COLUMNS}
    names, values = ", ".join(_COLUMNS), ", ".join(f":{column}" for column in _COLUMNS)
    changes = ", ".join(f"{column} = excluded.{column}" for column in _COLUMNS if column != "id")
    statement = (
        f"INSERT INTO accounts ({names}) VALUES ({values}) "  # noqa: S608 - our own column names
        f"ON CONFLICT (id) DO UPDATE SET {changes}"
    )
    with database.transaction() as connection:
        connection.execute(statement, row)


def save_positions(database: Database, positions: Mapping[AccountId, int]) -> None:
    """Keep the order in which the person wants the accounts."""
    with database.transaction() as connection:
        connection.executemany(
            "UPDATE accounts SET position = ? WHERE id = ?",
            [(position, account_id) for account_id, position in positions.items()],
        )


def remove_account(database: Database, account_id: AccountId) -> None:
    """Forget an account with its whole history."""
    with database.transaction() as connection:
        connection.execute("DELETE FROM accounts WHERE id = ?", (account_id,))


def save_capabilities(
    database: Database, account_id: AccountId, capabilities: Mapping[str, Any]
) -> None:
    """Keep what the back-end can do, to gate actions before it answers again."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE accounts SET capabilities = ? WHERE id = ?",
            (to_json(capabilities), account_id),
        )


def load_capabilities(database: Reader, account_id: AccountId) -> dict[str, Any]:
    """What the back-end could do last time, empty if never asked."""
    row = database.connection.execute(
        "SELECT capabilities FROM accounts WHERE id = ?", (account_id,)
    ).fetchone()
    return from_json(row["capabilities"]) if row else {}


def save_last_sync(database: Database, account_id: AccountId, at: dt.datetime) -> None:
    """Remember when the listing was last read whole."""
    with database.transaction() as connection:
        connection.execute(
            "UPDATE accounts SET last_sync = ? WHERE id = ?", (to_seconds(at), account_id)
        )


def load_last_sync(database: Reader, account_id: AccountId) -> dt.datetime | None:
    """When the listing was last read whole."""
    row = database.connection.execute(
        "SELECT last_sync FROM accounts WHERE id = ?", (account_id,)
    ).fetchone()
    return to_time(row["last_sync"]) if row else None
