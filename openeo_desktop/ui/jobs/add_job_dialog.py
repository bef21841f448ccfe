"""«Add job by ID»: a job that the listing of its back-end does not show, fetched by its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.accounts.network_line import NetworkLine
from openeo_desktop.ui.kit.buttons import outlined_button, primary_button
from openeo_desktop.ui.kit.labels import MutedLabel, plain_label
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.kit.progress import ProgressBar
from openeo_desktop.ui.look.icons import Icon, icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING, LINE_SPACING, PANE_SPACING
from openeo_desktop.ui.new_job.new_job_accounts import accounts_for_jobs

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services

WIDTH = 520


class AddJobDialog(QDialog):
    """Signals: `job_added(JobKey)`, after which it closes."""

    job_added = Signal(object)

    def __init__(
        self,
        services: Services,
        spawn: Spawn,
        parent: QWidget | None = None,
        text: str = "",
        account_id: AccountId | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._spawn = spawn
        self._sending = False
        self._closed = False
        self.setObjectName("addJobDialog")
        self.setWindowTitle(self.tr("Add job by ID"))
        self._make_widgets()
        self._lay_out()
        self._offer_accounts(account_id)
        self.account.currentIndexChanged.connect(self._network.follow)
        self._network.changed.connect(self._follow)
        self._network.follow()
        self.job_id.textChanged.connect(self._on_text_changed)
        self.cancel_button.clicked.connect(self.reject)
        self.add_button.clicked.connect(self.add)
        self.job_id.setText(text)
        self._follow()
        self.job_id.setFocus(Qt.FocusReason.OtherFocusReason)
        self.resize(WIDTH, self.sizeHint().height())

    def add(self) -> None:
        """Fetch the job."""
        account_id = self._account_id()
        if account_id is not None and self.add_button.isEnabled():
            self._sending = True
            self.message_bar.clear()
            self._follow()
            self._spawn(self._add(account_id, self.job_id.text()), "add the job")

    async def _add(self, account_id: AccountId, text: str) -> None:
        try:
            job = await self._services.added.add(account_id, text)
        except AppError as error:
            if not self._closed:
                self.message_bar.show_message("error", visible_text(str(error)))
        else:
            if not self._closed:
                self.job_added.emit(job.key)
                self.accept()
        finally:
            self._sending = False
            if not self._closed:
                self._follow()

    def done(self, result: int) -> None:
        """Closing while it is fetched: the job comes into the list, or nothing happens."""
        self._closed = True
        super().done(result)

    def _offer_accounts(self, account_id: AccountId | None) -> None:
        for account in accounts_for_jobs(self._services.accounts):
            mark = Icon.THIS_COMPUTER if account.is_local else Icon.BACK_END
            text = f"{account.title} ({account.user})" if account.user else account.title
            self.account.addItem(icon(mark, "finished"), visible_text(text), account.id)
        self.account.setCurrentIndex(max(0, self.account.findData(account_id)))
        if not self.account.count():
            self.account.setPlaceholderText(self.tr("No account is signed in"))
            self.account.setEnabled(False)

    def _account_id(self) -> AccountId | None:
        account_id = self.account.currentData()
        return AccountId(account_id) if account_id else None

    def _on_text_changed(self, text: str) -> None:
        """An address tells which account it belongs to."""
        for account in accounts_for_jobs(self._services.accounts):
            if text.strip().startswith(account.api_base + "/"):
                self.account.setCurrentIndex(self.account.findData(account.id))
                break
        self._follow()

    def _follow(self) -> None:
        ready = bool(self.job_id.text().strip()) and self.account.count() > 0
        self.add_button.setEnabled(ready and not self._sending and not self._network.reason)
        self.add_button.setToolTip(plain_tool_tip(self._network.reason))
        self.job_id.setReadOnly(self._sending)
        self.account.setEnabled(self.account.count() > 0 and not self._sending)
        self.progress.setVisible(self._sending)
        self.progress.set_fraction(None if self._sending else 0.0)

    def _make_widgets(self) -> None:
        self.message_bar = MessageBar(self)
        comfort = self.tr("What you typed stays here.")
        self._network = NetworkLine(
            self, self._services.accounts, self._account_id, self.message_bar, comfort
        )
        self.hint = MutedLabel(
            self.tr(
                "For a job that the list of its back-end does not show. It is kept here and looked "
                "at again with every refresh."
            ),
            self,
            wrap=True,
        )
        self.account = QComboBox(self)
        self.account.setObjectName("account")
        self.job_id = QLineEdit(self)
        self.job_id.setObjectName("jobId")
        self.job_id.setPlaceholderText(self.tr("ID or address of the job"))
        self.progress = ProgressBar(self)
        self.cancel_button = outlined_button(self.tr("Cancel"), None, self)
        self.cancel_button.setObjectName("cancelButton")
        self.add_button = primary_button(self.tr("&Add"), None, self)
        self.add_button.setObjectName("addButton")
        self.add_button.setDefault(True)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PANE_SPACING, PANE_SPACING, PANE_SPACING, PANE_SPACING)
        layout.setSpacing(GROUP_SPACING)
        layout.addWidget(self.message_bar)
        layout.addWidget(self.hint)
        grid = QGridLayout()
        grid.setHorizontalSpacing(GROUP_SPACING)
        grid.setVerticalSpacing(LINE_SPACING)
        fields = ((self.tr("A&ccount"), self.account), (self.tr("&Job ID"), self.job_id))
        for row, (text, field) in enumerate(fields):
            label = plain_label(text, self)
            label.setBuddy(field)
            grid.addWidget(label, 2 * row, 0)
            grid.addWidget(field, 2 * row + 1, 0)
        layout.addLayout(grid)
        layout.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.progress, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.add_button)
        layout.addLayout(buttons)
