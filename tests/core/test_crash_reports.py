"""Crash reports: what counts as a crash, what is in the report, how many are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from openeo_desktop.core.crash_reports import (
    MAX_CHARS,
    MOST,
    CrashReport,
    CrashWatch,
    find_crash,
    keep_bug,
    keep_crash,
    kept_reports,
    note_offered,
)
from openeo_desktop.core.paths import AppPaths, profile_paths

ABOUT = "openEO Desktop 9.9.9\nLinux\nStarted 2026-11-23 05:00:00Z\n"
SEGFAULT = (
    "Fatal Python error: Segmentation fault\n\n"
    "Thread 0x01 (most recent call first):\n"
    '  File "/app/openeo_desktop/services/lanes.py", line 49 in _work\n\n'
    "Thread 0x02 (most recent call first):\n"
    '  File "/app/openeo_desktop/api/jobs.py", line 7 in list_jobs\n\n'
    "Current thread 0x03 (most recent call first):\n"
    '  File "{home}/app/openeo_desktop/ui/map/map_view.py", line {line} in {function}\n'
    '  File "{home}/app/openeo_desktop/app.py", line 122 in run_window\n'
)


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    made = profile_paths(tmp_path)
    made.make_folders()
    return made


def _ended(paths: AppPaths, trace: str) -> None:
    """A run that left this behind."""
    paths.crashes.mkdir(exist_ok=True)
    mark = "\n--- from here on by faulthandler ---\n"
    (paths.crashes / "running-4711.txt").write_text(f"{ABOUT}{mark}{trace}", "utf-8")


def _segfault(line: int = 10, function: str = "paintEvent") -> str:
    return SEGFAULT.format(home=Path.home(), line=line, function=function)


def _found(paths: AppPaths, trace: str) -> CrashReport:
    _ended(paths, trace)
    report = find_crash(paths)
    assert report is not None
    return report


def test_nothing_is_found_before_the_first_start(paths: AppPaths) -> None:
    assert find_crash(paths) is None
    assert not paths.crashes.exists()


@pytest.mark.parametrize(
    "trace",
    ["", "\n", "Windows fatal exception: code 0x8001010d\n\nCurrent thread 0x01:\n  no frame\n"],
    ids=["killed", "killed-later", "caught-by-windows"],
)
def test_what_is_no_crash_leaves_nothing(paths: AppPaths, trace: str) -> None:
    _ended(paths, trace)
    assert find_crash(paths) is None
    assert list(paths.crashes.iterdir()) == []


@pytest.mark.parametrize(
    ("trace", "what"),
    [
        (_segfault(), "Segmentation fault"),
        ("Fatal Python error: Aborted\n\n", "Aborted"),
        ("Windows fatal exception: access violation\n\n", "access violation"),
    ],
)
def test_a_crash_is_told_until_it_was_offered(paths: AppPaths, trace: str, what: str) -> None:
    report = _found(paths, trace)
    assert report.what == what
    assert report.text.startswith("openEO Desktop 9.9.9\n")
    again = find_crash(paths)
    assert again is not None
    assert again.text == report.text
    note_offered(again)
    assert find_crash(paths) is None
    assert len(kept_reports(paths)) == 1


def test_the_thread_that_crashed_stands_first(paths: AppPaths) -> None:
    text = _found(paths, _segfault()).text
    assert text.index("Current thread") < text.index("list_jobs")
    assert "lanes.py" not in text


def test_neither_secret_nor_home_is_in_it(paths: AppPaths) -> None:
    (paths.logs / "openeo-desktop.log").write_text(
        f"INFO {Path.home()}/x\nGET https://a.example/r?sig=c4n4ry\nAuthorization: Bearer c4n4ry\n"
    )
    text = _found(paths, _segfault()).text
    assert "https://a.example/r" in text
    assert "c4n4ry" not in text
    assert str(Path.home()) not in text


def test_the_same_crash_is_known_again(paths: AppPaths) -> None:
    first = _found(paths, _segfault(line=10)).kind
    assert _found(paths, _segfault(line=11)).kind == first
    assert _found(paths, _segfault(function="wheelEvent")).kind != first


def test_an_error_that_ended_the_app_is_offered_and_a_bug_is_not(paths: AppPaths) -> None:
    trace = 'Traceback\n  File "a.py", line 1, in f\n    g()\nbuiltins.ValueError: token=c4n4ry\n'
    keep_bug(paths, trace)
    assert find_crash(paths) is None
    keep_crash(paths, trace)
    report = find_crash(paths)
    assert report is not None
    assert report.what == "builtins.ValueError"
    assert "c4n4ry" not in report.text


def test_only_the_last_ones_are_kept_and_none_is_long(paths: AppPaths) -> None:
    for number in range(MOST + 5):
        keep_bug(paths, f"number {number:02} {'x' * 2 * MAX_CHARS}")
    kept = kept_reports(paths)
    assert len(kept) == MOST
    assert kept[0].read_text("utf-8").startswith(f"number {MOST + 4}")
    assert max(len(file.read_text("utf-8")) for file in kept) == MAX_CHARS


def test_a_folder_that_cannot_be_written_stops_nothing(paths: AppPaths) -> None:
    paths.crashes.write_text("a file", "utf-8")
    assert find_crash(paths) is None
    keep_crash(paths, "a report")
    watch = CrashWatch(paths, "about")
    watch.start()
    watch.stop()
    assert paths.crashes.read_text("utf-8") == "a file"
