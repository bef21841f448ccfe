"""One window for each profile, with real processes: handing over, and starting after a kill."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from openeo_desktop.app import Desktop, run_window
from openeo_desktop.core.errors import StorageError
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.ui.window.single_instance import Summons, decoded, server_name
from tests.support.app_runner import until
from tests.support.waiting import wait_until

ROOT = Path(__file__).resolve().parents[2]
GRAPH = {"process_graph": {"one": {"process_id": "add", "arguments": {"x": 1, "y": 2}}}}


def start(profile: Path, *words: str) -> subprocess.Popen[str]:
    """The app as a person starts it, offscreen."""
    return subprocess.Popen(
        [sys.executable, "-m", "openeo_desktop", "--profile", str(profile), *words],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def texts(desktop: Desktop) -> list[str]:
    """What the dialogs for a new job hold."""
    from openeo_desktop.ui.new_job.new_job_dialog import NewJobDialog

    dialogs = desktop.window.findChildren(NewJobDialog)
    return [dialog.form.editor.toPlainText() for dialog in dialogs]


def test_a_second_start_hands_its_file_over_and_ends(tmp_path: Path) -> None:
    file = tmp_path / "ünï çödé.json"
    file.write_text(json.dumps(GRAPH))

    async def drive(desktop: Desktop) -> int:
        desktop.window.showMinimized()
        second = start(tmp_path / "profile", str(file))
        try:
            await until(lambda: second.poll() is not None, "the second start ends")
            assert second.returncode == 0, second.communicate()[1]
            await until(
                lambda: any('"process_id"' in text for text in texts(desktop)), "the dialog"
            )
            assert not desktop.window.isMinimized()
        finally:
            second.kill()
            second.communicate()
        return 7

    assert run_window(profile_paths(tmp_path / "profile"), driver=drive) == 7


def test_a_file_given_at_the_start_is_opened(tmp_path: Path) -> None:
    file = tmp_path / "graph.json"
    file.write_text(json.dumps(GRAPH))

    async def drive(desktop: Desktop) -> int:
        await until(lambda: bool(texts(desktop)), "the dialog")
        return 7

    paths = profile_paths(tmp_path / "profile")
    assert run_window(paths, driver=drive, file=file) == 7


@pytest.mark.skipif(os.name != "posix", reason="a socket file is left behind on Unix alone")
def test_what_a_killed_window_left_is_in_nobodys_way(tmp_path: Path) -> None:
    paths = profile_paths(tmp_path / "profile")
    killed = start(tmp_path / "profile")
    socket = Path(server_name(paths))
    wait_until(socket.exists, "the socket of the first window", 60)
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    assert socket.exists()

    async def drive(desktop: Desktop) -> int:
        second = start(tmp_path / "profile")
        try:
            await until(lambda: second.poll() is not None, "the second start ends")
            assert second.returncode == 0, second.communicate()[1]
        finally:
            second.kill()
            second.communicate()
        return 7

    assert run_window(paths, driver=drive) == 7


def test_a_run_that_must_be_alone_says_so(tmp_path: Path) -> None:
    paths = profile_paths(tmp_path / "profile")

    async def drive(_desktop: Desktop) -> int:
        with pytest.raises(StorageError, match="Another openEO Desktop"):
            run_window(paths, alone=True)
        return 7

    assert run_window(paths, driver=drive) == 7


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[]",
        b"{",
        b"\xff\xfe",
        b'{"file": 7}',
        b'{"file": "../x.json"}',
        b'{"file": "/a\\u0000b"}',
    ],
)
def test_odd_summons_ask_for_the_window_alone(line: bytes) -> None:
    assert decoded(line).file is None


def test_summons_survive_the_way(tmp_path: Path) -> None:
    odd = Summons(Path(os.fsdecode(b"/x/\xff.json")), "token-1")
    assert decoded(odd.encoded()) == odd


def test_a_long_path_still_has_a_socket(tmp_path: Path) -> None:
    long = profile_paths(tmp_path / ("d" * 100))
    other = profile_paths(tmp_path / ("e" * 100))
    assert len(os.fsencode(server_name(long))) < 100
    assert server_name(long) != server_name(other)
