"""What a person may choose of tray and notifications, as it is kept in the settings. No widgets."""

from __future__ import annotations

import enum

from openeo_desktop.core.settings import Settings

TRAY = "tray/shown"
CLOSE = "window/close"
SYSTEM_NOTICES = "notices/system"


class OnClose(enum.StrEnum):
    """What closing the window does; ASK until the person has chosen."""

    ASK = "ask"
    HIDE = "hide"
    QUIT = "quit"


def on_close(settings: Settings) -> OnClose:
    """The choice; an unknown word is none."""
    kept = settings.get(CLOSE, "")
    return OnClose(kept) if kept in set(OnClose) else OnClose.ASK


def wants_tray(settings: Settings) -> bool:
    """Whether the icon is shown where the system has a tray."""
    return settings.get(TRAY, True)


def wants_system_notices(settings: Settings) -> bool:
    """Whether the system's notifications tell of jobs while the window is not in front."""
    return settings.get(SYSTEM_NOTICES, True)
