"""The person's own views of the jobs table: filters, columns and order under a name, in order.

Kept in the settings; the place to show one is `Place(saved=...)`. No words, no widgets.
"""

from __future__ import annotations

import dataclasses
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from openeo_desktop.core.events import Event
from openeo_desktop.core.job_query import SortField
from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.core.json_values import as_dict, as_dicts, as_text, as_texts
from openeo_desktop.models.job_filters import JobFilters
from openeo_desktop.models.job_layout import JobLayout
from openeo_desktop.models.navigation import Place, View

T = TypeVar("T")
KEY = "jobs/views"
MAX_NAME = 80


class SettingsLike(Protocol):
    """What is asked of `core.settings.Settings`."""

    def get(self, key: str, default: T) -> T: ...

    def set(self, key: str, value: object) -> None: ...


@dataclass(frozen=True, slots=True)
class SavedView:
    """What the table shows, and how. `view` is what it was saved in: its states and its age."""

    id: str
    name: str
    view: View = View.ALL
    statuses: frozenset[JobStatus] = frozenset()
    text: str = ""
    filters: JobFilters = field(default_factory=JobFilters)
    layout: JobLayout = field(default_factory=JobLayout)
    sort: SortField = SortField.UPDATED
    descending: bool = True
    by_day: bool = False

    @property
    def place(self) -> Place:
        """Where it is shown."""
        return Place(self.view, saved=self.id)

    def to_json(self) -> dict[str, Any]:
        """For the settings."""
        return {
            "id": self.id,
            "name": self.name,
            "view": self.view.value,
            "statuses": sorted(status.value for status in self.statuses),
            "text": self.text,
            "filters": self.filters.to_json(),
            "columns": self.layout.to_json(),
            "sort": self.sort.value,
            "descending": self.descending,
            "by_day": self.by_day,
        }

    @classmethod
    def from_json(cls, raw: dict[str, Any]) -> SavedView | None:
        """The inverse of `to_json`, lenient; None without a name."""
        name = as_text(raw.get("name")).strip()[:MAX_NAME]
        view, sort = as_text(raw.get("view")), as_text(raw.get("sort"))
        if not name:
            return None
        known = set(JobStatus)
        return cls(
            as_text(raw.get("id")) or uuid.uuid4().hex,
            name,
            View(view) if view in set(View) - {View.ENDED} else View.ALL,
            frozenset(JobStatus(word) for word in as_texts(raw.get("statuses")) if word in known),
            as_text(raw.get("text")),
            JobFilters.from_json(raw.get("filters")),
            JobLayout.from_json(as_dict(raw.get("columns"))),
            SortField(sort) if sort in set(SortField) else SortField.UPDATED,
            raw.get("descending") is not False,
            raw.get("by_day") is True,
        )


class SavedViews:
    """The list of them. Events: `changed` with all views in their order."""

    def __init__(self, settings: SettingsLike) -> None:
        self._settings = settings
        self.changed: Event[tuple[SavedView, ...]] = Event()
        stored: list[Any] = settings.get(KEY, [])
        read = [SavedView.from_json(raw) for raw in as_dicts(stored)]
        self._views = {view.id: view for view in read if view is not None}

    def all(self) -> tuple[SavedView, ...]:
        """In the person's order."""
        return tuple(self._views.values())

    def get(self, view_id: str) -> SavedView | None:
        """One of them, None if it is not there (any more)."""
        return self._views.get(view_id)

    def add(self, view: SavedView) -> SavedView:
        """A new one at the end, with an id of its own."""
        view = dataclasses.replace(view, id=uuid.uuid4().hex)
        self._views[view.id] = view
        self._tell()
        return view

    def put(self, view: SavedView) -> None:
        """Change one that is there, or bring one back at the end."""
        self._views[view.id] = view
        self._tell()

    def rename(self, view_id: str, name: str) -> None:
        """Give it another name; an empty one changes nothing."""
        name = name.strip()[:MAX_NAME]
        if name and view_id in self._views:
            self.put(dataclasses.replace(self._views[view_id], name=name))

    def remove(self, view_id: str) -> None:
        """Forget it."""
        if self._views.pop(view_id, None) is not None:
            self._tell()

    def move(self, view_id: str, by: int) -> None:
        """Up (negative) or down among the others."""
        order = list(self._views)
        at = order.index(view_id)
        to = max(0, min(len(order) - 1, at + by))
        order.insert(to, order.pop(at))
        self._set_order(order)

    def _set_order(self, order: Sequence[str]) -> None:
        if list(order) != list(self._views):
            self._views = {view_id: self._views[view_id] for view_id in order}
            self._tell()

    def _tell(self) -> None:
        self._settings.set(KEY, [view.to_json() for view in self._views.values()])
        self.changed.emit(self.all())
