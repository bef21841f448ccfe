"""Keeps secrets out of logs and reports: one function, used for both.

Masked are values by the name of their field (headers, JSON, reprs, forms), the query of every URL
(a signed link is a secret), user names and passwords in URLs, JSON Web Tokens, and every secret
that was announced with `hide_secret`, wherever it appears. Time is linear in the length.
"""

from __future__ import annotations

import json
import logging
import re
import threading
from pathlib import Path
from urllib.parse import quote, quote_plus

MASK = "…"
MAX_CHARS = 200_000
"""Longer log lines are cut: a log is no place for a document."""
_MIN_HIDDEN = 8
_MAX_HIDDEN = 256

_NAMES = (
    "token(?:_hint)?|secret|passw(?:or)?d|passphrase|api[_-]?key|credentials?|assertion|code_verifier"
    "|code_challenge|device_code|user_code|authori[sz]ation_code|auth_code|nonce|signature"
    "|secret_(?:access_)?key|verifier|session_?id"
    "|(?:(?<![a-z])|(?<=%3f)|(?<=%26))sig"
)
_HEADERS = "(?:proxy-)?authorization|(?:set-)?cookie"
# Between a name and its value: ": ", "=", "%3D", and "', '" of a pair; quotes may be escaped.
_BETWEEN = r"(?:[\"'\\]*\s*(?:[:=]|%3d)\s*|\\*[\"']\s*,\s*)"
# It ends with as many backslashes as it began with; more of them are quotes inside.
_ESCAPED = r"(?P<e>\\+[\"'])(?:(?!(?<!\\)(?P=e)).)*(?:(?P=e))?"
_DOUBLE = r"b?\"(?:[^\"\\\r\n]|\\.)*\"?"
_SINGLE = r"b?'(?:[^'\\\r\n]|\\.)*'?"
_LIST = r"[\[(][^\])\r\n]*[\])]?"
_IN_QUOTES = f"{_ESCAPED}|{_DOUBLE}|{_SINGLE}"
# «code» and «state» are words of every day too: what is one word or a short number stays.
_EVERYDAY = r"(?!(?:\\*[\"'])?(?!b[\"'])(?:[A-Za-z]{1,40}|-?\d{1,5})(?![\w.~%+/-]))"

_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(rf"(?i)((?:{_HEADERS}){_BETWEEN})(?:{_IN_QUOTES}|{_LIST}|[^\r\n]+)"),
        rf"\1{MASK}",
    ),
    (
        re.compile(rf"(?i)((?:{_NAMES}){_BETWEEN})(?:{_IN_QUOTES}|{_LIST}|[^\s&\"'<>]+)"),
        rf"\1{MASK}",
    ),
    (
        re.compile(
            rf"(?i)((?:(?<![\w-])|(?<=%3f)|(?<=%26))(?:code|state){_BETWEEN}){_EVERYDAY}"
            rf"(?:{_IN_QUOTES}|{_LIST}|[^\s&\"'<>,;)}}\]]+)"
        ),
        rf"\1{MASK}",
    ),
    (
        re.compile(r"\b([Bb]earer|BEARER|[Bb]asic|BASIC)\s+(?![a-z-]+(?![\w.~+/=-]))[\w\-.~+/=]+"),
        rf"\1 {MASK}",
    ),
    (re.compile(r"\b(\w+://)[^\s/?#\"'<>]*@"), rf"\1{MASK}@"),
    (re.compile(r"(?<![\w.%+-])[\w.%+-]+:[^\s@/\"':]+@(?=[\w\[])"), f"{MASK}@"),
    (re.compile(r"(\b\w+://[^\s?#\"'<>]*)([?#])[^\s\"<>]*"), rf"\1\2{MASK}"),
    # Signed links with the signature, and often the user, in the path (back-ends by openEO's own
    # Python driver: /jobs/ID/results/assets/USER/KEY/NAME; ours: /download/SIGNATURE/NAME).
    (re.compile(r"(/jobs/[^\s/?#\"'<>]{1,200}/results/)[^\s?#\"'<>]+"), rf"\1{MASK}"),
    (re.compile(r"(/(?:download|shared)/)[\w.~-]{12,}"), rf"\1{MASK}"),
    (re.compile(r"([?#])(?=[^\s\"'<>=?#]{1,100}=)[^\s\"<>]*"), rf"\1{MASK}"),
    (re.compile(r"\b(?:basic|oidc)/[^\s/\"']*/[^\s\"']+"), MASK),
    (re.compile(r"(?<![\w-])eyJ[\w-]{10,}[\w.-]*"), MASK),
)

_lock = threading.Lock()
_hidden: dict[str, None] = {}


def hide_secret(secret: str) -> None:
    """Mask this very text from now on, however it comes; the last few hundred are remembered."""
    if len(secret) < _MIN_HIDDEN:
        return  # masking «a» everywhere would help nobody
    forms = {secret, quote(secret, safe=""), quote_plus(secret), json.dumps(secret)[1:-1]}
    with _lock:
        for form in forms:
            _hidden.pop(form, None)
            _hidden[form] = None
        while len(_hidden) > _MAX_HIDDEN:
            del _hidden[next(iter(_hidden))]


def redact(text: str) -> str:
    """The text without secrets."""
    with _lock:
        hidden = sorted(_hidden, key=len, reverse=True)
    for secret in hidden:
        text = text.replace(secret, MASK)
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def without_home(text: str) -> str:
    """The path of the home folder holds the name of the person: `~` says the same.

    However it is written: as a URL, with backslashes doubled, behind a link to another disk. The
    name alone is masked where it is a folder, as in `/media/NAME/disk`.
    """
    home = Path.home()
    for form in sorted(_forms_of(home) | _forms_of(_real(home)), key=len, reverse=True):
        text = text.replace(form, "~") if len(form) > 1 else text
    name = re.escape(home.name)
    return re.sub(rf"(?<=[/\\]){name}(?=[/\\\"'])", MASK, text) if len(home.name) > 2 else text


def _forms_of(folder: Path) -> set[str]:
    plain, as_posix = str(folder), folder.as_posix()
    return {plain, as_posix, quote(as_posix), json.dumps(plain)[1:-1], repr(plain)[1:-1]}


def _real(folder: Path) -> Path:
    try:
        return folder.resolve()
    except (OSError, RuntimeError):
        return folder


class RedactingFormatter(logging.Formatter):
    """Formats as usual, then redacts: message, arguments and traceback alike."""

    def format(self, record: logging.LogRecord) -> str:
        """The whole line without secrets.

        Arguments that do not fit the message are no reason for logging to print them all.
        """
        try:
            text = super().format(record)
        except (TypeError, ValueError, KeyError):
            text = f"{record.levelname} {record.name} {record.msg!s} (its arguments do not fit)"
        return redact(text if len(text) <= MAX_CHARS else f"{text[:MAX_CHARS]} [cut]")
