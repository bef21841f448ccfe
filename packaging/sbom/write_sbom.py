"""Writes a CycloneDX 1.6 bill of materials from a list of licences, and validates it strictly.

`write_sbom.py LICENCES.json TARGET.json VERSION EPOCH`, in the environment of the build. The serial
number and the time follow from the version and the commit: two builds of one commit write the same.
"""

from __future__ import annotations

import json
import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

_FACTORY = LicenseFactory()


def component(part: dict[str, str]) -> Component:
    """One part; a library within another one has no address of a package registry."""
    name, version = part["name"], part["version"]
    purl = PackageURL("pypi", None, name.lower().replace("_", "-"), version) if version else None
    made = Component(
        type=ComponentType.LIBRARY,
        name=name,
        version=version or None,
        bom_ref=f"{name}@{version}" if version else name,
        purl=purl,
        licenses=[_FACTORY.make_from_string(part["licence"])] if part["licence"] else [],
    )
    if part["home"]:
        page = ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(part["home"]))
        made.external_references.add(page)
    return made


def bill(parts: list[dict[str, str]], version: str, epoch: int) -> Bom:
    """The bill of the app of this version."""
    app = Component(
        type=ComponentType.APPLICATION,
        name="openeo-desktop",
        version=version,
        bom_ref="openeo-desktop",
        licenses=[_FACTORY.make_from_string("Apache-2.0")],
    )
    serial = uuid.uuid5(uuid.NAMESPACE_URL, f"openeo-desktop {version} {epoch}")
    made = Bom(serial_number=serial, components=[component(part) for part in parts])
    made.metadata.component = app
    made.metadata.timestamp = datetime.fromtimestamp(epoch, UTC)
    made.register_dependency(app, made.components)
    return made


def main(licences: str, target: str, version: str, epoch: str) -> int:
    """Returns 1, and says why, if the document is not valid."""
    parts = json.loads(Path(licences).read_text(encoding="utf-8"))
    text = JsonV1Dot6(bill(parts, version, int(epoch))).output_as_string(indent=1)
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if wrong is not None:
        print(wrong, file=sys.stderr)
        return 1
    Path(target).write_text(text + "\n", encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
