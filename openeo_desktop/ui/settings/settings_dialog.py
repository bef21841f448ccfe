"""The dialog of the settings: pages at the left, the chosen one beside them. Not modal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.kit.buttons import outlined_button
from openeo_desktop.ui.kit.labels import MutedLabel, TitleLabel
from openeo_desktop.ui.look.icons import icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING, ICON_SIZE, PANE_SPACING
from openeo_desktop.ui.settings.accounts_page import AccountsPage
from openeo_desktop.ui.settings.advanced_page import AdvancedPage
from openeo_desktop.ui.settings.downloads_page import DownloadsPage
from openeo_desktop.ui.settings.general_page import GeneralPage
from openeo_desktop.ui.settings.network_page import NetworkPage
from openeo_desktop.ui.settings.notices_page import NoticesPage
from openeo_desktop.ui.settings.privacy_page import PrivacyPage
from openeo_desktop.ui.settings.settings_page import SettingsPage
from openeo_desktop.ui.window.actions import WindowActions

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services

PAGE = "settings/page"
ADVANCED = 6
"""The number of that page."""
LIST_WIDTH = 168


class SettingsDialog(QDialog):
    """A choice counts at once, so there is nothing to confirm.

    Signals: `chosen(str)` key of a choice that was made; `account_wanted(AccountId)`.
    """

    chosen = Signal(str)
    account_wanted = Signal(object)

    def __init__(
        self,
        services: Services,
        spawn: Spawn,
        actions: WindowActions,
        parent: QWidget | None,
        exact_times: QAction | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings_dialog")
        self.setWindowTitle(self.tr("Settings"))
        self._settings = services.settings
        self.accounts = AccountsPage(services, actions, self)
        self.accounts.account_wanted.connect(self.account_wanted)
        self.pages: tuple[SettingsPage, ...] = (
            GeneralPage(services, spawn, self, exact_times),
            self.accounts,
            DownloadsPage(services, self),
            NoticesPage(services, actions, self),
            NetworkPage(services, actions, self),
            PrivacyPage(services, spawn, actions, self),
            AdvancedPage(services, spawn, actions, self),
        )
        self._make_list()
        self._lay_out()
        for page in self.pages:
            page.chosen.connect(self.chosen)
        last = min(max(0, services.settings.get(PAGE, 0)), len(self.pages) - 1)
        self.list.setCurrentRow(last)
        self.list.setFocus()

    def page(self) -> SettingsPage:
        """The one that is shown."""
        return self.pages[max(0, self.list.currentRow())]

    def _make_list(self) -> None:
        self.list = QListWidget(self)
        self.list.setObjectName("settings_pages")
        self.list.setAccessibleName(self.tr("Pages of the settings"))
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.stack = QStackedWidget(self)
        for page in self.pages:
            item = QListWidgetItem(icon(page.mark), page.title, self.list)
            item.setSizeHint(QSize(0, 34))
            self.stack.addWidget(page)
        self.list.currentRowChanged.connect(self._on_row_changed)

    def _lay_out(self) -> None:
        self.heading = TitleLabel("", self)
        self.close_button = outlined_button(self.tr("Close"), None, self)
        self.close_button.setShortcut(QKeySequence(QKeySequence.StandardKey.Close))
        self.close_button.clicked.connect(self.accept)
        beside = QVBoxLayout()
        beside.setSpacing(GROUP_SPACING)
        beside.addWidget(self.heading)
        beside.addWidget(self.stack, 1)
        columns = QHBoxLayout()
        columns.setSpacing(PANE_SPACING)
        columns.addWidget(self.list)
        columns.addLayout(beside, 1)
        foot = QHBoxLayout()
        foot.addWidget(MutedLabel(self.tr("Changes take effect at once."), self))
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(PANE_SPACING, PANE_SPACING, PANE_SPACING, PANE_SPACING)
        column.setSpacing(GROUP_SPACING)
        column.addLayout(columns, 1)
        column.addLayout(foot)
        self.resize(760, 560)

    def _on_row_changed(self, row: int) -> None:
        page = self.pages[max(0, row)]
        self.stack.setCurrentWidget(page)
        self.heading.setText(page.title)
        page.follow()
        self._settings.set(PAGE, max(0, row))
