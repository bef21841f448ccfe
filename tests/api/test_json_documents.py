"""Piecewise decoding gives exactly what `json.loads` gives, for good text and for bad."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from openeo_desktop.api import json_documents
from openeo_desktop.api.json_documents import decode_document

ODD = ["", " ", '"', "\\", "\u2028", "é", "𝄞", "\ud800", "\x00", "[", "}", ",", ":"]


@pytest.fixture(autouse=True)
def _piecewise(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every object is read piece by piece, however small."""
    monkeypatch.setattr(json_documents, "SMALL", 0)


def _value(rng: random.Random, depth: int) -> Any:
    kind = rng.randrange(9 if depth else 6)
    if kind < 2:
        return "".join(rng.choices([*ODD, "abc"], k=rng.randrange(4)))
    if kind < 6:
        return rng.choice([None, True, False, 0, -1, 1.5e300, 10**30, rng.random(), -0.0])
    size = rng.randrange(5)
    if kind < 7:
        return [_value(rng, depth - 1) for _ in range(size)]
    return {str(_value(rng, 0)): _value(rng, depth - 1) for _ in range(size)}


def _text(rng: random.Random) -> str:
    document = {f"k{n}": _value(rng, 3) for n in range(rng.randrange(5))}
    return json.dumps(document, ensure_ascii=rng.random() < 0.5, indent=rng.choice([None, 1]))


@pytest.mark.parametrize("seed", range(20))
def test_good_documents(seed: int) -> None:
    rng = random.Random(seed)
    for _ in range(100):
        text = _text(rng)
        assert repr(decode_document(text)) == repr(json.loads(text)), text


@pytest.mark.parametrize("seed", range(20))
def test_damaged_documents(seed: int) -> None:
    rng = random.Random(1000 + seed)
    for _ in range(100):
        text = _damaged(rng, _text(rng))
        assert _outcome(decode_document, text) == _outcome(json.loads, text), text


def _damaged(rng: random.Random, text: str) -> str:
    at = rng.randrange(len(text) + 1)
    if rng.random() < 0.5:
        return text[:at] + rng.choice('{}[],:"\\ x0\u00a0\ufeff') + text[at:]
    return text[:at] + text[at + rng.randrange(1, 4) :]


def _outcome(read: Any, text: str) -> str:
    try:
        return repr(read(text))
    except ValueError:
        return "refused"


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "{", "}", '{"a"}', '{"a":}', '{"a":1,}', '{"a":1 "b":2}', '{,}', '{"a":[1,]}',
        '{"a":[1 2]}', '{"a":[', '{1:2}', '{"a":1}x', '{"a":1}{', "[1,2]", "5", "nul", '{"a":[,]}',
        '{"a":1,"a":2}', ' \n{"a":[ ] , "b" : [1 , {"c":[]}]}\t', '\u00a0{"a":1}', '{"a":NaN}',
    ],
)  # fmt: skip
def test_edges(text: str) -> None:
    assert _outcome(decode_document, text) == _outcome(json.loads, text)


@pytest.mark.parametrize("text", ['{"a":' * 100_000, '{"a":' + "[" * 100_000, "[" * 100_000])
def test_deep_nesting_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="nested"):
        decode_document(text)
