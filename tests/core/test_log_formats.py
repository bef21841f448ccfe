"""Log entries as text, JSON and CSV: whole, readable again, and never a formula."""

from __future__ import annotations

import csv
import io
import json

from openeo_desktop.core import log_formats
from openeo_desktop.core.log_formats import LogFormat
from openeo_desktop.core.logs import PathStep, entry_path, parse_log_entry

ENTRIES = [
    parse_log_entry(
        {
            "id": "1",
            "level": "error",
            "message": '=1+1\nsecond "line"',
            "code": "@Code",
            "time": "2026-01-02T03:04:05Z",
            "data": {"ü": [1]},
            "path": [{"node_id": "load1"}],
        }
    ),
    parse_log_entry({"id": "2", "level": "info", "message": "<b>x</b>\u202e"}),
]


def _file(form: LogFormat, size: int) -> str:
    """Written in portions of this size."""
    text = log_formats.opening(form)
    for start in range(0, len(ENTRIES), size):
        part = ENTRIES[start : start + size]
        text += log_formats.portion(form, part, first=start == 0)
    return text + log_formats.closing(form)


def test_json_is_what_the_back_end_sent_however_it_is_portioned() -> None:
    for size in (1, 2):
        document = json.loads(_file(LogFormat.JSON, size))
        assert document == {"logs": [dict(entry.raw) for entry in ENTRIES]}
    assert json.loads(log_formats.log_document([])) == {"logs": []}


def test_csv_has_all_columns_and_no_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(_file(LogFormat.CSV, 1))))
    assert rows[0] == {
        "time": "2026-01-02T03:04:05Z",
        "level": "error",
        "code": "'@Code",
        "node": "load1",
        "message": '\'=1+1\nsecond "line"',
        "id": "1",
        "data": '{"ü":[1]}',
    }
    assert [row["time"] for row in rows] == ["2026-01-02T03:04:05Z", ""]


def test_text_has_whole_messages_and_visible_controls() -> None:
    text = _file(LogFormat.TEXT, 2)
    assert '\terror\t[@Code] =1+1\nsecond "line"\n' in text
    assert text.endswith("info\t<b>x</b>\\u202e\n")


def test_the_ending_tells_the_format() -> None:
    names = ("a.json", "a.CSV", "a.txt", "a.log", "a")
    forms = [LogFormat.of_name(name).value for name in names]
    assert forms == ["json", "csv", "txt", "txt", "txt"]


def test_a_path_is_read_leniently() -> None:
    raw = [{"node_id": "b", "process_id": "mean"}, "x", {"node_id": None}, {"node_id": "a"}]
    entry = parse_log_entry({"id": "1", "message": "", "path": raw})
    assert entry_path(entry) == (PathStep("b", "mean"), PathStep("a"))
    assert entry_path(parse_log_entry({"id": "1", "message": "", "path": "x"})) == ()
