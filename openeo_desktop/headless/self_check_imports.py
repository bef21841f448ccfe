"""Imports everything this copy of the app may ever import: what a packager forgot is found here.

Our own modules are walked through; what they import only inside functions is read out of their
bytecode, as a packager does it. Nothing is called.
"""

from __future__ import annotations

import gc
import importlib
import opcode
import pkgutil
import sys
from collections.abc import Collection, Iterator
from types import CodeType, FunctionType

import openeo_desktop

_ANOTHER_PROGRAM = ("openeo_desktop.local", "openeo_desktop.__main__")
"""The embedded back-end has an environment of its own."""
_IMPORT, _EXTENDED = opcode.opmap["IMPORT_NAME"], opcode.opmap["EXTENDED_ARG"]
_ELSEWHERE = frozenset(
    ("winreg", "msvcrt", "fcntl", "pwd", "grp", "resource", "termios", "winsound")
)
"""Modules that not every system has; who imports them asks for the system first."""


def imported_modules() -> tuple[int, dict[str, list[str]]]:
    """How many modules could be imported; and by the reason, the names of those that could not."""
    names = sorted(own_modules())
    failed: dict[str, list[str]] = {}
    for name in names:
        _import(name, failed)
    later = lazily_imported(frozenset(names)) - _ELSEWHERE
    later -= {name for name in later if name.startswith(_ANOTHER_PROGRAM)}
    for name in sorted(later - set(names)):
        _import(name, failed)
    return len(later.union(names)) - sum(map(len, failed.values())), failed


def own_modules() -> Iterator[str]:
    """The names of the app's own modules in this copy."""
    path, prefix = openeo_desktop.__path__, "openeo_desktop."
    for found in pkgutil.walk_packages(path, prefix, onerror=lambda _name: None):
        if not found.name.startswith(_ANOTHER_PROGRAM):
            yield found.name


def lazily_imported(modules: Collection[str]) -> set[str]:
    """What the functions of these modules, which are imported, import when they are called."""
    functions = [it for it in gc.get_objects() if type(it) is FunctionType]
    ours = [it.__code__ for it in functions if it.__module__ in modules]
    return {name for code in ours for inner in _codes_of(code) for name in _imports_of(inner)}


def _codes_of(code: CodeType) -> Iterator[CodeType]:
    """Its own, and those of the functions that it makes."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes_of(constant)


def _imports_of(code: CodeType) -> Iterator[str]:
    operations = code.co_code  # pairs of an operation and its argument; asked for once: it is made
    at = operations.find(_IMPORT)
    while at >= 0:
        if at % 2 == 0:
            high = operations[at - 1] if operations[max(at - 2, 0)] == _EXTENDED else 0
            yield code.co_names[high << 8 | operations[at + 1]]
        at = operations.find(_IMPORT, at + 1)


def _import(name: str, failed: dict[str, list[str]]) -> None:
    if name in sys.modules:
        return
    try:
        importlib.import_module(name)
    except Exception as error:  # noqa: BLE001 - whatever a module raises, it is not usable here
        failed.setdefault(f"{type(error).__name__}: {error}", []).append(name)
