"""Multihash checksums as STAC's `file:checksum` carries them: hex of code, length, digest.

Source: STAC file extension 2.x; the multihash table (codes are unsigned varints).
"""

from __future__ import annotations

import hashlib
from typing import Protocol

_NAMES = {
    0x11: "sha1",
    0x12: "sha256",
    0x13: "sha512",
    0x14: "sha3_512",
    0x16: "sha3_256",
    0x20: "sha384",
    0xD5: "md5",
}


class Digest(Protocol):
    """What `hashlib` gives."""

    def update(self, data: bytes, /) -> None: ...
    def digest(self) -> bytes: ...


class Checksum:
    """An expected digest, fed with the bytes as they come."""

    def __init__(self, name: str, expected: bytes) -> None:
        self.name = name
        self.expected = expected

    def new(self) -> Digest:
        """A fresh digest of this kind."""
        return hashlib.new(self.name, usedforsecurity=False)


def parse_multihash(text: str) -> Checksum | None:
    """Read a multihash; None where it is none or of a kind that is not known."""
    try:
        data = bytes.fromhex(text.strip())
        code, rest = _varint(data)
        length, digest = _varint(rest)
    except (ValueError, IndexError):
        return None
    name = _NAMES.get(code)
    if name is None or length != len(digest) or length != hashlib.new(name).digest_size:
        return None
    return Checksum(name, digest)


def _varint(data: bytes) -> tuple[int, bytes]:
    value = 0
    for index in range(9):
        byte = data[index]
        value |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            return value, data[index + 1 :]
    raise ValueError("varint too long")
