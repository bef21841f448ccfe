"""The preview of the chosen file: text, JSON, a picture, or a sentence why there is none.

Small things are read on a thread, rasters and the like through `ui.preview`, which is imported when
the first of them is shown; the latest choice wins. What is not on this computer is offered to be
fetched; the area itself asks no back-end.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from openeo_desktop.core.assets import Asset
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.ui.editor.json_editor import JsonEditor
from openeo_desktop.ui.kit.buttons import icon_button
from openeo_desktop.ui.kit.empty_state import EmptyState
from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import LINE_SPACING
from openeo_desktop.ui.loop.background import BackgroundCalls
from openeo_desktop.ui.results.preview_load import (
    JsonPreview,
    NoPreview,
    PicturePreview,
    Preview,
    TextPreview,
    load_preview,
)
from openeo_desktop.ui.results.preview_picture import PictureView

if TYPE_CHECKING:
    from openeo_desktop.core.settings import Settings
    from openeo_desktop.services.spawner import Spawn
    from openeo_desktop.ui.preview.open_with_menu import OpenWithMenu
    from openeo_desktop.ui.preview.viewer_host import ViewerHost

HEIGHT = 220
VIEWER_HEIGHT = 300
_HOST = "openeo_desktop.ui.preview.viewer_host"


class PreviewArea(QWidget):
    """Shows one file at a time.

    Signals:
        fetch_requested(str): The person wants to see the asset of that key, which is not here.
        enlarge_requested(): The person wants to see the file in a window of its own.
        closed(): The person wants no previews.
        shown(): A file, or why it is not shown, is on the screen.
        refused(): A file of a kind that has a viewer cannot be shown.
    """

    fetch_requested = Signal(str)
    enlarge_requested = Signal()
    closed = Signal()
    shown = Signal()
    refused = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        previews: Any = None,
        settings: Settings | None = None,
        spawn: Spawn | None = None,
    ) -> None:
        super().__init__(parent)
        self._previews, self._settings, self._spawn = previews, settings, spawn
        self.host: ViewerHost | None = None
        self.other: OpenWithMenu | None = None
        self.setObjectName("asset_preview")
        self.setAccessibleName(self.tr("Preview of the chosen file"))
        self.setMaximumHeight(HEIGHT)
        self._seen: tuple[str, Path | None, str] | None = None
        self._asset_key = ""
        self._target: Any = None
        self._calls = BackgroundCalls(self)
        self._name = ElidedLabel(
            "", self, mode=Qt.TextElideMode.ElideMiddle, font=fonts.strong_font()
        )
        self.note = ElidedLabel("", self, muted=True)
        self.pages = QStackedWidget(self)
        self.message = EmptyState(parent=self.pages)
        self.text = self._make_text()
        self.json = JsonEditor(self.pages, read_only=True)
        self.json.setAccessibleName(self.tr("Preview as JSON"))
        self.json.setAccessibleDescription("")
        self.picture = PictureView(self.pages)
        for page in (self.message, self.text, self.json, self.picture):
            self.pages.addWidget(page)
        self._lay_out()

    def sizeHint(self) -> QSize:
        return QSize(320, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Next to nothing: it must not keep the pane from being made low."""
        return QSize(120, 0)

    def show_asset(self, asset: Asset, path: Path | None, why_not: str = "") -> None:
        """Show a file.

        Args:
            path: Where it is; None if it is not on this computer.
            why_not: Why it cannot be fetched now; empty if it can.
        """
        seen = (asset.key, path, why_not)
        if seen == self._seen:
            return
        self._seen, self._asset_key = seen, asset.key
        self._name.setText(visible_text(asset.key))
        self.note.setText("")
        self._leave_host()
        if path is None:
            self._calls.drop()
            self._offer(why_not)
            return
        self.message.set_loading(self.tr("Reading the file…"))
        self.pages.setCurrentWidget(self.message)
        self._calls.call(lambda: load_preview(asset, path), self._show)

    def show_target(self, asset: Asset, target: Any, seen: Path | None, why_not: str = "") -> None:
        """Show a file of a kind that has a viewer.

        Args:
            target: What `services.previews` opens.
            seen: Where it is; None while it is on the server.
            why_not: Why it cannot be fetched as a whole if it cannot be shown from there.
        """
        if self._seen == (asset.key, seen, why_not) and self.enlarge.isVisibleTo(self):
            return
        self._seen, self._asset_key = (asset.key, seen, why_not), asset.key
        self._name.setText(visible_text(asset.key))
        self.note.setText("")
        self.setMaximumHeight(VIEWER_HEIGHT)
        self.enlarge.show()
        if self.host is None:
            self.message.set_loading(self.tr("Reading the file…"))
            self.pages.setCurrentWidget(self.message)
        self._calls.call(
            lambda: importlib.import_module(_HOST),
            lambda _module: self._view(target, seen, why_not),
        )

    def _view(self, target: Any, seen: Path | None, why_not: str) -> None:
        host = self.host or self._make_host()
        fetched = self.tr("Fetch and show") if seen is None and not why_not else ""
        host.action_text = fetched if seen is None else self.tr("Try again")
        host.other_text = fetched if seen is None else self.tr("Open with")
        self._target = target
        self.pages.setCurrentWidget(host)
        host.show_target(target)

    def _make_host(self) -> ViewerHost:
        from openeo_desktop.ui.preview.viewer_host import ViewerHost

        assert self._settings is not None
        assert self._spawn is not None
        host = ViewerHost(self._previews, self._settings, self._spawn, self.pages, large=False)
        host.action_triggered.connect(self._on_host_action)
        host.opened.connect(self.shown)
        host.refused.connect(self.shown)
        host.refused.connect(lambda _error: self.refused.emit())
        self.pages.addWidget(host)
        self.host = host
        return host

    def _on_host_action(self) -> None:
        path = self._seen[1] if self._seen is not None else None
        if self.host is None or path is None:
            self.fetch_requested.emit(self._asset_key)
        elif self.host.again:
            self.host.show_target(self._target)
        else:
            self._offer_programs(self.host.message, path)

    def _offer_programs(self, message: EmptyState, path: Path) -> None:
        """What cannot be shown here, however often, can be opened there."""
        from openeo_desktop.ui.preview.open_with_menu import OpenWithMenu

        if self.other is None:
            self.other = OpenWithMenu(
                message.button,
                lambda error: message.set_state(
                    Icon.ERROR, error.message, error.hint, self.tr("Open with"), role="error"
                ),
            )
        self.other.path = path
        self.other.menu.popup(message.button.mapToGlobal(message.button.rect().bottomLeft()))

    def _leave_host(self) -> None:
        self.setMaximumHeight(HEIGHT)
        self.enlarge.hide()
        if self.host is not None:
            self.host.clear()

    def clear(self) -> None:
        """Hold no file any more."""
        self._calls.drop()
        self._leave_host()
        self._seen = None
        self.picture.set_image(type(self.picture.image)(), "")
        self.text.clear()

    def _offer(self, why_not: str) -> None:
        title = self.tr("Not on this computer yet")
        action = None if why_not else self.tr("Fetch and show")
        self.message.set_state(Icon.CLOUD, title, why_not, action)
        self.pages.setCurrentWidget(self.message)
        self.shown.emit()

    def _show(self, preview: Preview) -> None:
        match preview:
            case NoPreview(reason):
                self.message.set_state(Icon.HIDE, self.tr("No preview"), reason, None)
                self.pages.setCurrentWidget(self.message)
            case TextPreview(text, note):
                self.text.setPlainText(text)
                self.note.setText(note)
                self.pages.setCurrentWidget(self.text)
            case JsonPreview(text, note):
                self.json.set_text(text)
                self.note.setText(note)
                self.pages.setCurrentWidget(self.json)
            case PicturePreview(image, note):
                self.picture.set_image(image, visible_text(self._asset_key))
                self.note.setText(note)
                self.pages.setCurrentWidget(self.picture)
        self.shown.emit()

    def _make_text(self) -> QPlainTextEdit:
        view = QPlainTextEdit(self.pages)
        view.setReadOnly(True)
        view.setTabChangesFocus(True)
        view.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        view.setFont(fonts.fixed_font())
        view.setAccessibleName(self.tr("Preview as text"))
        return view

    def _lay_out(self) -> None:
        self.enlarge = icon_button(Icon.ENLARGE, self.tr("Open in a window of its own"), self)
        self.enlarge.clicked.connect(self.enlarge_requested)
        self.enlarge.hide()
        close = icon_button(Icon.CLEAR, self.tr("Hide previews"), self)
        close.clicked.connect(self.closed)
        self.message.action_triggered.connect(lambda: self.fetch_requested.emit(self._asset_key))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name, 2)
        head.addWidget(self.note, 1)
        head.addWidget(self.enlarge)
        head.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(LINE_SPACING)
        layout.addLayout(head)
        layout.addWidget(self.pages, 1)
