"""The arguments of `openeo-desktop login` and `logout`; nothing heavy is imported here."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

METHODS = ("device-code", "authorization-code", "basic", "client-credentials")


def add_login(
    commands: Any,
    common: argparse.ArgumentParser,
    add: Callable[..., Any],
    action: Callable[[argparse.Namespace, Any], int],
) -> None:
    """Add the command."""
    words = "sign in to a back-end, once: the other commands and the window find the account"
    parser = add(commands, common, "login", words)
    parser.add_argument("--backend", required=True, metavar="URL", help="address of the back-end")
    parser.add_argument(
        "--method",
        choices=METHODS,
        metavar="METHOD",
        help=f"{', '.join(METHODS[:-1])} or {METHODS[-1]} "
        "(default: what the back-end offers first)",
    )
    parser.add_argument(
        "--provider", default="", metavar="ID", help="OpenID provider, if there are several"
    )
    parser.add_argument(
        "--user",
        default="",
        metavar="NAME",
        help="name for basic sign-in; the password is asked for, or comes from the environment "
        "variable OPENEO_DESKTOP_PASSWORD",
    )
    _add_details(parser)
    parser.set_defaults(action=action)


def _add_details(parser: Any) -> None:
    parser.add_argument(
        "--client-id",
        default="",
        metavar="ID",
        help="client of your own; its secret, if it has one, comes from the environment variable "
        "OPENEO_DESKTOP_CLIENT_SECRET",
    )
    parser.add_argument("--title", default="", metavar="TITLE", help="title of the account")
    parser.add_argument(
        "--no-keep", action="store_true", help="keep nothing in the keychain: only try the sign-in"
    )
    parser.add_argument(
        "--accept-terms",
        action="store_true",
        help="agree to the terms of service and the privacy policy of the back-end",
    )


def add_logout(
    commands: Any,
    common: argparse.ArgumentParser,
    add: Callable[..., Any],
    action: Callable[[argparse.Namespace, Any], int],
) -> None:
    """Add the command."""
    words = "end a session and forget it; the jobs seen so far stay in the history"
    parser = add(commands, common, "logout", words)
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument(
        "account", nargs="?", default="", metavar="ACCOUNT", help="id or title of the account"
    )
    which.add_argument("--backend", default="", metavar="URL", help="address of the back-end")
    parser.add_argument("--user", default="", metavar="NAME", help="which of several accounts")
    parser.set_defaults(action=action)
