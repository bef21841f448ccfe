"""`services.update_check.UpdateCheck` where nobody asks anybody."""

from __future__ import annotations

from dataclasses import dataclass, field

from openeo_desktop.core.events import Event
from openeo_desktop.core.releases import Release


@dataclass
class FakeUpdates:
    """Tells what it is given by `found.emit`; `skipped` holds what is not to come again."""

    found: Event[Release] = field(default_factory=Event)
    address: str = ""
    newer: Release | None = None
    skipped: list[str] = field(default_factory=list)

    def skip(self, release: Release) -> None:
        self.skipped.append(release.version)
