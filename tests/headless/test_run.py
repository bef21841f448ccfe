"""`openeo-desktop run`: lines, files, JSON, failure; a real back-end and a real process."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import requests

from openeo_desktop.core.formatting import format_size
from tests.local import graphs
from tests.support.command_line import CommandLine
from tests.support.local_backend import GRAPHS, LocalBackend
from tests.support.scripted_back_end import ScriptedBackEnd, job

_POLL = re.compile(r"\d+:[0-5]\d:[0-5]\d Job '[\w\-.~]+': [\w]+ \(progress (?:\d{1,3}%|N/A)\)")


def _asset(backend: LocalBackend, job_id: str, key: str) -> bytes:
    href = backend.get(f"/jobs/{job_id}/results")["assets"][key]["href"]
    return requests.get(href, timeout=30).content


def test_runs_the_shipped_example_to_a_verified_file(
    cli: CommandLine, at: tuple[str, ...], backend: LocalBackend, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    example = GRAPHS / "sample_ndvi_mean.json"
    ended = cli.run("run", example, *at, "--out", out, "--max-poll", 1)
    assert (ended.code, ended.err) == (0, "")
    first, *polls, last = ended.lines
    job_id = first.removeprefix("Created job '").removesuffix("'")
    assert all(_POLL.fullmatch(line) for line in polls), polls
    assert polls[-1].endswith(f"Job '{job_id}': finished (progress 100%)")
    file = out / "ndvi_mean.tif"
    assert last == f"{file} ({format_size(file.stat().st_size)}, checksum verified)"
    assert file.read_bytes() == _asset(backend, job_id, "ndvi_mean.tif")
    assert {path.name for path in out.iterdir()} == {file.name, "job-results.json", "job.json"}
    title = json.loads(example.read_text("utf-8"))["title"]
    assert backend.get(f"/jobs/{job_id}")["title"] == title


def test_metadata_beside_the_file_is_self_contained(
    cli: CommandLine, at: tuple[str, ...], finished_job: str, tmp_path: Path
) -> None:
    assert cli.run("download", finished_job, *at, "--out", tmp_path / "out").code == 0
    results = json.loads((tmp_path / "out" / "job-results.json").read_text("utf-8"))
    assert results["assets"]["openEO.tif"]["href"] == "./openEO.tif"
    assert json.loads((tmp_path / "out" / "job.json").read_text("utf-8"))["id"] == finished_job


def test_title_and_usual_folder_within_the_profile(
    cli: CommandLine, at: tuple[str, ...], backend: LocalBackend, process_file: Callable[..., Path]
) -> None:
    given = process_file(graphs.quick(), "my graph.json")
    ended = cli.run("run", given, *at, "--title", "Só: titled/so")
    assert ended.code == 0
    file = Path(ended.lines[-1].rpartition(" (")[0])
    assert file.is_relative_to(cli.profile / "downloads")
    assert file.is_file()
    assert {j["title"] for j in backend.get("/jobs")["jobs"]} >= {"Só: titled/so"}


def test_everything_stays_in_the_profile(
    cli: CommandLine, at: tuple[str, ...], process_file: Callable[..., Path], tmp_path: Path
) -> None:
    work = tmp_path / "work"
    work.mkdir()
    ended = cli.run("run", process_file(graphs.quick()), *at, cwd=work)
    assert ended.code == 0
    assert list(cli.home.iterdir()) == []
    assert list(work.iterdir()) == []
    secret = cli.password.encode()
    files = [path for path in cli.profile.rglob("*") if path.is_file()]
    assert files
    assert [path for path in files if secret in path.read_bytes()] == []


def test_title_is_the_file_name_where_none_is_given(
    cli: CommandLine, process_file: Callable[..., Path]
) -> None:
    cli.password = "any"
    script = {"GET /jobs/j-1": [job("running"), job("error")]}
    with ScriptedBackEnd(script) as server:
        ended = cli.run("run", process_file(graphs.quick()), "--backend", server.url, "--user", "u")
    assert "POST /validation" not in server.requests  # it does not list that endpoint
    assert json.loads(server.bodies["POST /jobs"])["title"] == "process"
    assert ended.code == 1
    assert "0:00:00 Job 'j-1': error (progress N/A)" in ended.lines


def test_json_is_one_value_a_line(
    cli: CommandLine, at: tuple[str, ...], process_file: Callable[..., Path], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    ended = cli.run("run", process_file(graphs.quick()), *at, "--out", out, "--json")
    assert (ended.code, ended.err) == (0, "")
    created, *polls, done = ended.documents
    assert created == {"job": created["job"], "status": "created"}
    assert {poll["job"] for poll in polls} == {created["job"]}
    assert polls[-1]["status"] == "finished"
    assert polls[-1]["progress"] == 100
    assert done == {
        "job": created["job"],
        "status": "finished",
        "files": [str(out / "openEO.tif")],
    }


def test_failed_job_prints_its_errors(
    cli: CommandLine,
    at: tuple[str, ...],
    failing: dict[str, Any],
    process_file: Callable[..., Path],
    tmp_path: Path,
) -> None:
    ended = cli.run("run", process_file(failing), *at, "--out", tmp_path / "out")
    assert ended.code == 1
    job_id = ended.lines[0].removeprefix("Created job '").removesuffix("'")
    assert "Job" in ended.lines[-1]
    assert ": error (progress " in ended.lines[-1]
    (line,) = [line for line in ended.err.splitlines() if line.startswith("error")]
    assert "no data in the given extent" in line
    assert f"The job '{job_id}' ended in error." in ended.sentence()
    assert f"openeo-desktop logs {job_id} --backend {at[1].rstrip('/')}" in ended.sentence()
    assert not (tmp_path / "out").exists()


def test_failed_job_in_json(
    cli: CommandLine,
    at: tuple[str, ...],
    failing: dict[str, Any],
    process_file: Callable[..., Path],
) -> None:
    ended = cli.run("run", process_file(failing), *at, "--json")
    assert ended.code == 1
    last = ended.documents[-1]
    assert last["status"] == "error"
    assert "no data in the given extent" in last["errors"][-1]["message"]


def test_canceled_job_is_a_failure(cli: CommandLine, process_file: Callable[..., Path]) -> None:
    with ScriptedBackEnd({"GET /jobs/j-1": [job("queued"), job("canceled")]}) as server:
        ended = cli.run("run", process_file(graphs.quick()), "--backend", server.url, "--user", "u")
    assert ended.code == 1
    assert "was canceled" in ended.sentence()


def test_failures_of_the_server_do_not_end_the_waiting(
    cli: CommandLine, process_file: Callable[..., Path]
) -> None:
    passing = [
        job("created"),  # as it is made
        (500, {"code": "Internal", "message": "Not right after the start."}),
        job("submitted"),  # it was started all the same
        (500, {"code": "Internal", "message": "A worker of the server fell over.", "id": "r-77"}),
        (502, "<html>Bad gateway</html>"),
        (200, "<html>Log in to the hotel's network</html>"),
        (503, {"code": "InfrastructureBusy", "message": "Come back in a moment."}),
        job("running", progress=64),
        job("error"),
    ]
    with ScriptedBackEnd({"GET /jobs/j-1": passing}) as server:
        ended = cli.run(
            "run", process_file(graphs.quick()),
            "--backend", server.url, "--user", "u", "--max-poll", 0.1,
        )  # fmt: skip
    assert ended.code == 1
    assert server.requests.count("POST /jobs/j-1/results") == 1
    assert [line.partition("': ")[2] for line in ended.lines[1:]] == [
        "submitted (progress N/A)",
        "running (progress 64%)",
        "error (progress N/A)",
    ]
    assert ended.err.count("Trying again.") == 4
    assert "A worker of the server fell over." in ended.err


def test_start_waits_for_a_place(cli: CommandLine, process_file: Callable[..., Path]) -> None:
    full = (400, {"code": "ConcurrentJobLimit", "message": "Two jobs at once, no more."})
    script = {
        "POST /jobs/j-1/results": [full, full, (202, "")],
        "GET /jobs/j-1": [*[job("created")] * 3, job("error")],
    }
    with ScriptedBackEnd(script) as server:
        ended = cli.run(
            "run", process_file(graphs.quick()),
            "--backend", server.url, "--user", "u", "--max-poll", 0.1,
        )  # fmt: skip
    assert server.requests.count("POST /jobs/j-1/results") == 3
    assert ended.err.count("Two jobs at once, no more. Waiting for a place.") == 2


def test_refusals_end_the_waiting(cli: CommandLine, process_file: Callable[..., Path]) -> None:
    gone = (404, {"code": "JobNotFound", "message": "The batch job does not exist."})
    with ScriptedBackEnd(
        {"GET /jobs/j-1": [job("created"), job("queued"), job("queued"), gone]}
    ) as server:
        ended = cli.run(
            "run", process_file(graphs.quick()),
            "--backend", server.url, "--user", "u", "--max-poll", 0.1,
        )  # fmt: skip
    assert ended.code == 1
    assert "does not exist" in ended.sentence()


def test_no_qt_is_loaded(
    cli: CommandLine, at: tuple[str, ...], finished_job: str, tmp_path: Path
) -> None:
    code = (
        "import sys; from openeo_desktop.cli import main; code = main(sys.argv[1:]); "
        "print([m for m in sys.modules if m.startswith(('PySide6', 'qasync', 'qtawesome'))]); "
        "sys.exit(code)"
    )
    profile = ("--profile", str(cli.profile), "download", finished_job)
    ended = subprocess.run(
        [sys.executable, "-c", code, *profile, *at, "--out", str(tmp_path / "out")],
        env=cli.variables(), capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.splitlines()[-1] == "[]"


def test_files_of_the_person_are_not_overwritten(
    cli: CommandLine, at: tuple[str, ...], process_file: Callable[..., Path]
) -> None:
    """The process lies in the folder of the results, under the name of our own metadata."""
    mine = process_file(graphs.quick(), "job.json")
    before = mine.read_bytes()
    ids = []
    for _ in range(2):
        ended = cli.run("run", mine, *at, "--out", mine.parent, "--json")
        assert ended.code == 0, ended.err
        ids.append(ended.documents[0]["job"])
    assert mine.read_bytes() == before
    found = [json.loads(path.read_text("utf-8")) for path in mine.parent.glob("job*.json")]
    assert {document.get("id") for document in found} >= set(ids)
    assert len(list(mine.parent.glob("*.tif"))) == 2
