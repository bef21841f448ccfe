"""The preview process with readers that go wrong as libraries do; the name of the file says how.

Run as a program by `PreviewProcess`. Any other file is read honestly.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from openeo_desktop.preview import worker
from openeo_desktop.preview.opened_file import OpenedFile
from openeo_desktop.preview.ranges import Source
from openeo_desktop.preview.reader import open_file
from openeo_desktop.preview.values import Opened, PreviewKind, TablePage, Text
from openeo_desktop.preview.wire import write_frame
from openeo_desktop.services.preview_process import PreviewProcess

SLOW_PAGES = 1_000_000
"""Pages from here on do not even look up."""
THREE_SIGNS = 3
"""This page takes until three signs of life were given."""


def process_with_faults(answer_within: float = 20.0) -> PreviewProcess:
    """To be used in place of the real one; `answer_within` in seconds."""
    return PreviewProcess((sys.executable, str(Path(__file__))), answer_within)


class _Slow(OpenedFile):
    """A text whose pages take for ever, as long as somebody waits; writes down that it began."""

    def __init__(self, path: Path) -> None:
        super().__init__(Opened(PreviewKind.TEXT, Text("slow")))
        self._path = path

    def page(self, first: int, count: int) -> TablePage:
        self._path.with_suffix(".begun").touch()
        worker.SAY_EVERY = 0.01
        while first != THREE_SIGNS or _Counted.signs < THREE_SIGNS:
            time.sleep(0.005)
            if first < SLOW_PAGES:
                self.between_blocks()
        return TablePage(first, (("done",),))


class _Counted:
    """How many signs of life went out."""

    signs = 0


def _counted(out: BinaryIO, header: Mapping[str, Any], buffers: Sequence[Any] = ()) -> None:
    _Counted.signs += "working" in header
    write_frame(out, header, buffers)


def _open(source: Source) -> OpenedFile:
    kind = source.name.partition(".")[0]
    if kind == "crash":
        os.abort()
    if kind == "hang":
        while True:
            time.sleep(1)
    if kind == "greedy":
        _eat()
    if kind == "huge":
        bytes(6 * 2**30)
    if kind == "chatty":
        os.write(1, b"x" * 100_000)  # where frames leave, for a library that knows no better
    if kind == "mistake":
        raise KeyError("a bug of ours")
    if kind == "slow" and isinstance(source, Path):
        return _Slow(source)
    return open_file(source)


def _eat() -> None:
    held = []
    while True:
        held.append(os.urandom(2**20) * 8)


vars(worker).update(open_file=_open, write_frame=_counted)

if __name__ == "__main__":
    sys.exit(worker.main())
