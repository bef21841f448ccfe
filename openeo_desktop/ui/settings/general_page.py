"""General: colours, language, tray, closing, starting with the computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QCheckBox, QSystemTrayIcon, QWidget

from openeo_desktop.services.autostart import make_autostart
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.look.chosen_scheme import SCHEME, chosen_scheme
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.languages import LANGUAGE, LANGUAGES, SYSTEM
from openeo_desktop.ui.look.theme import apply_theme
from openeo_desktop.ui.settings.autostart_switch import AutostartSwitch
from openeo_desktop.ui.settings.settings_page import SettingsPage, tr, why_off
from openeo_desktop.ui.tray.choices import CLOSE, TRAY, OnClose

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services


class GeneralPage(SettingsPage):
    """Colours change at once; what needs a tray says so where there is none."""

    def __init__(
        self,
        services: Services,
        spawn: Spawn,
        parent: QWidget,
        exact_times: QAction | None = None,
    ) -> None:
        super().__init__(tr("General"), Icon.SETTINGS, services.settings, parent)
        self._exact_times = exact_times
        self._make_look()
        self._make_window()
        self.autostart = AutostartSwitch(
            make_autostart(services.paths), services.lanes.files, spawn, self
        )
        self.autostart.add_to(self._window_card)
        self.chosen.connect(self._on_chosen)
        self.follow()

    def follow(self) -> None:
        if self._exact_times is not None:
            self.times.setChecked(self._exact_times.isChecked())
        at = self.on_close.findData(self.settings.get(CLOSE, OnClose.ASK.value))
        self.on_close.setCurrentIndex(max(0, at))
        has_tray = QSystemTrayIcon.isSystemTrayAvailable()
        none = "" if has_tray else tr("This system shows no tray to apps.")
        why_off(self.tray, none)
        hidden = "" if self.tray.isChecked() else tr("Show the icon in the tray first.")
        why_off(self.on_close, none or hidden)
        self.no_tray.setText(
            none and tr("This system shows no tray to apps: closing ends the app.")
        )
        self.no_tray.setVisible(bool(none))
        self.autostart.follow(in_tray=has_tray and self.tray.isChecked())

    def _make_look(self) -> None:
        card = self.card(tr("Look"))
        options = (("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark")))
        self.scheme = self.choice(SCHEME, options, "system")
        card.row(tr("&Colours"), self.scheme)
        languages = ((SYSTEM, tr("As the system")), *LANGUAGES.items())
        self.language = self.choice(LANGUAGE, languages, SYSTEM)
        card.row(tr("L&anguage"), self.language)
        card.hint(tr("Another language is spoken from the next start of the app."))
        self.times = QCheckBox(tr("Show e&xact times in the table of jobs"), self)
        self.times.toggled.connect(self._on_times_toggled)
        self.times.setVisible(self._exact_times is not None)
        card.whole(self.times)
        if self._exact_times is not None:
            self._exact_times.toggled.connect(self.times.setChecked)

    def _make_window(self) -> None:
        card = self._window_card = self.card(tr("Window"))
        self.tray = self.switch(TRAY, tr("Show an &icon in the tray"), default=True)
        card.whole(self.tray)
        options = (
            (OnClose.ASK.value, tr("ask")),
            (OnClose.HIDE.value, tr("keep running in the tray")),
            (OnClose.QUIT.value, tr("quit")),
        )
        self.on_close = self.choice(CLOSE, options, OnClose.ASK.value)
        card.row(tr("When the window is c&losed"), self.on_close)
        self.no_tray = card.hint("")

    def _on_times_toggled(self, on: bool) -> None:
        """The same switch as in the View menu: it is used, not copied."""
        if self._exact_times is not None and self._exact_times.isChecked() != on:
            self._exact_times.trigger()

    def _on_chosen(self, key: str) -> None:
        application = QApplication.instance()
        if key == SCHEME and isinstance(application, QApplication):
            apply_theme(application, chosen_scheme(self.settings))
        self.follow()
