"""The menu «Open with»: what it offers for which file, and why an entry is disabled."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from openeo_desktop.preview.values import Band, RasterLayer
from openeo_desktop.ui.preview.open_with import Opening, fill_open_with

LAYER = RasterLayer("NDVI", 2, 2, (Band(1, "", "float32"),), (1.0, 0.0, 0.0, 0.0, -1.0, 0.0))


class Desk:
    """A person's pane: what was opened by the system."""

    def __init__(self) -> None:
        self.opened: list[Path] = []
        self.menu = QMenu()

    def open(self, paths: Sequence[Path]) -> None:
        self.opened += paths


@pytest.fixture
def desk() -> Desk:
    return Desk()


def _run(act: Callable[[], object]) -> None:
    act()


def _menu(
    qtbot: QtBot, desk: Desk, *paths: Path, why: str = "", layer: RasterLayer | None = None
) -> list[QAction]:
    menu = desk.menu
    qtbot.addWidget(menu)
    scratch = paths[0].parent / "scratch" if paths else Path()
    fill_open_with(menu, Opening(paths, why, _run, desk.open, scratch, layer))
    return menu.actions()


@pytest.fixture
def qgis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A staged QGIS in the PATH; the file holds what it was started with."""
    if sys.platform != "linux":
        pytest.skip("a script in the PATH is QGIS on Linux alone")
    folder, said = tmp_path / "bin", tmp_path / "argv.txt"
    folder.mkdir()
    program = folder / "qgis"
    program.write_text(
        f"#!{sys.executable}\nimport os, sys\nopen({str(said) + '.part'!r}, 'w').write("
        f"'\\n'.join(sys.argv[1:]))\nos.replace({str(said) + '.part'!r}, {str(said)!r})\n",
        "utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return said


def test_qgis_gets_the_file(qtbot: QtBot, desk: Desk, qgis: Path, tmp_path: Path) -> None:
    path = tmp_path / "-a b.tif"
    path.write_bytes(b"II*\0")
    action, *_others = _menu(qtbot, desk, path)
    assert action.isEnabled()
    action.trigger()
    qtbot.waitUntil(qgis.exists)
    assert qgis.read_text("utf-8") == str(path)


def test_without_qgis_the_entry_says_so(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    action, system, _snippet = _menu(qtbot, desk, tmp_path / "a.tif")
    assert not action.isEnabled()
    assert "not found" in action.statusTip()
    assert system.isEnabled()


def test_what_is_no_map_says_so(qtbot: QtBot, desk: Desk, qgis: Path, tmp_path: Path) -> None:
    action, system, copied = _menu(qtbot, desk, tmp_path / "notes.zip")
    assert action.statusTip() == "QGIS is for maps: this file is none."
    assert system.isEnabled()
    assert copied.statusTip() == "There is no common library for this kind of file."
    assert not qgis.exists()


def test_what_is_not_here_opens_nowhere(qtbot: QtBot, desk: Desk) -> None:
    actions = _menu(qtbot, desk, why="Download it first.")
    assert [action.isEnabled() for action in actions] == [False] * 3
    assert {action.statusTip() for action in actions} == {"Download it first."}


def test_the_system_opens_what_is_chosen(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    _menu(qtbot, desk, tmp_path / "a.tif", tmp_path / "b.tif")[1].trigger()
    assert desk.opened == [tmp_path / "a.tif", tmp_path / "b.tif"]


def test_the_lines_for_a_notebook_are_copied(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    _menu(qtbot, desk, tmp_path / "a.nc", layer=LAYER)[2].trigger()
    assert "xarray.open_dataset" in QGuiApplication.clipboard().text()
    assert "['NDVI']" in QGuiApplication.clipboard().text()


def test_the_chosen_variable_is_named(qtbot: QtBot, desk: Desk, qgis: Path, tmp_path: Path) -> None:
    assert _menu(qtbot, desk, tmp_path / "a.nc", layer=LAYER)[0].text() == (
        "&QGIS, variable «NDVI»"
    )
    assert _menu(qtbot, desk, tmp_path / "a.tif", layer=LAYER)[0].text() == "&QGIS"
    assert not qgis.exists()
