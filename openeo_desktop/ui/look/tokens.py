"""The colours and measures of the look, light and dark, as plain values.

The only place where a colour is written down (style sheet, palette, icons and painters read it
from here). No Qt here, so that the contrast test needs no application.
"""

from __future__ import annotations

from dataclasses import dataclass

from openeo_desktop.core.jobs import JobStatus

RADIUS = 6
CARD_RADIUS = 8
FOCUS_RING = 2
PANE_SPACING = 16
GROUP_SPACING = 10
LINE_SPACING = 6
ROW_JOBS = 34
ROW_ASSETS = 28
ROW_LOG = 22
ICON_SIZE = 16


@dataclass(frozen=True, slots=True)
class Tint:
    """A text colour and the fill it stands on, as `#RRGGBB`."""

    text: str
    fill: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """One colour scheme. All colours are `#RRGGBB`.

    `text`, `muted` and every `Tint` keep at least 4.5:1 on what they stand on, `accent` and
    `control` (outlines of check boxes and scroll bar handles under the pointer) at least 3:1.
    """

    name: str
    window: str
    surface: str
    raised: str
    border: str
    selection: str
    hover: str
    text: str
    muted: str
    disabled: str
    control: str
    accent: str
    accent_hover: str
    on_accent: str
    created: Tint
    queued: Tint
    running: Tint
    finished: Tint
    error: Tint
    canceled: Tint

    def status(self, status: JobStatus) -> Tint:
        """The tint of a job status; unknown ones look like «created»: neutral."""
        if status is JobStatus.UNKNOWN:
            return self.created
        tint: Tint = getattr(self, status.value)
        return tint

    def level(self, level: str) -> Tint:
        """The tint of a message level: info, success, warning or error."""
        names = {"info": "running", "success": "finished", "warning": "queued", "error": "error"}
        tint: Tint = getattr(self, names.get(level, "created"))
        return tint


LIGHT = Tokens(
    name="light",
    window="#F4F5F7",
    surface="#FFFFFF",
    raised="#FAFBFC",
    border="#D9DEE4",
    selection="#DCEBFA",
    hover="#EEF3F8",
    text="#1B1F24",
    muted="#57606A",
    disabled="#98A1AB",
    control="#7C8794",
    accent="#1665B6",
    accent_hover="#0F559C",
    on_accent="#FFFFFF",
    created=Tint("#4B5560", "#ECEFF2"),
    queued=Tint("#7A4D00", "#FFF1CF"),
    running=Tint("#0B58A5", "#E0EEFE"),
    finished=Tint("#176E31", "#DFF4E5"),
    error=Tint("#A82017", "#FDE5E2"),
    canceled=Tint("#5F4594", "#EEE8F8"),
)

DARK = Tokens(
    name="dark",
    window="#14171B",
    surface="#1B1F24",
    raised="#20252B",
    border="#2F363E",
    selection="#1E3A57",
    hover="#252B32",
    text="#E6EAF0",
    muted="#9BA5B1",
    disabled="#5F6974",
    control="#78838F",
    accent="#5AA7F5",
    accent_hover="#7BBAF8",
    on_accent="#0B1118",
    created=Tint("#B3BCC7", "#2B3138"),
    queued=Tint("#F2BE58", "#3B2F14"),
    running=Tint("#78B8FF", "#17324F"),
    finished=Tint("#6BD085", "#16361F"),
    error=Tint("#FF9385", "#47211D"),
    canceled=Tint("#C3ADEE", "#312848"),
)
