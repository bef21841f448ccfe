"""Makes the environment of the embedded back-end: its folder, pip, the packages, a look at it.

Blocking, for a lane. A new folder each time; what is there stays until the new one is whole.
"""

from __future__ import annotations

import contextlib
import logging
import ssl
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from openeo_desktop.api.trust import ca_file_in_use
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.disk import disk_errors, require_space, reserve
from openeo_desktop.core.errors import LocalBackEndError
from openeo_desktop.core.paths import make_private_folder
from openeo_desktop.services.local_environment_files import (
    SETS_UP,
    Environment,
    EnvironmentFiles,
    held,
    python_of,
    remove_tree,
)
from openeo_desktop.services.local_environment_pip import (
    PipReport,
    count_requirements,
    run_pip,
)
from openeo_desktop.services.local_environment_pythons import NO_WINDOW, Python
from openeo_desktop.services.local_environment_sources import foreign_variables, place_sources

log = logging.getLogger(__name__)
DOWNLOAD_SIZE = 250_000_000
INSTALLED_SIZE = 950_000_000
"""Bytes, measured on Linux with Python 3.13; other systems differ by some tens of millions."""
TELLS_BYTES = (24, 1)
"""The pip that has `--progress-bar raw`."""
MADE_WITHIN = 300.0
LOOKED_WITHIN = 300.0
CHECK = (
    "import openeo_desktop.local.server, flask, rioxarray, netCDF4; "
    "import openeo_processes_dask_slim.process_implementations"
)


class SetUpStep(StrEnum):
    """What is being done."""

    PREPARE = "prepare"
    DOWNLOAD = "download"
    INSTALL = "install"
    CHECK = "check"


_SHARE = {
    SetUpStep.PREPARE: (0.0, 0.06),
    SetUpStep.DOWNLOAD: (0.06, 0.6),
    SetUpStep.INSTALL: (0.6, 0.97),
    SetUpStep.CHECK: (0.97, 1.0),
}
"""Of the time, as measured on a line of 100 MBit/s."""


@dataclass(frozen=True, slots=True)
class SetUpProgress:
    """How far it is: packages done of how many, bytes that came, the name of the current one."""

    step: SetUpStep = SetUpStep.PREPARE
    done: int = 0
    packages: int = 0
    fetched: int = 0
    name: str = ""

    @property
    def fraction(self) -> float:
        """Of the whole, 0 to 1."""
        begin, end = _SHARE[self.step]
        share = self.done / self.packages if self.packages else 0.0
        if self.step is SetUpStep.DOWNLOAD:  # packages differ by a thousand times in size
            share = max(share / 2, min(1.0, self.fetched / DOWNLOAD_SIZE))
        return begin + (end - begin) * min(1.0, share)


OnProgress = Callable[[SetUpProgress], object]


def set_up(
    files: EnvironmentFiles,
    python: Python,
    on_progress: OnProgress,
    token: CancelToken,
    check: str = CHECK,
) -> Environment:
    """Make a new environment; the one before is removed when the new one is whole.

    Args:
        on_progress: Called on this thread.
        check: What the new Python has to be able to import.

    Raises:
        AppError: It could not be made; nothing but what was downloaded is left.
        Cancelled: The token is; nothing is left.
    """
    make_private_folder(files.root)
    with held(files.lock, SETS_UP):
        try:
            return _Work(files, python, on_progress, token).run(check)
        finally:
            if token.cancelled:
                remove_tree(files.cache)
            files.tidy()


class _Work:
    """The steps, one after the other."""

    def __init__(
        self, files: EnvironmentFiles, python: Python, on_progress: OnProgress, token: CancelToken
    ) -> None:
        self._files, self._base = files, python
        self._on_progress, self._token = on_progress, token
        self._folder = files.new_folder()
        self._python = python_of(self._folder)

    def run(self, check: str) -> Environment:
        self._on_progress(SetUpProgress())
        self._files.tidy()
        have = self._files.disk_use(Path()).downloaded if self._files.cache.is_dir() else 0
        needed = DOWNLOAD_SIZE + INSTALLED_SIZE - have
        require_space(self._files.root, needed + reserve(self._files.root))
        self._make()
        self._renew_pip()
        self._install()
        self._look(check)
        whole = self._files.stamp(self._folder, self._base.version_text)
        remove_tree(self._files.cache)
        return whole

    def _make(self) -> None:
        arguments = ["-I", "-m", "venv", str(self._folder)]
        self._call([str(self._base.path), *arguments], MADE_WITHIN)

    def _renew_pip(self) -> None:
        """One that tells its progress, and believes the certificates of the system."""
        arguments = ["-r", str(self._files.installer), "--cert", str(self._certificates())]
        arguments += ["--cache-dir", str(self._files.cache)]
        run_pip(self._python, arguments, PipReport(1), self._token)

    def _certificates(self) -> Path:
        """For the pip that Python brought along: its own, those of the system, and the person's."""
        context = ssl.create_default_context()
        known = [ssl.DER_cert_to_PEM_cert(one) for one in context.get_ca_certs(binary_form=True)]
        own = ca_file_in_use()
        sources = [*self._folder.rglob("certifi/cacert.pem"), *([own] if own else [])]
        target = self._folder / "certificates.pem"
        with disk_errors(target):
            known += [source.read_text("utf-8", errors="replace") for source in sources]
            target.write_text("\n".join(known), encoding="utf-8")
        return target

    def _install(self) -> None:
        arguments = ["-r", str(self._files.requirements), "--cache-dir", str(self._files.cache)]
        if self._pip_version() >= TELLS_BYTES:
            arguments += ["--progress-bar", "raw"]
        if own := ca_file_in_use():
            arguments += ["--cert", str(own)]
        report = PipReport(count_requirements(self._files.requirements))
        before = self._installed()
        run_pip(self._python, arguments, report, self._token, lambda it: self._tell(it, before))

    def _tell(self, report: PipReport, before: int) -> None:
        if report.installs:
            done, step = self._installed() - before, SetUpStep.INSTALL
        else:
            done, step = max(0, report.begun - 1), SetUpStep.DOWNLOAD
        name = "" if report.installs else report.name
        self._on_progress(SetUpProgress(step, done, report.packages, report.fetched, name))

    def _installed(self) -> int:
        """pip says nothing while it unpacks; each package leaves a folder."""
        return sum(1 for _one in self._packages("*"))

    def _packages(self, name: str) -> Iterator[Path]:
        """What packages of this name have written down of themselves."""
        lib = "Lib" if self._python.suffix == ".exe" else "lib/python3*"
        return self._folder.glob(f"{lib}/site-packages/{name}.dist-info")

    def _pip_version(self) -> tuple[int, ...]:
        found = next(self._packages("pip-*"), None)
        numbers = found.stem.removeprefix("pip-").split(".") if found else []
        return tuple(int(number) for number in numbers[:2] if number.isdecimal())

    def _look(self, check: str) -> None:
        """Whether it starts; compiles the rest of it, too, so that the first real start is fast."""
        self._on_progress(SetUpProgress(SetUpStep.CHECK))
        variables = foreign_variables() | {"PYTHONPATH": str(place_sources(self._folder))}
        self._call([str(self._python), "-P", "-c", check], LOOKED_WITHIN, variables)

    def _call(
        self, command: list[str], within: float, variables: dict[str, str] | None = None
    ) -> None:
        self._token.check()
        log.info("Setting up this computer: %s", " ".join(command[:4]))
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                env=foreign_variables() if variables is None else variables,
                creationflags=NO_WINDOW,
            )
        except OSError as error:
            raise _failed(str(error)) from error
        self._token.on_cancel(process.kill)
        said = b""
        with contextlib.suppress(subprocess.TimeoutExpired):
            said, _none = process.communicate(timeout=within)
        process.kill()
        process.wait()
        self._token.check()
        if process.returncode != 0:
            raise _failed(said.decode("utf-8", "replace"))


def _failed(said: str) -> LocalBackEndError:
    return LocalBackEndError(
        "An environment for «This computer» cannot be made with this Python.",
        "Choose another Python.",
        details=said[-2000:],
    )
