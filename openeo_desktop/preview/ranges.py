"""A file that is still on a server, as far as a reader needs to know it: parts of its bytes.

Only the protocol: who asks the server is in `services` and `api`; nothing here opens a connection.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol, runtime_checkable


@runtime_checkable
class Ranges(Protocol):
    """Bytes of a file by offset and length (RFC 9110, 14: range requests)."""

    @property
    def name(self) -> str:
        """The name of the file, without folders."""

    @property
    def size(self) -> int | None:
        """Its size in bytes, None if the server did not tell."""

    @property
    def media_type(self) -> str:
        """The media type that STAC or the server gave; may be empty."""

    def read(self, offset: int, length: int) -> bytes:
        """The bytes from `offset` on, fewer than `length` only at the end of the file.

        Raises:
            AppError: They could not be had.
        """


Source = Path | Ranges
"""A file on this computer, or parts of one that is not."""


def name_of(source: Source) -> str:
    """The name of the file, without folders."""
    return source.name


def size_of(source: Source) -> int | None:
    """Its size in bytes; None for a folder and where a server did not tell."""
    if isinstance(source, Path):
        return source.stat().st_size if source.is_file() else None
    return source.size


def beginning(source: Source, length: int) -> bytes:
    """The first bytes of the file; none of a folder.

    Raises:
        OSError: The local file cannot be read.
        AppError: The remote bytes could not be had.
    """
    if not isinstance(source, Path):
        return source.read(0, length)
    if source.is_dir():
        return b""
    with source.open("rb") as file:
        return file.read(length)
