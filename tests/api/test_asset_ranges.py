"""Pieces of a file that is on a server: exactly those bytes, of the same file, or a sentence."""

from __future__ import annotations

import threading

import pytest

from openeo_desktop.api import asset_request as asset_module
from openeo_desktop.api.asset_ranges import Piece, get_piece
from openeo_desktop.api.connection import Connection
from openeo_desktop.core.cancel import Cancelled, CancelToken
from openeo_desktop.core.errors import (
    FileChangedError,
    LinkExpiredError,
    PreviewError,
    UnreachableError,
    UnsupportedError,
)
from tests.support.fault_server import FaultServer, Reply, ranged

BODY = bytes(range(256)) * 1000
ETAG = '"v1"'


def _piece(
    server: FaultServer, connection: Connection, offset: int, length: int, validator: str = ""
) -> Piece:
    return get_piece(
        connection, f"{server.url}/file?sig=1", offset, length, CancelToken(), validator
    )


def test_a_piece_is_those_bytes_of_that_file(server: FaultServer, connection: Connection) -> None:
    server.on("/file", ranged(BODY, ETAG))
    first = _piece(server, connection, 0, 100)
    assert first == Piece(BODY[:100], len(BODY), ETAG)
    assert _piece(server, connection, 700, 5000, first.validator).data == BODY[700:5700]
    asked = server.requests[1].headers
    assert (asked["range"], asked["if-range"]) == ("bytes=700-5699", ETAG)
    assert asked["accept-encoding"] == "identity"
    assert "authorization" not in asked  # not below the API base


def test_the_end_of_the_file_is_shorter(server: FaultServer, connection: Connection) -> None:
    server.on("/file", ranged(BODY, ETAG))
    assert _piece(server, connection, len(BODY) - 10, 1000).data == BODY[-10:]
    assert _piece(server, connection, len(BODY), 1000).data == b""


def test_the_token_stays_below_the_api_base(
    server: FaultServer, other: FaultServer, connection: Connection
) -> None:
    server.on("/api/file", Reply(302, headers={"Location": f"{other.url}/file"}))
    other.on("/file", ranged(BODY, ETAG))
    piece = get_piece(connection, f"{server.url}/api/file", 5, 10, CancelToken())
    assert piece.data == BODY[5:15]
    assert server.requests[0].headers["authorization"] == "Bearer CANARY-TOKEN"
    assert other.requests[0].headers["range"] == "bytes=5-14"


def test_a_back_end_elsewhere_reaches_no_program_on_this_computer(server: FaultServer) -> None:
    server.on("/file", ranged(BODY, ETAG))
    elsewhere = Connection("https://back-end.example/openeo")
    with pytest.raises(UnsupportedError, match=r"cannot be downloaded \(127\.0\.0\.1:"):
        _piece(server, elsewhere, 0, 100)
    assert not server.requests


def test_a_server_that_sends_only_whole_files_is_not_read(
    server: FaultServer, connection: Connection
) -> None:
    server.on("/file", Reply(200, b"x" * 1000, stall=True))  # whoever reads it all waits for ever
    with pytest.raises(PreviewError, match="only whole"):
        _piece(server, connection, 0, 10)


def test_a_file_that_has_changed_is_not_mixed(server: FaultServer, connection: Connection) -> None:
    server.on("/file", ranged(BODY, '"v2"'))
    with pytest.raises(FileChangedError):
        _piece(server, connection, 0, 10, ETAG)


def test_a_piece_of_another_version_is_refused(server: FaultServer, connection: Connection) -> None:
    span = {"Content-Range": f"bytes 0-9/{len(BODY)}", "ETag": '"v2"'}
    server.on("/file", Reply(206, BODY[:10], span))  # it does not know If-Range
    with pytest.raises(FileChangedError):
        _piece(server, connection, 0, 10, ETAG)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Content-Range": "bytes 5-14/100"},
        {"Content-Range": "bytes 0-9/100", "Content-Encoding": "gzip"},
    ],
)
def test_an_answer_of_other_bytes_is_refused(
    server: FaultServer, connection: Connection, headers: dict[str, str]
) -> None:
    server.on("/file", Reply(206, b"0123456789", headers))
    with pytest.raises(PreviewError, match="only whole"):
        _piece(server, connection, 0, 10)


def test_more_than_was_asked_for_is_left_out(server: FaultServer, connection: Connection) -> None:
    span = {"Content-Range": f"bytes 0-{len(BODY) - 1}/{len(BODY)}"}
    server.on("/file", Reply(206, BODY, span, stall=True))
    assert _piece(server, connection, 0, 10).data == BODY[:10]


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_link_that_is_over_is_told_apart(
    server: FaultServer, connection: Connection, status: int
) -> None:
    server.on("/file", Reply(status, b"<Error><Code>AccessDenied</Code></Error>"))
    with pytest.raises(LinkExpiredError):
        _piece(server, connection, 0, 10)


def test_a_connection_that_breaks_is_unreachable(
    server: FaultServer, connection: Connection
) -> None:
    server.on("/file", ranged(BODY, ETAG, cut=5))
    with pytest.raises(UnreachableError):
        _piece(server, connection, 0, 100)


@pytest.mark.usefixtures("impatient")
def test_a_server_that_falls_silent_is_unreachable(
    server: FaultServer, connection: Connection
) -> None:
    server.on("/file", ranged(BODY, ETAG, cut=5, stall=True))
    with pytest.raises(UnreachableError):
        _piece(server, connection, 0, 100)


def test_cancelling_wakes_a_read_that_waits(
    server: FaultServer, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asset_module, "READ_TIMEOUT", (60.0, 60.0))
    server.on("/file", ranged(BODY, ETAG, cut=5, stall=True))
    token = CancelToken()

    def cancel() -> None:
        server.wait_for("/file")
        token.cancel()

    thread = threading.Thread(target=cancel)
    thread.start()
    with pytest.raises(Cancelled):
        get_piece(connection, f"{server.url}/file", 0, 100, token)
    thread.join()


def test_other_schemes_are_not_asked(connection: Connection) -> None:
    with pytest.raises(UnsupportedError):
        get_piece(connection, "s3://bucket/file", 0, 10, CancelToken())
