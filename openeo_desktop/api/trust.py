"""Which servers are believed to be who they say: the certificates of the system, and one file more.

Verification cannot be switched off; `verify=False` of requests has no effect. What `requests`
brings (certifi) is not used: it knows none of the certificates that an organisation installed.
"""

from __future__ import annotations

import platform
import re
import ssl
from pathlib import Path

from openeo_desktop.core.errors import InputError

_default_ca_file: Path | None = None
_HASHED = re.compile(r"[0-9a-f]{8}\.\d+")
"""How OpenSSL wants the files of a folder of certificates to be named."""


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


def trusted_certificates(ca_file: Path | None = None) -> int | None:
    """How many certificates are believed in; None where the system is asked for each server.

    Raises:
        InputError: `ca_file` cannot be read, or holds no certificate.
    """
    context = make_context(ca_file)
    if platform.system() in ("Windows", "Darwin"):
        return None
    # The certificates of the system are looked for when a connection begins.
    begun = context.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_hostname="localhost")
    return max(begun.context.cert_store_stats()["x509_ca"], _hashed_certificates())


def _hashed_certificates() -> int:
    """Those in OpenSSL's own folder, which are read only when a server shows one of them."""
    folder = ssl.get_default_verify_paths().capath
    if not folder:
        return 0
    return sum(1 for file in Path(folder).iterdir() if _HASHED.fullmatch(file.name))
