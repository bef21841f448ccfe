"""What has to be settled before the app ends: jobs that run on this very computer end with it.

Those of other back-ends go on by themselves. Whether closing the window means the end at all is not
decided here.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.jobs import Job, JobStatus
from openeo_desktop.services.accounts import LOCAL_ACCOUNT
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.kit.ask import Question, ask
from openeo_desktop.ui.kit.corner_card import CornerCard
from openeo_desktop.ui.kit.corner_stack import corner_stack
from openeo_desktop.ui.kit.numbers import count_text
from openeo_desktop.ui.window.session_end import session_end
from openeo_desktop.ui.window.summoning import DesktopApplication, bring_to_front

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services

LOOK_WITHIN = 2.0
"""Seconds that the person waits at most for the question, however busy this computer is."""
LOOK_EVERY = 3.0
"""Seconds between two looks at the jobs while their end is waited for."""
_LONGEST = 60


class Quitting(QObject):
    """Asks where quitting would stop a job.

    Signals: `allowed()` when the app may end, at once or as soon as the jobs have ended.
    """

    allowed = Signal()

    def __init__(self, services: Services, spawn: Spawn, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._spawn = spawn
        self._window = window
        self._looking = False
        self._waiting: asyncio.Task[None] | None = None
        self._card: CornerCard | None = None
        self.question: QMessageBox | None = None
        self._session = session_end()
        self._session.began.connect(self._on_session_ends)
        application = QCoreApplication.instance()
        if isinstance(application, DesktopApplication):
            application.session_ended.connect(self.allowed)
            application.end_wanted.connect(self.allowed)

    def begin(self) -> None:
        """The person wants the app to end."""
        if self._session.is_near or not self._services.local.running:
            self.allowed.emit()
        elif self.question is not None:
            self.question.raise_()
        elif not self._looking:
            self._looking = True
            self._spawn(self._look(), "quit")

    async def _look(self) -> None:
        try:
            jobs = await self._active()
        finally:
            self._looking = False
        running = [job for job in jobs or () if job.status is JobStatus.RUNNING]
        if jobs and running:
            self._ask(running, len(jobs) - len(running))
        else:
            self.allowed.emit()

    async def _active(self) -> list[Job] | None:
        """As its back-end says, or as far as is known where it takes too long to answer.

        None: nothing can be read, so nobody knows, and nothing can be asked.
        """
        try:
            with contextlib.suppress(AppError, TimeoutError):
                async with asyncio.timeout(LOOK_WITHIN):
                    await self._services.sync.refresh_now(LOCAL_ACCOUNT)
            return await self._services.jobs.active(LOCAL_ACCOUNT)
        except AppError:
            return None

    def _ask(self, running: Sequence[Job], queued: int) -> None:
        bring_to_front(self._window)  # it may be in the tray: the question would hang on nothing
        self.question = ask(
            self._window, quit_question(running, queued), self._on_confirmed, self._on_wait_wanted
        )
        self.question.finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        self.question = None

    def _on_confirmed(self) -> None:
        self._stop_waiting()
        self.allowed.emit()

    def _on_wait_wanted(self) -> None:
        """Go on without being in the way; the card says so to whoever looks."""
        self._stop_waiting()
        stack = corner_stack(self._window)
        self._card = CornerCard(stack, copyable=False)
        self._card.setObjectName("quitting_card")
        text = self.tr("openEO Desktop quits as soon as the jobs on this computer have ended.")
        self._card.bar.show_message("info", text, self.tr("Stay open"))
        self._card.bar.action_triggered.connect(self._stop_waiting)
        stack.add(self._card)
        self._waiting = self._spawn(self._wait(), "quit when the jobs have ended")
        self._window.showMinimized()

    async def _wait(self) -> None:
        while self._services.local.running and await self._active() != []:  # noqa: ASYNC110
            await asyncio.sleep(LOOK_EVERY)  # also while paused, when no event tells of an end
        self.allowed.emit()

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
        if self._card is not None:
            self._card.dismiss()
            self._card = None

    def _on_session_ends(self) -> None:
        """Who logs out wants no question; one that is open answers itself."""
        if self.question is not None:
            self.question.reject()


def quit_question(running: Sequence[Job], queued: int) -> Question:
    """What quitting would do to jobs that run on this computer."""
    if len(running) == 1:
        return Question(
            _tr("Quit while «{title}» is running on this computer?").format(title=_title(running)),
            _loss(_tr("Quitting stops the job; what it has computed so far is lost."), queued),
            _tr("Quit and stop it"),
            instead=_tr("Quit when it has ended"),
        )
    return Question(
        _tr("Quit while {count} jobs are running on this computer?").format(count=len(running)),
        _loss(_tr("Quitting stops these jobs; what they have computed so far is lost."), queued),
        _tr("Quit and stop them"),
        instead=_tr("Quit when they have ended"),
    )


def _loss(loss: str, queued: int) -> str:
    lines = [loss]
    if queued == 1:
        lines.append(_tr("1 job that is queued here goes on at the next start."))
    elif queued:
        text = _tr("{count} jobs that are queued here go on at the next start.")
        lines.append(text.format(count=count_text(queued)))
    lines.append(_tr("Jobs on other back-ends go on in any case."))
    return " ".join(lines)


def _title(running: Sequence[Job]) -> str:
    line = visible_text(" ".join(running[0].shown_title.split()))
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Quitting", text)
