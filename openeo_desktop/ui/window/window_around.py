"""What is around the window of the running app: tray, notifications, closing, later starts."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog

from openeo_desktop.core.notices import NoticeGroup
from openeo_desktop.core.releases import Release
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.tray.choices import TRAY, wants_tray
from openeo_desktop.ui.tray.closing import Closing
from openeo_desktop.ui.tray.start_hidden import StartHidden
from openeo_desktop.ui.tray.system_notices import SystemNotices
from openeo_desktop.ui.tray.tray import Tray
from openeo_desktop.ui.window.first_start import FirstStart
from openeo_desktop.ui.window.session_end import session_end
from openeo_desktop.ui.window.summoning import Summoning, bring_to_front

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services
    from openeo_desktop.ui.window.main_window import MainWindow

SAVE_WITHIN = 2.0
"""Seconds that a log-out waits at most for the settings: systems wait about five."""


class WindowAround(QObject):
    """Made once by the composition root; the window itself knows nothing of it."""

    def __init__(
        self, application: QApplication, services: Services, spawn: Spawn, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self.summoning = Summoning(application, services, spawn, window)
        self.first_start = FirstStart(services, spawn, window)
        self.tray = Tray(services, spawn, window)
        self.closing = Closing(window, services.settings, self._has_tray, window.leave)
        window.on_close = self.closing.close
        self.notices = SystemNotices(
            services.notices, services.settings, self.tray, window, self._open_group
        )

        window.dialogs.setting_chosen.connect(self._on_setting_chosen)
        session_end().saving.connect(self._on_session_ends)
        self.destroyed.connect(services.updates.found.connect(self._on_update_found))

    def show(self, *, hidden: bool) -> None:
        """The first sight of the window; `hidden`: only the tray leads to it."""
        if not hidden:
            self._window.show()
            return
        wanted = wants_tray(self._services.settings)
        StartHidden(self._window, self.tray.look_again if wanted else None).begin()

    def shut_down(self) -> None:
        """The app ends: what is half written is remembered, and nothing listens any more."""
        open_ones = [box for box in self._window.findChildren(QDialog) if box.isVisible()]
        for dialog in open_ones:
            dialog.reject()
            if dialog.isVisible():  # it only stopped what it was doing
                dialog.done(QDialog.DialogCode.Rejected)
        self.tray.shut_down()

    def _on_session_ends(self) -> None:
        """The process may be ended before another second: what is only in memory is written now."""
        self._window.save_state()
        saving = self._services.lanes.store.submit(self._services.settings.save)
        with contextlib.suppress(TimeoutError):
            saving.result(SAVE_WITHIN)

    def _on_setting_chosen(self, key: str) -> None:
        if key == TRAY:
            self.tray.apply_settings()

    def _on_update_found(self, release: Release) -> None:
        from openeo_desktop.ui.updates.update_card import tell_of_update

        tell_of_update(release, self._services.updates, self._window)

    def _has_tray(self) -> bool:
        return self.tray.is_shown

    def _open_group(self, group: NoticeGroup) -> None:
        bring_to_front(self._window)
        self._window.notices.open_group(group)
