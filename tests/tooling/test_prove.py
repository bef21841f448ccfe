"""`dev.py prove`: what counts as a difference between two builds, and what it refuses."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from devtool.console import ToolError
from devtool.mounts import remove_root
from devtool.prove import prove
from devtool.prove_same import differences


def _built(folder: Path) -> Path:
    internal = folder / "build" / "bundle" / "openeo-desktop" / "_internal"
    internal.mkdir(parents=True)
    (folder / "dist").mkdir()
    (folder / "dist" / "one.whl").write_bytes(b"wheel")
    (internal / "libone.so").write_bytes(b"library")
    return folder


def test_equal_builds_have_no_differences(tmp_path: Path) -> None:
    assert differences(_built(tmp_path / "a"), _built(tmp_path / "b")) == set()


LIBRARY = "build/bundle/openeo-desktop/_internal/libone.so"


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda folder: (folder / "dist" / "one.whl").write_bytes(b"other"), "dist/one.whl"),
        (lambda folder: (folder / "dist" / "two.whl").write_bytes(b""), "dist/two.whl"),
        (lambda folder: (folder / LIBRARY).unlink(), LIBRARY),
        pytest.param(
            lambda folder: (folder / LIBRARY).chmod(0o755),
            LIBRARY,
            marks=pytest.mark.skipif(sys.platform == "win32", reason="no such rights there"),
        ),
    ],
)
def test_each_difference_is_named(
    change: Callable[[Path], object], place: str, tmp_path: Path
) -> None:
    first, second = _built(tmp_path / "a"), _built(tmp_path / "b")
    (second / LIBRARY).chmod(0o644)
    change(second)
    (first / LIBRARY).chmod(0o644)
    assert differences(first, second) == {place}


def test_an_unknown_proof_is_refused() -> None:
    with pytest.raises(ToolError, match="not rpm"):
        prove(["rpm"])


def test_a_root_in_which_something_is_mounted_is_not_removed(tmp_path: Path) -> None:
    """debootstrap was killed: what hangs in there is the computer's own."""
    root = tmp_path / "a root"
    (root / "proc").mkdir(parents=True)
    mounts = tmp_path / "mountinfo"
    place = str(root / "proc").replace(" ", "\\040")
    mounts.write_text(f"36 35 98:0 / / rw - ext4 x rw\n37 36 0:5 / {place} rw - proc proc rw\n")
    with pytest.raises(ToolError, match=r"umount .*a root/proc"):
        remove_root(root, mounts)
    assert root.is_dir()
    mounts.write_text("36 35 98:0 / / rw - ext4 x rw\n")
    remove_root(root, mounts)
    assert not root.exists()
