"""Keeps secrets out of logs and reports: one filter, used for both.

Masked are Authorization values, tokens and passwords by the name of their field, and the query of
every URL (a signed link is a secret), whether they come as text or as arguments of a log call.
"""

from __future__ import annotations

import logging
import re

MASK = "…"
_FIELDS = (
    "access_token|refresh_token|id_token|token|password|client_secret|secret|code_verifier"
    "|device_code|user_code|code_challenge|authorization|cookie"
)
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?i)\b(bearer|basic)\s+[\w\-.~+/=]+"), rf"\1 {MASK}"),
    (re.compile(rf"(?i)(\b(?:{_FIELDS})\b[\"']?\s*[:=]\s*[\"']?)[^\s\"'&,;}}]+"), rf"\1{MASK}"),
    (re.compile(r"(?i)\b(https?://)[^\s/@\"']+@"), rf"\1{MASK}@"),
    (re.compile(r"(?i)(\bhttps?://[^\s?\"'<>]*\?)[^\s\"'<>]*"), rf"\1{MASK}"),
    (re.compile(r"\b(?:basic|oidc)/[^\s/\"']*/[^\s\"']+"), MASK),
)


def redact(text: str) -> str:
    """The text without secrets."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


class RedactingFormatter(logging.Formatter):
    """Formats as usual, then redacts: message, arguments and traceback alike."""

    def format(self, record: logging.LogRecord) -> str:
        """The whole line without secrets."""
        return redact(super().format(record))
