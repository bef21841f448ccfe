"""One raster on one canvas: asks for what is seen, paints it off the GUI thread, latest wins.

No widgets here. Two answers are kept: the whole layer, coarse, and the part that is seen, sharp; so
that another colour map needs no question, and panning shows something at once.
"""

from __future__ import annotations

import asyncio
import functools
from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from openeo_desktop.core.errors import AppError
from openeo_desktop.preview.values import BandStatistics, RasterFile, Window
from openeo_desktop.ui.loop.background import BackgroundCalls
from openeo_desktop.ui.loop.while_there import while_there
from openeo_desktop.ui.preview.band_channels import BandTable, Channel, tables
from openeo_desktop.ui.preview.raster_choice import RasterChoice
from openeo_desktop.ui.preview.raster_colours import paint_all, style_of
from openeo_desktop.ui.preview.raster_questions import ask_picture, ask_statistics

if TYPE_CHECKING:
    from openeo_desktop.preview.values import Picture, Style
    from openeo_desktop.services.spawner import Spawn
    from openeo_desktop.ui.preview.questions import RasterQuestions
    from openeo_desktop.ui.preview.shown_picture import ShownPicture

WAIT_MS = 40
"""A wheel turns in steps: what is seen between two of them is not asked for."""
MOST_PIXELS = 1_500_000
Work = Callable[[], Coroutine[Any, Any, None]]
MARGIN = 0.1
"""So much more than is seen is asked for at each side: a small move shows no edge."""


class RasterSession(QObject):
    """What is known of one open file, and what of it is shown.

    Attributes:
        file: What the file holds.
        tables: The bands of each of its grids.
        choice: What is shown; None before the first.
        numbers: Statistics of channels of the whole layer, as far as they were asked for.
        style: How values become colours; None before the first picture.

    Signals:
        pictures_changed(object): list[ShownPicture], from below to above.
        style_changed(): Range or colours are others; `style` and `numbers` tell.
        failed(AppError): There is no picture, and why.
        busy_changed(bool): A question is being answered.
    """

    pictures_changed = Signal(object)
    style_changed = Signal()
    failed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, questions: RasterQuestions, spawn: Spawn, parent: QObject) -> None:
        super().__init__(parent)
        content = questions.opened.content
        assert isinstance(content, RasterFile)
        self.questions = questions
        self.file = content
        self.tables = tables(content)
        self.choice: RasterChoice | None = None
        self.numbers: dict[Channel, BandStatistics] = {}
        self.style: Style | None = None
        self._spawn = while_there(self, spawn)
        self._whole: Picture | None = None
        self._part: Picture | None = None
        self._seen: tuple[Window, int, int] | None = None
        self._part_asked: tuple[Window, int, int] | None = None
        self._refused = False
        self._asked: asyncio.Task[None] | None = None
        self._painting = BackgroundCalls(self)
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._timer.timeout.connect(self._ask_part)

    @property
    def table(self) -> BandTable:
        """The bands that can be chosen together with those that are shown."""
        return self.tables[self.choice.grid if self.choice else 0]

    @property
    def is_coarse(self) -> bool:
        """Only some of the pixels were read for what is shown."""
        latest = self._part or self._whole
        return latest is not None and latest.coarse

    def channels(self, choice: RasterChoice | None = None) -> tuple[Channel, ...]:
        """The bands that are shown; a name that is not there at that time is left out."""
        wanted = choice or self.choice
        if wanted is None:
            return ()
        table = self.tables[wanted.grid]
        found = (table.channel(name, wanted.time) for name in wanted.names)
        return tuple(channel for channel in found if channel is not None)

    def set_choice(self, choice: RasterChoice) -> None:
        """Show something else of the file; asks only for what is not there yet."""
        before, self.choice = self.channels(), choice
        if self.channels() == before and self._whole is not None:
            self._restyle()
            return
        self._painting.drop()
        self._ask_whole()

    def see(self, window: Window | None, width: int, height: int) -> None:
        """So much is seen on so many device pixels of the screen."""
        self._seen = None if window is None else (window, width, height)
        if self._whole is not None:
            self._timer.start(WAIT_MS if self._asked or self._timer.isActive() else 0)
        elif self._asked is None and not self._refused:
            self._ask_whole()

    def wanted_part(self) -> tuple[Window, int, int] | None:
        """What to ask for now; None if the pictures that are there are sharp enough."""
        if self._seen is None or self._whole is None:
            return None
        layer = self.file.layers[self.table.layer]
        window, width, height = _with_margin(self._seen, layer.width, layer.height)
        columns, rows = window[2] - window[0], window[3] - window[1]
        wanted = min(width / columns, 1.0)  # more than every pixel there is not
        enough = [p for p in (self._whole, self._part) if p and _covers(p.window, self._seen[0])]
        if any(_density(picture) >= 0.9 * wanted for picture in enough):
            return None
        shrink = min(1.0, (MOST_PIXELS / (width * height)) ** 0.5)
        width = max(1, min(round(width * shrink), round(columns)))
        height = max(1, min(round(height * shrink), round(rows)))
        return window, width, height

    def _ask_whole(self) -> None:
        self._cancel()
        self._whole = self._part = self._part_asked = None
        self._refused = False
        if self.choice is not None:
            self._begin(functools.partial(self._show_whole, self.choice))

    def _ask_part(self) -> None:
        wanted = self.wanted_part()
        if wanted is None or self.choice is None or wanted == self._part_asked:
            return  # asked already: a coarser answer than wanted is all there is
        self._cancel()
        self._part_asked = wanted
        self._begin(functools.partial(self._show_part, self.choice, *wanted))

    def _begin(self, work: Work) -> None:
        self.busy_changed.emit(True)
        self._asked = self._spawn(self._answered(work), "show the raster")

    def _cancel(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None

    async def _answered(self, work: Work) -> None:
        try:
            await work()
        except AppError as error:
            self._refused = True
            self.failed.emit(error)
        self._asked = None
        self.busy_changed.emit(False)
        if self._whole is not None:
            self._timer.start()

    async def _show_whole(self, choice: RasterChoice) -> None:
        layer = self.file.layers[self.tables[choice.grid].layer]
        window = (0.0, 0.0, float(layer.width), float(layer.height))
        _, width, height = self._seen or (window, 512, 512)
        width, height = _within(layer.width, layer.height, max(width, 64), max(height, 64))
        channels = self.channels(choice)
        await self._learn(channels)
        self._whole = await ask_picture(self.questions, channels, window, width, height)
        self._restyle()

    async def _show_part(
        self, choice: RasterChoice, window: Window, width: int, height: int
    ) -> None:
        channels = self.channels(choice)
        self._part = await ask_picture(self.questions, channels, window, width, height)
        self._repaint()

    async def _learn(self, channels: Sequence[Channel]) -> None:
        """Statistics of the channels that are new."""
        new = [channel for channel in dict.fromkeys(channels) if channel not in self.numbers]
        if new:
            self.numbers.update(await ask_statistics(self.questions, new))

    def _restyle(self) -> None:
        if self.choice is None:
            return
        channels = self.channels()
        numbers = [self.numbers[channel] for channel in channels]
        self.style = style_of(self.file, self.choice, channels, numbers)
        self.style_changed.emit()
        self._repaint()

    def _repaint(self) -> None:
        pictures = [picture for picture in (self._whole, self._part) if picture is not None]
        style = self.style
        if style is not None and pictures:
            self._painting.call(lambda: paint_all(pictures, style), self._show)

    def _show(self, pictures: list[ShownPicture]) -> None:
        self.pictures_changed.emit(pictures)


def _with_margin(seen: tuple[Window, int, int], columns: int, rows: int) -> tuple[Window, int, int]:
    """A little more than is seen, in whole pixels of the raster."""
    (left, top, right, bottom), width, height = seen
    dx, dy = MARGIN * (right - left), MARGIN * (bottom - top)
    wider = (
        float(max(0, int(left - dx))),
        float(max(0, int(top - dy))),
        float(min(columns, int(right + dx) + 1)),
        float(min(rows, int(bottom + dy) + 1)),
    )
    across = width * (wider[2] - wider[0]) / (right - left)
    down = height * (wider[3] - wider[1]) / (bottom - top)
    return wider, max(1, round(across)), max(1, round(down))


def _within(columns: int, rows: int, width: int, height: int) -> tuple[int, int]:
    """The size of a picture of all of it: no more than there is, than fits, than is allowed."""
    scale = min(1.0, width / columns, height / rows, (MOST_PIXELS / (columns * rows)) ** 0.5)
    return max(1, round(columns * scale)), max(1, round(rows * scale))


def _covers(window: Window, seen: Window) -> bool:
    inside = window[0] <= seen[0] and window[1] <= seen[1]
    return inside and window[2] >= seen[2] and window[3] >= seen[3]


def _density(picture: Picture) -> float:
    """Values for each column of the raster."""
    columns = picture.window[2] - picture.window[0]
    return float(picture.values.shape[2]) / columns if columns else 0.0
