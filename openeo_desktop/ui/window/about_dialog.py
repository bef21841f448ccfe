"""About openEO Desktop: version, licences of what it is made of, where the data is."""

from __future__ import annotations

import importlib.metadata
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

import openeo_desktop
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.ui.errors.bug_report import version_lines
from openeo_desktop.ui.kit.buttons import outlined_button
from openeo_desktop.ui.kit.card import Card
from openeo_desktop.ui.kit.key_value_grid import KeyValue, KeyValueGrid
from openeo_desktop.ui.kit.labels import ElidedLabel, MutedLabel, TitleLabel
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.look.icons import Icon, app_icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING, PANE_SPACING
from openeo_desktop.ui.loop.background import BackgroundCalls
from openeo_desktop.ui.window.licences_dialog import LicencesDialog


class Part(NamedTuple):
    """A library the app stands on."""

    name: str
    licence: str
    distribution: str


PARTS = (
    Part("Qt for Python (PySide6)", "LGPL-3.0", "PySide6-Essentials"),
    Part("Requests", "Apache-2.0", "requests"),
    Part("urllib3", "MIT", "urllib3"),
    Part("keyring", "MIT", "keyring"),
    Part("platformdirs", "MIT", "platformdirs"),
    Part("qasync", "BSD-2-Clause", "qasync"),
    Part("rasterio, GDAL", "BSD-3-Clause, MIT", "rasterio"),
    Part("NumPy", "BSD-3-Clause", "numpy"),
    Part("pyqtgraph", "MIT", "pyqtgraph"),
    Part("QtAwesome, Phosphor icons", "MIT", "QtAwesome"),
)


def installed_versions() -> dict[str, str]:
    """Version per distribution of `PARTS`; reads package metadata, so better not while painting."""
    versions = {}
    for part in PARTS:
        try:
            versions[part.distribution] = importlib.metadata.version(part.distribution)
        except importlib.metadata.PackageNotFoundError:
            versions[part.distribution] = ""
    return versions


class AboutDialog(QDialog):
    """Not modal. Whoever opens it deletes it.

    Args:
        paths: Where history and settings are, None to leave that out.
        parent: The window it belongs to.
    """

    def __init__(self, paths: AppPaths | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data_folder = None if paths is None else paths.data
        self.setObjectName("aboutDialog")
        self.setWindowTitle(self.tr("About openEO Desktop"))
        self._grid = KeyValueGrid(self)
        self._show_parts({})
        self._lay_out()
        BackgroundCalls(self).call(installed_versions, self._show_parts)

    def copy_versions(self) -> None:
        """Put all versions on the clipboard, for a support request."""
        copy_to_clipboard(version_lines())
        self._copy.setText(self.tr("Copied"))

    def parts(self) -> tuple[KeyValue, ...]:
        """What is shown of the libraries."""
        return self._grid.rows()

    def _show_parts(self, versions: dict[str, str]) -> None:
        rows = []
        for part in PARTS:
            version = versions.get(part.distribution, "")
            rows.append(KeyValue(part.name, f"{version}  ·  {part.licence}".lstrip(" ·")))
        self._grid.set_rows(rows)

    def _on_open_folder(self) -> None:
        if self._data_folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._data_folder)))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PANE_SPACING, PANE_SPACING, PANE_SPACING, PANE_SPACING)
        layout.setSpacing(GROUP_SPACING)
        layout.addLayout(self._head())
        words = self.tr(
            "Runs openEO batch jobs on every back-end you have an account with: lists, starts, "
            "watches, downloads, also without a network. Free software under the Apache License "
            "2.0, without any warranty."
        )
        layout.addWidget(MutedLabel(words, self, wrap=True))
        card = Card(self.tr("Made with"), self)
        card.body.addWidget(self._grid)
        layout.addWidget(card)
        if self._data_folder is not None:
            layout.addLayout(self._folder_row(self._data_folder))
        layout.addStretch(1)
        layout.addLayout(self._buttons())
        self.resize(520, 540)

    def _head(self) -> QHBoxLayout:
        mark = QLabel(self)
        mark.setPixmap(app_icon().pixmap(56, 56))
        mark.setAccessibleName(self.tr("Icon of openEO Desktop"))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addStretch(1)
        texts.addWidget(TitleLabel("openEO Desktop", self))
        version = self.tr("Version {version}").format(version=openeo_desktop.__version__)
        texts.addWidget(MutedLabel(version, self))
        texts.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(mark)
        row.addLayout(texts, 1)
        return row

    def _folder_row(self, folder: Path) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(MutedLabel(self.tr("Data folder"), self))
        row.addWidget(ElidedLabel(str(folder), self, mode=Qt.TextElideMode.ElideMiddle), 1)
        button = outlined_button(self.tr("&Open folder"), Icon.FOLDER_OPEN, self)
        button.clicked.connect(self._on_open_folder)
        row.addWidget(button)
        return row

    def _buttons(self) -> QHBoxLayout:
        self._copy = outlined_button(self.tr("&Copy versions"), Icon.COPY, self)
        self._copy.setObjectName("copyVersionsButton")
        self._copy.clicked.connect(self.copy_versions)
        close = outlined_button(self.tr("Close"), None, self)
        close.setDefault(True)
        close.setFocus()  # else the first version number has it, as it can be selected
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        self.licences_button = outlined_button(self.tr("&Licences…"), Icon.ASSET_TEXT, self)
        self.licences_button.clicked.connect(self._on_licences_wanted)
        row.addWidget(self._copy)
        row.addWidget(self.licences_button)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _on_licences_wanted(self) -> None:
        dialog = LicencesDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
