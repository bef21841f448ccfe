"""The collections: the data files of the given folders and the generated sample, by id.

Looks at the folders at each request, so new files appear at once; a file is read again only when
its time or size has changed. STAC is made in `stac_collection.py`.
"""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Iterator
from pathlib import Path

from openeo_desktop.local.layout import StateFolder
from openeo_desktop.local.sample import ensure_sample
from openeo_desktop.local.sources import SUFFIXES, Source, UnreadableSourceError, read_source

logger = logging.getLogger(__name__)

_Stamp = tuple[int, int]


class Catalogue:
    """Finds collections by id; keeps what it has read of each file."""

    def __init__(self, state: StateFolder, folders: list[Path]) -> None:
        """Serve the files of `folders` (not of folders below them)."""
        self._state = state
        self._folders = folders
        self._lock = threading.Lock()
        self._read: dict[Path, tuple[_Stamp, Source | None]] = {}

    def sources(self) -> dict[str, Source]:
        """All readable files by collection id, the sample first."""
        with self._lock:
            ensure_sample(self._state.sample)
            found: dict[str, Source] = {}
            for path in self._files():
                source = self._source(path)
                if source is not None:
                    found[_unique_id(path.stem, found)] = source
            return found

    def find(self, collection_id: str) -> Source | None:
        """The file behind a collection id."""
        return self.sources().get(collection_id)

    def _files(self) -> Iterator[Path]:
        yield self._state.sample
        for folder in self._folders:
            try:
                paths = sorted(folder.iterdir())
            except OSError as error:
                logger.warning("The data folder %s cannot be read: %s", folder, error)
                continue
            yield from (path for path in paths if path.suffix.lower() in SUFFIXES)

    def _source(self, path: Path) -> Source | None:
        try:
            facts = path.stat()
        except OSError:
            return None  # removed while we looked
        stamp = (facts.st_mtime_ns, facts.st_size)
        known = self._read.get(path)
        if known is None or known[0] != stamp:
            known = (stamp, _read_or_skip(path))
            self._read[path] = known
        return known[1]


def _read_or_skip(path: Path) -> Source | None:
    try:
        return read_source(path)
    except UnreadableSourceError as error:
        logger.warning("The file %s is skipped: %s", path, error)
        return None


def _unique_id(stem: str, taken: dict[str, Source]) -> str:
    """A collection id (`[\\w\\-.~]+`) made from a file name, with a number if it is taken."""
    wanted = re.sub(r"[^A-Za-z0-9_\-.~]+", "_", stem) or "file"
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}_{number}", number + 1
    return name
