"""Says that a newer release is there: what is new, where to get it, or never again for this one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.releases import Release
from openeo_desktop.services.update_check import UpdateCheck
from openeo_desktop.ui.accounts.web_pages import host_of, open_page
from openeo_desktop.ui.errors.error_details_dialog import CopyableTextDialog
from openeo_desktop.ui.kit.corner_card import CornerCard
from openeo_desktop.ui.kit.corner_stack import corner_stack
from openeo_desktop.ui.look import fonts


def _tr(text: str) -> str:
    return QCoreApplication.translate("UpdateCard", text)


class ReleaseNotesDialog(CopyableTextDialog):
    """What the release says of itself, as plain text."""

    def __init__(self, release: Release, parent: QWidget | None) -> None:
        title = _tr("What is new in {version}").format(version=release.version)
        host = host_of(release.page)
        sentence = _tr("The text comes from {host}.").format(host=host)
        notes = "\n".join(visible_text(line) for line in release.notes.splitlines())
        super().__init__(title, sentence, notes or _tr("Nothing is said of it."), parent)
        self.setObjectName("releaseNotesDialog")
        self.text.setFont(fonts.body_font())
        self.resize(640, 480)


class UpdateCard(CornerCard):
    """Stays until it is closed; the next day it comes again, unless this release is skipped."""

    def __init__(self, release: Release, updates: UpdateCheck, parent: QWidget) -> None:
        super().__init__(parent, copyable=False, stacked=True)
        self.setObjectName("update_card")
        self._release = release
        self._updates = updates
        text = _tr("openEO Desktop {version} is there. It can be downloaded from {host}.")
        text = text.format(version=release.version, host=host_of(release.page))
        self.bar.show_message("info", text, _tr("Download page"))
        self.bar.action_triggered.connect(self._on_page_wanted)
        self.notes_button = self.bar.add_action(_tr("What is new"))
        self.notes_button.clicked.connect(self._on_notes_wanted)
        self.skip_button = self.bar.add_action(_tr("Skip it"))
        self.skip_button.clicked.connect(self._on_skipped)

    def _on_page_wanted(self) -> None:
        if open_page(self._release.page):
            self.dismiss()

    def _on_notes_wanted(self) -> None:
        dialog = ReleaseNotesDialog(self._release, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def _on_skipped(self) -> None:
        self._updates.skip(self._release)
        self.dismiss()


def tell_of_update(release: Release, updates: UpdateCheck, window: QWidget) -> UpdateCard:
    """Show the card; an earlier one gives way."""
    stack = corner_stack(window)
    for earlier in stack.findChildren(UpdateCard):
        earlier.dismiss()
    card = UpdateCard(release, updates, stack)
    stack.add(card)
    return card
