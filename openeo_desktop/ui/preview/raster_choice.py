"""How the person wants to see a raster: bands, time, colours, stretch; and what is remembered."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from openeo_desktop.core.settings import Settings

COLOURS_KEY = "preview.colours"
STRETCH_KEY = "preview.stretch"
LINKED_KEY = "preview.stretch_linked"
MOST_REMEMBERED = 200


class Stretch(StrEnum):
    """Which values the colours cover."""

    AUTO = "auto"
    PERCENT = "percent"
    RANGE = "range"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class RasterChoice:
    """A choice is a value; another one is another picture.

    `names` are one band, or three for red, green and blue. `colour_map` is empty for the one that
    suits the band. `limits` are own numbers, one pair for each band; empty unless OWN. `linked`:
    one range for all three bands of RGB.
    """

    grid: int
    names: tuple[str, ...]
    time: dt.datetime | None = None
    colour_map: str = ""
    reverse: bool = False
    stretch: Stretch = Stretch.AUTO
    limits: tuple[tuple[float, float], ...] = ()
    linked: bool = False

    @property
    def is_rgb(self) -> bool:
        """Three bands make the colours."""
        return len(self.names) == 3


def remembered_colours(settings: Settings, name: str) -> tuple[str, bool]:
    """The colour map that was last chosen for a band of this name; empty if none was."""
    known: dict[str, Any] = settings.get(COLOURS_KEY, {})
    kept = known.get(name)
    if isinstance(kept, list) and len(kept) == 2 and isinstance(kept[0], str):
        return kept[0], kept[1] is True
    return "", False


def remember_colours(settings: Settings, choice: RasterChoice) -> None:
    """Keep it for the bands of this name; the oldest are forgotten."""
    known: dict[str, Any] = settings.get(COLOURS_KEY, {})
    kept = dict(known)
    kept.pop(choice.names[0], None)
    kept[choice.names[0]] = [choice.colour_map, choice.reverse]
    settings.set(COLOURS_KEY, dict(list(kept.items())[-MOST_REMEMBERED:]))


def remembered_stretch(settings: Settings) -> Stretch:
    """Own numbers belong to one file: they are not remembered."""
    kept = settings.get(STRETCH_KEY, "")
    known = (Stretch.PERCENT, Stretch.RANGE)
    return next((stretch for stretch in known if stretch == kept), Stretch.AUTO)


def remember_stretch(settings: Settings, stretch: Stretch) -> None:
    """Keep it for the next file."""
    if stretch is not Stretch.OWN:
        settings.set(STRETCH_KEY, str(stretch))


def remembered_linked(settings: Settings) -> bool:
    """Whether red, green and blue had one range when that was last chosen."""
    return settings.get(LINKED_KEY, False) is True


def remember_linked(settings: Settings, *, linked: bool) -> None:
    """Keep it for the next file."""
    settings.set(LINKED_KEY, linked)
