"""A card that names a back-end: title, address, version."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon, paint_icon, role_color


class _Mark(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(28, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self.rect(), Icon.BACK_END, role_color("accent"))


class BackEndCard(QFrame):
    """Elides long titles; shows the real host, so that one sees where a password goes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._title = ElidedLabel("", self, font=fonts.strong_font())
        middle = Qt.TextElideMode.ElideMiddle
        self._address = ElidedLabel("", self, mode=middle, muted=True)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._title)
        texts.addWidget(self._address)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(12)
        layout.addWidget(_Mark(self))
        layout.addLayout(texts, 1)

    def set_back_end(self, title: str, address: str, version: str) -> None:
        """Show a back-end; `version` is that of the openEO API, may be empty."""
        self._title.setText(title or address)
        shown = self.tr("{address}  ·  openEO API {version}") if version else "{address}"
        self._address.setText(shown.format(address=address, version=version))
