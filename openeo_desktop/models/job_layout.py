"""Which columns of the jobs table are shown, in which order, how wide: as a value, and as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from openeo_desktop.core.json_values import as_dict, as_texts
from openeo_desktop.models.jobs_table import JobColumn

LEAST_WIDTH, MOST_WIDTH = 36, 2000
FIRST_ORDER = (
    JobColumn.STATUS,
    JobColumn.TITLE,
    JobColumn.BACK_END,
    JobColumn.CREATED,
    JobColumn.QUEUED,
    JobColumn.STARTED,
    JobColumn.ENDED,
    JobColumn.UPDATED,
    JobColumn.DURATION,
    JobColumn.PROGRESS,
    JobColumn.DOWNLOADS,
    JobColumn.COSTS,
    JobColumn.BUDGET,
    JobColumn.PLAN,
    JobColumn.LOG_LEVEL,
    JobColumn.USES,
    JobColumn.ID,
)
SHOWN_AT_FIRST = frozenset(
    (
        JobColumn.STATUS,
        JobColumn.TITLE,
        JobColumn.BACK_END,
        JobColumn.UPDATED,
        JobColumn.DURATION,
        JobColumn.PROGRESS,
        JobColumn.COSTS,
    )
)


@dataclass(frozen=True, slots=True)
class JobLayout:
    """`order` has every column once, `widths` in pixels those that were sized; the title is never
    hidden.
    """

    order: tuple[JobColumn, ...] = FIRST_ORDER
    widths: Mapping[JobColumn, int] = field(default_factory=dict)
    hidden: frozenset[JobColumn] = frozenset(JobColumn) - SHOWN_AT_FIRST

    def to_json(self) -> dict[str, Any]:
        """For the settings: columns by name, so that later versions may have others."""
        return {
            "order": [column.name for column in self.order],
            "widths": {column.name: width for column, width in self.widths.items()},
            "shown": [column.name for column in self.order if column not in self.hidden],
        }

    @classmethod
    def from_json(cls, raw: object) -> JobLayout:
        """The inverse of `to_json`; what is missing or nonsense is as at first."""
        values = as_dict(raw)
        order = _columns(values.get("order")) or FIRST_ORDER
        rest = [column for column in FIRST_ORDER if column not in order]
        shown = frozenset(_columns(values.get("shown"))) or SHOWN_AT_FIRST
        hidden = frozenset(JobColumn) - shown - {JobColumn.TITLE}
        return cls((*order, *rest), _widths(values.get("widths")), hidden)


def _columns(raw: object) -> tuple[JobColumn, ...]:
    names = dict.fromkeys(name for name in as_texts(raw) if name in JobColumn.__members__)
    return tuple(JobColumn[name] for name in names)


def _widths(raw: object) -> dict[JobColumn, int]:
    return {
        JobColumn[name]: max(LEAST_WIDTH, min(MOST_WIDTH, width))
        for name, width in as_dict(raw).items()
        if name in JobColumn.__members__ and isinstance(width, int)
    }
