"""Every action of the main window as a QAction: text, icon, shortcut, and when it is enabled.

What an action does is bound in `main_window`; here is what it is called and why it cannot be used.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton

from openeo_desktop.core.accounts import AccountStatus
from openeo_desktop.core.job_code import CodeLanguage
from openeo_desktop.core.jobs import Job, JobStatus
from openeo_desktop.ui.accounts.why_not_now import why_not_now
from openeo_desktop.ui.jobs.job_rules import (
    JobAction,
    StatusOf,
    Supports,
    is_edited_by_copy,
    why_not,
    why_not_one,
    why_not_refresh,
)
from openeo_desktop.ui.jobs.web_editor import why_no_editor
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.look.icons import Icon, icon

RAN = frozenset((JobStatus.FINISHED, JobStatus.CANCELED, JobStatus.ERROR))
Keys = QKeySequence | QKeySequence.StandardKey | str | None


class WindowActions(QObject):
    """The actions, created once; each is a child named like its attribute (`new_job` ...)."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tips: dict[QAction, str] = {}
        self._said: dict[QAction, tuple[str, str]] = {}
        self._make_file_actions()
        self._make_job_actions()
        self._make_copy_actions()
        self._make_view_actions()
        self._make_help_actions()
        self._by_rule = {
            JobAction.START: self.start,
            JobAction.STOP: self.stop,
            JobAction.DOWNLOAD: self.download,
            JobAction.DELETE: self.delete,
            JobAction.EDIT: self.edit,
            JobAction.ESTIMATE: self.estimate,
            JobAction.SHARE: self.share,
            JobAction.RUN_COPY: self.run_copy,
        }
        self.of_selection = (*self._by_rule.values(), self.rename, self.duplicate, self.refresh_job)

    def follow_selection(
        self, jobs: Sequence[Job], status_of: StatusOf, supports: Supports
    ) -> None:
        """Enable what the selected jobs allow; what they do not says why in its tool tip."""
        self._name_start(jobs)
        for rule, action in self._by_rule.items():
            self._enable(action, why_not(rule, jobs, status_of, supports))
        self._enable(self.rename, why_not(JobAction.EDIT, jobs, status_of, supports))
        self._follow_edit(jobs, supports)
        nothing, one = why_not_one(jobs[:1]), why_not_one(jobs)
        for action in (self.copy_id, self.copy_link, self.export_graph):
            self._enable(action, nothing)
        for action in (self.duplicate, *self.copy_code.values()):
            self._enable(action, one)
        self._enable(self.web_editor, one or self._why_no_editor(jobs[0], status_of))
        self._enable(self.refresh_job, why_not_refresh(jobs, status_of))

    def _follow_edit(self, jobs: Sequence[Job], supports: Supports) -> None:
        """Where jobs cannot be changed, a copy is: the word says so."""
        by_copy = is_edited_by_copy(jobs, supports)
        self._rename(
            self.edit, self.tr("Duplicate with chang&es…") if by_copy else self.tr("&Edit…")
        )
        if by_copy:
            self._enable(self.edit, "")

    def _why_no_editor(self, job: Job, status_of: StatusOf) -> str:
        status = status_of(job.account_id)
        return why_no_editor(status.account if status else None)

    def _name_start(self, jobs: Sequence[Job]) -> None:
        """What has run before is run again, which discards its results: the word says so."""
        startable = [job for job in jobs if not job.status.is_active and not job.gone]
        again = bool(startable) and all(job.status in RAN for job in startable)
        self._rename(self.start, self.tr("&Run again") if again else self.tr("&Start"))

    def _rename(self, action: QAction, text: str) -> None:
        if text != action.text():
            action.setText(text)
            self._tips[action] = _tip(text, action.shortcut())

    def follow_accounts(self, statuses: Sequence[AccountStatus]) -> None:
        """Jobs can be made as soon as there is an account, also offline: drafts are kept."""
        none = "" if statuses else self.tr("Add an account first.")
        for action in (self.new_job, self.add_job, self.account_details):
            self._enable(action, none)
        self._enable(self.refresh, none or self._why_not_refresh(statuses))

    def _why_not_refresh(self, statuses: Sequence[AccountStatus]) -> str:
        """Trying is how to find out whether the network, or a session, is there again."""
        if not all(status.is_at_rest for status in statuses):
            return ""
        if len(statuses) == 1:
            return why_not_now(statuses[0])
        return self.tr("Every account is switched off. Switch one on first.")

    def _enable(self, action: QAction, reason: str) -> None:
        """The status tip says it as well: the keyboard in a menu brings up no tool tip."""
        tip = self._tips[action]
        if self._said.get(action) == (tip, reason):
            return  # asked for all of them with each job that is selected
        self._said[action] = (tip, reason)
        action.setEnabled(not reason)
        action.setToolTip(plain_tool_tip(f"{tip}\n{reason}" if reason else tip))
        action.setStatusTip(reason)

    def _make_file_actions(self) -> None:
        standard = QKeySequence.StandardKey
        self.new_job = self._make("new_job", self.tr("&New job…"), Icon.NEW_JOB, standard.New)
        self.new_job.setIconText(self.tr("New job"))
        self.open_file = self._make(
            "open_file", self.tr("&Open a process graph…"), Icon.FOLDER_OPEN, standard.Open
        )
        self.add_account = self._make(
            "add_account", self.tr("&Add account…"), Icon.ACCOUNT_ADD, "Ctrl+Shift+A"
        )
        self.account_details = self._make(
            "account_details", self.tr("A&ccount…"), Icon.ACCOUNT, "Ctrl+I"
        )
        self.trust_file = self._make(
            "trust_file", self.tr("&Trust a certificate file…"), Icon.VERIFIED
        )
        self.trust_system = self._make(
            "trust_system", self.tr("Trust the s&ystem's certificates only"), None
        )
        self.history = self._make("history", self.tr("&History…"), Icon.CLOCK)
        self.settings = self._make("settings", self.tr("&Settings…"), Icon.SETTINGS, "Ctrl+,")
        self.settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        self.quit = self._make("quit", self.tr("&Quit"), None, "Ctrl+Q")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

    def _make_job_actions(self) -> None:
        self.start = self._make("start", self.tr("&Start"), Icon.START, "Ctrl+Return", "text")
        self.stop = self._make("stop", self.tr("S&top"), Icon.STOP, "Ctrl+.", "text")
        self.download = self._make(
            "download", self.tr("&Download results"), Icon.DOWNLOAD, "Ctrl+D", "text"
        )
        self.download.setIconText(self.tr("Download"))
        self.download_when_finished = self._make(
            "download_when_finished", self.tr("Download when &finished"), None
        )
        self.edit = self._make("edit", self.tr("&Edit…"), Icon.EDIT, "Ctrl+E")
        self.rename = self._make("rename", self.tr("Re&name"), None, "F2")
        self.add_job = self._make("add_job", self.tr("&Add job by ID…"), Icon.ADD)
        self.delete = self._make(
            "delete", self.tr("De&lete…"), Icon.DELETE, QKeySequence.StandardKey.Delete, "text"
        )
        self.delete.setIconText(self.tr("Delete"))
        self.refresh_job = self._make(
            "refresh_job", self.tr("&Refresh this job"), Icon.REFRESH, "Shift+F5"
        )

    def _make_copy_actions(self) -> None:
        """What makes another job of a job, or takes something of it away."""
        self.duplicate = self._make(
            "duplicate", self.tr("D&uplicate…"), Icon.DUPLICATE, "Ctrl+Shift+D", "text"
        )
        self.duplicate.setIconText(self.tr("Duplicate"))
        self.run_copy = self._make(
            "run_copy", self.tr("Run a cop&y…"), Icon.START, "Ctrl+Shift+Return"
        )
        self.estimate = self._make("estimate", self.tr("Est&imate…"), Icon.COSTS, "Ctrl+Shift+E")
        self.copy_id = self._make("copy_id", self.tr("&Copy job ID"), Icon.COPY, "Ctrl+Shift+C")
        self.copy_link = self._make("copy_link", self.tr("Copy a link to the &job"), Icon.LINK)
        self.copy_code = self._make_code_actions()
        self.share = self._make("share", self.tr("Copy a &link to the results…"), Icon.LINK)
        self.export_graph = self._make(
            "export_graph", self.tr("E&xport the process graph…"), Icon.EXPORT, "Ctrl+Shift+S"
        )
        self.web_editor = self._make(
            "web_editor", self.tr("Open in the &web editor…"), Icon.OPEN_EXTERNAL
        )

    def _make_code_actions(self) -> dict[CodeLanguage, QAction]:
        make, js = self._make, self.tr("Copy as &JavaScript code")
        return {
            CodeLanguage.PYTHON: make("copy_python", self.tr("Copy as &Python code"), Icon.COPY),
            CodeLanguage.R: make("copy_r", self.tr("Copy as &R code"), Icon.COPY),
            CodeLanguage.JAVASCRIPT: make("copy_javascript", js, Icon.COPY),
        }

    def _make_view_actions(self) -> None:
        standard = QKeySequence.StandardKey
        self.refresh = self._make("refresh", self.tr("&Refresh"), Icon.REFRESH, "F5")
        self.pause_sync = self._make("pause_sync", self.tr("&Pause synchronisation"), Icon.PAUSE)
        self.find = self._make("find", self.tr("&Find jobs"), Icon.SEARCH, standard.Find)
        # The search field hears the key itself; here it is only told.
        self.find.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.palette = self._make("palette", self.tr("&Commands and jobs…"), Icon.COMMAND, "Ctrl+K")
        self.palette.setShortcuts([QKeySequence("Ctrl+K"), QKeySequence("Ctrl+Shift+P")])
        self.reset_layout = self._make("reset_layout", self.tr("Reset the &arrangement"), None)

    def _make_help_actions(self) -> None:
        self.shortcuts = self._make(
            "shortcuts", self.tr("&Keyboard shortcuts"), Icon.KEYBOARD, "F1"
        )
        self.notices = self._make("notices", self.tr("&Notices"), Icon.BELL, "Ctrl+Shift+N")
        self.recent_messages = self._make(
            "recent_messages", self.tr("&Recent messages"), Icon.ERROR
        )
        self.diagnostics = self._make("diagnostics", self.tr("&Diagnostics…"), Icon.PULSE)
        self.about = self._make("about", self.tr("&About openEO Desktop"), Icon.ABOUT)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def _make(
        self, name: str, text: str, mark: Icon | None, keys: Keys = None, role: str = "muted"
    ) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        if mark is not None:
            action.setIcon(icon(mark, role))
            action.setProperty("mark", mark.value)  # for lists, which colour it by themselves
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        plain = _tip(text, action.shortcut())
        self._tips[action] = plain
        action.setToolTip(plain_tool_tip(plain))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        return action


def _tip(text: str, keys: QKeySequence) -> str:
    """The words of an action with its shortcut: `Refresh (F5)`."""
    plain = text.replace("&", "").rstrip("…")
    shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
    return f"{plain} ({shown})" if shown else plain


def follow_action(
    button: QPushButton, action: QAction, *, hide_disabled: bool = False
) -> Callable[[], None]:
    """Let a push button do and look as an action does (QPushButton has no default action)."""

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        button.setToolTip(action.toolTip())
        button.setText(action.text().replace("&", ""))
        if hide_disabled:
            button.setVisible(action.isEnabled())

    button.clicked.connect(action.trigger)
    action.changed.connect(follow)
    follow()
    return follow
