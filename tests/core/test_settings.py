"""Remembered choices: survive a kill, a damaged file and a full disk."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from openeo_desktop.core.process_lock import ProcessLock
from openeo_desktop.core.settings import Settings, write_atomically


def test_values_are_there_again(tmp_path: Path) -> None:
    path = tmp_path / "sub" / "settings.json"
    settings = Settings(path)
    settings.set("a", 1)
    settings.set("b", {"x": [1, "é"]})
    settings.save()
    again = Settings(path)
    assert again.get("a", 0) == 1
    assert again.get("b", {}) == {"x": [1, "é"]}


def test_value_of_another_type_gives_the_default(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"width": "wide", "scale": 2}')
    settings = Settings(path)
    assert settings.get("width", 10) == 10
    assert settings.get("scale", 1.0) == 2.0


@pytest.mark.parametrize("text", ["{", "[1]", "\x00\xff", '{"a": ', "[" * 100_000])
def test_damaged_file_is_set_aside_and_defaults_hold(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, "latin-1")
    settings = Settings(path)
    assert settings.get("a", 7) == 7
    assert (tmp_path / "settings.damaged.json").read_text("latin-1") == text
    settings.set("a", 8)
    settings.save()
    assert json.loads(path.read_text()) == {"a": 8}


def test_failed_save_keeps_the_old_file_and_tries_again(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    settings = Settings(path)
    settings.set("a", 1)
    blocker = tmp_path / "settings.json"
    blocker.mkdir()  # a folder in the way: the rename must fail
    settings.save()
    assert set(tmp_path.iterdir()) == {blocker, tmp_path / "settings.json.lock"}
    blocker.rmdir()
    settings.save()
    assert json.loads(path.read_text()) == {"a": 1}


def test_unchanged_settings_write_nothing(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings.set("a", 1)
    settings.save()
    (tmp_path / "settings.json").unlink()
    settings.set("a", 1)
    settings.save()
    assert not (tmp_path / "settings.json").exists()


def test_write_leaves_no_part_behind(tmp_path: Path) -> None:
    write_atomically(tmp_path / "x", b"one")
    write_atomically(tmp_path / "x", b"two")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("x", b"two")]


def test_what_another_process_saved_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    window, command = Settings(path), Settings(path)
    window.set("width", 10)
    window.save()
    command.set("patience/a", 1.5)
    command.save()
    window.set("width", 20)
    window.save()
    assert json.loads(path.read_text()) == {"width": 20, "patience/a": 1.5}


def test_a_save_waits_for_that_of_another_process(tmp_path: Path) -> None:
    """Reading and writing go together: what the other one writes between them is not lost."""
    path = tmp_path / "settings.json"
    window = Settings(path)
    window.set("width", 10)
    other = ProcessLock(tmp_path / "settings.json.lock")
    assert other.take()
    saving = threading.Thread(target=window.save)
    saving.start()
    path.write_text('{"patience/a": 1.5}')
    other.release()
    saving.join(60)
    assert json.loads(path.read_text()) == {"width": 10, "patience/a": 1.5}


def test_a_lock_that_is_never_let_go_loses_no_choice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("openeo_desktop.core.settings.LONGEST_WAIT", 0.0)
    other = ProcessLock(tmp_path / "settings.json.lock")
    assert other.take()
    settings = Settings(tmp_path / "settings.json")
    settings.set("width", 10)
    settings.save()
    other.release()
    assert json.loads((tmp_path / "settings.json").read_text()) == {"width": 10}
