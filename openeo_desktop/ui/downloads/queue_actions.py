"""What is done with all downloads at once: pause, go on, clear, and how fast they may be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from openeo_desktop.core.downloads import DownloadState
from openeo_desktop.core.formatting import format_rate
from openeo_desktop.models.downloads_table import DownloadsTableModel
from openeo_desktop.services.download_slots import MOST_PER_HOST, PER_HOST
from openeo_desktop.services.downloads import LIMIT
from openeo_desktop.ui.kit.ask import dress_input
from openeo_desktop.ui.look.icons import Icon, icon

if TYPE_CHECKING:
    from openeo_desktop.core.settings import Settings
    from openeo_desktop.services.downloads import DownloadsService
    from openeo_desktop.services.spawner import Spawn

KIB = 1024
_RATES = (500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 20_000_000)
_MOST_KB = 10_000_000


class QueueActions(QObject):
    """QActions and the menu of limits; `follow` enables them as the queue is.

    Signals: `limits_changed()` by the person.
    """

    limits_changed = Signal()

    def __init__(
        self, pane: QWidget, service: DownloadsService, spawn: Spawn, settings: Settings
    ) -> None:
        super().__init__(pane)
        self._pane = pane
        self._service = service
        self._spawn = spawn
        self._settings = settings
        self.pause_all = self._action(self.tr("Pause all"), Icon.PAUSE, self._on_pause_all)
        self.resume_all = self._action(self.tr("Resume all"), Icon.START, self._on_resume_all)
        for action in (self.pause_all, self.resume_all):
            action.setVisible(False)
        self.limits = QMenu(pane)
        self.limits.setObjectName("limits_menu")
        self.limits.aboutToShow.connect(self._fill_limits)

    def follow(self, model: DownloadsTableModel) -> None:
        """One of the two makes sense: pausing while anything is on its way, else going on."""
        going, paused = model.queue.open > 0, model.count(DownloadState.PAUSED) > 0
        self.pause_all.setVisible(going)
        self.resume_all.setVisible(paused and not going)

    def limit(self) -> int:
        """Bytes per second, 0 for no limit."""
        return max(0, self._settings.get(LIMIT, 0)) * KIB

    def limit_text(self) -> str:
        """`No limit`, `2.0 MB/s`."""
        return rate_text(self.limit()) if self.limit() else self.tr("No limit")

    def _action(self, text: str, name: Icon, slot: Callable[[], None]) -> QAction:
        action = QAction(icon(name, "text"), text, self)
        action.triggered.connect(slot)
        return action

    def _on_pause_all(self) -> None:
        self._spawn(self._service.pause_all(), "pause all downloads")

    def _on_resume_all(self) -> None:
        self._spawn(self._service.resume_all(), "resume all downloads")

    def _fill_limits(self) -> None:
        """As it is now: another face of the app may have changed it."""
        self.limits.clear()
        # Not a section: a menu with a style sheet draws the line of it, but not its words.
        self.limits.addAction(self.tr("Speed of all downloads")).setEnabled(False)
        now = self._settings.get(LIMIT, 0)
        known = [0, *(round(rate / KIB) for rate in _RATES)]
        group = QActionGroup(self.limits)
        for value in sorted({*known, max(0, now)}):
            text = rate_text(value * KIB) if value else self.tr("No limit")
            self._check(self.limits, group, text, value == now, self._limiter(value))
        self.limits.addAction(self.tr("Other limit…")).triggered.connect(self._on_other)
        self.limits.addSeparator()
        self._fill_per_host(self.limits.addMenu(self.tr("Files at once per server")))

    def _fill_per_host(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        now = min(MOST_PER_HOST, max(1, self._settings.get(PER_HOST, 3)))
        for count in range(1, MOST_PER_HOST + 1):
            self._check(menu, group, f"{count}", count == now, self._per_host(count))

    def _check(
        self, menu: QMenu, group: QActionGroup, text: str, on: bool, slot: Callable[[], None]
    ) -> None:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(on)
        action.setActionGroup(group)
        action.triggered.connect(slot)

    def _limiter(self, kib: int) -> Callable[[], None]:
        return lambda: self._set_limit(kib)

    def _per_host(self, count: int) -> Callable[[], None]:
        return lambda: self._service.set_limits(per_host=count)

    def _set_limit(self, kib: int) -> None:
        self._service.set_limits(limit_kib_s=kib)
        self.limits_changed.emit()

    def _on_other(self) -> None:
        """A number of one's own, in kilobytes as the rates are shown."""
        dialog = QInputDialog(self._pane)
        dialog.setObjectName("limit_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Limit the speed"))
        dialog.setLabelText(self.tr("All downloads together, in KB per second (0: no limit):"))
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setIntRange(0, _MOST_KB)
        dialog.setIntStep(100)
        dialog.setIntValue(self.limit() // 1000)
        dialog.intValueSelected.connect(lambda number: self._set_limit(round(number * 1000 / KIB)))
        dress_input(dialog)
        dialog.open()


def rate_text(bytes_per_second: int) -> str:
    """As rates are shown everywhere; rounded to what the person chose."""
    return format_rate(round(bytes_per_second, -3))
