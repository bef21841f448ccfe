"""Mounts are found where they are, by the kernel's list and by looking."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from openeo_desktop.core import mounts
from openeo_desktop.core.mounts import mounts_below
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.services.data_removal_files import finish_removal, write_mark


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path]:
    """A folder of somebody else's, mounted into the app's data under a name with a blank."""
    theirs = tmp_path / "theirs"
    point = tmp_path / "profile" / "data" / "local" / "jobs" / "my files"
    theirs.mkdir()
    (theirs / "thesis.tex").write_text("years of work")
    point.mkdir(parents=True)
    command = ["mount", "--bind", str(theirs), str(point)]
    if sys.platform != "linux" or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("mounting needs Linux and root")
    try:
        yield point
    finally:
        subprocess.run(["umount", str(point)], check=True)


def test_removing_all_data_stops_at_a_mount(tmp_path: Path, mounted: Path) -> None:
    paths = profile_paths(tmp_path / "profile")
    beside = paths.data / "local" / "jobs" / "a.tif"
    beside.parent.mkdir(exist_ok=True)
    beside.write_text("x")
    write_mark(paths, [])
    removed = finish_removal(paths)
    assert removed is not None
    assert (tmp_path / "theirs" / "thesis.tex").read_text() == "years of work"
    assert (mounted / "thesis.tex").is_file()
    assert not beside.exists()


def test_folder_that_is_reached_by_a_link_tells_its_mounts(tmp_path: Path, mounted: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "profile")
    assert mounts_below([link]) == (link / mounted.relative_to(tmp_path / "profile"),)
    assert mounts_below([mounted]) == ()


def test_names_are_read_as_the_kernel_writes_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform != "linux":
        pytest.skip("only Linux has this list")
    base = tmp_path.resolve()
    listed = tmp_path / "mountinfo"
    lines = [f"42 27 254:0 / {base}/{name} rw - ext4 /dev/x rw" for name in (r"a\040b", r"c\134d")]
    listed.write_text("\n".join([*lines, "", "odd", f"1 2 3 / {base}x rw"]))
    monkeypatch.setattr(mounts, "MOUNTS", listed)
    assert mounts_below([tmp_path]) == (tmp_path / "a b", tmp_path / "c\\d")
    monkeypatch.setattr(mounts, "MOUNTS", tmp_path / "none")
    assert mounts_below([tmp_path]) == ()


def test_elsewhere_folders_are_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mounts.sys, "platform", "darwin")
    (tmp_path / "a" / "disk" / "inner").mkdir(parents=True)
    honest = Path.is_mount
    monkeypatch.setattr(Path, "is_mount", lambda path: path.name == "disk" or honest(path))
    assert mounts_below([tmp_path]) == (tmp_path / "a" / "disk",)
