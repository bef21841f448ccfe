"""A set-up of «This computer» that takes seconds: a tiny package in place of hundreds of megabytes.

Real Python, real venv, real pip, real files; the index is a folder.
"""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import sys
import zipfile
from pathlib import Path

import pytest

from openeo_desktop.services.local_environment import LocalEnvironmentService
from openeo_desktop.services.local_environment_files import EnvironmentFiles
from openeo_desktop.services.local_environment_pythons import Python, ask_python

NEEDED = ("no_such_module_at_all",)
"""So the app's own Python is not enough."""


def base_python() -> Python:
    """The Python that runs the tests, outside of its environment."""
    python = ask_python(Path(getattr(sys, "_base_executable", sys.executable)))
    if python.unfit is not None:
        pytest.skip(f"{python.path} cannot make environments: {python.unfit}")
    return python


def make_wheel(folder: Path, name: str = "tinypackage", version: str = "1.0") -> Path:
    """A wheel with one module."""
    info = f"{name}-{version}.dist-info"
    files = {
        f"{name}.py": f"version = {version!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: t\nRoot-Is-Purelib: true\n"
        "Tag: py3-none-any\n",
    }
    record = ""
    for path, text in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode()
        record += f"{path},sha256={digest.rstrip('=')},{len(text)}\n"
    folder.mkdir(parents=True, exist_ok=True)
    wheel = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in {**files, f"{info}/RECORD": record + f"{info}/RECORD,,\n"}.items():
            archive.writestr(path, text)
    return wheel


def locked(wheel: Path, sha256: str = "") -> str:
    """A line of a list of requirements."""
    name, version = wheel.name.split("-")[:2]
    digest = sha256 or hashlib.sha256(wheel.read_bytes()).hexdigest()
    return f"{name}=={version} \\\n    --hash=sha256:{digest}\n"


class TinyIndex:
    """A folder of wheels and the two lists; pip is the one that Python brings along."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder = folder / "wheels"
        self.lists = folder / "lists"
        self.lists.mkdir(parents=True)
        self.wheel = make_wheel(self.folder)
        spec = importlib.util.find_spec("ensurepip")
        assert spec is not None
        assert spec.origin is not None
        bundled = next((Path(spec.origin).parent / "_bundled").glob("pip-*.whl"), None)
        if bundled is None:
            pytest.skip("this Python brings no pip of its own")
        (self.lists / "pip.txt").write_text(locked(bundled))
        self.require(locked(self.wheel))
        patch.setenv("PIP_CONFIG_FILE", "/dev/null" if sys.platform != "win32" else "nul")
        patch.setenv("PIP_NO_INDEX", "1")
        patch.setenv("PIP_FIND_LINKS", f"{self.folder} {bundled.parent}")

    def require(self, text: str) -> None:
        """The list of packages from now on."""
        (self.lists / "requirements.txt").write_text(text)

    def service(self, root: Path) -> LocalEnvironmentService:
        """One that sets up below `root`."""
        files = EnvironmentFiles(root, self.lists)
        return LocalEnvironmentService(files, NEEDED, "import tinypackage")
