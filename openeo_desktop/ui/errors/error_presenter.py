"""Shows errors of background intents in the window: calm, copyable, never a pile of dialogs.

`Spawner` hands every `AppError` that nobody caught to `present`. The same error again raises a
count instead of a second notice. Bugs do not come here (see `bug_report_dialog`).
"""

from __future__ import annotations

import datetime as dt
import logging
from collections import deque
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.errors import AppError, BusyError, UnreachableError
from openeo_desktop.core.formatting import format_exact, visible_text
from openeo_desktop.core.times import utc_now
from openeo_desktop.ui.errors.error_details_dialog import ErrorDetailsDialog
from openeo_desktop.ui.errors.error_notice import ErrorNotice
from openeo_desktop.ui.errors.failed_actions import failed_action
from openeo_desktop.ui.kit.corner_stack import CornerStack, corner_stack

log = logging.getLogger(__name__)

MAX_NOTICES = 3
MAX_RECENT = 100


@dataclass(frozen=True, slots=True)
class _Kind:
    """What makes two errors the same for a person."""

    what: str
    message: str
    code: str


class ErrorPresenter(QObject):
    """Keeps the latest three notices at the bottom right of the window, the newest lowest."""

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__(window)
        self._window: QWidget | None = None
        self._stack: CornerStack | None = None
        self._notices: dict[_Kind, ErrorNotice] = {}
        self._waiting: list[tuple[AppError, str]] = []
        self._recent: deque[str] = deque(maxlen=MAX_RECENT)
        if window is not None:
            self.set_window(window)

    def set_window(self, window: QWidget) -> None:
        """Show errors there from now on, also those that came before there was a window."""
        self._window = window
        self._stack = corner_stack(window)
        waiting, self._waiting = self._waiting, []
        for error, what in waiting:
            self.present(error, what)

    def present(self, error: AppError, what: str) -> None:
        """Show an error; `what` was being done, as a verb phrase: "start the job".

        Trouble with the network is a warning that goes away soon, everything else stays longer;
        none goes while it is looked at, and `recent_text` keeps them all.
        """
        log.info("Shown: could not %s: %s", what, error.full_text())
        self._recent.append(_recent_entry(utc_now(), error, what))
        if self._stack is None:
            self._waiting.append((error, what))
        else:
            self._show(error, what, self._stack)

    def notices(self) -> tuple[ErrorNotice, ...]:
        """What is shown now, oldest first."""
        return tuple(self._notices.values())

    def recent_text(self) -> str:
        """The latest messages in full, newest first, also those that are gone from the window."""
        return "\n\n".join(reversed(self._recent))

    def show_recent(self) -> None:
        """Open the latest messages as text that can be copied."""
        text = self.recent_text() or self.tr("Nothing has gone wrong since the start.")
        dialog = ErrorDetailsDialog(self.tr("Recent messages"), text, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def clear(self) -> None:
        """Close every notice."""
        for notice in self.notices():
            notice.dismiss()

    def _show(self, error: AppError, what: str, stack: CornerStack) -> None:
        kind = _Kind(what, error.message, error.code)
        notice = self._notices.get(kind)
        if notice is not None:
            notice.count_again(error)
        else:
            self._make_room()
            self._add(kind, error, what, stack)

    def _add(self, kind: _Kind, error: AppError, what: str, stack: CornerStack) -> None:
        passing = isinstance(error, (UnreachableError, BusyError))
        notice = ErrorNotice(error, what, stack, passing=passing)
        notice.dismissed.connect(self._on_dismissed)
        self._notices[kind] = notice
        stack.add(notice)

    def _make_room(self) -> None:
        """Passing notices go first, then the oldest; the log file keeps them all."""
        if len(self._notices) < MAX_NOTICES:
            return
        passing = [notice for notice in self._notices.values() if notice.passing]
        (passing or list(self._notices.values()))[0].dismiss()

    def _on_dismissed(self, notice: ErrorNotice) -> None:
        self._notices = {kind: kept for kind, kept in self._notices.items() if kept is not notice}


def _recent_entry(moment: dt.datetime, error: AppError, what: str) -> str:
    said = f"{failed_action(what, error.subject)} {error.full_text()}".strip()
    return visible_text(f"{format_exact(moment)}  {said}")
