"""Pages that a person may be sent to: which addresses open, and the host that is shown for them.

Addresses come from servers. Only https opens, or http on this computer; everything else is text.
"""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from openeo_desktop.core.formatting import visible_text

_THIS_COMPUTER = ("localhost", "127.0.0.1", "::1")
_MAX_LENGTH = 8_000


def is_openable(address: str) -> bool:
    """Whether the browser may be sent there (never `file:`, `javascript:` or a hidden user)."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    if len(address) > _MAX_LENGTH or not url.isValid() or not url.host() or url.userInfo():
        return False
    return url.scheme() == "https" or (url.scheme() == "http" and url.host() in _THIS_COMPUTER)


def host_of(address: str) -> str:
    """The host as it really is: look-alike letters of other scripts show as `xn--…`."""
    host = QUrl(address).host(QUrl.ComponentFormattingOption.EncodeUnicode)
    return visible_text(host)[:120]


def shown_address(address: str) -> str:
    """An address as one reads it: no scheme if it is https, no slash at the end."""
    text = visible_text(address).removeprefix("https://").rstrip("/")
    return text if len(text) <= 200 else text[:199] + "…"


def open_page(address: str) -> bool:
    """Open it in the person's browser; False if it may not be, or there is no browser."""
    return is_openable(address) and QDesktopServices.openUrl(QUrl(address))
