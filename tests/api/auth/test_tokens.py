"""Refresh with rotation, revocation, client credentials, and answers that are no tokens."""

from __future__ import annotations

import base64
from dataclasses import replace
from typing import Any

import pytest

from openeo_desktop.api.auth.authorization_code import begin, finish
from openeo_desktop.api.auth.bearer import bearer_for
from openeo_desktop.api.auth.client_credentials import client_credentials
from openeo_desktop.api.auth.openid import OpenIdConfiguration
from openeo_desktop.api.auth.tokens import refresh, revoke
from openeo_desktop.api.capabilities import parse_capabilities
from openeo_desktop.api.connection import Connection
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import (
    AppError,
    BadAnswerError,
    BusyError,
    InputError,
    SignInNeeded,
    SignInRefused,
    UnreachableError,
)
from openeo_desktop.core.sign_in import OidcClient, Tokens
from openeo_desktop.core.times import utc_now
from tests.support.fault_server import FaultServer, Reply, json_reply
from tests.support.oidc_fakes import (
    ACCESS,
    DESK,
    OWN,
    REFRESH,
    SECRET,
    configuration,
    provider,
    token_answer,
)
from tests.support.oidc_provider import OidcProviderServer, ScriptedBrowser


@pytest.fixture
def signed_in(
    real: OidcProviderServer, real_configuration: OpenIdConfiguration, browser: ScriptedBrowser
) -> Tokens:
    flow = begin(real_configuration, provider(real.issuer), DESK, CancelToken())
    browser.allow(flow.url)
    return finish(flow, CancelToken())


def _refresh(found: OpenIdConfiguration, tokens: Tokens) -> Tokens:
    return refresh(found, DESK, tokens.refresh_token, CancelToken())


# -- a real provider -------------------------------------------------------------------------------


def test_refresh_rotates_and_an_old_token_ends_the_family(
    real: OidcProviderServer, real_configuration: OpenIdConfiguration, signed_in: Tokens
) -> None:
    second = _refresh(real_configuration, signed_in)
    assert second.refresh_token not in ("", signed_in.refresh_token)
    assert real.knows(second.access_token)
    third = _refresh(real_configuration, second)
    with pytest.raises(SignInNeeded, match="is over") as caught:
        _refresh(real_configuration, second)
    assert second.refresh_token not in caught.value.full_text()
    with pytest.raises(SignInNeeded):
        _refresh(real_configuration, third)


def test_fault_while_refreshing_ends_no_session(
    real: OidcProviderServer, real_configuration: OpenIdConfiguration, signed_in: Tokens
) -> None:
    real.change(broken=1)
    with pytest.raises(BusyError):
        _refresh(real_configuration, signed_in)
    real.change(dropped=1)
    with pytest.raises(UnreachableError):
        _refresh(real_configuration, signed_in)
    assert real.knows(_refresh(real_configuration, signed_in).access_token)


def test_revoked_token_is_of_no_use(
    real_configuration: OpenIdConfiguration, signed_in: Tokens
) -> None:
    assert revoke(real_configuration, DESK, signed_in.refresh_token, CancelToken())
    with pytest.raises(SignInNeeded):
        _refresh(real_configuration, signed_in)


def test_client_credentials_in_the_form(
    real: OidcProviderServer, real_configuration: OpenIdConfiguration
) -> None:
    robot = OidcClient("robot", real.secret_of("robot"))
    found = client_credentials(real_configuration, provider(real.issuer), robot, CancelToken())
    assert found.access_token
    assert found.refresh_token == ""
    assert real.token_requests()[-1]["scheme"] == ""


def test_client_credentials_as_basic_where_nothing_else_is(
    real: OidcProviderServer, real_configuration: OpenIdConfiguration
) -> None:
    only = replace(
        real_configuration, token_endpoint_auth_methods_supported=("client_secret_basic",)
    )
    robot = OidcClient("robot-basic", real.secret_of("robot-basic"))
    assert client_credentials(only, provider(real.issuer), robot, CancelToken()).access_token
    assert real.token_requests()[-1]["scheme"] == "Basic"


def test_wrong_secret_is_told(
    real: OidcProviderServer, real_configuration: OpenIdConfiguration
) -> None:
    robot = OidcClient("robot", SECRET)
    with pytest.raises(SignInRefused, match="does not accept this client") as caught:
        client_credentials(real_configuration, provider(real.issuer), robot, CancelToken())
    assert SECRET not in caught.value.full_text()


# -- staged providers ------------------------------------------------------------------------------


def test_client_credentials_need_both(server: FaultServer) -> None:
    with pytest.raises(InputError, match="client secret"):
        client_credentials(
            configuration(server.url), provider(server.url), OidcClient("robot"), CancelToken()
        )


def test_basic_is_form_encoded_first(server: FaultServer) -> None:
    """RFC 6749, 2.3.1: else an id with a colon would be cut."""
    server.on("/token", json_reply(token_answer()))
    found = configuration(
        server.url, token_endpoint_auth_methods_supported=("client_secret_basic",)
    )
    odd = OidcClient("a:b", "p w/%")
    client_credentials(found, provider(server.url), odd, CancelToken())
    request = server.to("/token")[0]
    header = request.headers["authorization"].removeprefix("Basic ")
    assert base64.b64decode(header) == b"a%3Ab:p+w%2F%25"
    assert b"client" not in request.body.replace(b"client_credentials", b"")


def test_refresh_keeps_the_old_token_where_no_new_one_came(server: FaultServer) -> None:
    server.on("/token", json_reply({"access_token": ACCESS}))
    found = refresh(configuration(server.url), DESK, REFRESH, CancelToken())
    assert found.refresh_token == REFRESH


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (json_reply({"error": "invalid_grant"}, 400), SignInNeeded),
        (json_reply({"error": "invalid_grant"}, 401), SignInNeeded),
        (json_reply({"error": "invalid_grant"}, 503), BusyError),
        (json_reply({"error": "temporarily_unavailable"}, 400), BusyError),
        (json_reply({"error": "invalid_client"}, 401), SignInRefused),
        (Reply(500, b"<h1>oops</h1>"), BusyError),
        (Reply(429, b"", {"Retry-After": "7"}), BusyError),
        (Reply(520), BusyError),
        (Reply(200, b'{"access_token"', length=99), UnreachableError),
    ],
)
def test_refresh_that_does_not_work(
    server: FaultServer, reply: Reply, kind: type[AppError]
) -> None:
    server.on("/token", reply)
    with pytest.raises(kind) as caught:
        refresh(configuration(server.url), DESK, REFRESH, CancelToken())
    assert REFRESH not in caught.value.full_text()
    if isinstance(caught.value, BusyError) and reply.status == 429:
        assert caught.value.retry_after == 7


def test_refresh_without_a_network() -> None:
    with pytest.raises(UnreachableError):
        refresh(configuration("http://127.0.0.1:1"), DESK, REFRESH, CancelToken())


def test_provider_that_repeats_what_it_was_sent(server: FaultServer) -> None:
    said = f"{REFRESH} of desk with {SECRET} is bad"
    server.on("/token", json_reply({"error": f"x_{REFRESH}", "error_description": said}, 400))
    with pytest.raises(SignInRefused) as caught:
        refresh(configuration(server.url), OWN, REFRESH, CancelToken())
    text = caught.value.full_text() + repr(caught.value) + caught.value.code
    assert "of desk with … is bad" in text
    assert REFRESH not in text
    assert SECRET not in text


@pytest.mark.parametrize(
    "changes",
    [
        {"access_token": None},
        {"access_token": ""},
        {"access_token": 17},
        {"access_token": ["a"]},
        {"access_token": "with space"},
        {"access_token": "line\r\nInjected: yes"},
        {"access_token": "ümlaut"},
        {"access_token": "x" * 100_000},
        {"token_type": "DPoP"},
        {"token_type": {"a": 1}},
    ],
)
def test_token_that_cannot_be_used(server: FaultServer, changes: dict[str, Any]) -> None:
    server.on("/token", json_reply(token_answer(**changes)))
    with pytest.raises(BadAnswerError, match="it gave"):
        refresh(configuration(server.url), DESK, REFRESH, CancelToken())


@pytest.mark.parametrize("kind", ["bearer", "BEARER", "Bearer", None])
def test_kind_of_token_in_any_case(server: FaultServer, kind: str | None) -> None:
    server.on("/token", json_reply(token_answer(token_type=kind)))
    assert refresh(configuration(server.url), DESK, REFRESH, CancelToken()).access_token == ACCESS


@pytest.mark.parametrize(
    ("given", "seconds"),
    [
        (300, 300), ("300", 300), (299.5, 299.5), (0, None), (-5, None), (1e18, None),
        (10**400, None), ("inf", None), ("soon", None), (True, None), ([], None), (None, None),
    ],
)  # fmt: skip
def test_life_time(server: FaultServer, given: object, seconds: float | None) -> None:
    server.on("/token", json_reply(token_answer(expires_in=given)))
    ends = refresh(configuration(server.url), DESK, REFRESH, CancelToken()).expires_at
    if seconds is None:
        assert ends is None
    else:
        assert ends is not None
        assert seconds - 5 < (ends - utc_now()).total_seconds() <= seconds


@pytest.mark.parametrize(
    "reply",
    [
        Reply(404),
        Reply(405),
        Reply(200, b"<html>"),
        Reply(302, b"", {"Location": "/elsewhere"}),
        json_reply({"error": "unsupported_token_type"}, 400),
    ],
)
def test_revocation_that_is_not_offered_is_no_error(server: FaultServer, reply: Reply) -> None:
    server.on("/revoke", reply)
    assert not revoke(configuration(server.url), DESK, REFRESH, CancelToken())
    assert len(server.requests) == 1
    without = configuration(server.url, revocation_endpoint="")
    assert not revoke(without, DESK, REFRESH, CancelToken())
    assert len(server.requests) == 1


def test_revocation_that_may_have_failed_is_told(server: FaultServer) -> None:
    server.on("/revoke", Reply(503))
    with pytest.raises(BusyError):
        revoke(configuration(server.url), DESK, REFRESH, CancelToken())
    with pytest.raises(UnreachableError):
        revoke(configuration("http://127.0.0.1:1"), DESK, REFRESH, CancelToken())


def test_revocation_says_what_it_revokes(server: FaultServer) -> None:
    server.on("/revoke", Reply(200))
    assert revoke(configuration(server.url), OWN, REFRESH, CancelToken())
    body = server.to("/revoke")[0].body.decode()
    assert f"token={REFRESH}" in body
    assert "token_type_hint=refresh_token" in body
    assert f"client_secret={SECRET}" in body


def test_tokens_are_in_no_repr() -> None:
    assert "CANARY" not in repr(Tokens(ACCESS, None, REFRESH)) + repr(OWN)


# -- the header ------------------------------------------------------------------------------------

JWT = "https://api.openeo.org/1.3.0/authentication/jwt"


@pytest.mark.parametrize(
    ("conforms", "provider_id", "header"),
    [
        (None, "egi", "Bearer oidc/egi/T/1"),
        (["https://api.openeo.org/1.3.0"], "egi", "Bearer oidc/egi/T/1"),
        (["https://evil.example.org/1.3.0/authentication/jwt"], "egi", "Bearer oidc/egi/T/1"),
        ({"a": JWT}, "egi", "Bearer oidc/egi/T/1"),
        ([7, JWT], "egi", "Bearer T/1"),
        ([JWT.replace("1.3.0", "1.2.0")], "egi", "Bearer T/1"),
        (None, "", "Bearer basic//T/1"),
        ([JWT], "", "Bearer T/1"),
    ],
)
def test_bearer_by_conformance(
    server: FaultServer, conforms: object, provider_id: str, header: str
) -> None:
    server.on("/jobs", json_reply({}))
    bearer = bearer_for(parse_capabilities({"conformsTo": conforms}), provider_id, "T/1")
    Connection(server.url, bearer).get("/jobs", CancelToken())
    assert server.to("/jobs")[0].headers["authorization"] == header
