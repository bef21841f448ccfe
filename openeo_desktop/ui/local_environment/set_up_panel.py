"""Offers to set up «This computer» where it stands: facts, progress, cancel, what went wrong.

Nothing is modal, and the set-up goes on when its panel is gone; each panel shows the same one.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from openeo_desktop.core.errors import AppError
from openeo_desktop.services.local_environment import EnvironmentPhase, EnvironmentState
from openeo_desktop.services.local_environment_choice import PYTHON_PAGE, best_of
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.kit.buttons import outlined_button, primary_button
from openeo_desktop.ui.kit.flow_layout import FlowLayout
from openeo_desktop.ui.kit.labels import MutedLabel
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.kit.progress import ProgressBar
from openeo_desktop.ui.local_environment.set_up_texts import offer_text, python_text, step_text, tr
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import LINE_SPACING
from openeo_desktop.ui.loop.while_there import while_there

if TYPE_CHECKING:
    from openeo_desktop.services.local_backend import LocalBackEndService
    from openeo_desktop.services.local_environment_pythons import Python


class SetUpPanel(QWidget):
    """Shows itself only where there is something to set up.

    Signals: `state_changed()`: another phase, such as ready.
    """

    state_changed = Signal()

    def __init__(self, local: LocalBackEndService, spawn: Spawn, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("set_up_panel")
        self._local = local
        self._spawn = spawn
        self._spawn_here = while_there(self, spawn)
        self._python: Python | None = None
        self._looked = False
        self._phase: EnvironmentPhase | None = None
        self._make_widgets()
        self._lay_out()
        self.destroyed.connect(local.environment.changed.connect(self._show))
        self._show(local.environment.state)

    @property
    def is_needed(self) -> bool:
        """Whether the back-end cannot start without a set-up."""
        return not self._local.environment.state.can_start

    def set_up(self) -> None:
        """Begin, with the Python that is shown."""
        self.failure.clear()
        self._spawn(_set_up(self._local, self._python), tr("set up this computer"))

    # -- Python --------------------------------------------------------------------------------

    def look(self) -> None:
        """Look for Pythons (again)."""
        self._looked = True
        self.python.setText(tr("Looking for Python…"))
        self._spawn_here(self._look(), "look for Python")

    async def _look(self) -> None:
        try:
            self._use(best_of(await self._local.environment.find()))
        except AppError as error:
            self._use(None)
            self.failure.show_error(error)

    def choose(self) -> None:
        """Another one, by a file dialog."""
        start = str(self._python.path.parent) if self._python else str(Path.home())
        dialog = QFileDialog(self, tr("Choose a Python"), start)
        dialog.setObjectName("choose_python")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.try_python)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def try_python(self, path: str) -> None:
        """Use this one if it can be used."""
        self._spawn_here(self._try(Path(path)), "look at a Python")

    async def _try(self, path: Path) -> None:
        self.failure.clear()
        try:
            self._use(await self._local.environment.python_at(path))
        except AppError as error:
            self.failure.show_error(error)

    def _use(self, python: Python | None) -> None:
        self._python = python
        self.python.setText(python_text(python) if python else "")
        self.python.setVisible(python is not None)
        self._show_buttons()

    # -- what is shown -------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._looked and self._phase is not EnvironmentPhase.WORKING:
            self.look()

    def _show(self, state: EnvironmentState) -> None:
        phase, before = state.phase, self._phase
        self._phase = phase
        self.setVisible(phase not in (EnvironmentPhase.INCLUDED, EnvironmentPhase.READY))
        if state.progress is not None:
            self.progress.set_fraction(state.progress.fraction)
            self.step.setText(step_text(state.progress))
        if phase is before:
            return
        self.offer.setText(offer_text(outdated=phase is EnvironmentPhase.OUTDATED))
        if state.failure is not None:
            self.failure.show_error(state.failure)
        self._show_buttons()
        self.state_changed.emit()

    def _show_buttons(self) -> None:
        works = self._phase is EnvironmentPhase.WORKING
        has_python = self._python is not None
        for widget in (self.progress, self.step, self.cancel_button):
            widget.setVisible(works)
        self.python.setVisible(not works and bool(self.python.text()))
        outdated = self._phase is EnvironmentPhase.OUTDATED
        self.go_button.setText(tr("&Bring it up to date") if outdated else tr("&Set it up"))
        self.go_button.setVisible(not works and has_python)
        self.choose_button.setVisible(not works)
        for button in (self.look_button, self.page_button):
            button.setVisible(not works and self._looked and not has_python)

    def _make_widgets(self) -> None:
        self.offer = MutedLabel("", self, wrap=True)
        self.python = MutedLabel("", self, wrap=True)
        self.failure = MessageBar(self, closable=False, stacked=True)
        self.progress = ProgressBar(self)
        self.step = MutedLabel("", self, wrap=True)
        self.go_button = primary_button(tr("&Set it up"), Icon.DOWNLOAD, self)
        self.go_button.clicked.connect(self.set_up)
        self.choose_button = outlined_button(tr("Choose another &Python…"), Icon.FOLDER_OPEN, self)
        self.choose_button.clicked.connect(self.choose)
        self.look_button = outlined_button(tr("&Look again"), Icon.RETRY, self)
        self.look_button.clicked.connect(self.failure.clear)
        self.look_button.clicked.connect(self.look)
        self.page_button = outlined_button(tr("&Open www.python.org"), Icon.OPEN_EXTERNAL, self)
        self.page_button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(PYTHON_PAGE)))
        self.cancel_button = outlined_button(tr("&Cancel the set-up"), None, self)
        self.cancel_button.clicked.connect(self._local.environment.cancel)

    def _lay_out(self) -> None:
        line = QWidget(self)
        flow = FlowLayout(line, spacing=8)
        for button in (self.go_button, self.choose_button, self.look_button, self.page_button):
            flow.addWidget(button)
        flow.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LINE_SPACING)
        for widget in (self.offer, self.python, self.failure, self.progress, self.step, line):
            column.addWidget(widget)


async def _set_up(local: LocalBackEndService, python: Python | None) -> None:
    """What the panels tell themselves is not told once more."""
    try:
        await local.set_up(python)
    except AppError as error:
        if local.environment.state.failure is not error:
            raise
