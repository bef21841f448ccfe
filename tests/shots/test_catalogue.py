"""The catalogue itself: every module can be imported, every picture has a name of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from openeo_desktop.ui.look.tokens import DARK, LIGHT
from tests.shots.__main__ import main
from tests.shots.catalogue import collect


def test_every_module_is_collected() -> None:
    shots, failures = collect()
    assert failures == []
    assert {"new-job-empty", "account-start", "bug-report"} <= {shot.name for shot in shots}


def test_pictures_are_taken_in_both_schemes(qtbot: QtBot, tmp_path: Path) -> None:
    assert main(["--out", str(tmp_path), "--only", "bug-report"]) == 0
    for scheme, tokens in (("light", LIGHT), ("dark", DARK)):
        picture = QImage(str(tmp_path / f"bug-report-{scheme}.png"))
        assert (picture.width(), picture.height()) == (640, 420)
        assert picture.pixelColor(2, 2).name().upper() == tokens.surface
        assert (tmp_path / f"sheet-{scheme}.png").exists()
    assert "bug-report-dark.png" in (tmp_path / "index.html").read_text("utf-8")
