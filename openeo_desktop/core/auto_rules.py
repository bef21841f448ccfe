"""Which files of a job that has finished are fetched without being asked for."""

from __future__ import annotations

import fnmatch
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from openeo_desktop.core.assets import Asset
from openeo_desktop.core.json_values import as_text, as_texts


@dataclass(frozen=True, slots=True)
class AutoRule:
    """An empty part of the filter lets everything through; the parts hold together.

    Attributes:
        media_types: Of these types alone, without parameters; `image/*` is any picture.
        roles: With one of these roles (STAC asset roles).
        glob: Whose key matches this pattern, in any case; several with `;` between them.
    """

    media_types: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    glob: str = ""

    def takes(self, asset: Asset) -> bool:
        """Whether this file is to be fetched."""
        kind = asset.media_type.partition(";")[0].strip().lower()
        patterns = [part.strip().lower() for part in self.glob.split(";") if part.strip()]
        return (
            _one_matches(kind, [part.lower() for part in self.media_types])
            and (not self.roles or not set(self.roles).isdisjoint(asset.roles))
            and _one_matches(asset.key.lower(), patterns)
        )

    def as_json(self) -> dict[str, Any]:
        """To be kept."""
        return {
            "media_types": list(self.media_types),
            "roles": list(self.roles),
            "glob": self.glob,
        }


def _one_matches(text: str, patterns: list[str]) -> bool:
    return not patterns or any(fnmatch.fnmatchcase(text, pattern) for pattern in patterns)


def parse_rule(raw: Mapping[str, Any]) -> AutoRule:
    """What was kept; a damaged part is an empty one."""
    return AutoRule(
        media_types=as_texts(raw.get("media_types")),
        roles=as_texts(raw.get("roles")),
        glob=as_text(raw.get("glob")),
    )
