"""Sign-in in the browser: a real provider, and all that may knock at the listener."""

from __future__ import annotations

import socket
import threading
from concurrent.futures import Future
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from openeo_desktop.api.auth import loopback_listener
from openeo_desktop.api.auth.authorization_code import AuthorizationFlow, begin, finish
from openeo_desktop.api.auth.openid import OpenIdConfiguration
from openeo_desktop.core.cancel import Cancelled, CancelToken
from openeo_desktop.core.errors import (
    AppError,
    BadAnswerError,
    SignInError,
    SignInRefused,
    UnsupportedError,
)
from openeo_desktop.core.sign_in import OidcClient, Tokens
from tests.support.fault_server import FaultServer, json_reply
from tests.support.oidc_fakes import (
    CODE,
    DESK,
    OWN,
    configuration,
    id_token,
    provider,
    token_answer,
)
from tests.support.oidc_provider import OidcProviderServer, ScriptedBrowser


def _begin(issuer: str, found: OpenIdConfiguration, client: OidcClient = DESK) -> AuthorizationFlow:
    return begin(found, provider(issuer), client, CancelToken())


def _query(flow: AuthorizationFlow) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(flow.url).query).items()}


def _call_back(flow: AuthorizationFlow, **changes: str | None) -> requests.Response:
    """What the browser asks after the sign-in; None leaves a parameter out."""
    given: dict[str, str | None] = {"code": CODE, "state": _query(flow)["state"]} | changes
    return requests.get(flow.redirect_uri, params=given, timeout=60)


def _finish_aside(flow: AuthorizationFlow, token: CancelToken) -> Future[Tokens]:
    """`finish` in a thread, as the app does it."""
    future: Future[Tokens] = Future()

    def run() -> None:
        try:
            future.set_result(finish(flow, token))
        except Exception as error:  # noqa: BLE001 (it goes on to the test)
            future.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return future


# -- a real provider -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("client", "redirects"),
    [
        ("desk", ("http://127.0.0.1/callback",)),
        ("desk", ("https://editor.example.org/", "http://localhost/signed-in")),
        ("own", ()),
    ],
)
def test_person_signs_in(
    real: OidcProviderServer,
    real_configuration: OpenIdConfiguration,
    browser: ScriptedBrowser,
    client: str,
    redirects: tuple[str, ...],
) -> None:
    secret = real.secret_of(client) if client == "own" else ""
    flow = _begin(
        real.issuer, real_configuration, OidcClient(client, secret, redirect_urls=redirects)
    )
    waiting = _finish_aside(flow, CancelToken())
    page = browser.allow(flow.url)
    tokens = waiting.result(10)
    assert page.status_code == 200
    assert "close this page" in page.text
    assert real.knows(tokens.access_token)
    assert tokens.refresh_token


def test_person_says_no(
    real: OidcProviderServer, real_configuration: OpenIdConfiguration, browser: ScriptedBrowser
) -> None:
    flow = _begin(real.issuer, real_configuration)
    browser.deny(flow.url)
    with pytest.raises(SignInRefused, match="was denied"):
        finish(flow, CancelToken())


def test_stolen_code_is_worthless_without_the_verifier(
    real: OidcProviderServer, real_configuration: OpenIdConfiguration, browser: ScriptedBrowser
) -> None:
    flow = _begin(real.issuer, real_configuration)
    browser.allow(flow.url)
    with pytest.raises(SignInRefused) as caught:
        finish(replace(flow, verifier="x" * 43), CancelToken())
    assert caught.value.code == "invalid_grant"


def test_code_works_once(
    real: OidcProviderServer, real_configuration: OpenIdConfiguration, browser: ScriptedBrowser
) -> None:
    flow = _begin(real.issuer, real_configuration)
    browser.allow(flow.url)
    finish(flow, CancelToken())
    with pytest.raises(SignInRefused) as caught:
        finish(flow, CancelToken())  # what it took the first time is still there
    assert caught.value.code == "invalid_grant"


def test_a_thousand_callbacks_and_then_the_right_one(
    real: OidcProviderServer, real_configuration: OpenIdConfiguration, browser: ScriptedBrowser
) -> None:
    flow = _begin(real.issuer, real_configuration)
    base = f"http://127.0.0.1:{flow.listener.port}"
    wrong = [
        f"{base}/callback?code=x&state=guess",
        f"{base}/callback",
        f"{base}/favicon.ico",
        f"{base}/callback?state={_query(flow)['state']}",
        f"{base}//callback?code=x&state=%ff%00",
    ]
    answers: list[int] = []

    def knock() -> None:
        answers.extend(requests.get(url, timeout=60).status_code for url in wrong * 25)

    threads = [threading.Thread(target=knock) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert answers == [404] * 1000
    waiting = _finish_aside(flow, CancelToken())
    browser.allow(flow.url)
    assert real.knows(waiting.result(10).access_token)


# -- staged providers ------------------------------------------------------------------------------


def test_address_holds_what_the_protocol_asks_for(server: FaultServer) -> None:
    found = configuration(
        server.url,
        authorization_endpoint=f"{server.url}/auth?tenant=7&state=theirs#top",
        scopes_supported=("openid", "jobs", "offline_access"),
    )
    theirs = provider(server.url, authorization_parameters={"audience": "eo", "state": "bent"})
    with begin(found, theirs, DESK, CancelToken()) as flow:
        asked = parse_qs(urlsplit(flow.url).query)
    assert asked["tenant"] == ["7"]
    assert asked["audience"] == ["eo"]
    assert asked["response_type"] == ["code"]
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["scope"] == ["openid jobs offline_access"]
    assert asked["prompt"] == ["consent"]
    assert asked["redirect_uri"] == [f"http://127.0.0.1:{flow.listener.port}/callback"]
    assert len(asked["state"][0]) == len(asked["nonce"][0]) == len(flow.verifier) == 43
    assert asked["state"] != asked["nonce"]


def test_second_callback_is_refused(server: FaultServer) -> None:
    server.on("/token", json_reply(token_answer()))
    flow = _begin(server.url, configuration(server.url))
    assert _call_back(flow).status_code == 200
    assert _call_back(flow, code="second").status_code == 404
    finish(flow, CancelToken())
    sent = parse_qs(server.to("/token")[0].body.decode())
    assert sent["code"] == [CODE]
    with pytest.raises(requests.ConnectionError):
        _call_back(flow, code="third")


def test_callback_with_the_wrong_state_is_passed_over(server: FaultServer) -> None:
    server.on("/token", json_reply(token_answer()))
    flow = _begin(server.url, configuration(server.url))
    state = _query(flow)["state"]
    assert _call_back(flow, state=state[:-1] + "~", code="not-this-code").status_code == 404
    assert _call_back(flow, state=None, code="not-this-code").status_code == 404
    twice = f"{flow.redirect_uri}?code=not-this-code&code=not-this-code&state={state}"
    assert requests.get(twice, timeout=60).status_code == 404
    assert requests.post(flow.redirect_uri, params={"state": state}, timeout=60).status_code == 501
    assert _call_back(flow).status_code == 200
    finish(flow, CancelToken())
    assert "not-this-code" not in server.to("/token")[0].body.decode()


def test_page_repeats_nothing_and_may_do_nothing(server: FaultServer) -> None:
    with _begin(server.url, configuration(server.url)) as flow:
        page = _call_back(flow, code="<script>alert(1)</script>")
    assert "script" not in page.text
    assert page.headers["Content-Security-Policy"] == "default-src 'none'"
    assert page.headers["Cache-Control"] == "no-store"
    assert "Python" not in page.headers["Server"]


def test_connection_that_says_nothing_holds_nobody(server: FaultServer) -> None:
    """Browsers open one in advance."""
    server.on("/token", json_reply(token_answer()))
    flow = _begin(server.url, configuration(server.url))
    with socket.create_connection(("127.0.0.1", flow.listener.port)):
        assert _call_back(flow).status_code == 200
        finish(flow, CancelToken())


@pytest.mark.parametrize("promised", [True, False])
@pytest.mark.parametrize("given", [None, "https://other.example.org", "", "right"])
def test_answer_of_another_provider(server: FaultServer, promised: bool, given: str | None) -> None:
    """RFC 9207: the mix-up of two providers."""
    server.on("/token", json_reply(token_answer()))
    found = configuration(server.url, authorization_response_iss_parameter_supported=promised)
    flow = _begin(server.url, found)
    _call_back(flow, iss=server.url if given == "right" else given)
    if given == "right" or (given is None and not promised):
        finish(flow, CancelToken())
        return
    with pytest.raises(BadAnswerError, match="somebody else"):
        finish(flow, CancelToken())
    assert not server.to("/token")


def test_error_of_the_provider_is_told_as_plain_text(server: FaultServer) -> None:
    flow = _begin(server.url, configuration(server.url))
    _call_back(flow, code=None, error="in\x07valid_scope", error_description="<b>no\u202e</b>\nway")
    with pytest.raises(SignInRefused, match="<b>no") as caught:
        finish(flow, CancelToken())
    text = caught.value.full_text()
    assert "\u202e" not in text
    assert "\x07" not in text
    assert not server.to("/token")


def test_nonce_of_the_id_token(server: FaultServer) -> None:
    for claims, fits in (({"nonce": None}, True), ({"nonce": "other"}, False), ({}, False)):
        flow = _begin(server.url, configuration(server.url))
        right = {name: value or _query(flow)["nonce"] for name, value in claims.items()}
        server.on("/token", json_reply(token_answer(id_token=id_token(**right))))
        _call_back(flow)
        assert _error_of(flow) is (None if fits else BadAnswerError)


@pytest.mark.parametrize("broken", ["", "a.b", "a.!.c", "a.bm8.c", 7, {"a": 1}, "x" * 100_000])
def test_id_token_that_is_none(server: FaultServer, broken: object) -> None:
    server.on("/token", json_reply(token_answer(id_token=broken)))
    flow = _begin(server.url, configuration(server.url))
    _call_back(flow)
    assert _error_of(flow) is BadAnswerError


def _error_of(flow: AuthorizationFlow) -> type[AppError] | None:
    try:
        finish(flow, CancelToken())
    except AppError as error:
        return type(error)
    return None


def test_cancelled_while_the_person_is_in_the_browser(server: FaultServer) -> None:
    flow, token = _begin(server.url, configuration(server.url)), CancelToken()
    waiting = _finish_aside(flow, token)
    token.cancel()
    with pytest.raises(Cancelled):
        waiting.result(2)
    with pytest.raises(requests.ConnectionError):
        _call_back(flow)


def test_nobody_comes_back(server: FaultServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loopback_listener, "TIME_LIMIT", 0.1)
    flow = _begin(server.url, configuration(server.url))
    with pytest.raises(SignInRefused, match="not finished in time"):
        finish(flow, CancelToken())


def test_port_that_the_redirect_demands() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        busy, free = taken.getsockname()[1], probe.getsockname()[1]
        probe.close()
        found = configuration("http://127.0.0.1:1")
        urls = (f"http://localhost:{busy}/a", f"http://localhost:{free}/b")
        with _begin(found.issuer, found, OidcClient("desk", redirect_urls=urls)) as flow:
            assert flow.redirect_uri == urls[1]
            assert flow.listener.port == free
        with pytest.raises(SignInError, match=f"port {busy}"):
            _begin(found.issuer, found, OidcClient("desk", redirect_urls=urls[:1]))


def test_listener_is_not_to_be_seen_from_outside(server: FaultServer) -> None:
    with _begin(server.url, configuration(server.url)) as flow:
        address = flow.listener._server.socket.getsockname()
    assert address[0] == "127.0.0.1"


def test_no_redirect_to_this_computer(server: FaultServer) -> None:
    web = OidcClient("web", redirect_urls=("https://editor.example.org/",))
    with pytest.raises(UnsupportedError, match="does not offer"):
        _begin(server.url, configuration(server.url), web)
    with pytest.raises(UnsupportedError, match="does not offer"):
        _begin(server.url, configuration(server.url, authorization_endpoint=""), OWN)


def test_nothing_secret_in_a_repr(server: FaultServer) -> None:
    with _begin(server.url, configuration(server.url), OWN) as flow:
        shown = repr(flow)
    for secret in (flow.verifier, flow.nonce, _query(flow)["state"], OWN.secret):
        assert secret
        assert secret not in shown
