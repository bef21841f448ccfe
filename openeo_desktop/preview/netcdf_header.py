"""Looks through the header of a classic netCDF file before the library does.

The library believes each count and reserves memory for it (3 GB for a file of 700 bytes), so every
count has to fit into the file. Format: NetCDF Classic Format Specification (CDF-1, CDF-2, CDF-5).
"""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from openeo_desktop.preview.raster_gdal import damaged

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 4, 6: 8, 7: 1, 8: 2, 9: 4, 10: 8, 11: 8}
"""Bytes of a value by nc_type."""
_DIMENSION, _VARIABLE, _ATTRIBUTE = 10, 11, 12


def check_header(path: Path) -> None:
    """Make sure that the header promises no more than the file can hold.

    Files that are not of the classic formats pass: other libraries read them.

    Raises:
        PreviewError: It promises more.
    """
    with path.open("rb") as file:
        magic = file.read(4)
        if magic[:3] == b"CDF" and magic[3:] in (b"\x01", b"\x02", b"\x05"):
            _Header(file, magic[3], path.stat().st_size).check()


class _Header:
    """Goes through the header once, from its beginning to its end."""

    def __init__(self, file: BinaryIO, version: int, size: int) -> None:
        self._file = file
        self._size = size
        self._count_bytes = 8 if version == 5 else 4
        self._offset_bytes = 4 if version == 1 else 8

    def check(self) -> None:
        self._number(self._count_bytes)  # records: may be all ones while a file is written
        for _ in range(self._list(_DIMENSION)):
            self._name()
            self._number(self._count_bytes)
        self._attributes()
        for _ in range(self._list(_VARIABLE)):
            self._variable()

    def _variable(self) -> None:
        self._name()
        self._skip(self._count() * self._count_bytes)  # its dimensions
        self._attributes()
        self._type()
        self._number(self._count_bytes)  # vsize: not to be trusted, and nobody does
        self._number(self._offset_bytes)

    def _attributes(self) -> None:
        for _ in range(self._list(_ATTRIBUTE)):
            self._name()
            size = self._type()
            self._skip(self._count() * size)

    def _list(self, tag: int) -> int:
        """How many entries follow."""
        found, count = self._number(4), self._count()
        if found not in (0, tag) or (count and not found):
            raise damaged(f"list {found} instead of {tag}")
        return count

    def _name(self) -> None:
        self._skip(self._count())

    def _type(self) -> int:
        kind = self._number(4)
        if kind not in _SIZES:
            raise damaged(f"type {kind}")
        return _SIZES[kind]

    def _count(self) -> int:
        """A count of things of at least one byte each."""
        count = self._number(self._count_bytes)
        if count > self._size - self._file.tell():
            raise damaged(f"{count} entries in {self._size} bytes")
        return count

    def _skip(self, length: int) -> None:
        """Pass by what is padded to four bytes."""
        end = self._file.tell() + length + -length % 4
        if end > self._size:
            raise damaged(f"{length} bytes behind the end")
        self._file.seek(end)

    def _number(self, length: int) -> int:
        read = self._file.read(length)
        if len(read) < length:
            raise damaged("the header ends early")
        return int.from_bytes(read, "big")
