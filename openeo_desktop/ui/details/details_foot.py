"""The foot of the details: what the shown job allows now, or that it is one of several selected."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from openeo_desktop.ui.kit.buttons import outlined_button
from openeo_desktop.ui.kit.flow_layout import FlowLayout
from openeo_desktop.ui.kit.labels import MutedLabel
from openeo_desktop.ui.kit.numbers import count_text
from openeo_desktop.ui.look.tokens import PANE_SPACING
from openeo_desktop.ui.window.actions import WindowActions, follow_action


class DetailsFoot(QWidget):
    """Buttons of actions that mean all selected jobs, and so are here only while that is one."""

    def __init__(self, actions: WindowActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = MutedLabel("", self, wrap=True)
        self._bar = self._buttons(actions)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PANE_SPACING, 8, PANE_SPACING, 12)
        layout.addWidget(self._note)
        layout.addWidget(self._bar)
        self.show_selection(1)

    def show_selection(self, count: int) -> None:
        """How many jobs are selected."""
        words = self.tr(
            "One of {count} selected jobs: the tool bar and the menu act on all of them."
        )
        self._note.setText(words.format(count=count_text(count)))
        self._note.setVisible(count > 1)
        self._bar.setVisible(count <= 1)

    def note(self) -> str:
        """What is said in place of the buttons; empty while they are there."""
        return "" if self._note.isHidden() else self._note.text()

    def _buttons(self, actions: WindowActions) -> QWidget:
        """Only what the job allows now is there: this is about one job, the toolbar about all."""
        bar = QWidget(self)
        row = FlowLayout(bar, spacing=8)
        for action in (actions.start, actions.stop, actions.download, actions.duplicate):
            button = outlined_button(action.text().replace("&", ""), None, bar)
            button.setIcon(action.icon())
            button.setObjectName(f"details_{action.objectName()}")
            follow_action(button, action, hide_disabled=True)
            row.addWidget(button)
        return bar
