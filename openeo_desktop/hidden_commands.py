"""Commands that no help tells of: the app starts them itself, or a build does.

What one needs is imported when it is wanted. Each takes the arguments after its flag, and returns
an exit code.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path

from openeo_desktop.core.own_command import PREVIEW_WORKER, QT_PROBE, SELF_CHECK, WINDOW_PROBE


def _preview_worker(_given: list[str]) -> int:
    from openeo_desktop.preview.worker import main

    return main()


def _probe_qt(_given: list[str]) -> int:
    from openeo_desktop.ui.look.qt_probe import probe_qt

    return probe_qt()


def _probe_window(given: list[str]) -> int:
    from openeo_desktop.app import run_window
    from openeo_desktop.core.paths import profile_paths
    from openeo_desktop.ui.window.window_probe import probe_window

    paths = profile_paths(Path(given[0]))
    return run_window(paths, driver=lambda it: probe_window(it.window), alone=True, idle=True)


def _self_check(given: list[str]) -> int:
    from openeo_desktop.headless.output import Output, use_safe_streams
    from openeo_desktop.headless.self_check import self_check

    use_safe_streams()
    gc.disable()  # everything is loaded once, and nothing of it goes: looking for garbage is slow
    return self_check(Output(as_json="--json" in given))


HIDDEN: dict[str, Callable[[list[str]], int]] = {
    PREVIEW_WORKER: _preview_worker,
    QT_PROBE: _probe_qt,
    WINDOW_PROBE: _probe_window,
    SELF_CHECK: _self_check,
}
"""By the flag that stands first."""
