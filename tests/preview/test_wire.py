"""What goes between the app and the preview process: every value unchanged, nothing else let in."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import json
import struct
import types
import typing
from collections.abc import Mapping
from enum import Enum
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from openeo_desktop.preview import values
from openeo_desktop.preview.questions import QUESTIONS
from openeo_desktop.preview.wire import (
    MAX_HEADER,
    WireError,
    pack,
    read_frame,
    unpack,
    write_frame,
)

ARRAYS = {"Floats": np.float32, "Doubles": np.float64, "Counts": np.int64}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    int: st.integers(),
    float: st.floats(),
    str: st.text(),
    bool: st.booleans(),
    types.NoneType: st.none(),
    dt.datetime: st.datetimes(timezones=st.just(dt.UTC)),
    Any: JSON,
}
SHAPES = st.builds(
    values.Shape,
    kind=st.sampled_from(["point", "line", "polygon"]),
    points=hnp.arrays(np.float64, st.tuples(st.integers(0, 4), st.just(2))),
    parts=st.lists(st.integers(0, 9), max_size=3).map(tuple),
    properties=st.dictionaries(st.text(), st.text(), max_size=3),
)
PLAIN[values.Shapes] = st.builds(
    values.Shapes,
    shapes=st.lists(SHAPES, max_size=4).map(tuple),
    total=st.integers(),
    bounds=st.none() | st.tuples(*[st.floats()] * 4),
    note=st.text(),
)
VALUES = [one for one in vars(values).values() if dataclasses.is_dataclass(one)]


class _Array:
    """Stands for an array of this type of numbers in hints."""

    def __init__(self, dtype: Any) -> None:
        self.dtype = dtype


NAMES = {name: _Array(dtype) for name, dtype in ARRAYS.items()}


def _any(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a type."""
    if kind in PLAIN:
        return PLAIN[kind]
    if isinstance(kind, _Array):
        shapes = hnp.array_shapes(min_dims=1, max_dims=3, min_side=0, max_side=4)
        return hnp.arrays(kind.dtype, shapes)
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind, localns=NAMES)
        return st.builds(kind, **{name: _any(hint) for name, hint in hints.items()})  # type: ignore[arg-type]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return st.one_of([_any(one) for one in inner])
    if origin is Mapping:
        return st.dictionaries(_any(inner[0]), _any(inner[1]), max_size=3)
    if inner[1:] == (Ellipsis,):
        return st.lists(_any(inner[0]), max_size=3).map(tuple)
    return st.tuples(*map(_any, inner))


def _is_same(one: Any, other: Any) -> bool:
    if isinstance(one, np.ndarray):
        same = one.dtype == other.dtype and one.shape == other.shape
        return same and np.array_equal(one, other, equal_nan=True)
    if dataclasses.is_dataclass(one):
        names = [field.name for field in dataclasses.fields(one)]
        pairs = [(getattr(one, name), getattr(other, name)) for name in names]
        return type(one) is type(other) and all(_is_same(*pair) for pair in pairs)
    if isinstance(one, tuple):
        lengths = len(one) == len(other)
        return lengths and all(_is_same(*pair) for pair in zip(one, other, strict=True))
    if isinstance(one, float) and one != one:
        return bool(other != other)
    return type(one) is type(other) and bool(one == other)


def _crossed(kind: Any, value: Any) -> Any:
    """As the other side has it."""
    pipe = io.BytesIO()
    buffers: list[Any] = []
    write_frame(pipe, {"value": pack(value, buffers)}, buffers)
    pipe.seek(0)
    frame = read_frame(pipe)
    assert frame is not None
    assert read_frame(pipe) is None
    return unpack(kind, frame[0]["value"], frame[1])


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_value_crosses_unchanged(kind: Any, data: st.DataObject) -> None:
    value = data.draw(_any(kind))
    assert _is_same(value, _crossed(kind, value))


def test_every_question_takes_and_gives_what_can_cross() -> None:
    picture = values.PictureRequest(0, (1,), (0, 0, 1, 1), 1, 1)
    (kind,) = QUESTIONS["picture"].arguments
    assert _crossed(kind, picture) == picture
    optional = QUESTIONS["statistics"].arguments[2]
    assert _crossed(optional, None) is None
    assert _crossed(optional, (0.0, 0.0, 2.5, 3.0)) == (0.0, 0.0, 2.5, 3.0)


def test_an_array_that_is_no_plain_block_crosses() -> None:
    array = np.arange(24, dtype=">f4").reshape(2, 3, 4)[:, ::-1, ::2]
    crossed = _crossed(values.Picture, values.Picture(array, (0, 0, 4, 3)))
    np.testing.assert_array_equal(crossed.values, array)


class _Trap:
    """What runs code when it is unpickled."""

    def __reduce__(self) -> Any:
        return (print, ("taken over",))


@pytest.mark.parametrize("value", [_Trap(), {1, 2}, np.array([object()]), b"bytes"])
def test_nothing_else_is_sent(value: Any) -> None:
    with pytest.raises(TypeError):
        pack(value, [])


def _packed() -> tuple[dict[str, Any], list[Any]]:
    buffers: list[Any] = []
    picture = values.Picture(np.zeros((1, 2, 3), np.float32), (0, 0, 3, 2))
    packed = pack(picture, buffers)
    return packed, [bytes(buffer) for buffer in buffers]


@pytest.mark.parametrize(
    "lie",
    [
        {"dtype": "|O"},
        {"dtype": "<f8"},
        {"dtype": 7},
        {"shape": [1, 2, 4]},
        {"shape": [-1, -2, 3]},
        {"shape": [10**9, 10**9, 10**9]},
        {"shape": [1] * 40 + [6]},
        {"shape": "six"},
        {"at": 1},
        {"at": "0x"},
        {"at": None},
    ],
)
def test_an_array_that_lies_is_refused(lie: dict[str, Any]) -> None:
    packed, buffers = _packed()
    packed["values"] |= lie
    with pytest.raises(WireError):
        unpack(values.Picture, packed, buffers)


@pytest.mark.parametrize(
    "raw",
    [
        None,
        7,
        [],
        {},
        {"is": "Probe"},
        {"is": "os.system"},
        {"is": "Text", "text": "a"},
        {"is": "Text", "text": 1, "note": ""},
        {"is": "Text", "text": ["a"], "note": ""},
    ],
)
def test_a_value_of_another_type_is_refused(raw: Any) -> None:
    with pytest.raises(WireError):
        unpack(values.Text, raw, [])


def test_what_a_file_may_be_is_one_of_few() -> None:
    raw = pack(values.Opened(values.PreviewKind.TEXT, values.Text("a")), [])
    raw["content"]["is"] = "PictureRequest"
    with pytest.raises(WireError):
        unpack(values.Opened, raw, [])


def test_a_tree_that_looks_like_a_value_stays_a_tree() -> None:
    document = {"is": "Text", "text": "no", "note": "", "buffers": [5]}
    opened = values.Opened(values.PreviewKind.TREE, values.Tree(document))
    assert _crossed(values.Opened, opened) == opened


def _frame(header: bytes, rest: bytes = b"", length: int | None = None) -> io.BytesIO:
    size = len(header) if length is None else length
    return io.BytesIO(struct.pack(">I", size) + header + rest)


@pytest.mark.parametrize(
    ("header", "rest", "length"),
    [
        (b"", b"", MAX_HEADER + 1),
        (b"{}", b"", 100),
        (b"no json", b"", None),
        (b"[" * 100_000, b"", None),
        (b"[]", b"", None),
        (b"{}", b"", None),
        (b'{"buffers": [-1]}', b"", None),
        (b'{"buffers": ["a"]}', b"", None),
        (json.dumps({"buffers": [2**40]}).encode(), b"", None),
        (json.dumps({"buffers": [2**27] * 3}).encode(), b"", None),
        (b'{"buffers": [5]}', b"1234", None),
    ],
)
def test_a_frame_that_is_none_is_refused(header: bytes, rest: bytes, length: int | None) -> None:
    with pytest.raises(WireError):
        read_frame(_frame(header, rest, length))


@pytest.mark.parametrize("start", [b"", b"\0", b"\0\0\0"])
def test_the_end_of_the_other_side_is_no_frame(start: bytes) -> None:
    assert read_frame(io.BytesIO(start)) is None
