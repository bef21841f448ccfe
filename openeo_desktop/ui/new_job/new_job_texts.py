"""How a process graph gets into the New-job dialog: file, drop, example; and laying it out.

Nothing is lost on the way: what stood in the editor comes back with Undo.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtWidgets import QFileDialog

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.settings import Settings
from openeo_desktop.ui.editor.json_layout import read_json_text
from openeo_desktop.ui.files.start_folder import start_folder
from openeo_desktop.ui.kit.message_bar import Level
from openeo_desktop.ui.loop.background import BackgroundCalls
from openeo_desktop.ui.new_job.example_graphs import ExampleGraph
from openeo_desktop.ui.new_job.job_draft import JobDraft
from openeo_desktop.ui.new_job.new_job_form import NewJobForm
from openeo_desktop.ui.new_job.process_check import CheckReport

_FOLDER = "new_job.folder"


class Say(Protocol):
    """Shows a message in the dialog, with an action if there is one."""

    def __call__(
        self, level: Level, text: str, action: str = "", act: Callable[[], object] | None = None
    ) -> None: ...


class NewJobTexts(QObject):
    """Fills the editor of one form."""

    def __init__(self, form: NewJobForm, settings: Settings, say: Say, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._settings = settings
        self._say = say
        self._from_example = ("", "")
        self._from_text = ("", "")
        self._reading = BackgroundCalls(self)
        form.editor.file_dropped.connect(self.open_path)
        form.open_button.clicked.connect(self.ask_for_file)
        form.layout_button.clicked.connect(self.lay_out)
        form.examples_menu.chosen.connect(self.take_example)

    def replace(self, text: str) -> None:
        """Put a text into the editor; offers to undo if another one stood there."""
        editor = self._form.editor
        before = editor.toPlainText()
        editor.set_text(text)
        if before.strip() and before != text:
            self._say("info", self.tr("The text was replaced."), self.tr("Undo"), editor.undo)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_draft(self, draft: JobDraft) -> JobDraft | None:
        """Fill every field; returns what stands there now unless another draft was replaced."""
        form, before = self._form, self._form.draft()
        form.fill(draft)
        if before.is_empty or before.text == draft.text:
            return form.draft()
        said = self.tr("The draft was replaced.")
        self._say("info", said, self.tr("Undo"), lambda: form.fill(before))
        return None

    def take_example(self, example: ExampleGraph) -> None:
        """Take an example, and its title and description unless the person wrote their own."""
        form = self._form
        if form.title.text() in ("", self._from_example[0]):
            form.title.setText(example.title)
        if form.description.toPlainText() in ("", self._from_example[1]):
            form.description.setPlainText(example.description)
        self._from_example = (example.title, example.description)
        self.replace(example.text)

    def take_words(self, report: CheckReport) -> None:
        """Show title and description of the JSON where the person wrote none of their own.

        Only when they changed: a field that was emptied by hand stays empty.
        """
        form, draft = self._form, report.draft
        if draft is None and not report.is_empty:
            return  # in the middle of writing
        title, description = (draft.title, draft.description) if draft else ("", "")
        words = (" ".join(title.split())[: form.title.maxLength()], description.strip())
        before, self._from_text = self._from_text, words
        if words[0] != before[0] and form.title.text().strip() in ("", before[0]):
            form.title.setText(words[0])
            form.title.setCursorPosition(0)
        if words[1] != before[1] and form.description.toPlainText().strip() in ("", before[1]):
            form.description.setPlainText(words[1])

    def take(self, data: QMimeData) -> None:
        """Take what was dropped on the dialog."""
        self._form.editor.insert_or_open(data)

    def ask_for_file(self) -> None:
        """Let the person choose a file, where they chose one the last time."""
        dialog = QFileDialog(
            self._form,
            self.tr("Open a process graph"),
            start_folder(self._settings.get(_FOLDER, "")),
            self.tr("JSON files (*.json *.geojson);;All files (*)"),
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    def open_path(self, path: Path) -> None:
        """Read a file into the editor, off the GUI thread."""
        self._reading.call(lambda: read_json_text(path), self.replace, self.show_error)

    def lay_out(self) -> None:
        """Indent the JSON anew; says so if it is not valid."""
        if not self._form.editor.format_text():
            self._say("warning", self.tr("Only valid JSON can be formatted: mend it first."))

    def show_error(self, error: AppError) -> None:
        """An error that belongs into this dialog."""
        self._say("error", str(error))
        self._form.message_bar.show_error(error)

    def say_stopped(self) -> None:
        """The person stopped the sending: what that may mean."""
        text = self.tr(
            "Sending was stopped. The back-end may have created the job all the same; its list is "
            "read now to find out. Look into it before you send the job again."
        )
        self._say("warning", text)

    def _on_file_selected(self, name: str) -> None:
        self._settings.set(_FOLDER, str(Path(name).parent))
        self.open_path(Path(name))
