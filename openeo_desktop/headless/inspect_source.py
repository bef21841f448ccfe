"""A file or an address that is looked into: opened and asked in the preview process.

A hostile file takes that process down, not the command. Addresses are read by ranges, without any
token or account.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from openeo_desktop.api.asset_ranges import get_piece
from openeo_desktop.api.connection import Connection
from openeo_desktop.api.urls import is_loopback
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import InputError, PreviewError
from openeo_desktop.core.paths import expanded
from openeo_desktop.services.preview_process import PreviewProcess

if TYPE_CHECKING:
    from openeo_desktop.preview.values import Opened

PATIENCE_S = 120.0
"""Seconds for one question: a command may take longer than a pane that somebody looks at."""
MOST_FETCHED = 64 * 1024 * 1024
_HEAD = 64 * 1024


def is_address(text: str) -> bool:
    """Whether a URL is meant, not a file."""
    return text.lower().startswith(("https://", "http://"))


class UrlRanges:
    """Bytes of a file at an address (`preview.ranges.Ranges`).

    Attributes:
        fetched: Bytes so far.
        requests: How often was asked.
    """

    def __init__(self, url: str) -> None:
        """Ask for the beginning: it tells the size.

        Raises:
            InputError: The address is not https (http on this computer alone), or names a person.
            AppError: The server does not answer, or sends no parts of files.
        """
        parts = _checked(url)
        self._url = url
        self._connection = Connection(f"{parts.scheme}://{parts.netloc}")
        self._token = CancelToken()
        self._validator = ""
        self.fetched = self.requests = 0
        self.name = unquote(parts.path.rpartition("/")[2]) or parts.netloc
        self.size: int | None = None
        self.media_type = ""
        self._head = b""
        self._head = self.read(0, _HEAD)

    def read(self, offset: int, length: int) -> bytes:
        """See `preview.ranges.Ranges.read`."""
        if offset + length <= len(self._head):
            return self._head[offset : offset + length]
        if self.fetched + length > MOST_FETCHED:
            raise PreviewError(
                "More than 64 MiB of this file would have to be fetched.",
                "Download it, then give its path.",
            )
        piece = get_piece(self._connection, self._url, offset, length, self._token, self._validator)
        self.fetched += len(piece.data)
        self.requests += 1
        self._validator = piece.validator
        self.size = piece.total if piece.total is not None else self.size
        self.media_type = self.media_type or piece.media_type
        return piece.data


def _checked(url: str) -> Any:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        raise InputError("This is not a valid address.", "Check it for a slip.") from None
    if "@" in parts.netloc:
        raise InputError(
            "The address contains a user name or password.", "Give the address of a public file."
        )
    if not parts.hostname or (parts.scheme.lower() == "http" and not is_loopback(parts.hostname)):
        raise InputError(
            "Only https addresses are read.", "Download the file another way and give its path."
        )
    return parts


class InspectedFile:
    """A file that is open in the preview process."""

    def __init__(self, process: PreviewProcess, source: Path | UrlRanges, handle: int) -> None:
        """Open it.

        Raises:
            PreviewError: It is damaged, too large or of a kind that is not known.
        """
        from openeo_desktop.preview.values import Opened

        self._process = process
        self._handle = handle
        self._ranges = None if isinstance(source, Path) else source
        if isinstance(source, Path):
            about: dict[str, Any] = {"path": str(source)}
        else:
            about = {"name": source.name, "size": source.size, "media_type": source.media_type}
        self.name = source.name
        self.opened: Opened = self._send({"question": "open", **about}, Opened)

    @property
    def is_remote(self) -> bool:
        """Whether each byte comes over the network."""
        return self._ranges is not None

    def ask(self, question: str, *arguments: object) -> Any:
        """One of `preview.questions.QUESTIONS`.

        Raises:
            PreviewError: It cannot be answered for this file.
        """
        from openeo_desktop.preview.questions import QUESTIONS
        from openeo_desktop.preview.wire import pack

        buffers: list[Any] = []
        given = [pack(argument, buffers) for argument in arguments]
        header = {"question": question, "arguments": given}
        return self._send(header, QUESTIONS[question].answer, tuple(buffers))

    def close(self) -> None:
        """Let go of it."""
        self._send({"question": "close"}, None)

    def _send(self, header: dict[str, Any], kind: Any, buffers: tuple[Any, ...] = ()) -> Any:
        from openeo_desktop.preview.wire import unpack

        def take(raw: Any, arrays: list[Any]) -> Any:
            return None if kind is None else unpack(kind, raw, arrays)

        return self._process.ask(
            {**header, "handle": self._handle}, take, CancelToken(), self._ranges, buffers
        )


@contextlib.contextmanager
def preview_process() -> Iterator[PreviewProcess]:
    """A preview process for one command."""
    process = PreviewProcess(answer_within=PATIENCE_S)
    try:
        yield process
    finally:
        process.end()


def local_path(text: str) -> Path:
    """The file or folder that is meant.

    Raises:
        InputError: There is none.
    """
    path = expanded(Path(text)).absolute()
    if not path.exists():
        raise InputError(f"There is no file {path}.", "Give the path of a result file.")
    return path
