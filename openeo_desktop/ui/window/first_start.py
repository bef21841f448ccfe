"""Carries out what the first steps offer: this computer, an account, an example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from openeo_desktop.core.errors import AppError
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.loop.background import BackgroundCalls
from openeo_desktop.ui.new_job.example_graphs import ExampleGraph, load_examples

if TYPE_CHECKING:
    from openeo_desktop.services.local_environment import EnvironmentPhase
    from openeo_desktop.services.services import Services
    from openeo_desktop.ui.local_environment.set_up_panel import SetUpPanel
    from openeo_desktop.ui.window.main_window import MainWindow

EXAMPLE = "sample_true_colour"
"""Runs on the sample of «This computer», in a few seconds, and gives a picture."""


class FirstStart(QObject):
    """Follows the back-end on this computer, as long as the first steps are of use."""

    def __init__(self, services: Services, spawn: Spawn, window: MainWindow) -> None:
        super().__init__(window)
        self._services = services
        self._spawn = spawn
        self._window = window
        self._starting = False
        self._failed = ""
        self._installed: bool | None = None
        self._set_up: SetUpPanel | None = None
        self._looked_for_new = False
        self._calls = BackgroundCalls(self)
        self._steps = steps = window.jobs_pane.stack.first_steps
        steps.local_wanted.connect(self.start_local)
        steps.account_wanted.connect(window.dialogs.add_account)
        steps.new_job_wanted.connect(window.actions_.new_job.trigger)
        steps.example_wanted.connect(self.open_example)
        self.destroyed.connect(services.local.changed.connect(self._on_local_changed))
        self.destroyed.connect(services.accounts.changed.connect(self._on_local_changed))
        self._calls.call(services.local.is_installed, self._on_looked)
        self._show()

    def start_local(self) -> None:
        """Try it on this computer."""
        if not self._starting:
            self._starting, self._failed = True, ""
            self._show()
            self._spawn(self._start(), "start the back-end on this computer")

    def open_example(self) -> None:
        """The dialog for a new job, with an example that runs everywhere there is the sample."""
        self._calls.call(load_examples, self._on_examples)

    async def _start(self) -> None:
        try:
            await self._services.local.start()
        except AppError as error:
            self._failed = str(error)
        finally:
            self._starting = False
            self._show()

    def _on_examples(self, examples: list[ExampleGraph]) -> None:
        dialog = self._window.open_new_job()
        example = next((one for one in examples if one.name == EXAMPLE), None)
        if example is not None:
            dialog.set_example(example)

    def _on_looked(self, installed: bool) -> None:
        self._installed = installed
        if not installed and self._set_up is None:
            from openeo_desktop.ui.local_environment.set_up_panel import SetUpPanel

            self._set_up = SetUpPanel(self._services.local, self._spawn, self._steps.where)
            self._set_up.state_changed.connect(self._on_set_up_changed)
            self._steps.offer_set_up(self._set_up)
        self._show()

    def _on_set_up_changed(self) -> None:
        if self._set_up is not None:
            self._on_looked(not self._set_up.is_needed)

    def _on_local_changed(self, _change: object) -> None:
        self._show()
        local = self._services.local
        if local.running and not self._looked_for_new:
            self._looked_for_new = True
            self._calls.call(lambda: local.environment.state.phase, self._on_phase)

    def _on_phase(self, phase: EnvironmentPhase) -> None:
        if phase == "outdated":
            from openeo_desktop.ui.local_environment.renewal_card import offer_renewal

            offer_renewal(self._services.settings, self._window, self._open_advanced)

    def _open_advanced(self) -> None:
        from openeo_desktop.ui.settings.settings_dialog import ADVANCED, PAGE

        self._services.settings.set(PAGE, ADVANCED)
        self._window.actions_.settings.trigger()

    def _show(self) -> None:
        steps, runs = self._steps, self._services.local.running
        if runs:
            steps.show_local(self.tr("This computer is ready"), can_start=False)
        elif self._starting:
            words = self.tr("Starting…")
            steps.show_local(words, can_start=False, sentence=self.tr("This takes a moment."))
        elif self._installed is False:
            words = self.tr("&Try it on this computer")
            steps.show_local(words, can_start=False)
            steps.local_button.hide()
        else:
            words = self.tr("&Try it on this computer")
            steps.show_local(words, can_start=True, sentence=self._failed)
