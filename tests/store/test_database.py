"""The file itself: damaged, newer, cut off, on a full disk, killed in the middle."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from openeo_desktop.core.errors import StorageError
from openeo_desktop.store import database as module
from openeo_desktop.store.accounts import load_accounts, save_account
from openeo_desktop.store.database import Database
from openeo_desktop.store.schema import MIGRATIONS
from openeo_desktop.store.summary import describe
from tests.store.conftest import make_account


def test_what_was_written_is_there_again(path: Path, database: Database) -> None:
    save_account(database, make_account("b", "Second", 2))
    save_account(database, make_account("a", "Renamed", 3))
    database.close()
    again = Database(path)
    assert [account.title for account in load_accounts(again)] == ["Second", "Renamed"]
    assert again.set_aside is None
    assert describe(again).startswith("sound")
    again.close()


@pytest.mark.parametrize("damage", ["garbage", "zeros"])
def test_damaged_file_is_set_aside(path: Path, database: Database, damage: str) -> None:
    database.close()
    content = path.read_bytes()
    damaged = {
        "garbage": b"this is no database at all" * 200,
        "zeros": b"\x00" * len(content),
    }[damage]
    path.write_bytes(damaged)
    again = Database(path)
    assert load_accounts(again) == []
    assert again.set_aside is not None
    assert again.set_aside.read_bytes()[:16] == damaged[:16]
    again.close()


def test_file_cut_in_half_is_set_aside(path: Path, database: Database) -> None:
    for number in range(300):
        save_account(database, make_account(f"a{number}", "x" * 1000))
    database.close()
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    again = Database(path)
    assert again.set_aside is not None
    save_account(again, make_account())
    again.close()


def test_empty_file_is_a_new_history(path: Path) -> None:
    path.touch()
    database = Database(path)
    assert (load_accounts(database), database.set_aside) == ([], None)
    database.close()


def test_newer_version_is_refused_and_left_alone(path: Path, database: Database) -> None:
    database.connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    database.close()
    with pytest.raises(StorageError, match="newer version") as caught:
        Database(path)
    assert caught.value.exit_code == 2
    with sqlite3.connect(path) as raw:
        assert raw.execute("SELECT count(*) FROM accounts").fetchone()[0] == 1
    raw.close()


def test_folder_in_place_of_the_file(path: Path) -> None:
    path.mkdir()
    with pytest.raises(StorageError):
        Database(path)


def test_failed_transaction_changes_nothing(database: Database) -> None:
    def half() -> None:
        with database.transaction() as connection:
            connection.execute("DELETE FROM accounts")
            raise KeyError

    with pytest.raises(KeyError):
        half()
    assert len(load_accounts(database)) == 1
    save_account(database, make_account("b"))
    assert len(load_accounts(database)) == 2


def test_file_that_another_process_holds(path: Path, database: Database) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    database.connection.execute("PRAGMA busy_timeout = 10")
    with pytest.raises(StorageError, match="locked"):
        save_account(database, make_account("b"))
    other.execute("ROLLBACK")
    other.close()
    save_account(database, make_account("b"))


CHILD = """
import sys
from pathlib import Path
from openeo_desktop.store.accounts import save_account
from openeo_desktop.store.database import Database
from tests.store.conftest import make_account
database = Database(Path(sys.argv[1]))
for number in range(10_000):
    save_account(database, make_account(f"a{number}"))
    print(number, flush=True)
"""


def test_kill_9_loses_nothing_that_was_committed(path: Path) -> None:
    command = [sys.executable, "-c", CHILD, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        while (line := child.stdout.readline()) != "40\n":
            assert line
        child.kill()
        said = [int(line) for line in child.stdout.read().splitlines() if line]
    committed = max([40, *said])
    database = Database(path)
    assert database.set_aside is None
    assert len(load_accounts(database)) > committed
    assert describe(database).startswith("sound")
    database.close()


def test_full_disk_is_told_in_words(tmp_path: Path) -> None:
    place = tmp_path / "tiny"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(place)]
    rooted = os.name == "posix" and os.geteuid() == 0
    if not rooted or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("mounting a small tmpfs needs root")
    try:
        _fill(place)
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def _fill(place: Path) -> None:
    database = Database(place / "history.sqlite3")
    save_account(database, make_account())
    with pytest.raises(StorageError, match="cannot be written"):
        _write_without_end(database)
    assert load_accounts(database)[0].title == "Home"
    database.close()


def _write_without_end(database: Database) -> None:
    for number in range(1000):
        save_account(database, make_account(f"a{number}", "x" * 10_000))


def test_long_log_is_folded_into_the_file_while_it_is_open(
    path: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_account(database, make_account("a", "x" * 200_000))
    before = path.stat().st_size
    database.fold()
    assert path.stat().st_size == before  # not worth it
    monkeypatch.setattr(module, "WORTH_FOLDING", 0)
    database.fold()
    assert path.stat().st_size > before + 200_000
