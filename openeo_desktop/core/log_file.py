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
from openeo_desktop.core.settings import Settings

MAX_BYTES = 1_000_000
FORMAT = "%(asctime)s %(levelname)s %(name)s [%(threadName)s] %(message)s"
LEVEL_VARIABLE = "OPENEO_DESKTOP_LOG_LEVEL"
"""Set to DEBUG to have everything in the log, whatever the settings say."""
LEVEL = "log/level"
"""Key of the settings."""
FILE_NAME = "openeo-desktop.log"
OURS = "openeo_desktop"
log = logging.getLogger(__name__)


class LogFile(logging.handlers.RotatingFileHandler):
    """The handler; knows the levels that the loggers had before it."""

    def __init__(self, path: Path, level: int) -> None:
        super().__init__(path, maxBytes=MAX_BYTES, backupCount=2, encoding="utf-8")
        self.setFormatter(RedactingFormatter(FORMAT))
        self.addFilter(_is_worth_it)
        self._before = {name: logging.getLogger(name).level for name in ("", OURS)}
        self.set_level(level)
        logging.getLogger().addHandler(self)

    def set_level(self, level: int) -> None:
        """Of our own loggers; below INFO those of the libraries, too."""
        logging.getLogger(OURS).setLevel(level)
        logging.getLogger().setLevel(level if level < logging.INFO else self._before[""])

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
        return LogFile(folder / FILE_NAME, _level() if level is None else level)
    except OSError as error:
        log.warning("There is no log file: %s", error)
        return None


def stop_log_file(handler: LogFile | None) -> None:
    """Close the file."""
    if handler is not None:
        handler.stop()


def chosen_level(settings: Settings) -> int:
    """As the environment says, else as the person chose: INFO or DEBUG."""
    debug = settings.get(LEVEL, "") == "DEBUG" and LEVEL_VARIABLE not in os.environ
    return logging.DEBUG if debug else _level()


def apply_level(settings: Settings) -> None:
    """Let the log file that is open go by the settings."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler, LogFile):
            handler.set_level(chosen_level(settings))


def last_lines(folder: Path, most: int = 200) -> str:
    """The end of the log file; empty if there is none."""
    try:
        with (folder / FILE_NAME).open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - most * 400))
            text = file.read().decode("utf-8", "replace")
    except OSError:
        return ""
    return "\n".join(text.splitlines()[-most:])


def _level() -> int:
    named = logging.getLevelName(os.environ.get(LEVEL_VARIABLE, "INFO").upper())
    return named if isinstance(named, int) else logging.INFO
