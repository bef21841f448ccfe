"""Public openEO back-ends that are offered by name; every other address can be typed."""

from __future__ import annotations

from typing import NamedTuple

from openeo_desktop.core.json_values import as_dicts, as_text
from openeo_desktop.ui.accounts.web_pages import is_openable


class KnownBackEnd(NamedTuple):
    """A public back-end: the name people use, and its address."""

    title: str
    address: str

    @property
    def label(self) -> str:
        return f"{self.title}  ({self.address})"


KNOWN_BACK_ENDS = (
    KnownBackEnd("Copernicus Data Space Ecosystem", "openeo.dataspace.copernicus.eu"),
    KnownBackEnd("Terrascope", "openeo.vito.be"),
    KnownBackEnd("openEO Platform", "openeo.cloud"),
    KnownBackEnd("EODC", "openeo.eodc.eu"),
    KnownBackEnd("Google Earth Engine", "earthengine.openeo.org"),
)


def address_of(text: str) -> str:
    """The address for what stands in the field: of a known back-end, else the text itself."""
    typed = text.strip()
    for known in KNOWN_BACK_ENDS:
        if typed.lower() in (known.label.lower(), known.title.lower()):
            return known.address
    return typed


def secure_links(links: object, relation: str) -> list[str]:
    """Links of one relation that a person may be sent to: https, or http to this computer only."""
    found = []
    for link in as_dicts(list(links) if isinstance(links, (list, tuple)) else []):
        href = as_text(link.get("href"))
        if as_text(link.get("rel")) == relation and is_openable(href):
            found.append(href)
    return found
