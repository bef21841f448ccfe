"""The embedded back-end as a child process: started, noticed when killed, never an orphan."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from openeo_desktop.core.accounts import AccountState
from openeo_desktop.core.errors import AppError, LocalBackEndError, StorageError, UnreachableError
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.services import local_backend
from openeo_desktop.services.local_backend import LocalBackEndChanged
from tests.support.fault_server import FaultServer
from tests.support.local_backend import LocalBackend
from tests.support.service_runs import opened, run, until


def test_start_stop_and_start_again(paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            told: list[bool] = []
            services.local.changed.connect(lambda change: told.append(change.running))
            first, same = await asyncio.gather(services.local.start(), services.local.start())
            assert first == same
            await services.accounts.user(first.id)
            await services.local.stop()
            assert not services.local.running
            with pytest.raises(UnreachableError):
                await services.accounts.user(first.id)
            status = services.accounts.status(first.id)
            assert status is not None
            assert status.state is AccountState.OFFLINE
            again = await services.local.start()
            assert again.id == first.id
            await services.accounts.user(again.id)
            assert told == [True, False, True]
        assert len(services.accounts.statuses()) == 1
        assert not services.local.running

    run(main())


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_killed_server_is_noticed(paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            told: list[LocalBackEndChanged] = []
            services.local.changed.connect(told.append)
            await services.local.start()
            process = services.local._process
            assert process is not None
            process.kill()
            await until(services.local.changed, lambda: len(told) == 2)
            assert not told[1].running
            assert "stopped" in told[1].message
            await services.local.start()
            assert services.local.running

    run(main())


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_killed_server_is_offline_at_once_and_starts_again_by_itself(paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await services.local.start()
            told: list[LocalBackEndChanged] = []
            states: list[tuple[AccountState, str]] = []

            def note(_event: object) -> None:
                status = services.accounts.status(account.id)
                assert status is not None
                states.append((status.state, status.message))

            services.local.changed.connect(told.append)
            services.accounts.changed.connect(note)
            process = services.local._process
            assert process is not None
            process.kill()
            await until(services.local.changed, lambda: len(told) == 2)
            assert [change.running for change in told] == [False, True]
            assert states[0] == (
                AccountState.OFFLINE,
                "The back-end of this computer has stopped.",
            )
            await services.accounts.user(account.id)
            status = services.accounts.status(account.id)
            assert status is not None
            assert status.state is AccountState.ONLINE

    run(main())


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_server_that_dies_again_and_again_is_left_alone(paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            account = await services.local.start()
            told: list[LocalBackEndChanged] = []
            failed: list[AppError] = []
            services.local.changed.connect(told.append)
            services.local.failed.connect(failed.append)
            for deaths in range(1, local_backend.RESTARTS + 1):
                services.local._process.kill()
                await until(services.local.changed, lambda n=deaths: len(told) == 2 * n)
            services.local._process.kill()
            await until(services.local.failed, lambda: bool(failed))
            assert not services.local.running
            assert "Start the back-end again" in failed[0].hint
            with pytest.raises(UnreachableError) as caught:
                await services.accounts.user(account.id)
            assert "Check the address" not in str(caught.value)
            assert "Start the back-end again" in caught.value.hint
            await services.local.start()
            await services.accounts.user(account.id)

    run(main())


CHILD = """
import asyncio, sys
from pathlib import Path
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.services.services import make_services
async def main():
    services = make_services(profile_paths(Path(sys.argv[1])))
    await services.open()
    await services.local.start()
    print(services.local._process.pid, flush=True)
    await asyncio.Event().wait()
asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_killed_app_leaves_no_orphan(tmp_path: Path) -> None:
    command = [sys.executable, "-c", CHILD, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as app:
        assert app.stdout is not None
        server = int(app.stdout.readline())
        os.kill(server, 0)
        app.kill()

    async def ended() -> None:
        async with asyncio.timeout(60):
            while _lives(server):  # noqa: ASYNC110 - another process, nothing to wait on
                await asyncio.sleep(0.05)

    try:
        asyncio.run(ended())
    finally:
        if _lives(server):
            os.kill(server, signal.SIGKILL)


def _lives(pid: int) -> bool:
    """Whether the process runs; one that only waits for its parent to ask does not."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


def test_what_is_not_set_up_is_told_with_the_way_to_it(paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            services.local.environment._needed = ("flask", "no_such_module_at_all")
            assert not services.local.is_installed()
            with pytest.raises(LocalBackEndError) as caught:
                await services.local.start()
            assert "not set up" in caught.value.message
            assert "local install" in caught.value.hint
            assert services.accounts.statuses() == ()

    run(main())


def test_server_that_does_not_start_is_told_with_its_last_words(paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            with LocalBackend(paths.local_state):
                with pytest.raises(LocalBackEndError) as caught:
                    await services.local.start()
                assert not services.local.running
                assert "already works" in caught.value.details
                assert "Another copy" in caught.value.hint

    run(main())


def test_one_that_runs_and_cannot_be_reached_does_not_blame_the_network(
    paths: AppPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    with FaultServer() as gone:
        ready = {"url": f"{gone.url}/", "user": "local"}

    def launch(*_arguments: object, **_named: object) -> dict[str, str]:
        return ready

    async def main() -> None:
        async with opened(paths) as services:
            monkeypatch.setattr(services.local, "_launch", launch)
            with pytest.raises(LocalBackEndError) as caught:
                await services.local.start()
            assert "runs" in caught.value.message
            assert "127.0.0.1" in caught.value.hint
            assert "firewall" in caught.value.hint
            assert "Another copy" not in str(caught.value)

    run(main())


def test_state_folder_that_cannot_be_made_is_told(paths: AppPaths) -> None:
    async def main() -> None:
        async with opened(paths) as services:
            paths.local_state.write_text("a file in the way")
            with pytest.raises(StorageError):
                await services.local.start()
            assert not services.local.running

    run(main())
