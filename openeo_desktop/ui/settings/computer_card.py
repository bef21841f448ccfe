"""The card for «This computer»: whether it is set up, how large that is, and how it is removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from openeo_desktop.core.formatting import format_size
from openeo_desktop.services.local_environment import EnvironmentPhase, EnvironmentState
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.kit.ask import Question, ask
from openeo_desktop.ui.kit.buttons import outlined_button
from openeo_desktop.ui.local_environment.set_up_panel import SetUpPanel
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.loop.while_there import while_there
from openeo_desktop.ui.settings.settings_page import SettingsCard, tr

if TYPE_CHECKING:
    from openeo_desktop.services.local_backend import LocalBackEndService
    from openeo_desktop.services.local_environment_files import DiskUse


class ComputerCard(QObject):
    """Fills a card of the settings."""

    def __init__(self, card: SettingsCard, local: LocalBackEndService, spawn: Spawn) -> None:
        super().__init__(card)
        self._card, self._local, self._spawn = card, local, spawn
        self._spawn_here = while_there(self, spawn)
        self._use: DiskUse | None = None
        self.state = card.hint("")
        self.panel = SetUpPanel(local, spawn, card)
        card.whole(self.panel)
        self.remove_button = outlined_button(tr("&Remove it…"), Icon.DELETE, card)
        self.remove_button.clicked.connect(self.ask_to_remove)
        card.wide(self.remove_button)
        self.destroyed.connect(local.environment.changed.connect(self._on_changed))
        self._show()

    def follow(self) -> None:
        """Look how large it is now."""
        self._spawn_here(self._measure(), "look how large «This computer» is")

    def ask_to_remove(self) -> None:
        """Say how much that frees; the jobs go as well only if that is chosen."""
        use = self._use
        size = format_size(use.environment + use.downloaded if use else None)
        jobs = format_size(use.jobs if use else None)
        question = Question(
            tr("Remove what «This computer» was set up with ({size})?").format(size=size or "?"),
            tr(
                "Its jobs and their results ({jobs}) can stay: they are there again when it is set "
                "up once more. Files that you have downloaded always stay."
            ).format(jobs=jobs or format_size(0)),
            tr("Remove, with its jobs"),
            instead=tr("Remove, keep the jobs"),
        )
        ask(self._card, question, self._remove_all, self._remove)

    def _remove(self) -> None:
        self._spawn(self._local.remove_environment(jobs=False), tr("remove this computer"))

    def _remove_all(self) -> None:
        self._spawn(self._local.remove_environment(jobs=True), tr("remove this computer"))

    async def _measure(self) -> None:
        self._use = await self._local.environment.disk_use(self._local.state)
        self._show()

    def _on_changed(self, state: EnvironmentState) -> None:
        if state.progress is None:
            self._show()
            self.follow()

    def _show(self) -> None:
        environment = self._local.environment
        current = environment.current()
        included = environment.state.phase is EnvironmentPhase.INCLUDED
        self.remove_button.setVisible(current is not None)
        if included:
            self.state.setText(tr("All that it needs is part of this installation of the app."))
        elif current is not None:
            size = format_size(self._use.environment if self._use else None) or "…"
            text = tr("Set up with Python {version}: {size} on the disk.")
            self.state.setText(text.format(version=current.python_version, size=size))
        self.state.setVisible(included or current is not None)
