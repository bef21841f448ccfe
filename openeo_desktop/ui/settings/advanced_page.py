"""Advanced: folders, the app's own log, diagnostics."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.log_file import LEVEL, LEVEL_VARIABLE, apply_level
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.kit.buttons import outlined_button
from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.settings.computer_card import ComputerCard
from openeo_desktop.ui.settings.settings_page import SettingsCard, SettingsPage, tr, why_off
from openeo_desktop.ui.window.actions import WindowActions

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services


class AdvancedPage(SettingsPage):
    """For support requests, and for the curious."""

    def __init__(
        self, services: Services, spawn: Spawn, actions: WindowActions, parent: QWidget
    ) -> None:
        super().__init__(tr("Advanced"), Icon.PULSE, services.settings, parent)
        card = self.card(tr("Folders"))
        self._folder(card, tr("Data"), services.paths.data)
        self._folder(card, tr("Log of the app"), services.paths.logs)
        self.computer: ComputerCard | None = None
        if services.local is not None:
            self.computer = ComputerCard(self.card(tr("This computer")), services.local, spawn)
        card = self.card(tr("Support"))
        options = (("INFO", tr("usual")), ("DEBUG", tr("everything, for a support request")))
        self.level = self.choice(LEVEL, options, "INFO")
        card.row(tr("The app &logs"), self.level)
        fixed = tr("The environment variable {name} says so.").format(name=LEVEL_VARIABLE)
        why_off(self.level, fixed if LEVEL_VARIABLE in os.environ else "")
        card.wide(self.button(tr("&Diagnostics…"), Icon.PULSE, actions.diagnostics.trigger))
        card = self.card(tr("Window"))
        card.wide(
            self.button(tr("Reset the &arrangement"), Icon.RETRY, actions.reset_layout.trigger)
        )
        card.hint(tr("All panes go back to where they were at the first start."))
        self.chosen.connect(self._on_chosen)

    def follow(self) -> None:
        if self.computer is not None:
            self.computer.follow()

    def _folder(self, card: SettingsCard, words: str, folder: Path) -> None:
        label = ElidedLabel(str(folder), self, mode=Qt.TextElideMode.ElideMiddle, copyable=True)
        button = outlined_button(tr("Open"), Icon.FOLDER_OPEN, self)
        button.setAccessibleName(tr("Open the folder: {name}").format(name=words))
        button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        card.row(words, label, button)

    def _on_chosen(self, key: str) -> None:
        if key == LEVEL:
            apply_level(self.settings)
