"""Notices as notifications of the system, while the window is not in front; a click opens them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.core.notices import NoticeGroup
from openeo_desktop.ui.look.icons import icon, status_icon
from openeo_desktop.ui.notices.notice_texts import notice_level, notice_text
from openeo_desktop.ui.tray.choices import wants_system_notices
from openeo_desktop.ui.tray.tray import Tray

if TYPE_CHECKING:
    from openeo_desktop.core.settings import Settings
    from openeo_desktop.services.notices import NoticesService

_MARKUP = str.maketrans({"<": "‹", ">": "›", "&": "＆"})
_STATUS = {
    "success": JobStatus.FINISHED,
    "error": JobStatus.ERROR,
    "warning": JobStatus.CANCELED,
}


class SystemNotices(QObject):
    """Tells through the tray what the service tells once; the card in the window is there too."""

    def __init__(
        self,
        notices: NoticesService,
        settings: Settings,
        tray: Tray,
        window: QWidget,
        open_group: Callable[[NoticeGroup], None],
    ) -> None:
        super().__init__(tray)
        self._settings = settings
        self._tray = tray
        self._window = window
        self._open = open_group
        self._last: NoticeGroup | None = None
        self.destroyed.connect(notices.told.connect(self._on_told))
        tray.message_clicked.connect(self._on_clicked)

    def _on_told(self, group: NoticeGroup) -> None:
        """What is before the person's eyes needs no second word."""
        if _is_in_front(self._window) or not wants_system_notices(self._settings):
            return
        self._last = group
        status = _STATUS.get(notice_level(group.notices), JobStatus.CANCELED)
        text = notification_text(notice_text(group.notices, away=group.away))
        self._tray.say("openEO Desktop", text, icon(status_icon(status), status.value))
        QApplication.alert(self._window)

    def _on_clicked(self) -> None:
        if self._last is not None:
            self._open(self._last)


def notification_text(text: str, platform: str = sys.platform) -> str:
    """Titles come from back-ends, and desktops of Linux may read a notification as markup."""
    return text.translate(_MARKUP) if platform.startswith("linux") else text


def _is_in_front(window: QWidget) -> bool:
    active = QApplication.activeWindow()
    return window.isVisible() and not window.isMinimized() and active is not None
