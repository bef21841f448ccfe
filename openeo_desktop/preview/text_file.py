"""The beginning of a text."""

from __future__ import annotations

from openeo_desktop.core.errors import PreviewError
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.words import error_text
from openeo_desktop.preview.file_bytes import FileBytes, is_binary, text_of
from openeo_desktop.preview.opened_file import OpenedFile
from openeo_desktop.preview.ranges import Source
from openeo_desktop.preview.values import Opened, PreviewKind, Text

MOST_BYTES = 200_000
MOST_LINE = 10_000


def open_text(source: Source) -> OpenedFile:
    """Open a file as text.

    Raises:
        PreviewError: It is none.
    """
    data = FileBytes(source)
    try:
        return OpenedFile(Opened(PreviewKind.TEXT, beginning_of(data)))
    finally:
        data.close()


def beginning_of(data: FileBytes) -> Text:
    """The first lines, control characters made visible.

    Raises:
        PreviewError: It is no text.
    """
    head = data.read(0, MOST_BYTES)
    if is_binary(head):
        raise PreviewError(
            "This file is no text, and of no kind that can be shown here.",
            "Open it with another program.",
        )
    lines = [_line(line) for line in text_of(head).splitlines()]
    note = error_text("The beginning of the file is shown.") if data.size > MOST_BYTES else ""
    return Text("\n".join(lines), note)


def _line(line: str) -> str:
    return visible_text(line[:MOST_LINE].expandtabs(4))
