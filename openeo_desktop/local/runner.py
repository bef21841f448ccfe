"""The queue: starts one process per job, two at once, first come first served, and sees them end.

It decides only how a run ended; what runs in the process is `worker.py`.
"""

from __future__ import annotations

import logging
import signal
import subprocess
import threading
from dataclasses import dataclass
from typing import Literal

from openeo_desktop.local.commands import end_group, own_command, start_group
from openeo_desktop.local.registry import Job, Registry
from openeo_desktop.local.times import now

logger = logging.getLogger(__name__)

SLOTS = 2
_STOPPED_TEXT = (
    "The back-end on this computer was stopped while the job was running. Start the job again."
)
_KILLED_TEXT = (
    "The job's process was ended by the system ({cause}); most often that means it ran out of"
    " memory. Try a smaller area or period."
)
_EXIT_TEXT = "The job's process ended unexpectedly with exit code {code}. The log may say why."

Ending = Literal["stop", "shutdown", "delete"]


@dataclass(slots=True)
class _Run:
    process: subprocess.Popen[bytes]
    ended: threading.Event
    ending: Ending | None = None


class Runner:
    """Owns the job processes. All methods may be called from any thread."""

    def __init__(self, registry: Registry, worker_arguments: list[str]) -> None:
        """`worker_arguments` are those that every worker gets (state and data folders)."""
        self._registry = registry
        self._worker_arguments = worker_arguments
        self._lock = threading.Lock()
        self._runs: dict[str, _Run] = {}
        self._closed = False

    def recover(self) -> None:
        """After a start: end what an earlier server left running, go on with what was queued."""
        for job in self._registry.with_status("running"):
            self._fail(job.id, "BackendStopped", _STOPPED_TEXT)
        self.wake()

    def wake(self) -> None:
        """Start queued jobs while there are free slots."""
        with self._lock:
            if self._closed:
                return
            for job in self._registry.with_status("queued"):
                if len(self._runs) >= SLOTS:
                    return
                self._start(job)

    def _start(self, job: Job) -> None:
        moment = now()
        started = {"status": "running", "started": moment, "updated": moment}
        if not self._registry.update(job.id, started, only_if=("queued",)):
            return
        command = own_command("worker", *self._worker_arguments, "--job", job.id)
        try:
            run = _Run(start_group(command), threading.Event())
        except OSError as error:
            self._fail(job.id, "Internal", f"The job's process could not be started: {error}")
            return
        self._runs[job.id] = run
        name = f"job-{job.id}"
        threading.Thread(target=self._watch, args=(job, run), name=name, daemon=True).start()

    def _watch(self, job: Job, run: _Run) -> None:
        code = run.process.wait()
        if run.process.stdin:
            run.process.stdin.close()
        try:
            self._settle(job, run.ending, code)
        finally:
            with self._lock:
                self._runs.pop(job.id, None)
            run.ended.set()
            self.wake()

    def _settle(self, job: Job, ending: Ending | None, code: int) -> None:
        """Write down how the run ended."""
        if code == 0:  # also when it was asked to stop an instant too late
            values = {"status": "finished", "progress": 100, "updated": now()}
            self._registry.update(job.id, values, only_if=("running",))
        elif ending == "stop":
            self._log(job.id, "warning", "Canceled", "The job was stopped on request.")
            values = {"status": "canceled", "updated": now()}
            self._registry.update(job.id, values, only_if=("running",))
        elif ending == "shutdown":
            self._fail(job.id, "BackendStopped", _STOPPED_TEXT)
        elif ending is None:
            self._settle_failure(job, code)

    def _settle_failure(self, job: Job, code: int) -> None:
        if code < 0:
            cause = f"signal {-code}"
            if -code == signal.SIGSEGV:
                text = f"The job's process crashed ({cause}). This is an error of the software."
            else:
                text = _KILLED_TEXT.format(cause=cause)
            self._fail(job.id, "ProcessKilled", text)
        elif self._registry.logs(job.id, level="error", limit=1):
            self._registry.update(job.id, {"status": "error", "updated": now()})
        else:
            self._fail(job.id, "Internal", _EXIT_TEXT.format(code=code))

    def _fail(self, job_id: str, code: str, message: str) -> None:
        self._log(job_id, "error", code, message)
        self._registry.update(job_id, {"status": "error", "updated": now()})
        logger.warning("Job %s failed: %s", job_id, message)

    def _log(self, job_id: str, level: str, code: str, message: str) -> None:
        self._registry.add_log(job_id, {"level": level, "code": code, "message": message})

    def stop(self, job_id: str, ending: Ending = "stop") -> None:
        """End the process of a job, with its children; returns when its end is written down."""
        with self._lock:
            run = self._runs.get(job_id)
            if run is None:
                return
            run.ending = run.ending or ending
        end_group(run.process)
        run.ended.wait(10)

    def close(self) -> None:
        """End all jobs' processes: running jobs get an error that says why, queued ones stay."""
        with self._lock:
            self._closed = True
            job_ids = list(self._runs)
        for job_id in job_ids:
            self.stop(job_id, "shutdown")
