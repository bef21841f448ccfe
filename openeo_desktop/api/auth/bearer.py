"""What an access token looks like in the Authorization header of a back-end.

Source: openEO API 1.2 and 1.3, «Authentication», «Bearer».
"""

from __future__ import annotations

import re

from openeo_desktop.api.capabilities import Capabilities
from openeo_desktop.api.connection import BearerAuth
from openeo_desktop.core.json_values import as_texts

_JWT = re.compile(r"https://api\.openeo\.org/[^/]{1,50}/authentication/jwt/?")


def takes_jwt(capabilities: Capabilities) -> bool:
    """Whether the back-end takes a bare token; a draft of 1.3 named another version, so any."""
    return any(_JWT.fullmatch(uri) for uri in as_texts(capabilities.raw.get("conformsTo")))


def bearer_for(capabilities: Capabilities, provider_id: str, access_token: str) -> BearerAuth:
    """The credentials for a session: the bare token where taken, else in the classic form.

    Args:
        provider_id: Of an OpenID provider; empty for a token of the basic sign-in.
    """
    if takes_jwt(capabilities):
        return BearerAuth(access_token)
    kind = "oidc" if provider_id else "basic"
    return BearerAuth(f"{kind}/{provider_id}/{access_token}")
