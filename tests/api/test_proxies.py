"""Proxies of the environment: used, passed by where they should be, told where they fail."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from openeo_desktop.api.connection import BearerAuth, Connection
from openeo_desktop.api.proxies import proxies_for
from openeo_desktop.api.trust import use_ca_file
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import UnreachableError
from tests.support.fault_server import FaultServer, Reply, json_reply
from tests.support.tls_server import ConnectProxy, TlsServer, server_context

NAME = "openeo.test"


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def ca() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def back_end(tmp_path: Path, ca: trustme.CA) -> Iterator[TlsServer]:
    """Reached as `openeo.test`, a name that only the proxy knows."""
    ca.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    use_ca_file(tmp_path / "ca.pem")
    with TlsServer(server_context(ca, NAME)) as server:
        server.on("/api/", json_reply({"id": "here"}))
        yield server
    use_ca_file(None)


def _connection(server: FaultServer, scheme: str = "https") -> Connection:
    return Connection(f"{scheme}://{NAME}:{server.port}/api", BearerAuth("CANARY"))


@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
def test_https_goes_through_the_proxy_unread(
    back_end: TlsServer, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    with ConnectProxy() as proxy:
        monkeypatch.setenv(variable, proxy.url)
        assert _connection(back_end).get("/", CancelToken()) == {"id": "here"}
        assert proxy.seen == [f"CONNECT {NAME}:{back_end.port}"]
        assert "CANARY" not in str(proxy.headers)
    assert back_end.to("/api/")[0].headers["authorization"] == "Bearer CANARY"


def test_name_and_password_go_to_the_proxy_alone(
    back_end: TlsServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ConnectProxy() as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url.replace("://", "://me:pass@"))
        _connection(back_end).get("/", CancelToken())
        assert proxy.headers[0]["proxy-authorization"] == "Basic bWU6cGFzcw=="
    assert "proxy-authorization" not in back_end.to("/api/")[0].headers


def test_certificate_is_verified_through_the_proxy_too(
    back_end: TlsServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_ca_file(None)
    with ConnectProxy() as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        with pytest.raises(UnreachableError, match="nobody whom this computer trusts"):
            _connection(back_end).get("/", CancelToken())
    assert back_end.requests == []


def test_no_proxy_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.test:3128")
    monkeypatch.setenv("NO_PROXY", "openeo.test,.intern.test")
    assert proxies_for("https://openeo.test/api") == {}
    assert proxies_for("https://a.intern.test:8080/") == {}
    assert proxies_for("https://elsewhere.test/")["https"] == "http://proxy.test:3128"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.8.8", "[::1]"])
def test_this_computer_is_behind_no_proxy(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://proxy.test:3128")
        monkeypatch.setenv(name.lower(), "http://proxy.test:3128")
    assert proxies_for(f"http://{host}:5000/") == proxies_for(f"https://{host}/") == {}


def test_back_end_of_this_computer_is_asked_directly(monkeypatch: pytest.MonkeyPatch) -> None:
    with ConnectProxy() as proxy, FaultServer() as server:
        monkeypatch.setenv("http_proxy", proxy.url)
        server.on("/api/", json_reply({"id": "direct"}))
        assert Connection(f"{server.url}/api").get("/", CancelToken()) == {"id": "direct"}
        assert proxy.seen == []


def test_redirect_to_this_computer_leaves_the_proxy(
    back_end: TlsServer, ca: trustme.CA, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each hop has its own proxies, and the token stays behind."""
    with ConnectProxy() as proxy, TlsServer(server_context(ca, "localhost")) as local:
        local.on("/here", json_reply({"id": "local"}))
        back_end.on("/api/", Reply(302, headers={"Location": f"{local.url}/here"}))
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        assert _connection(back_end).get("/", CancelToken()) == {"id": "local"}
        assert proxy.seen == [f"CONNECT {NAME}:{back_end.port}"]
        assert "authorization" not in local.to("/here")[0].headers


@pytest.mark.parametrize("status", [407, 403, 502])
def test_proxy_that_refuses_is_named(
    back_end: TlsServer, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    with ConnectProxy(status) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url.replace("://", "://me:canary-pass@"))
        with pytest.raises(UnreachableError, match="proxy of this computer") as caught:
            _connection(back_end).get("/", CancelToken())
    assert "canary" not in caught.value.full_text()
    assert str(status) in caught.value.details


@pytest.mark.parametrize("proxy", ["http://127.0.0.1:1", "socks5://127.0.0.1:1", "http://", "::"])
def test_proxy_that_cannot_be_used_is_named(
    back_end: TlsServer, monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    with pytest.raises(UnreachableError, match="proxy of this computer"):
        _connection(back_end).get("/", CancelToken())


def test_netrc_is_never_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login me password canary\n")
    (tmp_path / ".netrc").chmod(0o600)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    with FaultServer() as server:
        server.on("/api/", json_reply({}))
        Connection(f"{server.url}/api").get("/", CancelToken())
        Connection(f"{server.url}/api", BearerAuth("OURS")).get("/", CancelToken())
        first, second = server.to("/api/")
    assert "authorization" not in first.headers
    assert second.headers["authorization"] == "Bearer OURS"
