"""What this computer gives the app, one finding each; `doctor`, the self-check and the window ask.

Blocking, for a lane. Nothing here asks the person, and no request is made.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import os
import platform
import tempfile
from collections.abc import Sequence
from pathlib import Path

from openeo_desktop import __version__
from openeo_desktop.api.proxies import named_proxies
from openeo_desktop.api.trust import ca_file_in_use, trusted_certificates
from openeo_desktop.core.crash_reports import kept_reports
from openeo_desktop.core.disk import existing_place, free_space
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.findings import Finding, note, well, wrong
from openeo_desktop.core.formatting import format_size
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.core.resources import resource_path
from openeo_desktop.core.settings import Settings
from openeo_desktop.credentials.keychain_trial import Trial, try_keychain
from openeo_desktop.services.download_requests import FOLDER
from openeo_desktop.store.summary import has_full_text_search, sqlite_version

PACKAGES = {
    # Name of the package: the module that knows its version where no metadata is packed.
    "PySide6-Essentials": "PySide6",
    "qasync": "qasync",
    "requests": "requests",
    "urllib3": "urllib3",
    "truststore": "truststore",
    "keyring": "keyring",
    "QtAwesome": "qtawesome",
    "numpy": "numpy",
    "pyqtgraph": "pyqtgraph",
    "rasterio": "rasterio",
}
RESOURCES = ("icons", "local_back_end", "maps", "process_graphs", "style", "translations")
LITTLE_SPACE = 1_000_000_000
INSTALL_ANEW = "Install openEO Desktop anew."
NOT_INSTALLED = "not installed"
NO_KEYCHAIN = "none: sign-ins last as long as the app runs"


def version_of(package: str) -> str:
    """The version of a package, also where its metadata was left out of a packaged app."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        pass
    try:
        module = importlib.import_module(PACKAGES.get(package, package))
    except ImportError:
        return NOT_INSTALLED
    return str(getattr(module, "__version__", "version unknown"))


def app_and_python() -> list[Finding]:
    """Versions of the app, of Python and of the system."""
    system = f"{platform.python_version()} ({platform.platform()})"
    return [well("openEO Desktop", __version__), well("Python", system)]


def packages(names: Sequence[str] = tuple(PACKAGES)) -> list[Finding]:
    """Versions of the packages the app stands on."""
    return [_package(name, version_of(name)) for name in names]


def _package(name: str, version: str) -> Finding:
    return wrong(name, version, INSTALL_ANEW) if version == NOT_INSTALLED else well(name, version)


def sqlite() -> Finding:
    """The library below the history, with FTS5."""
    if not has_full_text_search():
        return wrong(
            "SQLite",
            f"{sqlite_version()} without FTS5: jobs cannot be searched",
            "Use a Python whose SQLite has FTS5.",
        )
    return well("SQLite", f"{sqlite_version()} with FTS5")


def certificates() -> Finding:
    """Whether there is something to check servers by."""
    own = ca_file_in_use()
    beside = f", and the file {own}" if own is not None else ""
    try:
        count = trusted_certificates(own)
    except AppError as error:
        return wrong("Certificates", error.message, error.hint)
    if count == 0:
        return wrong(
            "Certificates",
            "none: no back-end can be trusted",
            "Install the package «ca-certificates», or give a file with --ca-file.",
        )
    return well("Certificates", f"{'those' if count is None else count} of the system{beside}")


def proxies() -> Finding:
    """Through what servers are asked, without a password; whether it works is not tried."""
    named = [f"{scheme} {place}" for scheme, place in named_proxies().items()]
    return well("Proxies", ", ".join(named) or "none")


def keychain(service: str) -> Finding:
    """A value is written, read back and removed, if that asks nobody."""
    trial, about = try_keychain(service)
    if trial is Trial.WORKS:
        return well("Keychain", f"{about}, works")
    if trial is Trial.MISSING:
        return note("Keychain", NO_KEYCHAIN, "Install and start GNOME Keyring or KWallet.")
    if trial is Trial.LOCKED:
        return note("Keychain", f"{about}, locked", "It is unlocked when the app needs it.")
    if trial is Trial.NOT_TRIED:
        return well("Keychain", f"{about}, not tried, for it may ask")
    return wrong("Keychain", f"does not work ({about})", "Look at the settings of the keychain.")


def resources() -> Finding:
    """Pictures, texts and examples that come with the app."""
    try:
        empty = [name for name in RESOURCES if not any(resource_path(name).iterdir())]
    except (OSError, ValueError) as error:
        return wrong("Resources", str(error), INSTALL_ANEW)
    if empty:
        return wrong("Resources", f"nothing in {', '.join(empty)}", INSTALL_ANEW)
    return well("Resources", str(resource_path(".")))


def crash_reports(paths: AppPaths) -> Finding:
    """Of runs that did not end well, or met a mistake of the app."""
    kept = kept_reports(paths)
    if not kept:
        return well("Crash reports", "none")
    fact = f"{len(kept)}, the last one is {kept[0]}"
    return note("Crash reports", fact, "It holds no secret: add it to a support request.")


def folders(paths: AppPaths, settings: Settings) -> list[Finding]:
    """Those of the app: there, writable, with space."""
    downloads = Path(settings.get(FOLDER, "") or paths.downloads)
    return [
        _folder(name, path)
        for name, path in (
            ("Data folder", paths.data),
            ("Settings folder", paths.config),
            ("Cache folder", paths.cache),
            ("Downloads folder", downloads),
        )
    ]


def _folder(name: str, path: Path) -> Finding:
    free = free_space(path)
    made = "" if path.exists() else ", not made yet"
    fact = f"{path} ({format_size(free) or 'unknown'} free{made})"
    place = existing_place(path)
    if not place.is_dir() or not _is_writable(place):
        return wrong(
            name, f"{fact}: cannot be written", "Change its rights, or use --profile with another."
        )
    if free is not None and free < LITTLE_SPACE:
        return note(name, fact, "Free some space before results are downloaded.")
    return well(name, fact)


def _is_writable(folder: Path) -> bool:
    """Tried where it is the app's own; elsewhere the rights are asked for."""
    if not os.access(folder, os.W_OK | os.X_OK):
        return False
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
