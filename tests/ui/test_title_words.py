"""Titles that are nothing but a long id fit into a narrow pane."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from openeo_desktop.ui.kit.labels import TitleLabel, with_short_words

PANE = 290
LONG = "j-2611221119184a9c0f31aa7d5b2e8c44d1"


def test_long_words_lose_their_middle_and_the_others_stay() -> None:
    assert with_short_words("NDVI of the Alps") == "NDVI of the Alps"
    assert with_short_words(f"Copy of {LONG}") == f"Copy of {LONG[:12]}…{LONG[-12:]}"


def test_the_label_of_an_id_is_one_line_of_a_pane(qtbot: QtBot) -> None:
    short, whole = TitleLabel(with_short_words(LONG)), TitleLabel(LONG)
    for label in (short, whole):
        qtbot.addWidget(label)
        assert label.minimumSizeHint().width() < PANE
    assert short.heightForWidth(PANE) < whole.heightForWidth(PANE)
