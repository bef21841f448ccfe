"""Damages raster files by a seeded chance and asks the reader for everything they may hold.

Run as a program, in a process of its own: `python -m tests.support.damaged_rasters FOLDER COUNT`.
It prints a line for each file: its number and how it ended; whatever else ends it is a defect.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.preview.opened_file import OpenedFile
from openeo_desktop.preview.reader import open_file
from openeo_desktop.preview.values import PictureRequest, RasterFile
from tests.support.result_files import cube, write_tiff

WAYS = ("cut", "flip", "flip", "head", "zero")


def write_originals(folder: Path) -> list[Path]:
    """One small file of each format and compression."""
    values = np.random.default_rng(0).integers(0, 255, (3, 90, 110), "uint8")
    made = []
    for compress in ("none", "lzw", "deflate", "zstd", "jpeg", "webp", "lerc", "packbits"):
        tiles = {"tiled": True, "blockxsize": 64, "blockysize": 64, "interleave": "pixel"}
        path = folder / f"{compress}.tif"
        made.append(write_tiff(path, values, compress=compress, **tiles))
    for driver in ("PNG", "JPEG", "GIF", "WEBP", "JP2OpenJPEG"):
        bands = values[:1] if driver == "GIF" else values
        made.append(write_tiff(folder / f"{driver}.bin", bands, driver=driver, crs=None))
    for form in ("NETCDF3_CLASSIC", "NETCDF3_64BIT", "NETCDF4"):
        made.append(folder / f"{form}.nc")
        cube().to_netcdf(made[-1], format=form)
    return made


def damage(content: bytes, seed: int) -> bytes:
    """The file, cut short, with flipped bytes, a mad header, or a hole; always the same way."""
    chance, data = random.Random(seed), bytearray(content)
    way = chance.choice(WAYS)
    if way == "cut":
        return bytes(data[: chance.randrange(len(data))])
    if way == "zero":
        first = chance.randrange(len(data))
        end = min(len(data), first + chance.randrange(1, 2000))
        data[first:end] = bytes(end - first)
        return bytes(data)
    reach = len(data) if way == "flip" else min(400, len(data))
    for _ in range(chance.choice((1, 5, 50))):
        data[chance.randrange(reach)] = chance.choice((0, 255, chance.randrange(256)))
    return bytes(data)


def ask_everything(opened: OpenedFile) -> None:
    """Every question that the window would ask."""
    assert isinstance(opened.opened.content, RasterFile)
    for number, layer in enumerate(opened.opened.content.layers[:3]):
        window = (0.0, 0.0, float(layer.width), float(layer.height))
        opened.picture(PictureRequest(number, (1,), window, 400, 300))
        opened.statistics(number, (1,), None, False)
        opened.probe(number, 0, 0)
        opened.profile(number, (1,), [(0, 0), (layer.width - 1, layer.height - 1)])
        if layer.times:
            opened.pixel_series(number, 0, 0)


def run(folder: Path, count: int) -> Iterator[str]:
    """Damage and read so many files."""
    originals = write_originals(folder)
    path = folder / "damaged"
    for seed in range(count):
        original = originals[seed % len(originals)]
        path.write_bytes(damage(original.read_bytes(), seed))
        try:
            opened = open_file(path)
            ask_everything(opened)
            opened.close()
            yield f"{seed} {original.name} shown"
        except PreviewError as error:
            yield f"{seed} {original.name} refused: {error.message}"


if __name__ == "__main__":
    for line in run(Path(sys.argv[1]), int(sys.argv[2])):
        print(line, flush=True)
