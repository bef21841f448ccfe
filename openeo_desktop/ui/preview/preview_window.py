"""A result file in a window of its own, with all tools of its kind.

Opens the file itself, so that it stays when the pane shows another job; lets go of it when closed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QVBoxLayout, QWidget

from openeo_desktop.core.errors import AppError, PreviewError
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.settings import Settings
from openeo_desktop.preview.values import PreviewKind
from openeo_desktop.ui.files.start_folder import start_folder
from openeo_desktop.ui.kit.buttons import icon_button
from openeo_desktop.ui.kit.dialog_geometry import remember_geometry, restore_geometry
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import PANE_SPACING
from openeo_desktop.ui.loop.while_there import while_there
from openeo_desktop.ui.preview.open_with_menu import OpenWithMenu
from openeo_desktop.ui.preview.viewer_host import ViewerHost

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from openeo_desktop.services.spawner import Spawn
    from openeo_desktop.ui.preview.open_with_tools import OpenWithTools
    from openeo_desktop.ui.preview.questions import OpenPreview, PreviewOpener
    from openeo_desktop.ui.preview.raster_workbench import RasterWorkbench

GEOMETRY_KEY = "preview.window"
_OPEN_WITH = "openeo_desktop.ui.preview.open_with_tools"
FOLDER_KEY = "preview.compare_folder"


class PreviewWindow(QWidget):
    """One file, large.

    Args:
        others: Gives (title, target) of what can be compared with it: other files of the job.

    Signals: `shown()`: the file, or why it is not shown, is on the screen.
    """

    shown = Signal()

    def __init__(
        self,
        previews: PreviewOpener,
        settings: Settings,
        spawn: Spawn,
        others: Callable[[], Sequence[tuple[str, Any]]] = tuple,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("preview_window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._previews = previews
        self._settings = settings
        self._spawn = while_there(self, spawn)
        self._others = others
        self._compared: list[OpenPreview] = []
        self._followed: QWidget | None = None
        self.open_with: OpenWithTools | None = None
        self._target: Any | None = None
        self._title = ""
        self.host = ViewerHost(previews, settings, spawn, self, large=True)
        self.host.further_modules = (_OPEN_WITH,)
        self.messages = MessageBar(self)
        self.other_button = icon_button(Icon.OPEN_EXTERNAL, self.tr("Open with"), self)
        self.other = OpenWithMenu(self.other_button, self._on_failed)
        self.host.head.addWidget(self.other_button, 0, Qt.AlignmentFlag.AlignRight)
        self.other_button.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PANE_SPACING, 12, PANE_SPACING, PANE_SPACING)
        layout.addWidget(self.messages)
        layout.addWidget(self.host)
        self._add_keys()
        self.host.action_triggered.connect(self._on_retry)
        self.host.opened.connect(self._on_opened)
        self.host.refused.connect(self._on_refused)
        if not restore_geometry(self, settings, GEOMETRY_KEY):
            self.resize(1180, 780)

    def show_target(self, target: Any, title: str) -> None:
        """Open a file and show it."""
        self._target, self._title = target, visible_text(title)
        self.other.path = target if isinstance(target, Path) else getattr(target, "path", None)
        self.messages.clear()
        self.setWindowTitle(self._title)
        self.host.show_target(target)

    def closeEvent(self, event: QCloseEvent) -> None:
        remember_geometry(self, self._settings, GEOMETRY_KEY)
        self.host.clear()
        self._let_go()
        super().closeEvent(event)

    def _let_go(self) -> None:
        for file in self._compared:
            file.close()
        self._compared.clear()

    def _on_opened(self, _file: object) -> None:
        self._let_go()
        viewer = self._workbench()
        self.other_button.setVisible(viewer is None)  # a raster has its own, with its variable
        if viewer is not None:
            viewer.saving.title = self._title
            if self._followed is not viewer:
                self._followed = viewer
                viewer.compare_requested.connect(self._ask_what_to_compare)
            self._tell_open_with(viewer)
            viewer.view.canvas.setFocus()
        self.shown.emit()

    def _workbench(self) -> RasterWorkbench | None:
        """The viewer if it is one for rasters. Imported here: the host loads it on a thread."""
        from openeo_desktop.ui.preview.raster_workbench import RasterWorkbench

        viewer = self.host.viewer
        return viewer if isinstance(viewer, RasterWorkbench) else None

    def _tell_open_with(self, viewer: RasterWorkbench) -> None:
        """Which file its other programs get: only one on this computer."""
        from openeo_desktop.ui.preview.open_with_tools import OpenWithTools

        if self.open_with is None:
            self.open_with = OpenWithTools(viewer, self._settings)
        self.open_with.set_file(self.other.path, self._title)

    def _on_refused(self, _error: AppError) -> None:
        """What cannot be shown here can be opened there."""
        self.other_button.show()
        self.shown.emit()

    def _on_failed(self, error: AppError) -> None:
        self.messages.show_error(error)

    def _on_retry(self) -> None:
        if self._target is not None:
            self.show_target(self._target, self._title)

    def compare_menu(self) -> QMenu:
        """What can be compared with: the job's other rasters, or a file."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for title, target in self._others():
            action = menu.addAction(visible_text(title).replace("&", "&&"))
            action.triggered.connect(self._comparer(target, title))
        if not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(self.tr("Another file…")).triggered.connect(self._choose_file)
        return menu

    def _ask_what_to_compare(self) -> None:
        at = self.cursor().pos()
        self.compare_menu().popup(at)

    def _comparer(self, target: Any, title: str) -> Callable[[], None]:
        def compare() -> None:
            self._spawn(self._compare(target, title), "open the raster to compare with")

        return compare

    def _choose_file(self) -> None:
        folder = start_folder(self._settings.get(FOLDER_KEY, ""))
        dialog = QFileDialog(self, self.tr("Compare with"), folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        rasters = self.tr("Rasters (*.tif *.tiff *.nc *.png *.jp2 *.jpg)")
        dialog.setNameFilters([rasters, self.tr("All files (*)")])
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_file_selected(self, name: str) -> None:
        path = Path(name)
        self._settings.set(FOLDER_KEY, str(path.parent))
        self._spawn(self._compare(path, path.name), "open the raster to compare with")

    async def _compare(self, target: Any, title: str) -> None:
        viewer = self._workbench()
        if viewer is None:
            return
        try:
            file = await self._previews.open(target)
            if file.opened.kind is not PreviewKind.RASTER:
                file.close()
                raise PreviewError("This file is no raster.", "Choose one to compare with.")
        except AppError as error:
            viewer.show_failure(error)
            return
        self._let_go()
        self._compared.append(file)
        viewer.compare_with(file, title)

    def _add_keys(self) -> None:
        for keys, slot in (
            (QKeySequence(QKeySequence.StandardKey.Close), self.close),
            (QKeySequence(Qt.Key.Key_F11), self._on_full_screen),
        ):
            action = QAction(self)
            action.setShortcut(keys)
            action.triggered.connect(slot)
            self.addAction(action)

    def _on_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
