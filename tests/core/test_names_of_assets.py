"""Thousands of generated asset keys: one harmless name each, on three systems at once."""

from __future__ import annotations

import unicodedata
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openeo_desktop.core.assets import Asset
from openeo_desktop.core.file_names import MAX_BYTES
from openeo_desktop.services.result_folder import file_names

EVIL = (
    "..", ".", "", " ", "/etc/passwd", "..\\..\\x", "a/../../b", "C:\\x", "\\\\server\\share\\x",
    "con", "CON.tif", "aux .tif", "LPT9_.", "nul.", "com¹.txt", "COM0", "conin$", "x\0y.tif",
    "x\ny", "\u202egnp.exe", "trailing. ", " .hidden", "a:b", "a/b", 'q<>|?*"', "~", "-rf",
    "\ud800", "é", "e\u0301", "ﬁ", "fi", "ß", "SS", "ı", "I", "i", "ſ", "s", "K", "K", "é" * 300,
    "x" * 999 + ".tif", "a." + "b" * 400, "job.json", "JOB-RESULTS.JSON", "a.tif.0123abcd.part",
    "a#b%20.tif", "a%2fb", "a?b=c", "x.tif::$DATA", "desktop.ini", ".", "...", "a..tif", "ａ", "a",
)  # fmt: skip
DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"
}
WINDOWS_FORBIDS = set('<>:"/\\|?*')
EXTENSIONS = ("tif", "nc", "json", "csv", "png", "tar.gz")

_key = st.one_of(
    st.text(max_size=20),
    st.text(alphabet="ab/\\.: \u0301é\u202e\0CcOoNn1", max_size=12),
    st.sampled_from(EVIL),
    st.tuples(st.text(min_size=1, max_size=20), st.sampled_from(EXTENSIONS)).map(".".join),
)


def _meets(name: str) -> set[str]:
    """What the name is to each system: NTFS by upper case, APFS by folding, ext4 as it is."""
    folded = unicodedata.normalize("NFD", name).casefold()
    return {f"ntfs {name.upper()}", f"apfs {folded}", f"ext4 {name}"}


def _check_windows(name: str, folder: PureWindowsPath) -> None:
    assert not WINDOWS_FORBIDS & set(name)
    assert name.rstrip(" .") == name
    assert name.split(".", maxsplit=1)[0].strip().lower() not in DEVICES - {"com0", "lpt0"}
    assert (folder / name).parent == folder
    assert PureWindowsPath(name).name == name
    assert not PureWindowsPath(name).drive


def _check_posix(name: str, folder: PurePosixPath) -> None:
    assert name not in ("", ".", "..")
    assert "/" not in name
    assert len(name.encode()) <= MAX_BYTES + len(" (9999)")
    assert (folder / name).parent == folder


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.lists(_key, min_size=25, max_size=40, unique=True))
def test_every_key_has_a_name_of_its_own_inside(keys: list[str]) -> None:
    """200 times 25 and more: over 5,000 keys."""
    names = file_names([Asset(key, "") for key in keys], ["taken.tif"])
    assert set(names) == set(keys)
    seen: set[str] = {"ext4 job.json", "ntfs JOB.JSON", "ntfs JOB-RESULTS.JSON", "ntfs TAKEN.TIF"}
    for name in names.values():
        _check_windows(name, PureWindowsPath(r"C:\Users\x\Downloads\job"))
        _check_posix(name, PurePosixPath("/srv/x/job"))
        assert all(unicodedata.category(char)[0] != "C" for char in name)
        assert not seen & _meets(name)
        seen |= _meets(name)


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(st.text(min_size=1, max_size=250), st.sampled_from(EXTENSIONS))
def test_the_extension_is_kept(stem: str, extension: str) -> None:
    (name,) = file_names([Asset(f"{stem}.{extension}", "")], []).values()
    assert name.endswith(f".{extension.rpartition('.')[2]}")


def test_all_evil_ones_at_once_on_a_real_disk(tmp_path: Path) -> None:
    keys = list(dict.fromkeys(EVIL))
    names = file_names([Asset(key, "") for key in keys], [])
    for name in names.values():
        with (tmp_path / name).open("xb"):
            pass
    assert {path.name for path in tmp_path.iterdir()} == set(names.values())
    assert len(names) == len(keys)


@pytest.mark.parametrize(
    ("key", "media_type", "name"),
    [
        ("result", "image/tiff; application=geotiff", "result.tif"),
        ("v1.2", "application/x-netcdf", "v1.2.nc"),
        ("2024.06", "text/csv", "2024.06.csv"),
        ("a.dat", "image/tiff", "a.dat"),
        ("folder/a.tif", "", "a.tif"),
        ("a.tif.0123abcd.part", "", "a.tif.0123abcd.part_"),
    ],
)
def test_names_in_full(key: str, media_type: str, name: str) -> None:
    assert list(file_names([Asset(key, "", media_type=media_type)], []).values()) == [name]
