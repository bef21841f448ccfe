"""What the «History» dialog asks of the services: numbers, upkeep, files."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.job_query import JobQuery
from openeo_desktop.core.jobs import Job, JobKey
from openeo_desktop.services.history_export import Exported, ExportParts
from openeo_desktop.store.history_import import ImportCount
from openeo_desktop.store.retention import HistorySizes, Tidied
from tests.support.fake_services import NOW, FakeSettings, make_job
from tests.support.sketch_jobs import sketch_services

OnProgress = Callable[[int, int], None]


@dataclass(slots=True)
class FakeShown:
    """The jobs table, with two of three jobs selected."""

    query: JobQuery = field(default_factory=lambda: JobQuery(text="ndvi"))
    selected: int = 2

    def shown_count(self) -> int:
        return 3

    def selected_count(self) -> int:
        return self.selected

    async def load_selected(self) -> list[Job]:
        account = sketch_services(0).accounts.items[0].account.id
        return [make_job(account, number, created=NOW) for number in range(self.selected)]


@dataclass(slots=True)
class FakeHistory:
    """`Services` for the dialog. `gate`: an export waits for it; `failure`: it ends with this."""

    settings: FakeSettings = field(default_factory=FakeSettings)
    sizes_now: HistorySizes = field(
        default_factory=lambda: HistorySizes(20_113, 1_204_877, 8_412, 412_300_000)
    )
    tidied: Tidied = field(default_factory=Tidied)
    imported: ImportCount = field(default_factory=lambda: ImportCount(12, 3, 20_098, 120))
    failure: AppError | None = None
    gate: asyncio.Event | None = None
    progress: tuple[int, int] = (1, 2)
    calls: list[tuple[Any, ...]] = field(default_factory=list)

    @property
    def paths(self) -> SimpleNamespace:
        return SimpleNamespace(database=Path("data") / "openeo-desktop" / "history.sqlite3")

    @property
    def care(self) -> FakeHistory:
        return self

    @property
    def history_export(self) -> FakeHistory:
        return self

    @property
    def history_import(self) -> FakeHistory:
        return self

    async def sizes(self) -> HistorySizes:
        return self.sizes_now

    async def tidy(self) -> Tidied:
        self.calls.append(("tidy",))
        if self.failure is not None:
            raise self.failure
        return self.tidied

    async def export(
        self,
        path: Path,
        which: JobQuery | Sequence[JobKey],
        parts: ExportParts,
        on_progress: OnProgress,
    ) -> Exported:
        self.calls.append(("export", path, which, parts))
        on_progress(*self.progress)
        if self.gate is not None:
            await self.gate.wait()
        if self.failure is not None:
            raise self.failure
        return Exported(path, self.progress[1], 7)

    async def load(self, path: Path, on_progress: OnProgress) -> ImportCount:
        self.calls.append(("import", path))
        on_progress(1, 1)
        if self.failure is not None:
            raise self.failure
        return self.imported
