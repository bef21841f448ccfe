"""Walks the pictures' catalogue (`tests.shots`): every pane, window, card and dialog in its states.

`python -m tests.support.walked_pictures LANGUAGE` prints, one a line: texts that are cut, controls
that a screen reader cannot name, and widgets of the app that no picture shows. Dialogs and menus
have the size that they take by themselves, all else that of its picture. The scale factor is the
environment's (QT_SCALE_FACTOR), which Qt reads once a process.
"""

from __future__ import annotations

import gc
import importlib
import os
import pkgutil
import sys
from collections.abc import Iterator
from typing import Any, NoReturn

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox, QWidget

import openeo_desktop.ui
from openeo_desktop.ui.look.languages import speak
from openeo_desktop.ui.look.theme import apply_theme
from tests.shots.catalogue import collect
from tests.shots.shot import Shot
from tests.support.accessibility import nameless
from tests.support.cut_texts import still_cut, turn

_DEADLINE_MS = 60_000
_TURNS = 20
_ENGLISH = "en"
_READY_BY_ENGLISH = (
    *("details-offline", "details-waiting", "estimate-none", "job-add-offered"),
    *("job-edit-refused", "jobs-broken", "jobs-empty-view", "jobs-first-listing"),
    *("jobs-no-account", "jobs-no-match", "jobs-none", "new-job-"),
)
"""Ready when an English sentence is shown: in other languages they get some turns instead."""
_KEPT: list[QWidget] = []
"""Not deleted: what a picture still waits for ends with the process."""
_BUILT_UPON = {"CopyableTextDialog", "CornerCard", "SettingsPage"}
"""No pictures of their own: others are built upon these."""


def main(language: str) -> NoReturn:
    """Print what is wrong in that language; 1 if anything is, or a picture does not come."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setQuitOnLastWindowClosed(False)
    gc.disable()  # a collection on a thread of a preview would end timers that are not its own
    apply_theme(application, "light")
    speak(application, language)
    shots, found = collect()
    seen: set[str] = set()
    for shot in shots:
        found += [f"{shot.name}: {words}" for words in _of_shot(shot, language, seen)]
    found += [f"in no picture: {name}" for name in sorted(_widgets() - seen - _BUILT_UPON)]
    print("\n".join(found), flush=True)
    os._exit(1 if found else 0)  # the dialogs have questions open that nobody will answer


def _of_shot(shot: Shot, language: str, seen: set[str]) -> Iterator[str]:
    widget = shot.build()
    _KEPT.append(widget)
    if not isinstance(widget, QDialog | QMenu):
        widget.resize(*shot.size)
    widget.show()
    if not _wait_for(shot, widget, language):
        yield "does not get ready"
    seen |= {type(part).__name__ for part in (widget, *widget.findChildren(QWidget))}
    if not isinstance(widget, QMessageBox):
        yield from still_cut(widget)
    yield from (f"no accessible name: {part}" for part in nameless(widget))
    widget.hide()


def _wait_for(shot: Shot, widget: QWidget, language: str) -> bool:
    if language != _ENGLISH and shot.name.startswith(_READY_BY_ENGLISH):
        for _ in range(_TURNS):
            turn()
        return True
    deadline = QDeadlineTimer(_DEADLINE_MS)
    while not shot.ready(widget):
        if deadline.hasExpired():
            return False
        turn()
    return True


def _widgets() -> set[str]:
    """The names of the app's own widgets, all of them."""
    for module in pkgutil.walk_packages(openeo_desktop.ui.__path__, "openeo_desktop.ui."):
        importlib.import_module(module.name)
    kinds = _below(QWidget)
    return {kind.__name__ for kind in kinds if kind.__module__.startswith("openeo_desktop.")}


def _below(kind: type[Any]) -> set[type[Any]]:
    direct = kind.__subclasses__()
    return set(direct).union(*(_below(one) for one in direct))


if __name__ == "__main__":
    main(sys.argv[1])
