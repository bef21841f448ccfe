"""Password, bearer tokens and signed URLs of the embedded back-end.

The password lives in memory (handed over in the environment) or in a file of mode 0600; it never
goes into a log or an argument list.
"""

from __future__ import annotations

import hmac
import os
import secrets
import time
from dataclasses import dataclass, field

from itsdangerous import BadData, URLSafeSerializer, URLSafeTimedSerializer

from openeo_desktop.local.errors import OpenEOError
from openeo_desktop.local.layout import StateFolder, write_private

USER = "local"
PASSWORD_VARIABLE = "OPENEO_DESKTOP_LOCAL_PASSWORD"
_TOKEN_LIFE_S = 30 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Password:
    """The password of this run and whether a file holds it."""

    value: str = field(repr=False)
    in_file: bool


def take_password(state: StateFolder) -> Password:
    """The password from the environment (removed there, so that no child sees it) or a new one."""
    given = os.environ.pop(PASSWORD_VARIABLE, "")
    if given:
        state.password.unlink(missing_ok=True)  # an old file would name a password that is dead
        return Password(given, in_file=False)
    value = secrets.token_urlsafe(24)
    write_private(state.password, value.encode() + b"\n")
    return Password(value, in_file=True)


def load_secret(state: StateFolder) -> bytes:
    """The signing key; made once, so that tokens survive a restart of the server."""
    if not state.secret.exists():
        write_private(state.secret, secrets.token_bytes(32))
    return state.secret.read_bytes()


class Signatures:
    """Checks the password, issues and checks tokens and signed links."""

    def __init__(self, secret: bytes, password: Password, link_life_s: int) -> None:
        """Take the key, the password of this run, and how long a signed link lives (seconds)."""
        self._password = password.value
        self._tokens = URLSafeTimedSerializer(secret, salt="bearer token")
        self._links = URLSafeSerializer(secret, salt="result link")
        self._link_life_s = link_life_s

    def sign_in(self, user: str, password: str) -> str:
        """The access token for the right password. Raises CredentialsInvalid."""
        right_user = hmac.compare_digest(user.encode(), USER.encode())
        right_password = hmac.compare_digest(password.encode(), self._password.encode())
        if not (right_user and right_password):
            raise OpenEOError("CredentialsInvalid")
        return str(self._tokens.dumps(USER))

    def check_token(self, token: str) -> None:
        """Accept a token made by `sign_in`. Raises TokenInvalid."""
        try:
            user = self._tokens.loads(token, max_age=_TOKEN_LIFE_S)
        except BadData:
            user = None
        if user != USER:
            raise OpenEOError("TokenInvalid")

    def link_expiry(self) -> int:
        """Unix time until which a link signed now is good."""
        return int(time.time()) + self._link_life_s

    def sign_link(self, subject: list[str], expires: int) -> str:
        """A token that names `subject` (for example a job and a file) until `expires`."""
        return str(self._links.dumps([expires, *subject]))

    def read_link(self, token: str) -> list[str]:
        """The subject of a link. Raises CredentialsInvalid (tampered) or ResultLinkExpired."""
        try:
            expires, *subject = self._links.loads(token)
        except BadData as error:
            raise OpenEOError("CredentialsInvalid") from error
        if time.time() >= expires:
            raise OpenEOError("ResultLinkExpired")
        return [str(part) for part in subject]
