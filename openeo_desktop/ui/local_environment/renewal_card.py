"""Says once for each version of the app that «This computer» was set up for another one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from openeo_desktop import __version__
from openeo_desktop.core.settings import Settings
from openeo_desktop.ui.kit.corner_card import CornerCard
from openeo_desktop.ui.kit.corner_stack import corner_stack
from openeo_desktop.ui.local_environment.set_up_texts import tr

TOLD = "local_environment/renewal_told"
"""Key of the settings: the version of the app for which it was said."""


class RenewalCard(CornerCard):
    """Stays until it is closed; the settings tell the size and do it."""

    def __init__(self, on_show: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent, copyable=False, stacked=True)
        self.setObjectName("renewal_card")
        text = tr("«This computer» was set up for another version of the app. It still works.")
        self.bar.show_message("info", text, tr("Bring it up to date…"))
        self._on_show = on_show
        self.bar.action_triggered.connect(self._on_wanted)

    def _on_wanted(self) -> None:
        self._on_show()
        self.dismiss()


def offer_renewal(
    settings: Settings, window: QWidget, on_show: Callable[[], object]
) -> RenewalCard | None:
    """Show the card, unless this version has said it before."""
    if settings.get(TOLD, "") == __version__:
        return None
    settings.set(TOLD, __version__)
    stack = corner_stack(window)
    card = RenewalCard(on_show, stack)
    stack.add(card)
    return card
