"""Which servers are believed to be who they say: the certificates of the system, and one file more.

Verification cannot be switched off; `verify=False` of requests has no effect. What `requests`
brings (certifi) is not used: it knows none of the certificates that an organisation installed.
"""

from __future__ import annotations

import ssl
from pathlib import Path

from openeo_desktop.core.errors import InputError

_default_ca_file: Path | None = None


def use_ca_file(path: Path | None) -> None:
    """Trust also the certificates (PEM) of this file, in every new connection of the process."""
    global _default_ca_file
    _default_ca_file = path


def ca_file_in_use() -> Path | None:
    """The file of `use_ca_file`."""
    return _default_ca_file


def make_context(ca_file: Path | None) -> ssl.SSLContext:
    """TLS 1.2 or newer, host name checked, certificates of the system and of `ca_file`.

    Raises:
        InputError: `ca_file` cannot be read, or holds no certificate.
    """
    import truststore

    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if ca_file is not None:
        try:
            context.load_verify_locations(cafile=str(ca_file))
        except (OSError, ValueError) as error:  # ssl.SSLError is an OSError
            raise InputError(
                f"The certificate file {ca_file} cannot be used.",
                "Choose another file (certificates in PEM format) in the settings.",
                details=type(error).__name__,
            ) from None
    return context
