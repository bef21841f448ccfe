"""Downloads: where they go, how many and how fast, what is written beside them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QLineEdit, QSpinBox, QWidget

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import InputError
from openeo_desktop.core.jobs import Job, parse_job
from openeo_desktop.services.download_metadata import WRITE_LOG
from openeo_desktop.services.download_requests import FOLDER, TEMPLATE
from openeo_desktop.services.download_slots import (
    MOST_IN_TOTAL,
    MOST_PER_HOST,
    PER_HOST,
    TOTAL,
)
from openeo_desktop.services.downloads import LIMIT
from openeo_desktop.services.fetch_ahead import FETCH_AHEAD
from openeo_desktop.services.result_folder import FOLDER_TEMPLATE, check_template, job_folder
from openeo_desktop.ui.kit.labels import ElidedLabel, MutedLabel
from openeo_desktop.ui.kit.spin_box import SpinBox
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.settings.settings_page import SettingsPage, tr

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services

KIB = 1024
MOST_KB = 1_000_000
_CREATED = "2026-11-22T11:00:00Z"


class DownloadsPage(SettingsPage):
    """What is typed counts when it is done, if it can be used; until then the page says why not."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(tr("Downloads"), Icon.DOWNLOAD, services.settings, parent)
        self._services = services
        self._make_place()
        self._make_speed()
        self._make_more()
        self.follow()

    def follow(self) -> None:
        """Also the downloads pane and «Download to…» change these."""
        downloads = self._services.downloads
        self._show(self.folder, str(downloads.root))
        self._show(self.template, self.settings.get(TEMPLATE, "") or FOLDER_TEMPLATE)
        self._count(self.per_host, self.settings.get(PER_HOST, 3))
        self._count(self.total, self.settings.get(TOTAL, 6))
        self._count(self.limit, round(max(0, self.settings.get(LIMIT, 0)) * KIB / 1000))
        self._say_place()

    # -- where -----------------------------------------------------------------------------------

    def _make_place(self) -> None:
        card = self.card(tr("Place"))
        self.folder = QLineEdit(self)
        self.folder.setObjectName("downloads_folder")
        self.choose_button = self.button(tr("C&hoose…"), Icon.FOLDER_OPEN, self._on_choose)
        card.row(tr("&Folder"), self.folder, self.choose_button)
        self.template = QLineEdit(self)
        self.template.setObjectName("downloads_template")
        for line in (self.folder, self.template):
            line.textEdited.connect(self._say_place)
            line.editingFinished.connect(self._keep_place)
        card.row(tr("Folder of a &job"), self.template)
        self.problem = MutedLabel("", self, wrap=True)
        self.target = ElidedLabel("", self, mode=Qt.TextElideMode.ElideMiddle, muted=True)
        card.whole(self.problem)
        card.whole(self.target)
        card.hint(tr("A job's folder may hold {back_end}, {title}, {id} and {date}."))

    def hideEvent(self, event: QHideEvent) -> None:
        """The dialog is closed, or another page is turned to, with the cursor still in a field."""
        super().hideEvent(event)
        self._keep_place()

    def _keep_place(self) -> None:
        """Not letter by letter: half a path is a folder, too, where a download could go."""
        if self.folder.isModified() or self.template.isModified():
            self._take_place()

    def _take_place(self) -> None:
        if not self._why_not():
            self.folder.setModified(False)
            self.template.setModified(False)
            self.settings.set(FOLDER, self.folder.text().strip())
            self.settings.set(TEMPLATE, self.template.text().strip())
            self.chosen.emit(FOLDER)
        self._say_place()

    def _why_not(self) -> str:
        if not Path(self.folder.text().strip() or ".").is_absolute():
            return tr("Give the whole path of a folder. Until then the one before is used.")
        try:
            check_template(self.template.text())
        except InputError as error:
            return str(error)
        return ""

    def _say_place(self) -> None:
        reason = self._why_not()
        self.problem.setText(reason)
        self.problem.setVisible(bool(reason))
        self.target.setVisible(not reason)
        if not reason:
            root, template = Path(self.folder.text().strip()), self.template.text()
            folder = job_folder(root, tr("Back-end"), _example(), template)
            self.target.setText(tr("For example {folder}").format(folder=folder))

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, tr("Folder for downloads"), self.folder.text())
        dialog.setObjectName("downloads_folder_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_folder_chosen)
        dialog.open()

    def _on_folder_chosen(self, path: str) -> None:
        self.folder.setText(path)
        self._take_place()

    # -- how fast --------------------------------------------------------------------------------

    def _make_speed(self) -> None:
        card = self.card(tr("Speed"))
        self.per_host = self._number(1, MOST_PER_HOST)
        self.per_host.valueChanged.connect(self._on_speed_changed)
        card.row(tr("Files at once per &server"), self.per_host)
        self.total = self._number(1, MOST_IN_TOTAL)
        self.total.valueChanged.connect(self._on_speed_changed)
        card.row(tr("Files at once in &all"), self.total)
        self.limit = self._number(0, MOST_KB)
        self.limit.setSingleStep(100)
        self.limit.setGroupSeparatorShown(True)
        self.limit.setSpecialValueText(tr("no limit"))
        self.limit.setSuffix(tr(" KB/s"))
        self.limit.valueChanged.connect(self._on_speed_changed)
        card.row(tr("&Limit of all downloads"), self.limit)

    def _number(self, least: int, most: int) -> QSpinBox:
        box = SpinBox(self)
        box.setRange(least, most)
        box.setMinimumWidth(140)
        return box

    def _on_speed_changed(self) -> None:
        self._services.downloads.set_limits(
            per_host=self.per_host.value(),
            total=self.total.value(),
            limit_kib_s=round(self.limit.value() * 1000 / KIB),
        )
        self.chosen.emit(LIMIT)

    # -- and more --------------------------------------------------------------------------------

    def _make_more(self) -> None:
        card = self.card(tr("Beside the files"))
        words = tr("Write the job's log into its folder, too (lo&g.json)")
        card.whole(self.switch(WRITE_LOG, words, default=False))
        words = tr("Fetch s&mall results of the selected job ahead, ready to be dragged")
        self.ahead = self.switch(FETCH_AHEAD, words, default=True)
        self.ahead.toggled.connect(self._services.fetch_ahead.set_enabled)
        card.whole(self.ahead)

    def _show(self, line: QLineEdit, text: str) -> None:
        if not line.hasFocus():
            line.setText(text)

    def _count(self, box: QSpinBox, value: int) -> None:
        before = box.blockSignals(True)
        box.setValue(value)
        box.blockSignals(before)


def _example() -> Job:
    """Some job, to show what a folder will be called."""
    document = {"id": "j-26112211", "title": tr("Title of the job"), "created": _CREATED}
    job = parse_job(AccountId("example"), document)
    assert job is not None
    return job
