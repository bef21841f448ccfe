"""Notices: where the end of a job is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.settings.settings_page import SettingsPage, tr, why_off
from openeo_desktop.ui.tray.choices import SYSTEM_NOTICES, wants_tray
from openeo_desktop.ui.window.actions import WindowActions

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services


class NoticesPage(SettingsPage):
    """The card in the window is always there: a notification is never the only place."""

    def __init__(self, services: Services, actions: WindowActions, parent: QWidget) -> None:
        super().__init__(tr("Notices"), Icon.BELL, services.settings, parent)
        card = self.card(tr("When a job ends"))
        words = tr("Tell by a &notification of the system while the window is not in front")
        self.system = self.switch(SYSTEM_NOTICES, words, default=True)
        card.whole(self.system)
        self.reason = card.hint("")
        card.hint(
            tr(
                "In the window a card tells of it, and the bell in the status bar keeps a list. "
                "Each end of a job is told once."
            )
        )
        card.wide(self.button(tr("&Earlier notices…"), Icon.BELL, actions.notices.trigger))
        self.follow()

    def follow(self) -> None:
        reason = ""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            reason = tr("This system shows no tray to apps, which notifications need.")
        elif not wants_tray(self.settings):
            reason = tr("Notifications need the icon in the tray: see General.")
        why_off(self.system, reason)
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
