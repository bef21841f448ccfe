"""One refresh at a time: between processes, between threads, after a kill, with a way out."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from openeo_desktop.core.cancel import Cancelled, CancelToken
from openeo_desktop.core.errors import BusyError, StorageError
from openeo_desktop.credentials.refresh_lock import RefreshLock
from tests.support.source_tree import ROOT

ISSUER, CLIENT = "https://idp.example.org", "openeo-desktop"
_COUNT = """
import sys
from pathlib import Path
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.credentials.refresh_lock import RefreshLock
folder, rounds = Path(sys.argv[1]), int(sys.argv[2])
counter = folder / "counter"
for _ in range(rounds):
    with RefreshLock(folder, "https://idp.example.org/", "openeo-desktop").held(CancelToken()):
        before = int(counter.read_text())
        (folder / "inside").touch(exist_ok=False)  # two inside: FileExistsError
        counter.write_text(str(before + 1))
        (folder / "inside").unlink()
"""
_HOLD = """
import sys
from pathlib import Path
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.credentials.refresh_lock import RefreshLock
RefreshLock(Path(sys.argv[1]), "https://idp.example.org", "openeo-desktop").acquire(CancelToken())
print("held", flush=True)
sys.stdin.read()
"""


def _start(code: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _lock(folder: Path, client: str = CLIENT) -> RefreshLock:
    return RefreshLock(folder, ISSUER, client)


def test_two_processes_200_times_never_both_inside(tmp_path: Path) -> None:
    (tmp_path / "counter").write_text("0")
    apps = [_start(_COUNT, tmp_path, 100) for _ in range(2)]
    assert [app.communicate(timeout=120)[0] for app in apps] == ["", ""]
    assert [app.returncode for app in apps] == [0, 0]
    assert (tmp_path / "counter").read_text() == "200"


def test_killed_holder_gives_it_back(tmp_path: Path) -> None:
    with _start(_HOLD, tmp_path) as app:
        assert app.stdout is not None
        assert app.stdout.readline() == "held\n"
        with pytest.raises(BusyError):
            _lock(tmp_path).acquire(CancelToken(), limit_s=0.1)
        app.kill()
        app.wait(10)
        with _lock(tmp_path).held(CancelToken(), limit_s=5):
            pass


def test_excludes_within_one_process_and_lets_other_clients_be(tmp_path: Path) -> None:
    with _lock(tmp_path).held(CancelToken()):
        with pytest.raises(BusyError):
            _lock(tmp_path).acquire(CancelToken(), limit_s=0)
        with _lock(tmp_path, "another").held(CancelToken(), limit_s=0):
            pass
    with _lock(tmp_path).held(CancelToken(), limit_s=0):
        pass


def test_cancelling_ends_the_wait_at_once(tmp_path: Path) -> None:
    token = CancelToken()
    with _lock(tmp_path).held(CancelToken()):
        threading.Timer(0.1, token.cancel).start()
        with pytest.raises(Cancelled):
            _lock(tmp_path).acquire(token)


def test_given_back_from_another_thread_and_only_once(tmp_path: Path) -> None:
    lock = _lock(tmp_path)
    lock.acquire(CancelToken())
    with pytest.raises(RuntimeError):
        lock.acquire(CancelToken())
    thread = threading.Thread(target=lock.release)
    thread.start()
    thread.join()
    lock.release()
    with lock.held(CancelToken(), limit_s=0):
        pass


def test_file_tells_nothing_and_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    lock = _lock(tmp_path)
    with lock.held(CancelToken()):
        assert lock.path.read_bytes() == b""
        assert CLIENT not in lock.path.name
        assert lock.path.stat().st_mode & 0o077 == 0 or sys.platform == "win32"
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError):
        _lock(tmp_path / "file").acquire(CancelToken())
