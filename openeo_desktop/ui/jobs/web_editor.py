"""The official openEO Web Editor: its address for a back-end, and why it cannot be used for some.

It has no address for a single job (its README, «Query Parameters»): it opens on the back-end, and
the job is in its list once the person has signed in there.
"""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.accounts import Account

EDITOR = "https://editor.openeo.org/"


def _tr(text: str) -> str:
    return QCoreApplication.translate("WebEditor", text)


def why_no_editor(account: Account | None) -> str:
    """Why a page in the internet cannot work with this back-end; empty if it can."""
    if account is None:
        return _tr("The account of this job is no longer there.")
    if account.is_local:
        return _tr("The web editor cannot reach the back-end on this computer.")
    if urlsplit(account.api_base).scheme != "https":
        return _tr("The web editor works with https only; this back-end has no encryption.")
    return ""


def editor_address(account: Account) -> str:
    """Where the editor opens with this back-end."""
    return f"{EDITOR}?{urlencode({'server': account.api_base})}"
