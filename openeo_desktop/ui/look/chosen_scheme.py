"""The colour scheme that the person chose, as it is kept in the settings."""

from __future__ import annotations

from openeo_desktop.core.settings import Settings
from openeo_desktop.ui.look.theme import Scheme

SCHEME = "look/scheme"
_KNOWN: dict[str, Scheme] = {"system": "system", "light": "light", "dark": "dark"}


def chosen_scheme(settings: Settings) -> Scheme:
    """Light, dark, or what the system says (also if what is kept is nonsense)."""
    return _KNOWN.get(settings.get(SCHEME, ""), "system")
