"""The language of the window: what the person chose, else the first that the system speaks.

Translations are the .ts files of `resources/translations`, as Qt Linguist edits them. They are read
as they are (30 ms, and only where the language is not English), so that nothing has to be compiled
before the app runs from a checkout. Only `app.py` installs; widgets just say `tr()`.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from openeo_desktop.core.resources import resource_path
from openeo_desktop.core.settings import Settings
from openeo_desktop.core.words import translate_with

LANGUAGE = "look/language"
VARIABLE = "OPENEO_DESKTOP_LANGUAGE"
"""Environment variable that wins over the settings: for support and for tests."""
SYSTEM = "system"
LANGUAGES = {"en": "English", "de": "Deutsch", "fr": "Français"}
"""Their codes and their names in themselves, which are never translated."""
BELOW = "errors"
"""Context of the texts that come from below the window (`core/words.py`)."""

log = logging.getLogger(__name__)


class Translations(QTranslator):
    """The texts of one .ts file. A text that a context lacks is taken from any other one."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.below: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self._in_context: dict[tuple[str, str], str] = {}
        self._read(path)

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The translation of a text, None where there is none: Qt asks the next translator."""
        return self._in_context.get((context, source)) or self._texts.get(source)

    def isEmpty(self) -> bool:
        return not self._texts

    def text_of(self, source: str) -> str | None:
        """The translation of a text in whatever context."""
        return self._texts.get(source)

    def _read(self, path: Path) -> None:
        from xml.etree import ElementTree as ET  # our own file, and not needed by an English start

        for context in ET.parse(path).iter("context"):  # noqa: S314 - packaged with us
            name = context.findtext("name", "")
            for message in context.iter("message"):
                source, said = message.findtext("source"), message.findtext("translation")
                if source and said:
                    self._keep(name, source, said)

    def _keep(self, context: str, source: str, said: str) -> None:
        if context == BELOW:
            self.below[source] = said
            return
        self._in_context[context, source] = said
        self._texts.setdefault(source, said)


def chosen_language(settings: Settings) -> str:
    """The code of the language to speak: one of `LANGUAGES`."""
    wanted = os.environ.get(VARIABLE, "") or settings.get(LANGUAGE, SYSTEM)
    return wanted if wanted in LANGUAGES else _of_system()


def speak(application: QCoreApplication, language: str) -> Translations | None:
    """Translate from now on, and write numbers and dates as that language does.

    A translation that cannot be read is logged, and the app speaks English.
    """
    QLocale.setDefault(_locale(language))
    if language == "en":
        return None
    try:
        own = Translations(translation_file(language), application)
    except (OSError, SyntaxError) as error:  # ElementTree's ParseError is a SyntaxError
        log.warning("The language %s cannot be read: %s", language, error)
        return None
    _install_qt_texts(application, language)
    application.installTranslator(own)
    translate_with(own.text_of, own.below, QLocale().decimalPoint())
    return own


def translation_file(language: str) -> Path:
    """Where the texts of a language are.

    Raises:
        FileNotFoundError: There is no such translation.
    """
    return resource_path("translations", f"openeo_desktop_{language}.ts")


def _install_qt_texts(application: QCoreApplication, language: str) -> None:
    """Qt's own words: the buttons of its dialogs, the menus of its text fields."""
    qt = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if qt.load(f"qtbase_{language}", folder):
        application.installTranslator(qt)
    else:
        log.info("Qt's own texts are not there in %s", language)


def _of_system() -> str:
    for name in QLocale.system().uiLanguages():
        code = name.replace("_", "-").split("-")[0].lower()
        if code in LANGUAGES:
            return code
    return "en"


def _locale(language: str) -> QLocale:
    """The person's own region where it speaks the language (Austria, Belgium), else the usual."""
    system = QLocale.system()
    own = {QLocale(language).language()}
    if language == "en":
        own.add(QLocale.Language.C)
    return system if system.language() in own else QLocale(language)
