"""What macOS is told of the app: its documents, its links, its version (Info.plist)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

_PROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"
VERSION: str = tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["version"]

INFO: dict[str, Any] = {
    "CFBundleName": "openEO Desktop",
    "CFBundleDisplayName": "openEO Desktop",
    "CFBundleShortVersionString": VERSION,
    "LSMinimumSystemVersion": "14.0",  # as the wheels of rasterio; 15 on Intel processors
    "LSApplicationCategoryType": "public.app-category.productivity",
    "NSHighResolutionCapable": True,
    "NSRequiresAquaSystemAppearance": False,
    "CFBundleURLTypes": [
        {"CFBundleURLName": "org.openeo.Desktop", "CFBundleURLSchemes": ["openeo-desktop"]}
    ],
    "CFBundleDocumentTypes": [
        {
            "CFBundleTypeName": "openEO process graph",
            "CFBundleTypeRole": "Editor",
            "LSHandlerRank": "Alternate",
            "LSItemContentTypes": ["org.openeo.process-graph", "public.json"],
        }
    ],
    "UTExportedTypeDeclarations": [
        {
            "UTTypeIdentifier": "org.openeo.process-graph",
            "UTTypeDescription": "openEO process graph",
            "UTTypeConformsTo": ["public.json"],
            "UTTypeTagSpecification": {"public.filename-extension": ["openeo.json"]},
        }
    ],
}
