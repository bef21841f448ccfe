"""Which keys do what, read from the menus: for the window and the README, never written twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenuBar

from openeo_desktop.ui.palette.commands import menu_commands

BEGIN = "<!-- shortcuts: written by `python3 -m tests.support.shortcut_table`, not by hand -->"
END = "<!-- end of the shortcuts -->"


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One command that has keys. `keys`: as this system writes them; `portable`: as Linux does."""

    group: str
    text: str
    keys: str
    portable: str


def menu_shortcuts(bar: QMenuBar) -> list[Shortcut]:
    """All commands with keys, in the order of the menus."""
    return [
        Shortcut(
            command.group,
            command.text.rstrip("…"),
            _joined(command.action.shortcuts(), QKeySequence.SequenceFormat.NativeText),
            _joined(command.action.shortcuts(), QKeySequence.SequenceFormat.PortableText),
        )
        for command in menu_commands(bar)
        if command.shortcut
    ]


def markdown_table(shortcuts: Sequence[Shortcut]) -> str:
    """The table of the README, between its two marks."""
    rows = [f"| {s.group} | {s.text} | {_keys(s.portable)} |" for s in shortcuts]
    return "\n".join([BEGIN, "", "| menu | command | keys |", "|---|---|---|", *rows, "", END])


def _joined(sequences: Sequence[QKeySequence], form: QKeySequence.SequenceFormat) -> str:
    return ", ".join(dict.fromkeys(sequence.toString(form) for sequence in sequences))


def _keys(portable: str) -> str:
    return ", ".join(f"`{keys}`" for keys in portable.split(", "))
