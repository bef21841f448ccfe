"""Network: whether back-ends are asked, which way goes there, whom to trust."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from openeo_desktop.api.connection import TIMEOUT
from openeo_desktop.api.proxies import named_proxies
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.services.trust import CA_FILE
from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.settings.settings_page import SettingsPage, tr, why_off
from openeo_desktop.ui.window.actions import WindowActions

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services


class NetworkPage(SettingsPage):
    """Proxies and certificates are the system's; here is said which they are."""

    def __init__(self, services: Services, actions: WindowActions, parent: QWidget) -> None:
        super().__init__(tr("Network"), Icon.CLOUD, services.settings, parent)
        self._sync = services.sync
        self._make_watching()
        self._make_proxies()
        self._make_trust(actions)
        self.destroyed.connect(services.sync.paused_changed.connect(self._show_paused))
        self.follow()

    def follow(self) -> None:
        self._show_paused(self._sync.paused)
        path = self.settings.get(CA_FILE, "")
        own = tr("Those of the system, and {name}").format(name=visible_text(Path(path).name))
        self.trusted.setText(own if path else tr("Those of the system"))
        why_off(self.forget, "" if path else tr("No other certificates are trusted."))

    def _make_watching(self) -> None:
        card = self.card(tr("Watching"))
        self.pause = QCheckBox(tr("&Pause the synchronisation"), self)
        self.pause.toggled.connect(self._sync.set_paused)
        card.whole(self.pause)
        words = tr(
            "While it is paused, back-ends are asked only when you do something, or refresh (F5). "
            "A back-end has {connect:.0f} s to be reached and {read:.0f} s for each answer; what "
            "did not work is tried again later, ever less often."
        )
        card.hint(words.format(connect=TIMEOUT[0], read=TIMEOUT[1]))

    def _make_proxies(self) -> None:
        card = self.card(tr("Proxy"))
        found = named_proxies()
        for scheme, address in found.items():
            words = {"https": tr("For https"), "http": tr("For http")}.get(scheme, tr("For all"))
            card.row(words, ElidedLabel(visible_text(address), self, copyable=True))
        told = tr("Back-ends are reached directly, without a proxy.")
        where = tr("Change it in the system, or in HTTPS_PROXY, HTTP_PROXY and NO_PROXY.")
        card.hint(where if found else f"{told} {where}")

    def _make_trust(self, actions: WindowActions) -> None:
        card = self.card(tr("Certificates"))
        self.trusted = ElidedLabel("", self, mode=Qt.TextElideMode.ElideMiddle)
        card.row(tr("Trusted"), self.trusted)
        choose = self.button(
            tr("&Trust a certificate file…"), Icon.VERIFIED, actions.trust_file.trigger
        )
        self.forget = self.button(
            tr("Trust the &system's only"), None, actions.trust_system.trigger
        )
        card.wide(choose, self.forget)

    def _show_paused(self, paused: bool) -> None:
        self.pause.setChecked(paused)
