"""Shows errors of background intents in the window: calm, copyable, never a pile of dialogs.

`Spawner` hands every `AppError` that nobody caught to `present`. The same error again raises a
count instead of a second notice. Bugs do not come here (see `bug_report_dialog`).
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from openeo_desktop.core.errors import AppError, BusyError, UnreachableError
from openeo_desktop.ui.error_notice import ErrorNotice

log = logging.getLogger(__name__)

MAX_NOTICES = 3
_WIDTH = 460
_MARGIN = 16
_ABOVE_STATUS_BAR = 36
_SHADOW = 8


@dataclass(frozen=True, slots=True)
class _Kind:
    """What makes two errors the same for a person."""

    what: str
    message: str
    code: str


class ErrorPresenter(QObject):
    """Keeps the latest three notices at the bottom right of `parent`, the newest lowest."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._notices: dict[_Kind, ErrorNotice] = {}
        self._stack = QWidget(parent)
        self._stack.setObjectName("errorStack")
        self._stack.setAccessibleName(self.tr("Errors"))
        layout = QVBoxLayout(self._stack)
        layout.setContentsMargins(_SHADOW, _SHADOW, _SHADOW, _SHADOW)
        layout.setSpacing(8)
        self._stack.hide()
        parent.installEventFilter(self)

    def present(self, error: AppError, what: str) -> None:
        """Show an error; `what` was being done, as a verb phrase: "start the job".

        Trouble with the network is a warning that goes away by itself; everything else stays until
        it is closed.
        """
        log.info("Shown: could not %s: %s", what, error.full_text())
        kind = _Kind(what, error.message, error.code)
        notice = self._notices.get(kind)
        if notice is not None:
            notice.count_again(error)
        else:
            self._make_room()
            self._add(kind, error, what)
        self._place()

    def notices(self) -> tuple[ErrorNotice, ...]:
        """What is shown now, oldest first."""
        return tuple(self._notices.values())

    def clear(self) -> None:
        """Close every notice."""
        for notice in self.notices():
            notice.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _add(self, kind: _Kind, error: AppError, what: str) -> None:
        passing = isinstance(error, (UnreachableError, BusyError))
        notice = ErrorNotice(error, what, self._stack, passing=passing)
        notice.dismissed.connect(self._on_dismissed)
        notice.resized.connect(self._place)
        self._notices[kind] = notice
        layout = self._stack.layout()
        assert layout is not None
        layout.addWidget(notice)

    def _make_room(self) -> None:
        """Passing notices go first, then the oldest; the log file keeps them all."""
        if len(self._notices) < MAX_NOTICES:
            return
        passing = [notice for notice in self._notices.values() if notice.passing]
        (passing or list(self._notices.values()))[0].dismiss()

    def _on_dismissed(self, notice: ErrorNotice) -> None:
        self._notices = {kind: kept for kind, kept in self._notices.items() if kept is not notice}
        layout = self._stack.layout()
        assert layout is not None
        layout.removeWidget(notice)
        notice.deleteLater()
        self._place()

    def _place(self) -> None:
        if not self._notices:
            self._stack.hide()
            return
        window = self._window
        width = min(_WIDTH, window.width() - 2 * _MARGIN) + 2 * _SHADOW
        self._stack.setFixedWidth(max(200, width))
        height = self._stack.layout().totalHeightForWidth(self._stack.width())  # type: ignore[union-attr]
        self._stack.setGeometry(
            window.width() - self._stack.width() - _MARGIN + _SHADOW,
            max(0, window.height() - height - _ABOVE_STATUS_BAR + _SHADOW),
            self._stack.width(),
            height,
        )
        self._stack.show()
        self._stack.raise_()
