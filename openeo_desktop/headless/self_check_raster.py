"""A small GeoTIFF written by hand: what reads it must unpack it, and know where it lies.

Source: TIFF 6.0; OGC GeoTIFF 1.1 (OGC 19-008r4), sections 7 and B.
"""

from __future__ import annotations

import struct
import zlib

SIDE = 64
CRS = "EPSG:32633"
WEST, NORTH, PIXEL = 500_000.0, 5_200_000.0, 10.0
LON_LAT = (15.0, 46.95)
"""About where the upper left corner lies; the middle meridian of the zone is 15° east."""
_DEFLATE = 8
_SHORT, _LONG, _DOUBLE = 3, 4, 12
_FORMATS = {_SHORT: "H", _LONG: "I", _DOUBLE: "d"}


def value_at(column: int, row: int) -> int:
    """Of the one band."""
    return (column * 3 + row * 5) % 251


def small_geotiff() -> bytes:
    """Its bytes: one strip of bytes, deflated, UTM zone 33 north."""
    rows = (value_at(column, row) for row in range(SIDE) for column in range(SIDE))
    strip = zlib.compress(bytes(rows))
    keys = (1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, int(CRS.partition(":")[2]))
    tags = (
        (256, _SHORT, (SIDE,)),
        (257, _SHORT, (SIDE,)),
        (258, _SHORT, (8,)),
        (259, _SHORT, (_DEFLATE,)),
        (262, _SHORT, (1,)),
        (273, _LONG, (8,)),  # right behind the header
        (277, _SHORT, (1,)),
        (278, _SHORT, (SIDE,)),
        (279, _LONG, (len(strip),)),
        (33550, _DOUBLE, (PIXEL, PIXEL, 0.0)),
        (33922, _DOUBLE, (0.0, 0.0, 0.0, WEST, NORTH, 0.0)),
        (34735, _SHORT, keys),
    )
    strip += b"\0" * (len(strip) % 2)
    return struct.pack("<2sHI", b"II", 42, 8 + len(strip)) + strip + _directory(tags, len(strip))


def _directory(tags: tuple[tuple[int, int, tuple[float, ...]], ...], strip: int) -> bytes:
    """The entries, then the values that do not fit into one."""
    beside = 8 + strip + 2 + 12 * len(tags) + 4
    entries, values = struct.pack("<H", len(tags)), b""
    for tag, kind, given in tags:
        packed = struct.pack(f"<{len(given)}{_FORMATS[kind]}", *given)
        if len(packed) > 4:
            place = struct.pack("<I", beside + len(values))
            values += packed
        else:
            place = packed.ljust(4, b"\0")
        entries += struct.pack("<HHI", tag, kind, len(given)) + place
    return entries + struct.pack("<I", 0) + values
