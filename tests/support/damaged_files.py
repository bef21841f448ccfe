"""Writes hundreds of damaged, lying and greedy result files of every kind, always the same ones.

Run as a program, in a process of its own: `python -m tests.support.damaged_files FOLDER COUNT`
opens each and asks it everything; it prints how each ended. Whatever else ends it is a defect.
"""

from __future__ import annotations

import json
import random
import struct
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import xarray

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.preview.opened_file import OpenedFile
from openeo_desktop.preview.reader import open_file
from openeo_desktop.preview.values import PreviewKind, RasterFile
from tests.support import damaged_rasters
from tests.support.result_files import DATA, write_tiff

COUNT = 300
_DATES = ("2024-01-01", "2024-01-11T10:00:00Z", "2024-02-01")
_RING = [[14.0, 46.0], [15.0, 46.0], [15.0, 47.0], [14.0, 46.0]]
_SUFFIXES = (".tif", ".nc", ".json", ".csv", ".png", ".txt", ".geojson", "")


def write_damaged(folder: Path, count: int = COUNT) -> list[Path]:
    """So many files (and some folders), each damaged in its way."""
    made = _write_special(folder)
    originals = _originals(folder)
    for seed in range(count - len(made)):
        content, suffix = originals[seed % len(originals)]
        chance = random.Random(seed)
        name = chance.choice(_SUFFIXES) if chance.random() < 0.2 else suffix
        made.append(folder / f"damaged{seed}{name}")
        damage = damaged_rasters.damage if b"\0" in content else damage_text
        made[-1].write_bytes(damage(content, seed))
    return made[:count]


def damage_text(content: bytes, seed: int) -> bytes:
    """The text, cut short, with other signs, or with a piece lost or told twice."""
    chance, data = random.Random(seed), bytearray(content)
    first = chance.randrange(len(data))
    end = min(len(data), first + chance.randrange(1, 60))
    way = chance.choice(("cut", "flip", "lose", "twice"))
    if way == "cut":
        return bytes(data[:first])
    if way == "lose":
        return bytes(data[:first] + data[end:])
    if way == "twice":
        return bytes(data[:end] + data[first:])
    for _ in range(chance.choice((1, 5, 50))):
        data[chance.randrange(len(data))] = chance.choice(b'[]{}",:;-0179eE.\\n\t ax\xff')
    return bytes(data)


def texts() -> Mapping[str, bytes]:
    """Small files of every kind that is text, undamaged, by name."""
    by_date = {date: [[1.5, 2], [3, None]] for date in _DATES}
    cube = {
        "dims": ["t", "bands"],
        "shape": [3, 2],
        "coords": {"t": list(_DATES), "bands": ["B04", "B08"]},
        "data": [[1, 2], [3, None], [5, 6]],
    }
    covered = {
        "type": "Coverage",
        "domain": {"axes": {"t": {"values": list(_DATES)}, "x": {"values": [1]}}},
        "ranges": {"NDVI": {"values": [0.1, None, 0.3], "shape": [3], "axisNames": ["t"]}},
    }
    features = [
        {
            "type": "Feature",
            "properties": {"id": number, "crop": "maize"},
            "geometry": {"type": "Polygon", "coordinates": [_RING]},
        }
        for number in range(5)
    ]
    collection = {"type": "FeatureCollection", "features": features}
    documents = {
        "dates.json": by_date,
        "cube.json": cube,
        "cover.covjson": covered,
        "map.geojson": collection,
        "rows.json": [{"a": 1, "b": "x"}, {"a": None, "c": True}],
        "tree.json": {"a": {"b": [1, {"c": None}]}, "d": "text"},
    }
    csv = "date,feature_index,avg(band_0)\n" + "".join(
        f"{date},{area},{area + 0.5}\n" for date in _DATES for area in range(3)
    )
    return {name: json.dumps(one, indent=1).encode() for name, one in documents.items()} | {
        "dates.csv": csv.encode(),
        "decimal.csv": b'\xef\xbb\xbfname;"B04 (dB)"\n"a;\nb";1,5\nc;2,5\n',
        "log.txt": "first line\nsecond line, über\n".encode("latin-1"),
        "wide.txt": "first line\nsecond\n".encode("utf-16"),
    }


def _originals(folder: Path) -> list[tuple[bytes, str]]:
    paths = damaged_rasters.write_originals(folder)
    paths += sorted(DATA.glob("*.tif*")) if DATA.is_dir() else []
    rasters = [(path.read_bytes(), path.suffix) for path in paths]
    written = [(content, Path(name).suffix) for name, content in texts().items()]
    pairs = len(rasters) // len(written) + 1
    mixed = [one for both in zip(rasters, written * pairs, strict=False) for one in both]
    return [(content, suffix) for content, suffix in mixed if content]


def _write_special(folder: Path) -> list[Path]:
    """What chance would not find: lies, bombs, emptiness, wrong names, folders."""
    made = []
    special = _special_json() | _special_geojson() | _special_csv() | _special_rasters()
    for name, content in special.items():
        made.append(folder / name)
        made[-1].write_bytes(content)
    for name in ("folder.tif", "folder.zarr"):
        made.append(folder / name)
        made[-1].mkdir()
    (folder / "folder.zarr" / ".zgroup").write_text('{"zarr_format": 99}')
    made.append(write_tiff(folder / "nan.tif", np.full((2, 40, 50), np.nan, "float32")))
    bomb = np.zeros((1, 6144, 6144), "uint8")
    made.append(write_tiff(folder / "bomb.tif", bomb, compress="deflate", blockysize=6144))
    made.append(folder / "bomb.nc")
    greedy = xarray.Dataset({"v": (("y", "x"), np.zeros((4096, 4096), "float32"))})
    packed = {"zlib": True, "complevel": 9, "chunksizes": (4096, 4096)}
    greedy.to_netcdf(made[-1], encoding={"v": packed})
    return made


def _special_json() -> dict[str, bytes]:
    deep, many = 200_000, 300_000
    nested: Any = "lol"
    for _ in range(18):
        nested = [nested, nested]
    return {
        "empty.json": b"",
        "space.json": b" " * 5000,
        "deep.json": b"[" * deep + b"]" * deep,
        "deep_objects.json": b'{"a":' * deep + b"1" + b"}" * deep,
        "laughs.json": json.dumps(nested).encode(),
        "objects.json": b"[" + b"{}," * many + b"{}]",
        "digits.json": b'{"2024-01-01": ' + b"9" * 100_000 + b"}",
        "float.json": b'{"2024-01-01": 1e999, "2024-01-02": -1e999, "2024-01-03": NaN}',
        "surrogate.json": b'{"\\ud800": "\\udfff", "2024-01-01": "\\ud800"}',
        "twice.json": b'{"a": 1, "a": 2, "a": [1, 2]}',
        "years.json": b'{"99999-01-01": 1, "0000-00-00": 2, "2024-02-30": 3}',
        "ragged.json": b'{"2024-01-01": [[1], 2, [], {"a": 1}], "2024-01-02": [[[[1]]]]}',
        "dims.json": b'{"dims": ["t"], "shape": [3], "coords": {"t": ["2024-01-01"]}, "data": 7}',
        "odd.json": b"\xff\xfe{\x00\xd8",
    }


def _special_geojson() -> dict[str, bytes]:
    features = b'{"type":"FeatureCollection","features":['
    return {
        "ring.geojson": features + b'{"geometry":{"type":"Polygon","coordinates":7}}]}',
        "far.geojson": b'{"type":"Point","coordinates":[1e308,-1e308]}',
        "true.geojson": b'{"type":"Point","coordinates":[true,"x"]}',
        "crs.geojson": b'{"type":"Point","coordinates":[5e5,5e6],"crs":{"properties":'
        b'{"name":"urn:ogc:def:crs:EPSG::999999"}}}',
        "features.geojson": features + b'7,null,{"geometry":null},{"properties":[]}]}',
        "some.geojson": features + b'7,{"geometry":{"type":"Point","coordinates":[14,46]}}]}',
    }


def _special_csv() -> dict[str, bytes]:
    return {
        "empty.csv": b"",
        "quote.csv": b'date,a\n2024-01-01,"1\n' * 30_000,
        "line.csv": b"x" * 3_000_000,
        "cell.csv": b'a,b\n"' + b"y" * 3_000_000 + b'",2\n',
        "columns.csv": b",".join(b"%d" % n for n in range(50_000)) + b"\n1,2\n",
        "ragged.csv": b"a,b\n1\n1,2,3,4,5\n\n,,,,\n",
        "zeros.csv": bytes(4000),
        "newlines.csv": b"\n" * 100_000,
        "nan.csv": b"date,a\n" + b"2024-01-01,nan\n" * 50,
        "wide.csv": b"\xff\xfea\x00,\x00b\x00\n\x00\xd8\x00\xd8",
    }


def _special_rasters() -> dict[str, bytes]:
    return {
        "empty.tif": b"",
        "huge.tif": tiff_claiming(10**9, 10**9),
        "square.tif": tiff_claiming(4_000_000, 4_000_000),
        "nothing.tif": tiff_claiming(0, 0),
        "script.tif": b"<VRTDataset><SourceFilename>/etc/passwd</SourceFilename></VRTDataset>",
        "tiff.json": tiff_claiming(10**9, 10**9),
        "json.tif": b'{"2024-01-01": 1}',
        "table.parquet": b"PAR1" + b"\xff" * 400,
        "grid.nc": b"CDF\x01" + b"\xff" * 500,
        "hdf.nc": b"\x89HDF\r\n\x1a\n" + b"\xff" * 5000,
        "control.txt": bytes(range(1, 256)) * 20,
        "binary.txt": random.Random(0).randbytes(5000),
    }


def tiff_claiming(width: int, height: int) -> bytes:
    """A little TIFF (TIFF 6.0) whose directory claims a size, and one tile that is not there."""
    entries = ((256, width), (257, height), (258, 8), (259, 1), (262, 1), (277, 1))
    tiles = ((322, 256), (323, 256), (324, 8), (325, 100))
    body = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in entries + tiles)
    return struct.pack("<2sHIH", b"II", 42, 8, len(entries + tiles)) + body + bytes(4)


def ask_everything(opened: OpenedFile) -> None:
    """Every question that the window would ask."""
    if isinstance(opened.opened.content, RasterFile):
        damaged_rasters.ask_everything(opened)
    for kind in (opened.opened.kind, *opened.opened.also):
        assert opened.view(kind).kind is kind
        if kind is PreviewKind.TABLE:
            opened.page(0, 200)
            opened.page(1_000_000, 200)


def run(folder: Path, count: int) -> Iterator[str]:
    """Write and read so many files."""
    for path in write_damaged(folder, count):
        try:
            opened = open_file(path)
            ask_everything(opened)
            opened.close()
            yield f"{path.name} shown as {opened.opened.kind}"
        except PreviewError as error:
            yield f"{path.name} refused: {error.message}"


if __name__ == "__main__":
    for line in run(Path(sys.argv[1]), int(sys.argv[2])):
        print(line, flush=True)
