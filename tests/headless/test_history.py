"""`jobs --offline`, `logs --offline` and `history`, with the back-end gone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine
from tests.support.fake_back_end import PASSWORD, FakeBackEnd

GONE = ("--backend", "https://nowhere.invalid/openeo/1.2")


@pytest.fixture
def known(bare: CommandLine) -> CommandLine:
    """A history with two jobs and a log, whose back-end has ended since."""
    with FakeBackEnd() as back_end:
        back_end.job("j-1", "finished", title="Snow cover")
        back_end.job("j-2", "error", title="Cloud mask")
        back_end.logs["j-2"] = [{"id": "1", "level": "error", "message": "No data."}]
        bare.password = back_end.password
        at = ("--backend", back_end.base, "--user", "me")
        assert bare.run("jobs", *at).code == 0
        assert bare.run("logs", "j-2", *at).code == 0
    bare.password = ""
    return bare


def test_jobs_are_read_without_a_back_end(known: CommandLine) -> None:
    ended = known.run("jobs", "--offline")
    assert (ended.code, ended.err) == (0, "")
    assert {line.split()[0] for line in ended.lines} == {"j-1", "j-2"}
    (job,) = known.run("jobs", "--offline", "--status", "error", "--json").documents
    assert (job["id"], job["gone"]) == ("j-2", False)
    (line,) = known.run("jobs", "--offline", "--search", "snow").lines
    assert line.startswith("j-1")
    assert len(known.run("jobs", "--offline", "--limit", "1").lines) == 1
    assert known.run("jobs", "--offline", "--search", "rain").lines == [
        "No such jobs in the history."
    ]


def test_a_log_is_read_without_a_back_end(known: CommandLine) -> None:
    (line,) = known.run("logs", "j-2", "--offline").lines
    assert line.endswith("No data.")
    missing = known.run("logs", "j-9", "--offline")
    assert (missing.code, missing.sentence()) != (0, "")
    assert "knows no job j-9" in missing.err


def test_an_unknown_account_is_said(known: CommandLine) -> None:
    ended = known.run("jobs", "--offline", *GONE)
    assert ended.code == 2
    assert "knows no such account" in ended.sentence()


def test_without_a_back_end_the_person_is_asked_which(bare: CommandLine) -> None:
    ended = bare.run("jobs")
    assert ended.code == 2
    assert "--offline" in ended.sentence()


def test_out_of_one_profile_into_another(known: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "history.json"
    ended = known.run("history", "export", file)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Jobs: 2, log entries: 1;")
    assert known.run("history", "export", file).code == 2  # never over a file that is there
    assert known.run("history", "export", file, "--overwrite").code == 0
    other = CommandLine(profile=tmp_path / "other", home=known.home)
    assert other.run("history", "import", file).out.startswith("Jobs: 2 added")
    (facts,) = other.run("history", "info", "--json").documents
    assert (facts["jobs"], facts["log_entries"], facts["accounts"]) == (2, 1, 1)
    assert {line.split()[0] for line in other.run("jobs", "--offline").lines} == {"j-1", "j-2"}
    assert PASSWORD not in file.read_text("utf-8")
    assert "token" not in json.dumps(json.loads(file.read_text("utf-8"))["accounts"])


def test_a_file_that_is_no_history_is_said(bare: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text("{}")
    ended = bare.run("history", "import", file)
    assert ended.code == 2
    assert "not a history" in ended.sentence()
