"""Pictures of rasters: one band, RGB with its three ranges, times, two side by side."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any, cast

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.events import Event
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.preview.raster_statistics import statistics_of
from openeo_desktop.preview.values import (
    BandStatistics,
    Picture,
    PictureRequest,
    Profile,
    Series,
    SeriesLine,
    Window,
)
from openeo_desktop.services.preview_ranges import Fetched
from openeo_desktop.ui.preview.preview_window import PreviewWindow
from openeo_desktop.ui.preview.raster_view import RasterView
from openeo_desktop.ui.preview.raster_workbench import RasterWorkbench
from openeo_desktop.ui.results.results_pane import ResultsPane
from tests.shots.shot import Shot
from tests.support.fake_rasters import FakeOpener, FakeRaster, make_band, make_layer
from tests.support.fake_services import FakeSettings, LoopSpawn, make_job, three_accounts
from tests.support.fake_transfers import make_asset, make_results, with_transfers

_SIZE = (1180, 780)
_COLUMNS, _ROWS = 1_200, 900
_SHARP = 400


class _Landscape(FakeRaster):
    """Hills, a river and fields, the same at every resolution."""

    def __init__(self, *names: str, unit: str = "", times: tuple[dt.datetime, ...] = ()) -> None:
        bands = [make_band(at + 1, name, unit=unit) for at, name in enumerate(names)]
        if times:
            bands = [make_band(at + 1, "NDVI", time) for at, time in enumerate(times)]
        crs = {"crs": "EPSG:32633", "crs_name": "WGS 84 / UTM zone 33N"}
        super().__init__(make_layer(*bands, columns=_COLUMNS, rows=_ROWS, **crs))

    async def picture(self, request: PictureRequest) -> Picture:
        values = np.stack(
            [_values(band, request.window, request.width, request.height) for band in request.bands]
        )
        return Picture(values.astype(np.float32), request.window)

    async def statistics(
        self, layer: int, bands: Any, window: Window | None = None, exact: bool = False
    ) -> tuple[BandStatistics, ...]:
        area = window or (0.0, 0.0, float(_COLUMNS), float(_ROWS))
        found = []
        for band in bands:
            values = _values(band, area, 300, 225)
            found.append(statistics_of(band, partial(iter, (values,)), exact=exact))
        return tuple(found)

    async def profile(self, layer: int, bands: Any, points: Any) -> Profile:
        metres = np.linspace(0.0, 8_400.0, 240)
        values = [0.3 + 0.1 * band + 0.2 * np.sin(metres / 900 + band) for band in bands]
        return Profile(metres, np.array(values), "m")

    async def pixel_series(self, layer: int, column: float, row: float) -> Series:
        seconds = np.array([time.timestamp() for time in _times()])
        values = np.array([0.21, 0.34, 0.58, np.nan, 0.71, 0.66])
        return Series((SeriesLine("NDVI", seconds, values),))


def _values(band: int, window: Window, width: int, height: int) -> Any:
    x = np.linspace(window[0], window[2], width)[None, :] / 150
    y = np.linspace(window[1], window[3], height)[:, None] / 150
    hills = np.sin(x + 0.7 * np.sin(y)) + np.cos(1.3 * y - 0.4 * x) + 0.4 * np.sin(3.1 * x * y / 4)
    fields = 0.35 * np.sign(np.sin(9 * x) * np.sin(11 * y)) * (hills > 0)
    river = np.exp(-(((y - 3 - np.sin(x)) / 0.08) ** 2))
    values = 0.2 + 0.1 * hills * (1 + 0.2 * band) + 0.08 * fields / band - 0.25 * river * (band > 1)
    return np.where((x - 4) ** 2 / 24 + (y - 3) ** 2 / 15 < 1, values + 0.05 * band, np.nan)


def _shown(widget: QWidget) -> bool:
    found = cast("RasterWorkbench | RasterView", widget)
    view = found.view if isinstance(found, RasterWorkbench) else found
    pictures = view.canvas.pictures
    return bool(pictures) and pictures[-1].image.width() >= min(_SHARP, view.canvas.width() / 2)


def _filled(widget: QWidget) -> bool:
    return _shown(widget) and bool(cast("RasterWorkbench", widget).panel.numbers.rows())


def _compared(widget: QWidget) -> bool:
    return _filled(widget) and bool(cast("RasterWorkbench", widget).view.canvas.others)


def _bench(file: FakeRaster) -> RasterWorkbench:
    spawn = LoopSpawn()
    bench = RasterWorkbench(cast("Any", FakeSettings()), spawn)
    spawn.setParent(bench)
    bench.resize(*_SIZE)
    bench.show_opened(file)
    return bench


def _rgb() -> QWidget:
    bench = _bench(_Landscape("B02", "B03", "B04", "B08"))
    bench.panel.limits.channels.chip(1).click()
    return bench


def _times() -> tuple[dt.datetime, ...]:
    return tuple(dt.datetime(2026, month, 1, tzinfo=dt.UTC) for month in range(1, 7))


def _side_by_side() -> QWidget:
    bench = _bench(_Landscape("NDVI"))
    bench.compare_with(_Landscape("NDVI", times=_times()), "NDVI of the year before")
    bench.compare.beside.click()
    return bench


def _swipe() -> QWidget:
    bench = _bench(_Landscape("B02", "B03", "B04"))
    bench.compare_with(_Landscape("NDVI"), "NDVI.tif")
    return bench


def _line() -> QWidget:
    bench = _bench(_Landscape("B02", "B03", "B04"))
    canvas = bench.view.canvas
    canvas.line = [(100.0, 150.0), (900.0, 700.0)]
    once = Qt.ConnectionType.SingleShotConnection
    bench.view.shown.connect(lambda: bench.profile.show_line(canvas.line), once)
    return bench


def _pixel_over_time() -> QWidget:
    bench = _bench(_Landscape(times=_times()))
    once = Qt.ConnectionType.SingleShotConnection
    bench.view.shown.connect(lambda: bench.profile.show_pixel((600.0, 450.0)), once)
    return bench


def _plotted(widget: QWidget) -> bool:
    return _filled(widget) and cast("RasterWorkbench", widget).profile.plot is not None


def _small() -> QWidget:
    spawn = LoopSpawn()
    view = RasterView(cast("Any", FakeSettings()), spawn)
    spawn.setParent(view)
    view.resize(360, 320)
    view.show_opened(_Landscape(times=_times()))
    return view


class _OnServer(_Landscape):
    """A file of which parts were fetched."""

    fetched = Fetched(612_000, 7)

    def __init__(self) -> None:
        super().__init__("B04", "B03", "B02")
        self.fetched_changed: Event[Fetched] = Event()


def _window() -> QWidget:
    spawn, opener = LoopSpawn(), FakeOpener()
    opener.files["file"] = _OnServer()
    window = PreviewWindow(opener, cast("Any", FakeSettings()), spawn)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    spawn.setParent(window)
    window.show_target("file", "S2_mosaic_2026-06.tif")
    return window


def _in_window(widget: QWidget) -> bool:
    viewer = cast("PreviewWindow", widget).host.viewer
    return viewer is not None and _filled(viewer)


def _refused() -> QWidget:
    spawn = LoopSpawn()
    window = PreviewWindow(FakeOpener(), cast("Any", FakeSettings()), spawn)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    spawn.setParent(window)
    window.show_target("file", "fields.gpkg")
    return window


def _unchosen() -> QWidget:
    """A result whose raster is still on the server, and nothing chosen."""
    spawn, services = LoopSpawn(), with_transfers()
    services.accounts.items = three_accounts()
    services.previews = _AnyTarget()
    pane = ResultsPane(cast("Any", services), spawn, cast("Any", services.settings))
    spawn.setParent(pane)
    job = make_job(services.accounts.items[1].account.id, 1, JobStatus.FINISHED, title="Mosaic")
    services.jobs.jobs[job.key] = job
    assets = (make_asset("mosaic.tif", 240_000_000), make_asset("mask.tif", 12_000_000))
    services.results.served[job.key] = make_results(*assets)
    pane.set_job(job.key)
    return pane


class _AnyTarget:
    """Opens the same file, whatever is asked for."""

    async def open(self, _target: object) -> FakeRaster:
        return _OnServer()

    def warm_up(self) -> None: ...


def _unasked(widget: QWidget) -> bool:
    host = cast("ResultsPane", widget).preview.area.host
    return host is not None and host.viewer is not None and _shown(host.viewer)


SHOTS = [
    Shot("raster-window", _window, _SIZE, _in_window),
    Shot("raster-window-small", _window, (640, 480), _in_window),
    Shot("raster-refused", _refused, (640, 420), lambda one: one.other_button.isVisible()),  # type: ignore[attr-defined]
    Shot("raster-unchosen", _unchosen, (430, 760), _unasked),
    Shot("raster-band", lambda: _bench(_Landscape("LST", unit="°C")), _SIZE, _filled),
    Shot("raster-rgb", _rgb, _SIZE, _filled),
    Shot("raster-times", lambda: _bench(_Landscape(times=_times())), (900, 600), _filled),
    Shot("raster-line", _line, _SIZE, _plotted),
    Shot("raster-pixel-over-time", _pixel_over_time, (900, 600), _plotted),
    Shot("raster-side-by-side", _side_by_side, _SIZE, _compared),
    Shot("raster-swipe", _swipe, _SIZE, _compared),
    Shot("raster-pane", _small, (360, 320), _shown),
]
