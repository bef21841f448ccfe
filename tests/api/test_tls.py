"""TLS: the system's certificates and a file of one's own; nothing else is believed, ever."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
import trustme

from openeo_desktop.api.back_end_session import BackEndSession
from openeo_desktop.api.connection import BearerAuth, Connection
from openeo_desktop.api.trust import use_ca_file
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import InputError, UnreachableError
from tests.support.fault_server import json_reply
from tests.support.tls_server import TlsServer, self_signed_context, server_context


@pytest.fixture(scope="module")
def ca() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def ca_file(ca: trustme.CA, tmp_path: Path) -> Path:
    file = tmp_path / "ca.pem"
    ca.cert_pem.write_to_path(str(file))
    return file


@pytest.fixture(autouse=True)
def _no_ca_file(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    yield
    use_ca_file(None)


def _ask(context: ssl.SSLContext) -> dict[str, object]:
    """What a server with this certificate answers; it must not see the token otherwise."""
    with TlsServer(context) as server:
        server.on("/api/", json_reply({"id": "here"}))
        connection = Connection(f"{server.url}/api", BearerAuth("CANARY"))
        try:
            return connection.get("/", CancelToken())
        except UnreachableError:
            assert server.requests == []
            raise


def test_nobody_is_believed_without_a_reason(ca: trustme.CA) -> None:
    with pytest.raises(UnreachableError, match="nobody whom this computer trusts"):
        _ask(server_context(ca, "localhost"))


def test_custom_file_is_added(ca: trustme.CA, ca_file: Path) -> None:
    use_ca_file(ca_file)
    assert _ask(server_context(ca, "localhost")) == {"id": "here"}


@pytest.mark.skipif("not sys.platform.startswith('linux')", reason="the store of OpenSSL")
def test_system_store_is_believed(
    ca: trustme.CA, ca_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(ca_file))
    assert _ask(server_context(ca, "localhost")) == {"id": "here"}


def test_list_of_requests_is_not_used(
    ca: trustme.CA, ca_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What certifi or REQUESTS_CA_BUNDLE holds is no reason."""
    monkeypatch.setattr(requests.adapters, "DEFAULT_CA_BUNDLE_PATH", str(ca_file))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(ca_file))
    with pytest.raises(UnreachableError):
        _ask(server_context(ca, "localhost"))


def test_wrong_host(ca: trustme.CA, ca_file: Path) -> None:
    use_ca_file(ca_file)
    with pytest.raises(UnreachableError, match="another name"):
        _ask(server_context(ca, "other.example.org"))


def test_expired(ca: trustme.CA, ca_file: Path) -> None:
    use_ca_file(ca_file)
    with pytest.raises(UnreachableError, match="expired"):
        _ask(server_context(ca, "localhost", expired=True))


def test_self_signed(ca_file: Path) -> None:
    use_ca_file(ca_file)
    with pytest.raises(UnreachableError, match="nobody whom this computer trusts"):
        _ask(self_signed_context())


def test_verification_cannot_be_switched_off(ca: trustme.CA) -> None:
    with (
        TlsServer(server_context(ca, "localhost")) as server,
        BackEndSession(server.url) as session,
    ):
        session.verify = False
        with pytest.raises(requests.exceptions.SSLError):
            session.get(f"{server.url}/api/", verify=False)
        assert server.requests == []


def test_change_of_the_file_counts_for_open_sessions(ca: trustme.CA, ca_file: Path) -> None:
    with TlsServer(server_context(ca, "localhost")) as server:
        server.on("/api/", json_reply({"id": "here"}))
        connection = Connection(f"{server.url}/api")
        with pytest.raises(UnreachableError):
            connection.get("/", CancelToken())
        use_ca_file(ca_file)
        assert connection.get("/", CancelToken()) == {"id": "here"}


@pytest.mark.parametrize("content", [None, "", "no certificate at all"])
def test_file_that_is_none_is_told(tmp_path: Path, ca: trustme.CA, content: str | None) -> None:
    file = tmp_path / "broken.pem"
    if content is not None:
        file.write_text(content)
    use_ca_file(file)
    with pytest.raises(InputError, match="certificate file"):
        _ask(server_context(ca, "localhost"))


def test_server_that_never_ends_the_handshake_delays_no_other(
    ca: trustme.CA, ca_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """truststore holds a lock of its context during a handshake."""
    use_ca_file(ca_file)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        stuck = threading.Thread(
            target=_fail_to_reach, args=[f"https://localhost:{port}"], daemon=True
        )
        stuck.start()
        talking, _ = silent.accept()
        with talking:
            assert talking.recv(1) == b"\x16"  # the hello of TLS: it is inside the handshake
            assert _ask(server_context(ca, "localhost")) == {"id": "here"}
            assert stuck.is_alive()
        stuck.join(10)


def _fail_to_reach(url: str) -> None:
    with pytest.raises(UnreachableError):
        Connection(url).get("/", CancelToken())
