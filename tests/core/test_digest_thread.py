"""Hashing beside reading: the same digest, in order, and no thread that is left over."""

from __future__ import annotations

import hashlib
import random
import threading

import pytest

from openeo_desktop.core.digest_thread import INLINE, DigestThread


@pytest.mark.parametrize("size", [0, 1, INLINE, INLINE + 1, 3 * INLINE + 12345])
def test_says_what_the_plain_digest_says(size: int) -> None:
    body = random.Random(size).randbytes(size)
    with DigestThread(hashlib.sha256()) as digest:
        for start in range(0, size, 100_001):
            digest.update(body[start : start + 100_001])
        assert digest.digest() == hashlib.sha256(body).digest()


def test_small_files_start_no_thread() -> None:
    before = threading.active_count()
    with DigestThread(hashlib.sha256()) as digest:
        digest.update(bytes(INLINE))
        assert threading.active_count() == before


def test_thread_ends_with_a_transfer_that_fails() -> None:
    before = set(threading.enumerate())
    with pytest.raises(ConnectionError), DigestThread(hashlib.sha256()) as digest:  # noqa: PT012
        digest.update(bytes(INLINE))
        digest.update(b"more")
        assert [t.name for t in set(threading.enumerate()) - before] == ["digest"]
        raise ConnectionError
    assert set(threading.enumerate()) == before
