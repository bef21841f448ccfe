"""Bytes of a result file that is still on a server: asked for in pieces, counted, links renewed.

For the lane of previews; what needs the loop (a fresh link, a connection) is asked of it there.
"""

from __future__ import annotations

import asyncio
import concurrent.futures as cf
from collections.abc import Callable, Coroutine, Hashable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit

from openeo_desktop.api.asset_ranges import Piece, get_piece
from openeo_desktop.api.asset_request import is_link_expired
from openeo_desktop.api.connection import Connection
from openeo_desktop.core.assets import Asset
from openeo_desktop.core.cancel import Cancelled, CancelToken
from openeo_desktop.core.downloads import Download, DownloadId, DownloadState
from openeo_desktop.core.errors import AppError, PreviewAgainError, PreviewError, SignInNeeded
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.services.accounts import AccountsService
from openeo_desktop.services.download_links import DownloadLinks

T = TypeVar("T")
MOST_BYTES = 64 * 2**20
"""Of one file, for all its pictures: whoever wants more wants the file."""
FIRST = 96 * 1024
"""As much as a reader of cloud-optimised files takes first."""
LINK_WITHIN = 30.0


@dataclass(frozen=True, slots=True)
class Fetched:
    """What previews of one file have taken from the server so far."""

    bytes: int = 0
    requests: int = 0


class AssetRanges:
    """The `preview.ranges.Ranges` of a result file.

    Attributes:
        token: Of the question that is asked now.
        fetched: What has come so far.
    """

    def __init__(
        self,
        key: JobKey,
        asset: Asset,
        links: DownloadLinks,
        accounts: AccountsService,
    ) -> None:
        self.name = _name(asset)
        self.media_type = asset.media_type
        self.token = CancelToken()
        self.fetched = Fetched()
        self._size = asset.size
        self._key = key
        self._asset = asset
        self._links = links
        self._accounts = accounts
        self._told: Callable[[Fetched], object] | None = None
        self._loop = asyncio.get_running_loop()
        self._connection: Connection | None = None
        self._validator = ""
        self._first = b""

    def follow(self, told: Callable[[Fetched], object]) -> None:
        """Tell whenever more has come; on the lane's thread."""
        self._told = told

    @property
    def mark(self) -> Hashable:
        """The file as the result document tells of it."""
        return self._key, self._asset.key, self._asset.size, self._asset.checksum

    @property
    def size(self) -> int | None:
        """In bytes, as the server says; what the result document announces may be old."""
        self._begin()
        return self._size

    def read(self, offset: int, length: int) -> bytes:
        """See `preview.ranges.Ranges`."""
        if offset < FIRST:
            self._begin()
        end, known = offset + length, self._first[offset : offset + length]
        if len(known) == length or len(self._first) < FIRST:
            return known  # all of it, or all of the file
        return known + self._get(offset + len(known), end - offset - len(known)).data

    def start_anew(self) -> None:
        """The file is another one now: what came of the old one is worth nothing."""
        self._first, self._validator, self._size = b"", "", None

    def _begin(self) -> None:
        """The kind and the header are looked for at the beginning: that is one request."""
        if not self._first:
            self._first = self._get(0, FIRST).data

    def _get(self, offset: int, length: int) -> Piece:
        if self.fetched.bytes + length > MOST_BYTES:
            raise PreviewError(
                "So much of this file was fetched for previews that a download is better.",
                "Download it to see all of it.",
            )
        try:
            piece = self._ask(offset, length)
        except AppError as error:
            if not is_link_expired(error):
                raise
            self._asset = self._on_loop(self._links.asset(self._row(), self._asset.href))
            piece = self._ask(offset, length)
        self._size = piece.total if piece.total is not None else self._size
        self._validator = piece.validator
        done = self.fetched
        self.fetched = Fetched(done.bytes + len(piece.data), done.requests + 1)
        if self._told is not None:
            self._told(self.fetched)
        return piece

    def _ask(self, offset: int, length: int) -> Piece:
        if self._connection is None:
            self._connection = self._on_loop(self._accounts.connection(self._key.account_id))
        if not self._asset.href:
            self._asset = self._on_loop(self._links.asset(self._row()))
        try:
            return self._piece(self._connection, offset, length)
        except SignInNeeded:
            account = self._key.account_id
            fresh = self._accounts.connection(account, refused=self._connection)
            self._connection = self._on_loop(fresh)
            return self._piece(self._connection, offset, length)

    def _piece(self, connection: Connection, offset: int, length: int) -> Piece:
        href = self._asset.href
        return get_piece(connection, href, offset, length, self.token, self._validator)

    def _on_loop(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """What the loop answers; it never waits for this thread."""
        future = asyncio.run_coroutine_threadsafe(coroutine, self._loop)
        self.token.on_cancel(future.cancel)
        try:
            return future.result(timeout=LINK_WITHIN)
        except cf.CancelledError:
            raise Cancelled from None
        except TimeoutError:
            future.cancel()
            raise PreviewAgainError(
                "The back-end does not answer in time.", "Try again in a moment."
            ) from None

    def _row(self) -> Download:
        """As the links know a file: by job and asset key."""
        state = DownloadState.QUEUED
        return Download(DownloadId(0), self._key, self._asset.key, Path(), state)


def _name(asset: Asset) -> str:
    """The name of the file, for its ending."""
    of_link = PurePosixPath(unquote(urlsplit(asset.href).path)).name if asset.href else ""
    return asset.key if PurePosixPath(asset.key).suffix or not of_link else of_link
