"""«Copy as Python code» for real: the official client runs it against the embedded back-end."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from openeo_desktop.core.accounts import Account, AccountId
from openeo_desktop.core.jobs import Job, JobId, JobKey, JobStatus
from openeo_desktop.core.python_code import python_code
from openeo_desktop.core.resources import resource_path
from tests.support.command_line import CommandLine
from tests.support.local_backend import LocalBackend

pytestmark = pytest.mark.interop
TITLE = 'It\'s «NDVI»\n"quoted" # no comment'


def test_copied_code_creates_runs_and_downloads_the_same_job(
    client_python: Path, backend: LocalBackend, bare: CommandLine, tmp_path: Path
) -> None:
    account = Account(AccountId("a"), "Here", backend.url, backend.url, "basic", backend.user)
    example = json.loads(resource_path("process_graphs/sample_ndvi_mean.json").read_text("utf-8"))
    key = JobKey(account.id, JobId("j"))
    job = Job(
        key,
        JobStatus.FINISHED,
        "finished",
        title=TITLE,
        description="Two\nlines",
        log_level="debug",
        process={"process_graph": example.get("process_graph", example)},
    )
    script = tmp_path / "job.py"
    script.write_text(python_code(job, account), encoding="utf-8")
    given = {"OPENEO_PASSWORD": backend.password, "HOME": str(tmp_path), "PYTHONPATH": ""}
    ended = subprocess.run(
        [client_python, script],
        env=os.environ | given,
        capture_output=True, text=True, timeout=180, cwd=tmp_path, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    job_id = ended.stdout.splitlines()[0]
    assert list((tmp_path / "results").glob("*.tif"))
    bare.password = backend.password
    listed = bare.run("jobs", "--backend", backend.url, "--user", backend.user, "--json")
    (made,) = [entry for entry in listed.documents if entry["id"] == job_id]
    assert (made["status"], made["title"]) == ("finished", TITLE)
