"""Previews of small files: read on a thread, limited, hostile ones end in a sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.ui.results import assets_text, preview_load
from openeo_desktop.ui.results.preview_load import (
    JsonPreview,
    NoPreview,
    PicturePreview,
    TextPreview,
    can_preview,
    load_preview,
)
from openeo_desktop.ui.results.result_links import page_links
from openeo_desktop.ui.results.results_pane import ResultsPane
from tests.support.accessibility import assert_accessible
from tests.support.fake_services import (
    FakeServices,
    LoopSpawn,
    make_account,
    make_job,
    make_status,
)
from tests.support.fake_transfers import make_asset, make_results, with_transfers

JSON, PNG, TIFF = "application/json", "image/png", "image/tiff"
HOSTILE = "<img src=x><b>&amp;"


def _file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_json_is_laid_out(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.json", b'{"a":[1,2],"b":"x"}')
    preview = load_preview(make_asset("a.json", 9, JSON), path)
    assert isinstance(preview, JsonPreview)
    assert json.loads(preview.text) == {"a": [1, 2], "b": "x"}
    assert "\n" in preview.text


@pytest.mark.parametrize("text", ["{no json", "[" * 100_000, '{"a": ' * 50_000])
def test_json_that_is_none_is_shown_as_text(tmp_path: Path, text: str) -> None:
    path = _file(tmp_path, "a.json", text.encode())
    preview = load_preview(make_asset("a.json", 9, JSON), path)
    assert isinstance(preview, TextPreview)
    assert preview.text.startswith(text[:8])


def test_of_a_long_text_the_beginning_is_shown(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.csv", b"t;B04\n" * 100_000)
    preview = load_preview(make_asset("a.csv", 9, "text/csv"), path)
    assert isinstance(preview, TextPreview)
    assert len(preview.text) <= preview_load.MAX_TEXT_BYTES
    assert preview.note


def test_a_text_with_zeros_is_none(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.txt", b"MZ\0\0")
    assert isinstance(load_preview(make_asset("a.txt", 4, "text/plain"), path), NoPreview)


def test_a_large_picture_is_made_smaller_and_tells_its_size(tmp_path: Path) -> None:
    image = QImage(2000, 500, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    assert image.save(str(tmp_path / "a.png"))
    preview = load_preview(make_asset("a.png", 9, PNG), tmp_path / "a.png")
    assert isinstance(preview, PicturePreview)
    assert preview.image.width() == preview_load.SHOWN_SIDE
    assert preview.note == "2,000 × 500 px"


def test_pictures_that_are_none_are_not_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asset = make_asset("a.png", 9, PNG)
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    for data in (b"", b"\x89PNG\r\n\x1a\n", b"no picture", svg):
        assert isinstance(load_preview(asset, _file(tmp_path, "a.png", data)), NoPreview)
    QImage(20, 20, QImage.Format.Format_RGB32).save(str(tmp_path / "a.png"))
    monkeypatch.setattr(preview_load, "MAX_PIXELS", 399)
    assert isinstance(load_preview(asset, tmp_path / "a.png"), NoPreview)


def test_a_file_that_has_gone_is_told(tmp_path: Path) -> None:
    preview = load_preview(make_asset("a.json", 9, JSON), tmp_path / "gone.json")
    assert isinstance(preview, NoPreview)


def test_kinds_without_a_loader_have_no_preview() -> None:
    assert not can_preview(make_asset("a.tif", 9, TIFF))
    assert not can_preview(make_asset("a.parquet", 9, "application/vnd.apache.parquet"))
    assert can_preview(make_asset("a.csv", 9, "text/csv"))


def test_links_are_pages_that_are_not_signed() -> None:
    addresses = {
        "license": "https://example.com/licence",
        "canonical": "https://example.com/results",
        "about": "https://example.com/page?signature=5ecret",
        "docs": "javascript:alert(1)",
        "file": "file:///etc/passwd",
    }
    links = [{"rel": rel, "href": href, "title": HOSTILE} for rel, href in addresses.items()]
    found = page_links(make_results(raw={"links": [*links, None, 3]}))
    assert found == [(HOSTILE, "https://example.com/licence")]


@pytest.fixture
def services() -> FakeServices:
    services = with_transfers()
    services.accounts.items = [make_status(make_account())]
    return services


@pytest.fixture
def pane(qtbot: QtBot, services: FakeServices) -> Any:
    spawn = LoopSpawn()
    pane = ResultsPane(cast("Any", services), spawn, cast("Any", services.settings))
    qtbot.addWidget(pane)
    pane.resize(430, 800)
    pane.show()
    qtbot.waitExposed(pane)
    job = make_job(make_account().id, 1, JobStatus.FINISHED)
    services.jobs.jobs[job.key] = job
    raw = {"bands": [{"name": "B04"}, {"name": HOSTILE}], "bbox": [170, -20, -170, -10]}
    services.results.served[job.key] = make_results(
        make_asset("a.json", 20, JSON), make_asset("b.tif", 9_000_000, TIFF), raw=raw
    )
    pane.set_job(job.key)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 2)
    yield pane
    assert spawn.errors == []
    spawn.close()


def test_the_head_tells_place_and_bands(pane: ResultsPane) -> None:
    assert "170.0 E to 170.0 W" in pane.header.texts()[1]
    assert len(pane.header.map.boxes) == 1
    assert pane.header.map.accessibleDescription().startswith("10.0 to 20.0 S")
    assert not pane.header.map.isHidden()


@pytest.mark.parametrize("box", [[500000, 5e6, 6e5, 6e6], "here", [1, 2]])
def test_an_extent_that_is_none_is_told(box: object) -> None:
    raw = {"extent": {"spatial": {"bbox": [box]}}}
    results = make_results(raw=raw, bbox=None)
    assert assets_text.place_text(results) == "Extent not in degrees"
    assert assets_text.place_text(make_results(raw={}, bbox=None)) == ""


def test_the_preview_takes_the_place_of_the_map(
    qtbot: QtBot, pane: ResultsPane, services: FakeServices, tmp_path: Path
) -> None:
    key = pane.feed.view.key
    assert key is not None
    path = _file(tmp_path, "a.json", json.dumps({"title": HOSTILE}).encode())
    services.fetch_ahead.put(key, "a.json", path)
    area = pane.preview.area
    assert area.isHidden()
    pane.table.selectRow(0)
    qtbot.waitUntil(lambda: area.pages.currentWidget() is area.json)
    assert HOSTILE in area.json.toPlainText()
    assert pane.header.map.isHidden()
    assert_accessible(pane)
    pane.table.selectRow(1)
    assert area.isHidden()
    assert not pane.header.map.isHidden()


def test_what_is_not_here_is_offered_and_shown_when_it_comes(
    qtbot: QtBot, pane: ResultsPane, services: FakeServices, tmp_path: Path
) -> None:
    key = pane.feed.view.key
    assert key is not None
    pane.table.selectRow(0)
    area = pane.preview.area
    assert area.pages.currentWidget() is area.message
    area.message.button.click()
    qtbot.waitUntil(lambda: services.fetch_ahead.fetched == ["a.json"])
    services.fetch_ahead.put(key, "a.json", _file(tmp_path, "a.json", b"[1]"))
    qtbot.waitUntil(lambda: area.pages.currentWidget() is area.json)


def test_previews_can_be_switched_off_for_good(pane: ResultsPane, services: FakeServices) -> None:
    pane.table.selectRow(0)
    assert not pane.preview.area.isHidden()
    pane.preview.area.closed.emit()
    assert pane.preview.area.isHidden()
    assert services.settings.get("results.preview", True) is False
    pane.preview.switch.trigger()
    assert not pane.preview.area.isHidden()


def test_in_a_low_pane_the_files_come_first(qtbot: QtBot, pane: ResultsPane) -> None:
    pane.table.selectRow(0)
    pane.resize(430, 400)
    qtbot.waitUntil(lambda: pane.preview.area.isHidden() and pane.header.map.isHidden())


def test_the_filter_finds_roles(pane: ResultsPane) -> None:
    pane.model.set_filter("data tif")
    assert [pane.model.asset(row).key for row in range(pane.model.rowCount())] == ["b.tif"]
