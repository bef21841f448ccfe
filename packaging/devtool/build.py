"""`dev.py build`: what this machine can make for people to install, into `dist/`.

Which parts there are and in which order they are made; how each is made stands in build_*.py.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import sysconfig
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from devtool import system
from devtool.build_bundle import bill_of_materials, make_bundle
from devtool.build_deb import make_deb
from devtool.build_icu import missing_programs
from devtool.build_tarball import make_tarball
from devtool.build_wheel import make_wheel
from devtool.console import ToolError, say, step
from devtool.desktop_files import project_version
from devtool.environments import Environment
from devtool.paths import ROOT

PARTS = ("wheel", "bundle", "tarball", "deb")
SUMS = "SHA256SUMS"
_ENVIRONMENT = Environment(ROOT / ".venv-build", "build")
_LINUX_ONLY = ("tarball", "deb")
_NO_COMMIT = 315532800
"""1980-01-01, the first day that a wheel can name: of sources without a history."""
_PROGRAMS = {
    "chrpath": "chrpath",
    "dpkg-deb": "dpkg",
    "git": "git",
    "readelf": "binutils",
    "strip": "binutils",
}


@dataclass(frozen=True, slots=True)
class _Options:
    parts: list[str]
    out: Path
    work: Path


def build(arguments: Sequence[str]) -> int:
    """Make the wheel, the packaged app, and on Linux .tar.xz and .deb, into dist/."""
    options = _options(arguments)
    wanted = options.parts or [part for part in PARTS if part not in _LINUX_ONLY or _is_linux()]
    if _is_linux():
        system.provide(system.missing_for_qt())
        system.provide(system.missing_for_tests(_PROGRAMS | missing_programs()))
    if set(wanted) - {"wheel"}:
        require_shared_python()
    out, work = options.out.resolve(), options.work.resolve()
    made = make(wanted, out, work, epoch=time_of_commit(), python=_ENVIRONMENT.ensure())
    for file in made:
        say(f"- {file} ({file.stat().st_size / 1e6:.1f} MB)")
    write_sums(out)
    return 0


def make(parts: Sequence[str], out: Path, work: Path, *, epoch: int, python: Path) -> list[Path]:
    """Make the parts; returns the files that are for people (the bundle stays in `work`).

    Args:
        epoch: The time of everything that is written, in seconds: equal builds of one commit.
        python: An interpreter with the lock `build`.

    Raises:
        ToolError: A part could not be made; the text says why.
    """
    out.mkdir(parents=True, exist_ok=True)
    made = []
    if "wheel" in parts:
        with step("Making sdist and wheel"):
            made += make_wheel(out, epoch, python)
    bundle = work / "bundle"
    if set(parts) - {"wheel"}:
        with step("Making the packaged app"):
            bundle = make_bundle(work, epoch, python)
        made.append(out / f"openeo-desktop-{project_version()}.cdx.json")
        shutil.copyfile(bill_of_materials(work), made[-1])
    if "tarball" in parts:
        with step("Making .tar.xz"):
            made.append(make_tarball(bundle, out, work, epoch, python))
    if "deb" in parts:
        with step("Making .deb"):
            made.append(make_deb(bundle, out, work, epoch, python))
    return made


def time_of_commit() -> int:
    """When the present commit was made, in seconds since 1970 (SOURCE_DATE_EPOCH)."""
    git = shutil.which("git")
    if not git or not (ROOT / ".git").exists():
        return _NO_COMMIT
    command = [git, "log", "-1", "--format=%ct"]
    said = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    return int(said.stdout) if said.returncode == 0 and said.stdout.strip() else _NO_COMMIT


def require_shared_python() -> None:
    """A packaged app carries Python as a library.

    Raises:
        ToolError: This Python was built without one.
    """
    if sys.platform == "win32" or sysconfig.get_config_var("Py_ENABLE_SHARED"):
        return
    if sysconfig.get_config_var("PYTHONFRAMEWORK"):
        return
    raise ToolError(
        f"{sys.executable} was built without its shared library, so nothing can be packaged with "
        "it. Please start dev.py with the Python of your system or of python.org; for pyenv: "
        "PYTHON_CONFIGURE_OPTS=--enable-shared pyenv install 3.12"
    )


def write_sums(out: Path) -> Path:
    """SHA-256 of every file for people, as `sha256sum --check` reads them."""
    files = sorted(file for file in out.iterdir() if file.is_file() and file.name != SUMS)
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    target = out / SUMS
    target.write_text("".join(lines), encoding="utf-8", newline="\n")
    return target


def _options(arguments: Sequence[str]) -> _Options:
    parser = ArgumentParser(prog="dev.py build", description=build.__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help="all of them without a name")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="DIR")
    parser.add_argument("--work", type=Path, default=ROOT / "build", metavar="DIR")
    given = parser.parse_args(arguments)
    if unknown := set(given.parts) - set(PARTS):
        parser.error(f"there is no {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    parts = [part for part in PARTS if part in given.parts]
    if refused := [part for part in parts if part in _LINUX_ONLY and not _is_linux()]:
        raise ToolError(f"This system cannot make: {', '.join(refused)}. Linux can.")
    return _Options(parts, given.out, given.work)


def _is_linux() -> bool:
    return sys.platform.startswith("linux")
