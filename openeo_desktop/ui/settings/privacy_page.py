"""Privacy: what is kept on this computer, for how long, and where secrets are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from openeo_desktop.services.history_care import LOG_DAYS, MAX_MB, RESULT_DAYS
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.loop.while_there import while_there
from openeo_desktop.ui.settings.remove_data_card import RemoveDataCard
from openeo_desktop.ui.settings.settings_page import SettingsPage, tr
from openeo_desktop.ui.updates.update_choice import UpdateChoice
from openeo_desktop.ui.window.actions import WindowActions

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services


class PrivacyPage(SettingsPage):
    """Says it; the dialog of the history changes it."""

    def __init__(
        self, services: Services, spawn: Spawn, actions: WindowActions, parent: QWidget
    ) -> None:
        super().__init__(tr("Privacy"), Icon.LOCK, services.settings, parent)
        self._services = services
        self._spawn = while_there(self, spawn)
        card = self.card(tr("History"))
        self.kept = card.hint("")
        card.wide(self.button(tr("&History…"), Icon.CLOCK, actions.history.trigger))
        card = self.card(tr("Passwords and tokens"))
        self.keychain = card.hint(tr("Looking for the keychain…"))
        card = self.card(tr("What leaves this computer"))
        card.hint(
            tr(
                "openEO Desktop speaks to your back-ends, and to the services at which you sign in "
                "to them. It sends nothing to anybody else, and nothing about how you use it."
            )
        )
        self.updates = UpdateChoice(self, services, self._spawn)
        self.removal = RemoveDataCard(self.card(tr("Remove everything")), services, spawn)
        self._asked = False

    def follow(self) -> None:
        limits = [self.settings.get(key, 0) for key in (LOG_DAYS, RESULT_DAYS, MAX_MB)]
        always = tr("Jobs, their logs and the description of their results are kept for ever.")
        some = tr("Jobs are kept for ever; logs and descriptions of results as long as you chose.")
        self.kept.setText(some if any(limits) else always)
        if not self._asked:
            self._asked = True
            self._spawn(self._ask(), "look for the keychain")

    async def _ask(self) -> None:
        services = self._services
        found = await services.lanes.secrets.call(services.keychain.describe)
        words = tr("They are kept in the keychain of the system alone ({name}).").format(name=found)
        none = tr(
            "This system has no keychain that can be used: they are kept in memory, and are "
            "forgotten when the app ends."
        )
        self.keychain.setText(words if found else none)
