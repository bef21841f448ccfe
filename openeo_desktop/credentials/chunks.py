"""One secret of any length as one or more items of a keychain, whole at any moment.

Where items are small, a secret is cut into chunks `NAME#GENERATION/I`, and a manifest under NAME,
written last, says which generation holds: until then the old secret is the one that is read, and
its chunks go only afterwards. Reading verifies. A short secret where there is room is one item.
Nothing here knows keyring; the items may fail at any call, with whatever they raise.
"""

from __future__ import annotations

import hashlib
import json
import logging
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

CHUNK = 1_000
"""UTF-16 units per chunk: Windows takes 1,280 of them (2,560 bytes)."""
MAX_CHUNKS = 200
GENERATIONS = 8
"""Few, so that all can be swept; more than two, so that two processes that save at the same moment
hardly choose the same one."""
_MARK = "openeo-desktop-chunks:"
_ATTEMPTS = 3
log = logging.getLogger(__name__)


class Items(Protocol):
    """Where items lie, by name; each call raises whatever goes wrong."""

    @property
    def whole_chars(self) -> int | None:
        """Up to how many characters a secret is one item; None: any length."""

    @property
    def replaces_atomically(self) -> bool:
        """Whether a kill during `put` leaves the old item or the new one, never none."""

    def get(self, name: str) -> str | None:
        """The item, None if there is none."""

    def put(self, name: str, text: str) -> None:
        """Write the item, or replace it."""

    def remove(self, name: str) -> None:
        """Remove the item; no error if there is none."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """Which chunks make up a secret, and how to tell that they are all of it."""

    generation: int
    chunks: int
    length: int
    sha256: str

    def text(self) -> str:
        """As it lies in the keychain."""
        fields = {"gen": self.generation, "n": self.chunks, "len": self.length}
        return _MARK + json.dumps(fields | {"sha256": self.sha256})


def read_secret(items: Items, name: str) -> str | None:
    """The secret, None if there is none (or none that is whole).

    Another process may replace it meanwhile: then the manifest is read again.
    """
    for _ in range(_ATTEMPTS):
        head = _read_head(items, name)
        if head is None or not head.startswith(_MARK):
            return head
        manifest = _parse(head)
        secret = _read_chunks(items, name, manifest) if manifest else None
        if secret is not None:
            return secret
    log.warning("A secret in the keychain is damaged and counts as not there")
    return None


def write_secret(items: Items, name: str, secret: str) -> None:
    """Keep a secret; if anything raises, the one before it is still there."""
    old = _parse(_read_head(items, name) or "")
    room = items.whole_chars
    if (room is None or len(secret) <= room) and not secret.startswith(_MARK):
        _write_head(items, name, secret)
    else:
        _write_head(items, name, _write_chunks(items, name, secret, old).text())
    if old is not None:
        _sweep_quietly(items, name, old.generation)


def remove_secret(items: Items, name: str) -> None:
    """Remove a secret and whatever interrupted writes left of it; no error if there is none."""
    cut = items.whole_chars is not None or _parse(_read_head(items, name) or "") is not None
    if not items.replaces_atomically:
        items.remove(_spare(name))
    items.remove(name)
    if cut:
        for generation in range(GENERATIONS):
            _sweep(items, name, generation)


def _spare(name: str) -> str:
    return f"{name}#spare"


def _chunk_name(name: str, generation: int, number: int) -> str:
    return f"{name}#{generation}/{number}"


def _read_head(items: Items, name: str) -> str | None:
    """What lies under the name itself, or what was about to when a kill came."""
    head = items.get(name)
    return items.get(_spare(name)) if head is None and not items.replaces_atomically else head


def _write_head(items: Items, name: str, text: str) -> None:
    if items.replaces_atomically:
        items.put(name, text)
        return
    items.put(_spare(name), text)
    items.put(name, text)
    items.remove(_spare(name))


def _write_chunks(items: Items, name: str, secret: str, old: Manifest | None) -> Manifest:
    parts = list(_cut(secret))
    if len(parts) > MAX_CHUNKS:
        raise ValueError("a secret of this length is none")
    free = [number for number in range(GENERATIONS) if old is None or number != old.generation]
    generation = secrets.choice(free)
    _sweep(items, name, generation)  # what an interrupted write may have left there
    for number, part in enumerate(parts):
        items.put(_chunk_name(name, generation, number), part)
    return Manifest(generation, len(parts), len(secret), _digest(secret))


def _cut(secret: str) -> Iterator[str]:
    """Pieces of at most `CHUNK` UTF-16 units: a character beyond the basic plane takes two."""
    size = CHUNK if max(secret, default="") <= "\uffff" else CHUNK // 2
    for start in range(0, max(len(secret), 1), size):
        yield secret[start : start + size]


def _read_chunks(items: Items, name: str, manifest: Manifest) -> str | None:
    parts = []
    for number in range(manifest.chunks):
        part = items.get(_chunk_name(name, manifest.generation, number))
        if part is None:
            return None
        parts.append(part)
    secret = "".join(parts)
    whole = len(secret) == manifest.length and _digest(secret) == manifest.sha256
    return secret if whole else None


def _sweep(items: Items, name: str, generation: int) -> None:
    """Remove all chunks of a generation, from the end, so that a failure leaves none unfound."""
    count = 0
    while count < MAX_CHUNKS and items.get(_chunk_name(name, generation, count)) is not None:
        count += 1
    for number in reversed(range(count)):
        items.remove(_chunk_name(name, generation, number))


def _sweep_quietly(items: Items, name: str, generation: int) -> None:
    """The new secret is kept already: what is left of the old one goes at a later write."""
    try:
        _sweep(items, name, generation)
    except Exception as error:  # noqa: BLE001 - items raise whatever their system gives
        log.info("Old chunks stay in the keychain for now: %s", type(error).__name__)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _parse(head: str) -> Manifest | None:
    """The manifest, None if it is none or damaged."""
    if not head.startswith(_MARK):
        return None
    try:
        fields = json.loads(head.removeprefix(_MARK))
        manifest = Manifest(
            int(fields["gen"]), int(fields["n"]), int(fields["len"]), str(fields["sha256"])
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return manifest if 0 <= manifest.chunks <= MAX_CHUNKS else None
