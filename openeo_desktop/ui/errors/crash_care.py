"""Crashes around one run of the window: the last one offered, this one's written down."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from openeo_desktop.core.crash_reports import CrashWatch, find_crash, keep_bug, keep_crash
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.ui.errors.bug_report import bug_report, version_lines

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services


@contextlib.contextmanager
def crash_kept(paths: AppPaths) -> Iterator[None]:
    """What nobody catches, and so ends the app, is written down and raised further."""
    try:
        yield
    except AppError:
        raise  # the person is told in words
    except Exception as error:
        keep_crash(paths, bug_report(error, "the run of the app"))
        sys.excepthook = sys.__excepthook__  # no dialog any more, but the terminal
        raise


class CrashCare:
    """Made before the run writes to its log; watches until `stop`."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._found = find_crash(services.paths)
        self._watch = CrashWatch(services.paths, version_lines())
        self._watch.start()

    def keep_bug(self, report: str) -> None:
        """Of an error that the person is told of now; written beside the window's work."""
        self._services.lanes.files.submit(keep_bug, self._services.paths, report)

    def offer(self, window: QWidget) -> None:
        """The crash of the last run, if there was one."""
        if self._found is not None:
            from openeo_desktop.ui.errors.crash_card import offer_crash

            offer_crash(self._found, self._services.settings, window)

    def stop(self) -> None:
        """This run has ended well."""
        self._watch.stop()
