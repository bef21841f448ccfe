"""Says calmly that the app did not end well last time, and offers the report. Nothing is sent."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.crash_reports import CrashReport, note_offered
from openeo_desktop.core.settings import Settings
from openeo_desktop.ui.errors.error_details_dialog import CopyableTextDialog
from openeo_desktop.ui.kit.corner_card import CornerCard
from openeo_desktop.ui.kit.corner_stack import corner_stack
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard

UNWANTED = "crash_reports/unwanted"
"""Key of the settings: the kinds of crash that are not to be shown again."""
_MOST_UNWANTED = 50


def _tr(text: str) -> str:
    return QCoreApplication.translate("CrashCard", text)


class CrashReportDialog(CopyableTextDialog):
    """The whole report, to be read before it is handed on."""

    def __init__(self, report: str, parent: QWidget | None) -> None:
        sentence = _tr(
            "This report is kept on this computer and sent nowhere. Passwords, tokens and signed "
            "links are left out; look through it all the same before you hand it on, for titles of "
            "jobs may be in the log."
        )
        super().__init__(_tr("The app did not end well last time"), sentence, report, parent)
        self.setObjectName("crashReportDialog")
        self.resize(720, 520)


class CrashCard(CornerCard):
    """Stays until it is closed; offers the same crash once."""

    def __init__(self, report: CrashReport, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent, copyable=False, stacked=True)
        self.setObjectName("crash_card")
        self._report = report
        self._settings = settings
        text = _tr(
            "openEO Desktop did not end well last time ({what}). Your jobs and downloads are safe. "
            "A report is kept on this computer; nothing is sent."
        ).format(what=report.what)
        self.bar.show_message("info", text, _tr("Show"))
        self.bar.action_triggered.connect(self._on_show_wanted)
        self.copy_button = self.bar.add_action(_tr("Copy the report"))
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.unwanted_button = self.bar.add_action(_tr("Do not show this again"))
        self.unwanted_button.clicked.connect(self._on_unwanted_clicked)

    def showEvent(self, event: QShowEvent) -> None:
        """Seen: a start that stays in the tray leaves it to the next one."""
        super().showEvent(event)
        note_offered(self._report)

    def _on_show_wanted(self) -> None:
        dialog = CrashReportDialog(self._report.text, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        self.dismiss()

    def _on_copy_clicked(self) -> None:
        copy_to_clipboard(self._report.text)
        self.copy_button.setText(_tr("Copied"))

    def _on_unwanted_clicked(self) -> None:
        known = self._settings.get(UNWANTED, list[str]())
        self._settings.set(UNWANTED, [*known, self._report.kind][-_MOST_UNWANTED:])
        self.dismiss()


def offer_crash(report: CrashReport, settings: Settings, window: QWidget) -> CrashCard | None:
    """Show the card, once for each crash; None if crashes of its kind are not wanted."""
    if report.kind in settings.get(UNWANTED, list[str]()):
        note_offered(report)
        return None
    stack = corner_stack(window)
    card = CrashCard(report, settings, stack)
    stack.add(card)
    return card
