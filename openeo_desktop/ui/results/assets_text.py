"""The words of results and assets: cells, header line, states. Pure functions; no widgets here."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.assets import Asset, Results
from openeo_desktop.core.downloads import Download, DownloadState
from openeo_desktop.core.extents import Box, boxes_of
from openeo_desktop.core.formatting import format_day, format_number, format_size, visible_text
from openeo_desktop.core.json_values import as_dict, as_text
from openeo_desktop.core.result_bands import band_names
from openeo_desktop.core.words import decimal
from openeo_desktop.models.assets_table import AssetColumn
from openeo_desktop.ui.downloads.downloads_text import done_text, percent, state_details
from openeo_desktop.ui.files.file_texts import kind_name
from openeo_desktop.ui.kit import numbers
from openeo_desktop.ui.kit.plain_text import plain_tool_tip


def _tr(text: str) -> str:
    return QCoreApplication.translate("Results", text)


def headers() -> tuple[str, ...]:
    """A word for each `AssetColumn`."""
    return (_tr("Asset"), _tr("Type"), _tr("Size"), _tr("State"), _tr("Roles"))


def cell_text(asset: Asset, download: Download | None, column: AssetColumn) -> str:
    """What a cell of the asset table shows."""
    if column is AssetColumn.NAME:
        return visible_text(asset.key)
    if column is AssetColumn.TYPE:
        return visible_text(kind_name(asset.media_type, asset.key))
    if column is AssetColumn.SIZE:
        return format_size(known_size(asset, download))
    if column is AssetColumn.ROLES:
        return roles_text(asset)
    return asset_state(download)


def cell_tool_tip(asset: Asset, download: Download | None, column: AssetColumn) -> str:
    """What hovering a cell tells, escaped for rich text; never the href, which is a secret."""
    if column is AssetColumn.NAME:
        return plain_tool_tip("\n".join(_asset_lines(asset)))
    if column is AssetColumn.TYPE:
        return plain_tool_tip(visible_text(asset.media_type))
    if column is AssetColumn.SIZE:
        size = known_size(asset, download)
        return "" if size is None else _tr("{count} bytes").format(count=numbers.count_text(size))
    if column is AssetColumn.ROLES:
        return plain_tool_tip(roles_text(asset))
    return plain_tool_tip(state_details(download)) if download else _tr("Not downloaded yet.")


def known_size(asset: Asset, download: Download | None) -> int | None:
    """Bytes as the back-end says, or as the download has learnt."""
    return asset.size if asset.size is not None or download is None else download.total


def asset_state(download: Download | None) -> str:
    """Where the asset is: on the server, on its way, or here."""
    if download is None:
        return _tr("On server")
    if download.state is DownloadState.RUNNING:
        return percent(download) or _tr("Downloading")
    # The reason is in the tool tip and in the downloads pane: this column is narrow.
    words = {
        DownloadState.QUEUED: _tr("Queued"),
        DownloadState.PAUSED: _tr("Paused"),
        DownloadState.WAITING: _tr("Trying again"),
        DownloadState.FAILED: _tr("Failed"),
        DownloadState.WAITING_AUTH: _tr("Waits for sign-in"),
        DownloadState.WAITING_DISK: _tr("Waits for space"),
        DownloadState.VERIFYING: _tr("Verifying"),
    }
    return words.get(download.state) or done_text(download)


def roles_text(asset: Asset) -> str:
    """`data, thumbnail`: what a file is for, in the words of STAC that the back-end used."""
    return visible_text(", ".join(asset.roles))


def ready_text() -> str:
    """A small file that was fetched ahead: not downloaded, but a drag gives it at once."""
    return _tr("Ready to drag")


def _asset_lines(asset: Asset) -> list[str]:
    lines = [asset.key, asset.title if asset.title != asset.key else "", asset.description[:1000]]
    roles = ", ".join(asset.roles)
    lines.append(_tr("Roles: {roles}").format(roles=roles) if roles else "")
    return [visible_text(line) for line in lines if line]


def extent_text(results: Results) -> str:
    """`46.0 to 46.1 N, 14.5 to 14.7 E`, empty if unknown or not in degrees."""
    boxes = known_boxes(results)
    if not boxes:
        return ""
    text = _box_text(boxes[0])
    if len(boxes) == 1:
        return text
    return _tr("{count} areas, the first: {place}").format(
        count=numbers.count_text(len(boxes)), place=text
    )


def place_text(results: Results) -> str:
    """The extent, or that what the back-end gives as one cannot be read; empty if it gives none."""
    spatial = as_dict(as_dict(results.raw.get("extent")).get("spatial"))
    given = results.raw.get("bbox") or spatial.get("bbox")
    if given and not boxes_of(results.raw):
        return _tr("Extent not in degrees")
    return extent_text(results)


def known_boxes(results: Results) -> tuple[Box, ...]:
    """Where the result lies; the whole world is what back-ends write where they do not know."""
    boxes = boxes_of(results.raw) or boxes_of({"bbox": list(results.bbox or ())})
    return tuple(box for box in boxes if not box.is_world)


def _box_text(box: Box) -> str:
    latitudes = _span(box.south, box.north, _tr("S"), _tr("N"))
    if not box.crosses_antimeridian:
        longitudes = _span(box.west, box.east, _tr("W"), _tr("E"))
        return f"{latitudes}, {longitudes}"
    words = _tr("{west} E to {east} W, over 180°")
    return f"{latitudes}, " + words.format(
        west=decimal(f"{box.west:.1f}"), east=decimal(f"{-box.east:.1f}")
    )


def bands_text(results: Results) -> str:
    """`B04, B08`, empty if the document names none."""
    return visible_text(", ".join(band_names(results.raw)))


def licence_text(results: Results) -> str:
    """SPDX identifier or STAC's own words, as the back-end says; empty if it says nothing.

    Source: STAC 1.0, `license` of a Collection, and of an Item's properties.
    """
    said = results.raw.get("license") or as_dict(results.raw.get("properties")).get("license")
    words = visible_text(" ".join(as_text(said).split()))
    return _tr("Licence: {name}").format(name=words[:80]) if words else ""


def price_text(results: Results, currency: str) -> str:
    """What downloading everything costs now; empty where nothing is billed, or nothing is said."""
    costs = results.download_costs
    if costs is None or not currency:
        return ""
    if costs == 0:
        return _tr("Downloading costs nothing now")
    words = _tr("Downloading all costs {price}")
    return words.format(price=f"{format_number(costs)} {visible_text(currency)}")


def _span(low: float, high: float, negative: str, positive: str) -> str:
    digits = 1 if abs(high - low) >= 0.1 else 3
    if low < 0 <= high:
        words = _tr("{low} {south} to {high} {north}")
        first, last = decimal(f"{-low:.{digits}f}"), decimal(f"{high:.{digits}f}")
        return words.format(low=first, south=negative, high=last, north=positive)
    if low < 0:
        low, high, positive = -high, -low, negative
    words = _tr("{low} to {high} {side}")
    first, last = decimal(f"{low:.{digits}f}"), decimal(f"{high:.{digits}f}")
    return words.format(low=first, high=last, side=positive)


def span_text(results: Results) -> str:
    """`11 Jul 2015 to 22 Dec 2017`, one date if it is one day, empty if unknown."""
    days = [_day(moment) for moment in (results.start, results.end)]
    if not any(days) or days[0] == days[1]:
        return days[0]
    first, last = days
    if not last:
        return _tr("from {date}").format(date=first)
    if not first:
        return _tr("to {date}").format(date=last)
    return _tr("{start} to {end}").format(start=first, end=last)


def _day(moment: dt.datetime | None) -> str:
    # The dates of data are days in UTC: the local zone would move midnight to the day before.
    return f"{format_day(moment)} {moment:%Y}" if moment else ""


def expiry_text(results: Results, now: dt.datetime) -> str:
    """When the links of the result end; empty if the back-end does not say."""
    if results.expires is None:
        return ""
    local = results.expires.astimezone()
    date = f"{format_day(local)} {local:%Y}"
    if results.expires <= now:
        return _tr("Links expired on {date}").format(date=date)
    if results.expires - now < dt.timedelta(days=2):
        date = f"{format_day(local)}, {local:%H:%M}"
    return _tr("Links hold until {date}").format(date=date)


def count_text(shown: int, total: int, size: int | None) -> str:
    """`5 files · 2.4 GB`, `2 of 5 files` while a filter hides some."""
    words = (
        _tr("1 file")
        if total == 1
        else _tr("{count} files").format(count=numbers.count_text(total))
    )
    if shown != total:
        words = _tr("{shown} of {all}").format(shown=numbers.count_text(shown), all=words)
    return f"{words}  ·  {format_size(size)}" if size is not None and total else words


def links_text(count: int) -> str:
    """So many links are on the clipboard, and what that means."""
    text = _tr("The link is on the clipboard.")
    if count != 1:
        text = _tr("{count} links are on the clipboard.").format(count=count)
    warning = _tr("Treat it as a secret: whoever has it can download the file without signing in.")
    return f"{text} {warning}"


def no_links_text() -> str:
    """None of the chosen files has a link."""
    return _tr("The back-end gives no web address for this file, so none was copied.")
