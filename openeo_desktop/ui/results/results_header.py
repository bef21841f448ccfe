"""The head of the results: whose they are, where and when they lie, how long their links hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.assets import Results
from openeo_desktop.core.formatting import format_exact
from openeo_desktop.core.jobs import Job, JobStatus
from openeo_desktop.ui.kit.buttons import icon_button
from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.kit.status_pill import StatusPill
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import LINE_SPACING
from openeo_desktop.ui.map.world_map import WorldMap
from openeo_desktop.ui.results.assets_text import (
    bands_text,
    expiry_text,
    extent_text,
    known_boxes,
    licence_text,
    place_text,
    price_text,
    span_text,
)
from openeo_desktop.ui.results.result_links import ResultLinks

if TYPE_CHECKING:
    from openeo_desktop.core.settings import Settings
    from openeo_desktop.ui.map.map_window import MapWindow


class ResultsHeader(QWidget):
    """Title and status, extent and time span, licence and bands, the end of the links, the map."""

    def __init__(
        self,
        parent: QWidget | None = None,
        currency: Callable[[AccountId], str] = lambda _id: "",
        settings: Settings | None = None,
    ) -> None:
        """Args:
        currency: Of the back-end of an account, empty where nothing is billed.
        settings: Remember the place of the map's window.
        """
        super().__init__(parent)
        self._currency = currency
        self._settings = settings
        self._title = ElidedLabel("", self, font=fonts.title_font())
        self._pill = StatusPill(JobStatus.UNKNOWN, self)
        self._where = ElidedLabel("", self, muted=True)
        self._expiry = ElidedLabel("", self, muted=True)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._title, 1)
        top.addWidget(self._pill)
        self._bands = ElidedLabel("", self, muted=True)
        self._links = ResultLinks(self)
        top.addWidget(self._links)
        self.map_button = icon_button(Icon.MAP, self.tr("Show the result on a map"), self)
        self.map_button.setObjectName("show_map")
        self.map_button.clicked.connect(self.open_map)
        self.map_button.hide()
        top.addWidget(self.map_button)
        self.map = WorldMap(self)
        self.map.hide()
        self.map.opened.connect(self.open_map)
        self._shown: tuple[Job, Results] | None = None
        self._map_window: MapWindow | None = None
        self._map_fits = True
        self._lay_out(top)

    def _lay_out(self, top: QHBoxLayout) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(LINE_SPACING)
        layout.addLayout(top)
        layout.addWidget(self._where)
        layout.addWidget(self._bands)
        layout.addWidget(self._expiry)
        layout.addWidget(self.map)

    def show_job(self, job: Job, results: Results | None, now: dt.datetime) -> None:
        """Show a job and what its result says of itself."""
        self._title.setText(job.shown_title)
        self._pill.set_status(job.status, job.status_text)
        if results is not None and not results.assets:
            results = None  # what has no file lies nowhere, and has no links that end
        self._shown = (job, results) if results is not None else None
        parts = [place_text(results), span_text(results)] if results else []
        _show(self._where, "  ·  ".join(part for part in parts if part))
        _show(self._bands, self._about(results) if results else "")
        boxes = known_boxes(results) if results else ()
        self.map.set_boxes(boxes, extent_text(results) if results else "")
        self.map_button.setVisible(bool(boxes) or (results is not None and _tells_places(results)))
        self._show_map()
        self._links.show_links(results)
        currency = self._currency(job.key.account_id)
        _show(self._expiry, _terms(results, now, currency) if results else "")
        if results and results.expires:
            self._expiry.set_own_tool_tip(plain_tool_tip(format_exact(results.expires)))

    def open_map(self) -> None:
        """The map of this result in a window of its own; the one that is open shows it."""
        if self._shown is None:
            return
        from openeo_desktop.core.footprints import footprints
        from openeo_desktop.ui.map.map_window import MapWindow

        job, results = self._shown
        window = self._map_window or MapWindow(self.window(), self._settings)
        self._map_window = window
        window.show_footprints(job.shown_title, footprints(results), place_text(results))
        window.show()
        window.raise_()
        window.activateWindow()

    def _about(self, results: Results) -> str:
        names = bands_text(results)
        bands = self.tr("Bands: {names}").format(names=names) if names else ""
        return "  ·  ".join(part for part in (licence_text(results), bands) if part)

    def set_map_fits(self, fits: bool) -> None:
        """Whether there is room for the map."""
        self._map_fits = fits
        self._show_map()

    def _show_map(self) -> None:
        self.map.setVisible(self._map_fits and bool(self.map.boxes))

    def texts(self) -> tuple[str, str, str]:
        """Title, place and time, end of the links: as shown."""
        return self._title.text(), self._where.text(), self._expiry.text()


def _tells_places(results: Results) -> bool:
    """Whether the document or one of its files has a shape of its own."""
    some = results.assets[:200]
    return bool(results.raw.get("geometry")) or any(
        asset.raw.get("bbox") or asset.raw.get("geometry") for asset in some
    )


def _terms(results: Results, now: dt.datetime, currency: str) -> str:
    parts = (price_text(results, currency), expiry_text(results, now))
    return "  ·  ".join(part for part in parts if part)


def _show(label: ElidedLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
