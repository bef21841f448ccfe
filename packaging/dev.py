#!/usr/bin/env python3
"""The one tool of a contributor: `python3 packaging/dev.py COMMAND [ARGUMENTS]`.

It makes the environments, installs what the command needs and hands over to the real program.
Standard library only. This file must stay readable for old Pythons, which it turns away politely.
"""

from __future__ import annotations

import signal
import sys

_OLDEST = (3, 11)


def main(arguments: list[str]) -> int:
    """Run the command and return its exit code; 2 for a wrong command, 3 when set-up failed."""
    from devtool.commands import COMMANDS
    from devtool.console import ToolError

    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(_usage())
        return 0 if arguments else 2
    name, *rest = arguments
    if name not in COMMANDS:
        print(f"dev.py has no command {name!r}.\n\n{_usage()}", file=sys.stderr)
        return 2
    # Ended from outside, we still end what we started (the display, the tests).
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        return COMMANDS[name](rest)
    except ToolError as error:
        print(error, file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        print("Interrupted. The next run goes on from here.", file=sys.stderr)
        return 130


def _usage() -> str:
    from devtool.commands import COMMANDS

    lines = [
        f"  {name:<6} {(function.__doc__ or '').splitlines()[0]}"
        for name, function in COMMANDS.items()
    ]
    return "\n".join(
        ["Usage: python3 packaging/dev.py COMMAND [ARGUMENTS OF THE PROGRAM]", "", *lines]
    )


if __name__ == "__main__":
    if sys.version_info < _OLDEST:
        sys.exit(
            "openEO Desktop needs Python 3.11 or newer; this is {}.{}. Please start dev.py with a "
            "newer one, for example: python3.12 packaging/dev.py".format(*sys.version_info[:2])
        )
    sys.exit(main(sys.argv[1:]))
