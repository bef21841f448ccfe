"""The app's own log: a small rotating file in the data folder, without secrets."""

from __future__ import annotations

import logging
import logging.handlers
from pathlib import Path

from openeo_desktop.core.redaction import RedactingFormatter

MAX_BYTES = 1_000_000
FORMAT = "%(asctime)s %(levelname)s %(name)s [%(threadName)s] %(message)s"


def start_log_file(folder: Path) -> logging.Handler | None:
    """Log to `folder/openeo-desktop.log` from now on; None if that cannot be written."""
    logger = logging.getLogger("openeo_desktop")
    logger.setLevel(logging.INFO)
    try:
        handler = logging.handlers.RotatingFileHandler(
            folder / "openeo-desktop.log", maxBytes=MAX_BYTES, backupCount=2, encoding="utf-8"
        )
    except OSError as error:
        logger.warning("There is no log file: %s", error)
        return None
    handler.setFormatter(RedactingFormatter(FORMAT))
    logger.addHandler(handler)
    return handler


def stop_log_file(handler: logging.Handler | None) -> None:
    """Close the file."""
    if handler is not None:
        logging.getLogger("openeo_desktop").removeHandler(handler)
        handler.close()
