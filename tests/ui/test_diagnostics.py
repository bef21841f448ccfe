"""What «Copy for support» copies: enough to help, and nothing that must not leave the computer."""

from __future__ import annotations

import dataclasses
import logging
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from openeo_desktop.core.log_file import last_lines, start_log_file, stop_log_file
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.services.services import make_services
from openeo_desktop.ui.window.diagnostics import DiagnosticsDialog, account_line, diagnostics
from tests.support.accessibility import assert_accessible
from tests.support.fake_accounts import three_accounts
from tests.support.fake_services import LoopSpawn

SECRET = "oidc/egi/eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl"


def test_no_secret_and_no_name_is_in_it() -> None:
    status = three_accounts()[0]
    account = dataclasses.replace(status.account, user="maria.musterfrau", title="Maria's")
    statuses = (dataclasses.replace(status, account=account),)
    log = f"GET https://a.example/r?sig=abcdef123 Authorization: Bearer {SECRET} in {Path.home()}/x"
    text = diagnostics("facts", statuses, log)
    for hidden in (SECRET, "abcdef123", "maria.musterfrau", "Maria", str(Path.home())):
        assert hidden not in text
    assert "https://a.example/r" in text


def test_an_account_is_told_by_its_host_and_state() -> None:
    status = three_accounts()[0]
    line = account_line(1, status)
    assert line.startswith("1: ")
    assert status.state.value in line


def test_the_dialog_gathers_and_copies(spawn: LoopSpawn, qtbot: QtBot, tmp_path: Path) -> None:
    services = make_services(profile_paths(tmp_path))
    spawn.loop.run_until_complete(services.open())
    handler = start_log_file(services.paths.logs)
    logging.getLogger("openeo_desktop.test").warning("seen with token=%s", "c4n4ry-c4n4ry")
    stop_log_file(handler)
    owner = QWidget()
    qtbot.addWidget(owner)
    dialog = DiagnosticsDialog(services, spawn, owner)
    dialog.show()
    qtbot.waitUntil(dialog.copy_button.isEnabled)
    assert_accessible(dialog)
    dialog.copy_button.click()
    copied = QApplication.clipboard().text()
    for part in ("openEO Desktop", "SQLite", "Keychain", "History: ", "seen with token="):
        assert part in copied
    assert "c4n4ry" not in copied
    dialog.close()
    spawn.loop.run_until_complete(services.close())


def test_only_the_end_of_a_long_log_is_read(tmp_path: Path) -> None:
    path = tmp_path / "openeo-desktop.log"
    path.write_text("".join(f"line {number}\n" for number in range(100_000)))
    lines = last_lines(tmp_path, 50).splitlines()
    assert (len(lines), lines[-1]) == (50, "line 99999")
    assert last_lines(tmp_path / "nowhere") == ""
