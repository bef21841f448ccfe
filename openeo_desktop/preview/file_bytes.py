"""The bytes of a file, here or on a server, read at any place; and its text."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.preview.ranges import Source

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
MOST_REMOTE = 10 * 2**20
"""Bytes of a file on a server that are fetched to be looked at."""


class FileBytes:
    """A file that is open for reading; a remote one is fetched whole, up to a limit."""

    def __init__(self, source: Source) -> None:
        self._file: BinaryIO | None = None
        if isinstance(source, Path):
            self._file = source.open("rb")
            self._held = b""
            self.size = source.stat().st_size
            return
        size = source.size
        if size is None or size > MOST_REMOTE:
            raise PreviewError(
                "This file is too large to be shown before it is downloaded.",
                "Download it to see it.",
            )
        self._held = source.read(0, size)
        self.size = len(self._held)

    def read(self, offset: int, length: int) -> bytes:
        """Bytes from `offset` on, fewer at the end."""
        if self._file is None:
            return self._held[offset : offset + length]
        self._file.seek(offset)
        return self._file.read(length)

    def close(self) -> None:
        """Let go of it."""
        if self._file is not None:
            self._file.close()


def encoding_of(head: bytes) -> str:
    """By its mark, or UTF-8 if it is that, else Latin-1 (which any bytes are)."""
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return "utf-8" if error.start >= len(head) - 3 and len(head) > 3 else "latin-1"
    return "utf-8"


def text_of(data: bytes) -> str:
    """Decoded, without its mark; what is no text there becomes a sign for that."""
    encoding = encoding_of(data)
    return data.decode(encoding, "replace").removeprefix("\ufeff")


def is_binary(data: bytes) -> bool:
    """Whether it is no text: zero bytes, in an encoding that has none."""
    return b"\0" in data and encoding_of(data) in ("utf-8", "latin-1")
