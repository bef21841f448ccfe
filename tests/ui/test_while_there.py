"""Coroutines that answer one widget end with it, and no dialog is told when it is gone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from openeo_desktop.core.accounts import UserInfo
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.services.services import Services, make_services
from openeo_desktop.ui.accounts.account_details_dialog import AccountDetailsDialog
from openeo_desktop.ui.history.history_dialog import HistoryDialog
from openeo_desktop.ui.loop.while_there import while_there
from openeo_desktop.ui.notices.notices_dialog import NoticesDialog
from openeo_desktop.ui.window.diagnostics import DiagnosticsDialog
from tests.support.fake_accounts import make_account, make_status
from tests.support.fake_services import FakeServices, LoopSpawn


class _Slow(LoopSpawn):
    """Lets nothing go on before `open_` is set: an answer comes after the dialog was closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open_ = asyncio.Event()
        self.begun = 0
        self.ended: list[str] = []

    def __call__(self, coroutine: Coroutine[Any, Any, Any], what: str, /) -> asyncio.Task[Any]:
        return super().__call__(self._late(coroutine, what), what)

    async def _late(self, coroutine: Coroutine[Any, Any, Any], what: str) -> Any:
        self.begun += 1
        try:
            await self.open_.wait()
        except asyncio.CancelledError:
            coroutine.close()
            self.ended.append(what)
            raise
        return await coroutine


@pytest.fixture
def slow(qtbot: QtBot) -> Any:
    made = _Slow()
    yield made
    made.close()


def _close_before_the_answer(qtbot: QtBot, slow: _Slow, dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
    qtbot.waitUntil(lambda: slow.begun > 0)
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.close()
    qtbot.waitUntil(lambda: bool(gone))
    slow.open_.set()
    qtbot.waitUntil(lambda: not slow.tasks)
    assert slow.errors == []
    assert slow.ended


def test_a_task_ends_with_its_widget(qtbot: QtBot, slow: _Slow) -> None:
    owner = QWidget()

    async def answer() -> None:
        raise AssertionError("nobody is there")

    while_there(owner, slow)(answer(), "answer")
    qtbot.waitUntil(lambda: slow.begun == 1)
    owner.deleteLater()
    qtbot.waitUntil(lambda: slow.ended == ["answer"])


def test_the_profile_of_an_account_comes_too_late(qtbot: QtBot, slow: _Slow) -> None:
    services = FakeServices()
    account = make_account("Copernicus", host="openeo.example.org", user="anna")
    services.accounts.items = [make_status(account)]
    services.accounts.info_of_user = UserInfo("anna-id")
    dialog = AccountDetailsDialog(cast("Any", services), slow, account.id)
    _close_before_the_answer(qtbot, slow, dialog)


class _Shown:
    """What the history dialog asks of the table."""

    def shown_count(self) -> int:
        return 0

    def selected_count(self) -> int:
        return 0


Make = Callable[[Services, _Slow], QDialog]


@pytest.mark.parametrize(
    "make",
    [
        lambda services, spawn: DiagnosticsDialog(services, spawn, None),
        lambda services, spawn: NoticesDialog(services, spawn, None),
        lambda services, spawn: HistoryDialog(services, spawn, cast("Any", _Shown())),
    ],
    ids=["diagnostics", "notices", "history"],
)
def test_what_is_read_comes_too_late(qtbot: QtBot, slow: _Slow, tmp_path: Path, make: Make) -> None:
    services = make_services(profile_paths(tmp_path))
    slow.loop.run_until_complete(services.open())
    try:
        _close_before_the_answer(qtbot, slow, make(services, slow))
    finally:
        slow.loop.run_until_complete(services.close())
