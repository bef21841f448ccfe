"""A process that writes into a history as a synchronisation does, until it is killed.

Forked from a warm process over and over; it tells each commit through a pipe. Not a test itself.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
from pathlib import Path
from typing import Any, NoReturn

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.jobs import JobId, JobKey, parse_job
from openeo_desktop.core.logs import parse_log_entry
from openeo_desktop.store import jobs as store
from openeo_desktop.store.database import Database
from openeo_desktop.store.logs import append_logs
from openeo_desktop.store.results import save_results
from openeo_desktop.store.search_index import index_portion

ACCOUNT = AccountId("a")


def synchronise(path: Path, seed: int, told: int) -> NoReturn:
    """Write page after page; each line in `told` is one number that was committed."""
    rng = random.Random(seed)
    database = Database(path)
    while True:
        store.begin_listing(database, ACCOUNT)
        for _ in range(rng.randrange(1, 6)):
            job_id = _write_page(database, rng)
            os.write(told, f"{job_id}\n".encode())
        store.finish_listing(database, ACCOUNT)


def _write_page(database: Database, rng: random.Random) -> str:
    """A page with one job that was never there before; its id is returned after the commit."""
    marked = f"mark-{rng.getrandbits(64):016x}"
    documents: list[dict[str, Any]] = [
        {
            "id": f"j-{rng.randrange(3000)}",
            "status": rng.choice(["queued", "running", "finished", "error"]),
            "title": "x" * rng.randrange(200),
            "updated": f"2026-01-01T00:00:{rng.randrange(60):02}Z",
        }
        for _ in range(rng.choice([5, 50, 300]))
    ]
    documents.append({"id": marked, "status": "finished"})
    store.upsert_listed(database, ACCOUNT, [(one, json.dumps(one)) for one in documents])
    key = JobKey(ACCOUNT, JobId(marked))
    action = rng.randrange(5)
    if action == 0:
        entries = [parse_log_entry({"id": str(n), "message": "m" * 100}) for n in range(200)]
        append_logs(database, key, entries)
    elif action == 1:
        save_results(database, key, {"assets": {}, "description": "d" * 5000})
    elif action == 2:
        index_portion(database)
    elif action == 3 and (job := parse_job(ACCOUNT, {"id": marked, "status": "canceled"})):
        store.upsert_jobs(database, [job], detailed=True)
    return marked


def main() -> None:
    """Fork a writer for each line "path seed" that is read; tell its process id and its pipe.

    What it wrote comes back through the standard output: "pid N", then the numbers, then "end".
    """
    for line in sys.stdin:
        path, seed = line.rsplit(" ", 1)
        child = os.fork()
        if child == 0:
            synchronise(Path(path), int(seed), sys.stdout.fileno())
        os.write(1, f"pid {child}\n".encode())
        os.waitpid(child, 0)
        os.write(1, b"end\n")


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    main()
