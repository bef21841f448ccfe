"""The log file: no secret in it at any level, also not from libraries; loggers as they were."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from openeo_desktop.core.log_file import LEVEL_VARIABLE, start_log_file, stop_log_file

OURS = logging.getLogger("openeo_desktop.some.module")
THEIRS = logging.getLogger("urllib3.connectionpool")
LINE = '%s://%s:%s "%s %s %s" %s %s'
ARGS = ("https", "h.org", 443, "GET", "/a?sig=CANARY0123456789", "HTTP/1.1", 200, None)


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in ("", "openeo_desktop")]
    levels = [logger.level for logger in loggers]
    yield
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)


def _log(folder: Path, level: int | None) -> str:
    handler = start_log_file(folder, level)
    try:
        OURS.debug("ours in detail, token=CANARY0123456789")
        OURS.info("ours")
        THEIRS.debug(LINE, *ARGS)
        THEIRS.warning("theirs: %s", {"access_token": "CANARY0123456789"})
    finally:
        stop_log_file(handler)
    OURS.warning("after the end")
    return (folder / "openeo-desktop.log").read_text("utf-8")


def test_debug_has_everything_but_secrets(tmp_path: Path) -> None:
    text = _log(tmp_path, logging.DEBUG)
    assert "ours in detail" in text
    assert "GET /a?" in text
    assert "CANARY" not in text
    assert "after the end" not in text


def test_info_has_ours_and_the_warnings_of_libraries(tmp_path: Path) -> None:
    text = _log(tmp_path, None)
    assert "ours\n" in text
    assert "theirs" in text
    assert "in detail" not in text
    assert "GET" not in text
    assert "CANARY" not in text


def test_level_comes_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LEVEL_VARIABLE, "debug")
    assert "ours in detail" in _log(tmp_path, None)
    monkeypatch.setenv(LEVEL_VARIABLE, "nonsense")
    (tmp_path / "second").mkdir()
    assert "ours in detail" not in _log(tmp_path / "second", None)


def test_loggers_are_left_as_they_were(tmp_path: Path) -> None:
    root, ours = logging.getLogger(), logging.getLogger("openeo_desktop")
    before = (root.level, ours.level, list(root.handlers), list(ours.handlers))
    _log(tmp_path, logging.DEBUG)
    assert (root.level, ours.level, list(root.handlers), list(ours.handlers)) == before


def test_folder_that_cannot_be_written_is_no_crash(tmp_path: Path) -> None:
    assert start_log_file(tmp_path / "not" / "there") is None
    stop_log_file(None)
