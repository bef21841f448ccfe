"""A large history whose last end was unclean is checked beside the work."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from openeo_desktop.core.cancel import Cancelled, CancelToken
from openeo_desktop.core.errors import StorageError
from openeo_desktop.store import late_check
from openeo_desktop.store.accounts import load_accounts, save_account
from openeo_desktop.store.database import Database
from openeo_desktop.store.late_check import check_whole, unchecked_mark
from tests.store.conftest import make_account

COUNT = 400


@pytest.fixture
def killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a killed process leaves behind: the file, and the log that was not folded in."""
    monkeypatch.setattr(late_check, "AT_ONCE", 0)
    path = tmp_path / "running" / "history.sqlite3"
    database = Database(path)
    for number in range(COUNT):
        save_account(database, make_account(f"a{number}", "x" * 2000, number))
    database.connection.execute("PRAGMA wal_checkpoint(FULL)").fetchone()
    save_account(database, make_account("last", "Last", COUNT))
    left = tmp_path / "killed"
    shutil.copytree(path.parent, left)
    database.close()
    return left / path.name


def _damage(path: Path) -> None:
    """In the middle of the pages of one table, where opening does not look."""
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 8] = b"\xff" * 8
    path.write_bytes(content)


def test_sound_file_is_opened_at_once_and_checked_later(killed: Path) -> None:
    database = Database(killed)
    assert database.salvaged is None
    assert unchecked_mark(killed).exists()
    check_whole(killed, CancelToken())
    assert not unchecked_mark(killed).exists()
    assert len(load_accounts(database)) == COUNT + 1
    database.close()


def test_check_that_was_cut_off_is_made_at_the_next_start(killed: Path) -> None:
    Database(killed).close()  # cleanly: nothing but the mark tells of the kill
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        check_whole(killed, token)
    assert unchecked_mark(killed).exists()
    again = Database(killed)
    assert unchecked_mark(killed).exists()
    again.close()


def test_damage_is_told_and_saved_from_at_the_next_start(killed: Path) -> None:
    _damage(killed)
    database = Database(killed)
    assert database.salvaged is None
    with pytest.raises(StorageError, match="damaged"):
        check_whole(killed, CancelToken())
    database.close()
    again = Database(killed)
    assert again.salvaged is not None
    assert 0 < len(load_accounts(again)) <= COUNT + 1
    assert not unchecked_mark(killed).exists()
    again.close()


def test_small_file_is_checked_before_anything_else(
    killed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(late_check, "AT_ONCE", 64 * 1024 * 1024)
    _damage(killed)
    database = Database(killed)
    assert database.salvaged is not None
    assert not unchecked_mark(killed).exists()
    database.close()


def test_clean_end_is_not_checked(killed: Path) -> None:
    Database(killed).close()
    check_whole(killed, CancelToken())
    Database(killed).close()
    assert not unchecked_mark(killed).exists()
