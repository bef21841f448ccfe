"""The program of the embedded back-end for a Python that is not the app's own.

A packaged app carries `openeo_desktop/local` as plain files; they are copied into the environment,
so that nothing else of the app, whose libraries fit its own Python alone, is on that path.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Mapping
from pathlib import Path

import openeo_desktop
from openeo_desktop.core.disk import disk_errors
from openeo_desktop.core.errors import LocalBackEndError
from openeo_desktop.services.local_environment_files import remove_tree

_PACKAGE = Path(openeo_desktop.__file__ or "").parent
_INIT = (
    '"""The embedded back-end of openEO Desktop."""\n\n'
    f'__version__ = "{openeo_desktop.__version__}"\n'
)
_OF_ANOTHER_PYTHON = ("VIRTUAL_ENV", "CONDA_PREFIX", "__PYVENV_LAUNCHER__")
_LIBRARY_PATHS = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LIBPATH")


def place_sources(environment: Path, package: Path = _PACKAGE) -> Path:
    """The folder to put on the path of the environment's Python; copied if they are not there yet.

    Raises:
        LocalBackEndError: This copy of the app has no sources.
        StorageError: They cannot be written.
    """
    files = _sources(package)
    target = environment / f"app-{_digest(files)}"
    if not target.is_dir():
        part = environment / f"{target.name}.part"
        remove_tree(part)
        with disk_errors(part):
            _write(part / "openeo_desktop", files)
            part.rename(target)
    return target


def _sources(package: Path) -> dict[str, bytes]:
    files = {"__init__.py": _INIT.encode()}
    for file in sorted((package / "local").rglob("*.py")):
        files[file.relative_to(package).as_posix()] = file.read_bytes()
    if "local/__main__.py" not in files:
        raise LocalBackEndError(
            "This copy of the app has no back-end for this computer.", "Install the app again."
        )
    return files


def _digest(files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, content in files.items():
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:8]


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def foreign_variables() -> dict[str, str]:
    """The environment variables for a Python that is not the app's own.

    Without what points into the app, and with the library paths that a packaged app was started
    with (PyInstaller, «LD_LIBRARY_PATH considerations»).
    """
    bundle = str(getattr(sys, "_MEIPASS", "\0"))
    variables = {}
    for name, value in os.environ.items():
        ours = name.startswith("PYTHON") or name in _OF_ANOTHER_PYTHON or bundle in value
        if not ours and not name.endswith("_ORIG"):
            variables[name] = value
    for name in _LIBRARY_PATHS:
        before = os.environ.get(f"{name}_ORIG")
        if before:
            variables[name] = before
    return variables
