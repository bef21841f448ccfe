"""The contact sheets: every picture small on one page, as PNG per scheme and as index.html."""

from __future__ import annotations

import html
import math
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from openeo_desktop.ui.look.tokens import DARK, LIGHT

_COLUMNS = 4
_CELL = (480, 340)
_CAPTION = 26
_GAP = 16


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that was taken: the name of its shot, the scheme, the file."""

    name: str
    scheme: str
    path: Path


def write_sheets(pictures: list[Picture], out: Path) -> None:
    """`sheet-light.png` and `sheet-dark.png`, as far as there are pictures."""
    for scheme in ("light", "dark"):
        chosen = [picture for picture in pictures if picture.scheme == scheme]
        if chosen:
            _draw_sheet(chosen, scheme).save(str(out / f"sheet-{scheme}.png"))


def _draw_sheet(pictures: list[Picture], scheme: str) -> QImage:
    width, height = _CELL[0] + _GAP, _CELL[1] + _CAPTION + _GAP
    rows = math.ceil(len(pictures) / _COLUMNS)
    columns = min(_COLUMNS, len(pictures))
    tokens = DARK if scheme == "dark" else LIGHT
    sheet = QImage(columns * width + _GAP, rows * height + _GAP, QImage.Format.Format_RGB32)
    sheet.fill(QColor(tokens.border))
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(QColor(tokens.text))
    for number, picture in enumerate(pictures):
        left = _GAP + number % _COLUMNS * width
        top = _GAP + number // _COLUMNS * height
        _draw_picture(painter, picture, left, top)
    painter.end()
    return sheet


def _draw_picture(painter: QPainter, picture: Picture, left: int, top: int) -> None:
    image = QImage(str(picture.path))
    image.setDevicePixelRatio(1)
    if image.width() > _CELL[0] or image.height() > _CELL[1]:
        image = image.scaled(
            *_CELL, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    painter.drawImage(left, top + _CAPTION, image)
    caption = QRect(left, top, _CELL[0], _CAPTION - 4)
    painter.drawText(caption, Qt.AlignmentFlag.AlignBottom, picture.name)


def write_index(pictures: list[Picture], out: Path) -> None:
    """index.html: a row per shot, the schemes beside each other, each a link to the picture."""
    rows = []
    for name in sorted({picture.name for picture in pictures}):
        links = "".join(_link(picture) for picture in pictures if picture.name == name)
        title = html.escape(name)
        rows.append(f'<h2 id="{title}">{title}</h2><p>{links}</p>')
    (out / "index.html").write_text(_PAGE.format(rows="\n".join(rows)), encoding="utf-8")


def _link(picture: Picture) -> str:
    file, name = html.escape(picture.path.name), html.escape(picture.name)
    return f'<a href="{file}"><img loading="lazy" src="{file}" alt="{name}"></a>'


_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>openEO Desktop: pictures</title>
<style>
body {{ font: 14px system-ui, sans-serif; margin: 24px; background: #8a929c; color: #0b1118; }}
h2 {{ font-size: 15px; margin: 28px 0 8px; }}
p {{ display: flex; gap: 16px; flex-wrap: wrap; margin: 0; }}
img {{ max-width: min(760px, 46vw); height: auto; display: block; border-radius: 6px; }}
</style>
<h1>openEO Desktop: pictures</h1>
{rows}
</html>
"""
