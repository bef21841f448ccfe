"""What is around the window of the running app: tray, notifications, closing, later starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from openeo_desktop.core.notices import NoticeGroup
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.tray.choices import TRAY, wants_tray
from openeo_desktop.ui.tray.closing import Closing
from openeo_desktop.ui.tray.start_hidden import StartHidden
from openeo_desktop.ui.tray.system_notices import SystemNotices
from openeo_desktop.ui.tray.tray import Tray
from openeo_desktop.ui.window.first_start import FirstStart
from openeo_desktop.ui.window.summoning import Summoning, bring_to_front

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services
    from openeo_desktop.ui.window.main_window import MainWindow


class WindowAround(QObject):
    """Made once by the composition root; the window itself knows nothing of it."""

    def __init__(
        self, application: QApplication, services: Services, spawn: Spawn, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = services.settings
        self.summoning = Summoning(application, window)
        self.first_start = FirstStart(services, spawn, window)
        self.tray = Tray(services, spawn, window)
        self.closing = Closing(window, services.settings, self._has_tray, window.leave)
        window.on_close = self.closing.close
        self.notices = SystemNotices(
            services.notices, services.settings, self.tray, window, self._open_group
        )

        window.dialogs.setting_chosen.connect(self._on_setting_chosen)

    def show(self, *, hidden: bool) -> None:
        """The first sight of the window; `hidden`: only the tray leads to it."""
        if not hidden:
            self._window.show()
            return
        wanted = wants_tray(self._settings)
        StartHidden(self._window, self.tray.look_again if wanted else None).begin()

    def shut_down(self) -> None:
        """The app ends."""
        self.tray.shut_down()

    def _on_setting_chosen(self, key: str) -> None:
        if key == TRAY:
            self.tray.apply_settings()

    def _has_tray(self) -> bool:
        return self.tray.is_shown

    def _open_group(self, group: NoticeGroup) -> None:
        bring_to_front(self._window)
        self._window.notices.open_group(group)
