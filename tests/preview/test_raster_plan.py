"""Which pixels answer a picture, and from which overview."""

from __future__ import annotations

from openeo_desktop.preview.raster_plan import decoded_pixels, level, lighter, plan
from openeo_desktop.preview.values import Band, PictureRequest, RasterLayer


def test_a_coarser_overview_spares_what_is_decoded() -> None:
    layer = RasterLayer(
        "", 20_000, 20_000, (Band(1, "", "uint16"),), overviews=(2, 4, 8, 16, 32), block=(512, 512)
    )
    whole = plan(layer, PictureRequest(0, (1,), (0, 0, 20_000, 20_000), 1100, 800))
    assert level(layer, whole) == 16
    few = 4 * 512 * 512
    spared = lighter(layer, whole, few)
    assert (level(layer, spared), spared.area) == (32, whole.area)
    assert decoded_pixels(layer, spared) <= few
    assert lighter(layer, whole, 9 * 512 * 512) == whole


def test_what_is_looked_at_closely_stays_sharp() -> None:
    layer = RasterLayer(
        "", 20_000, 20_000, (Band(1, "", "uint16"),), overviews=(2, 4), block=(512, 512)
    )
    close = plan(layer, PictureRequest(0, (1,), (0, 0, 1100, 800), 1100, 800))
    assert lighter(layer, close, 1) == close
