"""«This computer» in an environment of its own: made, renewed, given up, killed, removed."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from openeo_desktop.core.errors import (
    AppError,
    DiskFullError,
    LocalBackEndError,
    UnreachableError,
)
from openeo_desktop.core.paths import make_private_folder
from openeo_desktop.core.process_lock import ProcessLock
from openeo_desktop.services import local_environment_set_up
from openeo_desktop.services.local_environment import (
    EnvironmentPhase,
    EnvironmentState,
    LocalEnvironmentService,
)
from openeo_desktop.services.local_environment_files import STAMP
from openeo_desktop.services.local_environment_set_up import SetUpStep
from tests.support.service_runs import run
from tests.support.tiny_environment import TinyIndex, base_python, locked, make_wheel


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TinyIndex:
    return TinyIndex(tmp_path / "index", monkeypatch)


@pytest.fixture
def silent() -> Iterator[socket.socket]:
    """A server that takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(120)
        yield server


def _address(server: socket.socket) -> str:
    return f"http://127.0.0.1:{server.getsockname()[1]}/simple"


def _files(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def _is_there(folder: Path) -> bool:
    return folder.exists()


def _folders(root: Path) -> list[str]:
    return sorted(one.name for one in root.iterdir() if one.is_dir()) if root.is_dir() else []


def test_made_renewed_and_removed(index: TinyIndex, tmp_path: Path) -> None:
    root = tmp_path / "root"

    async def main() -> None:
        service = index.service(root)
        await _make(service, root)
        await _fail_to_renew(service, index, root)
        await _renew(service, index, root)
        await _remove(service, root, tmp_path / "jobs")
        await service.close()

    run(main())


async def _make(service: LocalEnvironmentService, root: Path) -> None:
    told: list[EnvironmentState] = []
    service.changed.connect(told.append)
    assert service.state.phase is EnvironmentPhase.MISSING
    assert service.command() is None
    await service.set_up(base_python())
    assert service.state == EnvironmentState(EnvironmentPhase.READY)
    assert told[0].phase is EnvironmentPhase.WORKING
    assert told[-1].phase is EnvironmentPhase.READY
    assert len(_folders(root)) == 1
    assert _version(service) == "1.0"
    use = await service.disk_use(root / "jobs")
    assert use.environment > 1_000_000
    assert use.downloaded == 0


async def _fail_to_renew(service: LocalEnvironmentService, index: TinyIndex, root: Path) -> None:
    """What was there stays, and works."""
    before = _folders(root)
    index.require(locked(make_wheel(index.folder, version="2.0"), "0" * 64))
    assert service.state.phase is EnvironmentPhase.OUTDATED
    with pytest.raises(LocalBackEndError) as caught:
        await service.set_up(base_python())
    assert "not the one that was expected" in caught.value.message
    assert service.state.failure is caught.value
    assert service.state.can_start
    assert _folders(root)[-1:] == before
    assert _version(service) == "1.0"


async def _renew(service: LocalEnvironmentService, index: TinyIndex, root: Path) -> None:
    before = _folders(root)
    index.require(locked(make_wheel(index.folder, version="2.0")))
    await service.set_up(base_python())
    assert service.state == EnvironmentState(EnvironmentPhase.READY)
    assert len(_folders(root)) == 1
    assert _folders(root) != before
    assert _version(service) == "2.0"


async def _remove(service: LocalEnvironmentService, root: Path, jobs: Path) -> None:
    make_private_folder(jobs / "jobs" / "j-1")
    mine = jobs / "mine.txt"  # a profile may lie in a folder that was there before
    await service.remove()
    assert service.state.phase is EnvironmentPhase.MISSING
    assert _folders(root) == []
    assert _is_there(jobs)
    mine.write_text("mine")
    await service.remove(jobs)
    assert _files(jobs) == ["mine.txt"]
    mine.unlink()
    await service.remove(jobs)
    assert not _is_there(jobs)


def _version(service: LocalEnvironmentService) -> str:
    """What the environment's Python says, which also has the back-end's program."""
    command = service.command()
    assert command is not None
    words, variables = command
    code = "import openeo_desktop.local.levels, tinypackage; print(tinypackage.version)"
    done = subprocess.run(
        [words[0], "-P", "-c", code], env=variables, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_given_up_in_the_middle_leaves_nothing(
    index: TinyIndex, tmp_path: Path, silent: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.setenv("PIP_INDEX_URL", _address(silent))

    async def main() -> None:
        service = index.service(tmp_path / "root")
        work = asyncio.create_task(service.set_up(base_python()))
        connection, _peer = await asyncio.to_thread(silent.accept)
        assert service.state.phase is EnvironmentPhase.WORKING
        service.cancel()
        with pytest.raises(asyncio.CancelledError):
            await work
        connection.close()
        await service._lane.call(int)  # after what tidies up
        assert service.state == EnvironmentState(EnvironmentPhase.MISSING)
        assert _folders(tmp_path / "root") == []
        await service.close()

    run(main())


CHILD = """
import asyncio, sys
from pathlib import Path
from openeo_desktop.services.local_environment import LocalEnvironmentService
from openeo_desktop.services.local_environment_files import EnvironmentFiles
from openeo_desktop.services.local_environment_pythons import ask_python
files = EnvironmentFiles(Path(sys.argv[1]), Path(sys.argv[2]))
service = LocalEnvironmentService(files, ("no_such_module_at_all",), "import tinypackage")
asyncio.run(service.set_up(ask_python(Path(sys.argv[3]))))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_killed_in_the_middle_is_cleaned_at_the_next_start(
    index: TinyIndex, tmp_path: Path, silent: socket.socket
) -> None:
    root = tmp_path / "root"
    variables = dict(os.environ)
    del variables["PIP_NO_INDEX"]
    command = [sys.executable, "-c", CHILD, str(root), str(index.lists), str(base_python().path)]
    variables["PIP_INDEX_URL"] = _address(silent)
    with subprocess.Popen(command, env=variables, start_new_session=True) as child:
        connection, _peer = silent.accept()
        os.killpg(child.pid, signal.SIGKILL)
    connection.close()
    left = [name for name in _folders(root) if name.startswith("env-")]
    assert len(left) == 1
    assert not (root / left[0] / STAMP).exists()

    async def main() -> None:
        service = index.service(root)
        assert service.state.phase is EnvironmentPhase.MISSING
        service.tidy()
        await service._lane.call(int)  # after it
        assert [name for name in _folders(root) if name.startswith("env-")] == []
        await service.close()

    run(main())


def test_without_network_says_so_and_keeps_what_came(
    index: TinyIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        address = _address(closed)
    monkeypatch.delenv("PIP_NO_INDEX")
    monkeypatch.setenv("PIP_INDEX_URL", address)
    monkeypatch.setenv("PIP_RETRIES", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)

    async def main() -> None:
        service = index.service(tmp_path / "root")
        with pytest.raises(UnreachableError) as caught:
            await service.set_up(base_python())
        assert "Check the network" in caught.value.hint
        assert "127.0.0.1" in caught.value.details
        assert _folders(tmp_path / "root") in ([], ["downloaded"])
        await service.close()

    run(main())


def test_too_little_space_is_told_before_the_first_byte(
    index: TinyIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local_environment_set_up, "INSTALLED_SIZE", 10**18)

    async def main() -> None:
        service = index.service(tmp_path / "root")
        with pytest.raises(DiskFullError):
            await service.set_up(base_python())
        assert _folders(tmp_path / "root") == []
        await service.close()

    run(main())


def test_two_copies_do_not_set_up_at_once(index: TinyIndex, tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    lock = ProcessLock(root / "lock")
    assert lock.take()

    async def main() -> None:
        service = index.service(root)
        for action in (service.set_up(base_python()), service.remove()):
            with pytest.raises(AppError) as caught:
                await action
            assert "Another copy" in caught.value.message
        await service.close()

    with contextlib.ExitStack() as stack:
        stack.callback(lock.release)
        run(main())


def test_python_that_is_gone_makes_the_environment_useless(
    index: TinyIndex, tmp_path: Path
) -> None:
    folder = tmp_path / "root" / "env-12345678"
    folder.mkdir(parents=True)
    (folder / STAMP).write_text(json.dumps({"requirements": "x", "python": "3.13.1"}))
    service = index.service(tmp_path / "root")
    assert service.state.phase is EnvironmentPhase.MISSING
    service._lane.abandon()


def test_progress_grows_over_all_steps() -> None:
    steps = list(SetUpStep)
    whole = [local_environment_set_up.SetUpProgress(step, 0, 10).fraction for step in steps]
    assert whole == sorted(whole)
    half = local_environment_set_up.SetUpProgress(SetUpStep.INSTALL, 5, 10)
    assert whole[2] < half.fraction < whole[3]
