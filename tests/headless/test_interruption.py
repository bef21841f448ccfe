"""Ctrl-C, a reader that goes away, a back-end that is killed in mid-run."""

from __future__ import annotations

import os
import re
import select
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from tests.local import graphs
from tests.support.command_line import CommandLine, Running
from tests.support.local_backend import LocalBackend
from tests.support.scripted_back_end import ScriptedBackEnd, job
from tests.support.waiting import wait_until

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and terminals of POSIX")


def _job_id(running: Running) -> str:
    line = running.wait_for("Created job '")
    return line.strip().removeprefix("Created job '").removesuffix("'")


@posix
def test_interrupt_ends_the_waiting_and_the_job_goes_on(
    cli: CommandLine, at: tuple[str, ...], backend: LocalBackend, process_file: Callable[..., Path]
) -> None:
    with cli.start("run", process_file(graphs.endless()), *at) as running:
        job_id = _job_id(running)
        running.wait_for(": running (progress")
        running.interrupt()
        ended = running.wait(15)
    try:
        assert ended.code == 130
        assert "Traceback" not in ended.err
        stays, interrupted = ended.err.splitlines()
        assert stays.startswith(f"The job '{job_id}' stays at the back-end.")
        assert f"openeo-desktop download {job_id} --backend" in stays
        assert interrupted == "Interrupted."
        assert backend.status(job_id) == "running"
    finally:
        backend.request("DELETE", f"/jobs/{job_id}")


@posix
def test_interrupt_while_the_back_end_is_silent(
    cli: CommandLine, at: tuple[str, ...], backend: LocalBackend
) -> None:
    os.kill(backend.ready["pid"], signal.SIGSTOP)
    try:
        with cli.start("jobs", *at) as running:
            wait_until(lambda: _is_asking(running, backend), "a request")
            running.interrupt()
            ended = running.wait(15)
    finally:
        os.kill(backend.ready["pid"], signal.SIGCONT)
    assert (ended.code, ended.err) == (130, "Interrupted.\n")


def _is_asking(running: Running, backend: LocalBackend) -> bool:
    """Whether the command holds a connection to the back-end."""
    port = int(backend.url.rstrip("/").rpartition(":")[2])
    connections = psutil.Process(running.process.pid).net_connections("tcp")
    return any(one.raddr and one.raddr.port == port for one in connections)


@posix
@pytest.mark.parametrize(
    ("typed", "code"), [("right", 0), ("wrong", 3), ("\x03", 130), ("\x04", 3)]
)
def test_password_is_asked_for_at_a_terminal(
    bare: CommandLine, backend: LocalBackend, at: tuple[str, ...], typed: str, code: int
) -> None:
    password = {"right": backend.password + "\n", "wrong": "wrong\n"}.get(typed, typed)
    shown, ended = _at_terminal(bare, ["jobs", *at], password)
    assert ended == code, shown
    assert "Traceback" not in shown
    assert password.strip() not in shown  # nothing typed is echoed
    if code == 3:
        assert "Error: " in shown


def _at_terminal(cli: CommandLine, arguments: list[str], answer: str) -> tuple[str, int]:
    """Run at a terminal of its own; give the answer when the password is asked for."""
    import pty

    pid, master = pty.fork()
    if pid == 0:
        command = [sys.executable, "-m", "openeo_desktop", "--profile", str(cli.profile)]
        os.execve(sys.executable, [*command, *arguments], cli.variables())
    shown, end, answered = b"", time.monotonic() + 60, False
    while time.monotonic() < end:
        ready, _, _ = select.select([master], [], [], 1)
        try:
            data = os.read(master, 65536) if ready else b""
        except OSError:  # Linux: the other side has closed
            break
        if ready and not data:
            break
        shown += data
        if not answered and re.search(rb"Password of local: ?$", shown):
            os.write(master, answer.encode())
            answered = True
    os.close(master)
    _, status = os.waitpid(pid, 0)
    assert answered, shown
    return shown.decode(), os.waitstatus_to_exitcode(status)


@posix
def test_a_reader_that_goes_away_ends_it_quietly(
    cli: CommandLine, at: tuple[str, ...], finished_job: str
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    ended = cli.run("logs", finished_job, *at, stdout=writer)
    os.close(writer)
    assert (ended.code, ended.err) == (141, "")


def test_back_end_that_is_killed_and_comes_back(
    bare: CommandLine, process_file: Callable[..., Path], tmp_path: Path
) -> None:
    state, out = tmp_path / "state", tmp_path / "out"
    with LocalBackend(state) as first:
        port = first.url.rstrip("/").rpartition(":")[2]
        _occupy(first)  # so that ours is queued as the back-end is killed, and goes on later
        bare.password = first.password
        given = ("--backend", first.url, "--user", first.user, "--out", out, "--max-poll", 0.5)
        with bare.start("run", process_file(graphs.quick()), *given) as running:
            running.wait_for(": queued (progress")
            first.kill()
            running.wait_for("Trying again.", "stderr")
            with LocalBackend(state, arguments=("--port", port)):
                ended = running.wait()
    assert ended.code == 0, ended.err
    assert "nothing listens there" in ended.err
    assert "Traceback" not in ended.err
    assert [path.name for path in out.glob("*.tif")] == ["openEO.tif"]


def _occupy(backend: LocalBackend) -> None:
    """Take both places of a back-end by long jobs."""
    for job_id in [backend.create(graphs.endless()) for _ in range(2)]:
        backend.start(job_id)
        backend.wait_for(job_id, "running")


def test_token_that_ends_in_mid_run_is_renewed(
    cli: CommandLine, process_file: Callable[..., Path]
) -> None:
    over = (403, {"code": "TokenInvalid", "message": "The token is over."})
    looks = [job("created"), job("queued"), over, job("running"), job("error")]
    with ScriptedBackEnd({"GET /jobs/j-1": looks}) as server:
        ended = cli.run("run", process_file(graphs.quick()), "--backend", server.url, "--user", "u")
    assert server.requests.count("GET /credentials/basic") == 2
    assert (ended.code, ended.lines[-1]) == (1, ended.lines[-1])
    assert ended.lines[-1].endswith(": error (progress N/A)")
