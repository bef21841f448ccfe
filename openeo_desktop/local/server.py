"""Puts the back-end together, listens on loopback, and ends it in good order."""

from __future__ import annotations

import json
import logging
import os
import signal
import sqlite3
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from openeo_desktop.local.backend import Backend
from openeo_desktop.local.catalogue import Catalogue
from openeo_desktop.local.job_service import JobService
from openeo_desktop.local.layout import StateFolder
from openeo_desktop.local.processes import ProcessCatalogue
from openeo_desktop.local.registry import Registry
from openeo_desktop.local.runner import Runner
from openeo_desktop.local.signatures import (
    USER,
    Password,
    Signatures,
    load_secret,
    take_password,
)
from openeo_desktop.local.web import make_web_application

_NICENESS = 10
logger = logging.getLogger(__name__)

HOST = "127.0.0.1"


class StateInUseError(Exception):
    """Another server works in this state folder."""


@dataclass(frozen=True, slots=True)
class ServerOptions:
    """What the command line says. Times in seconds, memory in MiB (0: no limit)."""

    port: int
    state: Path
    data: tuple[Path, ...]
    sign_ttl: int
    job_memory: int
    exit_with_parent: bool


class _Handler(WSGIRequestHandler):
    """HTTP/1.1; signed links are secrets and are not logged."""

    protocol_version = "HTTP/1.1"
    # Head and body are written apart: Nagle's algorithm would hold the body back for 40 ms.
    disable_nagle_algorithm = True
    timeout = 60  # a client that says nothing gives its thread back

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Nothing: one line per poll would bury what matters."""


def serve(options: ServerOptions) -> None:
    """Run until a signal comes or the parent ends. Raises StateInUseError, OSError (port)."""
    state = StateFolder(options.state)
    state.make()
    lock = _lock(state)
    password = take_password(state)
    signatures = Signatures(load_secret(state), password, options.sign_ttl)
    registry = Registry(state.database)
    runner = Runner(registry, _worker_arguments(options))
    backend = Backend(
        state,
        JobService(registry, runner, state),
        Catalogue(state, list(options.data)),
        ProcessCatalogue(state),
        signatures,
    )
    server = _listen(backend, options.port)
    _end_on_signal(server)
    if options.exit_with_parent:
        threading.Thread(target=_end_with_parent, args=(server,), daemon=True).start()
    runner.recover()
    threading.Thread(target=_prepare, args=(backend,), daemon=True).start()
    _say_ready(server, state, password)
    try:
        server.serve_forever()
    finally:
        runner.close()
        lock.close()


def _lock(state: StateFolder) -> sqlite3.Connection:
    """Hold the folder until the process ends: the system frees the lock however it ends."""
    lock = sqlite3.connect(state.lock, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        raise StateInUseError(str(state.root)) from error
    return lock


def _worker_arguments(options: ServerOptions) -> list[str]:
    folders = [argument for folder in options.data for argument in ("--data", str(folder))]
    memory = ["--memory", str(options.job_memory)]
    return ["--state", str(options.state), *folders, *memory]


def _listen(backend: Backend, port: int) -> BaseWSGIServer:
    """Bind first: only then is a free port known, and the application checks it in Host."""
    server = make_server(HOST, port, _not_ready, threaded=True, request_handler=_Handler)
    server.daemon_threads = True  # type: ignore[attr-defined] # a hung client must not hold us
    server.app = make_web_application(backend, server.port)
    return server


def _not_ready(_environ: Any, start_response: Any) -> list[bytes]:
    start_response("503 Service Unavailable", [])
    return []


def _end_on_signal(server: BaseWSGIServer) -> None:
    def end(_number: int, _frame: Any) -> None:
        # shutdown() waits for the loop that runs in this very thread.
        threading.Thread(target=server.shutdown, daemon=True).start()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)


def _end_with_parent(server: BaseWSGIServer) -> None:
    """Wait for the end of standard input: the parent closed it, or is gone."""
    while os.read(0, 4096):
        pass
    server.shutdown()


def _prepare(backend: Backend) -> None:
    """Make the sample and the list of processes before somebody waits for them.

    With low priority where a thread can have its own: the window has just opened.
    """
    if sys.platform == "linux":
        os.nice(_NICENESS)
    try:
        backend.catalogue.sources()
        backend.processes.specs()
    except Exception:  # the request that needs them fails again, with the reason in its answer
        logger.exception("Preparing the collections and processes failed")


def _say_ready(server: BaseWSGIServer, state: StateFolder, password: Password) -> None:
    """The one line on standard output that tells whoever started us how to reach us."""
    facts: dict[str, Any] = {"url": f"http://{HOST}:{server.port}/", "user": USER}
    facts["pid"] = os.getpid()
    if password.in_file:
        facts["password_file"] = str(state.password)
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()
