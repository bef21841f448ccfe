"""The rows of the palette: commands and jobs that fit what was typed, the best first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon

from openeo_desktop.core.formatting import format_moment, visible_text
from openeo_desktop.core.fuzzy import FuzzyMatch, fuzzy_match
from openeo_desktop.core.jobs import Job, JobKey
from openeo_desktop.ui.kit.status_pill import status_label
from openeo_desktop.ui.look.icons import icon, status_icon
from openeo_desktop.ui.palette.commands import Command

MAX_COMMANDS = 60
MAX_TEXT = 300
_RECENT_BONUS = 4.0
"""As much as a few letters that fit better: habit wins between commands that are alike."""


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """One line. `marked`: the letters of `text` that were typed. `trailing` stands at the right.

    `command` or `job` is what it stands for, neither in a heading.
    """

    text: str
    detail: str = ""
    trailing: str = ""
    icon: QIcon | None = None
    marked: tuple[int, ...] = ()
    enabled: bool = True
    reason: str = ""
    command: Command | None = None
    job: JobKey | None = None

    @property
    def is_heading(self) -> bool:
        return self.command is None and self.job is None

    def spoken(self) -> str:
        """For a screen reader."""
        parts = (self.text, self.detail, self.trailing, self.reason)
        return ", ".join(part for part in parts if part)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Palette", text)


def palette_rows(
    typed: str, commands: Sequence[Command], recent: Sequence[str], jobs: Sequence[PaletteRow]
) -> list[PaletteRow]:
    """What is shown for this text: commands that surely fit, jobs, commands that may fit."""
    if not typed.strip():
        return _untyped(commands, recent, jobs)
    found = _found(typed, commands, recent)
    strong = [_row(command, match) for command, match in found if match.is_strong]
    weak = [_row(command, match) for command, match in found if not match.is_strong]
    sections = [_section(_tr("Commands"), strong), _section(_tr("Jobs"), jobs)]
    if jobs and not any(row.enabled for row in strong):
        sections.reverse()  # Return is to do something
    return [
        *(row for section in sections for row in section),
        *_section(_tr("More commands"), weak if strong or jobs else []),
        *(_section(_tr("Commands"), weak) if not strong and not jobs else []),
    ]


def _untyped(
    commands: Sequence[Command], recent: Sequence[str], jobs: Sequence[PaletteRow]
) -> list[PaletteRow]:
    by_name = {command.name: command for command in commands}
    known = [by_name[name] for name in recent if name in by_name]
    latest = sorted(known, key=lambda command: not command.enabled)
    others = [command for command in commands if command not in latest]
    none = FuzzyMatch(0, ())
    return [
        *_section(_tr("Recently used"), [_row(command, none) for command in latest]),
        *_section(_tr("Jobs that changed last"), jobs),
        *_section(_tr("Commands"), [_row(command, none) for command in others]),
    ]


def _section(title: str, rows: Sequence[PaletteRow]) -> list[PaletteRow]:
    return [PaletteRow(title), *rows] if rows else []


def _found(
    typed: str, commands: Sequence[Command], recent: Sequence[str]
) -> list[tuple[Command, FuzzyMatch]]:
    """What can be used before what cannot; the best first; among equals what was used lately."""
    found = []
    for command in commands:
        match = fuzzy_match(typed, command.text)
        if match is not None:
            lately = _RECENT_BONUS if command.name in recent else 0.0
            found.append((command, match, match.score + lately))
    found.sort(key=lambda item: (not item[0].enabled, -item[2]))
    return [(command, match) for command, match, _rank in found[:MAX_COMMANDS]]


def _row(command: Command, match: FuzzyMatch) -> PaletteRow:
    detail = command.reason or command.group
    if command.checked:
        detail = _tr("{group}, switched on").format(group=detail)
    return PaletteRow(
        text=command.text,
        detail=detail,
        trailing=command.shortcut,
        icon=command.icon,
        marked=match.positions,
        enabled=command.enabled,
        reason=command.reason,
        command=command,
    )


def job_row(job: Job, typed: str, back_end: Callable[[Job], str], now: dt.datetime) -> PaletteRow:
    """A job of the history; its texts are a server's, so they are one plain line each."""
    text = _one_line(job.shown_title)
    match = fuzzy_match(typed, text)
    when = format_moment(job.updated or job.created, now)
    detail = [_one_line(back_end(job)), when, _one_line(job.id) if job.title else ""]
    return PaletteRow(
        text=text,
        detail="  ·  ".join(part for part in detail if part),
        trailing=status_label(job.status),
        icon=icon(status_icon(job.status), job.status.value),
        marked=match.positions if match is not None and match.is_strong else (),
        job=job.key,
    )


def _one_line(text: str) -> str:
    return visible_text(" ".join(text[:MAX_TEXT].split()))
