"""The words of «Download to…»: what is needed, what is free. Pure functions; no widgets here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.assets import Asset
from openeo_desktop.core.formatting import format_size
from openeo_desktop.ui.kit.numbers import count_text


def _tr(text: str) -> str:
    return QCoreApplication.translate("DownloadDialog", text)


def need_text(assets: Sequence[Asset]) -> str:
    """`5 files, 2.4 GB`, `5 files, at least 1.2 GB`, `5 files of unknown size`."""
    count = len(assets)
    files = _tr("1 file") if count == 1 else _tr("{count} files").format(count=count_text(count))
    sizes = [asset.size for asset in assets if asset.size is not None]
    if not sizes:
        return _tr("{files} of unknown size").format(files=files)
    words = _tr("{files}, {size}") if len(sizes) == count else _tr("{files}, at least {size}")
    return words.format(files=files, size=format_size(sum(sizes)))


def space_text(free: int | None) -> str:
    """How much is free there; empty if that is not known."""
    return "" if free is None else _tr("{size} free there").format(size=format_size(free))


def too_little(assets: Sequence[Asset], free: int | None) -> str:
    """Why it does not fit; empty if it does, as far as is known."""
    needed = sum(asset.size or 0 for asset in assets)
    if free is None or needed <= free:
        return ""
    return _tr(
        "There is not enough space: {needed} are needed, {free} are free. Choose another folder, "
        "or fewer files."
    ).format(needed=format_size(needed), free=format_size(free))
