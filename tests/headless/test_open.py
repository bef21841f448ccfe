"""What a desktop hands to the app: paths, addresses of files, links; and what is no such thing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from openeo_desktop import cli


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """With what the window would have been opened."""
    starts: list[dict[str, Any]] = []

    def run_window(_paths: object, **given: Any) -> int:
        starts.append({name: value for name, value in given.items() if value})
        return 0

    monkeypatch.setattr(cli, "_run_window", run_window)
    return starts


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "ünï code.openeo.json"
    made.write_text("{}")
    return made


def test_a_path_is_opened(started: list[dict[str, Any]], file: Path) -> None:
    assert cli.main([str(file)]) == 0
    assert started == [{"file": file}]


def test_the_address_of_a_file_is_opened_as_desktops_hand_it_over(
    started: list[dict[str, Any]], file: Path
) -> None:
    assert "%20" in file.as_uri()
    assert cli.main([file.as_uri()]) == 0
    assert started == [{"file": file}]


def test_a_file_of_another_computer_is_refused(
    started: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["file://elsewhere/tmp/x.json"]) == 2
    assert "not a file of this computer" in capsys.readouterr().err
    assert not started


@pytest.mark.parametrize(
    "link", ["openeo-desktop://job/example.org/j-1", "OPENEO-DESKTOP://start", "openeo-desktop:"]
)
def test_a_link_goes_to_the_window_which_says_what_is_wrong(
    started: list[dict[str, Any]], link: str
) -> None:
    assert cli.main([link]) == 0
    assert started == [{"link": link}]


def test_a_link_after_options_is_one_too(started: list[dict[str, Any]], tmp_path: Path) -> None:
    link = "openeo-desktop://job/example.org/j-1"
    assert cli.main(["--profile", str(tmp_path), link]) == 0
    assert started == [{"link": link}]
