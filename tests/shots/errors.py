"""Pictures of errors over a window, of bug reports, and of the About dialog."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from openeo_desktop.core.errors import AppError, BackEndError, UnreachableError
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.ui.errors.bug_report_dialog import BugReportDialog
from openeo_desktop.ui.errors.error_details_dialog import ErrorDetailsDialog
from openeo_desktop.ui.errors.error_presenter import ErrorPresenter
from openeo_desktop.ui.window.about_dialog import AboutDialog
from tests.shots.shot import Shot

_REFUSED = BackEndError(
    "This job is locked: it is queued or running.",
    "Stop it first.",
    code="JobLocked",
    reference="r-2611221127-8c1e",
)
_OFFLINE = UnreachableError(
    "The back-end openeo.vito.be does not answer.", "Try again when the network is back."
)


def _window(*errors: tuple[AppError, str]) -> QWidget:
    window = QWidget()
    window.resize(1000, 560)
    presenter = ErrorPresenter(window)
    for error, what in errors:
        presenter.present(error, what)
    return window


def _one() -> QWidget:
    return _window((_REFUSED, "delete the job"))


def _several() -> QWidget:
    many = "A sentence of a back-end that does not know when to stop talking. " * 40
    return _window(
        (_OFFLINE, "refresh the list"),
        (_OFFLINE, "refresh the list"),
        (_OFFLINE, "refresh the list"),
        (_REFUSED, "delete the job"),
        (BackEndError(many, code="Internal", details="Traceback\n  line 1"), "start the job"),
    )


def _details() -> QWidget:
    return ErrorDetailsDialog("Could not delete the job", _REFUSED.full_text(), None)


def _bug() -> QWidget:
    return BugReportDialog(_REPORT)


_REPORT = """openEO Desktop 0.1.0
Python 3.12.7, PySide6 6.11.3, Qt 6.11.3
Linux 6.8.0 (x86_64)
Qt platform xcb, scale 1
While: show the log

Traceback (most recent call last):
  File "~/openeo_desktop/models/log_table.py", line 88, in data
    return self._rows[index.row()].message
KeyError: 12
"""


def _about() -> QWidget:
    return AboutDialog(profile_paths(Path("/srv/people/anna/openeo-desktop")))


SHOTS = [
    Shot("error-notice", _one, (1000, 400)),
    Shot("error-notices-several", _several, (1000, 560)),
    Shot("error-details", _details, (560, 340)),
    Shot("bug-report", _bug, (640, 420)),
    Shot("about", _about, (520, 540)),
]
