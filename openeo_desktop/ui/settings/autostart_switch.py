"""«Start with the computer»: shows what the system would start, not what was once chosen here."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QWidget

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.services.autostart import Autostart, AutostartState
from openeo_desktop.services.lanes import Lane
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.kit.labels import MutedLabel
from openeo_desktop.ui.settings.settings_page import SettingsCard, tr, why_off


class AutostartSwitch(QObject):
    """A check box and the sentence below it; the files are read and written on a lane."""

    def __init__(self, autostart: Autostart, lane: Lane, spawn: Spawn, parent: QWidget) -> None:
        super().__init__(parent)
        self._autostart = autostart
        self._lane = lane
        self._spawn = spawn
        self._in_tray = True
        self._state = AutostartState()
        self.box = QCheckBox(tr("Start &with the computer"), parent)
        self.box.setObjectName("autostart")
        self.box.clicked.connect(self._on_clicked)
        self.hint: MutedLabel | None = None

    def add_to(self, card: SettingsCard) -> None:
        """Take the last two rows of a card."""
        card.whole(self.box)
        self.hint = card.hint("")
        self._show()

    def follow(self, *, in_tray: bool) -> None:
        """Look again; `in_tray`: whether the app can start without any window."""
        self._in_tray = in_tray
        self._show()
        if self._autostart.is_possible:
            self._spawn(self._look(), "look what starts with the computer")

    async def _look(self) -> None:
        self._take(await self._lane.call(self._autostart.state))

    def _on_clicked(self, on: bool) -> None:
        self.box.setEnabled(False)
        self._spawn(self._switch(on=on), "change what starts with the computer")

    async def _switch(self, *, on: bool) -> None:
        try:
            self._take(await self._lane.call(self._autostart.switch, on=on))
        except AppError:
            self._show()  # as it was
            raise

    def _take(self, state: AutostartState) -> None:
        self._state = state
        self._show()

    def _show(self) -> None:
        self.box.setChecked(self._state.is_on)
        possible = self._autostart.is_possible
        why_off(self.box, "" if possible else tr("Only without --profile, and not in a sandbox."))
        if self.hint is not None:
            self.hint.setText(self.words())

    def words(self) -> str:
        """The sentence below: what starts, and how."""
        if self._state.is_on and not self._state.is_ours:
            words = tr(
                "Another copy of the app starts: {program}. Switch off and on to start this."
            )
            return words.format(program=visible_text(self._state.program))
        if self._in_tray:
            return tr("It starts in the tray: the window opens when you ask for it.")
        return tr("It starts minimised: the window opens when you ask for it.")
