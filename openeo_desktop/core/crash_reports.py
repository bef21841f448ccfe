"""What is left of a run that did not end well: one small text file for each, on this computer only.

A native crash (a fault in a library, Qt's own abort) is written by `faulthandler` into a file that
a clean end removes; the next start makes a report of it. A process that was killed, or a power cut,
writes nothing, and is no crash. Reports hold no secrets and no name of the home folder.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import faulthandler
import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from openeo_desktop.core.log_file import last_lines
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.core.redaction import redact, without_home

MOST = 10
"""So many reports are kept; the oldest go."""
MAX_CHARS = 60_000
LOG_LINES = 60
_RUNNING, _CRASH, _BUG, _OFFERED = "running-", "crash-", "bug-", "offered-"
_MARK = "\n--- from here on by faulthandler ---\n"
_FATAL = re.compile(
    # What Windows tells beside these (code 0x…) is caught again by whoever caused it: no crash.
    r"^(?:Fatal Python error: (.+)|Windows fatal exception: (?!code )(.+))$",
    re.MULTILINE,
)
_FRAME = re.compile(r'^  File "([^"]*)", line \d+,? in (.+)$', re.MULTILINE)
_IDLE = re.compile(r'^Thread .*\n  File "[^"]*lanes\.py", line \d+ in _work$', re.MULTILINE)
_FRAMES_OF_A_KIND = 3
_LOG = "Last lines of the log"


@dataclass(frozen=True, slots=True)
class CrashReport:
    """A crash of an earlier run. `what`: a few words of the system; `kind`: the same for its like.

    `text` is what may be shown and copied.
    """

    path: Path
    what: str
    kind: str
    text: str


class CrashWatch:
    """Has native crashes of this process written down, from `start` to `stop`."""

    def __init__(self, paths: AppPaths, about: str) -> None:
        """Nothing happens yet.

        Args:
            about: Versions and the like, one a line: the next start may be another version.
        """
        self._folder = paths.crashes
        self._about = about
        self._file: TextIO | None = None
        self._path = self._folder / f"{_RUNNING}{os.getpid()}.txt"

    def start(self) -> None:
        """Watch; does nothing where somebody watches already, or no file can be made."""
        if faulthandler.is_enabled():
            return
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._file = self._path.open("w", encoding="utf-8")
            self._file.write(f"{self._about}\nStarted {_now():%Y-%m-%d %H:%M:%SZ}\n{_MARK}")
            self._file.flush()
            faulthandler.enable(self._file)

    def stop(self) -> None:
        """A clean end: nothing is left."""
        file, self._file = self._file, None
        if file is not None:
            faulthandler.disable()
            file.close()
            with contextlib.suppress(OSError):
                self._path.unlink()


def find_crash(paths: AppPaths) -> CrashReport | None:
    """Of the last run, to be offered; called before this run writes to the log or is watched.

    What runs left that were killed is removed.
    """
    found: CrashReport | None = None
    for file in sorted(paths.crashes.glob(f"{_RUNNING}*.txt")):
        with contextlib.suppress(OSError):
            found = _made_of(file, paths) or found
            file.unlink()
    return found or _not_offered(paths)


def keep_crash(paths: AppPaths, report: str) -> None:
    """Of this run, which ends by an error that nobody caught; the next start offers it."""
    _keep(paths, _CRASH, f"{report}\n\n{_log(paths)}")


def keep_bug(paths: AppPaths, report: str) -> None:
    """Of this run, which goes on; the person has seen it."""
    _keep(paths, _BUG, f"{report}\n\n{_log(paths)}")


def note_offered(report: CrashReport) -> None:
    """It is not offered again; it stays, as long as it is one of the last."""
    name = report.path.name.removeprefix(_CRASH)
    with contextlib.suppress(OSError):
        report.path.replace(report.path.with_name(f"{_OFFERED}{name}"))


def kept_reports(paths: AppPaths) -> list[Path]:
    """All that are kept, the newest first."""
    names = (_CRASH, _BUG, _OFFERED)
    files = [it for it in paths.crashes.glob("*.txt") if it.name.startswith(names)]
    return sorted(files, key=lambda it: it.name.partition("-")[2], reverse=True)


def _made_of(file: Path, paths: AppPaths) -> CrashReport | None:
    """The report of a run that has ended by itself; None if it was killed."""
    text = file.read_text("utf-8", "replace")
    about, _, trace = text.partition(_MARK)
    if not _FATAL.search(trace):
        return None
    ended = dt.datetime.fromtimestamp(file.stat().st_mtime, dt.UTC)
    told = _tidied(trace[:MAX_CHARS])
    report = f"{about}Ended {ended:%Y-%m-%d %H:%M:%SZ}\n\n{told}"
    path = _keep(paths, _CRASH, f"{report}\n\n{_log(paths)}")
    return _report_at(path) if path is not None else None


def _tidied(trace: str) -> str:
    """The thread that crashed first; threads of lanes that waited for work are left out."""
    head, *threads = trace.strip().split("\n\n")
    busy = [thread for thread in threads if not _IDLE.search(thread)]
    busy.sort(key=lambda thread: not thread.startswith("Current thread"))
    return "\n\n".join([head, *busy])


def _not_offered(paths: AppPaths) -> CrashReport | None:
    """The newest one that no start has offered yet."""
    waiting = [it for it in kept_reports(paths) if it.name.startswith(_CRASH)]
    return _report_at(waiting[0]) if waiting else None


def _report_at(path: Path) -> CrashReport | None:
    try:
        text = path.read_text("utf-8", "replace")
    except OSError:
        return None
    trace = text.partition(_LOG)[0]
    fatal = _FATAL.search(trace)
    what = (fatal[1] or fatal[2]) if fatal else _last_error(trace)
    # The thread that crashed is told first; where in a function it was differs between versions.
    frames = _FRAME.findall(trace)[:_FRAMES_OF_A_KIND]
    signs = "\n".join([what, *(f"{Path(file).name} {function}" for file, function in frames)])
    return CrashReport(path, what[:200], hashlib.sha256(signs.encode()).hexdigest()[:16], text)


def _last_error(text: str) -> str:
    """The last line of a traceback."""
    found: list[str] = re.findall(
        r"^\w[\w.]*(?:Error|Exception|Exit|Interrupt)\b.*$", text, re.MULTILINE
    )
    return found[-1].partition(":")[0] if found else "an error"


def _log(paths: AppPaths) -> str:
    return f"{_LOG}\n{last_lines(paths.logs, LOG_LINES) or 'none'}\n"


def _keep(paths: AppPaths, prefix: str, report: str) -> Path | None:
    """Write a report, and let the oldest ones go; None if it cannot be written."""
    text = without_home(redact(report))[:MAX_CHARS]
    path = paths.crashes / f"{prefix}{_now():%Y%m%dT%H%M%S.%f}.txt"
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    except OSError:
        return None
    for old in kept_reports(paths)[MOST:]:
        with contextlib.suppress(OSError):
            old.unlink()
    return path


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
