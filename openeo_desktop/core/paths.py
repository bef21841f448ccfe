"""Where the app keeps its things: the folders of the system, or one folder (a profile)."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from openeo_desktop.core.errors import StorageError

APP_NAME = "openeo-desktop"
KEYCHAIN_SERVICE = "openEO Desktop"


@dataclass(frozen=True, slots=True)
class AppPaths:
    """Folders of one run; none exists before `make_folders`."""

    data: Path
    config: Path
    cache: Path
    downloads: Path
    profile: Path | None = None

    @property
    def keychain_service(self) -> str:
        """Under which name the secrets of this run lie in the keychain: each profile has its own.

        So that two of them never refresh one session behind each other's back.
        """
        if self.profile is None:
            return KEYCHAIN_SERVICE
        digest = hashlib.sha256(os.fspath(self.profile).encode("utf-8", "surrogateescape"))
        return f"{KEYCHAIN_SERVICE} ({digest.hexdigest()[:12]})"

    @property
    def database(self) -> Path:
        """The history (see `store`)."""
        return self.data / "history.sqlite3"

    @property
    def settings(self) -> Path:
        return self.config / "settings.json"

    @property
    def local_state(self) -> Path:
        """State folder of the embedded back-end."""
        return self.data / "local"

    @property
    def local_environment(self) -> Path:
        """Python and packages of the embedded back-end, where the app itself has them not."""
        return self.data / "local-back-end"

    @property
    def logs(self) -> Path:
        return self.data / "logs"

    @property
    def crashes(self) -> Path:
        """Reports of runs that did not end well (see `core.crash_reports`)."""
        return self.data / "crashes"

    def make_folders(self) -> None:
        """Create the app's own folders, for this user alone.

        Raises:
            StorageError: A folder cannot be made.
        """
        for folder in (self.data, self.config, self.cache, self.logs):
            make_private_folder(folder)


def make_private_folder(folder: Path) -> None:
    """Make a folder only its owner can read.

    Raises:
        StorageError: It cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise StorageError(
            f"The folder {folder} cannot be created ({os.strerror(error.errno or 0)}).",
            "Choose another place with --profile, or free some space.",
        ) from error


def system_paths() -> AppPaths:
    """The usual folders of this user on this system (platformdirs)."""
    import platformdirs

    dirs = platformdirs.PlatformDirs(APP_NAME, appauthor=False, roaming=False)
    downloads = Path(platformdirs.user_downloads_dir()) / "openEO"
    return AppPaths(
        data=Path(dirs.user_data_dir),
        config=Path(dirs.user_config_dir),
        cache=Path(dirs.user_cache_dir),
        downloads=downloads,
    )


def expanded(path: Path) -> Path:
    """With the home folder in place of «~»; as it is where nobody of that name has one."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def profile_paths(folder: Path) -> AppPaths:
    """Everything of this run below one folder (`--profile DIR`)."""
    folder = expanded(folder).resolve()
    return AppPaths(
        data=folder / "data",
        config=folder / "config",
        cache=folder / "cache",
        downloads=folder / "downloads",
        profile=folder,
    )
