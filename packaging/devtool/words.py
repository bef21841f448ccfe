"""Translations: collects the texts of the sources into `resources/translations/*.ts`.

Qt's lupdate finds what the window says. The texts of errors are written in layers without Qt; they
are found here and handed to lupdate as one more source. Translators edit the .ts files (with Qt
Linguist, or as text); nothing is compiled.
"""

from __future__ import annotations

import ast
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from devtool.console import ToolError
from devtool.paths import ROOT

LANGUAGES = ("de", "fr")
FOLDER = ROOT / "resources" / "translations"
_PACKAGE = ROOT / "openeo_desktop"
_ENGLISH = ("local", "headless", "demo")  # programs of the command line
_ERRORS = _PACKAGE / "core" / "errors.py"
_MARKS = ("error_text", "reword", "bad_answer")
"""Functions that are handed what an error will say."""
_CONTEXT = "errors"  # ui/look/languages.py reads it by this name


def update(python: Path, folder: Path = FOLDER) -> str:
    """Bring the .ts files of a folder up to date; returns what lupdate said.

    New texts are added as unfinished, those that are gone are dropped.

    Raises:
        ToolError: lupdate failed.
    """
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "errors.py"
        source.write_text(_as_source(error_texts()), "utf-8")
        said = [_lupdate(python, [*_sources(), source], folder, name) for name in LANGUAGES]
    return "\n".join(said)


def error_texts() -> list[str]:
    """The sentences and hints of all errors, sorted, with `{1}`, `{2}` … for their values."""
    trees = [ast.parse(path.read_text("utf-8")) for path in _sources()]
    errors = {*_MARKS, *_subclasses(ast.parse(_ERRORS.read_text("utf-8")))}
    texts = {text for tree in trees for call in _calls(tree, errors) for text in _texts(call)}
    return sorted(texts)


def _sources() -> list[Path]:
    paths = sorted(_PACKAGE.rglob("*.py"))
    return [p for p in paths if p.relative_to(_PACKAGE).parts[0] not in (*_ENGLISH, "cli.py")]


def _lupdate(python: Path, sources: Sequence[Path], folder: Path, language: str) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"openeo_desktop_{language}.ts"
    names = [str(path) for path in sources]
    options = ["-no-obsolete", "-locations", "none", "-tr-function-alias", "tr+=_tr"]
    languages = ["-source-language", "en", "-target-language", language]
    tool = python.with_name(f"pyside6-lupdate{python.suffix}")
    done = subprocess.run(
        [str(tool), *names, *options, *languages, "-ts", str(target)],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        raise ToolError(f"lupdate failed: {done.stderr[:2000]}")
    return done.stdout.strip()


def _as_source(texts: Sequence[str]) -> str:
    """A Python source that lupdate reads the texts from."""
    lines = [f"QCoreApplication.translate({_CONTEXT!r}, {_quoted(text)})" for text in texts]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _subclasses(tree: ast.Module) -> set[str]:
    """The errors of a person's family are all in one file."""
    return {node.name for node in tree.body if isinstance(node, ast.ClassDef)}


def _calls(tree: ast.Module, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", "") or getattr(node.func, "attr", "")
            if name in names:
                yield node


def _texts(call: ast.Call) -> Iterator[str]:
    wanted = [*call.args, *(key.value for key in call.keywords if key.arg in ("message", "hint"))]
    for argument in wanted:
        yield from (text for text in _literals(argument) if _has_words(text))


def _literals(node: ast.expr) -> list[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.JoinedStr):
        return [_pattern(node)]
    if isinstance(node, ast.IfExp):
        return [*_literals(node.body), *_literals(node.orelse)]
    return []


def _pattern(node: ast.JoinedStr) -> str:
    parts, number = [], 0
    for value in node.values:
        if isinstance(value, ast.Constant):
            parts.append(str(value.value))
        else:
            number += 1
            parts.append(f"{{{number}}}")
    return "".join(parts)


def _has_words(text: str) -> bool:
    rest = text
    for number in range(1, 10):
        rest = rest.replace(f"{{{number}}}", "")
    return any(char.isalpha() for char in rest)
