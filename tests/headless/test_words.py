"""The words for a person: every error is a sentence, and says what to do; every help reads well."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from openeo_desktop.cli import main
from openeo_desktop.core import errors
from tests.support.command_line import CommandLine
from tests.support.source_tree import source_files

FAMILY = {
    name
    for name, item in vars(errors).items()
    if inspect.isclass(item) and issubclass(item, errors.AppError)
}
VALUE = "…"
"""Stands for what is filled in."""
COMMANDS = (
    *("open", "run", "jobs", "logs", "download", "inspect", "login", "logout"),
    *("history", "local", "accounts", "doctor", "demo"),
)


@dataclass(frozen=True, slots=True)
class Raised:
    """One place where an error for a person is made; None where the text is not written there."""

    place: str
    message: str | None
    hint: str | None

    def __str__(self) -> str:
        return f"{self.place}: {self.message} | {self.hint}"


def _all_raised() -> Iterator[Raised]:
    for file in source_files("openeo_desktop"):
        if file.name.startswith("openeo_desktop/local/"):
            continue  # a program of its own, whose errors are those of the openEO API
        for node in ast.walk(file.tree):
            if isinstance(node, ast.Call) and _name(node.func) in FAMILY and node.args:
                yield _raised(f"{file.name}:{node.lineno}", node)


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _raised(place: str, call: ast.Call) -> Raised:
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    hint = call.args[1] if len(call.args) > 1 else named.get("hint", ast.Constant(""))
    return Raised(place, _text(call.args[0]), _text(hint))


def _text(node: ast.expr) -> str | None:
    """The literal text with values left out, None where the text comes from elsewhere."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = (_text(part) if isinstance(part, ast.Constant) else VALUE for part in node.values)
        return "".join(part or "" for part in parts)
    if isinstance(node, ast.BinOp):
        left, right = _text(node.left), _text(node.right)
        return f"{left or VALUE}{right or VALUE}"
    return None


RAISED = tuple(_all_raised())


def test_the_walk_finds_them() -> None:
    messages = {raised.message for raised in RAISED}
    assert len(messages) > 40
    assert "This JSON holds no process graph." in messages


@pytest.mark.parametrize("raised", RAISED, ids=lambda raised: raised.place)
def test_error_is_a_sentence_and_says_what_to_do(raised: Raised) -> None:
    for text in filter(None, (raised.message, raised.hint)):
        assert text[0].isupper() or text[0] in f"{VALUE}«", raised
        command = re.search(r': \w+ .*"$', text)  # a command to be copied has no full stop
        assert command or text[-1] in f".?!{VALUE}", raised
        assert text == text.strip(), raised
        assert "  " not in text, raised
        assert not re.search(r"(?i)\b(?:errno|exception|traceback|none|null|oops|sorry)\b", text)
    if raised.message is not None:
        assert raised.hint != "", f"{raised}: there is no word of what to do"


@pytest.mark.parametrize("error", sorted(FAMILY))
def test_error_has_one_of_the_exit_codes(error: str) -> None:
    kind = getattr(errors, error)
    assert kind.exit_code in (1, 2, 3, 4)
    assert inspect.getdoc(kind)


def _help(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    printed = capsys.readouterr()
    assert (ended.value.code, printed.err) == (0, "")
    return printed.out


def test_overview_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    text = _help(["--help"], capsys)
    assert tuple(re.findall(r"^    (\w+) +\S", text, re.MULTILINE)) == COMMANDS
    assert "Exit codes: 0 done, 1 the job failed, 2 bad input" in text


@pytest.mark.parametrize("command", COMMANDS)
def test_help_reads_well(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    text = _help([command, "--help"], capsys)
    assert text.startswith(f"usage: openeo-desktop {command} ")
    description = text.split("\n\n")[1].replace("\n", " ")
    assert description[0].isupper()
    assert description.endswith(".")
    for line in text.splitlines():
        assert not re.search(r"==|None|SUPPRESS|Path\(|<", line), line
    assert all(len(line) <= 80 for line in text.splitlines())
    assert not _without_help(text), text


def _without_help(text: str) -> list[str]:
    """Options and arguments that nothing is said about."""
    lines = text[text.index("\n\n") :].splitlines()
    named = [
        (line, following)
        for line, following in zip(lines, [*lines[1:], ""], strict=True)
        if re.match(r"  \S", line)
    ]
    return [
        line
        for line, following in named
        if not re.match(r"  \S.*?  +\S", line) and not following.startswith("     ")
    ]


def test_version(bare: CommandLine) -> None:
    ended = bare.run("--version")
    assert ended.code == 0
    assert re.fullmatch(r"openEO Desktop \d+\.\d+\.\d+\n", ended.out)
