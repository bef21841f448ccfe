"""The title bar of a dock: its name, and named buttons to float and to close it.

Qt's own title bar under a style sheet clips its text and draws its buttons at 10 px.
"""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QWidget

from openeo_desktop.ui.kit.buttons import icon_button
from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon


class DockTitle(QWidget):
    """Puts itself on `dock` (`setTitleBarWidget`); dragging it moves the dock as usual."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self._dock = dock
        self._title = ElidedLabel(dock.windowTitle(), self, font=fonts.strong_font())
        self._float = icon_button(Icon.OPEN_EXTERNAL, "", self)
        self._float.clicked.connect(self._on_float_clicked)
        self._close = icon_button(Icon.CLOSE, self.tr("Hide %s") % dock.windowTitle(), self)
        self._close.clicked.connect(dock.close)
        dock.windowTitleChanged.connect(self._title.setText)
        dock.topLevelChanged.connect(self._on_top_level_changed)
        dock.featuresChanged.connect(self._follow_features)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 6, 2)
        row.setSpacing(2)
        row.addWidget(self._title, 1)
        row.addWidget(self._float)
        row.addWidget(self._close)
        self._on_top_level_changed(dock.isFloating())
        self._follow_features()
        dock.setTitleBarWidget(self)

    @Slot()
    def _on_float_clicked(self) -> None:
        self._dock.setFloating(not self._dock.isFloating())

    @Slot(bool)
    def _on_top_level_changed(self, floating: bool) -> None:
        name = self._dock.windowTitle()
        text = self.tr("Put %s back into the window") if floating else self.tr("Detach %s")
        self._float.setToolTip(text % name)
        self._float.setAccessibleName(text % name)

    @Slot()
    def _follow_features(self) -> None:
        features = self._dock.features()
        wanted = QDockWidget.DockWidgetFeature
        self._float.setVisible(bool(features & wanted.DockWidgetFloatable))
        self._close.setVisible(bool(features & wanted.DockWidgetClosable))
