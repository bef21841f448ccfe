"""What is kept in the keychain for one account: one small JSON text, versioned.

Values only; `credentials.keychain` keeps them. A repr never shows a secret.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields

from openeo_desktop.core.redaction import hide_secret

VERSION = 1


@dataclass(frozen=True, slots=True)
class StoredSecret:
    """How an account signs in by itself; which fields are filled depends on the method.

    `method` is the value of a `SignInMethod`; `password` belongs to basic, `client_secret` to an
    own client, `refresh_token` to OpenID Connect.
    """

    method: str
    provider_id: str = ""
    issuer: str = ""
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    refresh_token: str = field(default="", repr=False)
    password: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        for secret in (self.client_secret, self.refresh_token, self.password):
            hide_secret(secret)

    def to_text(self) -> str:
        """The JSON text for the keychain; ASCII, so that its length in any encoding is known."""
        values = {item.name: getattr(self, item.name) for item in fields(self)}
        filled = {name: value for name, value in values.items() if value}
        return json.dumps({"version": VERSION} | filled, separators=(",", ":"))

    @classmethod
    def from_text(cls, text: str) -> StoredSecret | None:
        """The secret of a text from the keychain, None if it cannot be one.

        Lenient: unknown fields (of a newer version) are left out, those of a wrong type are empty.
        """
        try:
            document = json.loads(text)
        except (ValueError, RecursionError):
            return None
        if not isinstance(document, dict):
            return None
        names = [item.name for item in fields(cls)]
        values = {name: document[name] for name in names if isinstance(document.get(name), str)}
        return cls(**values) if values.get("method") else None
