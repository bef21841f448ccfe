"""Names in the order in which a person counts."""

from __future__ import annotations

import itertools

from openeo_desktop.core.natural_order import natural_key

_IN_ORDER = [
    "",
    "2.tif",
    "10.tif",
    "B1_2020-01-02.tif",
    "b1_2020-01-10.tif",
    "B02.tif",
    "B10.tif",
    "tile",
    "tile_",
    "tile_1_9.tif",
    "tile_1_10.tif",
    "tile_2.tif",
    "Tile_10.tif",
    "tile_" + "9" * 5_000,
    "tile_x.tif",
]


def test_numbers_count_by_value_and_letters_without_case() -> None:
    mixed = _IN_ORDER[1::2] + _IN_ORDER[::2]
    assert sorted(mixed, key=natural_key) == _IN_ORDER


def test_any_two_names_can_be_compared() -> None:
    for first, second in itertools.combinations(_IN_ORDER, 2):
        assert natural_key(first) < natural_key(second)


def test_leading_zeros_do_not_count() -> None:
    assert natural_key("b007.tif") == natural_key("B7.TIF")
