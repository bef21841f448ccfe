"""The translations are complete and whole, and the window speaks them."""

from __future__ import annotations

import ast
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from devtool import words
from openeo_desktop.core.errors import UnreachableError
from openeo_desktop.core.formatting import format_number, format_size
from openeo_desktop.core.settings import Settings
from openeo_desktop.core.words import translate_with
from openeo_desktop.ui.look.languages import (
    LANGUAGE,
    LANGUAGES,
    VARIABLE,
    Translations,
    chosen_language,
    speak,
    translation_file,
)
from openeo_desktop.ui.window.main_window import MainWindow
from tests.support.fake_services import LoopSpawn
from tests.support.sketch_jobs import sketch_services

_ROOT = Path(__file__).resolve().parents[2]
_PLACEHOLDER = re.compile(r"\{[^{}]*\}|%[a-z]")
_MNEMONIC = re.compile(r"&(\w)")
_CALLS = {"tr": 0, "_tr": 0, "translate": 1}


@pytest.fixture
def spoken() -> Iterator[None]:
    """Takes back what `speak` did."""
    before = QLocale()
    application = QApplication.instance()
    assert application is not None
    yield
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.deleteLater()
    translate_with(None)
    QLocale.setDefault(before)


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_text_of_the_sources_is_translated(language: str, tmp_path: Path) -> None:
    """If this fails: `dev.py words`, then translate what is «unfinished» in the .ts files."""
    for name in words.LANGUAGES:
        shutil.copy(translation_file(name), tmp_path)
    words.update(Path(sys.executable), tmp_path)
    missing = [source for source, said in _messages(tmp_path, language) if not said]
    assert missing == []


def test_no_text_is_hidden_from_the_translators() -> None:
    """Such as one in an f-string, which lupdate does not read, or one that is not a literal."""
    known = {source for source, _ in _messages(words.FOLDER, "de")}
    texts = {text for path in (_ROOT / "openeo_desktop").rglob("*.py") for text in _said_in(path)}
    assert len(texts) > 1000
    assert texts - known == set()


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_a_translation_keeps_what_is_put_in(language: str) -> None:
    wrong = [
        (source, said)
        for source, said in _messages(words.FOLDER, language)
        if set(_PLACEHOLDER.findall(source)) != set(_PLACEHOLDER.findall(said))
        or source.count("\n") != said.count("\n")
        or (source[:1] == " ") != (said[:1] in (" ", "\u00a0", "\u202f"))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_what_has_a_key_of_its_own_keeps_one(language: str) -> None:
    wrong = [
        (source, said)
        for source, said in _messages(words.FOLDER, language)
        if bool(_MNEMONIC.search(source)) != bool(_MNEMONIC.search(said))
    ]
    assert wrong == []


def test_the_window_speaks_german_and_numbers_follow(qtbot: QtBot, spoken: None) -> None:
    application = QApplication.instance()
    assert application is not None
    assert speak(application, "de") is not None
    label = QLabel()
    qtbot.addWidget(label)
    assert label.tr("Settings") == "Einstellungen"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert QCoreApplication.translate("Anywhere", "no text of ours") == "no text of ours"
    assert QLocale().toString(1.5, "f", 1) == "1,5"
    assert format_size(1_500_000) == "1,5 MB"
    assert format_number(41.75) == "41,75"
    error = UnreachableError("a.org does not answer in time.")
    assert error.message == "a.org antwortet nicht rechtzeitig."


@pytest.mark.parametrize("language", [*words.LANGUAGES, "en"])
def test_each_entry_of_a_menu_has_a_letter_of_its_own(
    language: str, spawn: LoopSpawn, qtbot: QtBot, spoken: None
) -> None:
    application = QApplication.instance()
    assert application is not None
    speak(application, language)
    window = MainWindow(cast("Any", sketch_services(5)), spawn)
    qtbot.addWidget(window)
    try:
        bar = window.menuBar()
        menus = [m for m in bar.findChildren(QMenu) if m.menuAction() in bar.actions()]
        assert len(menus) > 2
        assert _shared_letters(bar) == []
        assert [shared for menu in menus for shared in _shared_letters(menu)] == []
    finally:
        window.shut_down()


def _shared_letters(menu: QMenu | QMenuBar) -> list[str]:
    if isinstance(menu, QMenu):
        menu.aboutToShow.emit()  # some are filled as they open
    found = [match[1].lower() for a in menu.actions() if (match := _MNEMONIC.search(a.text()))]
    return [f"{menu.objectName()} {letter}" for letter in set(found) if found.count(letter) > 1]


def test_english_needs_no_translation(qtbot: QtBot, spoken: None) -> None:
    application = QApplication.instance()
    assert application is not None
    assert speak(application, "en") is None
    assert QCoreApplication.translate("SettingsDialog", "Settings") == "Settings"


def test_a_context_wins_over_the_same_text_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "two.ts"
    path.write_text(
        "<TS><context><name>A</name><message><source>State</source><translation>Zustand"
        "</translation></message></context><context><name>B</name><message><source>State</source>"
        "<translation>Staat</translation></message></context></TS>",
        "utf-8",
    )
    translations = Translations(path)
    assert translations.translate("B", "State") == "Staat"
    assert translations.translate("A", "State") == "Zustand"
    assert translations.translate("C", "State") == "Zustand"
    assert translations.translate("C", "Unknown") is None


@pytest.mark.parametrize(("wanted", "spoken_language"), [("de", "de"), ("fr", "fr"), ("en", "en")])
def test_the_choice_is_taken(
    wanted: str, spoken_language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    settings = Settings()
    settings.set(LANGUAGE, wanted)
    assert chosen_language(settings) == spoken_language


@pytest.mark.parametrize("kept", ["system", "xx", ""])
def test_without_a_choice_it_is_a_language_that_is_there(
    kept: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    settings = Settings()
    settings.set(LANGUAGE, kept)
    assert chosen_language(settings) in LANGUAGES


def test_the_environment_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings()
    settings.set(LANGUAGE, "de")
    monkeypatch.setenv(VARIABLE, "fr")
    assert chosen_language(settings) == "fr"


def _messages(folder: Path, language: str) -> list[tuple[str, str]]:
    path = folder / f"openeo_desktop_{language}.ts"
    return [
        (message.findtext("source", ""), message.findtext("translation") or "")
        for message in ET.parse(path).iter("message")
    ]


def _said_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", "") or getattr(node.func, "id", "")
        at = _CALLS.get(name, 99)
        if len(node.args) > at:
            yield from _literals(node.args[at])


def _literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
    elif isinstance(node, ast.JoinedStr):
        yield f"not a literal: {ast.unparse(node)}"
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
