"""What a Linux desktop is told of the app: accepted by the desktops' own validators."""

from __future__ import annotations

import configparser
import os
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from devtool import desktop_files, system
from devtool.console import ToolError
from devtool.desktop_files import PICTURES, metainfo, project_version, write_desktop_files
from tests.support.source_tree import ROOT

linux = pytest.mark.skipif(not system.is_linux(), reason="the validators are those of Linux")
PLACE = "https://example.org/openeo-desktop/pictures"


@pytest.fixture
def share(tmp_path: Path) -> Path:
    return write_desktop_files(tmp_path, PLACE) / "share"


def _said(*command: str | Path) -> tuple[int, str]:
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


@linux
def test_the_menu_entry_is_valid(share: Path) -> None:
    file = share / "applications" / "org.openeo.Desktop.desktop"
    assert _said("desktop-file-validate", file) == (0, "")


@linux
@pytest.mark.parametrize("pictures_at", ["", PLACE])
def test_the_metadata_is_valid(tmp_path: Path, pictures_at: str) -> None:
    write_desktop_files(tmp_path, pictures_at)
    file = tmp_path / "share" / "metainfo" / "org.openeo.Desktop.metainfo.xml"
    code, said = _said("appstreamcli", "validate", "--no-net", file)
    assert code == 0, said
    assert not [line for line in said.splitlines() if line.startswith(("E:", "W:"))], said


@linux
def test_the_whole_tree_fits_together(tmp_path: Path) -> None:
    """Entry, metadata and file type name each other: checked as an installed tree."""
    write_desktop_files(tmp_path / "root" / "usr", PLACE)
    code, said = _said("appstreamcli", "validate-tree", "--no-net", tmp_path / "root")
    assert code == 0, said


@linux
def test_only_files_of_our_own_name_are_ours(share: Path) -> None:
    environment = {**os.environ, "XDG_DATA_HOME": str(share)}
    command = ["update-mime-database", str(share / "mime")]
    subprocess.run(command, check=True, capture_output=True, env=environment)
    globs = (share / "mime" / "globs2").read_text(encoding="utf-8").splitlines()
    named = [line for line in globs if not line.startswith("#")]
    assert named == ["60:application/vnd.openeo.process-graph+json:*.openeo.json"]
    below = (share / "mime" / "subclasses").read_text(encoding="utf-8")
    assert below == "application/vnd.openeo.process-graph+json application/json\n"


def test_the_entry_hands_over_one_address_to_the_command_of_the_package(share: Path) -> None:
    entry = configparser.ConfigParser(interpolation=None, strict=True)
    entry.read(share / "applications" / "org.openeo.Desktop.desktop", encoding="utf-8")
    values = entry["Desktop Entry"]
    assert values["Exec"] == "openeo-desktop %u"
    # Not application/json: desktops would open every such file with us, before any text editor.
    assert values["MimeType"].rstrip(";").split(";") == [
        "application/vnd.openeo.process-graph+json",
        "x-scheme-handler/openeo-desktop",
    ]


def test_the_metadata_names_this_version_and_pictures_that_are_there() -> None:
    root = ET.fromstring(metainfo(PLACE))
    newest = root.find("releases/release")
    assert newest is not None
    assert newest.get("version") == project_version()
    images = [image.text for image in root.iterfind("screenshots/screenshot/image")]
    assert images == [f"{PLACE}/{name}" for name in PICTURES]
    assert all((ROOT / "packaging" / "pictures" / name).is_file() for name in PICTURES)


def test_without_a_public_address_no_picture_is_promised() -> None:
    assert "<screenshot" not in metainfo()


def test_releases_come_from_the_changelog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "## [Unreleased]\n\n## [1.2.0] - 2027-03-01\n\n## [1.1.0] - 2027-01-05\n"
    (tmp_path / "CHANGELOG.md").write_text(text, encoding="utf-8")
    monkeypatch.setattr(desktop_files, "ROOT", tmp_path)
    releases = ET.fromstring(metainfo()).findall("releases/release")
    assert [(r.get("version"), r.get("date")) for r in releases] == [
        ("1.2.0", "2027-03-01"),
        ("1.1.0", "2027-01-05"),
    ]


@pytest.mark.parametrize("address", ["http://example.org/x", "file:///etc", 'https://a/"><x'])
def test_pictures_come_by_https_alone(tmp_path: Path, address: str) -> None:
    with pytest.raises(ToolError, match="https"):
        write_desktop_files(tmp_path, address)
