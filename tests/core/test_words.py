"""Sentences of the lower layers in the language of the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from openeo_desktop.core.errors import UnreachableError
from openeo_desktop.core.formatting import format_size
from openeo_desktop.core.words import tr, tr_sentence, translate_with

_GERMAN = {
    "{1} does not answer in time.": "{1} antwortet nicht rechtzeitig.",
    "Try again.": "Versuchen Sie es noch einmal.",
    "{1} stopped after {2} of {3} bytes.": "Nach {2} von {3} Bytes war bei {1} Schluss.",
    "{1} It is not known yet.": "{1} Noch ist es nicht bekannt.",
}


@pytest.fixture
def german() -> Iterator[None]:
    translate_with({"just now": "gerade eben"}.get, _GERMAN)
    yield
    translate_with(None)


def test_an_error_speaks_the_chosen_language_and_its_log_english(german: None) -> None:
    error = UnreachableError("a.example.org does not answer in time.", "Try again.")
    assert error.message == "a.example.org antwortet nicht rechtzeitig."
    assert error.hint == "Versuchen Sie es noch einmal."
    assert error.args == ("a.example.org does not answer in time.",)


def test_values_may_change_their_order(german: None) -> None:
    said = tr_sentence("host stopped after 5 of 9 bytes.")
    assert said == "Nach 5 von 9 Bytes war bei host Schluss."


def test_a_sentence_in_a_sentence_is_translated_too(german: None) -> None:
    said = tr_sentence("a.org does not answer in time. It is not known yet.")
    assert said == "a.org antwortet nicht rechtzeitig. Noch ist es nicht bekannt."


@pytest.mark.parametrize("text", ["just now", "{1}", "", "Out of memory: {2}\0", "a of b bytes."])
def test_foreign_text_stays_as_it_is(german: None, text: str) -> None:
    assert tr_sentence(text) == text


@pytest.mark.parametrize("value", ["{1}", "{2} {3}", "{name}", "\0"])
def test_a_value_with_braces_stays_whole(german: None, value: str) -> None:
    said = tr_sentence(f"{value} does not answer in time.")
    assert said == f"{value} antwortet nicht rechtzeitig."


def test_without_a_language_all_is_english() -> None:
    assert tr("just now") == "just now"
    assert tr_sentence("Try again.") == "Try again."
    assert format_size(1_500_000) == "1.5 MB"
