"""Links into the app, with real processes: a job is selected, and nothing else ever happens."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QLabel

from openeo_desktop.app import Desktop, run_window
from openeo_desktop.core.accounts import Account, make_account_id
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.ui.errors.error_notice import ErrorNotice
from tests.support.app_runner import until

ROOT = Path(__file__).resolve().parents[2]
JOBS = [{"id": "j-1", "status": "finished"}, {"id": "j-2", "status": "created"}]


@pytest.fixture
def back_end() -> Iterator[socket.socket]:
    """Somebody who would hear every request, and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


async def _account(desktop: Desktop, back_end: socket.socket) -> tuple[Account, str]:
    """An account there with two jobs in the history; with the host as links have it."""
    host = f"127.0.0.1:{back_end.getsockname()[1]}"
    base = f"http://{host}/openeo/1.2"
    account_id = make_account_id(base, "basic", "me")
    account = Account(account_id, "There", f"http://{host}", base, "basic", "me")
    await desktop.services.accounts.adopt(account)
    await desktop.services.jobs.write(account.id, JOBS)
    return account, host


def _second_start(profile: Path, link: str) -> subprocess.Popen[str]:
    """As a desktop does it for a link that was clicked."""
    return subprocess.Popen(
        [sys.executable, "-m", "openeo_desktop", "--profile", str(profile), link],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


async def _follow(profile: Path, link: str) -> None:
    second = _second_start(profile, link)
    try:
        await until(lambda: second.poll() is not None, "the second start ends")
        assert second.returncode == 0, second.communicate()[1]
    finally:
        second.kill()
        second.communicate()


def _notices(desktop: Desktop) -> str:
    notices = desktop.window.findChildren(ErrorNotice)
    return "\n".join(label.text() for notice in notices for label in notice.findChildren(QLabel))


def test_a_link_selects_a_job_in_the_running_window(
    tmp_path: Path, back_end: socket.socket
) -> None:
    profile = tmp_path / "profile"

    async def drive(desktop: Desktop) -> int:
        account, host = await _account(desktop, back_end)
        desktop.window.showMinimized()
        for job in ("j-2", "j-1"):
            await _follow(profile, f"openeo-desktop://job/{host}/{job}")
            key = JobKey(account.id, JobId(job))
            await until(lambda key=key: desktop.window.jobs_pane.current_key == key, "selected")
        assert not desktop.window.isMinimized()
        return 7

    assert run_window(profile_paths(profile), driver=drive, idle=True) == 7
    with pytest.raises(BlockingIOError):  # nobody has knocked
        back_end.accept()


def test_what_cannot_be_opened_is_told_of_in_the_window(
    tmp_path: Path, back_end: socket.socket
) -> None:
    profile = tmp_path / "profile"

    async def drive(desktop: Desktop) -> int:
        _, host = await _account(desktop, back_end)
        for link, words in (
            (f"openeo-desktop://start/{host}/j-2", "This is not a link to a job."),
            ("openeo-desktop://job/evil.example/j-2", "evil.example, where you have no account"),
            (f"openeo-desktop://job/{host}/j-9", "The job j-9 at"),
        ):
            await _follow(profile, link)
            await until(lambda words=words: words in _notices(desktop), words)
        assert desktop.window.jobs_pane.current_key is None
        assert len(desktop.services.accounts.statuses()) == 1
        return 7

    assert run_window(profile_paths(profile), driver=drive, idle=True) == 7
    with pytest.raises(BlockingIOError):
        back_end.accept()


def test_a_link_can_start_the_app(tmp_path: Path, back_end: socket.socket) -> None:
    paths = profile_paths(tmp_path / "profile")
    hosts: list[tuple[Account, str]] = []

    async def prepare(desktop: Desktop) -> int:
        hosts.append(await _account(desktop, back_end))
        return 7

    assert run_window(paths, driver=prepare, idle=True) == 7
    account, host = hosts[0]

    async def drive(desktop: Desktop) -> int:
        key = JobKey(account.id, JobId("j-1"))
        await until(lambda: desktop.window.jobs_pane.current_key == key, "selected")
        return 7

    link = f"openeo-desktop://job/{host}/j-1"
    assert run_window(paths, driver=drive, idle=True, link=link) == 7


def test_a_link_that_macos_hands_over_is_followed(tmp_path: Path, back_end: socket.socket) -> None:
    """There a link comes as an event of the system, not as a second start: posted here."""

    async def drive(desktop: Desktop) -> int:
        account, host = await _account(desktop, back_end)
        _post(desktop.application, QUrl(f"openeo-desktop://job/{host}/j-2"))
        key = JobKey(account.id, JobId("j-2"))
        await until(lambda: desktop.window.jobs_pane.current_key == key, "selected")
        return 7

    assert run_window(profile_paths(tmp_path / "profile"), driver=drive, idle=True) == 7


def test_a_file_that_macos_hands_over_is_opened(tmp_path: Path) -> None:
    from openeo_desktop.ui.new_job.new_job_dialog import NewJobDialog

    file = tmp_path / "ünï.openeo.json"
    file.write_text('{"process_graph": {"one": {"process_id": "pi", "arguments": {}}}}')

    async def drive(desktop: Desktop) -> int:
        _post(desktop.application, QUrl.fromLocalFile(str(file)))
        await until(lambda: bool(desktop.window.findChildren(NewJobDialog)), "the dialog")
        return 7

    assert run_window(profile_paths(tmp_path / "profile"), driver=drive, idle=True) == 7


def _post(application: QApplication, url: QUrl) -> None:
    QCoreApplication.postEvent(application, QFileOpenEvent(url))
