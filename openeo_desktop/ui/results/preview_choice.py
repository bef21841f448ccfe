"""Which file of a result is shown while none is chosen: what is here first, else from the server.

Only decides; what is fetched for it is counted on screen by `ui.preview.viewer_host`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from openeo_desktop.core.assets import Asset
from openeo_desktop.ui.results.preview_load import (
    has_viewer,
    is_raster,
    is_sent_in_parts,
    is_thumbnail,
)

SMALL = 1_000_000
"""What is no larger is fetched ahead whole, about as fast as a part of it."""
_PICTURES = frozenset(("visual", "overview", "thumbnail"))


def best_here(
    assets: Sequence[Asset],
    file_of: Callable[[str], Path | None],
    can_show: Callable[[Asset], bool],
) -> Asset | None:
    """The first raster that is on this computer, a thumbnail, or another file; None: none is."""
    here = [one for one in assets if can_show(one) and file_of(one.key)]
    for wanted in (is_raster, is_thumbnail, has_viewer):
        found = next((one for one in here if wanted(one)), None)
        if found is not None:
            return found
    return None


def best_on_server(assets: Sequence[Asset], refused: Collection[str]) -> Asset | None:
    """The raster whose picture costs least to see: made for the eye, cloud-optimised, smallest.

    Args:
        refused: Keys of those that were tried and that the server does not give in parts.
    """
    found = [one for one in assets if _is_worth_it(one) and one.key not in refused]
    return min(found, key=_rank, default=None)


def _is_worth_it(asset: Asset) -> bool:
    small = asset.size is not None and asset.size <= SMALL
    return is_sent_in_parts(asset) and not small and "metadata" not in asset.roles


def _rank(asset: Asset) -> tuple[int, bool, float]:
    """STAC asset roles; the media type's profile of cloud-optimised GeoTIFF (OGC 21-026)."""
    roles = set(asset.roles)
    role = 0 if roles & _PICTURES else 1 if "data" in roles else 2
    optimised = "cloud-optimized" in asset.media_type.lower()
    return role, not optimised, float("inf") if asset.size is None else asset.size
