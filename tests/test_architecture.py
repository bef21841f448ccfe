"""The rules of the source that a tool or a syntax tree can decide (design.md, section 1)."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from devtool.checks import CHECKS, run_check
from tests.support.source_tree import ROOT, SourceFile, calls, imports, length, source_files

APP = source_files("openeo_desktop")
TESTS = source_files("tests")
EVERYTHING = (*APP, *TESTS, *source_files("packaging"))

MAX_FILE, MAX_CLASS, MAX_FUNCTION = 400, 250, 40
DEBTS: dict[str, str] = {
    # "path::name": "why it may be longer for now". Empty is how it should stay.
}

HOMES = {
    # What may be imported where; a place is a file or a folder of openeo_desktop.
    "requests": ("api/",),
    "urllib3": ("api/",),
    "truststore": ("api/",),
    "sqlite3": ("store/", "local/"),
    "keyring": ("credentials/",),
    "rasterio": ("preview/", "local/"),
    "qasync": ("app.py",),
    "flask": ("local/",),
    "PySide6.QtWidgets": ("ui/", "app.py"),
    "pyqtgraph": ("ui/", "app.py"),
    "PySide6": ("models/", "ui/", "app.py"),
}
CORE_MAY_IMPORT = {"openeo_desktop", "platformdirs"}
"""Beside the standard library; platformdirs is pure Python and only asked in core/paths.py."""

BANNED_CALLS = {
    "exec": "open() and the finished signal: exec() inside a coroutine breaks qasync",
    "exec_": "open() and the finished signal: exec() inside a coroutine breaks qasync",
    "processEvents": "never: await, or a shutdown coroutine",
    "asyncSlot": "a plain slot that hands a coroutine to the Spawner",
    "asyncClose": "a shutdown coroutine",
}


@pytest.mark.parametrize("name", CHECKS)
def test_source_check_is_content(name: str) -> None:
    content, output = run_check(name, sys.executable)
    assert content, f"\n{output}"


@pytest.mark.parametrize("library", HOMES)
def test_library_is_imported_only_at_home(library: str) -> None:
    homes = tuple(f"openeo_desktop/{place}" for place in HOMES[library])
    strangers = [
        f"{file.name}:{found.line}"
        for file in APP
        if not file.name.startswith(homes)
        for found in imports(file.tree)
        if found.target == library or found.target.startswith(f"{library}.")
    ]
    assert not strangers, f"{library} belongs to {', '.join(homes)}: {strangers}"


def test_core_stands_on_the_standard_library() -> None:
    allowed = CORE_MAY_IMPORT | sys.stdlib_module_names
    strangers = [
        f"{file.name}:{found.line} {found.target}"
        for file in APP
        if file.name.startswith("openeo_desktop/core/")
        for found in imports(file.tree)
        if found.target.split(".")[0] not in allowed
    ]
    assert not strangers


def _oversized(file: SourceFile) -> list[str]:
    found = [] if file.lines <= MAX_FILE else [f"{file.name}:: {file.lines} lines"]
    for node in ast.walk(file.tree):
        if isinstance(node, ast.ClassDef):
            limit = MAX_CLASS
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            limit = MAX_FUNCTION
        else:
            continue
        if length(node) > limit and f"{file.name}::{node.name}" not in DEBTS:
            found.append(f"{file.name}::{node.name} {length(node)} lines (at most {limit})")
    return found


def test_files_classes_and_functions_stay_small() -> None:
    assert not [finding for file in EVERYTHING for finding in _oversized(file)]


def test_debts_are_paid_or_real() -> None:
    known = {
        f"{file.name}::{node.name}"
        for file in EVERYTHING
        for node in ast.walk(file.tree)
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert set(DEBTS) <= known


def test_every_module_says_what_it_is_for() -> None:
    silent = [file.name for file in EVERYTHING if not ast.get_docstring(file.tree)]
    assert not silent


def test_annotations_are_postponed_everywhere() -> None:
    """`from __future__ import annotations` in every file that has more than its docstring."""
    without = [
        file.name
        for file in EVERYTHING
        if len(file.tree.body) > 1
        and not any(found.target == "__future__.annotations" for found in imports(file.tree))
    ]
    assert not without


@pytest.mark.parametrize("name", BANNED_CALLS)
def test_banned_call_is_not_used(name: str) -> None:
    found = [
        f"{file.name}:{line}" for file in APP for called, line in calls(file.tree) if called == name
    ]
    assert not found, f"{name}: {BANNED_CALLS[name]}"


def test_tests_use_no_mocks() -> None:
    """Fakes are written by hand: a fake has a type and refuses wrong calls."""
    found = [
        f"{file.name}:{imported.line} {imported.target}"
        for file in TESTS
        for imported in imports(file.tree)
        if imported.target.startswith(("unittest.mock", "mock.", "pytest_mock"))
    ]
    arguments = [
        f"{file.name}:{node.lineno} mocker"
        for file in TESTS
        for node in ast.walk(file.tree)
        if isinstance(node, ast.arg) and node.arg == "mocker"
    ]
    assert not found + arguments


def test_tests_wait_on_facts_not_for_a_while() -> None:
    """A fixed sleep is slow and still unsure; only helpers in tests/support may pause."""
    found = [
        f"{file.name}:{node.lineno}"
        for file in TESTS
        if not file.name.startswith("tests/support/")
        for node in ast.walk(file.tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"time.sleep", "qtbot.wait"}
    ]
    assert not found


@pytest.mark.parametrize("module", ["openeo_desktop.services", "openeo_desktop.cli"])
def test_headless_layers_load_no_qt(module: str) -> None:
    """Every module of the layer is imported in a fresh process; none may pull Qt in."""
    code = (
        "import importlib, pkgutil, sys\n"
        f"top = importlib.import_module({module!r})\n"
        "for found in pkgutil.walk_packages(getattr(top, '__path__', []), top.__name__ + '.'):\n"
        "    importlib.import_module(found.name)\n"
        "print(*[m for m in sys.modules if m.split('.')[0] in ('PySide6', 'shiboken6', 'qasync')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


def test_start_loads_no_dialog() -> None:
    """What a person opens later is imported then: each module costs a start milliseconds.

    The two of errors are the exception: they must be at hand when an import fails.
    """
    code = (
        "import sys, openeo_desktop.app\n"
        "names = [m for m in sys.modules if m.startswith('openeo_desktop.ui.')]\n"
        "print(*[m for m in names if m.endswith('dialog') and '.errors.' not in m])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


def test_start_loads_nothing_that_can_wait() -> None:
    """numpy, GDAL and the plots are 0.5 s and 60 MiB: paid by who looks at a result.

    requests is 0.1 s, a tenth of a start: it comes with the first request, after the first paint.
    """
    code = (
        "import sys, openeo_desktop.app\n"
        "heavy = ('numpy', 'rasterio', 'pyqtgraph', 'requests', 'urllib3', 'truststore')\n"
        "own = ('openeo_desktop.preview.', 'openeo_desktop.ui.preview.')\n"
        "values = 'openeo_desktop.preview.values'\n"
        "print(*[m for m in sys.modules if m in heavy or (m.startswith(own) and m != values)])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""
