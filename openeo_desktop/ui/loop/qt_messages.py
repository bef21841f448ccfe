"""Qt's own warnings go to the log of the app instead of being lost on a terminal nobody sees."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

log = logging.getLogger(__name__)
Handler = Callable[[QtMsgType, QMessageLogContext, str], object]
_HARMLESS = ("This plugin does not support propagateSizeHints()",)
"""The offscreen platform says this for every window; there is nothing to be done about it."""
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class QtMessages:
    """Hears Qt's messages until `stop`; whoever heard them before goes on hearing them."""

    def __init__(self) -> None:
        self._before: Handler | None = qInstallMessageHandler(self._on_message)

    def _on_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if text in _HARMLESS:
            return
        level = _LEVELS.get(kind, logging.WARNING)
        log.log(level, "Qt: %s", text)
        if self._before is not None:
            self._before(kind, context, text)
        elif level >= logging.WARNING:
            sys.stderr.write(f"{text}\n")

    def stop(self) -> None:
        """Give the messages back."""
        qInstallMessageHandler(self._before)
