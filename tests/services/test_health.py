"""Findings about a computer that lacks something, staged without touching this one."""

from __future__ import annotations

from pathlib import Path

import pytest
import truststore._openssl

from openeo_desktop.api.trust import use_ca_file
from openeo_desktop.core.crash_reports import keep_bug
from openeo_desktop.core.findings import Finding, Verdict
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.core.settings import Settings
from openeo_desktop.services import health


def _take_certificates_away(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(folder / "none.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(folder))
    monkeypatch.setattr(truststore._openssl, "_CA_FILE_CANDIDATES", [])


def test_a_system_without_certificates(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert health.certificates().verdict is Verdict.OK
    _take_certificates_away(monkeypatch, tmp_path)
    found = health.certificates()
    assert found.verdict is Verdict.WRONG
    assert "ca-certificates" in found.advice


def test_a_certificate_file_that_has_gone(tmp_path: Path) -> None:
    use_ca_file(tmp_path / "gone.pem")
    try:
        found = health.certificates()
    finally:
        use_ca_file(None)
    assert found.verdict is Verdict.WRONG
    assert "gone.pem" in found.fact


def test_a_version_without_metadata(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As in a packaged app."""
    (tmp_path / "packed_module_without_metadata.py").write_text("__version__ = '4.5'", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert health.version_of("packed_module_without_metadata") == "4.5"
    assert health.version_of("no-such-package-anywhere") == health.NOT_INSTALLED
    (found,) = health.packages(["no-such-package-anywhere"])
    assert found.verdict is Verdict.WRONG


def _folders(folder: Path, **settings: str) -> list[Finding]:
    known = Settings(folder / "settings.json")
    for key, value in settings.items():
        known.set(key.replace("__", "/"), value)
    return health.folders(profile_paths(folder), known)


def test_the_folder_for_downloads_is_the_chosen_one(tmp_path: Path) -> None:
    found = _folders(tmp_path, downloads__folder=str(tmp_path / "elsewhere"))
    assert found[-1].fact.startswith(str(tmp_path / "elsewhere"))


def test_a_little_space_is_worth_a_note(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert {it.verdict for it in _folders(tmp_path)} == {Verdict.OK}
    monkeypatch.setattr(health, "LITTLE_SPACE", 10**18)
    found = _folders(tmp_path)
    assert {it.verdict for it in found} == {Verdict.NOTE}
    assert list(tmp_path.iterdir()) == []


def test_reports_of_crashes_are_worth_a_note(tmp_path: Path) -> None:
    paths = profile_paths(tmp_path)
    assert health.crash_reports(paths).verdict is Verdict.OK
    keep_bug(paths, "a report")
    found = health.crash_reports(paths)
    assert found.verdict is Verdict.NOTE
    assert found.fact.startswith(f"1, the last one is {paths.crashes}")


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file", "utf-8")
    found = {it.name: it.verdict for it in _folders(tmp_path)}
    assert found["Data folder"] is Verdict.WRONG
    assert found["Cache folder"] is Verdict.OK
