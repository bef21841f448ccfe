"""The server's own life: ready line, restart, kill, end with the parent, folders, password."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
import requests

from tests.local import graphs
from tests.support.local_backend import ROOT, LocalBackend


def _workers_of(state: Path) -> list[psutil.Process]:
    return [
        process
        for process in psutil.process_iter(["cmdline", "status"])
        if str(state) in (process.info["cmdline"] or [])
        and "openeo_desktop.local.worker" in process.info["cmdline"]
        and process.info["status"] != psutil.STATUS_ZOMBIE
    ]


def _wait_until_gone(state: Path) -> None:
    _, alive = psutil.wait_procs(_workers_of(state), timeout=60)
    assert not alive, "the job's process outlives its server"


def test_jobs_tokens_and_results_survive_a_restart(tmp_path: Path) -> None:
    with LocalBackend(tmp_path) as first:
        job_id = first.run(graphs.quick(), title="kept")
        token = first.bearer()
    with LocalBackend(tmp_path) as second:
        headers = {"Authorization": token}
        job = requests.get(f"{second.api}/jobs/{job_id}", headers=headers, timeout=60).json()
        assert (job["title"], job["status"]) == ("kept", "finished")
        href = second.get(f"/jobs/{job_id}/results")["assets"]["openEO.tif"]["href"]
        assert requests.get(href, timeout=60).ok


@pytest.mark.parametrize("end", ["stop", "kill"])
def test_running_job_of_an_ended_server_says_so_and_queued_ones_go_on(
    tmp_path: Path, end: str
) -> None:
    first = LocalBackend(tmp_path)
    running = [first.create(graphs.endless()) for _ in range(2)]
    waiting = first.create(graphs.quick())
    for job_id in (*running, waiting):
        first.start(job_id)
    for job_id in running:
        first.wait_for(job_id, "running")
    assert first.status(waiting) == "queued"
    first.kill() if end == "kill" else first.stop()
    _wait_until_gone(tmp_path)
    with LocalBackend(tmp_path) as second:
        for job_id in running:
            assert second.status(job_id) == "error"
            assert "was stopped while the job" in second.logs(job_id, level="error")[-1]["message"]
        assert second.wait_for(waiting, "finished", "error") == "finished"


def test_closing_the_pipe_ends_the_server_cleanly(tmp_path: Path) -> None:
    backend = LocalBackend(tmp_path)
    assert backend.process.poll() is None
    assert backend.stop() == 0


def test_ready_line_holds_no_secret_and_the_file_is_private(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "openeo_desktop.local", "--state", str(tmp_path)]
    with LocalBackend(tmp_path / "given") as backend:
        assert set(backend.ready) == {"url", "user", "pid"}
        assert not (tmp_path / "given" / "password").exists()
        environment = psutil.Process(backend.ready["pid"]).environ()
        assert backend.password not in " ".join(backend.process.args)  # type: ignore[arg-type]
        assert "OPENEO_DESKTOP_LOCAL_PASSWORD" in environment  # what the system shows of the start
    environment = {k: v for k, v in os.environ.items() if k != "OPENEO_DESKTOP_LOCAL_PASSWORD"}
    with subprocess.Popen(
        [*command, "--exit-with-parent"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, env=environment,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdin is not None
        line = process.stdout.readline().decode()
        password = (tmp_path / "password").read_text().strip()
        assert password
        assert password not in line
        assert str(tmp_path / "password").replace("\\", "\\\\") in line
        if os.name != "nt":
            for name in ("password", "secret"):
                assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
        process.stdin.close()
        assert process.wait(30) == 0


def test_one_server_per_state_folder(tmp_path: Path) -> None:
    with LocalBackend(tmp_path) as backend:
        second = subprocess.run(
            [sys.executable, "-m", "openeo_desktop.local", "--state", str(tmp_path)],
            cwd=ROOT, capture_output=True, timeout=30, check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        assert second.returncode == 2
        assert b"Another back-end already works" in second.stderr
        assert b"Traceback" not in second.stderr
        assert backend.get("/jobs") == {"jobs": [], "links": []}


def test_taken_port_is_said_in_a_sentence(backend: LocalBackend, tmp_path: Path) -> None:
    port = backend.url.rstrip("/").rpartition(":")[2]
    second = subprocess.run(
        [sys.executable, "-m", "openeo_desktop.local", "--state", str(tmp_path), "--port", port],
        cwd=ROOT, capture_output=True, timeout=30, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert second.returncode == 2
    assert b"Traceback" not in second.stderr
    assert port.encode() in second.stderr


def test_foreign_host_header_is_refused(backend: LocalBackend) -> None:
    headers = {"Host": "evil.example:80"}
    answer = requests.get(f"{backend.api}/", headers=headers, timeout=60)
    assert (answer.status_code, answer.json()["code"]) == (403, "PermissionsInsufficient")
    answer = requests.get(f"{backend.api}/", headers={"Origin": "https://evil.example"}, timeout=60)
    assert not [name for name in answer.headers if name.lower().startswith("access-control")]


def test_listens_on_loopback_only(backend: LocalBackend) -> None:
    connections = psutil.Process(backend.ready["pid"]).net_connections("tcp")
    listening = [one.laddr.ip for one in connections if one.status == psutil.CONN_LISTEN]
    assert listening == ["127.0.0.1"]


def test_huge_body_is_refused(backend: LocalBackend) -> None:
    headers = {"Content-Type": "application/json"}
    body = b'{"process": "' + b"x" * (17 * 1024 * 1024) + b'"}'
    try:
        answer = backend.request("POST", "/jobs", data=body, headers=headers)
    except requests.ConnectionError:  # refused before all of it was sent: just as good
        return
    assert answer.status_code == 413
