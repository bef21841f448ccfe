"""The questions that go to the preview process, and the types of their answers.

One table for both sides: names and types are those of `opened_file.OpenedFile`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from openeo_desktop.preview.values import (
    BandStatistics,
    Opened,
    Picture,
    PictureRequest,
    PreviewKind,
    Probe,
    Profile,
    Series,
    TablePage,
    WarpRequest,
    Window,
)

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """`arguments`: types in order; `answer`: type of what comes back."""

    answer: Any
    arguments: tuple[Any, ...] = field(default=())


QUESTIONS: Mapping[str, Question] = {
    "picture": Question(Picture, (PictureRequest,)),
    "warped": Question(Picture, (WarpRequest,)),
    "statistics": Question(tuple[BandStatistics, ...], (int, tuple[int, ...], Window | None, bool)),
    "probe": Question(Probe, (int, float, float)),
    "profile": Question(Profile, (int, tuple[int, ...], Points)),
    "pixel_series": Question(Series, (int, float, float)),
    "page": Question(TablePage, (int, int)),
    "view": Question(Opened, (PreviewKind,)),
}
