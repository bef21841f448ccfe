"""One file over HTTP under every fault: whole and verified, or not there at all."""

from __future__ import annotations

import gzip
import threading

import pytest

from openeo_desktop.api import download as module
from openeo_desktop.api.asset_request import is_link_expired
from openeo_desktop.core.cancel import Cancelled
from openeo_desktop.core.downloads import Verification
from openeo_desktop.core.errors import (
    AppError,
    BackEndError,
    BusyError,
    DownloadError,
    LinkExpiredError,
    SignInNeeded,
    UnreachableError,
    UnsupportedError,
)
from tests.support.fault_server import FaultServer, Reply, Request, json_reply, ranged
from tests.support.fetch import BODY, ETAG, Fetch


def test_whole_file(server: FaultServer, fetch: Fetch) -> None:
    server.on("/file", ranged(BODY, ETAG))
    assert fetch.run() is Verification.CHECKSUM
    assert fetch.files == {"f": BODY}
    assert fetch.starts == [(ETAG, len(BODY))]
    assert fetch.seen[-1] == (len(BODY), len(BODY))
    headers = server.requests[0].headers
    assert headers["accept-encoding"] == "identity"
    assert "authorization" not in headers  # not below the API base
    assert server.requests[0].query == "sig=1"


def test_token_is_sent_below_the_api_base(server: FaultServer, fetch: Fetch) -> None:
    server.on("/api/file", ranged(BODY, ETAG))
    fetch.change(url=f"{server.url}/api/file")
    fetch.run()
    assert server.requests[0].headers["authorization"] == "Bearer CANARY-TOKEN"


def test_redirect_to_the_store_gets_no_token(
    server: FaultServer, other: FaultServer, fetch: Fetch
) -> None:
    server.on("/api/file", Reply(302, headers={"Location": f"{other.url}/file"}))
    other.on("/file", ranged(BODY, ETAG))
    fetch.change(url=f"{server.url}/api/file")
    assert fetch.run() is Verification.CHECKSUM


@pytest.mark.parametrize("cut", [0, 1, len(BODY) // 2, len(BODY) - 1])
def test_cut_and_resumed_at_the_same_byte(server: FaultServer, fetch: Fetch, cut: int) -> None:
    server.on("/file", ranged(BODY, ETAG, cut=cut))
    fetch.fails(UnreachableError)
    kept = len(fetch.part or b"")
    assert (fetch.part or b"") == BODY[:cut]  # all that came is kept
    server.on("/file", ranged(BODY, ETAG))
    assert fetch.run() is Verification.CHECKSUM
    assert fetch.files == {"f": BODY}
    again = server.requests[-1].headers
    assert (again.get("range"), again.get("if-range")) == (
        (f"bytes={kept}-", ETAG) if kept else (None, None)
    )


def _half(server: FaultServer, fetch: Fetch) -> int:
    server.on("/file", ranged(BODY, ETAG, cut=len(BODY) // 2))
    fetch.fails(UnreachableError)
    return len(fetch.part or b"")


def test_200_to_a_range_starts_again(server: FaultServer, fetch: Fetch) -> None:
    _half(server, fetch)
    server.on("/file", Reply(200, BODY, {"ETag": ETAG}))
    assert fetch.run() is Verification.CHECKSUM
    assert fetch.files == {"f": BODY}


def test_changed_file_starts_again_and_keeps_nothing_of_the_old(
    server: FaultServer, fetch: Fetch
) -> None:
    _half(server, fetch)
    new = b"new" * 1000
    fetch.change(checksum="")
    server.on("/file", ranged(new, '"v2"'))
    assert fetch.run() is Verification.LENGTH
    assert fetch.files == {"f": new}


def test_new_validator_is_never_beside_old_bytes(server: FaultServer, fetch: Fetch) -> None:
    """A kill right after the validator was noted must not leave a part of the old file."""
    _half(server, fetch)
    server.on("/file", ranged(b"new" * 1000, '"v2"'))
    parts: list[bytes | None] = []
    fetch.on_begin = lambda: parts.append(fetch.part)
    fetch.fails(DownloadError)  # its checksum is that of the old file
    assert parts == [b""]


@pytest.mark.parametrize("etag", ["", 'W/"v1"'])
def test_without_a_strong_validator_nothing_is_resumed(
    server: FaultServer, fetch: Fetch, etag: str
) -> None:
    headers = {"ETag": etag} if etag else {}
    server.on("/file", Reply(200, BODY, headers, cut=1000), Reply(200, BODY, headers))
    fetch.fails(UnreachableError)
    fetch.run()
    assert "range" not in server.requests[-1].headers
    assert fetch.files == {"f": BODY}


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Content-Range": f"bytes 5-{len(BODY) - 1}/{len(BODY)}"},
        {"Content-Range": "bytes x-y/z"},
        {"Content-Range": "bytes HALF-1048575/1048576", "Content-Encoding": "gzip"},
    ],
)
def test_continued_at_the_wrong_place(
    server: FaultServer, fetch: Fetch, headers: dict[str, str]
) -> None:
    half = _half(server, fetch)
    named = {name: value.replace("HALF", str(half)) for name, value in headers.items()}
    server.on("/file", Reply(206, BODY[half:], named))
    fetch.fails(DownloadError)
    assert fetch.files == {}


def test_416_starts_from_scratch_next_time(server: FaultServer, fetch: Fetch) -> None:
    _half(server, fetch)
    server.on("/file", Reply(416, headers={"Content-Range": "bytes */5"}))
    fetch.fails(DownloadError)
    assert fetch.files == {}


def test_206_that_ends_early_goes_on_later(server: FaultServer, fetch: Fetch) -> None:
    half = _half(server, fetch)
    span = {"ETag": ETAG, "Content-Range": f"bytes {half}-{half + 99}/{len(BODY)}"}
    server.on("/file", Reply(206, BODY[half : half + 100], span))
    fetch.fails(UnreachableError)
    assert fetch.part == BODY[: half + 100]
    server.on("/file", ranged(BODY, ETAG))
    assert fetch.run() is Verification.CHECKSUM


def test_wrong_bytes_are_not_kept(server: FaultServer, fetch: Fetch) -> None:
    wrong = BODY[:-1] + b"!"
    server.on("/file", ranged(wrong, ETAG))
    assert "checksum" in str(fetch.fails(DownloadError))
    assert fetch.files == {}


def test_wrong_bytes_of_an_earlier_run_are_found(server: FaultServer, fetch: Fetch) -> None:
    _half(server, fetch)
    with fetch.transfer.part.open("r+b") as file:
        file.write(b"damaged")
    server.on("/file", ranged(BODY, ETAG))
    fetch.fails(DownloadError)
    assert fetch.files == {}


def test_unknown_checksum_is_told_as_not_verified(server: FaultServer, fetch: Fetch) -> None:
    fetch.change(checksum="9920" + "0" * 64)
    server.on("/file", ranged(BODY, ETAG))
    assert fetch.run() is Verification.UNKNOWN


def test_more_announced_than_sent(server: FaultServer, fetch: Fetch) -> None:
    server.on("/file", Reply(200, BODY, {"ETag": ETAG}, length=len(BODY) + 1))
    fetch.fails(UnreachableError)


def test_no_length_but_a_known_size(server: FaultServer, fetch: Fetch) -> None:
    fetch.change(size=len(BODY), checksum="")
    server.on("/file", Reply(200, BODY[:-1], length=None), Reply(200, BODY, length=None))
    assert "announced" in str(fetch.fails(DownloadError))
    assert fetch.run() is Verification.LENGTH


def test_nothing_known_is_told_as_unverified(server: FaultServer, fetch: Fetch) -> None:
    fetch.change(checksum="")
    server.on("/file", Reply(200, BODY, length=None))
    assert fetch.run() is Verification.NONE
    assert fetch.files == {"f": BODY}


def test_packed_although_asked_not_to(server: FaultServer, fetch: Fetch) -> None:
    server.on("/file", Reply(200, gzip.compress(BODY), {"Content-Encoding": "gzip"}))
    assert fetch.run() is Verification.CHECKSUM
    assert fetch.starts == [("", None)]


def test_empty_file(server: FaultServer, fetch: Fetch) -> None:
    fetch.change(checksum="", size=0)
    server.on("/file", Reply(200))
    assert fetch.run() is Verification.LENGTH
    assert fetch.files == {"f": b""}


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_link_that_is_over(server: FaultServer, fetch: Fetch, status: int) -> None:
    server.on("/file", Reply(status, b"<Error>Request has expired</Error>"))
    error = fetch.fails(LinkExpiredError)
    assert isinstance(error, AppError)
    assert is_link_expired(error)


def test_token_that_is_over(server: FaultServer, fetch: Fetch) -> None:
    server.on("/api/file", json_reply({"code": "TokenInvalid", "message": "x"}, 403))
    fetch.change(url=f"{server.url}/api/file")
    fetch.fails(SignInNeeded)


@pytest.mark.parametrize(
    ("status", "kind"), [(500, BackEndError), (429, BusyError), (503, BusyError)]
)
def test_failures_of_the_server_keep_the_part(
    server: FaultServer, fetch: Fetch, status: int, kind: type[AppError]
) -> None:
    half = _half(server, fetch)
    server.on("/file", Reply(status))
    fetch.fails(kind)
    assert len(fetch.part or b"") == half


@pytest.mark.parametrize(
    "url", ["s3://bucket/key", "/data/file", "file:///etc/passwd", "", "ftp://h/x"]
)
def test_schemes_that_cannot_be_fetched(fetch: Fetch, url: str) -> None:
    fetch.change(url=url)
    fetch.fails(UnsupportedError)


@pytest.mark.parametrize("target", ["file:///etc/passwd", "http://[", "/file"])
def test_redirects_to_nowhere(server: FaultServer, fetch: Fetch, target: str) -> None:
    server.on("/file", Reply(302, headers={"Location": target}))
    fetch.fails(AppError)


def test_stalled_transfer_is_given_up(server: FaultServer, fetch: Fetch, impatient: None) -> None:
    server.on("/file", Reply(200, BODY[:9], {"ETag": ETAG}, length=len(BODY), stall=True))
    fetch.fails(UnreachableError)


@pytest.mark.parametrize("length", [len(BODY), None])
def test_cancelling_keeps_the_part_and_never_calls_it_whole(
    server: FaultServer, fetch: Fetch, length: int | None
) -> None:
    fetch.change(checksum="")
    server.on("/file", Reply(200, BODY[: 1 << 19], {"ETag": ETAG}, length=length, stall=True))
    begun = threading.Event()
    fetch.on_bytes = lambda: begun.set() if fetch.seen[-1][0] else None
    canceller = threading.Thread(target=lambda: (begun.wait(10), fetch.token.cancel()))
    canceller.start()
    fetch.fails(Cancelled)
    canceller.join()
    assert fetch.part
    assert (fetch.part or b"") == BODY[: len(fetch.part or b"")]


def test_cancelled_before_the_answer_touches_nothing(server: FaultServer, fetch: Fetch) -> None:
    """A worker that was left behind must not write into what a newer one has begun."""
    half = _half(server, fetch)

    def late(_: Request) -> Reply:
        fetch.token.cancel()
        return Reply(200, BODY, {"ETag": '"v2"'})

    server.on("/file", late)
    starts = len(fetch.starts)
    fetch.fails(Cancelled)
    assert len(fetch.part or b"") == half
    assert len(fetch.starts) == starts


def test_small_pieces_do_not_flood_with_progress(server: FaultServer, fetch: Fetch) -> None:
    server.on("/file", ranged(BODY, ETAG))
    pieces = len(BODY) // module.CHUNK
    fetch.run()
    assert 2 <= len(fetch.seen) <= pieces + 2
