"""`--ca-file`: the person's own certificates, checked, used at once and remembered."""

from __future__ import annotations

from pathlib import Path

import trustme

from tests.support.command_line import CommandLine
from tests.support.tls_server import TlsServer, server_context


def test_certificates_are_trusted_from_now_on_until_forgotten(tmp_path: Path) -> None:
    cli = CommandLine(tmp_path / "profile", tmp_path / "home", password="not asked for")
    cli.home.mkdir()
    authority = trustme.CA()
    file = tmp_path / "own authority.pem"
    authority.cert_pem.write_to_path(str(file))
    with TlsServer(server_context(authority, "localhost")) as server:
        jobs = ("jobs", "--backend", server.url, "--user", "ana")
        refused = cli.run(*jobs)
        assert (refused.code, "identity" in refused.sentence()) == (4, True)
        trusted = cli.run(*jobs, "--ca-file", file)
        assert "no openEO back-end" in trusted.sentence()
        remembered = cli.run(*jobs)
        assert "no openEO back-end" in remembered.sentence()
        forgotten = cli.run(*jobs, "--ca-file", "")
        assert "identity" in forgotten.sentence()


def test_a_file_without_certificates_is_bad_input(tmp_path: Path) -> None:
    cli = CommandLine(tmp_path / "profile", tmp_path / "home")
    cli.home.mkdir()
    (tmp_path / "ca.pem").write_text("no certificate")
    ended = cli.run("doctor", "--ca-file", tmp_path / "ca.pem")
    assert ended.code == 2
    assert "certificate" in ended.sentence()
