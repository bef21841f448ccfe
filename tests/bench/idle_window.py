"""The window left alone with jobs that run: how much of a core it takes to watch them.

`python -m tests.bench.idle_window PROFILE URL SECONDS` prints JSON: percent of one core, and how
many active jobs it has. The profile has a long listing; URL is a back-end with active jobs.
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.window_facts import until

if TYPE_CHECKING:
    from openeo_desktop.app import Desktop
    from openeo_desktop.models.jobs_table import JobsTableModel

REST = 3.0
"""Seconds after the listing was read until nothing of it is left to do."""


async def drive(desktop: Desktop, url: str, seconds: float) -> int:
    """Sign in, let the listing come, and then do nothing."""
    import psutil

    from tests.bench.listing_server import ACTIVE, PASSWORD

    services, model = desktop.services, desktop.window.jobs_pane.model
    await until(lambda: model.listing is not None and not model.partial)
    before = _running(model)
    account = await services.accounts.sign_in_basic(url, "me", PASSWORD, remember=False)
    await services.sync.refresh_now(account.id)
    await until(lambda: _running(model) == before + ACTIVE)
    await asyncio.sleep(REST)
    began, now = sum(psutil.Process().cpu_times()[:2]), time.monotonic()
    await asyncio.sleep(seconds)
    used = sum(psutil.Process().cpu_times()[:2]) - began
    percent = 100 * used / (time.monotonic() - now)
    print(json.dumps({"percent": percent, "active": ACTIVE}), flush=True)
    return 0


def _running(model: JobsTableModel) -> int:
    counts = model.listing.counts if model.listing is not None else {}
    return sum(count for status, count in counts.items() if status.is_active)


def main(profile: Path, url: str, seconds: float) -> int:
    """Start as `cli` does, without a keychain."""
    gc.disable()
    import keyring
    from keyring.backends import null

    from openeo_desktop.app import run_window
    from openeo_desktop.core.paths import profile_paths
    from openeo_desktop.services import pace

    # The server on loopback stands for one in the net, and its jobs have run without news for a
    # while: that is what being left alone means.
    pace.is_loopback = lambda host: False
    pace.FIRST = pace.LONGEST
    keyring.set_keyring(null.Keyring())  # type: ignore[no-untyped-call]
    return run_window(profile_paths(profile), driver=lambda desktop: drive(desktop, url, seconds))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], float(sys.argv[3])))
