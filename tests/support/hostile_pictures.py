"""Walks the pictures' catalogue with markup in every word that a server, a file or a person wrote.

`python -m tests.support.hostile_pictures` prints, one a line, where it would be drawn as rich text:
labels, boxes, tool tips, models, documents, items of drawings. Names that are keys (of assets,
nodes, columns) are hostile too wherever the pictures let them be.
"""

from __future__ import annotations

import functools
import gc
import os
import sys
from typing import Any, NoReturn

from PySide6.QtWidgets import QApplication, QDialog, QMenu

from openeo_desktop.core import (
    accounts,
    assets,
    downloads,
    errors,
    findings,
    graph_nodes,
    job_actions,
    jobs,
    licences,
    logs,
    notices,
    process_graph,
    sign_in,
)
from openeo_desktop.models.job_views import SavedView
from openeo_desktop.services.back_ends import BackEndInfo
from openeo_desktop.ui.look.theme import apply_theme
from tests.shots.catalogue import collect
from tests.shots.shot import Shot
from tests.support.cut_texts import turn
from tests.support.plain_texts import MARKUP, rich_texts

_WORDS: dict[type[Any], tuple[str, ...]] = {
    accounts.Account: ("title", "user"),
    accounts.AccountStatus: ("message",),
    accounts.UserInfo: ("user_id", "name", "plan"),
    accounts.KeychainNotice: ("message", "hint"),
    assets.Asset: ("title", "description", "media_type", "roles"),
    assets.Results: ("title",),
    downloads.Download: ("job_title", "reason", "media_type"),
    errors.AppError: ("message", "hint"),
    findings.Finding: ("fact", "advice"),
    graph_nodes.GraphNode: ("namespace", "description"),
    job_actions.ActionFailure: ("message", "hint", "code", "reference"),
    jobs.Job: ("status_text", "title", "description", "plan", "log_level"),
    licences.Licence: ("version", "licence", "text"),
    logs.LogEntry: ("message", "code"),
    notices.Notice: ("title",),
    process_graph.GraphProblem: ("message", "code"),
    sign_in.OidcProvider: ("title", "description"),
    BackEndInfo: ("title", "description"),
    SavedView: ("name",),
}
"""What is not of the app, by class."""
_TURNS = 25
_KEPT: list[object] = []


def main() -> NoReturn:
    """Print what would be drawn as rich text; 1 if anything is."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setQuitOnLastWindowClosed(False)
    gc.disable()  # a collection on a thread of a preview would end timers that are not its own
    apply_theme(application, "light")
    shots, found = collect()
    for kind, names in _WORDS.items():
        _make_hostile(kind, names)
    for shot in shots:
        found += [f"{shot.name}: {words}" for words in _of_shot(shot)]
    print("\n".join(found), flush=True)
    os._exit(1 if found else 0)  # the dialogs have questions open that nobody will answer


def _make_hostile(kind: type[Any], names: tuple[str, ...]) -> None:
    """Values of that class have markup in these words from now on; this is done once a process."""
    whole = kind.__init__

    @functools.wraps(whole)
    def make(self: Any, *args: Any, **values: Any) -> None:
        whole(self, *args, **values)
        for name in names:
            object.__setattr__(self, name, _hostile(getattr(self, name)))

    kind.__init__ = make


def _hostile(value: object) -> object:
    if isinstance(value, tuple):
        return (*value, MARKUP)
    words = value if isinstance(value, str) else ""
    return words if MARKUP in words else f"{MARKUP} {words}"


def _of_shot(shot: Shot) -> list[str]:
    widget = shot.build()
    _KEPT.append(widget)
    if not isinstance(widget, QDialog | QMenu):
        widget.resize(*shot.size)
    widget.show()
    for _ in range(_TURNS):
        if shot.ready(widget):
            break
        turn()
    turn()
    found = rich_texts(widget)
    widget.hide()
    return found


if __name__ == "__main__":
    main()
