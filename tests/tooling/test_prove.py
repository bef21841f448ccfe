"""`dev.py prove`: what counts as a difference between two builds, and what it refuses."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from devtool.console import ToolError
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
