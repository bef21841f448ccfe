"""`dev.py build`: names, versions, sums, contents of what is made; equal bytes for one commit."""

from __future__ import annotations

import hashlib
import shutil
import sys
import tarfile
from pathlib import Path

import pytest

from devtool import build
from devtool.build_deb import debian_version
from devtool.build_depends import ALWAYS, depends
from devtool.build_tarball import make_tarball
from devtool.console import ToolError
from devtool.desktop_files import project_version

EPOCH = 1_700_000_000
needs_readelf = pytest.mark.skipif(not shutil.which("readelf"), reason="binutils is not installed")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """As PyInstaller leaves it, in small."""
    folder = tmp_path / "bundle" / "openeo-desktop"
    (folder / "_internal").mkdir(parents=True)
    (folder / "openeo-desktop").write_bytes(b"program")
    (folder / "openeo-desktop").chmod(0o775)
    (folder / "_internal" / "libone.so.1").write_bytes(b"library")
    (folder / "_internal" / "libone.so").symlink_to("libone.so.1")
    return folder


def test_debian_sorts_versions_as_python_does() -> None:
    assert debian_version("1.2.3") == "1.2.3"
    assert debian_version("1.0rc1") == "1.0~rc1"
    assert debian_version("1.0.dev4") == "1.0~dev4"


def test_the_sums_are_those_of_the_files(tmp_path: Path) -> None:
    (tmp_path / "two.deb").write_bytes(b"two")
    (tmp_path / "one.whl").write_bytes(b"one")
    build.write_sums(tmp_path)
    sums = build.write_sums(tmp_path)  # again: not the sum of the sums
    assert sums.read_text("utf-8").splitlines() == [
        f"{hashlib.sha256(b'one').hexdigest()}  one.whl",
        f"{hashlib.sha256(b'two').hexdigest()}  two.deb",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="it is made on Linux alone")
def test_two_tarballs_of_one_commit_are_equal(bundle: Path, tmp_path: Path) -> None:
    made = []
    for name in ("here", "there"):
        out = tmp_path / name
        out.mkdir()
        made.append(
            make_tarball(bundle, out, tmp_path / f"{name}-work", EPOCH, Path(sys.executable))
        )
    first, second = made
    assert first.name.startswith(f"openeo-desktop-{project_version()}-linux-")
    assert first.read_bytes() == second.read_bytes()
    with tarfile.open(first) as archive:
        members = {member.name.partition("/")[2]: member for member in archive.getmembers()}
    assert {(member.uid, member.uname, member.mtime) for member in members.values()} == {
        (0, "root", EPOCH)
    }
    assert members["openeo-desktop"].mode == 0o755
    assert members["_internal/libone.so.1"].mode == 0o644
    assert members["_internal/libone.so"].issym()
    assert "share/applications/org.openeo.Desktop.desktop" in members


@needs_readelf
def test_the_package_asks_for_what_the_app_links_to(tmp_path: Path) -> None:
    shutil.copy(_library_of_python(), tmp_path)
    asked = depends(tmp_path)
    assert asked == sorted(asked)
    assert set(ALWAYS) <= set(asked)
    assert any(package.startswith("libc6 (>= 2.") for package in asked)


@needs_readelf
def test_a_library_of_no_known_package_stops_the_build(tmp_path: Path) -> None:
    content = Path(_library_of_python()).read_bytes()
    renamed = content.replace(b"libc.so.6\0", b"libq.so.6\0")
    assert renamed != content
    (tmp_path / "module.so").write_bytes(renamed)
    with pytest.raises(ToolError, match=r"libq\.so\.6"):
        depends(tmp_path)


@pytest.mark.parametrize("words", [["rpm"], ["deb", "rpm"]])
def test_an_unknown_part_is_refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        build.build(words)
    assert "there is no rpm" in capsys.readouterr().err


def _library_of_python() -> str:
    """A small real one, whatever Python this is."""
    import _cffi_backend

    return str(_cffi_backend.__file__)
