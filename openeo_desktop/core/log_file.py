"""The app's own log: a small rotating file in the data folder, without secrets.

Its handler hangs at the root logger, so that what libraries say passes the same redaction: at
INFO only their warnings, at DEBUG all of it (urllib3 then names every path with its query).
"""

from __future__ import annotations

import logging
import logging.handlers
import os
from pathlib import Path

from openeo_desktop.core.redaction import RedactingFormatter

MAX_BYTES = 1_000_000
FORMAT = "%(asctime)s %(levelname)s %(name)s [%(threadName)s] %(message)s"
LEVEL_VARIABLE = "OPENEO_DESKTOP_LOG_LEVEL"
"""Set to DEBUG to have everything in the log."""
OURS = "openeo_desktop"
log = logging.getLogger(__name__)


class LogFile(logging.handlers.RotatingFileHandler):
    """The handler; knows the levels that the loggers had before it."""

    def __init__(self, path: Path, level: int) -> None:
        super().__init__(path, maxBytes=MAX_BYTES, backupCount=2, encoding="utf-8")
        self.setFormatter(RedactingFormatter(FORMAT))
        self.addFilter(_is_worth_it)
        self._before = {name: logging.getLogger(name).level for name in ("", OURS)}
        logging.getLogger(OURS).setLevel(level)
        root = logging.getLogger()
        if level < logging.INFO:
            root.setLevel(level)
        root.addHandler(self)

    def stop(self) -> None:
        """Log no more, leave the loggers as they were, close the file."""
        logging.getLogger().removeHandler(self)
        for name, level in self._before.items():
            logging.getLogger(name).setLevel(level)
        self.close()


def _is_worth_it(record: logging.LogRecord) -> bool:
    """Whether a record goes to the file: ours, and warnings of libraries; at DEBUG everything."""
    ours = record.name == OURS or record.name.startswith(f"{OURS}.")
    everything = logging.getLogger(OURS).level < logging.INFO
    return ours or everything or record.levelno >= logging.WARNING


def start_log_file(folder: Path, level: int | None = None) -> LogFile | None:
    """Log to `folder/openeo-desktop.log` from now on; None if that cannot be written.

    Args:
        level: Of `logging`; None: as the environment says (`LEVEL_VARIABLE`), else INFO.
    """
    try:
        return LogFile(folder / "openeo-desktop.log", _level() if level is None else level)
    except OSError as error:
        log.warning("There is no log file: %s", error)
        return None


def stop_log_file(handler: LogFile | None) -> None:
    """Close the file."""
    if handler is not None:
        handler.stop()


def _level() -> int:
    named = logging.getLevelName(os.environ.get(LEVEL_VARIABLE, "INFO").upper())
    return named if isinstance(named, int) else logging.INFO
