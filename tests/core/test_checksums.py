"""Multihash checksums: known kinds are checked, others are none, hostile ones are none too."""

from __future__ import annotations

import hashlib

import pytest

from openeo_desktop.core.checksums import parse_multihash

BODY = b"some bytes"
KINDS = [
    ("11", hashlib.sha1),
    ("12", hashlib.sha256),
    ("13", hashlib.sha512),
    ("14", hashlib.sha3_512),
    ("16", hashlib.sha3_256),
    ("20", hashlib.sha384),
    ("d501", hashlib.md5),
    ("9320", hashlib.sha224),
    ("c0e402", hashlib.blake2b),
    ("e0e402", hashlib.blake2s),
]


@pytest.mark.parametrize(("code", "kind"), KINDS)
def test_known_kinds(code: str, kind: object) -> None:
    digest = kind(BODY).digest()  # type: ignore[operator]
    checksum = parse_multihash(f"{code}{len(digest):02x}{digest.hex()}")
    assert checksum is not None
    fresh = checksum.new()
    fresh.update(BODY)
    assert fresh.digest() == checksum.expected == digest


def test_short_blake2b() -> None:
    digest = hashlib.blake2b(BODY, digest_size=32).digest()
    checksum = parse_multihash(f"a0e40220{digest.hex()}")
    assert checksum is not None
    fresh = checksum.new()
    fresh.update(BODY)
    assert fresh.digest() == digest


@pytest.mark.parametrize(
    "text",
    [
        "",
        "zz",
        "12",
        "1220",
        "1220ff",
        "9920" + "0" * 64,
        "1221" + "0" * 66,
        "ff" * 40,
        "00" * 9,
        "e3b0" * 16,
    ],
)
def test_what_is_none(text: str) -> None:
    assert parse_multihash(text) is None
