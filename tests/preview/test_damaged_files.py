"""Damaged files of every kind are shown as far as they go, or refused by a sentence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.core.json_values import json_text
from openeo_desktop.preview.reader import open_file
from openeo_desktop.preview.values import PreviewKind, Text
from tests.support.damaged_files import COUNT, ask_everything, texts
from tests.support.source_tree import ROOT

KINDS = {
    "dates.json": PreviewKind.SERIES,
    "cube.json": PreviewKind.SERIES,
    "cover.covjson": PreviewKind.SERIES,
    "map.geojson": PreviewKind.VECTOR,
    "rows.json": PreviewKind.TABLE,
    "tree.json": PreviewKind.TREE,
    "dates.csv": PreviewKind.SERIES,
    "decimal.csv": PreviewKind.TABLE,
    "log.txt": PreviewKind.TEXT,
    "wide.txt": PreviewKind.TEXT,
}
WORDS = st.sampled_from(
    [
        *("type", "coordinates", "features", "geometry", "properties", "coords", "dims", "data"),
        *("columns", "index", "axes", "values", "domain", "ranges", "t", "Polygon", "Point"),
        *("FeatureCollection", "Feature", "2024-01-01", "2024-02-01T00:00:00Z", "2024", ""),
    ]
)
DOCUMENTS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=25,
)
MANY = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def look(path: Path) -> str:
    """How it ends; anything but a sentence is a defect."""
    try:
        opened = open_file(path)
        ask_everything(opened)
        opened.close()
    except PreviewError as error:
        return error.message
    return opened.opened.kind


def test_no_damage_ends_the_reader(tmp_path: Path) -> None:
    """In a process of its own: a library that crashes would end all tests with it."""
    command = [sys.executable, "-m", "tests.support.damaged_files", str(tmp_path), str(COUNT)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    assert done.returncode == 0, f"after {lines[-1:]}: {done.stderr[-2000:]}"
    assert len(lines) == COUNT
    refused = [line for line in lines if " refused: " in line]
    assert 20 < len(refused) < COUNT
    assert all(line.endswith(".") for line in refused)
    shown = {line.rsplit(" ", 1)[1] for line in lines if " refused: " not in line}
    assert shown == set(PreviewKind)


@pytest.mark.parametrize("name", texts())
def test_undamaged_they_are_what_they_should_be(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(texts()[name])
    assert look(path) == KINDS[name]


@MANY
@given(document=DOCUMENTS)
def test_any_json_is_shown(tmp_path: Path, document: Any) -> None:
    path = tmp_path / "any.json"
    path.write_text(json_text(document), "utf-8")
    assert look(path) in set(PreviewKind) - {PreviewKind.RASTER}


@MANY
@given(rows=st.lists(st.lists(WORDS | st.text('",;\n\r\t .-0123456789ab', max_size=8), max_size=5)))
def test_any_rows_are_shown(tmp_path: Path, rows: list[list[str]]) -> None:
    path = tmp_path / "any.csv"
    path.write_text("\n".join(",".join(row) for row in rows), "utf-8", newline="")
    assert look(path) in (PreviewKind.SERIES, PreviewKind.TABLE, PreviewKind.TEXT)


@MANY
@given(content=st.binary(max_size=300), name=st.sampled_from(("a.csv", "a.json", "a.txt", "a")))
def test_any_bytes_are_shown_or_refused(tmp_path: Path, content: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    ending = look(path)
    assert ending in set(PreviewKind) or ending.endswith(".")


@pytest.mark.parametrize(
    "content", [b"[" * 200_000 + b"]" * 200_000, b'{"a":' * 100_000 + b"1" + b"}" * 100_000]
)
def test_what_is_nested_deeply_is_text_and_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "deep.json"
    path.write_bytes(content)
    shown = open_file(path).opened
    assert isinstance(shown.content, Text)
    assert "nested too deeply" in shown.content.note
