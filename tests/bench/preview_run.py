"""Previews measured from inside a window: `python -m tests.bench.preview_run PLAN`.

Prints seconds to a first picture, seconds of each step, memory beside an idle app, the longest gap.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

import psutil

from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.preview.painting import paint
from openeo_desktop.preview.styles import default_style
from openeo_desktop.preview.values import PictureRequest, RasterFile, RasterLayer, Style, Window
from openeo_desktop.services.previews import OpenPreview, PreviewTarget
from openeo_desktop.services.services import Services, make_services
from tests.support.fake_back_end import PASSWORD

MIB = 2**20
WIDTH, HEIGHT = 1100, 800
"""Pixels of the picture: a large window on an ordinary screen."""
STEPS = 40


class _Memory:
    """The most that the app and its preview process have in use, sampled."""

    def __init__(self) -> None:
        self._app = psutil.Process()
        self.most = 0.0

    def now(self) -> float:
        """MiB of both processes."""
        processes = [self._app, *self._app.children(recursive=True)]
        total = 0
        for process in processes:
            try:
                total += process.memory_info().rss
            except psutil.NoSuchProcess:
                continue
        return total / MIB

    async def watch(self) -> None:
        """Look at it again and again."""
        while True:
            self.most = max(self.most, self.now())
            await asyncio.sleep(0.05)


async def _run(plan: dict[str, Any], probe: Any) -> dict[str, Any]:
    services = make_services(profile_paths(Path(plan["place"]) / "profile"))
    await services.open()
    try:
        target = await _target(services, plan)
        return await _measure(services, target, plan, probe)
    finally:
        await services.close()


async def _target(services: Services, plan: dict[str, Any]) -> PreviewTarget | Path:
    if "path" in plan:
        return Path(plan["path"])
    account = await services.accounts.sign_in_basic(plan["url"], "me", PASSWORD, remember=False)
    await services.sync.refresh_now()
    key = JobKey(account.id, JobId("j"))
    await services.results.refresh(key)
    return PreviewTarget(key, "picture")


async def _measure(
    services: Services, target: PreviewTarget | Path, plan: dict[str, Any], probe: Any
) -> dict[str, Any]:
    memory = _Memory()
    idle = memory.now()
    await _get_ready(services, warm=plan.get("warm", True))
    watching = asyncio.create_task(memory.watch())
    probe.start()
    began = time.perf_counter()
    file = await services.previews.open(target)
    style = default_style(_layer(file), await file.statistics(0, (1,)))
    await _picture(file, style, _whole(file))
    first = time.perf_counter() - began
    fetched = file.fetched
    steps = [await _step(file, style, window) for window in _walk(file, plan.get("steps", STEPS))]
    gap = probe.stop()
    watching.cancel()
    file.close()
    return {
        "first": first,
        "steps": steps,
        "gap": gap,
        "grown": memory.most - idle,
        "bytes": fetched.bytes,
        "requests": fetched.requests,
    }


async def _get_ready(services: Services, *, warm: bool) -> None:
    """As the results pane does while the person looks at the list of files."""
    if warm:
        services.previews.warm_up()
        await asyncio.sleep(0)  # it is on its lane now
        await services.lanes.preview.call(lambda: None)


async def _step(file: OpenPreview, style: Style, window: Window) -> float:
    began = time.perf_counter()
    await _picture(file, style, window)
    return time.perf_counter() - began


async def _picture(file: OpenPreview, style: Style, window: Window) -> None:
    """Asked for, and painted on a thread as the view does it."""
    picture = await file.picture(PictureRequest(0, (1,), window, WIDTH, HEIGHT))
    await asyncio.to_thread(paint, picture.values, style)


def _layer(file: OpenPreview) -> RasterLayer:
    assert isinstance(file.opened.content, RasterFile)
    return file.opened.content.layers[0]


def _whole(file: OpenPreview) -> Window:
    layer = _layer(file)
    return 0.0, 0.0, float(layer.width), float(layer.height)


def _walk(file: OpenPreview, steps: int) -> list[Window]:
    """In, across, and out again: each window is another one."""
    _, _, width, height = _whole(file)
    windows = []
    for number in range(steps):
        share = 0.5 ** (min(number, steps - number) / steps * 9)
        w, h = max(width * share, WIDTH / 4), max(height * share, HEIGHT / 4)
        left = (width - w) * (0.2 + 0.6 * number / steps)
        top = (height - h) * (0.8 - 0.6 * number / steps)
        windows.append((left, top, left + w, top + h))
    return windows


def main() -> None:
    """Run the plan on the loop of a window."""
    plan = json.loads(Path(sys.argv[1]).read_text())
    os.environ["QT_API"] = "pyside6"
    import keyring
    import qasync
    from keyring.backends import null
    from PySide6.QtWidgets import QApplication, QLabel

    from openeo_desktop.ui.loop.garbage_timer import GarbageTimer
    from openeo_desktop.ui.loop.stall_probe import StallProbe

    keyring.set_keyring(null.Keyring())
    application = QApplication([])
    window = QLabel("previews")
    window.show()
    garbage = GarbageTimer()
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        print(json.dumps(runner.run(_run(plan, StallProbe()))))
    garbage.stop()


if __name__ == "__main__":
    main()
