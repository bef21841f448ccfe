"""What a server calls things runs nowhere, though it is copied into a spreadsheet."""

from __future__ import annotations

import pytest

from openeo_desktop.core.spreadsheet_cells import no_formula, pasted_row


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd|'/C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "-1=2", "+1;2"]
)
def test_formulas_are_text(text: str) -> None:
    assert no_formula(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["", "a=1", "-5", "+1.5e-3", "-1,234.5", "-.5", "2026-01-02", "–", "'=1", "NDVI (1)"]
)
def test_all_else_stays(text: str) -> None:
    assert no_formula(text) == text


def test_a_row_has_as_many_cells_as_it_was_given() -> None:
    assert pasted_row(["a\tb", "=1\n2", "-7"]) == "a b\t'=1 2\t-7"
