"""«Download to…»: where files go, with what is needed and what is free said beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from openeo_desktop.core.assets import Asset
from openeo_desktop.core.errors import InputError
from openeo_desktop.core.jobs import Job
from openeo_desktop.core.paths import expanded
from openeo_desktop.services.result_folder import FOLDER_TEMPLATE, check_template, job_folder
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.downloads.download_texts import need_text, space_text, too_little
from openeo_desktop.ui.kit.buttons import outlined_button, primary_button
from openeo_desktop.ui.kit.labels import ElidedLabel, MutedLabel, plain_label
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING, LINE_SPACING, PANE_SPACING
from openeo_desktop.ui.loop.while_there import while_there

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services

WIDTH = 560
FOLDER, TEMPLATE = "downloads/folder", "downloads/folder_template"
LAST, OWN_FOLDER = "downloads/last_folder", "downloads/last_own_folder"
REST_MS = 200


class DownloadDialog(QDialog):
    """Signals: `chosen(Path)` the folder for the files, after which it closes."""

    chosen = Signal(object)

    def __init__(
        self,
        services: Services,
        spawn: Spawn,
        job: Job,
        assets: Sequence[Asset],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._settings = services.settings
        self._spawn = while_there(self, spawn)
        self._job = job
        self._assets = tuple(assets)
        self._free: int | None = None
        self._measured = ""
        self.setObjectName("download_dialog")
        self.setWindowTitle(self.tr("Download"))
        self._make_widgets()
        self._lay_out()
        self._fill()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._measure)
        for line in (self.root, self.template):
            line.textChanged.connect(self._on_changed)
        self.own_folder.toggled.connect(self._on_changed)
        self.choose_button.clicked.connect(self._on_choose)
        self.download_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self._follow()
        self._measure()
        self.resize(WIDTH, self.sizeHint().height())

    def folder(self) -> Path | None:
        """Where the files would go; None while what is typed cannot be used."""
        text = self.root.text().strip()
        root = expanded(Path(text)) if text else None
        if root is None or not root.is_absolute():
            return None
        if not self.own_folder.isChecked():
            return root
        try:
            check_template(self.template.text())
        except InputError:
            return None
        account = self._services.accounts.account(self._job.account_id)
        return job_folder(root, account.title if account else "", self._job, self.template.text())

    def accept(self) -> None:
        """Remember the choice and go."""
        folder = self.folder()
        if folder is None or not self.download_button.isEnabled():
            return
        self._settings.set(LAST, self.root.text().strip())
        self._settings.set(OWN_FOLDER, self.own_folder.isChecked())
        if self.always.isChecked() and self.own_folder.isChecked():
            self._settings.set(FOLDER, self.root.text().strip())
            self._settings.set(TEMPLATE, self.template.text().strip())
        self.chosen.emit(folder)
        super().accept()

    def _fill(self) -> None:
        usual = self._services.downloads.root
        self.root.setText(self._settings.get(LAST, "") or str(usual))
        self.template.setText(self._settings.get(TEMPLATE, "") or FOLDER_TEMPLATE)
        self.own_folder.setChecked(self._settings.get(OWN_FOLDER, True))

    def _on_changed(self) -> None:
        self._follow()
        self._rest.start()

    def _follow(self) -> None:
        folder = self.folder()
        self.template.setEnabled(self.own_folder.isChecked())
        self.always.setEnabled(self.own_folder.isChecked())
        self.download_button.setEnabled(folder is not None and not self._is_too_little())
        self.target.setText(str(folder) if folder is not None else self._why_not())
        needed = too_little(self._assets, self._free)
        self.space.setText(space_text(self._free))
        if needed:
            self.messages.show_message("warning", needed)
        else:
            self.messages.clear()

    def _is_too_little(self) -> bool:
        return bool(too_little(self._assets, self._free))

    def _why_not(self) -> str:
        if not expanded(Path(self.root.text().strip())).is_absolute():
            return self.tr("Choose a folder.")
        return self.tr("Folder names may hold {back_end}, {title}, {id} and {date}.")

    def _measure(self) -> None:
        """Not on this thread: a folder on the network may take its time."""
        folder = self.folder()
        if folder is not None and str(folder) != self._measured:
            self._measured = str(folder)
            self._spawn(self._ask_free(folder), "look for free space")

    async def _ask_free(self, folder: Path) -> None:
        free = await self._services.downloads.free_space(folder)
        if str(folder) == self._measured and self.isVisible():
            self._free = free
            self._follow()

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Download to folder"), self.root.text())
        dialog.setObjectName("download_to")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.root.setText)
        dialog.open()

    def _make_widgets(self) -> None:
        self.heading = plain_label(need_text(self._assets), self)
        self.root = QLineEdit(self)
        self.root.setAccessibleName(self.tr("Folder"))
        self.choose_button = outlined_button(self.tr("Choose…"), Icon.FOLDER_OPEN, self)
        self.own_folder = QCheckBox(self.tr("In a folder of its own, &named:"), self)
        self.template = QLineEdit(self)
        self.template.setAccessibleName(self.tr("Name of the job's folder"))
        self.template.setToolTip(self.tr("May hold {back_end}, {title}, {id} and {date}."))
        self.target = ElidedLabel("", self, mode=Qt.TextElideMode.ElideMiddle, muted=True)
        self.target.setObjectName("target_folder")
        self.space = MutedLabel("", self)
        self.always = QCheckBox(self.tr("Use this for &every download from now on"), self)
        self.messages = MessageBar(self, closable=False)
        self.download_button = primary_button(self.tr("Download"), Icon.DOWNLOAD, self)
        self.download_button.setDefault(True)
        self.cancel_button = outlined_button(self.tr("Cancel"), None, self)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(LINE_SPACING)
        grid.addWidget(plain_label(self.tr("Folder"), self), 0, 0)
        grid.addWidget(self.root, 0, 1)
        grid.addWidget(self.choose_button, 0, 2)
        grid.addWidget(self.own_folder, 1, 1, 1, 2)
        grid.addWidget(self.template, 2, 1, 1, 2)
        grid.addWidget(self.target, 3, 1, 1, 2)
        grid.addWidget(self.space, 4, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.always, 1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.download_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(PANE_SPACING, PANE_SPACING, PANE_SPACING, PANE_SPACING)
        column.setSpacing(GROUP_SPACING)
        column.addWidget(self.heading)
        column.addLayout(grid)
        column.addWidget(self.messages)
        column.addStretch(1)
        column.addLayout(buttons)
