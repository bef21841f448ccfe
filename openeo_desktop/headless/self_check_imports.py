"""Imports everything this copy of the app may ever import: what a packager forgot is found here.

Our own modules are walked through; what they import only inside functions is read out of their
bytecode, as a packager does it. Nothing is called.
"""

from __future__ import annotations

import importlib
import importlib.util
import opcode
import pkgutil
import sys
from collections.abc import Iterator
from types import CodeType
from typing import Any

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
    later = {found for name in names for found in lazily_imported(name)} - _ELSEWHERE
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


def lazily_imported(module: str) -> Iterator[str]:
    """What the functions of a module import when they are called."""
    loader: Any = getattr(importlib.util.find_spec(module), "loader", None)
    code = loader.get_code(module) if hasattr(loader, "get_code") else None
    for function in _codes_within(code) if code is not None else ():
        yield from _imports_of(function)


def _codes_within(code: CodeType) -> Iterator[CodeType]:
    """Those of functions and classes, however deep; not the module's own, which has run."""
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes_within(constant)


def _imports_of(code: CodeType) -> Iterator[str]:
    if _IMPORT not in code.co_code[::2]:
        return
    high = 0
    for operation, argument in zip(code.co_code[::2], code.co_code[1::2], strict=True):
        whole = high | argument
        if operation == _IMPORT:
            yield code.co_names[whole]
        high = whole << 8 if operation == _EXTENDED else 0


def _import(name: str, failed: dict[str, list[str]]) -> None:
    if name in sys.modules:
        return
    try:
        importlib.import_module(name)
    except Exception as error:  # noqa: BLE001 - whatever a module raises, it is not usable here
        failed.setdefault(f"{type(error).__name__}: {error}", []).append(name)
