"""Values of previews as bytes, and back: what goes between the app and the preview process.

A frame is a JSON header with its length before it, then the numbers of its arrays as they are in
memory. Never pickle: a hostile file may have taken the other side over, so what comes from there is
read by the types of `values.py` and is data, whatever it says.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import json
import math
import struct
import types
import typing
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, BinaryIO

import numpy as np

from openeo_desktop.preview import values
from openeo_desktop.preview.wire_shapes import pack_shapes, unpack_shapes

MAX_HEADER = 64 * 2**20
MAX_ARRAYS = 256 * 2**20
"""Bytes of all arrays of a frame: far more than any picture that is asked for."""
_TYPES = frozenset(("<f4", "<f8", "<i8", "|u1"))
_LENGTH = struct.Struct(">I")
_ARRAY = np.ndarray
_NAMES = {"Floats": _ARRAY, "Doubles": _ARRAY, "Counts": _ARRAY}
"""What `values.py` imports for type checkers alone."""
Buffers = list[Any]


class WireError(ValueError):
    """The other side broke the protocol."""


def write_frame(out: BinaryIO, header: Mapping[str, Any], buffers: Sequence[Any] = ()) -> None:
    """Send one frame.

    Args:
        buffers: Objects with the buffer protocol, contiguous.
    """
    views = [memoryview(buffer).cast("B") for buffer in buffers]
    text = json.dumps({**header, "buffers": [view.nbytes for view in views]}).encode()
    out.write(_LENGTH.pack(len(text)) + text)
    out.writelines(views)
    out.flush()


def read_frame(source: BinaryIO) -> tuple[dict[str, Any], Buffers] | None:
    """The next frame; None at the end.

    Raises:
        WireError: It is none, or too large.
    """
    start = source.read(_LENGTH.size)
    if len(start) < _LENGTH.size:
        return None
    size = _LENGTH.unpack(start)[0]
    if size > MAX_HEADER:
        raise WireError("the header is too large")
    try:
        header = json.loads(_exactly(source, size))
        sizes = [int(one) for one in header["buffers"]]
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise WireError("the header cannot be read") from error
    if any(one < 0 for one in sizes) or sum(sizes) > MAX_ARRAYS:
        raise WireError("the arrays are too large")
    return header, [_exactly(source, one) for one in sizes]


def _exactly(source: BinaryIO, size: int) -> bytes:
    data = source.read(size)
    if len(data) != size:
        raise WireError("the frame is cut")
    return data


def pack(value: Any, buffers: Buffers) -> Any:
    """A value as JSON; its arrays are added to `buffers`."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, np.ndarray):
        return _pack_array(value, buffers)
    if isinstance(value, (np.integer, np.floating)):
        return value.item()
    if isinstance(value, dt.datetime):
        return value.isoformat()
    if isinstance(value, values.Tree):  # foreign JSON: what it says must not look like ours
        return {"is": "Tree", "document": json.dumps(value.document), "note": value.note}
    if isinstance(value, values.Shapes):
        return pack_shapes(value, lambda one: pack(one, buffers))
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {one.name: getattr(value, one.name) for one in dataclasses.fields(value)}
        packed = {name: pack(one, buffers) for name, one in fields.items()}
        return {"is": type(value).__name__, **packed}
    if isinstance(value, Mapping):
        return [[pack(key, buffers), pack(one, buffers)] for key, one in value.items()]
    if isinstance(value, (tuple, list)):
        return [pack(one, buffers) for one in value]
    raise TypeError(f"{type(value).__name__} is not for the wire")


def _pack_array(array: Any, buffers: Buffers) -> dict[str, Any]:
    plain = np.ascontiguousarray(array).astype(array.dtype.newbyteorder("<"), copy=False)
    if plain.dtype.str not in _TYPES:
        raise TypeError(f"arrays of {plain.dtype} are not for the wire")
    buffers.append(plain.reshape(-1).view(np.uint8) if plain.size else b"")
    return {"dtype": plain.dtype.str, "shape": list(array.shape), "at": len(buffers) - 1}


def unpack(kind: Any, raw: Any, buffers: Buffers) -> Any:
    """A value of this type from what `pack` made of it.

    Raises:
        WireError: It is of another type.
    """
    try:
        return _unpack(kind, raw, buffers)
    except WireError:
        raise
    except (ValueError, TypeError, LookupError, RecursionError, OverflowError) as error:
        raise WireError(f"no {kind}") from error


def _unpack(kind: Any, raw: Any, buffers: Buffers) -> Any:
    origin = typing.get_origin(kind)
    if kind is Any:
        return raw
    if origin in (typing.Union, types.UnionType):
        return _unpack(_chosen(typing.get_args(kind), raw), raw, buffers)
    if kind is _ARRAY:
        return _unpack_array(raw, buffers)
    if dataclasses.is_dataclass(kind):
        return _unpack_fields(kind, raw, buffers)
    if origin is tuple:
        return _unpack_tuple(typing.get_args(kind), raw, buffers)
    if origin in (Mapping, dict):
        key, one = typing.get_args(kind)
        return {_unpack(key, k, buffers): _unpack(one, v, buffers) for k, v in raw}
    return _unpack_plain(kind, raw)


def _unpack_plain(kind: Any, raw: Any) -> Any:
    if kind is types.NoneType and raw is None:
        return None
    if kind is dt.datetime and isinstance(raw, str):
        return dt.datetime.fromisoformat(raw)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(raw)
    if kind is float and isinstance(raw, (int, float)) and not isinstance(raw, bool):
        return float(raw)
    if kind in (str, int, bool) and type(raw) is kind:
        return raw
    raise WireError(f"{type(raw).__name__} instead of {kind}")


def _chosen(kinds: Sequence[Any], raw: Any) -> Any:
    """Which type of a union it is: by the name of a value, or the only one beside None."""
    if raw is None:
        return types.NoneType
    name = raw.get("is") if isinstance(raw, dict) else None
    others = [kind for kind in kinds if kind is not types.NoneType]
    named = [kind for kind in others if getattr(kind, "__name__", "") == name]
    if len(named or others) != 1:
        raise WireError("it is none of what it may be")
    return (named or others)[0]


def _unpack_tuple(kinds: Sequence[Any], raw: Any, buffers: Buffers) -> tuple[Any, ...]:
    if not isinstance(raw, list):
        raise WireError("no list")
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_unpack(kinds[0], one, buffers) for one in raw)
    return tuple(_unpack(kind, one, buffers) for kind, one in zip(kinds, raw, strict=True))


def _unpack_fields(kind: Any, raw: Any, buffers: Buffers) -> Any:
    if not isinstance(raw, dict) or raw.get("is") != kind.__name__:
        raise WireError(f"no {kind.__name__}")
    if kind is values.Tree:
        return values.Tree(json.loads(raw["document"]), _unpack(str, raw["note"], buffers))
    if kind is values.Shapes:
        return unpack_shapes(raw, lambda one, given: _unpack(one, given, buffers))
    hints = _hints(kind)
    return kind(**{name: _unpack(hint, raw[name], buffers) for name, hint in hints.items()})


@functools.cache
def _hints(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind, localns=_NAMES)


def _unpack_array(raw: Any, buffers: Buffers) -> Any:
    dtype, shape = raw["dtype"], [int(one) for one in raw["shape"]]
    if dtype not in _TYPES or any(one < 0 for one in shape) or len(shape) > 4:
        raise WireError("no such array")
    data = buffers[int(raw["at"])]
    if math.prod(shape) * np.dtype(dtype).itemsize != len(data):
        raise WireError("an array of another size")
    return np.frombuffer(data, dtype=dtype).reshape(shape)
