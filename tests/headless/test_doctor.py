"""`openeo-desktop doctor`: findings for a support request, on healthy and on broken computers."""

from __future__ import annotations

import json
import platform
import re
import sqlite3
from pathlib import Path
from typing import Any

from openeo_desktop import __version__
from openeo_desktop.core.findings import Finding, Verdict
from openeo_desktop.headless.doctor import _local
from openeo_desktop.services.local_environment import LocalEnvironmentService
from openeo_desktop.services.local_environment_files import Environment, EnvironmentFiles
from tests.support.command_line import CommandLine

NAMES = {
    "openEO Desktop", "Python", "SQLite", "PySide6-Essentials", "qasync", "requests", "keyring",
    "Back-end for this computer", "Qt window", "Resources", "Certificates", "Proxies", "Keychain",
    "Data folder", "Settings folder", "Cache folder", "Downloads folder", "History", "Download",
    "Preview", "Crash reports",
}  # fmt: skip
Findings = dict[str, dict[str, Any]]


def _findings(cli: CommandLine, code: int = 0) -> Findings:
    ended = cli.run("doctor", "--json")
    (document,) = ended.documents
    findings = {check["name"]: check for check in document["checks"]}
    assert (ended.code, document["ok"], ended.err) == (code, code == 0, ""), findings
    assert findings.keys() >= NAMES
    wrong = [check for check in findings.values() if check["verdict"] == "wrong"]
    assert bool(wrong) is (code == 1)
    assert all(check["advice"] for check in wrong)
    return findings


def test_before_the_first_start(bare: CommandLine) -> None:
    found = _findings(bare)
    assert found["openEO Desktop"]["fact"] == __version__
    assert found["Python"]["fact"].startswith(platform.python_version())
    assert found["SQLite"]["fact"] == f"{sqlite3.sqlite_version} with FTS5"
    assert re.fullmatch(r"Qt 6\.\d+\.\d+, platform offscreen", found["Qt window"]["fact"])
    assert found["Data folder"]["fact"].startswith(str(bare.profile / "data"))
    assert found["Data folder"]["fact"].endswith("free, not made yet)")
    assert "sound, 0 accounts, 0 jobs" in found["History"]["fact"]
    assert found["Download"]["fact"].endswith("checksum verified")
    assert list(bare.home.iterdir()) == []


def test_lines_say_the_same(bare: CommandLine) -> None:
    bare.run("doctor")
    ended = bare.run("doctor")
    assert (ended.code, ended.err) == (0, "")
    found = [
        re.split(r" {2,}|(?<=ok) +|(?<=note) +", line) for line in ended.lines if line[0] > " "
    ]
    assert {parts[1] for parts in found} >= NAMES
    assert "not made yet" not in next(line for line in ended.lines if "Data folder" in line)
    (advice,) = [line for line in ended.lines if "GNOME Keyring" in line]
    assert advice.startswith("    ")


def test_no_keychain_is_said_and_is_not_wrong(bare: CommandLine) -> None:
    keychain = _findings(bare)["Keychain"]
    assert keychain["fact"] == "none: sign-ins last as long as the app runs"
    assert keychain["verdict"] == "note"


def test_broken_qt_platform_is_wrong(bare: CommandLine) -> None:
    bare.environment["QT_QPA_PLATFORM"] = "nonsense"
    window = _findings(bare, code=1)["Qt window"]
    assert window["fact"].startswith("no window possible: ")
    assert "nonsense" in window["fact"]
    assert "libxcb-cursor0" in window["advice"]


def test_no_display_is_no_fault_of_a_server(bare: CommandLine) -> None:
    bare.environment["QT_QPA_PLATFORM"] = ""
    assert _findings(bare)["Qt window"]["verdict"] == "note"


def test_a_proxy_is_named_without_its_password(bare: CommandLine) -> None:
    bare.environment["https_proxy"] = "http://ana:c4n4ry@proxy.example:3128"
    ended = bare.run("doctor")
    assert ended.code == 0
    assert "proxy.example:3128" in ended.out
    assert "c4n4ry" not in ended.out


class _Files(EnvironmentFiles):
    """With an environment that was made from a list of this digest; none without one."""

    def __init__(self, root: Path, digest: str = "") -> None:
        super().__init__(root)
        self._made_from = digest

    def current(self) -> Environment | None:
        return Environment(self.root, self._made_from, "3.12.1") if self._made_from else None


def _this_computer(files: EnvironmentFiles) -> Finding:
    return _local(LocalEnvironmentService(files, needed=("a_module_that_nobody_has",)))


def test_this_computer_that_is_not_set_up_is_no_fault(tmp_path: Path) -> None:
    found = _this_computer(_Files(tmp_path))
    assert (found.verdict, found.fact) == (Verdict.NOTE, "not set up")
    assert found.advice.endswith("openeo-desktop local install")


def test_this_computer_of_another_version_is_to_be_renewed(tmp_path: Path) -> None:
    found = _this_computer(_Files(tmp_path, _Files(tmp_path).digest()))
    assert (found.verdict, found.advice) == (Verdict.OK, "")
    assert "Python 3.12.1" in found.fact
    assert _this_computer(_Files(tmp_path, "another digest")).verdict is Verdict.NOTE


def test_counts_what_the_history_holds(
    cli: CommandLine, at: tuple[str, ...], finished_job: str
) -> None:
    cli.run("jobs", *at)
    history = _findings(cli)["History"]["fact"]
    assert re.search(r"sound, 1 account, \d+ jobs?, 0 logs, 0 downloads\)", history)
    assert finished_job


def test_damaged_history_is_set_aside_and_said(bare: CommandLine) -> None:
    bare.run("doctor")
    file = bare.profile / "data" / "history.sqlite3"
    file.write_bytes(b"no database at all, but long enough to be looked at" * 100)
    ended = bare.run("doctor", "--json")
    assert ended.code == 0
    assert ended.err.startswith("Warning: The history is damaged and is set aside")
    (kept,) = file.parent.glob("history.damaged-*")
    (history,) = [it for it in ended.documents[0]["checks"] if it["name"] == "History"]
    assert "sound" in history["fact"]
    assert kept.name in history["advice"]


def test_newer_history_is_refused_in_words(bare: CommandLine) -> None:
    bare.run("doctor")
    with sqlite3.connect(bare.profile / "data" / "history.sqlite3") as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    assert "written by a newer version" in _findings(bare, code=1)["History"]["fact"]
    refused = bare.run("jobs", "--backend", "localhost:1", "--user", "u")
    assert refused.code == 2
    assert "newer version" in refused.sentence()


def test_unusable_profile_is_said(bare: CommandLine, tmp_path: Path) -> None:
    bare.profile = tmp_path / "file"
    bare.profile.write_text(json.dumps("a file"), "utf-8")
    found = _findings(bare, code=1)
    assert "cannot be created" in found["History"]["fact"]
    assert found["Data folder"]["fact"].endswith("cannot be written")
    assert found["Download"]["verdict"] == "ok"
