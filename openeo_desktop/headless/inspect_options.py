"""The arguments of `openeo-desktop inspect`; nothing heavy is imported here."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any


def add_inspect(
    commands: Any,
    common: argparse.ArgumentParser,
    add: Callable[..., Any],
    action: Callable[[argparse.Namespace, Any], int],
) -> None:
    """Add the command."""
    words = "tell what a result file holds: layers, bands, place, times, numbers; save its picture"
    parser = add(commands, common, "inspect", words)
    parser.add_argument(
        "target",
        metavar="FILE_OR_URL",
        help="a file, a Zarr folder, the folder of a result (a line for each file), or an https "
        "address (only the parts that are needed are fetched, without signing in)",
    )
    parser.add_argument(
        "--png", type=Path, metavar="OUT", help="save the picture of a raster in this file"
    )
    parser.set_defaults(action=action)
