"""The life of a batch job over HTTP: create, change, list, start, stop, delete, logs."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

import psutil
import pytest
import requests

from tests.local import graphs
from tests.support.local_backend import LocalBackend


def _code(answer: requests.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_creation_answers_as_the_api_demands(backend: LocalBackend) -> None:
    body = {"title": "T", "process": graphs.quick(), "job_options": {"driver-memory": "2g"}}
    answer = backend.request("POST", "/jobs", json=body)
    job_id = answer.headers["OpenEO-Identifier"]
    assert answer.status_code == 201
    assert answer.content == b""
    assert answer.headers["Location"] == f"{backend.api}/jobs/{job_id}"
    job = backend.get(f"/jobs/{job_id}")
    assert job["process"] == graphs.quick()
    assert (job["status"], job["progress"], job["log_level"]) == ("created", 0, "info")
    assert job["job_options"] == {"driver-memory": "2g"}
    assert {link["rel"] for link in job["links"]} >= {"monitor", "result"}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "ProcessGraphMissing"),
        ({"process": {}}, "ProcessGraphMissing"),
        ({"process": []}, "ProcessInvalid"),
        ({"process": graphs.quick(), "log_level": "loud"}, "InvalidLogLevel"),
        ({"process": graphs.quick(), "plan": "gold"}, "BillingPlanInvalid"),
        ({"process": graphs.quick(), "budget": -1}, "BudgetInvalid"),
        ({"process": graphs.quick(), "title": 5}, "ParameterValueInvalid"),
    ],
)
def test_bad_bodies_are_refused(backend: LocalBackend, body: dict[str, Any], code: str) -> None:
    assert _code(backend.request("POST", "/jobs", json=body)) == (400, code)


def test_body_that_is_not_json_is_refused(backend: LocalBackend) -> None:
    json_type = {"Content-Type": "application/json"}
    answer = backend.request("POST", "/jobs", data="{", headers=json_type)
    assert _code(answer) == (400, "ParameterValueInvalid")
    assert _code(backend.request("POST", "/jobs", data="x")) == (400, "ContentTypeInvalid")
    deep = "[" * 100_000
    answer = backend.request("POST", "/jobs", data=deep, headers=json_type)
    assert _code(answer) == (400, "ParameterValueInvalid")


def test_list_is_paged_newest_first(backend: LocalBackend) -> None:
    made = [backend.create(graphs.quick(), title=f"page {number}") for number in range(5)]
    seen: list[str] = []
    url = "/jobs?limit=2"
    while url:
        page = backend.get(url)
        assert len(page["jobs"]) <= 2
        assert not any("process" in job for job in page["jobs"])
        seen += [job["id"] for job in page["jobs"]]
        url = next((link["href"] for link in page["links"] if link["rel"] == "next"), "")
    assert seen[:5] == made[::-1]
    assert seen == [job["id"] for job in backend.get("/jobs")["jobs"]]
    assert _code(backend.request("GET", "/jobs?limit=0")) == (400, "ParameterValueInvalid")
    assert _code(backend.request("GET", "/jobs?page=x")) == (400, "ParameterValueInvalid")


def test_patch_changes_whole_properties(backend: LocalBackend) -> None:
    job_id = backend.create(graphs.quick(), title="old", description="kept")
    change = {"title": "new", "log_level": "debug", "process": graphs.endless()}
    answer = backend.request("PATCH", f"/jobs/{job_id}", json=change)
    assert (answer.status_code, answer.content) == (204, b"")
    job = backend.get(f"/jobs/{job_id}")
    assert (job["title"], job["description"], job["log_level"]) == ("new", "kept", "debug")
    assert job["process"]["process_graph"] == change["process"]["process_graph"]
    assert backend.request("PATCH", f"/jobs/{job_id}", json={"title": None}).status_code == 204
    assert "title" not in backend.get(f"/jobs/{job_id}")


def test_patch_says_what_cannot_be_changed(backend: LocalBackend) -> None:
    url = f"/jobs/{backend.create(graphs.quick())}"
    assert _code(backend.request("PATCH", url, json={})) == (400, "NoDataForUpdate")
    answer = backend.request("PATCH", url, json={"status": "finished"})
    assert _code(answer) == (400, "PropertyNotEditable")
    assert _code(backend.request("PATCH", "/jobs/no", json={"title": "x"})) == (404, "JobNotFound")


def test_job_runs_to_its_end(backend: LocalBackend) -> None:
    job_id = backend.create(graphs.quick())
    answer = backend.request("GET", f"/jobs/{job_id}/results")
    assert _code(answer) == (400, "JobNotStarted")
    answer = backend.request("POST", f"/jobs/{job_id}/results")
    assert (answer.status_code, answer.content) == (202, b"")
    assert backend.wait_for(job_id, "finished", "error") == "finished"
    job = backend.get(f"/jobs/{job_id}")
    assert job["progress"] == 100
    assert job["created"] <= job["queued"] <= job["started"] <= job["updated"]
    assert job["usage"]["duration"]["value"] > 0
    assert job["usage"]["cpu"]["unit"] == "cpu-seconds"
    assert "costs" not in job


def test_logs_tell_of_every_node_and_file(backend: LocalBackend) -> None:
    entries = backend.logs(backend.run(graphs.quick(), log_level="debug"))
    done = [entry["path"][0]["node_id"] for entry in entries if "Finished" in entry["message"]]
    assert done == ["load", "flat", "save"]
    loaded = next(entry for entry in entries if "SAMPLE_S2" in entry["message"])
    assert loaded["data"]["dimensions"] == {"t": 1, "bands": 1, "y": 400, "x": 400}
    written = next(entry for entry in entries if entry["message"].startswith("File written"))
    assert written["data"]["file"] == "openEO.tif"
    assert [int(entry["id"]) for entry in entries] == list(range(1, len(entries) + 1))
    assert sorted(entry["time"] for entry in entries) == [entry["time"] for entry in entries]


def test_logs_by_offset_level_and_limit(backend: LocalBackend) -> None:
    job_id = backend.run(graphs.quick(), log_level="debug")
    everything = backend.logs(job_id)
    assert backend.logs(job_id, offset=everything[3]["id"]) == everything[4:]
    infos = backend.get(f"/jobs/{job_id}/logs", params={"level": "info"})
    assert infos["level"] == "info"
    assert infos["logs"] == [entry for entry in everything if entry["level"] != "debug"]
    seen: list[dict[str, Any]] = []
    url = f"/jobs/{job_id}/logs?limit=3&level=debug"
    while url:
        page = backend.get(url)
        seen += page["logs"]
        url = next((link["href"] for link in page["links"] if link["rel"] == "next"), "")
    assert seen == everything
    logs = f"/jobs/{job_id}/logs"
    assert _code(backend.request("GET", f"{logs}?level=x")) == (400, "InvalidLogLevel")
    assert _code(backend.request("GET", f"{logs}?offset=x")) == (400, "ParameterValueInvalid")


def test_log_level_of_the_job_is_the_least(backend: LocalBackend) -> None:
    answer = backend.get(f"/jobs/{backend.run(graphs.quick(), log_level='warning')}/logs")
    assert answer == {"level": "warning", "logs": [], "links": []}


def test_running_job_is_locked_stopped_and_can_start_again(backend: LocalBackend) -> None:
    job_id = backend.create(graphs.endless())
    backend.start(job_id)
    backend.wait_for(job_id, "running")
    answer = backend.request("PATCH", f"/jobs/{job_id}", json={"title": "x"})
    assert _code(answer) == (400, "JobLocked")
    answer = backend.request("GET", f"/jobs/{job_id}/results")
    assert _code(answer) == (400, "JobNotFinished")
    partial = backend.get(f"/jobs/{job_id}/results?partial=true")
    assert (partial["openeo:status"], partial["assets"]) == ("running", {})
    backend.start(job_id)  # no effect on a running job
    assert backend.request("DELETE", f"/jobs/{job_id}/results").status_code == 204
    assert backend.status(job_id) == "canceled"
    assert backend.get(f"/jobs/{job_id}/results")["openeo:status"] == "canceled"
    assert not _worker_processes(job_id)
    assert backend.request("PATCH", f"/jobs/{job_id}", json={"process": graphs.quick()}).ok
    last = int(backend.logs(job_id)[-1]["id"])
    backend.start(job_id)
    assert backend.wait_for(job_id, "finished", "error") == "finished"
    assert int(backend.logs(job_id)[0]["id"]) > last  # ids go on, so offsets stay right


def _worker_processes(job_id: str) -> list[int]:
    return [
        process.info["pid"]
        for process in psutil.process_iter(["pid", "cmdline", "status"])
        if job_id in (process.info["cmdline"] or []) and process.info["status"] != "zombie"
    ]


def test_queue_is_first_come_first_served(backend: LocalBackend) -> None:
    running = [backend.create(graphs.endless()) for _ in range(2)]
    waiting = [backend.create(graphs.quick()) for _ in range(2)]
    for job_id in (*running, *waiting):
        backend.start(job_id)
    assert [backend.status(job_id) for job_id in running] == ["running"] * 2
    assert [backend.status(job_id) for job_id in waiting] == ["queued"] * 2
    assert backend.request("DELETE", f"/jobs/{waiting[0]}/results").status_code == 204
    assert backend.status(waiting[0]) == "created"  # nothing had begun, nothing is kept
    assert backend.request("DELETE", f"/jobs/{running[0]}").status_code == 204
    assert backend.wait_for(waiting[1], "finished", "error") == "finished"
    assert backend.request("DELETE", f"/jobs/{running[1]}").status_code == 204
    for job_id in running:
        assert _code(backend.request("GET", f"/jobs/{job_id}")) == (404, "JobNotFound")
        assert not _worker_processes(job_id)


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX")
def test_killed_process_ends_in_an_error_a_person_understands(backend: LocalBackend) -> None:
    job_id = backend.create(graphs.endless())
    backend.start(job_id)
    backend.wait_for(job_id, "running")
    (worker,) = _worker_processes(job_id)
    os.kill(worker, signal.SIGKILL)
    assert backend.wait_for(job_id, "error", "finished", "canceled") == "error"
    last = backend.logs(job_id, level="error")[-1]
    assert "ended by the system (signal 9)" in last["message"]
    assert "smaller area" in last["message"]
    answer = backend.request("GET", f"/jobs/{job_id}/results")
    assert (answer.status_code, answer.json()["message"]) == (424, last["message"])


def test_unknown_process_ends_in_a_clear_error(backend: LocalBackend) -> None:
    nope = {"process_id": "nope", "arguments": {"data": graphs.from_node("load")}}
    graph = graphs.process(load=graphs.load(), nope=nope, save=graphs.save("nope"))
    job_id = backend.run(graph)
    assert backend.status(job_id) == "error"
    (entry,) = backend.logs(job_id, level="error")
    assert entry["code"] == "ProcessUnsupported"
    assert entry["message"].startswith("Node 'nope': ")
    assert entry["path"] == [{"node_id": "nope"}]


@pytest.mark.parametrize(
    ("graph", "words", "node"),
    [
        (
            graphs.process(load=graphs.load(bands=["B99"]), save=graphs.save("load")),
            "no band 'B99'",
            "load",
        ),
        (
            graphs.process(
                load=graphs.load(temporal_extent=["1990-01-01", "1991-01-01"]),
                save=graphs.save("load"),
            ),
            "no data in the given extent",
            "load",
        ),
        (
            graphs.process(
                load=graphs.load(properties={"eo:cloud_cover": graphs.at_most(20)}),
                save=graphs.save("load"),
            ),
            "no scene properties",
            "load",
        ),
        (
            graphs.process(
                load=graphs.load(),
                flat=graphs.reduce("load", "mean", "z"),
                save=graphs.save("flat"),
            ),
            "(z) not found",
            "flat",
        ),
        (
            graphs.process(load=graphs.load(), save=graphs.save("load", "PNG")),
            "one band (grey) or three",
            "save",
        ),
    ],
)
def test_bad_argument_ends_in_a_clear_error(
    backend: LocalBackend, graph: dict[str, Any], words: str, node: str
) -> None:
    job_id = backend.run(graph)
    assert backend.status(job_id) == "error"
    entry = backend.logs(job_id, level="error")[-1]
    assert words in entry["message"]
    assert node in (step["node_id"] for step in entry["path"])


def test_deletion_removes_the_files(tmp_path: Path) -> None:
    with LocalBackend(tmp_path) as backend:
        job_id = backend.run(graphs.quick())
        assert (tmp_path / "jobs" / job_id / "results" / "openEO.tif").is_file()
        assert backend.request("DELETE", f"/jobs/{job_id}").status_code == 204
        assert not (tmp_path / "jobs" / job_id).exists()
        assert backend.get("/jobs")["jobs"] == []


@pytest.mark.skipif(sys.platform != "linux", reason="RLIMIT_AS is kept on Linux only")
def test_job_without_memory_says_so(tmp_path: Path) -> None:
    finer = {
        "process_id": "resample_spatial",
        "arguments": {"data": graphs.from_node("load"), "resolution": 0.5, "projection": 32633},
    }
    graph = graphs.process(load=graphs.load(bands=["B04"]), finer=finer, save=graphs.save("finer"))
    with LocalBackend(tmp_path, arguments=("--job-memory", "2000")) as backend:
        job_id = backend.run(graph)
        assert backend.status(job_id) == "error"
        assert "memory" in backend.logs(job_id, level="error")[-1]["message"]
