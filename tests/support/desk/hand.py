"""The mouse and the keyboard of one display, by xdotool alone."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping

_WITHIN_S = 60


class Hand:
    """What a person's hands do. Keys are named as X names them: `ctrl+n`, `Return`."""

    def __init__(self, env: Mapping[str, str]) -> None:
        """`env` names the display."""
        self._env = dict(env)

    def click(self, place: tuple[int, int]) -> None:
        """Go there and click."""
        self.move(place)
        self._do("click", 1)

    def move(self, place: tuple[int, int]) -> None:
        """Go there; one step beside it first, as a window hears of motion alone."""
        x, y = place
        self._do("mousemove", x + 3, y, "mousemove", x, y)

    def press(self) -> None:
        """Hold the left button down."""
        self._do("mousedown", 1)

    def release(self) -> None:
        """Let the left button go."""
        self._do("mouseup", 1)

    def keys(self, *names: str) -> None:
        """Strike one after the other."""
        self._do("key", "--clearmodifiers", *names)

    def _do(self, *words: str | int) -> None:
        command = ["xdotool", *map(str, words)]
        subprocess.run(command, env=self._env, check=True, timeout=_WITHIN_S, capture_output=True)
