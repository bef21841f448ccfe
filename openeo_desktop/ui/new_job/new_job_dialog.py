"""The New-job dialog: a process graph as text becomes a batch job.

It checks while one types, asks the back-end before creating, keeps the draft when anything fails,
and remembers it when it is closed. It sends through services and never touches the network itself.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.jobs import Job
from openeo_desktop.ui.accounts.network_line import NetworkLine
from openeo_desktop.ui.kit.dialog_geometry import remember_geometry, restore_geometry
from openeo_desktop.ui.kit.message_bar import Level
from openeo_desktop.ui.new_job.example_graphs import ExampleGraph
from openeo_desktop.ui.new_job.job_draft import JobDraft, forget_draft, last_draft, remember_draft
from openeo_desktop.ui.new_job.new_job_accounts import accounts_for_jobs
from openeo_desktop.ui.new_job.new_job_checks import NewJobChecks
from openeo_desktop.ui.new_job.new_job_form import NewJobForm
from openeo_desktop.ui.new_job.new_job_sending import Intent, NewJobSending, make_order
from openeo_desktop.ui.new_job.new_job_texts import NewJobTexts
from openeo_desktop.ui.new_job.offered_parameters import OfferedParameters
from openeo_desktop.ui.new_job.process_check import CheckReport

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services
    from openeo_desktop.services.spawner import Spawn

_GEOMETRY = "new_job.geometry"


class NewJobDialog(QDialog):
    """Not modal: the list stays usable beside it. Whoever opens it deletes it after `finished`.

    Args:
        services: Accounts, jobs and settings are used.
        text: A process graph to begin with; empty brings the last draft back.
        title: A title to begin with.
        account_id: The account to choose.

    Signals:
        job_created(JobKey): The job exists on the back-end; the dialog closes.
        account_wanted(): There is no account to create a job with, and the person wants one.
    """

    job_created = Signal(object)
    account_wanted = Signal()

    def __init__(
        self,
        services: Services,
        spawn: Spawn,
        parent: QWidget | None = None,
        text: str = "",
        title: str = "",
        account_id: AccountId | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._intent: Intent | None = None
        self._sending = NewJobSending(services.actions, spawn, self)
        self._bar_action: Callable[[], object] = self.discard_draft
        self._untouched = JobDraft()
        self.setObjectName("newJobDialog")
        self.setWindowTitle(self.tr("New job"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAcceptDrops(True)
        self.form = NewJobForm(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        self._checks = NewJobChecks(self.form, self)
        form, comfort = self.form, self.tr("Your draft is kept.")
        self._network = NetworkLine(
            self, services.accounts, form.account_id, form.message_bar, comfort
        )
        self._offered = _offer_parameters(self, self._network, services, spawn)
        self._texts = NewJobTexts(self.form, services.settings, self._say, self)
        self.create_button = self.form.create_button
        self.start_button = self.form.start_button
        self.check_button = self.form.check_button
        self.editor = self.form.editor
        self._connect()
        self._begin(text, title, account_id)
        self.resize(820, 720)
        restore_geometry(self, services.settings, _GEOMETRY)

    # -- for the window and the demo -------------------------------------------------------------

    def set_text(self, text: str) -> None:
        """Put a process graph into the editor; what stood there can be brought back with Undo."""
        self._texts.replace(text)

    def set_title(self, title: str) -> None:
        self.form.title.setText(title)
        self.form.title.setCursorPosition(0)

    def take_draft(self, draft: JobDraft) -> None:
        """Fill every field; what another draft held comes back with Undo."""
        self._untouched = self._texts.take_draft(draft) or self._untouched

    def set_example(self, example: ExampleGraph) -> None:
        """Take an example, and its title and description unless the person wrote their own."""
        self._texts.take_example(example)

    def open_path(self, path: Path) -> None:
        """Read a file into the editor, off the GUI thread."""
        self._texts.open_path(path)

    @property
    def is_sending(self) -> bool:
        return self._sending.running

    def state_text(self) -> str:
        """What is said about the process graph under the editor."""
        return self.form.problems.state_text()

    # -- beginning and end -----------------------------------------------------------------------

    def _connect(self) -> None:
        form, sending = self.form, self._sending
        self._checks.checked.connect(self._on_checked)
        self._checks.changed.connect(self._update_buttons)
        sending.progressed.connect(self._on_progressed)
        sending.server_checked.connect(self._checks.set_server)
        sending.failed.connect(self._texts.show_error)
        sending.stopped.connect(self._texts.say_stopped)
        sending.created.connect(self._on_created)
        form.check_button.clicked.connect(self.check)
        form.create_button.clicked.connect(self.create_job)
        form.start_button.clicked.connect(self.create_and_start)
        form.cancel_button.clicked.connect(self.reject)
        form.discard_button.clicked.connect(self.discard_draft)
        form.message_bar.action_triggered.connect(self._on_bar_action)
        form.account.currentIndexChanged.connect(self._checks.forget_server)
        form.account.currentIndexChanged.connect(self._network.follow)
        self._network.changed.connect(self._update_buttons)
        form.title.textChanged.connect(self._update_buttons)
        _add_shortcuts(self, self._texts)
        self._disconnect = self._services.accounts.changed.connect(self._on_accounts_changed)

    def _begin(self, text: str, title: str, account_id: AccountId | None) -> None:
        self._on_accounts_changed(None)
        kept = last_draft(self._services.settings)
        if text or title:
            self.form.fill(JobDraft(text=text, title=title, account_id=kept.account_id))
        elif not kept.is_empty:
            self.form.fill(kept)
            back = self.tr("Your last draft is back.")
            if self.form.account_id() is not None:
                self._say("info", back, self.tr("Discard draft"), self.discard_draft)
        self.form.choose_account(account_id)
        self.form.set_busy("")
        self._untouched = self.form.draft()
        self._checks.check_now()
        self.form.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def discard_draft(self) -> None:
        """Empty the fields and forget the draft; Undo in the editor brings the text back."""
        had_text = bool(self.form.editor.toPlainText().strip())
        forget_draft(self._services.settings)
        self.form.fill(JobDraft())
        self.form.message_bar.clear()
        if had_text:
            text = self.tr("The draft was discarded.")
            self._say("info", text, self.tr("Undo"), self.form.editor.undo)
        self.form.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Cancel, Escape: first stops what is being sent, then closes and remembers the draft."""
        if self._sending.running:
            self._sending.stop()
            return
        self.keep_draft()
        super().reject()

    def keep_draft(self) -> None:
        """Keep the draft once the person changed something: opening a file costs no older draft."""
        draft = self.form.draft()
        if draft != self._untouched:
            remember_draft(self._services.settings, draft)

    def done(self, result: int) -> None:
        """Stop listening and remember the size of the window."""
        self._disconnect()
        remember_geometry(self, self._services.settings, _GEOMETRY)
        super().done(result)

    # -- checks ----------------------------------------------------------------------------------

    def _on_checked(self, report: CheckReport) -> None:
        untouched = self.form.draft() == self._untouched
        self._texts.take_words(report)
        self._untouched = self.form.draft() if untouched else self._untouched
        self.keep_draft()
        intent, self._intent = self._intent, None
        if intent is not None:
            self._carry_out(intent)

    def _update_buttons(self) -> None:
        """Problems do not disable them: pressing one shows what is wrong, by keyboard too."""
        reason = ""
        if self.form.account_id() is None:
            reason = self.tr("Sign in to an account first.")
        elif self._checks.report.is_empty and not self._checks.pending:
            reason = self.tr("Give a process graph first.")
        self.form.set_actions_enabled(reason, self._network.reason, busy=self._sending.running)

    # -- sending ---------------------------------------------------------------------------------

    def check(self) -> None:
        """Let the back-end check the process graph."""
        self._want(Intent.CHECK)

    def create_job(self) -> None:
        """Create the job without starting it."""
        self._want(Intent.CREATE)

    def create_and_start(self) -> None:
        """Create the job, then start it."""
        self._want(Intent.CREATE_AND_START)

    def _want(self, intent: Intent) -> None:
        button = self.check_button if intent is Intent.CHECK else self.start_button
        if not self._sending.running and button.isEnabled():
            self._intent = intent
            self._checks.check_now()

    def _carry_out(self, intent: Intent) -> None:
        report, account_id = self._checks.report, self.form.account_id()
        if report.problems:
            self._checks.go_to_first()
        elif problem := self.form.go_to_wrong_option():
            self._say("error", problem)
        elif report.draft is not None and account_id is not None:
            self.form.message_bar.clear()
            values, options = self.form.draft(), self.form.options()
            back_end = self.form.account.currentText()
            order = make_order(intent, account_id, back_end, report.draft, values, *options)
            self._sending.send(order)

    def _on_progressed(self, what: str) -> None:
        self.form.set_busy(what)
        self._update_buttons()

    def _on_created(self, job: Job) -> None:
        forget_draft(self._services.settings)
        self.job_created.emit(job.key)
        self.accept()

    # -- files, messages, accounts ---------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._texts.take(event.mimeData())
        event.acceptProposedAction()

    def _say(
        self, level: Level, text: str, action: str = "", act: Callable[[], object] | None = None
    ) -> None:
        self._bar_action = act or self.discard_draft
        self.form.message_bar.show_message(level, text, action or None)

    def _on_bar_action(self) -> None:
        self.form.message_bar.clear()
        self._bar_action()

    def _on_accounts_changed(self, _changed: object) -> None:
        offered = accounts_for_jobs(self._services.accounts)
        self.form.set_accounts(offered)
        if not offered:
            text = self.tr("No account is signed in. Your draft is kept while you sign in.")
            self._say("warning", text, self.tr("Add account…"), self.account_wanted.emit)
        elif self._bar_action == self.account_wanted.emit:
            self.form.message_bar.clear()
        self._network.follow()
        self._offered.follow()
        self._update_buttons()


def _offer_parameters(
    dialog: NewJobDialog, network: NetworkLine, services: Services, spawn: Spawn
) -> OfferedParameters:
    form = dialog.form
    offered = OfferedParameters(services.accounts, spawn, form.account_id, dialog)
    offered.found.connect(lambda found: form.parameters.offer(found.create))
    form.account.currentIndexChanged.connect(offered.follow)
    network.changed.connect(offered.retry)
    return offered


def _add_shortcuts(dialog: NewJobDialog, texts: NewJobTexts) -> None:
    shortcuts: dict[str | QKeySequence.StandardKey, Callable[[], object]] = {
        "Ctrl+Return": dialog.create_and_start,
        "Ctrl+Enter": dialog.create_and_start,
        "Ctrl+Shift+L": texts.lay_out,
        "F8": dialog.form.problems.choose_next,
        QKeySequence.StandardKey.Open: texts.ask_for_file,
    }
    for keys, slot in shortcuts.items():
        QShortcut(QKeySequence(keys), dialog).activated.connect(slot)
