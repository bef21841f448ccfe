"""What a person should know of a back-end before signing in, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl

from openeo_desktop.core.accounts import Account
from openeo_desktop.ui.accounts.sign_in_ways import ways_of
from openeo_desktop.ui.kit.message_bar import Level

if TYPE_CHECKING:
    from openeo_desktop.services.accounts import BackEndInfo


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice. `blocks`: one cannot sign in; `asks_consent`: only after a tick."""

    level: Level
    text: str
    blocks: bool = False
    asks_consent: bool = False


def notices_for(info: BackEndInfo) -> list[Notice]:
    """What matters most first; one that blocks stands alone."""
    if not info.batch_jobs:
        return [_no_jobs()]
    if not ways_of(info):
        return [_no_way()]
    notices = []
    if info.plain_http:
        notices.append(_plain_http())
    if not info.production:
        notices.append(_not_production())
    return notices


def notices_for_account(account: Account) -> list[Notice]:
    """What a person should know again before the sign-in travels once more."""
    url = QUrl(account.api_base)
    at_home = account.is_local or url.host() in ("localhost", "127.0.0.1", "::1")
    return [_plain_http()] if url.scheme() == "http" and not at_home else []


def _plain_http() -> Notice:
    """The address is not encrypted and not on this computer."""
    text = _tr(
        "This address is not encrypted (http): others on the way can read how you sign in, and "
        "your data. Ask the provider for an https address."
    )
    return Notice("warning", text, asks_consent=True)


def _no_jobs() -> Notice:
    text = _tr(
        "This back-end has no batch jobs, and this app is for batch jobs. You can use it in the "
        "openEO Web Editor, or choose another back-end here."
    )
    return Notice("info", text, blocks=True)


def _no_way() -> Notice:
    text = _tr(
        "This back-end offers no way to sign in that this app knows. Ask the people who run it, "
        "or choose another back-end."
    )
    return Notice("info", text, blocks=True)


def _not_production() -> Notice:
    text = _tr(
        "This back-end says of itself that it is not for production: it may change, or lose jobs, "
        "without notice."
    )
    return Notice("info", text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SignInNotices", text)
