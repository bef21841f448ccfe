"""Proof Key for Code Exchange (RFC 7636), and other unguessable values; all from `secrets`."""

from __future__ import annotations

import base64
import hashlib
import secrets


def new_secret() -> str:
    """43 URL-safe characters, 256 bits: a code verifier, a state, a nonce."""
    return secrets.token_urlsafe(32)


def challenge_fields(verifier: str) -> dict[str, str]:
    """What an authorization request says about a verifier; the method is always S256."""
    digest = hashlib.sha256(verifier.encode("ascii")).digest()
    challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")
    return {"code_challenge": challenge, "code_challenge_method": "S256"}
