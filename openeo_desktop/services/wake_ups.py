"""Notices that the computer slept, or that its network is another one now.

Looks at two clocks and at the address this computer would send from, every few seconds. Portable,
and for the command line as well as for the window: `QNetworkInformation` would need Qt and a plugin
of the platform, and knows nothing of sleep. Nothing is sent: connecting a UDP socket only asks the
system for the way.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
from collections.abc import Callable

from openeo_desktop.core.clock import Clock
from openeo_desktop.core.events import Event

log = logging.getLogger(__name__)
EVERY = 10.0
GAP = 20.0
"""Seconds that are missing before we speak of sleep; a busy computer is late by less."""
Route = tuple[str, ...]
# Addresses for documentation (RFC 5737, RFC 3849): routed like any other far one.
_FAR = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))


def present_route() -> Route:
    """The own addresses that packets to far hosts would carry; empty without a network."""
    found = []
    for family, far in _FAR:
        with contextlib.suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((far, 9))
            found.append(str(probe.getsockname()[0]))
    return tuple(found)


class WakeUps:
    """Events: `happened` after sleep, and when there is a network that was not there before;
    `slept` before it, with the seconds that have passed unnoticed.
    """

    def __init__(self, clock: Clock, route: Callable[[], Route] = present_route) -> None:
        self.happened: Event[str] = Event()
        self.slept: Event[float] = Event()
        self._clock = clock
        self._route = route
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Notice from now on."""
        self._task = asyncio.get_running_loop().create_task(self._watch(), name="wake-ups")

    async def close(self) -> None:
        """Notice no more."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _watch(self) -> None:
        route = self._route()
        while True:
            wall, mono = self._clock.now(), self._clock.monotonic()
            await asyncio.sleep(EVERY)
            # The monotonic clock stands still in sleep on some systems, and goes on on others.
            gone = max((self._clock.now() - wall).total_seconds(), self._clock.monotonic() - mono)
            before, route = route, self._route()
            if gone > EVERY + GAP:
                self.slept.emit(gone)
                self._tell(f"{gone:.0f} s have passed unnoticed")
            elif route and set(route) - set(before):
                self._tell("the network is another one")

    def _tell(self, reason: str) -> None:
        log.info("Looking at all back-ends at once: %s", reason)
        self.happened.emit(reason)
