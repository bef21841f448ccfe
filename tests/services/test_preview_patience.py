"""How long the app waits for the reader of previews: by a clock of its own, in no time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import PreviewError
from openeo_desktop.services import preview_process
from openeo_desktop.services.preview_process import (
    ALTOGETHER_WITHIN,
    ANSWER_WITHIN,
    Frame,
    PreviewProcess,
)

WORKING: Frame = ({"working": 1}, [])
ANSWER: Frame = ({"answer": 1, "value": 7}, [])
NEED: Frame = ({"need": 1, "offset": 0, "length": 4}, [])


class Clock:
    """Goes on only when the reader is waited for."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


class ScriptedProcess(PreviewProcess):
    """A reader that says these things, each so many seconds after the one before."""

    def __init__(self, clock: Clock, script: list[tuple[float, Frame | None]]) -> None:
        super().__init__(("none",))
        self._clock, self._script = clock, script
        self._warm = True
        self.ended = False
        self.sent: list[Mapping[str, Any]] = []

    def start(self) -> None: ...

    def end(self) -> None:
        self.ended = True

    def _send(self, header: Mapping[str, Any], buffers: tuple[Any, ...] = ()) -> None:
        self.sent.append(header)

    def _next(self) -> Frame | None:
        seconds, frame = self._script.pop(0) if self._script else (1.0, None)
        self._clock.now += seconds
        return frame


class FourBytes:
    """The `Ranges` of a file that is on a server."""

    name, size, media_type = "a.tif", 4, ""

    def read(self, offset: int, length: int) -> bytes:
        return b"data"[offset : offset + length]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(preview_process, "time", clock)
    return clock


def ask(process: PreviewProcess) -> Any:
    asked = {"question": "statistics"}
    return process.ask(asked, lambda value, _: value, CancelToken(), FourBytes())


def test_who_gives_signs_of_life_is_waited_for(clock: Clock) -> None:
    script: list[tuple[float, Frame | None]] = [(ANSWER_WITHIN - 1, WORKING)] * 20
    process = ScriptedProcess(clock, [*script, (ANSWER_WITHIN - 1, ANSWER)])
    assert ask(process) == 7
    assert clock.now - 100 > 10 * ANSWER_WITHIN
    assert not process.ended


def test_who_is_silent_is_given_up(clock: Clock) -> None:
    process = ScriptedProcess(clock, [(ANSWER_WITHIN - 1, WORKING)])
    with pytest.raises(PreviewError, match="takes too long"):
        ask(process)
    assert process.ended
    assert clock.now - 100 <= 2 * ANSWER_WITHIN + 1


def test_signs_of_life_do_not_help_for_ever(clock: Clock) -> None:
    process = ScriptedProcess(clock, [(1.0, WORKING)] * 1_000)
    with pytest.raises(PreviewError, match="takes too long"):
        ask(process)
    assert process.ended
    assert clock.now - 100 <= ALTOGETHER_WITHIN + 2 * ANSWER_WITHIN


def test_each_piece_from_a_server_is_a_sign_of_life(clock: Clock) -> None:
    process = ScriptedProcess(clock, [*[(ANSWER_WITHIN - 1, NEED)] * 6, (1.0, ANSWER)])
    assert ask(process) == 7
    assert [header for header in process.sent if "bytes" in header] == [{"bytes": 4}] * 6
