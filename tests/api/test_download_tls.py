"""Result files over TLS: a redirect never takes a token, or a file, out of the encryption."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from openeo_desktop.api.connection import BearerAuth, Connection
from openeo_desktop.api.trust import use_ca_file
from openeo_desktop.core.downloads import Verification
from openeo_desktop.core.errors import BadAnswerError, UnreachableError
from tests.support.fault_server import FaultServer, Reply, ranged
from tests.support.fetch import BODY, ETAG, Fetch
from tests.support.tls_server import TlsServer, self_signed_context, server_context


@pytest.fixture
def ca(tmp_path: Path) -> Iterator[trustme.CA]:
    """Whom this computer trusts, for the time of a test."""
    authority, file = trustme.CA(), tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(file))
    use_ca_file(file)
    yield authority
    use_ca_file(None)


@pytest.fixture
def secure(ca: trustme.CA) -> Iterator[FaultServer]:
    """The back-end, with its results below the API base."""
    with TlsServer(server_context(ca, "localhost")) as running:
        yield running


@pytest.fixture
def secure_fetch(secure: FaultServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fetch:
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "files").mkdir()
    connection = Connection(f"{secure.url}/api", BearerAuth("CANARY-TOKEN"))
    fetch = Fetch(secure, connection, tmp_path / "files")
    fetch.change(url=f"{secure.url}/api/file")
    return fetch


def test_whole_file_with_its_token(secure: FaultServer, secure_fetch: Fetch) -> None:
    secure.on("/api/file", ranged(BODY, ETAG))
    assert secure_fetch.run() is Verification.CHECKSUM
    assert secure.requests[0].headers["authorization"] == "Bearer CANARY-TOKEN"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirect_out_of_the_encryption_is_refused(
    secure: FaultServer, secure_fetch: Fetch, other: FaultServer, status: int
) -> None:
    other.on("/file", ranged(BODY, ETAG))
    secure.on("/api/file", Reply(status, headers={"Location": f"{other.url}/file"}))
    error = secure_fetch.fails(BadAnswerError)
    assert "not safe to follow" in str(error)
    assert other.requests == []
    assert secure_fetch.files == {}


def test_redirect_out_of_the_encryption_at_the_second_hop_is_refused(
    ca: trustme.CA, secure: FaultServer, secure_fetch: Fetch, other: FaultServer
) -> None:
    with TlsServer(server_context(ca, "localhost")) as store:
        store.on("/file", Reply(302, headers={"Location": f"{other.url}/file"}))
        secure.on("/api/file", Reply(302, headers={"Location": f"{store.url}/file"}))
        secure_fetch.fails(BadAnswerError)
        assert "authorization" not in store.requests[0].headers
    assert other.requests == []


def test_same_host_without_encryption_is_refused(
    secure: FaultServer, secure_fetch: Fetch, other: FaultServer
) -> None:
    """Only the scheme and the port differ: not the same origin."""
    target = f"http://localhost:{other.port}/api/file"
    secure.on("/api/file", Reply(302, headers={"Location": target}))
    secure_fetch.fails(BadAnswerError)
    assert other.requests == []


def test_redirect_to_another_encrypted_origin_gets_no_token(
    ca: trustme.CA, secure: FaultServer, secure_fetch: Fetch
) -> None:
    with TlsServer(server_context(ca, "localhost")) as store:
        store.on("/file", ranged(BODY, ETAG))
        secure.on("/api/file", Reply(302, headers={"Location": f"{store.url}/file"}))
        assert secure_fetch.run() is Verification.CHECKSUM
        assert [r for r in store.requests if "authorization" in r.headers] == []


def test_store_that_nobody_trusts_gets_no_request(secure: FaultServer, secure_fetch: Fetch) -> None:
    with TlsServer(self_signed_context()) as store:
        secure.on("/api/file", Reply(302, headers={"Location": f"{store.url}/file"}))
        secure_fetch.fails(UnreachableError)
        assert store.requests == []
