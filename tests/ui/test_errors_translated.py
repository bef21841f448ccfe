"""What an error says is translated also where it is put together from parts, and the window's words
for what the lower layers name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from pytestqt.qtbot import QtBot

from openeo_desktop.api.auth.endpoint import bad_answer, refused
from openeo_desktop.api.errors import error_from_answer, network_errors
from openeo_desktop.core.accounts import LOCAL_TITLE, Account, AccountId
from openeo_desktop.core.errors import AppError, UnreachableError
from openeo_desktop.core.extents import Box
from openeo_desktop.core.keychain_state import KeychainState
from openeo_desktop.core.words import translate_with
from openeo_desktop.credentials.faults import keychain_error, still_waiting
from openeo_desktop.store.accounts import load_accounts, save_account
from openeo_desktop.store.database import Database
from openeo_desktop.ui.look.languages import speak
from openeo_desktop.ui.results.assets_text import _box_text


@pytest.fixture
def german(qtbot: QtBot) -> Iterator[None]:
    """The window speaks German, until the test ends."""
    before = QLocale()
    application = QCoreApplication.instance()
    assert application is not None
    assert speak(application, "de") is not None
    yield
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.deleteLater()
    translate_with(None)
    QLocale.setDefault(before)


def _answer(status: int, body: bytes) -> AppError:
    response = requests.Response()
    response.status_code = status
    return error_from_answer(response, body, "https://a.org/jobs")


def test_hints_to_an_answer_of_a_back_end(german: None) -> None:
    said = _answer(400, b'{"code": "JobLocked", "message": "The job runs."}')
    assert (said.message, said.hint) == ("The job runs.", "Stoppen Sie zuerst den Job.")
    assert _answer(500, b"").message == "a.org antwortete mit dem HTTP-Status 500."


def test_the_reason_why_nothing_answers(german: None) -> None:
    with pytest.raises(UnreachableError) as caught, network_errors("https://a.org/"):
        raise requests.exceptions.ConnectionError("Connection refused")
    assert caught.value.message == "a.org ist nicht erreichbar (dort nimmt niemand an)."


def test_why_a_sign_in_does_not_work(german: None) -> None:
    error = bad_answer("https://a.org/token", "its answer is too large")
    assert error.message.endswith(": seine Antwort ist zu groß.")
    denied = refused("https://a.org/token", "access_denied", "Not today.")
    assert denied.message == "Die Anmeldung wurde bei a.org verweigert: Not today."


def test_the_keychain(german: None) -> None:
    error = keychain_error(KeychainState.LOCKED)
    assert error.message == "Der Schlüsselbund dieses Computers ist gesperrt oder antwortet nicht."
    assert still_waiting(180).message.startswith(
        "Der Schlüsselbund dieses Computers wartet seit 3 "
    )


def test_other_words_for_an_error_are_said_in_the_language(german: None) -> None:
    error = UnreachableError("Try again.", "Try again.")
    error.reword(hint="The job was read again: this was not done. Try again.")
    assert error.hint.startswith("Der Job wurde neu gelesen")
    assert error.message != ""


def test_this_computer_is_named_in_the_language_and_kept_in_english(
    german: None, tmp_path: Path
) -> None:
    local = Account(AccountId("local"), LOCAL_TITLE, "", "", "basic", "", is_local=True)
    database = Database(tmp_path / "history.sqlite3")
    try:
        save_account(database, local)
        shown = load_accounts(database)[0]
        assert shown.title == "Dieser Computer"
        save_account(database, shown)
        translate_with(None)
        assert load_accounts(database)[0].title == LOCAL_TITLE
    finally:
        database.close()


def test_the_sides_of_the_world_are_german(german: None) -> None:
    assert _box_text(Box(14.5, 46.0, 14.7, 46.1)) == "46,0 bis 46,1 N, 14,5 bis 14,7 O"
