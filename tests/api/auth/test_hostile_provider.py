"""Every call of the sign-in against answers made to break it: words for a person, nothing leaks."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from http.client import HTTPConnection
from typing import Any

import pytest

from openeo_desktop.api.auth import endpoint
from openeo_desktop.api.auth.authorization_code import begin, finish
from openeo_desktop.api.auth.client_credentials import client_credentials
from openeo_desktop.api.auth.device_code import DeviceFlow, begin_device_code, poll_device_code
from openeo_desktop.api.auth.openid import get_configuration
from openeo_desktop.api.auth.providers import list_providers
from openeo_desktop.api.auth.tokens import refresh
from openeo_desktop.api.connection import Connection
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import AppError, BadAnswerError, SignInRefused, UnreachableError
from openeo_desktop.core.sign_in import DeviceCode
from openeo_desktop.core.times import utc_now
from tests.support.fault_server import FaultServer, Reply, Request, json_reply
from tests.support.oidc_fakes import (
    CODE,
    DEVICE,
    OWN,
    REFRESH,
    SECRET,
    QuickToken,
    configuration,
    provider,
)

Call = Callable[[FaultServer], object]
LARGE = b'{"access_token": "' + b"x" * (10 << 20) + b'"}'


def _list(server: FaultServer) -> object:
    return list_providers(Connection(server.url), CancelToken())


def _configure(server: FaultServer) -> object:
    return get_configuration(server.url, CancelToken())


def _device(server: FaultServer) -> object:
    return begin_device_code(configuration(server.url), provider(server.url), OWN, CancelToken())


def _poll(server: FaultServer) -> object:
    ends = utc_now() + dt.timedelta(seconds=0.5)
    code = DeviceCode("ABCD", server.url, "", ends, 0.1, DEVICE)
    return poll_device_code(DeviceFlow(code, configuration(server.url), OWN), QuickToken())


def _exchange(server: FaultServer) -> object:
    flow = begin(configuration(server.url), provider(server.url), OWN, CancelToken())
    state = flow.url.partition("&state=")[2].partition("&")[0]
    browser = HTTPConnection("127.0.0.1", flow.listener.port, timeout=60)
    browser.request("GET", f"/callback?code={CODE}&state={state}")  # it logs nothing of its own
    assert browser.getresponse().status == 200
    browser.close()
    return finish(flow, CancelToken())


def _refresh(server: FaultServer) -> object:
    return refresh(configuration(server.url), OWN, REFRESH, CancelToken())


def _robot(server: FaultServer) -> object:
    return client_credentials(configuration(server.url), provider(server.url), OWN, CancelToken())


GETS: dict[str, Call] = {
    "/credentials/oidc": _list,
    "/.well-known/openid-configuration": _configure,
}
POSTS = [("/device", _device), *(("/token", c) for c in (_poll, _exchange, _refresh, _robot))]
CALLS = [*GETS.items(), *POSTS]


def _words(call: Call, server: FaultServer) -> AppError:
    """The error of a call, which must be one for a person and hold no secret."""
    with pytest.raises(AppError) as caught:
        call(server)
    error = caught.value
    shown = f"{error.full_text()} {error!r} {error.__cause__!r}"
    assert error.message.endswith(".")
    assert len(shown) < 2000
    assert "CANARY" not in shown
    return error


@pytest.mark.parametrize(("path", "call"), CALLS)
@pytest.mark.parametrize(
    "reply",
    [
        Reply(200, b"<!doctype html><h1>Welcome to the hotel</h1>", {"Content-Type": "text/html"}),
        Reply(200, b""),
        Reply(200, b"\xff\xfe\x00"),
        Reply(200, b'{"access_token": '),
        Reply(200, b"[" * 100_000),
        Reply(200, b'{"n": ' + b"9" * 5000 + b"}"),
        Reply(200, b"\x1f\x8bnot gzip", {"Content-Encoding": "gzip"}),
        json_reply([]),
        json_reply(17),
        json_reply("access_token"),
        json_reply(None),
        json_reply({}),
        json_reply({name: {"a": [1]} for name in ("access_token", "device_code", "issuer")}),
        json_reply({"device_code": DEVICE, "user_code": "x" * 5000}),
        Reply(403, b"<html>no</html>"),
        json_reply({"error": ["x"], "error_description": {"y": 1}}, 400),
        json_reply([1], 400),
        json_reply({"error": "x" * 10_000, "error_description": "y" * 50_000}, 400),
    ],
)
def test_answer_that_makes_no_sense(
    server: FaultServer, path: str, call: Call, reply: Reply
) -> None:
    server.on(path, reply)
    _words(call, server)


@pytest.mark.parametrize(("path", "call"), CALLS[1:])
@pytest.mark.parametrize("status", [200, 400])
def test_ten_megabytes_are_not_read(
    server: FaultServer, path: str, call: Call, status: int
) -> None:
    server.on(path, Reply(status, LARGE))
    error = _words(call, server)
    assert isinstance(error, BadAnswerError)
    assert "too large" in error.message


@pytest.mark.parametrize(("path", "call"), CALLS)
def test_redirects_without_end(server: FaultServer, path: str, call: Call) -> None:
    server.on(path, Reply(302, b"", {"Location": path}))
    assert isinstance(_words(call, server), BadAnswerError)
    assert len(server.to(path)) <= 6


@pytest.mark.parametrize(("path", "call"), POSTS)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_form_is_never_sent_to_another_host(
    server: FaultServer, other: FaultServer, path: str, call: Call, status: int
) -> None:
    server.on(path, Reply(status, b"", {"Location": f"{other.url}{path}"}))
    assert "redirect" in _words(call, server).message
    assert not other.requests


def test_document_from_another_host_must_still_name_the_issuer(
    server: FaultServer, other: FaultServer
) -> None:
    path = "/.well-known/openid-configuration"
    server.on(path, Reply(302, b"", {"Location": f"{other.url}/x"}))
    other.on("/x", json_reply({"issuer": other.url, "token_endpoint": f"{other.url}/token"}))
    assert "another provider" in _words(_configure, server).message


@pytest.mark.parametrize(("path", "call"), CALLS)
def test_cut_or_silent(server: FaultServer, path: str, call: Call) -> None:
    server.on(path, Reply(200, b'{"access_token": "x"}', cut=5))
    error = _words(call, server)
    assert isinstance(error, SignInRefused if call is _poll else UnreachableError)


def test_one_slow_byte_after_another(server: FaultServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """No socket would ever end it: the watch does."""
    monkeypatch.setattr(endpoint, "TIMEOUT", (3600.0, 3600.0))
    monkeypatch.setattr(endpoint, "MAX_SECONDS", 0.3)
    server.on("/token", Reply(200, b'{"access_token":', stall=True, length=None))
    assert isinstance(_words(_refresh, server), UnreachableError)


def test_provider_that_never_answers(server: FaultServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "TIMEOUT", (0.2, 0.2))

    def silent(_request: Request) -> Reply:
        server.released.wait(10)
        return Reply(500)

    server.on("/token", silent)
    assert "in time" in _words(_refresh, server).message


def test_session_of_the_back_end_is_not_shown_to_the_provider(
    server: FaultServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login ada password CANARY-NETRC\n", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(netrc))
    server.on("/token", json_reply({}))
    for call in (_refresh, _robot, _configure):
        _words(call, server)
    assert server.requests
    assert not [r for r in server.requests if "authorization" in r.headers or "cookie" in r.headers]


def _repeating(request: Request) -> Reply:
    """Says back what it was sent."""
    said = " ".join(request.body.decode().replace("&", " ").split("="))
    return json_reply({"error": "invalid_grant", "error_description": said}, 400)


def test_nothing_secret_is_said_or_logged(
    server: FaultServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for answer in (_repeating, Reply(503), Reply(200, b"<html>")):
        for path, call in POSTS:
            server.on(path, answer)
            _words(call, server)
    sent = b" ".join(request.body for request in server.requests)
    assert all(canary.encode() in sent for canary in (REFRESH, SECRET, CODE, DEVICE))
    assert "/token" in caplog.text
    assert "CANARY" not in caplog.text
