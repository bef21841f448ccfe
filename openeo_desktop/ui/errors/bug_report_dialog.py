"""Says that something went wrong inside the app, once per distinct bug, with a report to copy."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QWidget

from openeo_desktop.ui.errors.bug_report import bug_report, fingerprint
from openeo_desktop.ui.errors.error_details_dialog import CopyableTextDialog

log = logging.getLogger(__name__)
_MAX_DIALOGS = 3


def _tr(text: str) -> str:
    return QCoreApplication.translate("BugReportDialog", text)


class BugReportDialog(CopyableTextDialog):
    """Not modal: whatever still works stays usable."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        title = _tr("Something went wrong inside the app")
        sentence = _tr(
            "This is a mistake in openEO Desktop, not yours. Jobs on the back-ends go on, and the "
            "app can usually be used further; if it behaves oddly, start it again. The report "
            "below holds no password and no link to data: copy it if you want to tell us."
        )
        super().__init__(title, sentence, report, parent)
        self.setObjectName("bugReportDialog")
        self.resize(640, 420)


class BugReporter(QObject):
    """The last resort of every unexpected error. Never raises itself.

    Each distinct bug opens one dialog in a session, at most three are open at a time; all are
    logged.

    Args:
        keep: Takes the report of each distinct bug; must not block.
    """

    def __init__(
        self, window: QWidget | None = None, keep: Callable[[str], object] | None = None
    ) -> None:
        super().__init__()
        self._window = window
        self._counts: dict[str, int] = {}
        self._open: list[BugReportDialog] = []
        self._keep = keep

    def set_window(self, window: QWidget) -> None:
        """Dialogs belong to this window from now on."""
        self._window = window

    def report(self, error: BaseException, what: str) -> None:
        """Log a bug, and show it if it is the first of its kind."""
        log.error("Bug while: %s", what, exc_info=error)
        try:
            self._report(error, what)
        except Exception:
            log.exception("The bug could not be shown")

    def count(self, error: BaseException) -> int:
        """How often this bug was reported."""
        return self._counts.get(fingerprint(error), 0)

    def dialogs(self) -> tuple[BugReportDialog, ...]:
        """Those that are open."""
        return tuple(self._open)

    def _report(self, error: BaseException, what: str) -> None:
        kind = fingerprint(error)
        self._counts[kind] = self._counts.get(kind, 0) + 1
        if self._counts[kind] > 1:
            return
        report = bug_report(error, what)
        if self._keep is not None:
            self._keep(report)
        if len(self._open) >= _MAX_DIALOGS:
            return
        dialog = BugReportDialog(report, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._open.append(dialog)
        dialog.finished.connect(lambda _code: self._open.remove(dialog))
        dialog.show()
