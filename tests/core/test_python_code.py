"""A job as a script: it compiles, says the same process, and no text of a server becomes code."""

from __future__ import annotations

import ast
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openeo_desktop.core.accounts import Account, AccountId
from openeo_desktop.core.errors import InputError
from openeo_desktop.core.jobs import Job, JobId, JobKey, JobStatus
from openeo_desktop.core.python_code import literal, python_code
from openeo_desktop.core.sign_in import SignInMethod

GRAPH = {
    "load": {"process_id": "load_collection", "arguments": {"id": "S2", "bands": ["B04", None]}},
    "save": {
        "process_id": "save_result",
        "arguments": {"data": {"from_node": "load"}, "format": "GTiff"},
        "result": True,
    },
}
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def make_account(method: SignInMethod = SignInMethod.BASIC) -> Account:
    return Account(
        AccountId("a"),
        "VITO",
        "https://e.example",
        "https://e.example/1.2",
        "p",
        "u",
        method=method,
    )


def make_job(**values: Any) -> Job:
    values = {"process": {"process_graph": GRAPH}} | values
    key = JobKey(AccountId("a"), JobId("j-1"))
    return Job(key=key, status=JobStatus.FINISHED, status_text="finished", **values)


def arguments_of(code: str, function: str) -> ast.Call:
    """The one call of this name in the script."""
    calls = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)]
    (found,) = [c for c in calls if isinstance(c.func, ast.Attribute) and c.func.attr == function]
    return found


@pytest.mark.parametrize("method", list(SignInMethod))
def test_script_compiles_for_every_way_to_sign_in(method: SignInMethod) -> None:
    code = python_code(make_job(title="NDVI"), make_account(method))
    compile(code, "job.py", "exec")
    assert "authenticate_basic" in code if method is SignInMethod.BASIC else "_oidc" in code


def test_script_creates_the_same_job() -> None:
    job = make_job(
        title="NDVI", plan="free", budget=5.5, log_level="debug", raw={"job_options": {"mem": "4g"}}
    )
    code = python_code(job, make_account())
    created = arguments_of(code, "create_job")
    given = {word.arg: ast.literal_eval(word.value) for word in created.keywords}
    assert given == {
        "title": "NDVI",
        "plan": "free",
        "budget": 5.5,
        "log_level": "debug",
        "job_options": {"mem": "4g"},
    }
    (process,) = [
        node.value
        for node in ast.parse(code).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "process"
    ]
    assert ast.literal_eval(process) == {"process_graph": GRAPH}


@given(JSON)
def test_any_json_is_the_same_as_a_literal(value: Any) -> None:
    assert ast.literal_eval(literal(value)) == value


@pytest.mark.parametrize(
    "title",
    ['"""\nimport os\nos.remove("x")', "a\r\nprint(1)", "\\", "'", "\u202eevil\u2028", "\ud800"],
)
def test_no_text_of_a_server_becomes_code(title: str) -> None:
    code = python_code(make_job(title=title, description=title), make_account())
    given = {word.arg: word.value for word in arguments_of(code, "create_job").keywords}
    assert ast.literal_eval(given["title"]) == title
    assert "\u202e" not in code
    assert len(ast.parse(code).body) == len(ast.parse(python_code(make_job(), make_account())).body)


def test_numbers_that_json_should_not_have_stay_numbers() -> None:
    values = json.loads("[NaN, Infinity, -Infinity]")
    code = literal(values)
    assert [str(value) for value in eval(code)] == ["nan", "inf", "-inf"]


def test_too_deep_a_process_is_told_in_words() -> None:
    deep: Any = 1
    for _ in range(150):
        deep = {"a": deep}
    with pytest.raises(InputError, match="nested too deeply"):
        python_code(make_job(process=deep), make_account())
    compile(literal(_nested(70)), "x", "eval")


def _nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value, "x" * 60]
    return value
