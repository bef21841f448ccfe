"""`openeo-desktop doctor`: what this computer gives the app, what is wrong, what to do about it.

The person's own folders are looked at and their history is opened; nobody is asked for anything.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path

from openeo_desktop.core.display import has_display
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.findings import Finding, note, well, wrong
from openeo_desktop.core.formatting import format_size
from openeo_desktop.core.own_command import QT_PROBE, own_process
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.headless.output import Output
from openeo_desktop.headless.report import Report
from openeo_desktop.headless.self_check_job import check_job
from openeo_desktop.services import health
from openeo_desktop.services.local_environment import EnvironmentPhase, LocalEnvironmentService
from openeo_desktop.services.services import Services
from openeo_desktop.store.summary import describe

_LOCAL_PACKAGES = ("flask", "openeo-processes-dask-slim", "xarray", "rasterio")
_SET_UP = "openeo-desktop local install"
_QT_WITHIN = 30
_QT_ADVICE = (
    "Start the app in a graphical session; on Debian and Ubuntu install libegl1, libxkbcommon0 "
    "and libxcb-cursor0."
)
_DOWNLOAD_ADVICE = (
    "A firewall, or a program that looks for viruses, may stand in the way; if there is none, "
    "install openEO Desktop anew."
)


async def doctor(services: Services, output: Output) -> int:
    """Tell one finding after the other; the exit code says whether something is wrong."""
    report, lanes = Report(output), services.lanes
    report.add(*health.app_and_python(), *await lanes.files.call(health.packages))
    local = await lanes.files.call(_local, services.local.environment)
    report.add(local, await lanes.net.call(_qt))
    report.add(health.resources(), health.sqlite(), await lanes.files.call(health.certificates))
    report.add(await lanes.files.call(health.proxies))
    service = services.paths.keychain_service
    report.add(await lanes.secrets.call(health.keychain, service))
    report.add(*await lanes.files.call(health.folders, services.paths, services.settings))
    report.add(await _history(services))
    report.add(*await lanes.net.call(_download_and_preview))
    report.add(await lanes.files.call(health.crash_reports, services.paths))
    return report.end()


def _local(environment: LocalEnvironmentService) -> Finding:
    name, phase = "Back-end for this computer", environment.state.phase
    if phase is EnvironmentPhase.INCLUDED:
        versions = ", ".join(f"{it} {health.version_of(it)}" for it in _LOCAL_PACKAGES)
        return well(name, versions)
    current = environment.current()
    if current is None:
        return note(name, "not set up", f"Only «This computer» needs it: {_SET_UP}")
    fact = f"set up with Python {current.python_version} ({current.python})"
    if phase is EnvironmentPhase.OUTDATED:
        return note(name, f"{fact}, for another version of the app", f"Renew it: {_SET_UP}")
    return well(name, fact)


def _qt() -> Finding:
    """In a process of its own: a missing system library ends the whole process."""
    try:
        probe = subprocess.run(
            own_process(QT_PROBE),
            capture_output=True,
            text=True,
            timeout=_QT_WITHIN,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        if probe.returncode == 0:
            facts = json.loads(probe.stdout)
            return well("Qt window", f"Qt {facts['qt']}, platform {facts['platform']}")
    except (OSError, ValueError, LookupError, subprocess.TimeoutExpired) as error:
        return wrong("Qt window", f"cannot be tried ({error})", health.INSTALL_ANEW)
    lines = probe.stderr.strip().splitlines()
    fact = f"no window possible: {lines[0] if lines else 'ended without a word'}"
    if has_display() or os.environ.get("QT_QPA_PLATFORM"):
        return wrong("Qt window", fact, _QT_ADVICE)
    return note("Qt window", f"{fact} (there is no display)", "The commands work without it.")


async def _history(services: Services) -> Finding:
    try:
        await services.open()
        counts = await services.history.call(describe)
    except AppError as error:
        return wrong("History", error.message, error.hint)
    size = format_size(services.paths.database.stat().st_size)
    fact = f"{services.paths.database} ({size}; {counts})"
    if services.salvaged is not None:
        kept = services.salvaged.path.name
        return note("History", fact, f"It was damaged; the old file was kept as {kept}.")
    return well("History", fact)


def _download_and_preview() -> list[Finding]:
    """From this computer to this computer, in a folder that is gone afterwards."""
    prefix = "openeo-doctor-"
    with tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True) as folder:
        return check_job(profile_paths(Path(folder)), _DOWNLOAD_ADVICE, health.INSTALL_ANEW)
