"""The options of `openeo-desktop local`. Light: it is read at every start."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from openeo_desktop.headless.history_options import Add
from openeo_desktop.headless.listing_options import RunCommand


def add_local(commands: Any, common: argparse.ArgumentParser, add: Add, run: RunCommand) -> None:
    """`local install`, `local remove`, `local status`."""
    words = "the back-end of this computer: set up what it needs, or remove it"
    parser = commands.add_parser(
        "local", parents=[common], help=words, description=f"{words[0].upper()}{words[1:]}."
    )
    kinds = parser.add_subparsers(
        title="commands", metavar="COMMAND", required=True, help="what to do with it:"
    )
    status = add(kinds, common, "status", "whether it is set up, with which Python, and how large")
    status.set_defaults(action=lambda arguments, output: _status(run, arguments, output))
    words = "download what it needs (about 250 MB; 1 GB on the disk) and set it up"
    install = add(kinds, common, "install", words)
    install.add_argument(
        "--python", type=Path, metavar="FILE", help="Python 3.11 to 3.14; else the newest found"
    )
    install.set_defaults(action=lambda arguments, output: _install(run, arguments, output))
    remove = add(kinds, common, "remove", "remove what was set up; jobs and results stay")
    remove.add_argument("--jobs", action="store_true", help="remove its jobs and results, too")
    remove.add_argument("--yes", action="store_true", help="do not ask")
    remove.set_defaults(action=lambda arguments, output: _remove(run, arguments, output))


def _status(run: RunCommand, arguments: argparse.Namespace, output: Any) -> int:
    from openeo_desktop.headless.local import status

    return run(arguments, status, output, opened=False)


def _install(run: RunCommand, arguments: argparse.Namespace, output: Any) -> int:
    from openeo_desktop.headless.local import install

    return run(arguments, install, arguments.python, output, opened=False)


def _remove(run: RunCommand, arguments: argparse.Namespace, output: Any) -> int:
    from openeo_desktop.headless.local import remove

    return run(arguments, remove, arguments.jobs, arguments.yes, output, opened=False)
