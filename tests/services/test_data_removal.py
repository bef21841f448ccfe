"""What is ordered to be removed: which downloads are ours, and the entry for log-in."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.downloads import Download, DownloadId, DownloadState
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.services.autostart import Autostart
from openeo_desktop.services.autostart_files import XdgEntry
from openeo_desktop.services.data_removal import DataRemoval, DataUse
from openeo_desktop.services.data_removal_files import finish_removal, is_removal_ordered
from openeo_desktop.store import downloads as store
from tests.support.service_runs import opened, run

JOB = JobKey(AccountId("a"), JobId("j-1"))


def _download(path: Path, state: DownloadState) -> Download:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("result")
    return Download(DownloadId(0), JOB, path.name, path, state)


def _autostart(tmp_path: Path) -> Autostart:
    return Autostart(XdgEntry(tmp_path / "autostart"), ("/usr/bin/openeo-desktop", "--background"))


def _look(tmp_path: Path, *downloads: Download) -> DataUse:
    async def work() -> DataUse:
        async with opened(profile_paths(tmp_path / "profile")) as services:
            added = await services.history.call(store.add_downloads, downloads)
            sizes = [replace(row, done=one.done) for row, one in zip(added, downloads, strict=True)]
            await services.history.call(store.save_downloads, sizes)
            return await DataRemoval(services, _autostart(tmp_path)).look()

    return run(work())


def test_only_what_arrived_whole_and_what_lies_beside_it_is_ours(tmp_path: Path) -> None:
    folder = tmp_path / "results"
    whole = _download(folder / "whole.tif", DownloadState.DONE)
    # It stood there before: the app has not written it.
    other = _download(folder / "other.tif", DownloadState.QUEUED)
    other.part_path.write_text("half")
    (folder / "job.json").write_text(json.dumps({"id": "j-1"}))
    (folder / "notes.txt").write_text("mine")
    use = _look(tmp_path, whole, other)
    assert set(use.files) == {whole.path, other.part_path, folder / "job.json"}
    assert use.file_bytes == sum(path.stat().st_size for path in use.files)


def test_a_file_that_was_changed_since_it_came_is_the_work_of_the_person(tmp_path: Path) -> None:
    folder = tmp_path / "results"
    same = replace(_download(folder / "same.csv", DownloadState.DONE), done=6)
    edited = replace(_download(folder / "edited.csv", DownloadState.DONE), done=6)
    edited.path.write_text("result, and what it means")
    assert _look(tmp_path, same, edited).files == (same.path,)


def test_the_metadata_of_another_job_stays(tmp_path: Path) -> None:
    whole = _download(tmp_path / "results" / "whole.tif", DownloadState.DONE)
    (tmp_path / "results" / "job.json").write_text(json.dumps({"id": "another"}))
    assert _look(tmp_path, whole).files == (whole.path,)


def test_the_entry_for_log_in_goes_and_the_folders_when_the_app_has_ended(tmp_path: Path) -> None:
    paths = profile_paths(tmp_path / "profile")
    autostart = _autostart(tmp_path)
    assert autostart.switch(on=True).is_on

    async def work() -> None:
        async with opened(paths) as services:
            removal = DataRemoval(services, autostart)
            use = await removal.look()
            assert use.at_log_in
            assert use.own > 0
            await removal.begin(use, downloads=False)
            assert paths.database.is_file()

    run(work())
    assert not autostart.state().is_on
    assert is_removal_ordered(paths)
    assert finish_removal(paths) is not None
    assert not (tmp_path / "profile").exists()
