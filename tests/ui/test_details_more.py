"""What stands below the facts of a job: description, history, links, other fields, JSON."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any, cast

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument, QTextFormat
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.jobs import Job, JobStatus, parse_job
from openeo_desktop.core.status_history import StatusChange
from openeo_desktop.ui.details.details_more import DetailsMore
from openeo_desktop.ui.details.link_list import links_of
from openeo_desktop.ui.details.markdown_view import MAX_COLUMNS, MarkdownView
from tests.support.fake_services import FakeServices, LoopSpawn
from tests.support.sketch_jobs import sketch_services


@pytest.fixture
def services() -> FakeServices:
    return sketch_services(3)


@pytest.fixture
def more(services: FakeServices, spawn: LoopSpawn, qtbot: QtBot) -> Iterator[DetailsMore]:
    view = DetailsMore(cast("Any", services), spawn)
    qtbot.addWidget(view)
    view.resize(380, 700)
    view.show()
    yield view
    view.hide()


def job(**more: Any) -> Job:
    found = parse_job(AccountId("a"), {"id": "j", "status": "created", **more})
    assert found is not None
    return found


def test_headings_of_a_description_are_not_larger_than_the_title(qtbot: QtBot) -> None:
    view = MarkdownView("Description")
    qtbot.addWidget(view)
    view.show_markdown("# One\n\nText\n\n## Two\n\n### Three")
    block, levels = view.document().begin(), dict[int, object]()
    while block.isValid():
        found = block.begin().fragment().charFormat()
        size = found.property(QTextFormat.Property.FontSizeAdjustment)
        levels[block.blockFormat().headingLevel()] = size
        block = block.next()
    assert levels == {1: 1, 0: None, 2: 0, 3: 0}


def test_a_description_is_markdown_without_html_and_images(qtbot: QtBot) -> None:
    view = MarkdownView("Description")
    qtbot.addWidget(view)
    view.show_markdown(
        "# Head\n\n**bold** <b>no</b> ![the alt](https://evil.example/x.png) ![ref][r]\n\n"
        "[r]: file:///etc/passwd\n\n<img src='https://evil.example/y.png'>"
    )
    text = view.toPlainText()
    assert "bold <b>no</b> the alt ref" in text
    assert "<img src='https://evil.example/y.png'>" in text
    assert "￼" not in text
    picture = QTextDocument.ResourceType.ImageResource.value
    assert view.loadResource(picture, QUrl("file:///etc/hostname")) is None


def test_a_table_that_nobody_reads_is_not_laid_out(qtbot: QtBot) -> None:
    view = MarkdownView("Description")
    qtbot.addWidget(view)
    text = "|" * (MAX_COLUMNS + 1) + "\n" + "|-" * (MAX_COLUMNS + 1)
    view.show_markdown(text)
    assert view.toPlainText() == text


@pytest.mark.parametrize(
    "text",
    [
        ">" * 1000 + "x",
        "- " * 1000 + "x",
        "1. " * 1000 + "x",
        "- - - x\n" * 300,
        "|a|b|\n|-|-|\n" + "|a|b|\n" * 600,
    ],
    ids=["quotes", "lists", "numbers", "many lists", "long table"],
)
def test_what_would_hang_the_window_is_shown_as_it_is(qtbot: QtBot, text: str) -> None:
    """Some thousands of lists within each other keep Qt busy for minutes."""
    view = MarkdownView("Description")
    qtbot.addWidget(view)
    view.show_markdown(text)
    assert view.toPlainText() == text.strip()


def test_ordinary_lists_quotes_and_tables_are_laid_out(qtbot: QtBot) -> None:
    view = MarkdownView("Description")
    qtbot.addWidget(view)
    rows = "".join(f"|{n}|two|\n" for n in range(100))
    view.show_markdown("> - **quoted**\n\n" + "- point\n" * 200 + "\n|a|b|\n|-|-|\n" + rows)
    assert "**" not in view.toPlainText()
    assert "|" not in view.toPlainText()


def test_a_link_is_asked_about_with_its_host(more: DetailsMore, qtbot: QtBot) -> None:
    more.show_job(job(description="[click](https://b.example/page?x=1) [bad](javascript:alert(1))"))
    more.description.link_requested.emit("javascript:alert(1)")
    assert more.findChild(QMessageBox) is None
    more.description.link_requested.emit("https://b.example/page?x=1")
    box = more.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "b.example" in box.text()
    assert "b.example/page?x=1" in box.informativeText()
    box.reject()


def test_only_pages_are_links() -> None:
    raw = [
        {"href": "https://a.example/doc", "rel": "about", "title": "About <b>"},
        {"href": "https://a.example/doc", "rel": "license"},
        {"href": "https://a.example/jobs/1", "rel": "self"},
        {"href": "file:///etc/passwd", "rel": "about"},
        {"href": "https://u:p@evil.example/", "rel": "about"},
        {"href": 3},
        "text",
    ]
    assert [(link.title, link.address) for link in links_of(raw)] == [
        ("About <b>", "https://a.example/doc")
    ]
    assert links_of(None) == links_of({"href": "https://a.example"}) == []


def test_links_have_a_section_of_their_own(more: DetailsMore) -> None:
    more.show_job(job(links=[{"href": "https://a.example/x", "rel": "about", "title": "A & B"}]))
    button = more.links.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    assert button.accessibleName() == "A & B, at a.example"
    more.show_job(job())
    assert more.links.count == 0
    assert not more.links.isVisible()


def test_the_history_tells_what_was_seen(
    more: DetailsMore, services: FakeServices, qtbot: QtBot
) -> None:
    seen = job(status="queued", created="2026-01-01T10:00:00Z")
    begin = dt.datetime(2026, 1, 1, 10, 5, tzinfo=dt.UTC)
    services.jobs.status_history[seen.key] = (
        StatusChange(JobStatus.CREATED, begin - dt.timedelta(minutes=4), first=True),
        StatusChange(JobStatus.QUEUED, begin),
    )
    more.show_job(seen)
    qtbot.waitUntil(lambda: more.timeline.lines()[1:] not in ([], ["Queued"]))
    more.follow_clock(begin + dt.timedelta(minutes=9))
    created, queued = more.timeline.lines()
    assert created.startswith("Created")
    assert created.endswith("5 min")
    assert queued.startswith("Queued")
    assert queued.endswith("9 min")


def test_federation_and_unknown_fields_are_told(more: DetailsMore) -> None:
    more.show_job(
        job(**{"federation:backends": ["vito", "eodc"], "priority": 3, "deep": {"a": 1}, "b": True})
    )
    rows = {row.label: row.value for row in more.others.rows()}
    assert rows == {"Back-ends": "vito, eodc", "priority": "3", "b": "yes"}


def test_the_whole_document_is_there_as_json(more: DetailsMore, qtbot: QtBot) -> None:
    more.show_job(job(title="One", own={"deep": [1, 2]}))
    assert more.raw.text() == ""
    more.raw.toggle.click()
    qtbot.waitUntil(lambda: bool(more.raw.text()))
    assert json.loads(more.raw.text())["own"] == {"deep": [1, 2]}
    more.show_job(job(title="Two"))
    qtbot.waitUntil(lambda: "Two" in more.raw.text())


def test_without_anything_to_say_nothing_is_there(more: DetailsMore) -> None:
    more.show_job(job())
    assert not more.description.isVisible()
    assert not more.timeline.isVisible()
    assert not more.others.isVisible()
