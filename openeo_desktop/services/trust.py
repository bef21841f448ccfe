"""The person's own certificate file (`tls/ca_file`): remembered, checked, in every request."""

from __future__ import annotations

from pathlib import Path

from openeo_desktop.api.trust import make_context, use_ca_file
from openeo_desktop.core.paths import expanded
from openeo_desktop.core.settings import Settings

CA_FILE = "tls/ca_file"


def apply_ca_file(settings: Settings) -> None:
    """Use the remembered file from now on; a missing one is told at the first request."""
    path = settings.get(CA_FILE, "")
    use_ca_file(expanded(Path(path)) if path else None)


def choose_ca_file(settings: Settings, path: Path | None) -> None:
    """Remember and use a file of certificates in PEM format, or none; blocks for a moment.

    Raises:
        InputError: It cannot be read, or holds no certificate; nothing is changed.
    """
    make_context(path)
    settings.set(CA_FILE, str(path) if path else "")
    apply_ca_file(settings)
