"""What is removed of the app's folders, what stays, and that an interruption costs nothing."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path

import pytest

from openeo_desktop.core.paths import AppPaths, profile_paths
from openeo_desktop.services.data_removal_files import (
    finish_removal,
    is_removal_ordered,
    own_folders,
    size_of,
    write_mark,
)


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    """A profile with something in each folder."""
    made = profile_paths(tmp_path / "profile")
    for name in ("data/logs/app.log", "data/history.sqlite3", "config/settings.json", "cache/a/b"):
        file = tmp_path / "profile" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("12345")
    return made


def test_nothing_happens_without_an_order(paths: AppPaths) -> None:
    assert not is_removal_ordered(paths)
    assert finish_removal(paths) is None
    assert paths.database.is_file()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"remove": "yes"}', "{}"])
def test_a_damaged_mark_orders_nothing(paths: AppPaths, text: str) -> None:
    (paths.data / "remove-data.json").write_text(text)
    assert finish_removal(paths) is None
    assert paths.database.is_file()


def test_everything_goes_and_downloads_stay(paths: AppPaths, tmp_path: Path) -> None:
    kept = paths.downloads / "job" / "result.tif"
    kept.parent.mkdir(parents=True)
    kept.write_text("x")
    write_mark(paths, [])
    removed = finish_removal(paths)
    assert removed is not None
    assert not removed.left
    assert [path for path in (tmp_path / "profile").rglob("*") if path.is_file()] == [kept]


def test_chosen_files_go_with_the_folders_that_are_empty_then(
    paths: AppPaths, tmp_path: Path
) -> None:
    odd = tmp_path / "results" / os.fsdecode(b"\xff.tif" if os.name == "posix" else b"x.tif")
    mine = tmp_path / "other" / "mine.txt"
    ours = tmp_path / "other" / "ours.tif"
    for file in (odd, mine, ours):
        file.parent.mkdir(exist_ok=True)
        file.write_text("x")
    write_mark(paths, [odd, ours, tmp_path / "never-there" / "x.tif", Path("relative.tif")])
    assert finish_removal(paths) is not None
    assert not odd.parent.exists()
    assert mine.is_file()
    assert not ours.exists()


def test_a_removal_that_was_interrupted_is_finished(paths: AppPaths) -> None:
    write_mark(paths, [])
    paths.database.unlink()  # it had come so far
    assert is_removal_ordered(paths)
    assert finish_removal(paths) is not None
    assert not paths.data.exists()
    assert not is_removal_ordered(paths)


@pytest.mark.skipif(os.name != "posix", reason="links of Unix")
def test_links_go_and_what_they_lead_to_stays(paths: AppPaths, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "mine.txt").write_text("mine")
    (paths.data / "link").symlink_to(outside)
    assert size_of([paths.data / "link"]) < 4096
    write_mark(paths, [])
    assert finish_removal(paths) is not None
    assert (outside / "mine.txt").is_file()


def test_folders_in_each_other_are_counted_once(tmp_path: Path) -> None:
    """As on Windows, where settings and data share a folder and the cache lies in it."""
    one = tmp_path / "app"
    paths = AppPaths(data=one, config=one, cache=one / "Cache", downloads=one / "Downloads")
    for folder in (one, paths.cache, paths.downloads):
        folder.mkdir()
        (folder / "file").write_text("12345")
    assert own_folders(paths) == (paths.cache, one)
    assert size_of(own_folders(paths)) == 15
    write_mark(paths, [])
    removed = finish_removal(paths)
    assert removed is not None
    assert not removed.left
    assert (paths.downloads / "file").is_file()
    assert not paths.cache.exists()


def test_what_cannot_be_removed_is_named(paths: AppPaths, tmp_path: Path) -> None:
    kept = dataclasses.replace(paths, downloads=paths.data / "sub" / "downloads")
    (kept.downloads / "job").mkdir(parents=True)
    write_mark(kept, [])
    removed = finish_removal(kept)
    assert removed is not None
    assert removed.left == (paths.data / "sub",)
