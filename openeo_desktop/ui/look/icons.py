"""Icons by meaning, drawn from the Phosphor font (MIT) that QtAwesome ships.

QtAwesome itself is not imported: that took 177 to 231 ms, plus 46 to 98 ms for its first icon (it
registers eleven fonts); reading one font and one charmap takes 8 to 19 ms. Icons take their colour
from the theme at the moment they are painted, so a change of scheme re-colours them by itself.
"""

from __future__ import annotations

import enum
import functools
import importlib.util
import json
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QIcon,
    QIconEngine,
    QPainter,
    QPainterPath,
    QPixmap,
    QPixmapCache,
    QRawFont,
    QTransform,
)

from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.core.resources import resource_path
from openeo_desktop.ui.look import theme

_FONT_FILE = "phosphor-1.3.0.ttf"
_CHARMAP_FILE = "phosphor-charmap-1.3.0.json"
_EM = 256.0
_LARGEST_SIMPLE = 32
"""Pixels up to which the app's icon is the simpler of its two drawings."""


class Icon(enum.StrEnum):
    """What an icon means -> its Phosphor name."""

    ABOUT = "info"
    ACCOUNT = "user"
    ACCOUNT_ADD = "user-plus"
    ADD = "plus"
    ALL_JOBS = "stack"
    ASSET_DATA_CUBE = "cube"
    ASSET_FILE = "file"
    ASSET_IMAGE = "image"
    ASSET_JSON = "brackets-curly"
    ASSET_SERIES = "chart-line"
    ASSET_TABLE = "table"
    ASSET_TEXT = "file-text"
    BACK_END = "planet"
    BELL = "bell"
    BUG = "bug"
    CALENDAR = "calendar"
    CARET_DOWN = "caret-down"
    CARET_RIGHT = "caret-right"
    CARET_UP = "caret-up"
    CHANNEL = "circle-fill"
    CHECK = "check"
    CLEAR = "x"
    CLOSE = "x-bold"
    CLOCK = "clock"
    CLOUD = "cloud"
    COLUMNS = "columns"
    COMMAND = "command"
    COMPARE = "square-half"
    COPY = "copy"
    COSTS = "credit-card"
    DELETE = "trash"
    DETAILS = "list-dashes"
    DOWNLOAD = "download-simple"
    DUPLICATE = "copy-simple"
    EDIT = "pencil-simple"
    ENLARGE = "arrows-out"
    ERROR = "warning-circle"
    EXPORT = "export"
    FILTER = "funnel"
    FIT = "corners-out"
    FOLDER = "folder-simple"
    FOLDER_OPEN = "folder-open"
    HELP = "question"
    HIDE = "eye-slash"
    INFO = "info"
    KEY = "key"
    KEYBOARD = "keyboard"
    LINE = "line-segment"
    LINK = "link"
    LOCK = "lock"
    LOG = "text-align-left"
    MAP = "map-trifold"
    MORE = "dots-three"
    NEW_JOB = "plus"
    NOTHING_FOUND = "magnifying-glass"
    OFFLINE = "wifi-slash"
    ONE_TO_ONE = "number-square-one"
    OPEN_EXTERNAL = "arrow-square-out"
    PASTE = "clipboard-text"
    PAUSE = "pause"
    PROCESS = "tree-structure"
    PULSE = "activity"
    REFRESH = "arrows-clockwise"
    RESULTS = "package"
    RETRY = "arrow-counter-clockwise"
    SAVE = "floppy-disk"
    SEARCH = "magnifying-glass"
    SETTINGS = "gear"
    SHOW = "eye"
    SIDE_PANEL = "sliders-horizontal"
    SIGN_IN = "sign-in"
    SIGN_OUT = "sign-out"
    START = "play"
    STATUS_CANCELED = "prohibit"
    STATUS_CREATED = "circle-dashed"
    STATUS_ERROR = "warning-circle"
    STATUS_FINISHED = "check-circle"
    STATUS_QUEUED = "hourglass"
    STATUS_RUNNING = "spinner"
    STATUS_UNKNOWN = "question"
    SPEED = "gauge"
    STOP = "stop"
    SUCCESS = "check-circle"
    SWAP = "swap"
    THIS_COMPUTER = "desktop"
    UNDO = "arrow-u-up-left"
    UPLOAD = "upload-simple"
    VERIFIED = "shield-check"
    VIEW = "funnel"
    WAITING = "hourglass"
    WARNING = "warning"
    ZOOM_IN = "magnifying-glass-plus"
    ZOOM_OUT = "magnifying-glass-minus"


def status_icon(status: JobStatus) -> Icon:
    """The icon that goes with a job status."""
    return Icon[f"STATUS_{status.name}"]


def icon(name: Icon, role: str = "muted") -> QIcon:
    """The icon in a colour of the theme.

    `role`: "muted", "text", "accent", "on_accent", "surface", a job status ("running", …) or a
    level ("info", "success", "warning", "error"). Disabled icons fade by themselves.
    """
    return QIcon(_cached_icon(name, role))


@functools.cache
def app_icon() -> QIcon:
    """The application's own icon; small ones are a simpler drawing, without melted details."""
    large = str(resource_path("icons/app.svg"))
    sources = {False: QIcon(large), True: QIcon(str(resource_path("icons/app-small.svg")))}
    made = QIcon()
    for side in (16, 22, 24, 32, 48, 64):  # an icon of SVG alone can hold one drawing only
        made.addPixmap(sources[side <= _LARGEST_SIMPLE].pixmap(QSize(side, side), 1.0))
    made.addFile(large, QSize(256, 256))
    return made


def role_color(role: str) -> QColor:
    """The colour of an icon role in the scheme that holds now. KeyError for unknown roles."""
    tokens = theme.tokens()
    if role in ("muted", "text", "accent", "on_accent", "surface", "disabled", "control"):
        return QColor(getattr(tokens, role))
    if role in ("info", "success", "warning", "error"):
        return QColor(tokens.level(role).text)
    if role in set(JobStatus):
        return QColor(tokens.status(JobStatus(role)).text)
    raise KeyError(role)


def paint_icon(painter: QPainter, rect: QRect | QRectF, name: Icon, color: QColor) -> None:
    """Paint the icon, centred and as large as fits, in a colour."""
    box = QRectF(rect)
    side = min(box.width(), box.height())
    scale = side / _EM
    offset = box.center() - QPointF(side / 2, side / 2)
    transform = QTransform.fromTranslate(offset.x(), offset.y()).scale(scale, scale)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPath(transform.map(_glyph(name)))
    painter.restore()


def icon_pixmap(name: Icon, color: QColor, side: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a pixmap of `side` logical pixels, from Qt's pixmap cache: for delegates."""
    key = f"icon/{name}/{color.rgba():08x}/{side}/{ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    pixels = round(side * ratio)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, QRect(0, 0, pixels, pixels), name, color)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, pixmap)
    return pixmap


class ThemeIconEngine(QIconEngine):
    """Paints a glyph in the colour its role has in the theme at that moment.

    In a box that is wider than high it stands at the left: the rest is air before a text.
    """

    def __init__(self, name: Icon, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        role = "disabled" if mode == QIcon.Mode.Disabled else self._role
        side = min(rect.width(), rect.height())
        square = QRect(rect.left(), rect.top() + (rect.height() - side) // 2, side, side)
        paint_icon(painter, square, self._name, role_color(role))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        if size.isEmpty():  # a squeezed widget asks for an icon of no size
            return pixmap
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return ThemeIconEngine(self._name, self._role)


@functools.cache
def _cached_icon(name: Icon, role: str) -> QIcon:
    role_color(role)
    return QIcon(ThemeIconEngine(name, role))


@functools.cache
def _font_folder() -> Path:
    spec = importlib.util.find_spec("qtawesome")  # finds it without running it
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "fonts"


@functools.cache
def _charmap() -> dict[str, str]:
    charmap: dict[str, str] = json.loads((_font_folder() / _CHARMAP_FILE).read_text("utf-8"))
    return charmap


@functools.cache
def _raw_font() -> QRawFont:
    path = str(_font_folder() / _FONT_FILE)
    return QRawFont(path, _EM, QFont.HintingPreference.PreferNoHinting)


@functools.cache
def _glyph(name: Icon) -> QPainterPath:
    """The outline in a square of _EM units: the font's own em box, from ascent to descent."""
    font = _raw_font()
    character = chr(int(_charmap()[name.value], 16))
    path = font.pathForGlyph(font.glyphIndexesForString(character)[0])
    return path.translated(0.0, font.ascent() * _EM / (font.ascent() + font.descent()))
