"""The foot of the results: how many files, and the buttons for them."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from openeo_desktop.ui.kit.buttons import icon_button, outlined_button, primary_button
from openeo_desktop.ui.kit.flow_layout import FlowLayout
from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon, icon
from openeo_desktop.ui.results.results_actions import ResultsActions


class ResultsFooter(QWidget):
    """One filled button, the next step: «Download all», or «Show in folder» when all is here."""

    def __init__(self, actions: ResultsActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._count = ElidedLabel("", self, muted=True, font=fonts.tabular_font())
        self.download_all = primary_button(self.tr("Download all"), Icon.DOWNLOAD, self)
        self.download_all.setObjectName("download_all")
        self.folder = primary_button(self.tr("Show in folder"), Icon.FOLDER_OPEN, self)
        self.folder.setObjectName("show_in_folder")
        self.selected = outlined_button(self.tr("Download selected"), None, self)
        self.selected.setObjectName("download_selected")
        self.open = outlined_button(self.tr("Open"), None, self)
        self.open.setObjectName("open_selected")
        self.more = self._more_button()
        pairs = (
            (self.download_all, actions.download_all),
            (self.folder, actions.show_in_folder),
            (self.selected, actions.download_chosen),
            (self.open, actions.open),
        )
        for button, action in pairs:
            button.clicked.connect(action.trigger)
        self._lay_out()
        self.update_state("", all_here=False)

    def update_state(self, count_text: str, *, all_here: bool) -> None:
        """Take over what the actions allow now."""
        acts = self._actions
        self._count.setText(count_text)
        # Of the two for the selection the one that makes sense: it is here, or it is not.
        opens = all_here or acts.open.isEnabled()
        self._show_only(
            {self.download_all: not all_here, self.folder: all_here}
            | {self.open: opens, self.selected: not opens}
        )
        self.download_all.setEnabled(acts.download_all.isEnabled())
        self.download_all.setToolTip(acts.download_all.toolTip())
        self.folder.setEnabled(acts.show_in_folder.isEnabled())
        self.open.setEnabled(acts.open.isEnabled())
        self.open.setToolTip(acts.open.toolTip())
        self.selected.setEnabled(acts.download_chosen.isEnabled())
        self.selected.setToolTip(acts.download_chosen.toolTip())

    def _show_only(self, wanted: dict[QPushButton, bool]) -> None:
        """Hide before showing: all of them at once, for a moment, would widen the pane for good."""
        for button, shown in sorted(wanted.items(), key=lambda item: item[1]):
            button.setVisible(shown)

    def count_text(self) -> str:
        """What is said about the number of files."""
        return self._count.text()

    def _more_button(self) -> QToolButton:
        button = icon_button(Icon.MORE, self.tr("More actions"), self)
        button.setIcon(icon(Icon.MORE, "text"))
        menu = QMenu(button)
        self._actions.fill(menu)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _lay_out(self) -> None:
        row = FlowLayout(spacing=8)  # longer words of another language do not widen the dock
        for button in (self.download_all, self.folder, self.selected, self.open, self.more):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._count)
        layout.addLayout(row)
