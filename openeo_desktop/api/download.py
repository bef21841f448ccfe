"""One file over HTTP into its part, verified, and then under its name: whole or not at all.

What is durable is told to a `Journal` in the right order, so that a kill or a power cut at any
moment leaves bytes, validator and count that fit each other.
"""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from openeo_desktop.api.asset_request import AssetAnswer, ask_for_asset
from openeo_desktop.api.connection import Connection
from openeo_desktop.api.errors import network_errors
from openeo_desktop.api.origin_mark import mark_origin
from openeo_desktop.api.urls import shown_host
from openeo_desktop.core.bandwidth import Bandwidth
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.checksums import parse_multihash
from openeo_desktop.core.digest_thread import DigestThread
from openeo_desktop.core.disk import (
    disk_errors,
    free_target,
    rename_for_good,
    require_space,
    reserve,
)
from openeo_desktop.core.downloads import PartRecord, Verification
from openeo_desktop.core.errors import DownloadError, UnreachableError
from openeo_desktop.core.part_file import PartFile

if TYPE_CHECKING:
    import requests

CHUNK = 512 * 1024
"""Bytes read at once: larger ones leave the caches of the processor before they are hashed."""
SLOW_SECONDS = 60.0
SLOW_BYTES = 60 * 1024
"""A line that carries less than so many bytes in `SLOW_SECONDS` is given up and tried anew."""
TELL_EVERY = 0.05


class Journal(Protocol):
    """Hears, on the worker's threads, what is true of a download; returns when it is kept."""

    def begin(self, validator: str, total: int | None) -> None:
        """A new part with no bytes; they will belong to this validator."""

    def commit(self, size: int) -> None:
        """So many bytes of the part are durable."""

    def ready(self, target: Path, verified: Verification, size: int) -> None:
        """The part is whole and verified; only its rename to `target` is left."""

    def progress(self, done: int, total: int | None) -> None:
        """So many bytes have arrived; to be shown, kept nowhere."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """What to fetch and what is known about it; `known` belongs to the bytes in the part."""

    url: str = field(repr=False)
    part: Path
    target: Path
    size: int | None = None
    checksum: str = ""
    known: PartRecord = field(default_factory=PartRecord)
    most_open: Callable[[], int] = lambda: 12 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file under its final name; `path` is another one than asked for if that was taken."""

    path: Path
    size: int
    verified: Verification


def download(
    connection: Connection,
    transfer: Transfer,
    journal: Journal,
    bandwidth: Bandwidth,
    token: CancelToken,
) -> Arrived:
    """Fetch the file; it appears under its final name only when it is whole.

    Raises:
        LinkExpiredError: The URL is not valid (any more); fetch the results again.
        DownloadError: Shorter or longer than announced, or another checksum; the part is gone.
        UnreachableError: The connection broke; the part stays and can be resumed.
        StorageError: The disk is full or not writable, or another process has the part.
        Cancelled: The token was cancelled; the part stays.
    """
    known = transfer.known
    with (
        disk_errors(transfer.part),
        PartFile(transfer.part, journal.commit, transfer.most_open) as part,
    ):
        start = part.resume(known.committed) if known.validator and known.committed else 0
        work = _Work(transfer, journal, bandwidth, token, part)
        try:
            with (
                network_errors(transfer.url),
                ask_for_asset(connection, transfer.url, start, known.validator, token) as answer,
            ):
                verified = work.receive(answer)
        except UnreachableError:
            token.check()  # the read was woken by the cancelling, not by the network
            raise
        except DownloadError:
            part.discard()
            raise
        mark_origin(part.path, transfer.url, connection.api_base)
        return _finish(part, transfer.target, verified, journal)


def _finish(part: PartFile, target: Path, verified: Verification, journal: Journal) -> Arrived:
    """Durable, noted, renamed, in this order: a kill in between is mended by `finish_ready`."""
    part.commit()
    free = free_target(part.path, target)
    journal.ready(free, verified, part.size)
    if sys.platform == "win32":
        part.release()
    rename_for_good(part.path, free)
    return Arrived(free, part.size, verified)


def finish_ready(transfer: Transfer) -> Arrived | None:
    """What a run did not live to do after `Journal.ready`; None if it has to be fetched anew.

    Raises:
        StorageError: The part cannot be renamed.
    """
    known, part, target = transfer.known, transfer.part, transfer.target
    if not known.ready:
        return None
    with disk_errors(part):
        if part.is_file() and part.stat().st_size == known.committed:
            target = free_target(part, target)
            rename_for_good(part, target)
        elif not target.is_file() or target.stat().st_size != known.committed:
            return None
        return Arrived(target, known.committed, known.verified)


class _Work:
    """The bytes of one answer on their way into the part."""

    def __init__(
        self,
        transfer: Transfer,
        journal: Journal,
        bandwidth: Bandwidth,
        token: CancelToken,
        part: PartFile,
    ) -> None:
        self._transfer = transfer
        self._journal = journal
        self._bandwidth = bandwidth
        self._token = token
        self._part = part
        self._host = shown_host(transfer.url)
        self._checksum = parse_multihash(transfer.checksum)
        self._digest = DigestThread(self._checksum.new()) if self._checksum else None
        self._expected: int | None = None

    def receive(self, answer: AssetAnswer) -> Verification:
        """All bytes of the answer, verified."""
        with self._digest or contextlib.nullcontext():
            return self._receive(answer)

    def _receive(self, answer: AssetAnswer) -> Verification:
        self._token.check()
        known = self._transfer.known.total
        if answer.start and None not in (answer.total, known) and answer.total != known:
            raise DownloadError(
                "The file on the back-end is not the one that was begun.",
                "Try again: it is fetched from its beginning.",
            )
        self._prepare(answer)
        if not answer.is_whole:
            self._write(answer)
        self._check_length(answer)
        return self._verified()

    def _prepare(self, answer: AssetAnswer) -> None:
        """Before the first byte: a new validator is never kept beside the bytes of an old file."""
        total = answer.total
        if answer.start and total is None:
            total = self._transfer.known.total
        self._expected = total if total is not None else self._transfer.size
        need = (self._expected or 0) - answer.start
        folder = self._part.path.parent
        require_space(folder, need + reserve(folder))
        with disk_errors(self._part.path):
            if answer.start:
                self._rehash(answer.start)
            else:
                self._part.restart()
        if not answer.start:
            self._journal.begin(answer.validator, total)
        self._token.check()

    def _rehash(self, size: int) -> None:
        """Feed the bytes of an earlier run to the digest and stand at their end."""
        left = size if self._digest is not None else 0
        while self._digest is not None and left:
            self._token.check()
            chunk = self._part.read(min(CHUNK, left))
            if not chunk:
                raise DownloadError(
                    f"{self._part.path.name} was changed while it was downloaded.", "Try again."
                )
            self._digest.update(chunk)
            left -= len(chunk)
        self._part.seek_end()

    def _write(self, answer: AssetAnswer) -> None:
        told = 0.0
        self._tell()
        for chunk in self._chunks(answer.response):
            self._token.check()
            with disk_errors(self._part.path):
                self._part.write(chunk)
            if self._digest is not None:
                self._digest.update(chunk)
            if (now := time.monotonic()) - told > TELL_EVERY:
                told = now
                self._tell()
            if self._expected is not None and self._part.size > self._expected:
                break
            self._bandwidth.take(len(chunk), self._token)
        self._token.check()  # a body of unknown length that was cut by the cancelling looks whole
        self._tell()

    def _tell(self) -> None:
        self._journal.progress(self._part.size, self._expected)

    def _chunks(self, response: requests.Response) -> Iterator[bytes]:
        """Pieces as they arrive: what came before a break is kept, and slow lines show progress.

        `iter_content` waits for whole chunks, and drops the last one when the connection breaks. It
        is still what unpacks; a short body is found by its length afterwards.
        """
        watch = _SlowWatch(self._host)
        if response.headers.get("Content-Encoding") or response.headers.get("Transfer-Encoding"):
            yield from watch.over(response.iter_content(CHUNK // 4))
            return
        yield from watch.over(iter(lambda: self._read(response), b""))

    def _read(self, response: requests.Response) -> bytes:
        data: bytes = response.raw.read1(self._bandwidth.chunk(CHUNK))
        return data

    def _check_length(self, answer: AssetAnswer) -> None:
        done, expected = self._part.size, self._expected
        if answer.total is not None and done < answer.total:
            # A 206 may end early (RFC 9110, 15.3.7): the part is right as far as it goes.
            raise UnreachableError(
                f"{self._host} stopped after {done} of {answer.total} bytes.", "Try again."
            )
        if expected is not None and done != expected:
            raise DownloadError(
                f"The file has {done} bytes where {expected} were announced.", "Try again."
            )

    def _verified(self) -> Verification:
        """A checksum tells more than a size that was announced beside it."""
        if self._checksum is not None and self._digest is not None:
            if self._digest.digest() != self._checksum.expected:
                raise DownloadError(
                    "The file does not match its checksum: damaged on the way, or at its source.",
                    "Try again; tell the back-end's support if it stays so.",
                )
            return Verification.CHECKSUM
        size = self._transfer.size
        if size is not None and self._part.size != size:
            raise DownloadError(
                f"The file has {self._part.size} bytes where the results say {size}.",
                "Try again; tell the back-end's support if it stays so.",
            )
        if self._transfer.checksum:
            return Verification.UNKNOWN
        return Verification.LENGTH if self._expected is not None else Verification.NONE


class _SlowWatch:
    """Gives up a line that drips: a time-out between two bytes never ends that."""

    def __init__(self, host: str) -> None:
        self._host = host

    def over(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        """The same chunks; only the time of waiting for them counts, not that of our own limit.

        Raises:
            UnreachableError: Less than `SLOW_BYTES` in `SLOW_SECONDS`.
        """
        waited, received = 0.0, 0
        while True:
            began = time.monotonic()
            chunk = next(chunks, b"")
            if not chunk:
                return
            waited += time.monotonic() - began
            received += len(chunk)
            yield chunk
            if waited >= SLOW_SECONDS:
                if received < SLOW_BYTES:
                    raise UnreachableError(
                        f"{self._host} sends almost nothing any more.", "Try again."
                    )
                waited, received = 0.0, 0
