"""The options of `jobs` and `logs`. Light: it is read at every start."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from openeo_desktop.core.errors import InputError

RunCommand = Callable[..., int]
STATUSES = ("created", "queued", "running", "finished", "error", "canceled")


def add_jobs(
    commands: Any, common: argparse.ArgumentParser, add: Callable[..., Any], run: RunCommand
) -> None:
    """`jobs`, of a back-end or of the history."""
    words = "list the jobs of an account, or with --offline of the history"
    parser = add(commands, common, "jobs", words, required=False)
    add_offline(parser)
    add_filters(parser)
    add_limit(parser)
    words = "add a job that the list of the back-end does not show, and print it alone"
    parser.add_argument("--id", default="", metavar="JOB", help=words)
    parser.set_defaults(action=lambda arguments, output: _jobs(run, arguments, output))


def add_logs(
    commands: Any, common: argparse.ArgumentParser, add: Callable[..., Any], run: RunCommand
) -> None:
    """`logs`, of a back-end or of the history."""
    parser = add(commands, common, "logs", "print the log of a job", required=False)
    add_offline(parser)
    parser.add_argument("job", metavar="JOB", help="id of the job")
    parser.add_argument(
        "--level", default="debug", choices=["error", "warning", "info", "debug"], help="at least"
    )
    parser.set_defaults(action=lambda arguments, output: _logs(run, arguments, output))


def add_filters(parser: Any) -> None:
    """Which jobs, by their state and words."""
    parser.add_argument(
        "--status",
        action="append",
        default=[],
        choices=STATUSES,
        metavar="STATUS",
        help=f"only jobs in this state (may be given again): {', '.join(STATUSES)}",
    )
    parser.add_argument(
        "--search", default="", metavar="WORDS", help="only jobs with these words, as the window"
    )


def add_limit(parser: Any) -> None:
    """How many of them."""
    parser.add_argument("--limit", type=count, default=0, metavar="N", help="at most so many")


def add_offline(parser: Any) -> None:
    """Whether a back-end is asked at all."""
    parser.add_argument(
        "--offline", action="store_true", help="what the history knows: no request, no sign-in"
    )
    parser.add_argument(
        "--account",
        default="",
        metavar="ACCOUNT",
        help="with --offline: only this account (id or title)",
    )


def count(text: str) -> int:
    """A whole number from 1 on."""
    if not text.isdecimal() or not 0 < int(text) < 10**9:
        raise argparse.ArgumentTypeError("give a whole number from 1 on")
    return int(text)


def _jobs(run: RunCommand, arguments: argparse.Namespace, output: Any) -> int:
    from openeo_desktop.headless.listing import jobs
    from openeo_desktop.headless.offline import jobs_offline

    wanted = wanted_of(arguments)
    if arguments.offline:
        return run(arguments, jobs_offline, wanted, output)
    given = (_backend(arguments), arguments.user, arguments.id, wanted.query(), wanted.limit)
    return run(arguments, jobs, *given, output)


def _logs(run: RunCommand, arguments: argparse.Namespace, output: Any) -> int:
    from openeo_desktop.headless.listing import logs
    from openeo_desktop.headless.offline import log_offline

    if arguments.offline:
        found = (wanted_of(arguments), arguments.job, arguments.level)
        return run(arguments, log_offline, *found, output)
    given = (_backend(arguments), arguments.user, arguments.job, arguments.level)
    return run(arguments, logs, *given, output)


def _backend(arguments: argparse.Namespace) -> str:
    """The back-end that is to be asked.

    Raises:
        InputError: None is named.
    """
    if not arguments.backend:
        raise InputError(
            "No back-end is named.", "Give --backend URL, or --offline for what the history knows."
        )
    return str(arguments.backend)


def wanted_of(arguments: argparse.Namespace) -> Any:
    """The filters that were given, as a value."""
    from openeo_desktop.headless.offline import Wanted

    return Wanted(
        backend=getattr(arguments, "backend", None) or "",
        user=getattr(arguments, "user", ""),
        account=getattr(arguments, "account", ""),
        statuses=tuple(getattr(arguments, "status", ())),
        search=getattr(arguments, "search", ""),
        limit=getattr(arguments, "limit", 0),
    )
