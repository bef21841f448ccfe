"""The providers of a back-end, what they say of themselves, and the choice of a client."""

from __future__ import annotations

from typing import Any

import pytest

from openeo_desktop.api.auth.openid import get_configuration, scopes_for
from openeo_desktop.api.auth.providers import (
    CODE_GRANT,
    DEVICE_GRANT,
    PKCE,
    REFRESH_GRANT,
    choose_client,
    list_providers,
    offered_methods,
)
from openeo_desktop.api.connection import Connection
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import BadAnswerError
from openeo_desktop.core.sign_in import OidcClient, OidcProvider, SignInMethod
from tests.support.fault_server import FaultServer, json_reply
from tests.support.oidc_fakes import DESK, configuration, provider
from tests.support.oidc_provider import OidcProviderServer

DEVICE, CODE, ROBOT = (
    SignInMethod.DEVICE_CODE,
    SignInMethod.AUTHORIZATION_CODE,
    SignInMethod.CLIENT_CREDENTIALS,
)
EGI = {
    "id": "egi",
    "issuer": "https://aai.example.org/oidc/",
    "title": "EGI Check-in",
    "description": "Sign in with *EGI*.",
    "scopes": ["openid", "email"],
    "authorization_parameters": {"access_type": "offline", "max_age": 3600},
    "default_clients": [
        {
            "id": "desktop",
            "grant_types": [DEVICE_GRANT + PKCE, REFRESH_GRANT, "implicit", "new one"],
            "redirect_urls": ["https://editor.example.org/"],
        }
    ],
}


def _list(server: FaultServer, document: Any) -> tuple[OidcProvider, ...]:
    server.on("/credentials/oidc", json_reply(document))
    return list_providers(Connection(server.url), CancelToken())


def test_everything_is_read(server: FaultServer) -> None:
    (egi,) = _list(server, {"providers": [EGI]})
    assert egi.id == "egi"
    assert egi.issuer == "https://aai.example.org/oidc"
    assert egi.title == "EGI Check-in"
    assert egi.scopes == ("openid", "email")
    assert egi.authorization_parameters == {"access_type": "offline", "max_age": "3600"}
    assert egi.default_clients[0].redirect_urls == ("https://editor.example.org/",)


@pytest.mark.parametrize(
    "changes",
    [
        {"id": None}, {"id": ""}, {"id": "a/b"}, {"id": "x" * 21}, {"id": "egi\n"}, {"id": ["egi"]},
        {"id": "égi"},
        {"issuer": None}, {"issuer": "http://aai.example.org"}, {"issuer": "javascript:alert(1)"},
        {"issuer": "https://ada:pw@aai.example.org"}, {"issuer": "https://[::"}, {"issuer": 7},
    ],
)  # fmt: skip
def test_provider_that_cannot_be_used_hides_no_other(
    server: FaultServer, changes: dict[str, Any]
) -> None:
    found = _list(server, {"providers": [EGI | {"id": "bad"} | changes, None, 7, "x", [], EGI]})
    assert [one.id for one in found] == ["egi"]


def test_wrong_types_inside_a_provider(server: FaultServer) -> None:
    odd = EGI | {
        "title": ["x"],
        "description": {},
        "scopes": "openid",
        "authorization_parameters": [1],
        "default_clients": [{"id": "x"}, {"id": 7, "grant_types": {}}, "y", {"grant_types": ["a"]}],
        "links": 3,
    }
    (found,) = _list(server, {"providers": [odd]})
    assert found.title == "egi"
    assert found.scopes == found.default_clients == ()
    assert found.authorization_parameters == {}


def test_back_end_cannot_bend_the_protocol(server: FaultServer) -> None:
    bent = {"redirect_uri": "https://evil.example.org", "state": "x", "request": "y", "prompt": "z"}
    (found,) = _list(server, {"providers": [EGI | {"authorization_parameters": bent}]})
    assert found.authorization_parameters == {"prompt": "z"}


def test_amounts_and_direction_characters(server: FaultServer) -> None:
    many = [EGI | {"id": f"p{n}", "title": "a\u202eb\nc" + "x" * 9999} for n in range(999)]
    found = _list(server, {"providers": many})
    assert len(found) == 50
    assert "\u202e" not in found[0].title
    assert "\n" not in found[0].title
    assert len(found[0].title) <= 200


def test_first_of_two_with_one_id(server: FaultServer) -> None:
    found = _list(server, {"providers": [EGI, EGI | {"title": "Second"}]})
    assert [one.title for one in found] == ["EGI Check-in"]


@pytest.mark.parametrize("document", [{}, {"providers": {}}, {"providers": None}, []])
def test_no_list_at_all(server: FaultServer, document: Any) -> None:
    with pytest.raises(BadAnswerError, match="does not name its providers"):
        _list(server, document)


# -- clients ---------------------------------------------------------------------------------------


def _client(name: str, *grants: str, redirects: tuple[str, ...] = ()) -> OidcClient:
    return OidcClient(name, grant_types=grants, redirect_urls=redirects)


def _choose(method: SignInMethod, *clients: OidcClient) -> str:
    chosen = choose_client(provider("https://x", default_clients=clients), method)
    return chosen.id if chosen else ""


def test_client_that_may_refresh_comes_first() -> None:
    short = _client("short", DEVICE_GRANT + PKCE)
    lasting = _client("lasting", DEVICE_GRANT, REFRESH_GRANT)
    later = _client("later", DEVICE_GRANT + PKCE, REFRESH_GRANT)
    other = _client("other", "implicit", REFRESH_GRANT)
    assert _choose(DEVICE, other, short, lasting, later) == "lasting"
    assert _choose(DEVICE, other, short) == "short"
    assert _choose(DEVICE, other) == ""
    assert _choose(ROBOT, lasting) == ""
    assert _choose(SignInMethod.BASIC, lasting) == ""


@pytest.mark.parametrize(
    ("url", "usable"),
    [
        ("http://localhost", True),
        ("http://localhost:1410/", True),
        ("http://127.0.0.1/callback", True),
        ("http://127.0.0.1:80", True),
        ("http://localhost.example.org/", False),
        ("http://localhost@example.org/", False),
        ("http://127.0.0.1.example.org", False),
        ("https://localhost/", False),
        ("http://localhost:*/", False),
        ("http://localhost/*", False),
        ("http://localhost:99999/", False),
        ("http://localhost/?a=1", False),
        ("https://editor.openeo.org/", False),
        ("urn:ietf:wg:oauth:2.0:oob", False),
        ("", False),
    ],
)
def test_authorization_code_only_with_a_redirect_to_here(url: str, usable: bool) -> None:
    client = _client("desk", CODE_GRANT + PKCE, redirects=("https://editor.openeo.org/", url))
    assert _choose(CODE, client) == ("desk" if usable else "")


def test_methods_that_need_no_own_client_come_first() -> None:
    code_only = provider(
        "https://x", default_clients=[_client("c", CODE_GRANT, redirects=("http://localhost",))]
    )
    assert offered_methods(code_only) == (CODE, DEVICE, ROBOT)
    both = provider("https://x", default_clients=[DESK])
    assert offered_methods(both) == (DEVICE, CODE, ROBOT)


def test_methods_that_the_provider_cannot_do_are_not_offered() -> None:
    found = configuration(
        "https://x", device_authorization_endpoint="", grant_types_supported=("authorization_code",)
    )
    assert offered_methods(provider("https://x", default_clients=[DESK]), found) == (CODE,)
    nothing = configuration(
        "https://x", device_authorization_endpoint="", authorization_endpoint=""
    )
    assert offered_methods(provider("https://x"), nothing) == (ROBOT,)


# -- scopes and configuration ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scopes", "known", "refreshing", "asked"),
    [
        (("email",), ("openid", "email", "offline_access"), True, "openid email offline_access"),
        (("email",), ("openid", "email", "offline_access"), False, "openid email"),
        (("email",), ("openid", "email"), True, "openid email"),
        (("email", "odd"), ("email",), True, "openid email"),
        (("email", "odd"), (), True, "openid email odd"),
        (("offline_access",), (), True, "openid offline_access"),
        (("offline_access",), (), False, "openid"),
        (("openid", "email", "email"), (), True, "openid email"),
        (('a"b', "a b", "ü", "", "ok"), (), True, "openid ok"),
    ],
)
def test_scopes(
    scopes: tuple[str, ...], known: tuple[str, ...], refreshing: bool, asked: str
) -> None:
    found = configuration("https://x", scopes_supported=known)
    assert scopes_for(provider("https://x", scopes=scopes), found, refreshing) == asked


def test_configuration_of_a_real_provider(real: OidcProviderServer) -> None:
    found = get_configuration(f"{real.issuer}/", CancelToken())
    assert found.issuer == real.issuer
    assert found.device_authorization_endpoint.startswith(real.issuer)
    assert found.revocation_endpoint.startswith(real.issuer)
    assert "offline_access" in found.scopes_supported


def _configure(server: FaultServer, **changes: Any) -> Any:
    document = {
        "issuer": server.url,
        "token_endpoint": f"{server.url}/token",
        "device_authorization_endpoint": f"{server.url}/device",
    }
    server.on("/.well-known/openid-configuration", json_reply(document | changes))
    return get_configuration(server.url, CancelToken())


def test_configuration_in_the_name_of_another(server: FaultServer) -> None:
    for issuer in ("https://other.example.org", f"{server.url}/realm", "", None, [server.url]):
        with pytest.raises(BadAnswerError, match="in the name of another"):
            _configure(server, issuer=issuer)
    assert _configure(server, issuer=f"{server.url}/").token_endpoint == f"{server.url}/token"


@pytest.mark.parametrize(
    "url", ["http://example.org/token", "file:///etc/passwd", "//example.org", "https://a b/", "x"]
)
def test_endpoints_are_encrypted(server: FaultServer, url: str) -> None:
    for name in ("token_endpoint", "device_authorization_endpoint", "authorization_endpoint"):
        with pytest.raises(BadAnswerError, match="not an encrypted one"):
            _configure(server, **{name: url})
    assert _configure(server, revocation_endpoint=url).revocation_endpoint == ""


def test_configuration_without_a_token_endpoint(server: FaultServer) -> None:
    for missing in (None, "", [], {"a": 1}):
        with pytest.raises(BadAnswerError, match="no address to get a token from"):
            _configure(server, token_endpoint=missing)


def test_issuer_that_is_not_encrypted() -> None:
    with pytest.raises(BadAnswerError, match="not an encrypted one"):
        get_configuration("http://aai.example.org", CancelToken())


def test_wrong_types_in_a_configuration(server: FaultServer) -> None:
    found = _configure(
        server,
        scopes_supported="openid",
        grant_types_supported=[1, "client_credentials"],
        userinfo_endpoint=7,
        authorization_response_iss_parameter_supported="yes",
    )
    assert found.scopes_supported == ()
    assert found.grant_types_supported == ("client_credentials",)
    assert found.userinfo_endpoint == ""
    assert not found.authorization_response_iss_parameter_supported
