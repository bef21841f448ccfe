"""One file over HTTP into `NAME.part`, resumed where the server proves that it is the same file.

GET only, never HEAD (a signed URL allows one method). Range with If-Range; a 200 to a Range
request starts from 0; the length and the checksum are verified before the rename.
Source: RFC 9110, sections 13.1.5 and 14.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import requests

from openeo_desktop.api.connection import MAX_ERROR_BODY, Connection
from openeo_desktop.api.errors import error_from_answer, network_errors
from openeo_desktop.api.proxies import proxies_for
from openeo_desktop.api.urls import is_under, shown_host
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.checksums import Checksum, Digest, parse_multihash
from openeo_desktop.core.disk import disk_errors, finish_file
from openeo_desktop.core.downloads import Verification
from openeo_desktop.core.errors import (
    AppError,
    BackEndError,
    DownloadError,
    LinkExpiredError,
    UnreachableError,
    UnsupportedError,
)

CHUNK = 256 * 1024
READ_TIMEOUT = (10.0, 30.0)
_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+|\*)")
OnBytes = Callable[[int, int | None], None]
OnStart = Callable[[str, int | None], None]


@dataclass(slots=True)
class Transfer:
    """What to fetch and what is known about it; `etag` belongs to the bytes already in the part.

    `target` is where it shall go; afterwards, where it went (another name if that was taken).
    """

    url: str = field(repr=False)
    part: Path
    target: Path
    size: int | None = None
    checksum: str = ""
    etag: str = ""


def download(
    connection: Connection,
    transfer: Transfer,
    on_start: OnStart,
    on_bytes: OnBytes,
    token: CancelToken,
) -> Verification:
    """Fetch the file; it appears under its final name only when it is whole.

    Args:
        on_start: Told the strong ETag (or "") and the total size before the first byte is written.
        on_bytes: Told (bytes so far, total or None) after each chunk.

    Raises:
        LinkExpiredError: The URL is not valid (any more); fetch the results again.
        DownloadError: Shorter or longer than announced, or another checksum; the part is gone.
        UnreachableError: The connection broke; the part stays and can be resumed.
        StorageError: The disk is full or not writable.
        Cancelled: The token was cancelled; the part stays.
    """
    _check_scheme(transfer.url)
    done = _resumable(transfer)
    try:
        with network_errors(transfer.url):
            response = _open(connection, transfer, done, token)
            with response:
                token.on_cancel(response.raw.shutdown)
                start, total = _position(connection, response, transfer, done)
                _prepare(response, transfer, start, total, on_start, token)
                return _receive(response, transfer, start, total, on_bytes, token)
    except UnreachableError:
        token.check()  # the read was woken by the cancelling, not by the network
        raise


def _prepare(
    response: requests.Response,
    transfer: Transfer,
    start: int,
    total: int | None,
    on_start: OnStart,
    token: CancelToken,
) -> None:
    """Before the first byte: a new validator is never kept beside the bytes of an old file."""
    token.check()
    if start == 0:
        with disk_errors(transfer.part):
            transfer.part.unlink(missing_ok=True)
    on_start(strong_etag(response), total)
    token.check()


def _check_scheme(url: str) -> None:
    scheme = url.partition("://")[0].lower()
    if scheme not in ("http", "https"):
        raise UnsupportedError(
            f"This file lies at an address that cannot be downloaded ({scheme[:20] or '?'}).",
            "Copy the address and use a tool that knows this kind of storage.",
        )


def _resumable(transfer: Transfer) -> int:
    if not transfer.etag or not transfer.part.exists():
        return 0
    return transfer.part.stat().st_size


def _open(
    connection: Connection, transfer: Transfer, done: int, token: CancelToken
) -> requests.Response:
    headers = {"Accept-Encoding": "identity", "Accept": "*/*"}
    if done:
        headers |= {"Range": f"bytes={done}-", "If-Range": transfer.etag}
    token.check()
    return connection.session().get(
        transfer.url,
        headers=headers,
        auth=connection.auth_for(transfer.url),
        timeout=READ_TIMEOUT,
        stream=True,
        proxies=proxies_for(transfer.url),
    )


def _position(
    connection: Connection, response: requests.Response, transfer: Transfer, done: int
) -> tuple[int, int | None]:
    """First byte of this answer and the total size, after checking that both fit."""
    if response.status_code == 206:
        return _partial_position(response, transfer, done)
    if response.status_code == 416:
        transfer.part.unlink(missing_ok=True)
        raise DownloadError(
            "The file on the back-end is shorter than what was fetched already.",
            "Try again: it is fetched from its beginning.",
        )
    if response.status_code != 200:
        raise _refused(connection, response, transfer.url)
    return 0, _announced_length(response)


def _partial_position(
    response: requests.Response, transfer: Transfer, done: int
) -> tuple[int, int | None]:
    match = _RANGE.fullmatch(response.headers.get("Content-Range", ""))
    fits = match is not None and int(match[1]) == done
    if not fits or match is None or response.headers.get("Content-Encoding"):
        transfer.part.unlink(missing_ok=True)
        raise DownloadError(
            "The back-end continued the file at the wrong place.",
            "Try again: it is fetched from its beginning.",
        )
    return done, None if match[3] == "*" else int(match[3])


def _announced_length(response: requests.Response) -> int | None:
    length = response.headers.get("Content-Length", "")
    if response.headers.get("Content-Encoding") or not length.isdecimal():
        return None
    return int(length)


def _refused(connection: Connection, response: requests.Response, url: str) -> AppError:
    body = next(response.iter_content(MAX_ERROR_BODY), b"")
    error = error_from_answer(response, body, url)
    if response.status_code in (401, 403, 404, 410):
        ours = is_under(connection.api_base, url) and error.code == "TokenInvalid"
        if not ours:
            return LinkExpiredError(
                f"{shown_host(url)} does not give this file (HTTP {response.status_code}).",
                "Refresh the results and try again.",
                code=error.code,
                reference=error.reference,
                status=response.status_code,
            )
    return error


def strong_etag(response: requests.Response) -> str:
    """The ETag if it is strong (RFC 9110, 8.8.3), else an empty text."""
    etag = response.headers.get("ETag", "")
    return etag if etag.startswith('"') else ""


def _receive(
    response: requests.Response,
    transfer: Transfer,
    start: int,
    total: int | None,
    on_bytes: OnBytes,
    token: CancelToken,
) -> Verification:
    checksum = parse_multihash(transfer.checksum)
    digest = checksum.new() if checksum else None
    with disk_errors(transfer.part):
        transfer.part.parent.mkdir(parents=True, exist_ok=True)
        with _open_part(transfer.part, start) as out:
            _rehash(out, start, digest, token)
            done = _write_chunks(response, out, start, total, digest, on_bytes, token)
            out.flush()
            os.fsync(out.fileno())
        verified = _verify(transfer, done, total, checksum, digest)
        transfer.target = finish_file(transfer.part, transfer.target)
    return verified


def _open_part(part: Path, start: int) -> BinaryIO:
    return part.open("r+b") if start else part.open("wb")


def _rehash(out: BinaryIO, start: int, digest: Digest | None, token: CancelToken) -> None:
    """Feed the bytes of an earlier run to the digest and stand at their end."""
    while digest is not None and out.tell() < start:
        token.check()
        digest.update(out.read(min(CHUNK, start - out.tell())))
    out.seek(start)
    out.truncate()


def _write_chunks(
    response: requests.Response,
    out: BinaryIO,
    done: int,
    total: int | None,
    digest: Digest | None,
    on_bytes: OnBytes,
    token: CancelToken,
) -> int:
    told = 0.0
    on_bytes(done, total)
    for chunk in _chunks(response):
        token.check()
        out.write(chunk)
        if digest is not None:
            digest.update(chunk)
        done += len(chunk)
        if (now := time.monotonic()) - told > 0.05:
            told = now
            on_bytes(done, total)
    token.check()  # a body of unknown length that was cut by the cancelling looks whole
    on_bytes(done, total)
    return done


def _chunks(response: requests.Response) -> Iterator[bytes]:
    """Pieces as they arrive: what came before a break is kept, and slow lines show progress.

    `iter_content` waits for whole chunks, and drops the last one when the connection breaks. It is
    still what unpacks; a short body is found by its length afterwards.
    """
    if response.headers.get("Content-Encoding") or response.headers.get("Transfer-Encoding"):
        yield from response.iter_content(CHUNK)
        return
    while chunk := response.raw.read1(CHUNK):
        yield chunk


def _verify(
    transfer: Transfer,
    done: int,
    total: int | None,
    checksum: Checksum | None,
    digest: Digest | None,
) -> Verification:
    expected = total if total is not None else transfer.size
    if total is not None and done < total:
        # A 206 may end early (RFC 9110, 15.3.7): the part is right as far as it goes.
        raise UnreachableError(
            f"{shown_host(transfer.url)} stopped after {done} of {total} bytes.", "Try again."
        )
    if expected is not None and done != expected:
        transfer.part.unlink(missing_ok=True)
        raise DownloadError(
            f"The file has {done} bytes where {expected} were announced.", "Try again."
        )
    if checksum is not None and digest is not None:
        if digest.digest() != checksum.expected:
            transfer.part.unlink(missing_ok=True)
            raise DownloadError(
                "The file does not match its checksum: damaged on the way, or at its source.",
                "Try again; tell the back-end's support if it stays so.",
            )
        return Verification.CHECKSUM
    return Verification.LENGTH if expected is not None else Verification.NONE


def is_link_expired(error: AppError) -> bool:
    """Whether a fresh link may help."""
    return isinstance(error, LinkExpiredError) or (
        isinstance(error, BackEndError) and error.code == "ResultLinkExpired"
    )
