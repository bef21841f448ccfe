"""Bad input: each one a sentence that says what to do, the right exit code, and nothing left."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from openeo_desktop.cli import main
from tests.local import graphs
from tests.support.command_line import CommandLine, Ended
from tests.support.local_backend import LocalBackend
from tests.support.scripted_back_end import ScriptedBackEnd

GOOD = json.dumps(graphs.quick())
UNKNOWN = {"process_graph": {"first": {"process_id": "no_such", "arguments": {}, "result": True}}}
LOOP = {
    "a": {"process_id": "add", "arguments": {"x": {"from_node": "b"}}},
    "b": {"process_id": "add", "arguments": {"x": {"from_node": "a"}}, "result": True},
}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def refused(
    cli: CommandLine, at: tuple[str, ...], out: Path, backend: LocalBackend
) -> Iterator[Callable[..., Ended]]:
    """Runs a file and checks that it is bad input, and that nothing came of it."""
    before = {job["id"] for job in backend.get("/jobs")["jobs"]}

    def run(file: Path, *others: object) -> Ended:
        ended = cli.run("run", file, *at, "--out", out, *others)
        assert (ended.code, ended.out) == (2, "")
        return ended

    yield run
    assert not out.exists()
    assert {job["id"] for job in backend.get("/jobs")["jobs"]} == before


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{not json", "not valid JSON: Expecting property name"),
        ('{"process_graph":\n  {"a": }}', "line 2, column 9"),
        ("", "There is no text."),
        ("  \n", "There is no text."),
        ("null", "holds no process graph"),
        ("[1, 2]", "holds no process graph"),
        ('{"title": "only"}', "holds no process graph"),
        ('{"process_graph": {}}', "holds no process graph"),
        ('{"process_graph": []}', "holds no process graph"),
        (b"\x89PNG\r\n\x1a\n\x00\xff\xfe", "it is not a text file"),
        ('{"process_graph": {"a": {"arguments": {}, "result": true}}}', 'Node "a" has no'),
        (json.dumps({"process_graph": LOOP}), "wait for each other"),
        ("[" * 100_000, "JSON"),
        (GOOD.replace('"result": true', '"result": false'), "No node is marked as the result"),
        (GOOD.replace('"from_node": "load"', '"from_node": "lod"'), '"lod", which does not exist'),
    ],
    ids=range(15),
)
def test_file_that_holds_no_usable_process(
    capsys: pytest.CaptureFixture[str],
    process_file: Callable[..., Path],
    tmp_path: Path,
    content: str | bytes,
    words: str,
) -> None:
    """In this process: the file is looked at before anything is opened or asked for."""
    file, profile = process_file(content), tmp_path / "profile"
    given = ["--profile", str(profile), "run", str(file), "--backend", "localhost:1"]
    assert main(given) == 2
    printed = capsys.readouterr()
    sentence = Ended(2, printed.out, printed.err).sentence()
    assert words in sentence
    assert file.name in sentence
    assert printed.out == ""
    assert not profile.exists()


@pytest.mark.parametrize("depth", [300, 900, 990])
def test_deep_nesting_is_said(
    refused: Callable[..., Ended], process_file: Callable[..., Path], depth: int
) -> None:
    arguments = '{"d": ' + "[" * depth + "]" * depth + "}"
    node = '{"process_id": "no_such", "result": true, "arguments": ' + arguments + "}"
    assert refused(process_file('{"process_graph": {"a": ' + node + "}}")).sentence()


def test_file_with_a_byte_order_mark_is_read(
    refused: Callable[..., Ended], process_file: Callable[..., Path]
) -> None:
    file = process_file(b"\xef\xbb\xbf" + json.dumps(UNKNOWN).encode())
    assert "no_such" in refused(file).sentence()


def test_file_that_is_not_there_or_is_a_folder(
    refused: Callable[..., Ended], tmp_path: Path
) -> None:
    assert "No such file" in refused(tmp_path / "missing.json").sentence()
    assert "Give a JSON file." in refused(tmp_path / "missing.json").sentence()
    assert "cannot be read" in refused(tmp_path).sentence()


def test_unknown_process_is_named_with_its_node(
    refused: Callable[..., Ended], process_file: Callable[..., Path]
) -> None:
    sentence = refused(process_file(UNKNOWN)).sentence()
    assert "no_such" in sentence
    assert "'first'" in sentence
    assert "Mend the process graph." in sentence


def test_folder_that_is_a_file_is_said_before_a_job_is_made(
    cli: CommandLine,
    at: tuple[str, ...],
    backend: LocalBackend,
    process_file: Callable[..., Path],
    tmp_path: Path,
) -> None:
    before = len(backend.get("/jobs")["jobs"])
    mine = tmp_path / "mine.txt"
    mine.write_text("mine", "utf-8")
    for place in (mine, mine / "below"):
        ended = cli.run("run", process_file(GOOD), *at, "--out", place)
        assert (ended.code, ended.out) == (2, "")
        assert "is a file, not a folder. Choose another --out." in ended.sentence()
    assert mine.read_text("utf-8") == "mine"
    assert len(backend.get("/jobs")["jobs"]) == before


@pytest.mark.parametrize("seconds", ["0", "-1", "soon", "nan", "1e9", ""])
def test_bad_max_poll(capsys: pytest.CaptureFixture[str], seconds: str) -> None:
    given = ["run", "p.json", "--backend", "localhost:1", f"--max-poll={seconds}"]
    assert "argument --max-poll: give seconds, from 0.1 to 86400" in _usage(given, capsys)


@pytest.mark.parametrize(
    "arguments", [["fly"], ["run"], ["logs", "--backend", "x"], ["jobs", "--colour"], ["history"]]
)
def test_unknown_or_missing_arguments(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert _usage(arguments, capsys).startswith("usage: openeo-desktop")


def _usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """What is said to arguments that are refused at once (no process of its own is needed)."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    printed = capsys.readouterr()
    assert (ended.value.code, printed.out) == (2, "")
    return printed.err


def _unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_host_that_does_not_answer(cli: CommandLine, process_file: Callable[..., Path]) -> None:
    url = f"http://127.0.0.1:{_unused_port()}"
    ended = cli.run("run", process_file(GOOD), "--backend", url, "--user", "u")
    assert (ended.code, ended.out) == (4, "")
    assert "nothing listens there" in ended.sentence()
    assert "check that it runs" in ended.sentence()


def test_host_that_does_not_exist(cli: CommandLine) -> None:
    # «.invalid» is reserved never to exist (RFC 2606).
    ended = cli.run("jobs", "--backend", "https://openeo.invalid", "--user", "u")
    assert ended.code == 4
    assert "there is no such name, or no network" in ended.sentence()


@pytest.mark.parametrize(
    "answer",
    [
        (404, "<html>Not found</html>"),
        (200, "<html><h1>A web page</h1></html>"),
        (200, {"hello": "world"}),
        (200, "[]"),
    ],
    ids=["404", "web page", "other JSON", "list"],
)
def test_address_of_something_else(cli: CommandLine, answer: tuple[int, Any]) -> None:
    script = {name: [answer] for name in ("GET /", "GET /.well-known/openeo")}
    with ScriptedBackEnd(script) as server:
        ended = cli.run("jobs", "--backend", server.url, "--user", "u")
    assert (ended.code, ended.out) == (4, "")
    assert "address" in ended.sentence()


def test_server_that_fails(cli: CommandLine) -> None:
    script = {name: [(500, "")] for name in ("GET /", "GET /.well-known/openeo")}
    with ScriptedBackEnd(script) as server:
        ended = cli.run("jobs", "--backend", server.url, "--user", "u")
    assert (ended.code, ended.out) == (4, "")
    assert "address" in ended.sentence()


@pytest.mark.parametrize(
    "address", ["ftp://example.org", "https://", "https://me:secret@example.org", "http://[::1"]
)
def test_address_that_is_none(cli: CommandLine, address: str) -> None:
    ended = cli.run("jobs", "--backend", address, "--user", "u")
    assert (ended.code, ended.out) == (2, "")
    assert "ddress" in ended.sentence()


def test_wrong_password(
    bare: CommandLine, at: tuple[str, ...], process_file: Callable[..., Path]
) -> None:
    bare.password = "wrong-canary"
    ended = bare.run("run", process_file(GOOD), *at)
    assert (ended.code, ended.out) == (3, "")
    assert "does not accept this user name and password" in ended.sentence()
    assert "wrong-canary" not in ended.err
    files = [path for path in bare.profile.rglob("*") if path.is_file()]
    assert [path for path in files if b"wrong-canary" in path.read_bytes()] == []


def test_no_user_and_no_stored_account(bare: CommandLine, backend: LocalBackend) -> None:
    bare.password = "any"
    ended = bare.run("jobs", "--backend", backend.url)
    assert ended.code == 3
    assert "no stored account" in ended.sentence()
    assert "--user NAME" in ended.sentence()


def test_no_password_without_a_terminal(bare: CommandLine, at: tuple[str, ...]) -> None:
    ended = bare.run("jobs", *at)
    assert ended.code == 3
    assert "There is no password for local." in ended.sentence()
    assert "OPENEO_DESKTOP_PASSWORD" in ended.sentence()


def test_stored_account_asks_for_its_password_again(
    cli: CommandLine, at: tuple[str, ...], backend: LocalBackend
) -> None:
    assert cli.run("jobs", *at).code == 0
    cli.password = ""
    ended = cli.run("jobs", "--backend", backend.url)
    assert ended.code == 3
    assert "There is no password for local." in ended.sentence()
    cli.password = backend.password
    assert cli.run("jobs", "--backend", backend.url).code == 0


@pytest.mark.parametrize("command", ["logs", "download"])
@pytest.mark.parametrize("job_id", ["j-nope", "../../me", "a b/c?d#e", "x" * 300])
def test_unknown_job(cli: CommandLine, at: tuple[str, ...], command: str, job_id: str) -> None:
    ended = cli.run(command, job_id, *at)
    assert (ended.code, ended.out) == (2, "")
    assert f"There is no job '{job_id}'" in ended.sentence()
    assert "openeo-desktop jobs --backend" in ended.sentence()


def test_job_without_results(
    cli: CommandLine, at: tuple[str, ...], backend: LocalBackend, failed_job: str, out: Path
) -> None:
    created = backend.create(graphs.quick(), title="never started")
    for job_id, status in ((created, "created"), (failed_job, "error")):
        ended = cli.run("download", job_id, *at, "--out", out)
        assert (ended.code, ended.out) == (2, "")
        assert f"The job '{job_id}' has no results: it is {status}." in ended.sentence()
    assert not out.exists()
