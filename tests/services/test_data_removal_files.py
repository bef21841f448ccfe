"""What is removed of the app's folders, what stays, and that an interruption costs nothing."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from openeo_desktop.core.paths import AppPaths, profile_paths
from openeo_desktop.services.data_removal_files import (
    finish_removal,
    is_removal_ordered,
    size_of,
    write_mark,
)
from openeo_desktop.services.data_removal_parts import own_folders, own_parts

_OURS = (
    "data/logs/openeo-desktop.log.1",
    "data/history.sqlite3",
    "data/history.before-2.sqlite3",
    "data/local/jobs/j-1/results/a.tif",
    "data/local-back-end/env-1/bin/python",
    "data/locks/refresh-0123.lock",
    "config/settings.json",
    "cache/ahead/1/file.json",
)


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    """A profile with something in each folder."""
    made = profile_paths(tmp_path / "profile")
    for name in _OURS:
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
@pytest.mark.parametrize("name", ["data/local-back-end", "data/local/jobs", "cache/ahead"])
def test_links_go_and_what_they_lead_to_stays(paths: AppPaths, tmp_path: Path, name: str) -> None:
    link = tmp_path / "profile" / name
    outside = tmp_path / "outside"
    shutil.rmtree(link)
    outside.mkdir()
    (outside / "mine.txt").write_text("mine")
    link.symlink_to(outside)
    assert size_of([link]) < 4096
    write_mark(paths, [])
    assert finish_removal(paths) is not None
    assert (outside / "mine.txt").is_file()
    assert not paths.profile or not paths.profile.exists()


def test_what_was_in_the_folder_of_the_profile_before_stays(
    paths: AppPaths, tmp_path: Path
) -> None:
    """A profile in the folder of a project that has a `data` of its own."""
    names = ("data/rasters/a.tif", "data/logs/run.log", "data/local/notes.txt", "data/history.txt")
    names += ("config/site.yaml", "cache/tiles/1.png", "data/crashes/cars.txt")
    files = {tmp_path / "profile" / name for name in names}
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("mine")
    assert size_of(own_parts(paths)) == 5 * len(_OURS)
    write_mark(paths, [])
    removed = finish_removal(paths)
    assert removed is not None
    assert not removed.left
    assert {path for path in (tmp_path / "profile").rglob("*") if path.is_file()} == files


def test_nothing_of_the_system_folders_stays(tmp_path: Path) -> None:
    """They are the app's alone: what an earlier version left there goes as well."""
    paths = _system_paths(tmp_path)
    (paths.data / "of-an-earlier-version").mkdir()
    write_mark(paths, [])
    assert finish_removal(paths) is not None
    assert not paths.data.exists()


def test_downloads_that_stay_do_so_in_a_folder_of_the_app(tmp_path: Path) -> None:
    paths = _system_paths(tmp_path)
    kept = paths.data / "results" / "job" / "a.tif"
    kept.parent.mkdir(parents=True)
    for file in (kept, kept.with_name("b.tif")):
        file.write_text("x")
    write_mark(paths, [], keep=[kept])
    removed = finish_removal(paths)
    assert removed is not None
    assert not removed.left
    assert [path for path in paths.data.rglob("*") if path.is_file()] == [kept]


def test_a_folder_that_every_home_has_stays_though_it_is_empty_then(
    paths: AppPaths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    files = [tmp_path / "home" / name for name in ("Desktop/a.tif", "Desktop/job/b.tif", "c.tif")]
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
    write_mark(paths, files)
    assert finish_removal(paths) is not None
    assert [path.name for path in (tmp_path / "home").rglob("*")] == ["Desktop"]


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


def test_what_cannot_be_removed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = _system_paths(tmp_path)
    held = paths.data / "held"
    (held / "inside").mkdir(parents=True)
    monkeypatch.setattr(shutil, "rmtree", lambda *_path, **_options: None)
    write_mark(paths, [])
    removed = finish_removal(paths)
    assert removed is not None
    assert removed.left == (held,)


def _system_paths(folder: Path) -> AppPaths:
    """As on Linux, with something in the data."""
    made = AppPaths(folder / "data", folder / "config", folder / "cache", folder / "Downloads")
    made.data.mkdir()
    made.database.write_text("12345")
    return made
