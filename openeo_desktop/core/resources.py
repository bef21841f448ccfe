"""Where the files of the top-level `resources/` folder are, in every form the application takes.

The only module that knows. It reads nothing itself, and never points outside of the folder.
"""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_PACKAGED_NAME = "_resources"


def resource_path(*parts: str) -> Path:
    """The path of a packaged file or folder, such as `resource_path("process_graphs")`.

    Raises:
        FileNotFoundError: there is no such resource: the installation is damaged.
        ValueError: the path would lead out of the resources.
    """
    folder = _resources_folder()
    path = folder.joinpath(*parts).resolve()
    if not path.is_relative_to(folder):
        raise ValueError(f"{'/'.join(parts)} is not inside the resources")
    if not path.exists():
        raise FileNotFoundError(f"The resource {'/'.join(parts)} is missing in {folder}")
    return path


def _resources_folder() -> Path:
    """The first that is there: a source checkout (also editable), PyInstaller's bundle, a wheel."""
    checkout = _PACKAGE.parent / "resources"
    if (_PACKAGE.parent / "pyproject.toml").is_file() and checkout.is_dir():
        return checkout.resolve()
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None and (Path(bundle) / "resources").is_dir():
        return (Path(bundle) / "resources").resolve()
    return (_PACKAGE / _PACKAGED_NAME).resolve()
