"""`openeo-desktop jobs`, `logs` and `download` against a real back-end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.headless.conftest import EVIL
from tests.support.command_line import CommandLine
from tests.support.local_backend import LocalBackend
from tests.support.scripted_back_end import ScriptedBackEnd, job

HARMLESS = "evil␛[2J\\u009b31m\\u202etitle"
LOG = [
    {"id": "1", "level": "debug", "message": "first"},
    {"id": "2", "level": "warning", "message": "\x1b]0;owned\x07 and \x9b2J", "code": "Odd"},
    {"id": "3", "level": "fatal", "message": "third", "time": "2026-01-01T00:00:00.5Z"},
]


def test_jobs_one_a_line(
    cli: CommandLine, at: tuple[str, ...], finished_job: str, failed_job: str
) -> None:
    ended = cli.run("jobs", *at)
    assert (ended.code, ended.err) == (0, "")
    by_id = {line.split()[0]: line for line in ended.lines}
    assert by_id[finished_job].split()[1] == "finished"
    assert by_id[finished_job].endswith("  A finished job")
    assert by_id[failed_job].split()[1] == "error"


def test_terminal_escapes_are_visible_not_effective(
    cli: CommandLine, at: tuple[str, ...], failed_job: str
) -> None:
    ended = cli.run("jobs", *at)
    (line,) = [line for line in ended.out.split("\n") if failed_job in line]
    assert line.endswith(HARMLESS)
    raw = cli.run("jobs", *at, "--json").out
    assert not [char for char in raw if char in "\x1b\x9b\u202e"]
    titles = {entry["id"]: entry["title"] for entry in map(json.loads, raw.splitlines())}
    assert titles[failed_job] == EVIL


def test_jobs_in_json_newest_first(
    cli: CommandLine, at: tuple[str, ...], backend: LocalBackend, finished_job: str
) -> None:
    ended = cli.run("jobs", *at, "--json")
    assert ended.code == 0
    ids = [entry["id"] for entry in ended.documents]
    assert finished_job in ids
    assert set(ids) == {entry["id"] for entry in backend.get("/jobs")["jobs"]}
    created = [entry["created"] for entry in ended.documents]
    assert created == sorted(created, reverse=True)


def test_a_job_is_added_by_its_id(cli: CommandLine) -> None:
    """The list of this back-end shows nothing; the job is there all the same."""
    cli.password = "any"
    hidden = {"GET /jobs": [(200, {"jobs": [], "links": []})], "GET /jobs/j-1": [job("finished")]}
    with ScriptedBackEnd(hidden) as server:
        at = ("--backend", server.url, "--user", "u")
        ended = cli.run("jobs", *at, "--id", f"{server.url}/jobs/j-1")
        assert (ended.code, ended.lines[0].split()[:2]) == (0, ["j-1", "finished"])
        (listed,) = cli.run("jobs", *at).lines
        assert listed.split()[0] == "j-1"  # and stays, although the list lacks it


def test_an_unknown_id_is_said_to_be_unknown(cli: CommandLine) -> None:
    cli.password = "any"
    missing = (404, {"code": "JobNotFound", "message": "No such job."})
    with ScriptedBackEnd({"GET /jobs/j-2": [missing]}) as server:
        ended = cli.run("jobs", "--backend", server.url, "--user", "u", "--id", "j-2")
    assert ended.code == 2
    assert "knows no job «j-2»" in ended.sentence()


def test_no_jobs_is_said(cli: CommandLine) -> None:
    cli.password = "any"
    empty = {"GET /jobs": [(200, {"jobs": [], "links": []})]}
    with ScriptedBackEnd(empty) as server:
        ended = cli.run("jobs", "--backend", server.url, "--user", "u")
        as_json = cli.run("jobs", "--backend", server.url, "--user", "u", "--json")
    assert (ended.code, ended.lines) == (0, ["No jobs at Scripted yet."])
    assert (as_json.code, as_json.out) == (0, "")


def test_log_with_levels(cli: CommandLine, at: tuple[str, ...], failed_job: str) -> None:
    whole = cli.run("logs", failed_job, *at)
    errors = cli.run("logs", failed_job, *at, "--level", "error")
    assert (whole.code, errors.code) == (0, 0)
    assert {line.split()[1] for line in whole.lines} >= {"info", "error"}
    assert {line.split()[1] for line in errors.lines} == {"error"}
    assert any("no data in the given extent" in line for line in errors.lines)
    assert set(errors.lines) < set(whole.lines)


def test_log_without_entries_of_a_level_is_not_called_empty(
    cli: CommandLine, at: tuple[str, ...], finished_job: str
) -> None:
    ended = cli.run("logs", finished_job, *at, "--level", "error")
    assert (ended.code, ended.lines) == (0, ["The log has no entries of level error or above."])


def test_log_is_harmless_and_whole_in_json(cli: CommandLine) -> None:
    cli.password = "any"
    script = {"GET /jobs/j-1/logs": [(200, {"logs": LOG, "links": []})]}
    with ScriptedBackEnd(script) as server:
        at = ("--backend", server.url, "--user", "u")
        ended = cli.run("logs", "j-1", *at)
        as_json = cli.run("logs", "j-1", *at, "--json")
    assert ended.lines[0].endswith("debug    first")
    assert ended.lines[1].endswith("warning  [Odd] ␛]0;owned␇ and \\u009b2J")
    assert ended.lines[2] == "2026-01-01T00:00:00.500000Z  error    third"
    assert as_json.documents == LOG


def test_log_of_any_numbers_is_valid_json(cli: CommandLine) -> None:
    cli.password = "any"
    body = '{"logs": [{"id": "1", "level": "info", "message": "m", "data": [NaN, 1e999]}]}'
    with ScriptedBackEnd({"GET /jobs/j-1/logs": [(200, body)]}) as server:
        ended = cli.run("logs", "j-1", "--backend", server.url, "--user", "u", "--json")
    assert ended.code == 0
    assert ended.documents[0]["message"] == "m"


def test_download_to_a_folder(
    cli: CommandLine, at: tuple[str, ...], finished_job: str, tmp_path: Path
) -> None:
    out = tmp_path / "new" / "folder"
    ended = cli.run("download", finished_job, *at, "--out", out)
    assert (ended.code, ended.err) == (0, "")
    assert [line.partition(" (")[0] for line in ended.lines] == [str(out / "openEO.tif")]
    again = cli.run("download", finished_job, *at, "--out", out, "--json")
    assert again.documents == [{"job": finished_job, "files": [str(out / "openEO.tif")]}]
    assert {path.name for path in out.iterdir()} == {"openEO.tif", "job-results.json", "job.json"}


def test_download_to_a_relative_folder(
    cli: CommandLine, at: tuple[str, ...], finished_job: str, tmp_path: Path
) -> None:
    assert cli.run("download", finished_job, *at, "--out", "here", cwd=tmp_path).code == 0
    assert (tmp_path / "here" / "openEO.tif").is_file()


def test_download_never_overwrites_a_foreign_file(
    cli: CommandLine, at: tuple[str, ...], finished_job: str, tmp_path: Path
) -> None:
    mine = tmp_path / "openEO.tif"
    mine.write_text("mine", "utf-8")
    ended = cli.run("download", finished_job, *at, "--out", tmp_path)
    assert ended.code == 0
    assert mine.read_text("utf-8") == "mine"
    file = Path(ended.lines[0].rpartition(" (")[0])
    assert file != mine
    assert file.read_bytes()[:2] in (b"II", b"MM")


@pytest.mark.parametrize(("glob", "names"), [("*.tif", {"openEO.tif"}), ("open*", {"openEO.tif"})])
def test_download_only_some(
    cli: CommandLine,
    at: tuple[str, ...],
    finished_job: str,
    tmp_path: Path,
    glob: str,
    names: set[str],
) -> None:
    ended = cli.run("download", finished_job, *at, "--only", glob, "--out", tmp_path / "out")
    assert ended.code == 0
    assert {Path(line.rpartition(" (")[0]).name for line in ended.lines} == names


def test_download_of_what_is_not_there(
    cli: CommandLine, at: tuple[str, ...], finished_job: str, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    ended = cli.run("download", finished_job, *at, "--only", "*.csv", "--out", out)
    assert ended.code == 2
    assert ended.sentence() == "Error: No file matches «*.csv». There are: openEO.tif."
    assert not out.exists()
