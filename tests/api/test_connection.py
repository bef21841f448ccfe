"""One request, one answer: limits, redirects, and credentials that stay where they belong."""

from __future__ import annotations

import gzip
import threading
from pathlib import Path

import pytest

from openeo_desktop.api import connection as connection_module
from openeo_desktop.api.auth.basic import sign_in_basic
from openeo_desktop.api.connection import BearerAuth, Connection
from openeo_desktop.api.user import get_user
from openeo_desktop.core.cancel import Cancelled, CancelToken
from openeo_desktop.core.errors import BadAnswerError, SignInRefused, UnreachableError
from tests.support.fault_server import FaultServer, Reply, Request, json_reply

BEARER = "Bearer CANARY-TOKEN"
JSON = {"Content-Type": "application/json"}


def test_token_is_sent_below_the_api_base_only(
    server: FaultServer, other: FaultServer, connection: Connection, token: CancelToken
) -> None:
    server.on("/api/me", json_reply({"user_id": "u"}))
    server.on("/elsewhere", json_reply({}))
    other.on("/api/me", json_reply({}))
    assert get_user(connection, token).user_id == "u"
    connection.get(f"{server.url}/elsewhere", token)
    connection.get(f"{other.url}/api/me", token)
    assert server.to("/api/me")[0].headers["authorization"] == BEARER
    assert "authorization" not in server.to("/elsewhere")[0].headers
    assert other.to("/api/me")


@pytest.mark.parametrize("auth", [BearerAuth("CANARY-TOKEN"), None])
def test_netrc_is_never_read(
    server: FaultServer,
    token: CancelToken,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    auth: BearerAuth | None,
) -> None:
    for name in (".netrc", "_netrc"):
        (tmp_path / name).write_text("machine 127.0.0.1 login mallory password netrc-canary\n")
        (tmp_path / name).chmod(0o600)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    server.on("/api/me", json_reply({}))
    Connection(f"{server.url}/api", auth).get("/me", token)
    sent = server.to("/api/me")[0].headers.get("authorization")
    assert sent == (BEARER if auth else None)


def test_redirect_to_another_host_loses_the_token(
    server: FaultServer, other: FaultServer, connection: Connection, token: CancelToken
) -> None:
    server.on("/api/jobs", Reply(302, headers={"Location": f"{other.url}/api/jobs"}))
    other.on("/api/jobs", json_reply({"jobs": []}))
    connection.get("/jobs", token)
    assert other.to("/api/jobs")


def test_redirect_out_of_the_api_base_loses_the_token(
    server: FaultServer, connection: Connection, token: CancelToken
) -> None:
    server.on("/api/jobs", Reply(308, headers={"Location": "/api/jobs/"}))
    server.on("/api/jobs/", Reply(307, headers={"Location": "/tenant-b/jobs"}))
    server.on("/tenant-b/jobs", json_reply({"jobs": []}))
    connection.get("/jobs", token)
    assert server.to("/api/jobs/")[0].headers["authorization"] == BEARER
    assert "authorization" not in server.to("/tenant-b/jobs")[0].headers


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("method", ["POST", "DELETE"])
def test_only_reading_is_redirected(
    server: FaultServer, connection: Connection, token: CancelToken, method: str, status: int
) -> None:
    server.on("/api/jobs", Reply(status, headers={"Location": f"{server.url}/api/other"}))
    server.on("/api/other", json_reply({}))
    with pytest.raises(BadAnswerError):
        connection.request(method, "/jobs", token, body={})
    assert not server.to("/api/other")


@pytest.mark.parametrize("target", ["file:///etc/passwd", "gopher://x", "http://[", "/api/jobs"])
def test_redirects_to_nowhere_and_in_circles(
    server: FaultServer, connection: Connection, token: CancelToken, target: str
) -> None:
    server.on("/api/jobs", Reply(302, headers={"Location": target}))
    with pytest.raises((BadAnswerError, UnreachableError)):
        connection.get("/jobs", token)
    assert len(server.requests) <= 6


def test_web_page_is_no_answer(
    server: FaultServer, connection: Connection, token: CancelToken
) -> None:
    server.on("/api/jobs", Reply(200, b"<html>Hi</html>", {"Content-Type": "text/html"}))
    with pytest.raises(BadAnswerError) as caught:
        connection.get("/jobs", token)
    assert "Hi" in caught.value.details


@pytest.mark.parametrize(
    "body", [b"", b"\xff\xfe", b"{", b"[" * 200_000, b'{"a":' * 100_000, b"1" * 9999, b"\x00"]
)
def test_bodies_that_are_no_json(
    server: FaultServer, connection: Connection, token: CancelToken, body: bytes
) -> None:
    server.on("/api/jobs", Reply(200, body, JSON))
    with pytest.raises(BadAnswerError):
        connection.get("/jobs", token)


def test_byte_order_mark_is_forgiven(
    server: FaultServer, connection: Connection, token: CancelToken
) -> None:
    server.on("/api/jobs", Reply(200, b'\xef\xbb\xbf{"a": 1}', JSON))
    assert connection.get("/jobs", token) == {"a": 1}


def test_large_answers_are_refused_unpacked_or_not(
    server: FaultServer,
    connection: Connection,
    token: CancelToken,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connection_module, "MAX_BODY", 1 << 20)
    bomb = gzip.compress(b" " * (64 << 20))
    server.on("/api/plain", Reply(200, b" " * (2 << 20), JSON))
    server.on("/api/bomb", Reply(200, bomb, JSON | {"Content-Encoding": "gzip"}))
    for path in ("/plain", "/bomb"):
        with pytest.raises(BadAnswerError, match="too large"):
            connection.get(path, token)


@pytest.mark.parametrize("status", [201, 202, 204])
def test_bodies_of_other_successes_are_not_read(
    server: FaultServer, connection: Connection, token: CancelToken, status: int
) -> None:
    server.on("/api/jobs", Reply(status, b"<html>", {"Content-Type": "text/html"}))
    assert connection.request("POST", "/jobs", token, body={}).document is None


def test_empty_200_is_enough_for_an_action(
    server: FaultServer, connection: Connection, token: CancelToken
) -> None:
    server.on("/api/jobs/j", Reply(200))
    assert connection.request("DELETE", "/jobs/j", token).document is None


def test_server_that_says_nothing_is_unreachable(
    server: FaultServer, connection: Connection, token: CancelToken, impatient: None
) -> None:
    def never(_: Request) -> Reply:
        server.released.wait(30)
        return Reply()

    server.on("/api/jobs", never)
    with pytest.raises(UnreachableError, match="in time"):
        connection.get("/jobs", token)


def test_answer_that_stops_in_the_middle(
    server: FaultServer, connection: Connection, token: CancelToken, impatient: None
) -> None:
    server.on("/api/stall", Reply(200, b'{"jobs": [', JSON, length=99, stall=True))
    server.on("/api/cut", Reply(200, b'{"jobs": []}', JSON, cut=5))
    with pytest.raises(UnreachableError, match="stopped answering"):
        connection.get("/stall", token)
    with pytest.raises(UnreachableError, match="connection broke"):
        connection.get("/cut", token)


def test_nobody_listens(token: CancelToken) -> None:
    with FaultServer() as gone:
        url = gone.url
    with pytest.raises(UnreachableError, match="nothing listens") as caught:
        Connection(url).get("/", token)
    assert "on this computer" in caught.value.hint
    assert "network" not in str(caught.value)


@pytest.mark.parametrize("length", [999, None])
def test_cancelling_wakes_a_stalled_read(
    server: FaultServer,
    connection: Connection,
    length: int | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing else would ever end it."""
    monkeypatch.setattr("openeo_desktop.api.connection.TIMEOUT", (5.0, 3600.0))
    token = CancelToken()
    server.on("/api/jobs", Reply(200, b"{}", JSON, length=length, stall=True))
    ended: list[BaseException] = []

    def ask() -> None:
        try:
            connection.get("/jobs", token)
        except BaseException as error:  # noqa: BLE001 - the test looks at it
            ended.append(error)

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    server.wait_for("/api/jobs")
    token.cancel()
    thread.join(60)
    assert not thread.is_alive()
    assert isinstance(ended[0], Cancelled)


def test_cancelled_before_it_is_sent(server: FaultServer, connection: Connection) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        connection.get("/jobs", token)
    assert not server.requests


def test_sign_in_gives_a_connection_with_the_classic_bearer(
    server: FaultServer, token: CancelToken
) -> None:
    server.on("/api/credentials/basic", json_reply({"access_token": "abc"}))
    server.on("/api/me", json_reply({"user_id": "ä"}))
    signed = sign_in_basic(Connection(f"{server.url}/api"), "ä:b", "p:w", token)
    signed.get("/me", token)
    assert server.requests[0].headers["authorization"] == "Basic w6Q6YjpwOnc="
    assert server.requests[1].headers["authorization"] == "Bearer basic//abc"
    assert server.requests[1].headers["user-agent"].startswith("openEO-Desktop/")


@pytest.mark.parametrize(
    "reply",
    [
        json_reply({"code": "CredentialsInvalid", "message": "x"}, 403),
        Reply(401),
        json_reply({"code": "AuthenticationRequired", "message": "x"}, 401),
    ],
)
def test_wrong_password_is_refused(server: FaultServer, token: CancelToken, reply: Reply) -> None:
    server.on("/api/credentials/basic", reply)
    with pytest.raises(SignInRefused) as caught:
        sign_in_basic(Connection(f"{server.url}/api"), "u", "canary-pw", token)
    assert caught.value.exit_code == 3
    assert "canary-pw" not in caught.value.full_text()


@pytest.mark.parametrize("access_token", [None, "", 5.5j, "a\r\nX: y", "tökén", "a b", {}])
def test_token_that_cannot_be_sent(
    server: FaultServer, token: CancelToken, access_token: object
) -> None:
    value = access_token if not isinstance(access_token, complex) else []
    server.on("/api/credentials/basic", json_reply({"access_token": value}))
    with pytest.raises(BadAnswerError):
        sign_in_basic(Connection(f"{server.url}/api"), "u", "p", token)


def test_secrets_do_not_show_in_reprs(connection: Connection) -> None:
    assert "CANARY" not in repr(BearerAuth("CANARY")) + repr(connection)
