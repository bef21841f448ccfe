"""Below the facts of a job: its description, its life, links, what else is said, and the JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from openeo_desktop.core.jobs import Job, JobKey
from openeo_desktop.core.status_history import StatusChange, status_steps
from openeo_desktop.core.times import utc_now
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.details.details_texts import other_rows
from openeo_desktop.ui.details.link_list import LinkList, ask_to_open
from openeo_desktop.ui.details.markdown_view import MarkdownView
from openeo_desktop.ui.details.raw_json import RawJson
from openeo_desktop.ui.details.status_timeline import StatusTimeline
from openeo_desktop.ui.kit.key_value_grid import KeyValueGrid
from openeo_desktop.ui.kit.labels import SectionLabel
from openeo_desktop.ui.look.tokens import GROUP_SPACING

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services


class DetailsMore(QWidget):
    """Sections that are there only if they have something to say."""

    def __init__(
        self,
        services: Services,
        spawn: Spawn,
        parent: QWidget | None = None,
        now: Callable[[], dt.datetime] = utc_now,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._jobs = services.jobs
        self._spawn = spawn
        self._job: Job | None = None
        self._changes: tuple[StatusChange, ...] = ()
        self._changes_of: JobKey | None = None
        self.description = MarkdownView(self.tr("Description"), self)
        self.description.setObjectName("job_description")
        self.description.link_requested.connect(lambda address: ask_to_open(address, self))
        self.timeline = StatusTimeline(self)
        self.links = LinkList(self)
        self.others = KeyValueGrid(self)
        self.others.setObjectName("other_facts")
        self.raw = RawJson(self)
        self._headings: dict[QWidget, SectionLabel] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GROUP_SPACING)
        for widget, title in (
            (self.description, self.tr("Description")),
            (self.timeline, self.tr("Status history")),
            (self.links, self.tr("Links")),
            (self.others, self.tr("Also told by the back-end")),
        ):
            self._headings[widget] = SectionLabel(title, self)
            layout.addWidget(self._headings[widget])
            layout.addWidget(widget)
        layout.addWidget(self.raw)

    def show_job(self, job: Job) -> None:
        """Show what there is of this job; its history is read and follows."""
        if job.key != self._changes_of:
            self._changes, self._changes_of = (), job.key
        self._job = job
        self.description.show_markdown(job.description)
        self._show_section(self.description, bool(job.description.strip()))
        self.links.show_links(job.raw.get("links"))
        self._show_section(self.links, self.links.count > 0)
        self.others.set_rows(other_rows(job))
        self._show_section(self.others, bool(self.others.rows()))
        self.raw.show_document(job.raw)
        self.follow_clock(self._now())
        self._spawn(self._read_changes(job.key), "read the status history")

    def follow_clock(self, now: dt.datetime) -> None:
        """Durations of a job that moves grow."""
        if self._job is not None:
            steps = status_steps(self._job, self._changes, now)
            self.timeline.show_steps(steps, now)
            self._show_section(self.timeline, len(steps) > 1)

    async def _read_changes(self, key: JobKey) -> None:
        changes = await self._jobs.status_changes(key)
        if key == self._changes_of:
            self._changes = changes
            self.follow_clock(self._now())

    def _show_section(self, widget: QWidget, shown: bool) -> None:
        self._headings[widget].setVisible(shown)
        widget.setVisible(shown)
