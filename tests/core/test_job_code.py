"""A job as a script for JavaScript and R: no text of a server becomes code, nothing is lost."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openeo_desktop.core.accounts import Account
from openeo_desktop.core.errors import InputError
from openeo_desktop.core.javascript_code import javascript_code
from openeo_desktop.core.jobs import Job
from openeo_desktop.core.r_code import r_code
from openeo_desktop.core.sign_in import SignInMethod
from tests.core.test_python_code import GRAPH, make_account, make_job

Writer = Callable[[Job, Account], str]
WRITERS = (javascript_code, r_code)
HOSTILE = (
    'a"); process.exit(7); ("',
    "`${process.exit(7)}`",
    "a\r\nprint(1)",
    "\\",
    "'",
    ')---"',
    ')-----"; quit()',
    "\u202eevil\u2028\u2029",
    "\ud800",
    "\0",
)
CLIENT = """
const asked = [];
const job = {
  id: "j-1", status: "queued",
  startJob: async () => asked.push("start"),
  describeJob: async () => { job.status = "finished"; },
  downloadResults: async (folder) => asked.push(folder),
};
const provider = {
  getType: () => "basic", getProviderId: () => "p", login: async () => asked.push("login"),
  setGrant: () => 0, setClientId: () => 0, setClientSecret: () => 0,
};
const connection = {
  listAuthProviders: async () => [provider], setAuthToken: () => asked.push("login"),
  createJob: async (...given) => { asked.push(given); return job; },
};
const OpenEO = { connect: async (url) => { asked.push(url); return connection; } };
const Module = require("node:module");
const load = Module._load;
Module._load = (name, ...rest) => name === "@openeo/js-client" ? { OpenEO } : load(name, ...rest);
global.setTimeout = (work) => setImmediate(work);
process.on("exit", () => require("node:fs").writeFileSync("asked.json", JSON.stringify(asked)));
require("./job.js");
"""
"""A client that notes what is asked of it, for a script that believes it is the official one."""


@pytest.fixture
def node() -> str:
    found = shutil.which("node")
    if found is None:
        pytest.skip("Node.js is not there")
    return found


def asked_by(node: str, code: str, folder: Path) -> list[Any]:
    """What the script asks of the client, in order; the second last list is the new job."""
    (folder / "job.js").write_text(code, "utf-8")
    (folder / "client.js").write_text(CLIENT, "utf-8")
    done = subprocess.run(
        [node, "client.js"], cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    found: list[Any] = json.loads((folder / "asked.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("method", list(SignInMethod))
def test_javascript_creates_the_same_job_for_every_way_to_sign_in(
    node: str, tmp_path: Path, method: SignInMethod
) -> None:
    process = {"process_graph": GRAPH, "__proto__": {"id": "own"}, "summary": "a: ``"}
    job = make_job(title="NDVI", plan="free", budget=5.5, log_level="debug", process=process)
    asked = asked_by(node, javascript_code(job, make_account(method)), tmp_path)
    created = [process, "NDVI", None, "free", 5.5, {"log_level": "debug"}]
    assert "login" in asked
    assert [it for it in asked if it != "login"] == [
        "https://e.example/1.2",
        created,
        "start",
        "results",
    ]


def test_no_text_of_a_server_becomes_javascript(node: str, tmp_path: Path) -> None:
    for number, text in enumerate(HOSTILE):
        folder = tmp_path / str(number)
        folder.mkdir()
        job = make_job(title=text, description=text, process={"process_graph": {text: {"a": text}}})
        code = javascript_code(job, make_account())
        (created,) = [it for it in asked_by(node, code, folder) if isinstance(it, list)]
        assert created[:3] == [{"process_graph": {text: {"a": text}}}, text, text]
        assert "\u202e" not in code


def r_strings(code: str) -> tuple[str, list[str]]:
    """The script without its strings and comments, and its strings as R reads them.

    R's manual, «Literal constants»: a raw string ends with the dashes that it began with.
    """
    found: list[str] = []
    pattern = re.compile(
        r'r"(?P<dashes>-*)\((?P<raw>.*?)\)(?P=dashes)"|"((?:\\.|[^"\\])*)"|#[^\n]*', re.DOTALL
    )

    def keep(match: re.Match[str]) -> str:
        if match["raw"] is not None:
            found.append(match["raw"])
        elif match[3] is not None:
            found.append(_unescaped(match[3]))
        return "S"

    return pattern.sub(keep, code), found


def _unescaped(text: str) -> str:
    simple = {"n": "\n", "r": "\r", "t": "\t"}

    def one(match: re.Match[str]) -> str:
        digits = match[1] or match[2]
        return chr(int(digits, 16)) if digits else simple.get(match[3], match[3])

    return re.sub(r"\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|(.))", one, text, flags=re.DOTALL)


@given(st.text() | st.sampled_from(HOSTILE))
def test_no_text_of_a_server_becomes_r(text: str) -> None:
    plain, _ = r_strings(r_code(make_job(title="t"), make_account()))
    process = {"process_graph": {text: {"a": text}}}
    code, strings = r_strings(r_code(make_job(title=text or "t", process=process), make_account()))
    assert code == plain
    assert process in [json.loads(it) for it in strings if it.startswith("{")]
    shown = re.sub("[\0\ud800-\udfff]", "\ufffd", text or "t")
    assert shown in strings


def test_r_gives_the_settings_that_its_client_has_no_parameter_for() -> None:
    raw = {"job_options": {"mem": "4g"}}
    job = make_job(title="NDVI", budget=5.5, log_level="debug", raw=raw)
    code, strings = r_strings(r_code(job, make_account()))
    assert "  graph = graph,\n  title = S,\n  budget = 5.5,\n  additional = jsonlite" in code
    more = [json.loads(it) for it in strings if it.startswith("{")][-1]
    assert more == {"log_level": "debug", "job_options": {"mem": "4g"}}


@pytest.mark.parametrize("method", list(SignInMethod))
@pytest.mark.parametrize("write", WRITERS)
def test_every_way_to_sign_in_is_written_without_a_secret(
    write: Writer, method: SignInMethod
) -> None:
    code = write(make_job(), make_account(method))
    secret = {
        SignInMethod.BASIC: "OPENEO_PASSWORD",
        SignInMethod.CLIENT_CREDENTIALS: "OPENEO_AUTH_CLIENT_SECRET",
    }.get(method)
    assert secret is None or secret in code


@pytest.mark.parametrize("write", WRITERS)
def test_too_deep_a_process_is_told_in_words(write: Writer) -> None:
    deep: Any = 1
    for _ in range(150):
        deep = {"a": deep}
    with pytest.raises(InputError, match="nested too deeply"):
        write(make_job(process=deep), make_account())
