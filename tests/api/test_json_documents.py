"""Piecewise decoding gives exactly what `json.loads` gives, for good text and for bad."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from openeo_desktop.api import json_arrays, json_documents
from openeo_desktop.api.json_documents import ListingReader, decode_document

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


def _listed(text: str, size: int = 1000) -> tuple[ListingReader, list[Any]]:
    reader = ListingReader(text, "jobs")
    return reader, [item for portion in reader.portions(size) for item in portion]


def _items(rng: random.Random, count: int) -> list[Any]:
    """Objects that begin alike, as a rule, with all that makes their ends hard to guess."""
    tricky = ['},{"id":', '}, {"id": 1', "}]", "}", ",", "[", "\\", '"', "{"]
    items: list[Any] = []
    for number in range(count):
        item = {"id": f"j-{number}", "title": "".join(rng.choices(tricky, k=rng.randrange(5)))}
        if rng.random() < 0.2:
            item["links"] = [{"id": "x"}, {"href": "y"}][: rng.randrange(3)]  # type: ignore[assignment]
        if rng.random() < 0.2:
            item = dict(reversed(item.items()))
        items.append(item if rng.random() < 0.9 else rng.choice([None, 1, "},{", []]))
    return items


@pytest.mark.parametrize("seed", range(40))
def test_listing_keeps_the_text_of_each_item(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(seed)
    monkeypatch.setattr(json_arrays, "PORTION", rng.choice([10, 200, 64_000]))
    for _ in range(20):
        whole = {"a": 1, "jobs": _items(rng, rng.randrange(40)), "links": [{"rel": "next"}]}
        text = json.dumps(
            whole, indent=rng.choice([None, 2]), separators=rng.choice([None, (",", ":")])
        )
        listing, items = _listed(text, rng.choice([1, 7, 1000]))
        wanted = [item for item in whole["jobs"] if isinstance(item, dict)]  # type: ignore[attr-defined]
        assert listing.found
        assert listing.rest == {"a": 1, "links": [{"rel": "next"}]}
        assert [value for value, _ in items] == wanted
        assert [json.loads(part) for _, part in items] == wanted


def test_no_call_of_the_decoder_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """What freezes the window is one call over a large text: no portion is one."""
    longest = 0

    class Watched(json.JSONDecoder):
        def decode(self, s: str, *others: Any) -> Any:
            nonlocal longest
            longest = max(longest, len(s))
            return super().decode(s, *others)

        def raw_decode(self, s: str, idx: int = 0) -> tuple[Any, int]:
            nonlocal longest
            value, end = super().raw_decode(s, idx)
            longest = max(longest, end - idx)
            return value, end

    for module in (json_arrays, json_documents):
        monkeypatch.setattr(module, "DECODER", Watched())
    monkeypatch.setattr(json_documents, "SMALL", 200_000)
    jobs = [
        {"id": f"j-{n}", "description": "é" * 900, "links": [{"id": 1}] * (n % 3)}
        for n in range(5000)
    ]
    assets = {f"a{n}": {"href": "x" * 900} for n in range(5000)}
    for mixed in (jobs, [{"id": 1}, *jobs], [dict(reversed(job.items())) for job in jobs]):
        text = json.dumps({"jobs": mixed, "links": []}, ensure_ascii=False)
        assert len(_listed(text)[1]) == len(mixed)
    graph = {"process": {"process_graph": assets}, "logs": jobs, "assets": assets}
    assert decode_document(json.dumps(graph)) == graph
    assert longest <= json_arrays.PORTION + 2


def test_number_without_end_costs_one_value_not_the_document() -> None:
    digits = "9" * 10_000
    for text in (
        f'{{"jobs": [{{"id": "a", "costs": {digits}}}, {{"id": "b"}}]}}',
        f'{{"a": {digits}}}',
    ):
        assert decode_document(text)
    _, items = _listed(f'{{"jobs": [{{"id": "a", "costs": {digits}}}, {{"id": "b"}}]}}')
    assert [value["id"] for value, _ in items] == ["a", "b"]


@pytest.mark.parametrize("text", ['{"jobs": {}}', '{"jobs": null}', '{"links": []}'])
def test_listing_without_an_array_is_told_apart_from_an_empty_one(text: str) -> None:
    assert not _listed(text)[0].found
    assert _listed('{"jobs": []}')[0].found
