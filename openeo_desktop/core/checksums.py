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
    0x15: "sha3_384",
    0x16: "sha3_256",
    0x17: "sha3_224",
    0x20: "sha384",
    0xD5: "md5",
    0x1013: "sha224",
    0x1014: "sha512_224",
    0x1015: "sha512_256",
}
_BLAKE2B = 0xB200  # + the size of the digest in bytes, 1..64
_BLAKE2S = 0xB240  # the same, 1..32


class Digest(Protocol):
    """What `hashlib` gives."""

    @property
    def digest_size(self) -> int: ...
    def update(self, data: bytes, /) -> None: ...
    def digest(self) -> bytes: ...


class Checksum:
    """An expected digest, fed with the bytes as they come."""

    def __init__(self, code: int, expected: bytes) -> None:
        self.code = code
        self.expected = expected

    def new(self) -> Digest:
        """A fresh digest of this kind.

        Raises:
            ValueError: This Python does not know the kind.
        """
        return _new_digest(self.code)


def parse_multihash(text: str) -> Checksum | None:
    """Read a multihash; None where it is none or of a kind that is not known."""
    try:
        data = bytes.fromhex(text.strip())
        code, rest = _varint(data)
        length, digest = _varint(rest)
        size = _new_digest(code).digest_size
    except (ValueError, IndexError):
        return None
    return Checksum(code, digest) if length == len(digest) == size else None


def _new_digest(code: int) -> Digest:
    if _BLAKE2B < code <= _BLAKE2B + 64:
        return hashlib.blake2b(digest_size=code - _BLAKE2B)
    if _BLAKE2S < code <= _BLAKE2S + 32:
        return hashlib.blake2s(digest_size=code - _BLAKE2S)
    name = _NAMES.get(code)
    if name is None:
        raise ValueError("a kind of digest that is not known")
    return hashlib.new(name, usedforsecurity=False)


def _varint(data: bytes) -> tuple[int, bytes]:
    value = 0
    for index in range(9):
        byte = data[index]
        value |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            return value, data[index + 1 :]
    raise ValueError("varint too long")
