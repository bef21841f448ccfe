"""`openeo-desktop local`: the environment of the back-end of this computer, from a terminal."""

from __future__ import annotations

import os
from pathlib import Path

from openeo_desktop.core.errors import InputError
from openeo_desktop.core.formatting import format_size
from openeo_desktop.core.paths import expanded
from openeo_desktop.headless.output import Output
from openeo_desktop.headless.prompts import ask_yes
from openeo_desktop.services.local_environment import EnvironmentPhase, EnvironmentState
from openeo_desktop.services.local_environment_set_up import SetUpStep
from openeo_desktop.services.services import Services

_PHASES = {
    EnvironmentPhase.INCLUDED: "part of this installation of the app",
    EnvironmentPhase.MISSING: "not set up; set it up with: openeo-desktop local install",
    EnvironmentPhase.READY: "set up",
    EnvironmentPhase.OUTDATED: "set up for another version of the app; bring it up to date with: "
    "openeo-desktop local install",
    EnvironmentPhase.WORKING: "being set up",
}
_STEPS = {
    SetUpStep.PREPARE: "Making an environment…",
    SetUpStep.DOWNLOAD: "Downloading the packages…",
    SetUpStep.INSTALL: "Installing them…",
    SetUpStep.CHECK: "Starting it for a look…",
}


async def status(services: Services, output: Output) -> None:
    """Whether it is set up, and how large it is."""
    environment = services.local.environment
    state, current = environment.state, environment.current()
    use = await environment.disk_use(services.local.state)
    output.line(f"This computer: {_PHASES[state.phase]}")
    if current is not None:
        output.line(f"Python:        {current.python_version} ({current.python})")
        output.line(f"Size:          {format_size(use.environment)}")
    output.line(f"Its jobs:      {format_size(use.jobs)} in {services.local.state}")
    output.document(
        {
            "state": str(state.phase),
            "python": str(current.python) if current else None,
            "python_version": current.python_version if current else None,
            "bytes": use.environment,
            "downloaded_bytes": use.downloaded,
            "job_bytes": use.jobs,
        }
    )


async def install(services: Services, python: Path | None, output: Output) -> None:
    """Set it up, or bring it up to date; nothing is done where the app has all of it.

    Raises:
        AppError: It could not be set up; the words say why.
    """
    environment = services.local.environment
    if environment.state.phase in (EnvironmentPhase.INCLUDED, EnvironmentPhase.READY):
        output.remark("There is nothing to do.")
        await status(services, output)
        return
    chosen = await environment.python_at(_absolute(python)) if python else None
    told = _Told(output)
    stop = environment.changed.connect(told.tell)
    try:
        await environment.set_up(chosen)
    finally:
        stop()
    await status(services, output)


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(expanded(path)))  # noqa: PTH100 - links stay links


class _Told:
    """One line for each step, and for each ten packages."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._last: tuple[SetUpStep, int] | None = None

    def tell(self, state: EnvironmentState) -> None:
        """The next line, if there is something new."""
        progress = state.progress
        if progress is None:
            return
        now = (progress.step, progress.done // 10)
        if now == self._last:
            return
        if self._last is None or self._last[0] is not progress.step:
            self._output.remark(_STEPS[progress.step])
        elif progress.packages:
            came = f", {format_size(progress.fetched)}" if progress.fetched else ""
            self._output.remark(f"  {progress.done} of {progress.packages} packages{came}")
        self._last = now


async def remove(services: Services, jobs: bool, yes: bool, output: Output) -> None:
    """Remove what was set up, with `jobs` also what it has computed.

    Raises:
        InputError: The person did not say yes.
    """
    environment = services.local.environment
    use = await environment.disk_use(services.local.state)
    size = use.environment + use.downloaded + (use.jobs if jobs else 0)
    what = "the back-end of this computer" + (", its jobs and their results" if jobs else "")
    if not yes and not ask_yes(f"Remove {what} ({format_size(size) or '0 B'})?"):
        raise InputError("Nothing was removed.", "Answer y, or add --yes.")
    await services.local.remove_environment(jobs=jobs)
    output.line(f"Removed: {format_size(size) or '0 B'}.")
    output.document({"removed_bytes": size})
