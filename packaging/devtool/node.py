"""The OpenID provider of the tests: an npm package in a folder outside of git, made from its lock.

Nothing but what the lock names (with its hash) is fetched, and no script of a package is run.
"""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

from devtool.console import ToolError, run_condensed, step
from devtool.paths import ROOT, shown

_STAMP = "openeo-desktop.sha256"
_FILES = ("package.json", "package-lock.json")


@dataclass(frozen=True, slots=True)
class NodePackages:
    """A folder of npm packages, and the folder whose lock says which."""

    folder: Path
    source: Path

    def ensure(self) -> Path:
        """Bring the folder up to the lock and return it; a few milliseconds if it already is.

        Raises:
            ToolError: npm is not there, or could not install them.
        """
        wanted = self._digest()
        stamp = self.folder / _STAMP
        if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
            return self.folder
        npm = shutil.which("npm")
        if not (npm and shutil.which("node")):
            raise ToolError(
                "This system lacks Node.js and npm; please install version 20 or newer."
            )
        self.folder.mkdir(exist_ok=True)
        stamp.unlink(missing_ok=True)
        for name in _FILES:
            shutil.copyfile(self.source / name, self.folder / name)
        with step(f"Installing what {shown(self.folder)} needs ({shown(self.source)})"):
            run_condensed(
                [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
                failure="The npm packages could not be installed",
                cwd=self.folder,
            )
        stamp.write_text(wanted, encoding="utf-8")
        return self.folder

    def _digest(self) -> str:
        data = b"\0".join((self.source / name).read_bytes() for name in _FILES)
        return hashlib.sha256(data).hexdigest()


TEST_PROVIDER = NodePackages(ROOT / ".venv-oidc", ROOT / "tests" / "support" / "oidc")
