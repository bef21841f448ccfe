"""Sign-in of a client in its own name, with its id and secret; nobody has to be there.

Source: RFC 6749, section 4.4; openEO API 1.2, «Authentication», «OpenID Connect».
"""

from __future__ import annotations

from openeo_desktop.api.auth.openid import OpenIdConfiguration, scopes_for
from openeo_desktop.api.auth.tokens import ask_for_tokens
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import InputError
from openeo_desktop.core.sign_in import OidcClient, OidcProvider, Tokens


def client_credentials(
    configuration: OpenIdConfiguration,
    provider: OidcProvider,
    client: OidcClient,
    token: CancelToken,
) -> Tokens:
    """Exchange a client's id and secret for an access token.

    Raises:
        InputError: The client has no id or secret.
        SignInRefused: The provider does not accept them.
        AppError: See `tokens.ask_for_tokens`.
    """
    if not client.id or not client.secret:
        raise InputError(
            "This way to sign in needs a client id and a client secret.",
            "Your provider or back-end gives them out for a client of your own.",
        )
    scope = scopes_for(provider, configuration, refresh=False)
    fields = {"grant_type": "client_credentials", "scope": scope}
    return ask_for_tokens(configuration, client, fields, token)
