"""The sample collection: a synthetic, believable Sentinel-2-like cube, the same on every computer.

400 x 400 pixels of 10 m, twelve dates of one summer, five bands: fields with a crop calendar, a
river, woods, clouds with shadows. Made with numpy once and written as netCDF (about 9 MB).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    FloatArray = NDArray[np.float64]
    IntArray = NDArray[np.int64]

SIZE = 400
DATES = 12
_ORIGIN = (461_000.0, 5_101_000.0)  # upper left corner in EPSG:32633, Ljubljana basin
_SEED = 20_240_601
_BANDS = {  # soil, green plants, water: reflectance; name and wavelength as Sentinel-2 has them
    "B02": ("blue", 0.490, 0.075, 0.030, 0.050),
    "B03": ("green", 0.560, 0.110, 0.065, 0.045),
    "B04": ("red", 0.665, 0.150, 0.035, 0.030),
    "B08": ("nir", 0.842, 0.220, 0.450, 0.015),
}
_SCL_SHADOW, _SCL_PLANTS, _SCL_SOIL, _SCL_WATER, _SCL_CLOUD = 3, 4, 5, 6, 9
_PLANTS_FROM = 0.35


@dataclass(frozen=True, slots=True)
class _Land:
    """What does not change: kind of land per pixel, day of fullest green, amount of green."""

    peak_day: FloatArray
    green_most: FloatArray
    water: NDArray[np.bool_]
    texture: FloatArray


def ensure_sample(path: Path) -> None:
    """Make the sample if it is not there; the file appears only when it is complete."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.new")
    _write(temporary)
    temporary.replace(path)


def _smooth_noise(random: Any, cells: int) -> FloatArray:
    """Noise from 0 to 1 with structures of SIZE / cells pixels (bilinear between grid points)."""
    import numpy as np

    coarse = random.random((cells + 2, cells + 2))
    place = np.linspace(0, cells, SIZE)
    low = place.astype(int)
    part = place - low
    rows = coarse[low] * (1 - part)[:, None] + coarse[low + 1] * part[:, None]
    mixed: FloatArray = rows[:, low] * (1 - part) + rows[:, low + 1] * part
    return mixed


def _make_land(random: Any) -> _Land:
    import numpy as np

    y, x = np.mgrid[0:SIZE, 0:SIZE].astype(float)
    seeds = random.random((140, 2)) * SIZE
    # Fields are the nearest-seed areas of a stretched plane: long strips as farmers plough them.
    distance = ((y[..., None] - seeds[:, 0]) * 1.7) ** 2 + (x[..., None] - seeds[:, 1]) ** 2
    field: IntArray = distance.argmin(axis=-1)
    peaks = random.choice([150.0, 172.0, 205.0, 228.0], len(seeds)) + random.normal(0, 5, 140)
    greens = random.uniform(0.55, 0.95, len(seeds))
    woods = _smooth_noise(random, 5) > 0.66
    river = np.abs(x - SIZE * 0.62 - 26 * np.sin(y / 37.0)) < 4.5
    return _Land(
        peak_day=np.where(woods, 190.0, peaks[field]),
        green_most=np.where(woods, 0.93, greens[field]),
        water=river,
        texture=0.9 + 0.2 * _smooth_noise(random, 64),
    )


def _greenness(land: _Land, day: int) -> FloatArray:
    """Share of green plants per pixel, 0 to 1, on a day of the year."""
    import numpy as np

    season = np.exp(-(((day - land.peak_day) / 42.0) ** 2))
    green: FloatArray = np.clip(land.green_most * (0.12 + 0.88 * season), 0, 1)
    return green


def _clouds(random: Any, cover: float) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Masks of clouds and of their shadows, which fall to the north-west."""
    import numpy as np

    noise = 0.7 * _smooth_noise(random, 6) + 0.3 * _smooth_noise(random, 24)
    cloud = noise > np.quantile(noise, 1 - cover) if cover else np.zeros_like(noise, dtype=bool)
    shadow = np.roll(cloud, (-9, -12), axis=(0, 1)) & ~cloud
    return cloud, shadow


def _scene(random: Any, land: _Land, day: int, cover: float) -> dict[str, Any]:
    """All bands of one date as they are stored: reflectance x 10,000 and classes."""
    import numpy as np

    green = _greenness(land, day)
    cloud, shadow = _clouds(random, cover)
    bands: dict[str, Any] = {}
    for name, (_, _, soil, plants, water) in _BANDS.items():
        ground = (soil * (1 - green) + plants * green) * land.texture
        ground = np.where(land.water, water, ground)
        ground = np.where(shadow, ground * 0.45, ground)
        bright = 0.55 + 0.25 * land.texture
        values = np.where(cloud, bright, ground) + random.normal(0, 0.004, ground.shape)
        bands[name] = np.clip(values * 10_000, 1, 15_000).round().astype("int16")
    classes = np.where(green > _PLANTS_FROM, _SCL_PLANTS, _SCL_SOIL)
    classes[land.water] = _SCL_WATER
    classes[shadow] = _SCL_SHADOW
    classes[cloud] = _SCL_CLOUD
    bands["SCL"] = classes.astype("uint8")
    return bands


def _write(path: Path) -> None:
    import netCDF4
    import numpy as np

    random = np.random.default_rng(_SEED)
    land = _make_land(random)
    days = [153 + 9 * number for number in range(DATES)]  # 2024-06-01 is day 153
    covers = [0.12, 0.0, 0.35, 0.05, 0.55, 0.0, 0.18, 0.30, 0.0, 0.42, 0.08, 0.22]
    scenes = [_scene(random, land, *pair) for pair in zip(days, covers, strict=True)]
    with netCDF4.Dataset(path, "w") as file:
        _write_frame(file, days)
        for name in (*_BANDS, "SCL"):
            _write_band(file, name, np.stack([scene[name] for scene in scenes]))


def _write_frame(file: Any, days: list[int]) -> None:
    """Title, dimensions, coordinates (pixel centres) and CRS, as CF 1.8 wants them."""
    import numpy as np
    from rasterio.crs import CRS

    file.Conventions = "CF-1.8"
    file.title = "Sample: one summer of a Sentinel-2-like landscape (synthetic)"
    file.summary = (
        "Made by this application for trying it out, not measured: surface reflectance in four"
        " bands and a scene classification (SCL: 3 shadow, 4 plants, 5 soil, 6 water, 9 cloud),"
        " 12 dates from June to September 2024, 400 x 400 pixels of 10 m."
    )
    axes = {
        "t": (np.array(days) - 1 + 10 / 24, "days since 2024-01-01 00:00:00"),
        "y": (_ORIGIN[1] - 10.0 * (np.arange(SIZE) + 0.5), "m"),
        "x": (_ORIGIN[0] + 10.0 * (np.arange(SIZE) + 0.5), "m"),
    }
    for name, (values, units) in axes.items():
        file.createDimension(name, len(values))
        variable = file.createVariable(name, "f8", (name,))
        variable.units = units
        variable[:] = values
    file.variables["t"].calendar = "proleptic_gregorian"
    file.createVariable("spatial_ref", "i4").crs_wkt = CRS.from_epsg(32633).to_wkt()


def _write_band(file: Any, name: str, values: Any) -> None:
    kind = "u1" if name == "SCL" else "i2"
    fill = None if name == "SCL" else -32768
    variable = file.createVariable(
        name, kind, ("t", "y", "x"), zlib=True, complevel=4, fill_value=fill
    )
    variable.grid_mapping = "spatial_ref"
    variable.units = "1"
    if name == "SCL":
        variable.long_name = "Scene classification"
    else:
        common_name, centre, *_ = _BANDS[name]
        variable.long_name = f"Surface reflectance, {common_name}"
        variable.common_name = common_name
        variable.center_wavelength = centre
        variable.scale_factor = 1e-4
        variable.set_auto_scale(False)
    variable[:] = values
