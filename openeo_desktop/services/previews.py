"""Result files opened for a look: those on this computer, and what a server gives in parts.

The reading happens in a process of its own (`preview_process`); a crash there costs one preview.
After it the files that are open are opened again by themselves, at the next question.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine, Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import (
    AppError,
    FileChangedError,
    PreviewAgainError,
    PreviewError,
)
from openeo_desktop.core.events import Event
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.download_links import DownloadLinks
from openeo_desktop.services.lanes import Lanes
from openeo_desktop.services.preview_process import PreviewProcess
from openeo_desktop.services.preview_ranges import AssetRanges, Fetched
from openeo_desktop.services.results import ResultsService

if TYPE_CHECKING:
    from openeo_desktop.preview.ranges import Ranges
    from openeo_desktop.preview.values import (
        BandStatistics,
        Opened,
        Picture,
        PictureRequest,
        PreviewKind,
        Probe,
        Profile,
        Series,
        TablePage,
        WarpRequest,
        Window,
    )

log = logging.getLogger(__name__)
IDLE_SECONDS = 120.0
"""Without an open file for so long, the process ends and gives its memory back."""
TRIES = 2
"""A file that ended the process so often is not tried again before it changes."""


@dataclass(frozen=True, slots=True)
class PreviewTarget:
    """A file of a result: at `path`, or still on the server."""

    job: JobKey
    asset_key: str
    path: Path | None = None


class OpenPreview:
    """A file that is open for questions; each may raise an `AppError`.

    Attributes:
        opened: What it holds.
        fetched: What was taken from a server for it.
        fetched_changed: Tells of more.
    """

    def __init__(
        self, service: PreviewService, source: Path | AssetRanges, handle: int, opened: Opened
    ) -> None:
        self.opened = opened
        self.fetched = Fetched()
        self.fetched_changed: Event[Fetched] = Event()
        self._service = service
        self._source = source
        self._handle = handle

    async def picture(self, request: PictureRequest) -> Picture:
        """Values within a window."""
        found: Picture = await self._ask("picture", request)
        return found

    async def warped(self, request: WarpRequest) -> Picture:
        """Values on the grid of another raster."""
        found: Picture = await self._ask("warped", request)
        return found

    async def statistics(
        self, layer: int, bands: Sequence[int], window: Window | None = None, exact: bool = False
    ) -> tuple[BandStatistics, ...]:
        """Numbers of some bands within a window; None: of all of the layer."""
        found: tuple[BandStatistics, ...] = await self._ask(
            "statistics", layer, tuple(bands), window, exact
        )
        return found

    async def probe(self, layer: int, column: float, row: float) -> Probe:
        """The values of all bands at one pixel."""
        found: Probe = await self._ask("probe", layer, column, row)
        return found

    async def profile(
        self, layer: int, bands: Sequence[int], points: Sequence[tuple[float, float]]
    ) -> Profile:
        """Values along a line."""
        found: Profile = await self._ask("profile", layer, tuple(bands), tuple(points))
        return found

    async def pixel_series(self, layer: int, column: float, row: float) -> Series:
        """The values of one pixel over time."""
        found: Series = await self._ask("pixel_series", layer, column, row)
        return found

    async def page(self, first: int, count: int) -> TablePage:
        """Rows of a table."""
        found: TablePage = await self._ask("page", first, count)
        return found

    async def view(self, kind: PreviewKind) -> Opened:
        """The same file in another way (one of `opened.also`)."""
        found: Opened = await self._ask("view", kind)
        return found

    async def _ask(self, question: str, *arguments: Any) -> Any:
        return await self._service.ask(self._source, self._handle, question, arguments)

    def close(self) -> None:
        """Let go of the file; no question may follow."""
        self._service.let_go(self._handle)


class PreviewService:
    """Opens files for a look, on the lane `preview`."""

    def __init__(
        self,
        lanes: Lanes,
        accounts: AccountsService,
        results: ResultsService,
        process: PreviewProcess | None = None,
    ) -> None:
        self._lane = lanes.preview
        self._accounts = accounts
        self._results = results
        self._links = DownloadLinks(results)
        self._process = process or PreviewProcess()
        self._handles = 0
        self._generations: dict[int, int] = {}
        self._ended_it: dict[Hashable, int] = {}
        self._tasks: set[asyncio.Task[Any]] = set()
        self._idle: asyncio.TimerHandle | None = None
        self._closed = False

    async def open(self, target: PreviewTarget | Path) -> OpenPreview:
        """Open a file.

        Raises:
            PreviewError: It cannot be shown, in words.
            AppError: It is on a server that does not give it.
        """
        source = target if isinstance(target, Path) else await self._source(target)
        self._handles += 1
        handle = self._handles
        self._busy()
        try:
            opened, generation = await self._lane.run(self._open, source, handle)
        except BaseException:
            self._generations[handle] = 0  # perhaps it is open there, or will be
            self.let_go(handle)
            raise
        self._generations[handle] = generation
        file = OpenPreview(self, source, handle, opened)
        if isinstance(source, AssetRanges):
            self._follow(source, file)
        return file

    def warm_up(self) -> None:
        """A file will be looked at soon: have the process ready."""
        if not self._closed and not self._process.is_running:
            self._rest()
            self._later(self._lane.run(self._warm_up))

    async def ask(
        self, source: Path | AssetRanges, handle: int, question: str, arguments: Sequence[Any]
    ) -> Any:
        """One question on an open file; cancelling the task gives the answer up."""
        return await self._lane.run(self._ask, source, handle, question, arguments)

    def let_go(self, handle: int) -> None:
        """Nobody looks at that file any more."""
        if self._generations.pop(handle, None) is not None and not self._closed:
            self._later(self._lane.run(self._forget, handle))
        if not self._generations and not self._closed:
            self._rest()

    async def close(self) -> None:
        """End the process at once, whatever it does."""
        self._closed = True
        self._busy()
        self._process.close()
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _source(self, target: PreviewTarget) -> Path | AssetRanges:
        if target.path is not None:
            return target.path
        results = await self._results.get(target.job)
        asset = results.asset(target.asset_key) if results is not None else None
        if asset is None:
            raise PreviewError("This file is no longer among the results.", "Refresh the results.")
        return AssetRanges(target.job, asset, self._links, self._accounts)

    def _follow(self, source: AssetRanges, file: OpenPreview) -> None:
        """Bytes are counted on the lane and told on the loop."""
        loop = asyncio.get_running_loop()

        def tell(fetched: Fetched) -> None:
            file.fetched = fetched
            file.fetched_changed.emit(fetched)

        file.fetched = source.fetched
        source.follow(lambda fetched: loop.call_soon_threadsafe(tell, fetched))

    def _open(
        self, source: Path | AssetRanges, handle: int, token: CancelToken
    ) -> tuple[Opened, int]:
        """On the lane: what the file holds, and in which process it is open."""
        from openeo_desktop.preview.values import Opened

        self._refuse_what_ends_it(source)
        if isinstance(source, AssetRanges):
            source.token = token  # its size may have to be asked for
        opened = self._question(source, _opening(source, handle), Opened, token)
        return opened, self._process.generation

    def _ask(
        self,
        source: Path | AssetRanges,
        handle: int,
        question: str,
        arguments: Sequence[Any],
        token: CancelToken,
    ) -> Any:
        from openeo_desktop.preview.questions import QUESTIONS
        from openeo_desktop.preview.wire import pack

        packed = [pack(one, []) for one in arguments]
        asked = {"question": question, "handle": handle, "arguments": packed}
        kind = QUESTIONS[question].answer
        try:
            self._have_open(source, handle, token)
            return self._question(source, asked, kind, token)
        except FileChangedError:
            if not isinstance(source, AssetRanges):
                raise
            source.start_anew()
            self._have_open(source, handle, token, anew=True)
            return self._question(source, asked, kind, token)

    def _have_open(
        self, source: Path | AssetRanges, handle: int, token: CancelToken, *, anew: bool = False
    ) -> None:
        """Open it again where that process has ended, or the file is another one."""
        known = self._generations.get(handle)
        if known is None:
            raise PreviewAgainError("This file is no longer open.", "Choose it again.")
        if anew or known != self._process.generation or not self._process.is_running:
            _, generation = self._open(source, handle, token)
            if handle in self._generations:  # nobody has let go of it meanwhile
                self._generations[handle] = generation

    def _question(
        self, source: Path | AssetRanges, asked: dict[str, Any], kind: Any, token: CancelToken
    ) -> Any:
        from openeo_desktop.preview.wire import unpack

        ranges: Ranges | None = None
        if isinstance(source, AssetRanges):
            source.token = token
            ranges = source
        try:
            return self._process.ask(asked, partial(unpack, kind), token, ranges)
        except PreviewError:
            if not self._process.is_running:
                self._note_end(source)
            raise

    def _refuse_what_ends_it(self, source: Path | AssetRanges) -> None:
        if self._ended_it.get(_mark(source), 0) >= TRIES:
            raise PreviewError(
                "This file has ended the reader of previews before, so it is not tried again.",
                "Download it again, or open it with another program.",
            )

    def _note_end(self, source: Path | AssetRanges) -> None:
        if not self._closed:
            mark = _mark(source)
            self._ended_it[mark] = self._ended_it.get(mark, 0) + 1

    def _warm_up(self, token: CancelToken) -> None:
        """The libraries are loaded by a first question, which has an answer of its own."""
        asked = {"question": "warm up", "handle": 0}
        self._process.ask(asked, lambda value, _buffers: value, token)

    def _forget(self, handle: int, token: CancelToken) -> None:
        if self._process.is_running:
            asked = {"question": "close", "handle": handle}
            self._process.ask(asked, lambda value, _buffers: value, token)

    def _later(self, coroutine: Coroutine[Any, Any, Any]) -> None:
        task = asyncio.get_running_loop().create_task(coroutine, name="preview process")
        self._tasks.add(task)
        task.add_done_callback(self._on_done)

    def _on_done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            level = logging.INFO if isinstance(error, AppError) else logging.ERROR
            log.log(level, "Preview process: %s", error, exc_info=level == logging.ERROR)

    def _busy(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None

    def _rest(self) -> None:
        self._busy()
        loop = asyncio.get_running_loop()
        self._idle = loop.call_later(IDLE_SECONDS, self._on_idle)

    def _on_idle(self) -> None:
        self._idle = None
        if not self._generations and not self._closed:
            self._later(self._lane.call(self._end_if_idle))

    def _end_if_idle(self) -> None:
        if not self._generations:
            self._process.end()


def _opening(source: Path | AssetRanges, handle: int) -> dict[str, Any]:
    asked: dict[str, Any] = {"question": "open", "handle": handle}
    if isinstance(source, Path):
        return asked | {"path": str(source.absolute())}
    return asked | {"name": source.name, "size": source.size, "media_type": source.media_type}


def _mark(source: Path | AssetRanges) -> Hashable:
    """A file as it is now."""
    if not isinstance(source, Path):
        return source.mark
    try:
        return source, source.stat().st_mtime_ns
    except OSError:
        return source, 0
