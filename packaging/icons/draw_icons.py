"""Draws the app's icon in all sizes and in the containers of Windows and macOS: SVG in, files out.

A program for the app's own interpreter (`python draw_icons.py SOURCES TARGET`): it needs Qt's SVG
renderer and nothing else. Nothing it writes is kept in the repository.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

NAME = "org.openeo.Desktop"
LINUX_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Pixels; the folders of hicolor (Icon Theme Specification 0.13)."""
WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
MACOS_TYPES = {
    # Type code of the entry -> pixels. The older codes for 16 and 32 points are left out: some
    # versions of macOS draw their PNG pictures wrongly, and take these instead.
    b"ic11": 32,
    b"ic12": 64,
    b"ic07": 128,
    b"ic13": 256,
    b"ic08": 256,
    b"ic14": 512,
    b"ic09": 512,
    b"ic10": 1024,
}
LARGEST_SIMPLE = 32
"""Up to this many pixels the simpler drawing is used: the other one's details melt there."""


def draw(sources: Path, side: int) -> bytes:
    """The icon as PNG, `side` pixels high and wide.

    Raises:
        SystemExit: A drawing is not there or is damaged.
    """
    source = sources / ("app-small.svg" if side <= LARGEST_SIMPLE else "app.svg")
    renderer = QSvgRenderer(str(source))
    if not renderer.isValid():
        raise SystemExit(f"{source} cannot be drawn.")
    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def windows_icon(pictures: Mapping[int, bytes]) -> bytes:
    """An .ico file of PNG pictures (ICONDIR and ICONDIRENTRY of «The evolution of the ICO format»).

    A width of 256 is written as 0.
    """
    offset = 6 + 16 * len(pictures)
    entries, body = b"", b""
    for side, png in sorted(pictures.items()):
        entries += struct.pack("<4B2H2I", side % 256, side % 256, 0, 0, 1, 32, len(png), offset)
        body += png
        offset += len(png)
    return struct.pack("<3H", 0, 1, len(pictures)) + entries + body


def macos_icon(pictures: Mapping[int, bytes]) -> bytes:
    """An .icns file of PNG pictures: «icns», its length, then type, length and picture of each."""
    body = b"".join(
        code + struct.pack(">I", 8 + len(pictures[side])) + pictures[side]
        for code, side in MACOS_TYPES.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def write_icons(sources: Path, target: Path) -> None:
    """Write the icons for all three systems below `target`."""
    sides = {*LINUX_SIZES, *WINDOWS_SIZES, *MACOS_TYPES.values()}
    pictures = {side: draw(sources, side) for side in sorted(sides)}
    for side in LINUX_SIZES:
        folder = target / "hicolor" / f"{side}x{side}" / "apps"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{NAME}.png").write_bytes(pictures[side])
    folder = target / "hicolor" / "scalable" / "apps"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{NAME}.svg").write_bytes((sources / "app.svg").read_bytes())
    (target / "app.ico").write_bytes(windows_icon({side: pictures[side] for side in WINDOWS_SIZES}))
    (target / "app.icns").write_bytes(macos_icon(pictures))


def main() -> None:
    """Draw; Qt wants an application object, but no screen."""
    application = QGuiApplication(["draw_icons", "-platform", "offscreen"])
    write_icons(Path(sys.argv[1]), Path(sys.argv[2]))
    del application


if __name__ == "__main__":
    main()
