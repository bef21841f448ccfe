"""A large history whose last end was unclean is looked through while the app runs."""

from __future__ import annotations

import pytest

from openeo_desktop.core.paths import AppPaths
from openeo_desktop.services import services as module
from openeo_desktop.store.late_check import unchecked_mark
from tests.support.service_runs import opened, run


def test_history_is_checked_once(paths: AppPaths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHECK_AFTER", 0.0)

    async def main() -> None:
        async with opened(paths) as services:
            mark = unchecked_mark(paths.database)
            await services.check_history()
            assert not mark.exists()  # a clean end leaves nothing to do
            mark.touch()
            await services.check_history()
            assert not mark.exists()

    run(main())
