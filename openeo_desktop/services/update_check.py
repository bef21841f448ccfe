"""Looks once a day whether there is a newer release, and says so; the app never updates itself.

Off by the person's choice, and in copies that were not built for people. A failure is silent: it is
tried again the next day, and whoever asks by hand is told.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging

from openeo_desktop import __version__
from openeo_desktop.api.releases import ask_latest
from openeo_desktop.core.clock import SYSTEM_CLOCK, Clock
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.events import Event
from openeo_desktop.core.json_values import as_text
from openeo_desktop.core.releases import Release, is_newer, parse_release, releases_address
from openeo_desktop.core.settings import Settings
from openeo_desktop.services.lanes import Lane

log = logging.getLogger(__name__)
LOOK, LOOKED_AT, SKIPPED = "updates/look", "updates/looked_at", "updates/skipped"
_ETAG, _KNOWN = "updates/etag", "updates/known"
FIRST_AFTER, LOOK_AGAIN = 60.0, 3600.0
"""Seconds: the start is not disturbed; then each hour whether a day is over, also after sleep."""
EVERY = dt.timedelta(days=1)


class UpdateCheck:
    """Asks between `start` and `close`.

    Args:
        lane: For the request.
        address: Where to ask; None: what this copy was built with. Empty: nowhere.
        version: Which one this is.
    """

    def __init__(
        self,
        settings: Settings,
        lane: Lane,
        clock: Clock = SYSTEM_CLOCK,
        *,
        address: str | None = None,
        version: str = __version__,
    ) -> None:
        self.found: Event[Release] = Event()
        self._settings = settings
        self._lane = lane
        self._clock = clock
        self._address = address
        self._version = version
        self._task: asyncio.Task[None] | None = None

    @property
    def address(self) -> str:
        """Where it asks; empty if this copy has no such address."""
        if self._address is None:
            self._address = releases_address()
        return self._address

    @property
    def is_wanted(self) -> bool:
        """The person's choice."""
        return self._settings.get(LOOK, True)

    def start(self) -> None:
        """Look now and then from now on."""
        self._task = asyncio.get_running_loop().create_task(self._watch(), name="look for updates")

    async def close(self) -> None:
        """Stop looking."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def look(self) -> Release | None:
        """Ask now; the newer release, or None if this is the newest.

        Raises:
            AppError: No usable answer.
        """
        etag = self._settings.get(_ETAG, "")
        answer = await self._lane.run(ask_latest, self.address, etag)
        if answer.document is not None:
            self._remember(parse_release(answer.document), answer.etag)
        self._settings.set(LOOKED_AT, self._clock.now().isoformat())
        return self.newer

    @property
    def newer(self) -> Release | None:
        """The newer release that was seen last, also without asking again."""
        known = self._settings.get(_KNOWN, dict[str, str]())
        texts = [as_text(known.get(name)) for name in ("version", "notes", "page")]
        if not is_newer(texts[0], self._version) or not texts[2].startswith("https://"):
            return None
        return Release(*texts)

    def skip(self, release: Release) -> None:
        """Do not tell of this one any more."""
        self._settings.set(SKIPPED, release.version)

    def _remember(self, release: Release | None, etag: str) -> None:
        """Kept with the etag: an answer «unchanged» stands for it."""
        known: dict[str, str] = {}
        if release is not None:
            known = {"version": release.version, "notes": release.notes, "page": release.page}
        self._settings.set(_KNOWN, known)
        self._settings.set(_ETAG, etag if known else "")

    def _is_due(self) -> bool:
        """A clock that was set back does not put it off for ever."""
        try:
            last = dt.datetime.fromisoformat(self._settings.get(LOOKED_AT, ""))
        except ValueError:
            return True
        aware = last if last.tzinfo is not None else last.replace(tzinfo=dt.UTC)
        return abs(self._clock.now() - aware) >= EVERY

    async def _watch(self) -> None:
        await asyncio.sleep(FIRST_AFTER)
        while True:
            await self.look_if_due()
            await asyncio.sleep(LOOK_AGAIN)

    async def look_if_due(self) -> None:
        """Ask if it is wanted and a day is over; what is new is told by `found`."""
        if not (self.is_wanted and self.address and self._is_due()):
            return
        try:
            release = await self.look()
        except AppError as error:
            log.info("No look for a newer version: %s", error.message)
            return
        if release is not None and release.version != self._settings.get(SKIPPED, ""):
            self.found.emit(release)
