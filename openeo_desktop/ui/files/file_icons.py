"""Icons of files and of the states of their downloads, and the colours that go with them."""

from __future__ import annotations

from openeo_desktop.core.downloads import Download, DownloadState, Verification
from openeo_desktop.core.media_types import FileKind, file_kind
from openeo_desktop.ui.look.icons import Icon

_KIND_ICONS = {
    FileKind.GEOTIFF: Icon.ASSET_IMAGE,
    FileKind.PICTURE: Icon.ASSET_IMAGE,
    FileKind.NETCDF: Icon.ASSET_DATA_CUBE,
    FileKind.JSON: Icon.ASSET_JSON,
    FileKind.GEOJSON: Icon.MAP,
    FileKind.TABLE: Icon.ASSET_TABLE,
    FileKind.TEXT: Icon.ASSET_TEXT,
    FileKind.ARCHIVE: Icon.RESULTS,
    FileKind.OTHER: Icon.ASSET_FILE,
}
_STATE_ICONS = {
    DownloadState.QUEUED: (Icon.WAITING, "muted"),
    DownloadState.RUNNING: (Icon.DOWNLOAD, "running"),
    DownloadState.PAUSED: (Icon.PAUSE, "muted"),
    DownloadState.WAITING: (Icon.CLOCK, "warning"),
    DownloadState.WAITING_AUTH: (Icon.CLOCK, "warning"),
    DownloadState.WAITING_DISK: (Icon.CLOCK, "warning"),
    DownloadState.VERIFYING: (Icon.CLOCK, "muted"),
    DownloadState.FAILED: (Icon.ERROR, "error"),
    DownloadState.DONE: (Icon.SUCCESS, "success"),
}


def file_icon(media_type: str, name: str) -> Icon:
    """The icon of a kind of file."""
    return _KIND_ICONS[file_kind(media_type, name)]


def state_icon(download: Download | None) -> tuple[Icon, str]:
    """Icon and colour role of a download's state; without a download the asset is on the server."""
    if download is None:
        return Icon.CLOUD, "muted"
    if download.state is DownloadState.DONE and download.verified is Verification.CHECKSUM:
        return Icon.VERIFIED, "success"
    return _STATE_ICONS[download.state]
