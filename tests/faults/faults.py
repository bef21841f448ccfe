"""The faults of the matrix: what a server may answer instead of what it should.

Source of the list: RFC 9110, and what object stores, proxies and back-ends are known to do.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import email.utils
import gzip
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.support.fault_server import Reply, Request


@dataclass
class File:
    """A file of the server. `other` is its content after a change; `link` is valid now."""

    number: int
    body: bytes
    other: bytes
    link: int = 0
    changed: bool = False
    script: list[str] = field(default_factory=list)

    @property
    def content(self) -> bytes:
        return self.other if self.changed else self.body

    @property
    def etag(self) -> str:
        return f'"{hashlib.sha256(self.content).hexdigest()[:12]}"'


def honest(file: File, request: Request) -> Reply:
    """As RFC 9110 says."""
    body, headers = file.content, {"ETag": file.etag}
    wanted = request.headers.get("range", "")
    if not wanted or request.headers.get("if-range", "") != file.etag:
        return Reply(200, body, headers)
    start = int(wanted.removeprefix("bytes=").rstrip("-"))
    if start >= len(body):
        return Reply(416, b"", {"Content-Range": f"bytes */{len(body)}"})
    span = f"bytes {start}-{len(body) - 1}/{len(body)}"
    return Reply(206, body[start:], headers | {"Content-Range": span})


Fault = Callable[[File, Request], Reply]


def _but(**changes: object) -> Fault:
    return lambda file, request: dataclasses.replace(honest(file, request), **changes)  # type: ignore[arg-type]


def _with(**headers: str) -> Fault:
    """The honest answer with other headers; an empty one goes."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}

    def answer(file: File, request: Request) -> Reply:
        reply = honest(file, request)
        merged = {k: v for k, v in {**reply.headers, **named}.items() if v}
        return dataclasses.replace(reply, headers=merged, cut=len(reply.body) // 2)

    return answer


def _cut(place: Callable[[int], int]) -> Fault:
    def answer(file: File, request: Request) -> Reply:
        reply = honest(file, request)
        return dataclasses.replace(reply, cut=max(0, place(len(reply.body))))

    return answer


def _status(status: int, **headers: str) -> Fault:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda *_: Reply(status, b"<Error>no</Error>", named)


def _ignored_range(file: File, _: Request) -> Reply:
    return Reply(200, file.content, {"ETag": file.etag}, cut=len(file.content) // 3)


def _wrong_place(file: File, request: Request) -> Reply:
    """As many bytes as were asked for, so that the size alone does not show it."""
    reply = honest(file, request)
    if reply.status != 206:
        return dataclasses.replace(reply, cut=len(reply.body) // 2)
    size, rest = len(file.content), len(reply.body)
    span = f"bytes 7-{rest + 6}/{size}"
    return Reply(206, file.content[7 : 7 + rest], {**reply.headers, "Content-Range": span})


def _packed_part(file: File, request: Request) -> Reply:
    reply = honest(file, request)
    if reply.status != 206:
        return dataclasses.replace(reply, cut=len(reply.body) // 2)
    body = gzip.compress(reply.body)
    return Reply(206, body, {**reply.headers, "Content-Encoding": "gzip"})


def _changed(file: File, request: Request) -> Reply:
    """Half of the old content, then it is another file."""
    reply = dataclasses.replace(honest(file, request), cut=len(file.content) // 2)
    file.changed = not file.changed
    return reply


def _damaged(file: File, request: Request) -> Reply:
    reply = honest(file, request)
    wrong = bytes(byte ^ 1 for byte in reply.body[:9]) + reply.body[9:]
    return dataclasses.replace(reply, body=wrong)


def _expires(file: File, request: Request) -> Reply:
    """In the middle of the body the link comes to its end."""
    reply = dataclasses.replace(honest(file, request), cut=len(file.content) // 2)
    file.link += 1
    return reply


def _length(difference: int) -> Fault:
    def answer(file: File, request: Request) -> Reply:
        reply = honest(file, request)
        return dataclasses.replace(reply, length=max(0, len(reply.body) + difference))

    return answer


def _date() -> str:
    return email.utils.format_datetime(dt.datetime.now(dt.UTC) + dt.timedelta(days=400))


DAMAGES = ("wrong bytes", "length - 1")
"""Without a size and a checksum beside them, nobody could find these."""
FAULTS: Mapping[str, Fault] = {
    "cut at 0": _cut(lambda _: 0),
    "cut at 1": _cut(lambda _: 1),
    "cut in the middle": _cut(lambda size: size // 2),
    "cut at the last byte": _cut(lambda size: size - 1),
    "reset": _but(cut=100, reset=True),
    "stall": _but(cut=50, stall=True),
    "200 for a range": _ignored_range,
    "wrong content-range": _wrong_place,
    "packed 206": _packed_part,
    "changed": _changed,
    "weak etag": _with(ETag='W/"x"'),
    "no etag": _with(ETag=""),
    "416": _status(416, Content_Range="bytes */3"),
    "401": _status(401),
    "403": _status(403),
    "404": _status(404),
    "410": _status(410),
    "429": _status(429, Retry_After="0"),
    "500": _status(500),
    "503": _status(503, Retry_After="999999999999"),
    "503 date": lambda *_: Reply(503, b"", {"Retry-After": _date()}),
    "503 nonsense": _status(503, Retry_After="soon"),
    "expires": _expires,
    "redirect loop": lambda file, request: Reply(302, headers={"Location": request.path}),
    "redirect to a file": _status(302, Location="file:///etc/passwd"),
    "redirect to nowhere": _status(307, Location="http://["),
    "length + 1": _length(1),
    "length - 1": _length(-1),
    "no length": _but(length=None),
    "wrong bytes": _damaged,
}
