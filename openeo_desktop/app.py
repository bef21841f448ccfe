"""Composition root of the window: builds every object, owns the event loop, the hooks, the end.

Coroutines run on the Qt loop (qasync, named in this file alone) and never block. What nobody
caught ends in one place: an `AppError` is presented, anything else is reported as a bug.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import threading
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

# With QT_API=pyqt5 in the environment (people of Spyder and QGIS have it) qasync would not import.
os.environ["QT_API"] = "pyside6"

import qasync
from PySide6.QtCore import QCoreApplication, QLocale, QTimer
from PySide6.QtWidgets import QApplication

from openeo_desktop import __version__
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.formatting import format_number
from openeo_desktop.core.log_file import chosen_level, start_log_file, stop_log_file
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.core.settings import Settings
from openeo_desktop.core.words import error_text
from openeo_desktop.services.data_removal_files import finish_removal, is_removal_ordered
from openeo_desktop.services.services import Services, make_services
from openeo_desktop.services.spawner import Spawner
from openeo_desktop.store.salvage import Salvage
from openeo_desktop.ui.errors.bug_report_dialog import BugReporter
from openeo_desktop.ui.errors.crash_care import CrashCare, crash_kept
from openeo_desktop.ui.errors.error_presenter import ErrorPresenter
from openeo_desktop.ui.jobs.action_notices import ActionNotices
from openeo_desktop.ui.look.chosen_scheme import chosen_scheme
from openeo_desktop.ui.look.icons import app_icon
from openeo_desktop.ui.look.languages import chosen_language, speak
from openeo_desktop.ui.look.theme import apply_theme
from openeo_desktop.ui.loop.garbage_timer import GarbageTimer
from openeo_desktop.ui.loop.qt_messages import QtMessages
from openeo_desktop.ui.loop.unix_signals import UnixSignals
from openeo_desktop.ui.window.main_window import MainWindow
from openeo_desktop.ui.window.quitting import Quitting
from openeo_desktop.ui.window.single_instance import SingleInstance, must_be_alone
from openeo_desktop.ui.window.summoning import DesktopApplication, Summoning
from openeo_desktop.ui.window.window_around import WindowAround

log = logging.getLogger(__name__)
LOCAL_FOLDERS = "local/data_folders"


@dataclass(slots=True)
class Desktop:
    """The running app as the demonstration sees it."""

    application: QApplication
    window: MainWindow
    services: Services
    spawner: Spawner


Driver = Callable[[Desktop], Coroutine[Any, Any, int | None]]
"""Drives the window by itself; a number ends the app with that exit code, None leaves it open."""


@dataclass(frozen=True, slots=True)
class Start:
    """What a start of the window is to do: `file` opens in the dialog for a new job, `link` selects
    a job.

    `hidden`: it stays in the tray until the person wants it. `idle`: nothing is watched, fetched
    or started.
    """

    driver: Driver | None = None
    data_folders: Sequence[Path] = ()
    file: Path | None = None
    hidden: bool = False
    idle: bool = False
    link: str = ""


def run_window(
    paths: AppPaths,
    *,
    driver: Driver | None = None,
    data_folders: Sequence[Path] = (),
    file: Path | None = None,
    alone: bool = False,
    hidden: bool = False,
    idle: bool = False,
    link: str = "",
) -> int:
    """Show the window until it is closed; returns the exit code.

    Where the window of these folders is open already, that one comes to the front, with the file
    or the job of the link; `alone` makes this an error. A `hidden` start leaves it where it is; an
    `idle` one makes no request and starts no back-end.

    Raises:
        StorageError: The folders or the history cannot be used, or the window that is open with
            them does not answer.
    """
    messages = QtMessages()
    application = make_application()
    instance = SingleInstance(paths)
    try:
        if not instance.claim():
            if hidden:
                return 0
            if alone:
                raise must_be_alone(paths)
            if instance.hand_over(file, link=link):
                return 0
        start = Start(driver, data_folders, file, hidden, idle, link)
        return _run_alone(application, paths, instance, start)
    finally:
        instance.release()
        messages.stop()


def _run_alone(
    application: QApplication, paths: AppPaths, instance: SingleInstance, start: Start
) -> int:
    """Run the loop; around it, what is to be done while nobody else uses the folders."""
    if _finish_removal(paths, instance):  # one that was interrupted
        instance.claim()
    loop = asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application))
    with crash_kept(paths), loop as runner:
        code = runner.run(_main(application, paths, instance, start))
    _finish_removal(paths, instance)
    return code


def _finish_removal(paths: AppPaths, instance: SingleInstance) -> bool:
    """Remove all data if the person has ordered it; the lock lies in the folder that goes."""
    if not is_removal_ordered(paths):
        return False
    instance.release()
    finish_removal(paths)
    return True


def make_application() -> QApplication:
    """The application object with name, icon, locale and theme."""
    QCoreApplication.setApplicationName("openEO Desktop")
    QCoreApplication.setApplicationVersion(__version__)
    application = QApplication.instance() or DesktopApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        raise TypeError("a Qt application without widgets runs already")
    application.setDesktopFileName("org.openeo.Desktop")
    application.setQuitOnLastWindowClosed(False)
    QLocale.setDefault(QLocale.system())
    apply_theme(application)
    application.setWindowIcon(app_icon())
    return application


async def _main(
    application: QApplication,
    paths: AppPaths,
    instance: SingleInstance,
    start: Start,
) -> int:
    services = make_services(paths)
    try:
        await services.open()
        return await _run(application, services, instance, start)
    finally:
        await services.close()


async def _run(
    application: QApplication, services: Services, instance: SingleInstance, start: Start
) -> int:
    """From the first paint to the end of the window; leaves everything as it found it."""
    crashes = CrashCare(services)
    log_file = start_log_file(services.paths.logs, chosen_level(services.settings))
    _follow_choices(application, services.settings)
    bugs = BugReporter(keep=crashes.keep_bug)
    spawner = Spawner(bugs.report)
    window = MainWindow(services, spawner.spawn)
    presenter = _present_errors(services, spawner, window)
    bugs.setParent(window)
    ended: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    hooks = _Hooks(bugs.report, presenter.present)
    garbage = GarbageTimer()
    signals = UnixSignals(lambda: _end(ended, 0))
    quitting = Quitting(services, spawner.spawn, window)
    quitting.allowed.connect(lambda: _end(ended, 0))
    window.quit_requested.connect(quitting.begin)
    around = WindowAround(application, services, spawner.spawn, window)
    around.show(hidden=start.hidden)
    crashes.offer(window)
    try:
        desktop = Desktop(application, window, services, spawner)
        _set_going(desktop, start, ended)
        _hear_later_starts(around.summoning, instance, start)
        return await ended
    finally:
        instance.stop_listening()
        window.hide()
        around.shut_down()
        window.shut_down()
        await spawner.close()
        signals.stop()
        garbage.stop()
        hooks.remove()
        window.deleteLater()
        crashes.stop()
        stop_log_file(log_file)


def _follow_choices(application: QApplication, settings: Settings) -> None:
    apply_theme(application, chosen_scheme(settings))
    speak(application, chosen_language(settings))


def _present_errors(services: Services, spawner: Spawner, window: MainWindow) -> ErrorPresenter:
    presenter = ErrorPresenter(window)
    window.actions_.recent_messages.triggered.connect(presenter.show_recent)
    ActionNotices(services, spawner.spawn, window.show_notice, window)
    spawner.present = presenter.present
    return presenter


def _hear_later_starts(summoning: Summoning, instance: SingleInstance, start: Start) -> None:
    instance.summoned.connect(summoning.follow)
    summoning.open(start.file, start.link)
    QTimer.singleShot(0, instance, instance.listen)  # after the first paint: it loads Qt Network


def _end(ended: asyncio.Future[int], code: int) -> None:
    if not ended.done():
        ended.set_result(code)


def _set_going(desktop: Desktop, start: Start, ended: asyncio.Future[int]) -> None:
    services, spawner = desktop.services, desktop.spawner
    if not start.idle:
        spawner.spawn(_begin(services, spawner, start.data_folders), "start")
    if start.driver is not None:
        spawner.spawn(_drive(start.driver, desktop, ended), "drive the window")


async def _drive(driver: Driver, desktop: Desktop, ended: asyncio.Future[int]) -> None:
    try:
        code = await driver(desktop)
    except AppError as error:
        print(f"Error: {error}", file=sys.stderr)  # noqa: T201 - the demonstration prints
        _end(ended, error.exit_code)
    except Exception:
        _end(ended, 1)  # else nobody would: the window has no person
        raise
    else:
        if code is not None:
            _end(ended, code)


async def _begin(services: Services, spawner: Spawner, folders: Sequence[Path]) -> None:
    """After the first paint: go on with downloads, watch the accounts, start our own back-end."""
    if services.salvaged is not None:
        spawner.spawn(_say_salvaged(services.salvaged), "open the history")
    spawner.spawn(services.check_history(), "check the history")
    steps = {
        "go on with the downloads": services.downloads.load,
        "begin with the automatic downloads": services.auto_downloads.start,
        "read the notices": services.notices.start,
        "watch the accounts": services.watch,
    }
    for what, step in steps.items():  # one after the other, and none is lost by one that fails
        await asyncio.wait([spawner.spawn(step(), what)])
    known = [Path(text) for text in services.settings.get(LOCAL_FOLDERS, list[str]())]
    if services.local.is_installed():
        await services.local.start([*known, *folders])


async def _say_salvaged(salvaged: Salvage) -> None:
    kept = salvaged.path.name
    raise AppError(
        _salvaged(salvaged),
        f"The damaged file was kept as {kept}."
        if salvaged.complete
        else f"The damaged file was kept as {kept}. "
        f"What is missing is read from your back-ends again.",
    )


def _salvaged(salvaged: Salvage) -> str:
    if salvaged.complete:
        return error_text("The history was damaged. Everything in it could be saved.")
    if not salvaged.jobs:
        return error_text("The history was damaged and starts anew: nothing of it could be read.")
    jobs, entries = format_number(salvaged.jobs), format_number(salvaged.log_entries)
    return error_text(
        f"The history was damaged. It could be saved in part: jobs: {jobs}, log entries: {entries}."
    )


class _Hooks:
    """Whatever nobody caught, from slots, threads and the loop, ends in `report`."""

    def __init__(
        self,
        report: Callable[[BaseException, str], None],
        present: Callable[[AppError, str], None],
    ) -> None:
        self._report = report
        self._present = present
        self._loop = asyncio.get_running_loop()
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        self._loop.set_exception_handler(self._on_loop_exception)

    def _on_exception(
        self,
        _kind: type[BaseException],
        error: BaseException,
        _traceback: TracebackType | None,
    ) -> None:
        self._tell(error, "a click")

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        error = arguments.exc_value
        if error is not None:
            self._loop.call_soon_threadsafe(self._tell, error, "background work")

    def _on_loop_exception(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception") or RuntimeError(str(context.get("message")))
        self._tell(error, "background work")

    def _tell(self, error: BaseException, what: str) -> None:
        if isinstance(error, AppError):
            self._present(error, what)
        elif not isinstance(error, KeyboardInterrupt):
            self._report(error, what)

    def remove(self) -> None:
        """Put back what was there before."""
        sys.excepthook, threading.excepthook = self._before
        self._loop.set_exception_handler(None)
