"""One picture of the catalogue: what to build and how large. No rendering here (see `__main__`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


def always_ready(_widget: QWidget) -> bool:
    """A widget that needs no waiting."""
    return True


@dataclass(frozen=True, slots=True)
class Shot:
    """A widget in one of its states.

    Args:
        name: File name without scheme and suffix, e.g. "log-pane-empty".
        build: Makes the widget; called anew for each colour scheme, after the theme is applied.
        size: Width and height in logical pixels.
        ready: The fact to wait for before the picture is taken, e.g. that rows were loaded.
    """

    name: str
    build: Callable[[], QWidget]
    size: tuple[int, int]
    ready: Callable[[QWidget], bool] = always_ready
