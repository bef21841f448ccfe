"""A desktop of a test's own: display, window manager, session bus, keychain, screen reader."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TypeVar

import pytest

from devtool.display import virtual_display
from tests.support.desk.hand import Hand
from tests.support.desk.screen_reader import Box, Gone, Part, ScreenReader
from tests.support.secret_service import SecretService
from tests.support.source_tree import ROOT
from tests.support.talking_program import Program

WITHIN = 240.0
"""Seconds until the slowest machine shows something; only a test that fails waits as long."""
APP = "openEO Desktop"
_LOOK_S = 0.1
_CARRY_S = 20.0
_STEPS = 12
_PROGRAMS = ("xdotool", "Xvfb", "openbox")
_PICTURES = "TEST_PICTURES"
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Desktop:
    """What a person has before the app is started: a screen, hands and eyes."""

    env: dict[str, str]
    home: Path
    hand: Hand
    reader: ScreenReader
    pictures: Path
    camera: Program
    program: tuple[str, ...] = (sys.executable, "-m", "openeo_desktop")
    """What starts the app."""

    @property
    def data(self) -> Path:
        """Where the app keeps its history."""
        return Path(self.env["XDG_DATA_HOME"]) / "openeo-desktop"

    def start_app(self, *words: str | Path) -> subprocess.Popen[bytes]:
        """The app as its launcher starts it: a process, no profile folder, nothing of the test."""
        command = [*self.program, *map(str, words)]
        with (self.home / "app.txt").open("ab") as said:
            return subprocess.Popen(command, env=self.env, cwd=ROOT, stdout=said, stderr=said)

    def all(self, role: str, name: str = "", *, inside: str = "") -> list[Part]:
        """Every part of this role on the screen whose name has `name` in it.

        `inside` is the name of the part that it belongs to.
        """
        parts = self.reader.parts(APP)
        if inside:
            parts = chain.from_iterable(
                self.reader.below(part) for part in list(parts) if part.name == inside
            )
        found = [part for part in parts if part.role == role and name in part.name]
        return [part for part in found if self._is_on_screen(part)]

    def _is_on_screen(self, part: Part) -> bool:
        """A dock behind another one lies beyond the left edge, and says that it shows."""
        try:
            box = self.reader.box(part)
        except Gone:
            return False
        return box.x >= 0 and box.y >= 0 and box.width > 0

    def now(self, role: str, name: str = "", *, inside: str = "") -> Part | None:
        """Such a part that can be used, if there is one now."""
        parts = self.all(role, name, inside=inside)
        return next((part for part in parts if part.is_enabled), None)

    def see(self, role: str, name: str = "", *, inside: str = "") -> Part:
        """Wait until there is such a part, and that it can be used."""
        what = f"{role} «{name}» in «{inside}»"
        return self.until(lambda: self.now(role, name, inside=inside), what)

    def see_no(self, role: str, name: str = "") -> None:
        """Wait until there is no such part any more."""
        self.until(lambda: not self.all(role, name) or None, f"no {role} «{name}»")

    def click(self, role: str, name: str = "", *, inside: str = "") -> None:
        """Click on the middle of a part, once it has come to rest."""
        self.hand.click(self.place(self.see(role, name, inside=inside)).centre)

    def drag(self, role: str, name: str, target: Program, *, inside: str = "") -> None:
        """Drag the middle of a part into another program, and let go when it takes it."""
        end = target.wait_for("ready")

        def dragged() -> bool | None:
            start = self.place(self.see(role, name, inside=inside)).centre
            return self._carried(start, (end["x"], end["y"]), target) or None

        self.until(dragged, f"a drag of «{name}»")

    def _carried(self, start: tuple[int, int], end: tuple[int, int], target: Program) -> bool:
        """One try; the row may just have been somewhere else, as layouts follow later."""
        moved = target.count("moved") + 2
        limit = time.monotonic() + _CARRY_S
        self.hand.move(start)
        self.hand.press()
        for step in range(_STEPS):
            self.hand.move(_between(start, end, step / _STEPS))
        while target.count("moved") < moved and time.monotonic() < limit:
            self.hand.move((end[0] + 5, end[1]))
            self.hand.move(end)
        self.hand.release()
        return target.count("moved") >= moved

    def place(self, part: Part) -> Box:
        """Where a part is, when it is there twice: windows and layouts move for a moment."""
        seen: list[Box] = []

        def look() -> Box | None:
            seen.append(self.reader.box(part))
            return seen[-1] if seen[-2:] == [seen[-1]] * 2 and seen[-1].width > 0 else None

        return self.until(look, f"a place of {part.role} «{part.name}»")

    def until(self, look: Callable[[], Found | None], what: str, within: float = WITHIN) -> Found:
        """The first thing that is found; a picture of what was there instead, if nothing is."""
        end = time.monotonic() + within
        while True:
            try:
                found = look()
            except Gone:
                found = None
            if found is not None:
                return found
            if time.monotonic() > end:
                self.picture("in vain")
                pytest.fail(f"waited in vain for {what}; it shows {self.describe()}")
            time.sleep(_LOOK_S)

    def picture(self, step: str) -> None:
        """Keep how the screen looks now."""
        number = len(list(self.pictures.glob("*.png"))) + 1
        path = self.pictures / f"{number:02} {step}.png"
        assert self.camera.ask(str(path)), f"no picture {path}"

    def describe(self) -> str:
        """Everything on the screen that has a name, for the message of a test that fails."""
        parts = self.reader.parts(APP)
        return "\n".join(f"{part.role} «{part.name}»" for part in parts if part.name)


@contextmanager
def desktop(folder: Path) -> Iterator[Desktop]:
    """A running one, whose home and pictures lie in `folder`."""
    _skip_without_programs()
    with ExitStack() as stack:
        service = SecretService(folder / "home")
        service.env |= {
            "DISPLAY": stack.enter_context(virtual_display()),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "XDG_SESSION_TYPE": "x11",
            "LC_ALL": "C.UTF-8",  # the walk reads English, whatever the person speaks
            "LANGUAGE": "",
        }
        env = stack.enter_context(service).env
        stack.enter_context(_running(["openbox", "--sm-disable"], env))
        camera = Program("tests.support.desk.camera", env=env)
        stack.callback(camera.close)
        camera.wait_for("ready")
        reader = stack.enter_context(ScreenReader(env["DBUS_SESSION_BUS_ADDRESS"]))
        pictures = _picture_folder(folder)
        yield Desktop(env, folder / "home", Hand(env), reader, pictures, camera)


def _between(start: tuple[int, int], end: tuple[int, int], share: float) -> tuple[int, int]:
    (x, y), (to_x, to_y) = start, end
    return round(x + (to_x - x) * share), round(y + (to_y - y) * share)


def _skip_without_programs() -> None:
    missing = [name for name in _PROGRAMS if not shutil.which(name)]
    if not sys.platform.startswith("linux") or missing:
        pytest.skip(f"a desktop of its own needs Linux, and {', '.join(missing) or 'X'}")
    if not Path("/usr/share/dbus-1/services/org.a11y.Bus.service").exists():
        pytest.skip("at-spi2-core is not installed; dev.py test installs it on Debian")


def _picture_folder(folder: Path) -> Path:
    """Where the person who runs the tests wants the pictures, or beside the home."""
    chosen = os.environ.get(_PICTURES)
    pictures = Path(chosen) if chosen else folder / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    return pictures


@contextmanager
def _running(command: list[str], env: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(30)
