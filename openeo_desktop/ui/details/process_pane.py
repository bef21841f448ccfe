"""The process of the selected job as JSON: read-only, to be copied, saved or used again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from openeo_desktop.core.errors import AppError, StorageError, UnreachableError
from openeo_desktop.core.file_names import safe_file_name
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.jobs import Job, JobKey
from openeo_desktop.core.json_values import as_dict
from openeo_desktop.core.settings import write_atomically
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.details.job_watch import JobWatch
from openeo_desktop.ui.editor.json_colours import current_colours
from openeo_desktop.ui.editor.json_highlighter import JsonHighlighter
from openeo_desktop.ui.editor.json_layout import lay_out
from openeo_desktop.ui.kit.buttons import icon_button, outlined_button
from openeo_desktop.ui.kit.content_stack import ContentStack
from openeo_desktop.ui.kit.labels import MutedLabel
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import LINE_SPACING, PANE_SPACING
from openeo_desktop.ui.loop.background import BackgroundCalls

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services


class ProcessPane(QWidget):
    """Shows the process of one job.

    Signals: `new_job_requested(str, str)` with the JSON text and the job's title;
    `duplicate_failed()` where there is no process to duplicate, which the pane then explains.
    """

    new_job_requested = Signal(str, str)
    duplicate_failed = Signal()

    def __init__(self, services: Services, spawn: Spawn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("process_pane")
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._watch = JobWatch(services.jobs, spawn, self, asks_back_end=False)
        self._watch.shown.connect(self._on_shown)
        self._watch.lost.connect(self._on_lost)
        self._watch.refresh_failed.connect(self._on_refresh_failed)
        self._shown: Mapping[str, Any] | None = None
        self._laid_out = ""
        self._asked = False
        self._duplicates = False
        self._failed = False
        self._layout_calls = BackgroundCalls(self)
        self._save_calls = BackgroundCalls(self)
        self._make_parts()
        self._lay_out()
        self._show_nothing()

    def set_job(self, key: JobKey | None) -> None:
        """Show the process of this job; None shows how to choose one."""
        if key == self._watch.key:
            return
        self._shown, self._laid_out = None, ""
        self._asked = False
        self._duplicates = False
        self._failed = False
        self._layout_calls.drop()
        self._note.clear()
        self._watch.set_key(key)
        if key is None:
            self._show_nothing()

    def text(self) -> str:
        """The JSON that is shown, empty while there is none."""
        return self._laid_out

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._colour_timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._colour_timer.start()

    def duplicate(self) -> None:
        """Ask for a new job from this process, as soon as it is there; the pane may be hidden."""
        self._duplicates = True
        if self._failed:
            self._on_try_again()
        self._offer_duplicate()

    def _fail_duplicate(self) -> None:
        self._failed = True
        if self._duplicates:
            self._duplicates = False
            self.duplicate_failed.emit()

    def _offer_duplicate(self) -> None:
        if self._duplicates and self.text():
            self._duplicates = False
            self._on_new_clicked()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._highlighter.set_formats(current_colours().formats())

    def _make_parts(self) -> None:
        self._count = MutedLabel("", self)
        self._note = MessageBar(self)
        self._text = QPlainTextEdit(self)
        self._text.setObjectName("process_json")
        self._text.setAccessibleName(self.tr("The process as JSON"))
        self._text.setReadOnly(True)
        self._text.setProperty("frame", "none")
        self._text.setFont(fonts.fixed_font())
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setTabStopDistance(4 * QFontMetricsF(fonts.fixed_font()).averageCharWidth())
        self._highlighter = JsonHighlighter(self._text)
        self._highlighter.set_formats(current_colours().formats())
        # Lines are coloured as they come into view, which they are once the pane is laid out.
        self._colour_timer = QTimer(self, singleShot=True, interval=0)
        self._colour_timer.timeout.connect(self._highlighter.colour_visible)
        self._new = outlined_button(self.tr("New job from this…"), Icon.NEW_JOB, self)
        self._new.clicked.connect(self._on_new_clicked)
        self._copy = icon_button(Icon.COPY, self.tr("Copy the JSON"), self)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._save = icon_button(Icon.SAVE, self.tr("Save the JSON as a file…"), self)
        self._save.clicked.connect(self._on_save_clicked)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(PANE_SPACING, 8, 8, 4)
        top.setSpacing(LINE_SPACING)
        top.addWidget(self._count, 1)
        for button in (self._new, self._copy, self._save):
            top.addWidget(button)
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._note)
        text = QHBoxLayout()
        text.setContentsMargins(PANE_SPACING - 4, 0, 0, 0)
        text.addWidget(self._text)
        column.addLayout(text, 1)
        self._stack = ContentStack(content, self)
        self._stack.action_triggered.connect(self._on_try_again)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _show_nothing(self) -> None:
        self._stack.show_empty(
            Icon.PROCESS,
            self.tr("No job selected"),
            self.tr("Select a job in the table to see its process here."),
        )

    def _on_shown(self, job: Job) -> None:
        if job.process is None:
            self._ask_once(job)
        elif job.process != self._shown:
            self._shown = job.process
            process = job.process
            self._layout_calls.call(lambda: lay_out(json.dumps(process)), self._on_laid_out)

    def _ask_once(self, job: Job) -> None:
        """Listings carry no process: it comes with the details."""
        if self._asked:
            self._stack.show_empty(
                Icon.PROCESS,
                self.tr("No process"),
                self.tr("The back-end does not give the process of this job."),
            )
            self._fail_duplicate()
            return
        self._asked = True
        if job.gone:
            self._on_refresh_failed(None)
            return
        self._stack.show_loading(self.tr("Fetching the process…"))
        self._watch.refresh()

    def _on_laid_out(self, text: str) -> None:
        nodes = len(as_dict(as_dict(self._shown).get("process_graph")))
        one = nodes == 1
        count = self.tr("1 process") if one else self.tr("{n} processes").format(n=f"{nodes:,}")
        self._count.setText(count)
        self._laid_out = text
        self._text.setPlainText(text)
        self._stack.show_content()
        self._colour_timer.start()
        self._offer_duplicate()

    def _on_refresh_failed(self, error: AppError | None) -> None:
        if self._shown is not None:
            return
        if isinstance(error, UnreachableError):
            self._stack.show_empty(
                Icon.OFFLINE,
                self.tr("Not on this computer yet"),
                visible_text(str(error)),
                self.tr("Try again"),
            )
            self._fail_duplicate()
            return
        reason = str(error) if error else self.tr("It is no longer on the back-end.")
        again = None if error is None else self.tr("Try again")
        self._stack.show_error(self.tr("The process is not known here"), reason, again)
        self._fail_duplicate()

    def _on_try_again(self) -> None:
        self._failed = False
        self._stack.show_loading(self.tr("Fetching the process…"))
        self._watch.refresh()

    def _on_lost(self) -> None:
        self._shown, self._laid_out = None, ""
        self._show_nothing()

    def _on_new_clicked(self) -> None:
        job = self._watch.job
        self.new_job_requested.emit(self.text(), job.title if job else "")

    def _on_copy_clicked(self) -> None:
        copy_to_clipboard(self.text())

    def _on_save_clicked(self) -> None:
        job = self._watch.job
        title = job.shown_title.replace(".", "_") if job else "process"
        name = safe_file_name(title, "application/json", "process")
        dialog = QFileDialog(self, self.tr("Save the process"), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("JSON files (*.json)"))
        dialog.setDefaultSuffix("json")
        dialog.selectFile(name)
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, path: str) -> None:
        """Write the JSON to a file; says so, or why not."""
        data = self.text().encode()
        self._save_calls.call(
            lambda: _write(Path(path), data),
            lambda saved: self._note.show_message(
                "success", self.tr("Saved as {name}").format(name=saved.name)
            ),
            lambda error: self._note.show_message("error", str(error)),
        )


def _write(path: Path, data: bytes) -> Path:
    try:
        write_atomically(path, data)
    except OSError as error:
        raise StorageError(
            f"The file «{path.name}» could not be written ({error.strerror}).",
            "Choose another folder.",
        ) from error
    return path
