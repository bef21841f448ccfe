"""The options of `openeo-desktop remove-data`. Light: it is read at every start."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from openeo_desktop.core.paths import AppPaths
from openeo_desktop.headless.history_options import Add
from openeo_desktop.headless.listing_options import RunCommand


def add_remove_data(
    commands: Any,
    common: argparse.ArgumentParser,
    add: Add,
    run: RunCommand,
    paths_of: Callable[[argparse.Namespace], AppPaths],
) -> None:
    """`remove-data`: what an uninstaller calls, if the person wants it."""
    words = "remove all that the app keeps of you on this computer; downloads stay unless chosen"
    parser = add(commands, common, "remove-data", words)
    parser.add_argument(
        "--downloads", action="store_true", help="remove the files that the app downloaded, too"
    )
    parser.add_argument("--yes", action="store_true", help="do not ask")
    parser.set_defaults(action=lambda arguments, output: _remove(run, paths_of, arguments, output))


def _remove(
    run: RunCommand,
    paths_of: Callable[[argparse.Namespace], AppPaths],
    arguments: argparse.Namespace,
    output: Any,
) -> int:
    from openeo_desktop.headless.remove_data import remove_data, removing_alone

    with removing_alone(paths_of(arguments), output) as there:
        given = (arguments.downloads, arguments.yes, output)
        return run(arguments, remove_data, *given) if there else 0
