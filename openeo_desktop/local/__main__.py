"""`python -m openeo_desktop.local`: the command line of the embedded back-end."""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path

_DAY_S = 24 * 3600


def main() -> int:
    """Read the arguments and serve; exit code 0 after a normal end, 2 when it cannot start."""
    arguments = _parser().parse_args()
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    try:
        from openeo_desktop.local.server import ServerOptions, StateInUseError, serve
    except ImportError as error:
        sys.stderr.write(f"{error}\nInstall the extra: pip install openeo-desktop[local]\n")
        return 2
    options = ServerOptions(
        port=arguments.port,
        state=arguments.state.absolute(),
        data=tuple(folder.absolute() for folder in arguments.data),
        sign_ttl=arguments.sign_ttl,
        job_memory=arguments.job_memory,
        exit_with_parent=arguments.exit_with_parent,
    )
    try:
        serve(options)
    except StateInUseError as error:
        sys.stderr.write(f"Another back-end already works in {error}. Choose another --state.\n")
        return 2
    except (OSError, SystemExit) as error:
        sys.stderr.write(f"The back-end cannot start: {error}\n")
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m openeo_desktop.local",
        description="An openEO back-end on this computer; it listens on 127.0.0.1 only.",
    )
    parser.add_argument("--port", type=int, default=0, help="0 takes a free port")
    parser.add_argument(
        "--data",
        type=Path,
        action="append",
        default=[],
        metavar="DIR",
        help="folder whose GeoTIFF and netCDF files become collections; may be repeated",
    )
    parser.add_argument(
        "--state", type=Path, required=True, metavar="DIR", help="jobs, results and keys live here"
    )
    parser.add_argument(
        "--sign-ttl",
        type=int,
        default=_DAY_S,
        metavar="SECONDS",
        help="how long the links to result files are good",
    )
    parser.add_argument(
        "--job-memory", type=int, default=0, metavar="MIB", help="memory limit of a job; 0: none"
    )
    parser.add_argument(
        "--exit-with-parent",
        action="store_true",
        help="end when standard input ends, so that no server outlives the application",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
