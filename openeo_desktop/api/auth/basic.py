"""Basic sign-in: name and password for an access token.

Source: openEO API 1.2, `GET /credentials/basic`.
"""

from __future__ import annotations

from openeo_desktop.api.connection import BearerAuth, Connection
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import AppError, BadAnswerError, SignInRefused
from openeo_desktop.core.json_values import as_dict, as_text


def sign_in_basic(
    connection: Connection, user: str, password: str, token: CancelToken
) -> Connection:
    """Exchange name and password for a token; returns a connection that carries it.

    Raises:
        SignInRefused: Wrong name or password.
        AppError: See `Connection.request`.
    """
    import requests  # never its parts alone: see tests/api/test_first_requests.py

    auth = requests.auth.HTTPBasicAuth(user.encode(), password.encode())
    try:
        answer = connection.request("GET", "/credentials/basic", token, auth=auth)
    except AppError as error:
        if error.exit_code == SignInRefused.exit_code:
            raise SignInRefused(
                "The back-end does not accept this user name and password.",
                "Check both and try again.",
                code=error.code,
                reference=error.reference,
            ) from None
        raise
    access_token = as_text(as_dict(answer.document).get("access_token"))
    if not access_token:
        raise BadAnswerError(
            "The back-end accepted the sign-in but gave no token.", "Tell the back-end's support."
        )
    if not (access_token.isascii() and access_token.isprintable()) or " " in access_token:
        raise BadAnswerError(
            "The back-end gave a token that cannot be sent.", "Tell the back-end's support."
        )
    return Connection(connection.api_base, BearerAuth(f"basic//{access_token}"))
