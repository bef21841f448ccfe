"""`openeo-desktop doctor`: facts for a support request, on healthy and on broken computers."""

from __future__ import annotations

import json
import platform
import re
import sqlite3
from pathlib import Path

from openeo_desktop import __version__
from tests.support.command_line import CommandLine

FACTS = {
    "openEO Desktop", "Python", "SQLite", "PySide6-Essentials", "qasync", "requests", "keyring",
    "Back-end for this computer", "Qt window", "Keychain", "Data folder", "Settings folder",
    "Cache folder", "Downloads folder", "History",
}  # fmt: skip


def _facts(cli: CommandLine) -> dict[str, str]:
    ended = cli.run("doctor", "--json")
    assert (ended.code, ended.err) == (0, "")
    (facts,) = ended.documents
    assert facts.keys() >= FACTS
    return dict(facts)


def test_before_the_first_start(bare: CommandLine) -> None:
    facts = _facts(bare)
    assert facts["openEO Desktop"] == __version__
    assert facts["Python"].startswith(platform.python_version())
    assert facts["SQLite"] == sqlite3.sqlite_version
    assert re.fullmatch(r"Qt 6\.\d+\.\d+, platform offscreen", facts["Qt window"])
    assert facts["Data folder"].startswith(str(bare.profile / "data"))
    assert facts["Data folder"].endswith("free, not made yet)")
    assert "sound, 0 accounts, 0 jobs" in facts["History"]
    assert list(bare.home.iterdir()) == []


def test_lines_say_the_same(bare: CommandLine) -> None:
    bare.run("doctor")
    ended = bare.run("doctor")
    assert (ended.code, ended.err) == (0, "")
    names = {re.split(r"  +", line)[0] for line in ended.lines}
    assert names >= FACTS
    assert "not made yet" not in next(line for line in ended.lines if line.startswith("Data"))


def test_no_keychain_is_said(bare: CommandLine) -> None:
    assert _facts(bare)["Keychain"] == "none: sign-ins last as long as the app runs"


def test_broken_qt_platform_is_said(bare: CommandLine) -> None:
    bare.environment["QT_QPA_PLATFORM"] = "nonsense"
    assert _facts(bare)["Qt window"].startswith("no window possible: ")
    assert "nonsense" in _facts(bare)["Qt window"]


def test_counts_what_the_history_holds(
    cli: CommandLine, at: tuple[str, ...], finished_job: str
) -> None:
    cli.run("jobs", *at)
    history = _facts(cli)["History"]
    assert re.search(r"sound, 1 account, \d+ jobs?, 0 logs, 0 downloads\)", history)
    assert finished_job


def test_damaged_history_is_set_aside_and_said(bare: CommandLine) -> None:
    bare.run("doctor")
    file = bare.profile / "data" / "history.sqlite3"
    file.write_bytes(b"no database at all, but long enough to be looked at" * 100)
    ended = bare.run("doctor", "--json")
    assert ended.code == 0
    assert ended.err.startswith("Warning: The history is damaged and is set aside")
    assert len(list(file.parent.glob("history.damaged-*"))) == 1
    assert "sound" in ended.documents[0]["History"]


def test_newer_history_is_refused_in_words(bare: CommandLine) -> None:
    bare.run("doctor")
    with sqlite3.connect(bare.profile / "data" / "history.sqlite3") as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    assert "written by a newer version" in _facts(bare)["History"]
    refused = bare.run("jobs", "--backend", "localhost:1", "--user", "u")
    assert refused.code == 2
    assert "newer version" in refused.sentence()


def test_unusable_profile_is_said(bare: CommandLine, tmp_path: Path) -> None:
    bare.profile = tmp_path / "file"
    bare.profile.write_text(json.dumps("a file"), "utf-8")
    assert "cannot be created" in _facts(bare)["History"]
