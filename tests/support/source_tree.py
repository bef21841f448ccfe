"""The project's own files as the architecture tests read them: parsed once, never imported."""

from __future__ import annotations

import ast
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One Python file: its path from the root with slashes, its lines and its syntax tree."""

    name: str
    text: str
    tree: ast.Module

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())


@dataclass(frozen=True, slots=True)
class Import:
    """One imported name with its line: `from PySide6 import QtWidgets` is PySide6.QtWidgets."""

    target: str
    line: int


@cache
def source_files(*folders: str) -> tuple[SourceFile, ...]:
    """Every Python file below these folders of the checkout."""
    paths = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return tuple(_parse(path) for path in paths)


def _parse(path: Path) -> SourceFile:
    text = path.read_text(encoding="utf-8")
    return SourceFile(path.relative_to(ROOT).as_posix(), text, ast.parse(text))


def imports(tree: ast.AST) -> Iterator[Import]:
    """All imports of a file, also those inside functions and under TYPE_CHECKING."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (Import(f"{node.module}.{a.name}", node.lineno) for a in node.names)


def calls(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """The last part of the name of everything called, with its line: `a.b.exec()` gives exec."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node.func.attr, node.lineno
            elif isinstance(node.func, ast.Name):
                yield node.func.id, node.lineno


def length(node: ast.stmt) -> int:
    """Lines from the `def` or `class` to its end, decorators not counted."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def committed_files() -> tuple[str, ...] | None:
    """The files that git knows, or None outside of a git checkout."""
    if not shutil.which("git") or not (ROOT / ".git").exists():
        return None
    done = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return tuple(name for name in done.stdout.split("\0") if name and (ROOT / name).is_file())
