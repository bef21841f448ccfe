"""The theme that the application really wears: contrast, completeness, switching."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.core.resources import resource_path
from openeo_desktop.ui.look import icons, theme
from openeo_desktop.ui.look.icons import Icon, icon
from openeo_desktop.ui.look.style_sheet import style_sheet
from openeo_desktop.ui.look.tokens import DARK, LIGHT, Tint, Tokens

SCHEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
GROUNDS = ("window", "surface", "raised", "selection", "hover")


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    theme.apply_theme(qapp, "light")


def _luminance(value: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    channels = [int(value[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2), 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _text_pairs(tokens: Tokens) -> Iterator[tuple[str, str, str]]:
    for ground in GROUNDS:
        for text in ("text", "muted"):
            yield f"{text} on {ground}", getattr(tokens, text), getattr(tokens, ground)
    for ground in GROUNDS:
        yield f"link on {ground}", tokens.accent, getattr(tokens, ground)
        yield f"hovered link on {ground}", tokens.accent_hover, getattr(tokens, ground)
    for status in JobStatus:
        tint = tokens.status(status)
        yield f"{status} on its fill", tint.text, tint.fill
        for text in ("text", "muted", "accent"):
            yield f"{text} on the fill of {status}", getattr(tokens, text), tint.fill
        for ground in GROUNDS:
            yield f"{status} on {ground}", tint.text, getattr(tokens, ground)
    yield "primary button", tokens.on_accent, tokens.accent
    yield "primary button, hovered", tokens.on_accent, tokens.accent_hover
    yield "disabled primary button", tokens.muted, tokens.border
    yield "toast", tokens.surface, tokens.text
    yield "toast's hovered button", tokens.surface, tokens.muted


@SCHEMES
def test_every_text_keeps_its_contrast(tokens: Tokens) -> None:
    weak = {
        what: round(contrast(text, ground), 2)
        for what, text, ground in _text_pairs(tokens)
        if contrast(text, ground) < 4.5
    }
    assert not weak


@SCHEMES
def test_icons_outlines_and_focus_rings_keep_three_to_one(tokens: Tokens) -> None:
    marks = {"muted": tokens.muted, "accent": tokens.accent, "control": tokens.control}
    weak = [
        (mark, ground)
        for mark, value in marks.items()
        for ground in ("window", "surface", "raised")
        if contrast(value, getattr(tokens, ground)) < 3
    ]
    assert not weak


def test_contrast_is_computed_as_wcag_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("scheme", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_the_application_wears_the_tokens(
    dressed: QApplication, scheme: theme.Scheme, tokens: Tokens
) -> None:
    theme.apply_theme(dressed, scheme)
    palette = dressed.palette()
    assert theme.tokens() is tokens
    for role, value in (
        (QPalette.ColorRole.Window, tokens.window),
        (QPalette.ColorRole.Base, tokens.surface),
        (QPalette.ColorRole.Text, tokens.text),
        (QPalette.ColorRole.Highlight, tokens.selection),
        (QPalette.ColorRole.PlaceholderText, tokens.muted),
    ):
        assert palette.color(QPalette.ColorGroup.Active, role) == QColor(value)
        if role is not QPalette.ColorRole.Text:
            assert palette.color(QPalette.ColorGroup.Inactive, role) == QColor(value)
    assert tokens.accent in dressed.styleSheet()


def test_a_change_of_scheme_is_told_once(dressed: QApplication, qtbot: QtBot) -> None:
    applied = theme.apply_theme(dressed, "light")
    with qtbot.waitSignal(applied.scheme_changed) as told:
        applied.use_scheme("dark")
    assert told.args == [DARK]
    with qtbot.assertNotEmitted(applied.scheme_changed):
        applied.use_scheme("dark")


class SystemHints(QObject):
    """A desktop that says which scheme it wears; the platforms of tests say nothing."""

    colorSchemeChanged = Signal(object)  # noqa: N815 - Qt's name

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.worn = Qt.ColorScheme.Light

    def wear(self, scheme: Qt.ColorScheme) -> None:
        self.worn = scheme
        self.colorSchemeChanged.emit(scheme)

    def colorScheme(self) -> Qt.ColorScheme:
        return self.worn

    setColorScheme = unsetColorScheme = lambda *_of: None  # noqa: N815 - Qt's names


class SystemApp(QObject):
    """What the theme dresses."""

    def __init__(self) -> None:
        super().__init__()
        self.hints = SystemHints(self)
        self.sheet = ""

    def styleHints(self) -> SystemHints:
        return self.hints

    def setStyleSheet(self, sheet: str) -> None:
        self.sheet = sheet

    setPalette = setFont = lambda *_of: None  # noqa: N815 - Qt's names


def test_the_system_is_followed_while_the_app_runs(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "_current", LIGHT)
    app = SystemApp()
    applied = theme.Theme(cast("Any", app))
    applied.use_scheme("system")
    for system, worn in ((Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)):
        app.hints.wear(system)
        assert theme.tokens() is worn
        assert app.sheet == style_sheet(worn)
    applied.use_scheme("light")
    app.hints.wear(Qt.ColorScheme.Dark)
    assert theme.tokens() is LIGHT  # chosen: the system does not matter


def test_applying_again_changes_the_same_theme(dressed: QApplication) -> None:
    assert theme.apply_theme(dressed, "dark") is theme.apply_theme(dressed, "light")


@SCHEMES
def test_style_sheet_is_whole(tokens: Tokens, dressed: QApplication, qtbot: QtBot) -> None:
    """Nothing left to fill in, every picture is there, and Qt parses it (or it would warn)."""
    sheet = style_sheet(tokens)
    assert "$" not in sheet
    pictures = re.findall(r'url\("([^"]+)"\)', sheet)
    assert pictures
    assert not [picture for picture in pictures if not Path(picture).is_file()]
    button = QPushButton("x")
    qtbot.addWidget(button)
    button.setStyleSheet(sheet)
    button.ensurePolished()


@SCHEMES
def test_drawn_marks_use_colours_of_the_scheme(tokens: Tokens) -> None:
    known = {getattr(tokens, name) for name in ("on_accent", "muted", "control", "disabled")}
    for file in resource_path("style", tokens.name).iterdir():
        used = set(re.findall(r"#[0-9A-F]{6}", file.read_text("utf-8")))
        assert used, file.name
        assert used <= known, file.name


@pytest.mark.parametrize("name", list(Icon))
def test_every_icon_is_in_the_font(name: Icon, qapp: QApplication) -> None:
    image = icon(name, "text").pixmap(32, 32).toImage()
    inked = sum(
        image.pixelColor(x, y).alpha() > 128
        for x in range(image.width())
        for y in range(image.height())
    )
    assert inked > 8


def _colour_of(name: Icon, role: str) -> str:
    """The colour of the most opaque pixel."""
    image = icon(name, role).pixmap(64, 64).toImage()
    pixels = [image.pixelColor(x, y) for x in range(64) for y in range(64)]
    return max(pixels, key=QColor.alpha).name().upper()


def test_icons_recolour_with_the_theme(dressed: QApplication) -> None:
    theme.apply_theme(dressed, "light")
    kept = icon(Icon.STOP, "accent")
    assert _colour_of(Icon.STOP, "accent") == LIGHT.accent
    theme.apply_theme(dressed, "dark")
    assert _colour_of(Icon.STOP, "accent") == DARK.accent
    image = kept.pixmap(64, 64).toImage()
    colours = {image.pixelColor(x, 32).name().upper() for x in range(64)}
    assert DARK.accent in colours


def test_every_status_and_level_has_a_colour_and_an_icon(qapp: QApplication) -> None:
    for status in JobStatus:
        assert isinstance(theme.tokens().status(status), Tint)
        assert icons.role_color(status).isValid()
        assert icons.status_icon(status) in Icon
    with pytest.raises(KeyError):
        icons.role_color("purple")


def test_icons_do_without_importing_qtawesome() -> None:
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from openeo_desktop.ui.look.icons import Icon, icon; icon(Icon.STOP).pixmap(16, 16);"
        "sys.exit('qtawesome' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], timeout=60, check=False)
    assert done.returncode == 0


def test_application_icon_is_drawn(qapp: QApplication) -> None:
    pixmap = icons.app_icon().pixmap(64, 64)
    assert pixmap.width() == 64
    assert pixmap.toImage().pixelColor(32, 10).alpha() == 255
