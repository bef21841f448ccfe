"""`dev.py prove`: what was built, installed where nothing else is, does the main job.

The .deb goes into a Debian root of its own (debootstrap, no Python in it), the wheel into an empty
environment. Mounts live in a namespace that ends with the app; the computer itself stays as it is.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from devtool import system
from devtool.console import ToolError, run_condensed, say, step
from devtool.display import private_session, virtual_display
from devtool.environments import Environment
from devtool.mounts import remove_root
from devtool.paths import ROOT, python_of
from devtool.prove_same import prove_same

KINDS = ("wheel", "deb", "same")
_RELEASE = "bookworm"
_PROGRAMS = {
    "debootstrap": "debootstrap",
    "dpkg-deb": "dpkg",
    "lintian": "lintian",
    "unshare": "util-linux",
}
_FOLDER = ROOT / "build" / "prove"
_IN_ROOT = """#!/bin/sh
# The app of the clean root, with this computer's /tmp (sockets, folders of the tests) and /proc.
exec unshare --mount --propagation private sh -c '
    mount --bind /tmp {root}/tmp && mount -t proc proc {root}/proc && cd / &&
    exec chroot {root} /usr/bin/openeo-desktop "$@"' sh "$@"
"""


def prove(arguments: Sequence[str]) -> int:
    """Install what `build` made where nothing else is, and have it do the main job there."""
    wanted = list(arguments) or [kind for kind in KINDS if kind != "deb" or _may_change_root()]
    if unknown := set(wanted) - set(KINDS):
        raise ToolError(f"prove knows {' and '.join(KINDS)}, not {', '.join(sorted(unknown))}.")
    system.provide(system.missing_for_qt())
    system.provide(system.missing_for_tests())
    python = Environment(ROOT / ".venv", "test", with_project=True).ensure()
    if "same" in wanted:
        prove_same(_FOLDER)
    proofs = {"wheel": prove_wheel, "deb": prove_deb}
    return max((proofs[kind](python) for kind in wanted if kind != "same"), default=0)


def prove_wheel(python: Path) -> int:
    """In an empty environment, by pip alone."""
    wheel = _built("openeo_desktop-*-py3-none-any.whl")
    folder = _FOLDER / "wheel"
    shutil.rmtree(folder, ignore_errors=True)
    with step(f"Installing {wheel.name} into an empty environment"):
        run_condensed([sys.executable, "-m", "venv", folder], failure="No environment was made")
        run_condensed(
            [python_of(folder), "-m", "pip", "install", "--disable-pip-version-check", wheel],
            failure="The wheel could not be installed",
        )
    return _main_job(python, python_of(folder).with_name("openeo-desktop"))


def prove_deb(python: Path) -> int:
    """In a clean root, by dpkg; and taken away again, when nothing of it may stay.

    Raises:
        ToolError: It could not be installed, or left something behind.
    """
    if not _may_change_root():
        raise ToolError("Proving the .deb needs to be root on Debian or Ubuntu: it makes a root.")
    system.provide(system.missing_for_tests(_PROGRAMS))
    package = _built("openeo-desktop_*.deb")
    with step(f"Reading {package.name} with lintian"):
        run_condensed(
            ["lintian", "--allow-root", "--fail-on=error,warning", package],
            failure="lintian is not content",
        )
    root = _clean_root()
    before = _install(root, package)
    _require_no_python(root)
    starter = _FOLDER / "openeo-desktop"
    starter.write_text(_IN_ROOT.format(root=shlex.quote(str(root))), encoding="utf-8")
    starter.chmod(0o755)
    code = _main_job(python, starter)
    with step("Removing the package"):
        _in(root, "dpkg", "--purge", "openeo-desktop", failure="It could not be removed")
    left = _files(root) - before
    if left:
        raise ToolError("The package left behind:\n" + "\n".join(sorted(left)))
    say("  nothing of it is left")
    return code


def _main_job(python: Path, app: Path) -> int:
    """The tests of an installed app, with this one."""
    with ExitStack() as stack:
        env = stack.enter_context(private_session())
        env["DISPLAY"] = stack.enter_context(virtual_display())
        env["QT_QPA_PLATFORM"] = "offscreen"
        env["OPENEO_DESKTOP_TEST_APP"] = str(app)
        return subprocess.run(
            [python, "-m", "pytest", "-v", "tests/packaged/test_packaged_app.py"],
            check=False,
            cwd=ROOT,
            env=env,
        ).returncode


def _clean_root() -> Path:
    """A Debian with nothing but the essential packages; fetched once, copied for each proof."""
    base, root = _FOLDER / "base", _FOLDER / "root"
    if not (base / "etc" / "debian_version").is_file():
        remove_root(base)
        part = base.with_name("base.part")
        remove_root(part)
        part.parent.mkdir(parents=True, exist_ok=True)
        with step("Fetching a clean root with debootstrap"):
            run_condensed(
                ["debootstrap", "--variant=minbase", _RELEASE, part],
                failure="The clean root could not be made",
            )
        part.rename(base)
    remove_root(root)
    run_condensed(["cp", "--archive", base, root], failure="The clean root could not be copied")
    return root


def _install(root: Path, package: Path) -> set[str]:
    """What it depends on by apt, itself by dpkg; returns the files before the second."""
    shutil.copyfile("/etc/resolv.conf", root / "etc" / "resolv.conf")
    copied = root / "root" / package.name
    shutil.copyfile(package, copied)
    depends = _field(package, "Depends")
    with step("Installing what the package depends on"):
        _in(root, "apt-get", "update", failure="apt-get could not update")
        quiet = ("--yes", "--no-install-recommends")
        _in(root, "apt-get", "satisfy", *quiet, depends, failure="apt-get could not install it")
    before = _files(root)
    with step(f"Installing {package.name}"):
        path = f"/{copied.relative_to(root)}"
        _in(root, "dpkg", "--install", path, failure="dpkg could not install it")
    return before


def _require_no_python(root: Path) -> None:
    found = [name for folder in ("usr/bin", "usr/local/bin") for name in _pythons(root / folder)]
    if found:
        raise ToolError(f"The clean root is not clean: it has {', '.join(found)}.")


def _pythons(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.glob("python*")) if folder.is_dir() else []


def _files(root: Path) -> set[str]:
    """Every file outside of what package managers write down for themselves."""
    kept = ("var/lib/dpkg", "var/log", "var/cache", "proc", "tmp")
    places = (path.relative_to(root).as_posix() for path in root.rglob("*"))
    return {place for place in places if not place.startswith(kept)}


def _field(package: Path, name: str) -> str:
    command = ["dpkg-deb", "--field", str(package), name]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _in(root: Path, *command: str, failure: str) -> None:
    env: Mapping[str, str] = {
        **{name: value for name, value in os.environ.items() if name.endswith("_proxy")},
        "DEBIAN_FRONTEND": "noninteractive",
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
        "LC_ALL": "C.UTF-8",
    }
    run_condensed(["chroot", root, *command], failure=failure, env=env)


def _built(pattern: str) -> Path:
    found = sorted((ROOT / "dist").glob(pattern), key=lambda file: file.stat().st_mtime)
    if not found:
        raise ToolError(f"There is no dist/{pattern}: run `packaging/dev.py build` first.")
    return found[-1]


def _may_change_root() -> bool:
    return system.is_linux() and os.geteuid() == 0 and bool(shutil.which("apt-get"))
