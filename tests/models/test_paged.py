"""The paged model: loading on demand, and the smallest change told to the views."""

from __future__ import annotations

import asyncio
from array import array
from collections.abc import Coroutine, Iterator, Sequence
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from openeo_desktop.core.errors import StorageError
from openeo_desktop.models.paged import ROW_ROLE, PagedTableModel, changed_span
from openeo_desktop.models.row_pages import MAX_PAGES, PAGE_ROWS

T = TypeVar("T")


class Loader:
    """Hands out texts for row ids; remembers what was asked; may be told that some are gone."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []
        self.gone: set[int] = set()
        self.prefix = "row"
        self._waiting: list[Coroutine[Any, Any, Any]] = []

    async def load(self, row_ids: Sequence[int]) -> dict[int, str]:
        self.asked.append(list(row_ids))
        return {i: f"{self.prefix} {i}" for i in row_ids if i not in self.gone}

    def spawn(self, coroutine: Coroutine[Any, Any, T], _what: str, /) -> asyncio.Task[T]:
        self._waiting.append(coroutine)
        return None  # type: ignore[return-value]

    def run(self) -> None:
        while self._waiting:
            asyncio.run(self._waiting.pop(0))

    def close(self) -> None:
        for coroutine in self._waiting:
            coroutine.close()


class TextModel(PagedTableModel[str]):
    def column_texts(self) -> tuple[str, ...]:
        return ("Text",)

    def cell(self, value: str | None, column: int, role: int) -> Any:
        del column
        return value if role == Qt.ItemDataRole.DisplayRole else None


@pytest.fixture
def loader() -> Iterator[Loader]:
    loader = Loader()
    yield loader
    loader.close()


@pytest.fixture
def model(loader: Loader) -> TextModel:
    return TextModel(loader.load, loader.spawn, "read the rows")


def text(model: TextModel, row: int) -> Any:
    return model.index(row, 0).data()


def test_a_row_is_a_placeholder_until_its_page_came(model: TextModel, loader: Loader) -> None:
    model.set_row_ids(tuple(range(1000)))
    assert text(model, 450) is None
    assert loader.asked == []
    loader.run()
    first = 450 // PAGE_ROWS * PAGE_ROWS
    assert loader.asked == [list(range(first, first + PAGE_ROWS))]
    assert text(model, 450) == "row 450"
    assert model.index(first, 0).data(ROW_ROLE) == f"row {first}"


def test_a_page_is_asked_for_once(model: TextModel, loader: Loader) -> None:
    model.set_row_ids(tuple(range(300)))
    for row in range(PAGE_ROWS):
        text(model, row)
    loader.run()
    assert len(loader.asked) == 1


@pytest.mark.parametrize("step", [1, -1])
def test_the_pages_of_one_window_are_read_at_once(
    model: TextModel, loader: Loader, step: int
) -> None:
    model.set_row_ids(tuple(range(PAGE_ROWS * 10)))
    text(model, PAGE_ROWS * 8)  # what was on the screen a moment ago
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    for row in range(PAGE_ROWS * 4 - 10, PAGE_ROWS * 4 + 10)[::step]:
        text(model, row)
    loader.run()
    assert loader.asked[0] == list(range(PAGE_ROWS * 3, PAGE_ROWS * 5))
    assert told[0] == (PAGE_ROWS * 3, PAGE_ROWS * 5 - 1)
    assert len(loader.asked) == 2


def test_what_flew_past_while_scrolling_is_not_loaded(model: TextModel, loader: Loader) -> None:
    model.set_row_ids(tuple(range(100_000)))
    for row in range(0, 100_000, PAGE_ROWS):
        text(model, row)
    loader.run()
    assert len(loader.asked) <= 4
    assert loader.asked[0][-1] == 99_999


def test_memory_is_bounded_and_what_was_seen_last_is_kept(model: TextModel, loader: Loader) -> None:
    model.set_row_ids(tuple(range(PAGE_ROWS * (MAX_PAGES + 10))))
    for page in range(MAX_PAGES + 10):
        text(model, page * PAGE_ROWS)
        loader.run()
        text(model, 0)
    assert model.peek(0) == "row 0"
    assert model.peek(PAGE_ROWS) is None


def test_a_changed_row_is_shown_as_it_was_until_it_came_anew(
    model: TextModel, loader: Loader
) -> None:
    model.set_row_ids((1, 2, 3))
    text(model, 0)
    loader.run()
    loader.prefix = "new"
    model.refresh_rows({2})
    assert text(model, 1) == "row 2"
    loader.run()
    assert [text(model, row) for row in range(3)] == ["row 1", "new 2", "row 3"]


def test_a_row_that_is_gone_is_not_asked_for_again_and_again(
    model: TextModel, loader: Loader
) -> None:
    loader.gone = {2}
    model.set_row_ids((1, 2))
    text(model, 0)
    loader.run()
    assert text(model, 1) is None
    loader.run()
    assert len(loader.asked) == 1


def test_a_failure_is_raised_to_the_spawner_and_tried_again_at_the_next_look() -> None:
    loader = Loader()
    calls: list[int] = []

    async def load(row_ids: Sequence[int]) -> dict[int, str]:
        calls.append(len(row_ids))
        if len(calls) == 1:
            raise StorageError("The disk is gone.")
        return dict.fromkeys(row_ids, "fine")

    model = TextModel(load, loader.spawn, "read the rows")
    model.set_row_ids((1, 2))
    text(model, 0)
    with pytest.raises(StorageError, match="gone"):
        loader.run()
    assert text(model, 0) is None
    loader.run()
    assert text(model, 0) == "fine"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((), (1, 2)),
        ((1, 2, 3), (1, 2, 3, 4, 5)),
        ((1, 2, 3), (0, 1, 2, 3)),
        ((1, 2, 3), (1, 3)),
        ((1, 2, 3, 4), (4, 1, 2, 3)),
        ((1, 2, 3), (7, 8)),
        ((1, 2, 3), ()),
        ((1, 2, 3, 4), (5, 3, 6, 1)),
    ],
)
def test_any_listing_can_follow_any_other(
    model: TextModel,
    loader: Loader,
    qtmodeltester: Any,
    before: tuple[int, ...],
    after: tuple[int, ...],
) -> None:
    qtmodeltester.check(model)  # stays attached and checks every change
    model.set_row_ids(before)
    for row in range(len(before)):
        text(model, row)
    loader.run()
    model.set_row_ids(after)
    for row in range(len(after)):
        text(model, row)
    loader.run()
    assert [text(model, row) for row in range(model.rowCount())] == [f"row {i}" for i in after]


def test_an_index_follows_its_row_when_the_order_changes(model: TextModel) -> None:
    model.set_row_ids(tuple(range(100)))
    followed = QPersistentModelIndex(model.index(60, 0))
    model.set_row_ids((60, *range(60), *range(61, 100)))
    assert followed.row() == 0
    model.set_row_ids((200, 60, *range(60), *range(61, 100)))
    assert followed.row() == 1
    model.set_row_ids((60, *range(60), *range(61, 100)))
    assert followed.row() == 0


def test_a_log_grows_at_its_end(model: TextModel) -> None:
    model.set_row_ids(array("q", range(5)))
    inserted: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    model.append_row_ids(array("q", (5, 6)))
    assert inserted == [(5, 6)]
    assert list(model._pages.ids) == list(range(7))


@pytest.mark.parametrize(
    ("old", "new", "span"),
    [
        ((), (), (0, 0, 0)),
        ((1, 2, 3), (1, 9, 3), (1, 2, 2)),
        ((1, 1), (1, 1, 1), (2, 2, 3)),
        ((1, 2), (3, 4), (0, 2, 2)),
        (tuple(range(1000)), (*range(500), -1, *range(500, 1000)), (500, 500, 501)),
    ],
)
def test_changed_span(
    old: tuple[int, ...], new: tuple[int, ...], span: tuple[int, int, int]
) -> None:
    assert changed_span(old, new) == span
