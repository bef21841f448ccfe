"""`openeo-desktop doctor`: versions, Qt, keychain, folders, history, for a support request."""

from __future__ import annotations

import importlib.metadata
import platform
import subprocess
import sys
from pathlib import Path

from openeo_desktop import __version__
from openeo_desktop.core.disk import free_space
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.formatting import format_size
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.headless.output import Output
from openeo_desktop.services.services import Services
from openeo_desktop.store.summary import describe, sqlite_version

_PACKAGES = ("PySide6-Essentials", "qasync", "requests", "urllib3", "keyring", "QtAwesome")
_LOCAL_PACKAGES = ("flask", "openeo-processes-dask-slim", "xarray", "rasterio")
_QT_PROBE = (
    "from PySide6.QtGui import QGuiApplication as A; from PySide6.QtCore import qVersion; "
    "a = A([]); print(qVersion(), a.platformName())"
)


async def doctor(services: Services, output: Output) -> None:
    """Print one fact a line; a fact that cannot be had says why."""
    facts: dict[str, str] = {
        "openEO Desktop": __version__,
        "Python": f"{platform.python_version()} ({platform.platform()})",
        "SQLite": sqlite_version(),
    }
    facts |= {name: _version(name) for name in _PACKAGES}
    facts["Back-end for this computer"] = _local()
    facts["Qt window"] = await services.lanes.net.call(_qt)
    keychain = await services.lanes.secrets.call(services.keychain.describe)
    facts["Keychain"] = keychain or "none: sign-ins last as long as the app runs"
    facts |= _folders(services.paths)
    facts["History"] = await _history(services)
    width = max(len(name) for name in facts)
    for name, value in facts.items():
        output.line(f"{name:<{width}}  {value}")
    output.document(facts)


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"


def _local() -> str:
    missing = [name for name in _LOCAL_PACKAGES if _version(name) == "not installed"]
    if missing:
        return f"not installed ({', '.join(missing)} missing)"
    return ", ".join(f"{name} {_version(name)}" for name in _LOCAL_PACKAGES)


def _qt() -> str:
    """In a process of its own: a missing system library ends the whole process."""
    try:
        probe = subprocess.run(
            [sys.executable, "-c", _QT_PROBE],
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"cannot be tried ({error})"
    if probe.returncode == 0:
        version, _, name = probe.stdout.strip().partition(" ")
        return f"Qt {version}, platform {name}"
    lines = probe.stderr.strip().splitlines()
    return f"no window possible: {lines[0] if lines else 'ended without a word'}"


def _folders(paths: AppPaths) -> dict[str, str]:
    names = {
        "Data": paths.data,
        "Settings": paths.config,
        "Cache": paths.cache,
        "Downloads": paths.downloads,
    }
    return {f"{name} folder": _folder(path) for name, path in names.items()}


def _folder(path: Path) -> str:
    free = free_space(path)
    state = "" if path.exists() else ", not made yet"
    return f"{path} ({format_size(free) or 'unknown'} free{state})"


async def _history(services: Services) -> str:
    try:
        await services.open()
        counts = await services.history.call(describe)
    except AppError as error:
        return str(error)
    size = format_size(services.paths.database.stat().st_size)
    return f"{services.paths.database} ({size}; {counts})"
