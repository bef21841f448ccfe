"""What a sign-in asks a person for, on a terminal: a code to type, a page to open, a password."""

from __future__ import annotations

import asyncio
import getpass
import os
import signal
import sys
import webbrowser
from collections.abc import Callable

from openeo_desktop.core.errors import SignInNeeded
from openeo_desktop.core.formatting import format_clock
from openeo_desktop.core.sign_in import DeviceCode
from openeo_desktop.core.times import format_time, utc_now
from openeo_desktop.headless.output import Output


class TerminalPrompts:
    """`SignInPrompts` on a terminal. A context manager: at its end the count-down is gone.

    Args:
        start: Runs a blocking call elsewhere; nobody waits for it.
    """

    def __init__(
        self, output: Output, start: Callable[[Callable[[str], object], str], object]
    ) -> None:
        self._output = output
        self._start = start
        self._clock: asyncio.Task[None] | None = None

    def __enter__(self) -> TerminalPrompts:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._clock is not None:
            self._clock.cancel()
            _write("\r\x1b[K")

    def show_device_code(self, code: DeviceCode) -> None:
        """Say where to type which code, and on a terminal how long it holds."""
        self._output.line(f"Open {code.verification_uri} in a browser, on any device,")
        self._output.line(f"and type the code:  {code.user_code}")
        if code.complete_uri:
            self._output.line(f"With the code in it already: {code.complete_uri}")
        self._output.document(
            {
                "user_code": code.user_code,
                "verification_uri": code.verification_uri,
                "verification_uri_complete": code.complete_uri,
                "expires_at": format_time(code.expires_at),
            }
        )
        if sys.stderr.isatty() and not self._output.as_json:
            self._clock = asyncio.get_running_loop().create_task(_count_down(code))

    def open_browser(self, url: str) -> None:
        """Say the address, and open it where there is a screen."""
        self._output.line("Sign in with this address in a browser on this computer:")
        self._output.line(url)
        self._output.document({"url": url})
        if _has_screen():
            self._start(webbrowser.open, url)


async def _count_down(code: DeviceCode) -> None:
    while (left := code.expires_at - utc_now()).total_seconds() > 0:
        _write(f"\r\x1b[KWaiting for you; the code holds for {format_clock(left)} (Ctrl-C: stop)")
        await asyncio.sleep(1.0)


def _write(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()


def _has_screen() -> bool:
    """Without one `webbrowser` would start a text browser in this very terminal."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def ask_secret(question: str, what: str, variable: str) -> str:
    """A secret from the environment, or typed unseen.

    Args:
        question: Shown in front of what is typed.
        what: What is missing without it, for the error.
        variable: Of the environment.

    Raises:
        SignInNeeded: It is not there, and there is no terminal.
    """
    given = os.environ.get(variable)
    if given:
        return given
    if not sys.stdin.isatty():
        raise SignInNeeded(f"There is no {what}.", f"Set {variable} or use a terminal.")
    try:
        return _interruptible(getpass.getpass, question)
    except EOFError:
        raise SignInNeeded(f"There is no {what}.", "Try again and type it.") from None


def ask_yes(question: str) -> bool:
    """A yes that was typed; anything else, and no terminal, is no."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    _write(f"{question} [y/N] ")
    return _interruptible(sys.stdin.readline).strip().lower() in ("y", "yes")


def _interruptible(ask: Callable[..., str], *arguments: str) -> str:
    """Ctrl-C ends the question: asyncio's own handler would only cancel the task behind it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return ask(*arguments)
    finally:
        signal.signal(signal.SIGINT, before)
