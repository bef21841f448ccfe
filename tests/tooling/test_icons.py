"""The app's icon: drawn in every size that a system asks for, and read back by Qt."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageReader
from pytestqt.qtbot import QtBot

from devtool.console import ToolError
from devtool.icons import make_icons

SIDES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


@pytest.fixture(scope="module")
def icons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_icons(tmp_path_factory.mktemp("icons") / "drawn", Path(sys.executable))


def _image(folder: Path, side: int) -> QImage:
    return QImage(str(folder / "hicolor" / f"{side}x{side}" / "apps" / "org.openeo.Desktop.png"))


@pytest.mark.parametrize("side", SIDES)
def test_each_size_is_a_picture_of_its_own_size(icons: Path, side: int) -> None:
    image = _image(icons, side)
    assert (image.width(), image.height()) == (side, side)
    assert image.hasAlphaChannel()
    assert image.pixelColor(0, 0).alpha() < 40, "the corner is round, and seen through"


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("ground", ["#ffffff", "#1e2226"])
def test_it_stands_out_from_light_and_dark_backgrounds(icons: Path, side: int, ground: str) -> None:
    """Blue against the background, white against the blue: at least 3:1 (WCAG 2.2, 1.4.11)."""
    image = _image(icons, side)
    tile = image.pixelColor(side // 2, side // 8)
    white = max((image.pixelColor(x, y) for x in range(side) for y in range(side)), key=_luminance)
    assert _contrast(white, tile) >= 3
    assert _contrast(QColor(ground), tile) >= 3


def test_windows_and_macos_get_one_file_with_all_sizes(icons: Path, qapp: QGuiApplication) -> None:
    del qapp
    windows = QImageReader(str(icons / "app.ico"))
    assert _sides(windows) == {16, 20, 24, 32, 40, 48, 64, 128, 256}
    macos = icons / "app.icns"
    assert macos.read_bytes()[:4] == b"icns"
    assert int.from_bytes(macos.read_bytes()[4:8], "big") == macos.stat().st_size
    assert _sides(QImageReader(str(macos))) == {32, 64, 128, 256, 512, 1024}


def test_two_drawings_are_alike_to_the_byte(icons: Path, tmp_path: Path) -> None:
    again = make_icons(tmp_path, Path(sys.executable))
    first = {p.relative_to(icons): p.read_bytes() for p in icons.rglob("*") if p.is_file()}
    second = {p.relative_to(again): p.read_bytes() for p in again.rglob("*") if p.is_file()}
    assert first == second


def test_a_python_without_qt_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(ToolError, match="icons could not be drawn"):
        make_icons(tmp_path, tmp_path / "no-such-python")


def test_the_window_and_the_tray_get_the_simple_drawing_when_small(qtbot: QtBot) -> None:
    from openeo_desktop.ui.look.icons import app_icon

    del qtbot
    small, large = app_icon().pixmap(16, 16), app_icon().pixmap(128, 128)
    assert small.width() <= 32 < large.width()
    # The simple drawing fills its square; the other one has a margin.
    assert small.toImage().pixelColor(0, small.height() // 2).alpha() > 200
    assert large.toImage().pixelColor(0, large.height() // 2).alpha() == 0


def _sides(reader: QImageReader) -> set[int]:
    sides = set()
    for number in range(reader.imageCount()):
        assert reader.jumpToImage(number)
        sides.add(reader.read().width())
    return sides


def _luminance(color: QColor) -> float:
    parts = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
