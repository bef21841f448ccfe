"""What the head of the results says of a result: only what the back-end said."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from openeo_desktop.core.assets import Results
from openeo_desktop.ui.results import assets_text
from tests.support.fake_transfers import make_results, sketch_assets


def _full() -> Results:
    return make_results(*sketch_assets())


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ({"license": "CC-BY-4.0"}, "Licence: CC-BY-4.0"),
        ({"properties": {"license": "various"}}, "Licence: various"),
        ({"license": {"a": 1}}, ""),
        ({"license": "<b>x</b>\n" * 50}, "Licence: " + ("<b>x</b> " * 50)[:80]),
        ({}, ""),
    ],
)
def test_the_licence_is_what_the_back_end_says(raw: dict[str, Any], words: str) -> None:
    assert assets_text.licence_text(replace(_full(), raw=raw)) == words


@pytest.mark.parametrize(
    ("costs", "currency", "words"),
    [
        (2.5, "EUR", "Downloading all costs 2.5 EUR"),
        (0.0, "EUR", "Downloading costs nothing now"),
        (None, "EUR", ""),
        (2.5, "", ""),
    ],
)
def test_the_price_of_a_download_is_only_what_is_said(
    costs: float | None, currency: str, words: str
) -> None:
    results = replace(_full(), download_costs=costs)
    assert assets_text.price_text(results, currency) == words
