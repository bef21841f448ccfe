"""Sign-in by a code: against a real provider, and the words and waits of staged ones."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import parse_qs

import pytest

from openeo_desktop.api.auth.device_code import DeviceFlow, begin_device_code, poll_device_code
from openeo_desktop.api.auth.openid import OpenIdConfiguration
from openeo_desktop.api.auth.providers import DEVICE_GRANT
from openeo_desktop.core.cancel import Cancelled, CancelToken
from openeo_desktop.core.errors import BadAnswerError, SignInRefused, UnsupportedError
from openeo_desktop.core.sign_in import OidcClient
from openeo_desktop.core.times import utc_now
from tests.support.fault_server import FaultServer, Reply, json_reply
from tests.support.oidc_fakes import (
    DESK,
    DEVICE,
    OWN,
    SECRET,
    QuickToken,
    configuration,
    device_answer,
    provider,
    token_answer,
)
from tests.support.oidc_provider import OidcProviderServer, ScriptedBrowser

PENDING = json_reply({"error": "authorization_pending"}, 400)
SLOW_DOWN = json_reply({"error": "slow_down"}, 400)


def _begin(real: OidcProviderServer, found: OpenIdConfiguration) -> DeviceFlow:
    return begin_device_code(found, provider(real.issuer), DESK, CancelToken())


def _staged(server: FaultServer, **changes: object) -> DeviceFlow:
    server.on("/device", json_reply(device_answer(server.url, **changes)))
    found = configuration(server.url)
    return begin_device_code(found, provider(server.url), DESK, CancelToken())


# -- a real provider -------------------------------------------------------------------------------


def test_person_signs_in_while_we_wait(
    real: OidcProviderServer, real_configuration: OpenIdConfiguration, browser: ScriptedBrowser
) -> None:
    flow = _begin(real, real_configuration)
    before = len(real.token_requests())
    token = QuickToken({3: lambda: browser.allow(flow.code.complete_uri)})
    tokens = poll_device_code(flow, token)
    assert [r["status"] for r in real.token_requests()[before:]] == [400, 400, 200]
    assert real.knows(tokens.access_token)
    assert tokens.refresh_token
    assert tokens.expires_at is not None
    assert 50 < (tokens.expires_at - utc_now()).total_seconds() <= 60


def test_code_can_be_typed_by_hand(
    real: OidcProviderServer, real_configuration: OpenIdConfiguration, browser: ScriptedBrowser
) -> None:
    flow = _begin(real, real_configuration)
    browser.allow(f"{flow.code.verification_uri}?user_code={flow.code.user_code.lower()}")
    assert real.knows(poll_device_code(flow, CancelToken()).access_token)


def test_client_with_a_secret(
    real: OidcProviderServer, real_configuration: OpenIdConfiguration, browser: ScriptedBrowser
) -> None:
    own = OidcClient("own", real.secret_of("own"))
    flow = begin_device_code(real_configuration, provider(real.issuer), own, CancelToken())
    browser.allow(flow.code.complete_uri)
    assert real.knows(poll_device_code(flow, QuickToken()).access_token)


def test_slow_down_makes_it_slower_for_good(
    real: OidcProviderServer, real_configuration: OpenIdConfiguration, browser: ScriptedBrowser
) -> None:
    flow = _begin(real, real_configuration)
    real.change(slow_down=2)
    token = QuickToken({4: lambda: browser.allow(flow.code.complete_uri)})
    poll_device_code(flow, token)
    assert token.slept == [1.0, 6.0, 11.0, 11.0]


def test_denial_is_told(
    real: OidcProviderServer, real_configuration: OpenIdConfiguration, browser: ScriptedBrowser
) -> None:
    flow = _begin(real, real_configuration)
    browser.deny_device(flow.code.complete_uri)
    with pytest.raises(SignInRefused, match="was denied at 127") as caught:
        poll_device_code(flow, QuickToken())
    assert caught.value.code == "access_denied"


def test_own_clock_ends_the_wait(
    real: OidcProviderServer, real_configuration: OpenIdConfiguration
) -> None:
    real.change(device_code_ttl=1, interval=60)
    flow = _begin(real, real_configuration)
    with pytest.raises(SignInRefused, match="expired") as caught:
        poll_device_code(flow, CancelToken())
    assert "new code" in caught.value.hint


def test_provider_says_that_the_code_has_expired(
    real: OidcProviderServer, real_configuration: OpenIdConfiguration
) -> None:
    real.change(device_code_ttl=1)
    flow = _begin(real, real_configuration)
    later = replace(flow.code, expires_at=utc_now() + dt.timedelta(hours=1))
    with pytest.raises(SignInRefused, match="expired") as caught:
        poll_device_code(replace(flow, code=later), CancelToken())
    assert caught.value.code == "expired_token"


def test_faults_of_the_network_and_the_provider_end_nothing(
    real: OidcProviderServer, real_configuration: OpenIdConfiguration, browser: ScriptedBrowser
) -> None:
    flow = _begin(real, real_configuration)
    real.change(dropped=2, broken=2)
    browser.allow(flow.code.complete_uri)
    token = QuickToken()
    assert real.knows(poll_device_code(flow, token).access_token)
    assert token.slept == [1.0, 2.0, 4.0, 8.0, 16.0]


# -- staged providers ------------------------------------------------------------------------------


class _Sleeper(CancelToken):
    """Tells when it sleeps."""

    def __init__(self) -> None:
        super().__init__()
        self.asleep = threading.Event()

    def sleep(self, seconds: float) -> None:
        self.asleep.set()
        super().sleep(seconds)


def test_cancelled_while_waiting(server: FaultServer) -> None:
    flow, token = _staged(server, interval=60), _Sleeper()
    assert _end_of(flow, token, lambda: token.asleep.wait(10)) is Cancelled
    assert not server.to("/token")


def test_cancelled_while_the_provider_is_silent(server: FaultServer) -> None:
    server.on("/token", Reply(200, b'{"access', length=None, stall=True))
    flow = _staged(server, interval=1)
    assert _end_of(flow, CancelToken(), lambda: server.wait_for("/token")) is Cancelled


def _end_of(
    flow: DeviceFlow, token: CancelToken, fact: Callable[[], object]
) -> type[BaseException] | None:
    """How the wait ends when its token is cancelled after a fact."""
    ends: list[type[BaseException]] = []

    def wait() -> None:
        try:
            poll_device_code(flow, token)
        except Exception as error:  # noqa: BLE001 (which one is what is asked)
            ends.append(type(error))

    thread = threading.Thread(target=wait)
    thread.start()
    fact()
    token.cancel()
    thread.join(3)
    assert not thread.is_alive()
    return ends[0] if ends else None


def test_intervals_as_asked(server: FaultServer) -> None:
    server.on("/token", PENDING, SLOW_DOWN, PENDING, json_reply(token_answer()))
    token = QuickToken()
    poll_device_code(_staged(server), token)
    assert token.slept == [5.0, 5.0, 10.0, 10.0]


def test_nobody_answers_until_the_code_expires(server: FaultServer) -> None:
    flow = _staged(server, expires_in="0.3", interval=0)
    server.on("/token", Reply(503))
    with pytest.raises(SignInRefused, match="expired"):
        poll_device_code(flow, CancelToken())


@pytest.mark.parametrize("error", ["invalid_client", "invalid_grant", "unauthorized_client", "odd"])
def test_other_errors_stop_with_words(server: FaultServer, error: str) -> None:
    flow = _staged(server)
    said = {"error": error, "error_description": f"Not \x1b[31m {DEVICE} you\n\nthere " + "x" * 999}
    server.on("/token", json_reply(said, 400))
    with pytest.raises(SignInRefused) as caught:
        poll_device_code(flow, QuickToken())
    text = caught.value.full_text()
    assert "Not" in text
    assert DEVICE not in text
    assert "\x1b" not in text
    assert len(text) < 700
    assert len(server.to("/token")) == 1


def test_request_carries_pkce_scope_and_parameters(server: FaultServer) -> None:
    server.on("/device", json_reply(device_answer(server.url)))
    server.on("/token", json_reply(token_answer()))
    found = configuration(server.url, scopes_supported=("openid", "jobs", "offline_access"))
    theirs = provider(server.url, authorization_parameters={"audience": "eo", "scope": "all"})
    poll_device_code(begin_device_code(found, theirs, DESK, CancelToken()), QuickToken())
    asked = parse_qs(server.to("/device")[0].body.decode())
    sent = parse_qs(server.to("/token")[0].body.decode())
    assert asked["scope"] == ["openid jobs offline_access"]
    assert asked["audience"] == ["eo"]
    assert asked["code_challenge_method"] == ["S256"]
    assert len(sent["code_verifier"][0]) == 43
    assert sent["grant_type"] == [DEVICE_GRANT]
    assert "authorization" not in server.to("/token")[0].headers


def test_no_pkce_where_the_client_does_not_have_it(server: FaultServer) -> None:
    server.on("/device", json_reply(device_answer(server.url)))
    plain = OidcClient("plain", grant_types=(DEVICE_GRANT,))
    for client in (plain, OWN):
        found = configuration(server.url)
        begin_device_code(found, provider(server.url), client, CancelToken())
    plain_body, own_body = (r.body.decode() for r in server.to("/device"))
    assert "code_challenge" not in plain_body + own_body
    assert SECRET in own_body


def test_google_names_the_page_otherwise(server: FaultServer) -> None:
    page = f"{server.url}/device"
    flow = _staged(server, verification_uri=None, verification_url=page)
    assert flow.code.verification_uri == page
    assert flow.code.complete_uri == ""


@pytest.mark.parametrize("name", ["verification_uri", "verification_uri_complete"])
@pytest.mark.parametrize(
    "page",
    [
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://example.org/device",
        "https://ada:secret@example.org/",
        "https:///nowhere",
        "https://example.org/\u202edevice",
        "\\\\server\\share",
        "https://[",
        {"a": 1},
    ],
)
def test_page_that_must_not_be_opened(server: FaultServer, name: str, page: object) -> None:
    if not isinstance(page, str) and name != "verification_uri":
        assert _staged(server, **{name: page}).code.complete_uri == ""
        return
    with pytest.raises(BadAnswerError, match="must not be opened"):
        _staged(server, **{name: page})


@pytest.mark.parametrize(
    ("given", "seconds"),
    [(None, 5), ("7", 7), (0, 1), (-3, 1), (1e300, 60), ("soon", 5), ([], 5), (True, 5)],
)
def test_absurd_intervals(server: FaultServer, given: object, seconds: float) -> None:
    assert _staged(server, interval=given).code.interval == seconds


@pytest.mark.parametrize(
    ("given", "seconds"),
    [(None, 600), ("90", 90), (-1, 600), (10**400, 600), (1e18, 3600), ("nan", 600), ({}, 600)],
)
def test_absurd_life_times(server: FaultServer, given: object, seconds: float) -> None:
    left = _staged(server, expires_in=given).code.expires_at - utc_now()
    assert seconds - 5 < left.total_seconds() <= seconds


def test_nothing_secret_in_a_repr(server: FaultServer) -> None:
    flow = _staged(server)
    assert flow.verifier
    for secret in (DEVICE, "ABCD-EFGH", flow.verifier):
        assert secret not in repr(flow)


def test_provider_without_this_flow(server: FaultServer) -> None:
    found = configuration(server.url, device_authorization_endpoint="")
    with pytest.raises(UnsupportedError, match="does not offer"):
        begin_device_code(found, provider(server.url), DESK, CancelToken())
