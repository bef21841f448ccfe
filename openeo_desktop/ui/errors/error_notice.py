"""One error over the window: what failed, why, how often; the whole of it can be copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.ui.errors.error_details_dialog import ErrorDetailsDialog
from openeo_desktop.ui.errors.failed_actions import failed_action
from openeo_desktop.ui.kit.corner_card import CornerCard
from openeo_desktop.ui.kit.message_bar import Level

PASSING_MS = 12_000
LASTING_MS = 30_000
"""Long enough to be read twice; then what it covers is free again (Help ▸ Recent messages)."""
_LONGEST = 280


class ErrorNotice(CornerCard):
    """A card that counts repetitions."""

    def __init__(self, error: AppError, what: str, parent: QWidget, *, passing: bool) -> None:
        super().__init__(parent)
        self.passing = passing
        self.count = 1
        self._error = error
        self._what = what
        self._subject = error.subject
        self.bar.action_triggered.connect(self._on_details_wanted)
        self._show()

    def count_again(self, error: AppError) -> None:
        """The same error happened again."""
        self.count += 1
        self._error = error
        if error.subject != self._subject:
            self._subject = ""  # of several jobs: none of them is named
        self._show()
        self.resized.emit()

    def _show(self) -> None:
        text = visible_text(f"{self._action()} {self._error}".strip())
        if len(text) > _LONGEST:
            text = text[:_LONGEST] + "…"
        if self.count > 1:
            text = self.tr("{text} ({count} times)").format(text=text, count=self.count)
        level: Level = "warning" if self.passing else "error"
        self.bar.show_message(level, text, self.tr("Details") if self._has_details() else None)
        self.live_for(PASSING_MS if self.passing else LASTING_MS)

    def _action(self) -> str:
        return failed_action(self._what, self._subject)

    def _title(self) -> str:
        return self._action().rstrip(".") or self.tr("Details")

    def _has_details(self) -> bool:
        error = self._error
        return bool(error.code or error.reference or error.details) or len(str(error)) > _LONGEST

    def _on_details_wanted(self) -> None:
        text = visible_text(self._error.full_text())
        dialog = ErrorDetailsDialog(self._title(), text, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def is_looked_at(self) -> bool:
        read = any(dialog.isVisible() for dialog in self.findChildren(ErrorDetailsDialog))
        return read or super().is_looked_at()
