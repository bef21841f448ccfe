"""The options of the commands that read the history. Light: it is read at every start."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openeo_desktop.headless.listing_options import RunCommand, add_filters, wanted_of

Add = Callable[[Any, argparse.ArgumentParser, str, str], Any]


def add_history(commands: Any, common: argparse.ArgumentParser, add: Add, run: RunCommand) -> None:
    """`history info`, `history export FILE`, `history import FILE`."""
    words = "what is kept of all jobs ever seen: how much, into a file, and back"
    parser = commands.add_parser(
        "history", parents=[common], help=words, description=f"{words[0].upper()}{words[1:]}."
    )
    kinds = parser.add_subparsers(
        title="commands", metavar="COMMAND", required=True, help="what to do with it:"
    )
    info = add(kinds, common, "info", "how much the history holds, and where it is")
    info.set_defaults(action=lambda arguments, output: _info(run, arguments, output))
    _add_export(kinds, common, add, run)
    load = add(kinds, common, "import", "add what an exported file holds; nothing is overwritten")
    load.add_argument("file", type=Path, metavar="FILE", help="file that «history export» wrote")
    load.set_defaults(action=lambda arguments, output: _import(run, arguments, output))


def _add_export(kinds: Any, common: argparse.ArgumentParser, add: Add, run: RunCommand) -> None:
    parser = add(kinds, common, "export", "write the history, or a part of it, into a JSON file")
    parser.add_argument("file", type=Path, metavar="FILE", help="file to write")
    add_filters(parser)
    parser.add_argument("--no-logs", action="store_true", help="without logs")
    parser.add_argument("--no-results", action="store_true", help="without result metadata")
    parser.add_argument("--overwrite", action="store_true", help="replace a file that is there")
    parser.set_defaults(action=lambda arguments, output: _export(run, arguments, output))


def _info(run: RunCommand, arguments: argparse.Namespace, output: Any) -> int:
    from openeo_desktop.headless.history import info

    return run(arguments, info, output)


def _export(run: RunCommand, arguments: argparse.Namespace, output: Any) -> int:
    from openeo_desktop.headless.history import export
    from openeo_desktop.services.history_export import ExportParts

    parts = ExportParts(logs=not arguments.no_logs, results=not arguments.no_results)
    given = (arguments.file, wanted_of(arguments), parts, arguments.overwrite)
    return run(arguments, export, *given, output)


def _import(run: RunCommand, arguments: argparse.Namespace, output: Any) -> int:
    from openeo_desktop.headless.history import load

    return run(arguments, load, arguments.file, output)
