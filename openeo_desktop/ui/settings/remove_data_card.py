"""The card that removes all data of the app: says what there is, asks, and then the app ends."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMessageBox

from openeo_desktop.core.formatting import format_size
from openeo_desktop.services.data_removal import DataRemoval, DataUse
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.kit.ask import Question, ask, dress
from openeo_desktop.ui.kit.buttons import outlined_button
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.loop.while_there import while_there
from openeo_desktop.ui.settings.settings_page import SettingsCard, tr
from openeo_desktop.ui.window.summoning import DesktopApplication

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services


class RemoveDataCard(QObject):
    """Fills a card of the settings."""

    def __init__(
        self,
        card: SettingsCard,
        services: Services,
        spawn: Spawn,
        removal: DataRemoval | None = None,
    ) -> None:
        super().__init__(card)
        self._card = card
        self._services = services
        self._removal = removal
        self._spawn = spawn
        self._look_here = while_there(self, spawn)
        self.question: QMessageBox | None = None
        card.hint(
            tr(
                "Removes from this computer what openEO Desktop has kept: jobs, logs, settings, "
                "passwords and tokens. Jobs at your back-ends are not touched."
            )
        )
        self.button = outlined_button(tr("Remove &all data…"), Icon.DELETE, card)
        self.button.setObjectName("remove_data")
        self.button.clicked.connect(self._on_clicked)
        card.wide(self.button)

    def _on_clicked(self) -> None:
        self.button.setEnabled(False)
        self._look_here(self._look(), "look what there is to remove")

    async def _look(self) -> None:
        removal = self._removal = self._removal or DataRemoval(self._services)
        try:
            use = await removal.look()
        finally:
            self.button.setEnabled(True)
        self._ask(removal, use)

    def _ask(self, removal: DataRemoval, use: DataUse) -> None:
        with_files = bool(use.files)
        question = Question(
            tr("Remove all data of openEO Desktop from this computer?"),
            _loss(use),
            tr("Remove, with the downloads") if with_files else tr("Remove and quit"),
            instead=tr("Remove, keep the downloads") if with_files else "",
        )
        begin = partial(self._begin, removal, use)
        self.question = ask(self._card, question, partial(begin, with_files), partial(begin, False))
        dress(self.question, {"confirm_button", "instead_button"})

    def _begin(self, removal: DataRemoval, use: DataUse, downloads: bool) -> None:
        self.button.setEnabled(False)
        self._spawn(self._remove(removal, use, downloads), "remove all data")

    async def _remove(self, removal: DataRemoval, use: DataUse, downloads: bool) -> None:
        """The secrets go now, the folders when the app has ended."""
        try:
            await removal.begin(use, downloads=downloads)
        except BaseException:
            self.button.setEnabled(True)
            raise
        application = QCoreApplication.instance()
        if isinstance(application, DesktopApplication):
            application.end_wanted.emit()


def _loss(use: DataUse) -> str:
    """What goes, line by line, and what stays."""
    size, computer = format_size(use.own - use.computer), format_size(use.computer)
    lines = [tr("Jobs, logs, settings and previews: {size}").format(size=size or "0 B")]
    if use.computer:
        lines.append(tr("«This computer» with its jobs: {size}").format(size=computer))
    if use.accounts:
        words = tr("Accounts with their passwords and tokens: {count}")
        lines.append(words.format(count=use.accounts))
    if use.at_log_in:
        lines.append(tr("The entry that starts the app with the computer"))
    if use.files:
        words = tr("Downloaded files, as you choose: {count} ({size})")
        count, size = len(use.files), format_size(use.file_bytes)
        lines.append(words.format(count=count, size=size))
    last = tr("This cannot be undone. The app quits; jobs that run on this computer are stopped.")
    return "\n".join([*lines, "", last])
