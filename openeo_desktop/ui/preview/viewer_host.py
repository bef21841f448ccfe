"""A place for one file: opens it, shows the widget of its kind, lets go of it; latest wins.

Which widget: `viewers`. What is shown where: the results pane (small) and `preview_window` (large).
"""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from openeo_desktop.core.errors import AppError, PreviewAgainError, PreviewError
from openeo_desktop.core.formatting import format_size
from openeo_desktop.core.settings import Settings
from openeo_desktop.ui.kit.empty_state import EmptyState
from openeo_desktop.ui.kit.labels import MutedLabel
from openeo_desktop.ui.kit.numbers import count_text
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import LINE_SPACING
from openeo_desktop.ui.loop.background import BackgroundCalls
from openeo_desktop.ui.loop.while_there import while_there
from openeo_desktop.ui.preview.view_switch import FileView, ViewSwitch
from openeo_desktop.ui.preview.viewers import clear_viewer, has_widget, make_viewer, module_of

if TYPE_CHECKING:
    from openeo_desktop.preview.values import PreviewKind
    from openeo_desktop.services.spawner import Spawn
    from openeo_desktop.ui.preview.questions import OpenPreview, PreviewOpener


class ViewerHost(QWidget):
    """Attributes:
        viewer: The widget that shows the file; None while there is none.
        head: Above the file: the ways to look at it; there is room for more at its end.
        again: Whether what was refused last may be shown at the next attempt.
        action_text: What the button of a refusal says if so.
        other_text: What it says if not; empty for no button.
        further_modules: What else is imported on the thread before `opened` is emitted.

    Signals:
        opened(object): The file is open and its viewer is there.
        refused(AppError): It is not, and why; the host says so as well.
        action_triggered(): The button of the refusal was pressed (see `again`).
    """

    opened = Signal(object)
    refused = Signal(object)
    action_triggered = Signal()

    def __init__(
        self,
        previews: PreviewOpener,
        settings: Settings,
        spawn: Spawn,
        parent: QWidget | None = None,
        *,
        large: bool,
    ) -> None:
        super().__init__(parent)
        self._previews = previews
        self._settings = settings
        self._all_spawn = spawn
        self._spawn = while_there(self, spawn)
        self._large = large
        self._calls = BackgroundCalls(self)
        self._task: asyncio.Task[None] | None = None
        self._made: dict[PreviewKind, Any] = {}
        self._disconnect: Callable[[], object] = lambda: None
        self.file: OpenPreview | None = None
        self.viewer: Any = None
        self.further_modules: tuple[str, ...] = ()
        self.again = True
        self.action_text, self.other_text = self.tr("Try again"), ""
        self.message = EmptyState(parent=self)
        self.message.action_triggered.connect(self.action_triggered)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.message)
        self.switch = ViewSwitch(settings, self)
        self.switch.chosen.connect(self._on_way_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(LINE_SPACING)
        self.head = QHBoxLayout()
        self.head.addWidget(self.switch, 1)
        layout.addLayout(self.head)
        layout.addWidget(self.pages, 1)
        self.fetched = MutedLabel("", self)
        self.fetched.hide()
        layout.addWidget(self.fetched)

    def show_target(self, target: Any) -> None:
        """Open a file and show it; what is shown now goes."""
        self.clear()
        self.message.set_loading(self.tr("Opening the file…"))
        self.pages.setCurrentWidget(self.message)
        self._task = self._spawn(self._open(target), "open the preview")

    def clear(self) -> None:
        """Hold no file any more."""
        self._calls.drop()
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if self.viewer is not None:
            clear_viewer(self.viewer)
        self.viewer = None
        self.switch.hide()
        self.fetched.hide()
        if self.file is not None:
            self._disconnect()
            self.file.close()
        self.file = None

    async def _open(self, target: Any) -> None:
        try:
            file = await self._previews.open(target)
            if not has_widget(file.opened.kind):
                file.close()
                raise PreviewError(
                    "This kind of file cannot be shown here.", "Open it with another program."
                )
        except AppError as error:
            self._refuse(error)
            return
        self.file = file
        self._count(file)
        kind = self.switch.wanted(file.opened)
        self.switch.set_ways(file.opened, kind)
        await self._look(file, kind)

    async def _look(self, file: OpenPreview, kind: PreviewKind) -> None:
        """Show an open file in this way."""
        view: Any = file
        if kind is not file.opened.kind:
            try:
                view = FileView(file, await file.view(kind))
            except AppError as error:
                self._refuse(error)
                return
        modules = (module_of(kind, large=self._large), *self.further_modules)
        self._calls.call(
            lambda: [importlib.import_module(name) for name in modules],
            lambda _modules: self._show(file, view),
        )

    def _on_way_chosen(self, kind: PreviewKind) -> None:
        if self.file is not None:
            self._spawn(self._look(self.file, kind), "open the preview")

    def _show(self, file: OpenPreview, view: Any) -> None:
        """Two steps with a breath between them: together they would hold the window too long."""
        self.viewer = self._viewer(view.opened.kind)
        QTimer.singleShot(0, self, lambda: self._fill(file, view))

    def _fill(self, file: OpenPreview, view: Any) -> None:
        viewer = self.viewer
        if file is not self.file or viewer is None:
            return  # left meanwhile
        viewer.show_opened(view)
        self.pages.setCurrentWidget(viewer)
        self.opened.emit(file)

    def _count(self, file: OpenPreview) -> None:
        """Tell how much of a file that is on a server was fetched."""
        changed = getattr(file, "fetched_changed", None)
        if changed is not None:
            self._disconnect = changed.connect(self._on_fetched)
            self._on_fetched(getattr(file, "fetched", None))

    def _on_fetched(self, fetched: Any) -> None:
        if fetched is None:
            return
        words = self.tr("{size} of the file fetched, in {count} requests")
        self.fetched.setText(
            words.format(size=format_size(fetched.bytes), count=count_text(fetched.requests))
        )
        self.fetched.setVisible(fetched.requests > 0)

    def _viewer(self, kind: PreviewKind) -> Any:
        """One of each kind is kept: the next file of the kind needs no new one."""
        if kind not in self._made:
            viewer = make_viewer(
                kind, self._settings, self._all_spawn, self.pages, large=self._large
            )
            self.pages.addWidget(viewer)
            self._made[kind] = viewer
        return self._made[kind]

    def _refuse(self, error: AppError) -> None:
        self.again = isinstance(error, PreviewAgainError) or not isinstance(error, PreviewError)
        words = (self.action_text if self.again else self.other_text) or None
        self.message.set_state(Icon.ERROR, error.message, error.hint, words, role="error")
        self.refused.emit(error)
