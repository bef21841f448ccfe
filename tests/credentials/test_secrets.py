"""What is kept of an account: whole there and back, lenient, silent."""

from __future__ import annotations

import json

import pytest

from openeo_desktop.credentials.secrets import StoredSecret

FULL = StoredSecret(
    method="device-code",
    provider_id="egi",
    issuer="https://idp.example.org",
    client_id="openeo-desktop",
    client_secret="canary-client-sécret",
    refresh_token="canary-refresh",
    password="canary-password",
)


@pytest.mark.parametrize(
    "secret", [FULL, StoredSecret("basic", password="canary"), StoredSecret("x")]
)
def test_there_and_back(secret: StoredSecret) -> None:
    text = secret.to_text()
    assert text.isascii()
    assert StoredSecret.from_text(text) == secret


def test_no_secret_shows() -> None:
    assert "canary" not in f"{FULL!r} {FULL}"


def test_fields_that_are_empty_are_not_kept() -> None:
    kept = json.loads(StoredSecret("basic", password="p").to_text())
    assert kept == {"version": 1, "method": "basic", "password": "p"}


@pytest.mark.parametrize(
    "text", ["", "secret", "[]", "null", "{}", '{"method": 1}', '{"method": ""}', "[" * 100_000]
)
def test_what_cannot_be_one_is_none(text: str) -> None:
    assert StoredSecret.from_text(text) is None


def test_newer_and_damaged_fields_do_no_harm() -> None:
    text = '{"version": 9, "method": "basic", "password": "p", "issuer": 5, "new": {"a": []}}'
    assert StoredSecret.from_text(text) == StoredSecret("basic", password="p")
