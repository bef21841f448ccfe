"""Some bytes of a result file: one GET with a Range that has an end, for previews.

The rules of `asset_request` hold: the token only below the API base, redirects by hand.
Source: RFC 9110, sections 13.1.5, 14 and 15.3.7.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openeo_desktop.api.asset_request import check_scheme, follow, refused, strong_validator
from openeo_desktop.api.connection import Connection
from openeo_desktop.api.errors import network_errors
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import FileChangedError, PreviewError, UnreachableError

if TYPE_CHECKING:
    import requests

_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+|\*)")


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes of a file; `total` is the size of all of it, None if the server does not say.

    `validator`: what proves that the next piece is of the same file; empty if nothing does.
    """

    data: bytes
    total: int | None
    validator: str
    media_type: str = ""


def get_piece(
    connection: Connection,
    url: str,
    offset: int,
    length: int,
    token: CancelToken,
    validator: str = "",
) -> Piece:
    """GET `length` bytes from `offset` on; fewer at the end of the file.

    Raises:
        LinkExpiredError: The URL is not valid (any more); fetch the results again.
        FileChangedError: It is not the file that `validator` is of.
        PreviewError: The server sends files only whole.
        AppError: What else the server says, or no answer.
        Cancelled: The token was cancelled.
    """
    from openeo_desktop.api.asset_waking import waking

    check_scheme(url)
    token.check()
    wanted = {"Range": f"bytes={offset}-{offset + length - 1}"}
    proof = {"If-Range": validator} if validator else {}
    headers = {"Accept-Encoding": "identity", "Accept": "*/*", **wanted, **proof}
    try:
        with (
            network_errors(url),
            waking(token),
            follow(connection, url, headers) as response,
        ):
            token.on_cancel(response.raw.shutdown)
            return _read(connection, response, offset, length, validator)
    except UnreachableError:
        token.check()
        raise


def _read(
    connection: Connection, response: requests.Response, offset: int, length: int, validator: str
) -> Piece:
    if response.status_code == 416:
        return Piece(b"", None, validator)
    if response.status_code == 200:
        raise _only_whole(changed=bool(validator) and validator != strong_validator(response))
    if response.status_code != 206:
        raise refused(connection, response)
    match = _RANGE.fullmatch(response.headers.get("Content-Range", "").strip())
    packed = response.headers.get("Content-Encoding", "identity") != "identity"
    if match is None or int(match[1]) != offset or packed:
        raise _only_whole(changed=False)
    now = strong_validator(response)
    if validator and now and now != validator:
        raise _only_whole(changed=True)
    data, pieces = 0, []
    for chunk in response.iter_content(64 * 1024):
        pieces.append(chunk)
        data += len(chunk)
        if data >= length:
            break
    total = None if match[3] == "*" else int(match[3])
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    return Piece(b"".join(pieces)[:length], total, now or validator, kind)


def _only_whole(*, changed: bool) -> PreviewError:
    if changed:
        return FileChangedError(
            "The file on the back-end has changed meanwhile.", "Choose it again to see it."
        )
    return PreviewError(
        "The back-end sends files only whole, so there is no preview of this one.",
        "Download it to see it.",
    )
