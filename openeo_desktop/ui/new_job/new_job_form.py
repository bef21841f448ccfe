"""The widgets of the New-job dialog and their arrangement; `new_job_dialog` decides."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from openeo_desktop.core.accounts import Account, AccountId
from openeo_desktop.ui.editor.json_editor import JsonEditor
from openeo_desktop.ui.kit.buttons import outlined_button, primary_button, quiet_button
from openeo_desktop.ui.kit.labels import MutedLabel, SectionLabel, plain_label
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.kit.progress import ProgressBar
from openeo_desktop.ui.look.icons import Icon, icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING, LINE_SPACING, PANE_SPACING
from openeo_desktop.ui.new_job.advanced_job_options import AdvancedJobOptions
from openeo_desktop.ui.new_job.example_graphs import ExamplesMenu
from openeo_desktop.ui.new_job.job_draft import JobDraft
from openeo_desktop.ui.new_job.job_parameter_fields import JobParameterFields
from openeo_desktop.ui.new_job.problem_list import ProblemList

_MAX_TITLE = 500


class DescriptionEdit(QPlainTextEdit):
    """A few lines of plain text; Tab goes on to the next field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(2 * self.fontMetrics().lineSpacing() + 22)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Return and event.modifiers():
            event.ignore()  # Ctrl+Enter belongs to the dialog
            return
        super().keyPressEvent(event)


class NewJobForm(QWidget):
    """Fields, editor, problems and buttons, each with an object name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.message_bar = MessageBar(self)
        self._make_fields()
        self._make_editor_tools()
        self.editor = JsonEditor(self)
        self.editor.setPlaceholderText(
            self.tr("Type, paste or drop a process graph here, open a file, or choose an example.")
        )
        self.problems = ProblemList(self)
        self.advanced = AdvancedJobOptions(self)
        self.parameters = JobParameterFields(self)
        self._make_progress()
        self._make_buttons()
        self._lay_out()
        for changed in (self.title.textChanged, self.description.textChanged):
            changed.connect(self._show_discard)
        self.editor.textChanged.connect(self._show_discard)
        self._show_discard()

    # -- values ----------------------------------------------------------------------------------

    def draft(self) -> JobDraft:
        """What stands in the fields now."""
        return JobDraft(
            text=self.editor.toPlainText(),
            title=self.title.text().strip(),
            description=self.description.toPlainText().strip(),
            account_id=self.account_id(),
            log_level=self.advanced.log_level,
            plan=self.advanced.plan,
            budget=self.advanced.budget_text,
            parameters=self.parameters.texts(),
        )

    def options(self) -> tuple[float | None, dict[str, Any]]:
        """The budget, and what is chosen of what the back-end offers beside the API."""
        return self.advanced.budget(), self.parameters.values()

    def go_to_wrong_option(self) -> str:
        """What is wrong with the options, in words, and show the field; empty if nothing is."""
        problem = self.advanced.budget_problem()
        if problem:
            self.advanced.unfold()
            return problem
        problem = self.parameters.problem()
        if problem:
            self.parameters.unfold()
        return problem

    def fill(self, draft: JobDraft) -> None:
        """Put a draft into the fields; the account only if it is offered."""
        self.editor.set_text(draft.text)
        self.title.setText(draft.title)
        self.title.setCursorPosition(0)
        self.description.setPlainText(draft.description)
        self.advanced.set_values(draft.log_level, draft.plan, draft.budget)
        self.parameters.set_texts(draft.parameters)
        self.choose_account(draft.account_id)

    def account_id(self) -> AccountId | None:
        found = self.account.currentData()
        return AccountId(found) if found else None

    def choose_account(self, account_id: AccountId | None) -> None:
        """Select this account if it is offered."""
        index = self.account.findData(account_id) if account_id else -1
        if index >= 0:
            self.account.setCurrentIndex(index)

    def set_accounts(self, accounts: list[Account]) -> None:
        """Offer these accounts, keeping the choice."""
        chosen = self.account_id()
        self.account.blockSignals(True)
        self.account.clear()
        titles = [account.title for account in accounts]
        for account in accounts:
            twice = titles.count(account.title) > 1
            text = f"{account.title} ({account.user})" if twice else account.title
            name = Icon.THIS_COMPUTER if account.is_local else Icon.BACK_END
            self.account.addItem(icon(name, "finished"), text, account.id)
        self.account.setCurrentIndex(0 if accounts else -1)
        self.choose_account(chosen)
        self.account.blockSignals(False)
        self.account.setEnabled(bool(accounts))
        if not accounts:
            self.account.setPlaceholderText(self.tr("No account is signed in"))

    def set_busy(self, what: str) -> None:
        """While something is sent: `what` says so, fields cannot be changed. Empty: done."""
        busy = bool(what)
        self.progress.set_fraction(None if busy else 0.0)
        self.progress.setVisible(busy)
        self.progress_text.setText(what)
        self.progress_text.setVisible(busy)
        self.editor.setReadOnly(busy)
        fields = (self.title, self.description, self.advanced, self.parameters)
        for widget in (*fields, self.examples_button, self.open_button, self.layout_button):
            widget.setEnabled(not busy)
        self.account.setEnabled(not busy and self.account.count() > 0)
        self._show_discard()
        self.cancel_button.setText(self.tr("Stop sending") if busy else self.tr("Cancel"))

    def _show_discard(self) -> None:
        """Only while there is something to discard, and nothing on its way."""
        documents = (self.editor.document(), self.description.document())
        written = bool(self.title.text()) or not all(d.isEmpty() for d in documents)
        self.discard_button.setVisible(written and not self.progress.isVisibleTo(self))

    def set_actions_enabled(self, reason: str, offline: str = "", *, busy: bool) -> None:
        """Enable the buttons that send; `reason` says why not, empty if they work.

        Args:
            offline: Why the back-end does not create jobs now; checking can be tried all the same,
                which is how to find out whether it is back.
        """
        for button in (self.check_button, self.create_button, self.start_button):
            why = reason if button is self.check_button else reason or offline
            button.setEnabled(not why and not busy)
            button.setToolTip(plain_tool_tip(why or self._tips.get(button, "")))

    # -- widgets ---------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.account = QComboBox(self)
        self.account.setObjectName("account")
        self.account.setMinimumContentsLength(20)
        self.account.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.title = QLineEdit(self)
        self.title.setObjectName("jobTitle")
        self.title.setMaxLength(_MAX_TITLE)
        self.title.setPlaceholderText(self.tr("Optional: what you will look for in the list"))
        self.description = DescriptionEdit(self)
        self.description.setObjectName("jobDescription")
        self.description.setPlaceholderText(self.tr("Optional"))

    def _make_editor_tools(self) -> None:
        self.examples_menu = ExamplesMenu(self)
        self.examples_button = outlined_button(self.tr("E&xamples"), Icon.PROCESS, self)
        self.examples_button.setObjectName("examplesButton")
        self.examples_button.setMenu(self.examples_menu)
        self.open_button = outlined_button(self.tr("&Open…"), Icon.FOLDER_OPEN, self)
        self.open_button.setObjectName("openButton")
        self.open_button.setToolTip(self.tr("Open a JSON file (Ctrl+O)"))
        self.layout_button = outlined_button(self.tr("&Format"), Icon.ASSET_JSON, self)
        self.layout_button.setObjectName("layoutButton")
        self.layout_button.setToolTip(self.tr("Indent the JSON anew (Ctrl+Shift+L)"))

    def _make_progress(self) -> None:
        self.progress = ProgressBar(self)
        self.progress_text = MutedLabel("", self)
        self.progress_text.setObjectName("sendingText")

    def _make_buttons(self) -> None:
        self.discard_button = quiet_button(self.tr("&Discard draft"), Icon.DELETE, self, flush=True)
        self.discard_button.setObjectName("discardButton")
        self.check_button = outlined_button(self.tr("Chec&k"), Icon.CHECK, self)
        self.check_button.setObjectName("checkButton")
        self.cancel_button = outlined_button(self.tr("Cancel"), None, self)
        self.cancel_button.setObjectName("cancelButton")
        self.create_button = outlined_button(self.tr("&Create"), None, self)
        self.create_button.setObjectName("createButton")
        self.start_button = primary_button(self.tr("Create and &start"), Icon.START, self)
        self.start_button.setObjectName("createAndStartButton")
        self._tips = {
            self.check_button: self.tr("Let the back-end check the process graph"),
            self.create_button: self.tr("Create the job without starting it"),
            self.start_button: self.tr("Create the job and start it (Ctrl+Return)"),
        }

    # -- arrangement -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PANE_SPACING, PANE_SPACING, PANE_SPACING, PANE_SPACING)
        layout.setSpacing(GROUP_SPACING)
        layout.addWidget(self.message_bar)
        layout.addLayout(self._fields_grid())
        tools = _row(SectionLabel(self.tr("Process graph"), self), None)
        for button in (self.examples_button, self.open_button, self.layout_button):
            tools.addWidget(button)
        layout.addLayout(tools)
        layout.addWidget(self.editor, 1)
        layout.addWidget(self.problems)
        layout.addWidget(self.advanced)
        layout.addWidget(self.parameters)
        layout.addLayout(_row(self.progress_text, self.progress))
        buttons = _row(self.discard_button, None)
        for button in self.action_buttons():
            buttons.addWidget(button)
        layout.addLayout(buttons)

    def action_buttons(self) -> tuple[QPushButton, ...]:
        """The row at the bottom right, in order."""
        return (self.cancel_button, self.check_button, self.create_button, self.start_button)

    def _fields_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GROUP_SPACING)
        grid.setVerticalSpacing(LINE_SPACING)
        fields = (
            (self.tr("&Account"), self.account, 0, 0, 1),
            (self.tr("&Title"), self.title, 0, 1, 1),
            (self.tr("Descr&iption"), self.description, 2, 0, 2),
        )
        for text, field, row, column, span in fields:
            label = plain_label(text, self)
            label.setBuddy(field)
            grid.addWidget(label, row, column, 1, span)
            grid.addWidget(field, row + 1, column, 1, span)
        grid.setColumnStretch(1, 1)
        return grid


def _row(first: QWidget, second: QWidget | None) -> QBoxLayout:
    """Two widgets in a row; without a second one, the first keeps to the left."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(first)
    if second is None:
        row.addStretch(1)
    else:
        row.addWidget(second, 1)
    return row
