"""Every part that is shipped has a licence, and a text or an address to read it at."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from openeo_desktop.core import licences
from openeo_desktop.core.licences import Licence, collect_licences, shipped_licences, write_licences
from tests.support.source_tree import ROOT

ALLOWED = re.compile(
    r"MIT|BSD|Apache|PSF|ISC|MPL-2|Zlib|0BSD|CC0|Unicode|curl|libtiff|libpng|IJG|bzip2"
    r"|public domain|LGPL|WITH (GCC|Bootloader)-exception",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def parts() -> dict[str, Licence]:
    return {_normal(part.name): part for part in collect_licences()}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_dependency_is_among_them(parts: dict[str, Licence]) -> None:
    lock = (ROOT / "packaging" / "locks" / "app.txt").read_text(encoding="utf-8")
    named = re.findall(r"^([A-Za-z0-9._-]+)==[^ ;]+ \\$", lock, re.MULTILINE)
    built_with = {"hatchling", "editables", "pathspec", "pluggy", "trove-classifiers", "tomlkit"}
    missing = {_normal(name) for name in named} - built_with - set(parts)
    assert missing == set()


def test_each_may_be_shipped_with_the_app(parts: dict[str, Licence]) -> None:
    wrong = {part.name: part.licence for part in parts.values() if not ALLOWED.search(part.licence)}
    assert wrong == {}


def test_each_has_a_text_or_an_address(parts: dict[str, Licence]) -> None:
    assert [part.name for part in parts.values() if not part.text and not part.home] == []


def test_qt_comes_with_both_texts_and_says_that_it_can_be_replaced(
    parts: dict[str, Licence],
) -> None:
    text = parts["pyside6-essentials"].text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "can be replaced" in parts["qt 6"].where


def test_a_packaged_app_reads_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "licences.json"
    write_licences(file, ["requests"])
    monkeypatch.setattr(licences, "resource_path", lambda *_parts: file)
    told = shipped_licences()
    assert "requests" in [part.name for part in told]
    assert "pyqtgraph" not in [part.name for part in told]
    assert [part.name for part in told] == [one["name"] for one in json.loads(file.read_text())]
