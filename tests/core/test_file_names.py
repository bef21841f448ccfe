"""Names made of foreign text: safe on three systems at once, told apart, never outside."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

import pytest

from openeo_desktop.core.file_names import MAX_BYTES, safe_file_name, unique_names

EVIL = [
    "..", ".", "", "/etc/passwd", "..\\..\\x", "a/../../b", "C:\\x", "con", "CON.tif", "aux .tif",
    "LPT9_.", "nul.", "com¹.txt", "x\x00y", "x\ny", "\u202egnp.exe", "trailing. ", " .hidden",
    "a:b", "<>|?*\"", "~", "-rf", "\ud800", "é" * 300, "x" * 999 + ".tif", "a." + "b" * 400,
]  # fmt: skip


@pytest.mark.parametrize("raw", EVIL)
def test_evil_names_become_one_harmless_segment(raw: str, tmp_path: Path) -> None:
    name = safe_file_name(raw, "image/tiff")
    assert name
    assert len(name.encode()) <= MAX_BYTES
    assert (tmp_path / name).resolve().parent == tmp_path.resolve()
    assert PureWindowsPath(name).name == name
    assert not PureWindowsPath(name).is_reserved()
    assert name.rstrip(". ") == name
    assert all(ord(char) >= 32 for char in name)
    (tmp_path / name).write_bytes(b"x")


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("map.LNK", "map.LNK.download"),
        ("x.url", "x.url.download"),
        ("x.scf .", "x.scf.download"),
        ("a.library-ms", "a.library-ms.download"),
        ("x.{645FF040-5081-101B-9F08-00AA002F954E}",
         "x.{645FF040-5081-101B-9F08-00AA002F954E}.download"),
        ("Desktop.ini", "_Desktop.ini"),
        ("url.tif", "url.tif"),
    ],
)  # fmt: skip
def test_nothing_is_followed_because_its_folder_is_looked_at(raw: str, name: str) -> None:
    assert safe_file_name(raw) == name
    assert safe_file_name(name) == name


def test_long_names_keep_their_extension() -> None:
    assert safe_file_name("x" * 999 + ".tif").endswith("x.tif")


def test_missing_extension_comes_from_the_media_type() -> None:
    assert safe_file_name("out", "image/tiff; application=geotiff") == "out.tif"
    assert safe_file_name("out.dat", "image/tiff") == "out.dat"
    assert safe_file_name("out", "application/x-unknown") == "out"


def test_names_that_meet_on_any_system_are_told_apart() -> None:
    assert unique_names(["a.tif", "A.TIF", "a.tif", "ß", "SS"]) == [
        "a.tif", "A (2).TIF", "a (3).tif", "ß", "SS (2)",
    ]  # fmt: skip
