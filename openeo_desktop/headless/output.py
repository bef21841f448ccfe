"""What the command line prints: lines for people, JSON for programs; foreign text made safe."""

from __future__ import annotations

import json
import logging
import math
import sys

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.redaction import RedactingFormatter


class Output:
    """Answers go to standard output, remarks and errors to standard error."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json

    def line(self, text: str) -> None:
        """A line for a person; nothing when JSON is asked for."""
        if not self.as_json:
            print(visible_text(text), flush=True)

    def document(self, value: object) -> None:
        """One JSON value on one line; nothing when lines are asked for.

        What `visible_text` changes in JSON becomes a JSON escape: the value stays the same.
        """
        if self.as_json:
            print(visible_text(_json(value)), flush=True)

    def remark(self, text: str) -> None:
        """Something beside the answer."""
        print(visible_text(text), file=sys.stderr, flush=True)

    def error(self, error: AppError) -> None:
        """A failure: what happened, what to do, and the reference for support."""
        text = f"Error: {error}"
        if error.code or error.reference:
            facts = ", ".join(filter(None, (error.code, error.reference)))
            text += f" [{facts}]"
        self.remark(text)


def _json(value: object) -> str:
    try:
        return json.dumps(value, ensure_ascii=False, default=str, allow_nan=False)
    except ValueError:  # Python reads NaN and Infinity of a back-end, but they are not JSON
        return json.dumps(_finite(value), ensure_ascii=False, default=str)


def _finite(value: object) -> object:
    """The same value, null where a number is none."""
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_finite(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


class _SafeFormatter(RedactingFormatter):
    """A remark of a lower layer, without secrets, foreign text in it made visible."""

    def format(self, record: logging.LogRecord) -> str:
        return visible_text(super().format(record))


def show_warnings() -> None:
    """What the layers below warn of becomes a remark on standard error."""
    handler = logging.StreamHandler()
    handler.setFormatter(_SafeFormatter("Warning: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])


def use_safe_streams() -> None:
    """Characters a terminal cannot show become escapes instead of a crash."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
