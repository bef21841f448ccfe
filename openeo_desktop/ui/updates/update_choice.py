"""The part of the settings about newer versions: the choice, and a look at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openeo_desktop import __version__
from openeo_desktop.core.errors import AppError
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.services.update_check import LOOK
from openeo_desktop.ui.accounts.web_pages import host_of, open_page
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.settings.settings_page import SettingsPage, tr, why_off

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services


class UpdateChoice:
    """A card on a page. Nothing is asked until the person presses the button."""

    def __init__(self, page: SettingsPage, services: Services, spawn: Spawn) -> None:
        self._updates = services.updates
        self._spawn = spawn
        card = page.card(tr("Newer versions"))
        self.switch = page.switch(LOOK, tr("&Look for a newer version once a day"), default=True)
        self.look_button = page.button(tr("Look &now"), Icon.REFRESH, self._on_look_wanted)
        self.page_button = page.button(tr("Open the download page"), Icon.OPEN_EXTERNAL, self._open)
        self.page_button.hide()
        card.wide(self.switch)
        card.wide(self.look_button, self.page_button)
        self.said = card.hint("")
        self._explain()

    def _explain(self) -> None:
        address = self._updates.address
        none = tr("This copy of the app was not made by a release: it does not know where to look.")
        for widget in (self.switch, self.look_button):
            why_off(widget, "" if address else none)
        asks = tr(
            "It asks {host} which version is the newest, and tells nothing of you. The app never "
            "updates itself."
        )
        self.said.setText(asks.format(host=host_of(address)) if address else none)

    def _on_look_wanted(self) -> None:
        self.look_button.setEnabled(False)
        self._spawn(self._look(), "look for a newer version")

    async def _look(self) -> None:
        self.said.setText(tr("Looking…"))
        try:
            release = await self._updates.look()
        except AppError as error:
            self.said.setText(f"{error.message} {error.hint}".strip())
        else:
            newest = tr("{version} is the newest version.").format(version=__version__)
            newer = tr("{version} is there.")
            self.said.setText(newer.format(version=release.version) if release else newest)
            self.page_button.setVisible(release is not None)
        finally:
            self.look_button.setEnabled(True)

    def _open(self) -> None:
        release = self._updates.newer
        if release is not None:
            open_page(release.page)
