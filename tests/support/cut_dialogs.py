"""Finds texts that are cut in dialogs which only open in the course of work.

`python -m tests.support.cut_dialogs LANGUAGE` builds the dialogs of the pictures' catalogue
(`tests.shots`) in all their states: signing in page by page, the history, estimates, editing, the
errors. Each has the size that it takes by itself. Prints what is cut, one a line.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import NoReturn

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from openeo_desktop.ui.look.languages import speak
from openeo_desktop.ui.look.theme import apply_theme
from tests.shots.catalogue import collect
from tests.shots.shot import Shot
from tests.support.cut_texts import still_cut, turn

_DEADLINE_MS = 20_000
_DIALOGS = (
    *("account", "bug-report", "error-details", "history", "job-edit", "job-add", "estimate"),
    *("downloads-where", "downloads-automatic", "notices-list"),
)
"""How the names of the pictures begin."""
_IN_ENGLISH = ("job-edit-refused", "estimate-none")
"""Ready when an English sentence is shown."""


def main(language: str) -> NoReturn:
    """Print what is cut in that language; 1 if anything is, or a dialog does not come."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setQuitOnLastWindowClosed(False)
    apply_theme(application, "light")
    speak(application, language)
    shots, failures = collect()
    chosen = [s for s in shots if s.name.startswith(_DIALOGS) and s.name not in _IN_ENGLISH]
    found = [*failures, *(words for shot in chosen for words in _of_shot(shot))]
    print("\n".join(found), flush=True)
    os._exit(1 if found else 0)  # the dialogs have questions open that nobody will answer


def _of_shot(shot: Shot) -> Iterator[str]:
    widget = shot.build()
    if not isinstance(widget, QDialog) or isinstance(widget, QMessageBox):
        return
    widget.show()
    deadline = QDeadlineTimer(_DEADLINE_MS)
    while not shot.ready(widget):
        if deadline.hasExpired():
            yield f"{shot.name}: does not get ready"
            break
        turn()
    yield from (f"{shot.name}: {words}" for words in still_cut(widget))
    widget.hide()  # not deleted: what it still waits for ends with the process


if __name__ == "__main__":
    main(sys.argv[1])
