"""The command line: arguments in, a sub-command run, errors as sentences and exit codes.

Without a sub-command the window opens. Qt is loaded for the window alone.
Exit codes: 0 done, 1 the job failed, 2 bad input, 3 sign-in needed or refused, 4 not reachable.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import sys
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any

from openeo_desktop import __version__
from openeo_desktop.core.app_links import is_link
from openeo_desktop.core.errors import AppError, InputError
from openeo_desktop.core.own_command import BACKGROUND
from openeo_desktop.core.paths import AppPaths, expanded, profile_paths, system_paths
from openeo_desktop.headless.history_options import add_history
from openeo_desktop.headless.inspect_options import add_inspect
from openeo_desktop.headless.listing_options import add_jobs, add_logs
from openeo_desktop.headless.local_options import add_local
from openeo_desktop.headless.login_options import add_login, add_logout
from openeo_desktop.headless.remove_data_options import add_remove_data
from openeo_desktop.hidden_commands import HIDDEN

INTERRUPTED = 130
BROKEN_PIPE = 141
"""What a shell reports for a program whose reader went away (`| head`)."""
Command = Callable[..., Coroutine[Any, Any, int | None]]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    given = sys.argv[1:] if argv is None else list(argv)
    if given and given[0] in HIDDEN:
        return HIDDEN[given[0]](given[1:])
    from openeo_desktop.headless.output import Output, use_safe_streams

    use_safe_streams()
    parser = _parser()
    arguments = parser.parse_args(_with_open(given))
    output = Output(as_json=arguments.json)
    try:
        _remember_ca_file(arguments)
        return int(arguments.action(arguments, output))
    except AppError as error:
        output.error(error)
        return error.exit_code
    except KeyboardInterrupt:
        output.remark("Interrupted.")
        return INTERRUPTED
    except BrokenPipeError:
        _silence(sys.stdout)
        return BROKEN_PIPE


def _with_open(given: list[str]) -> list[str]:
    """`openeo-desktop FILE.json` is `openeo-desktop open FILE.json`, as desktops start it.

    They give files as paths or as `file:` addresses, and links (`core.app_links`) as they are.
    """
    at = 0
    while at < len(given) and given[at].startswith("-"):
        at += 2 if given[at] in ("--profile", "--ca-file") else 1
    word = given[at] if at < len(given) else ""
    is_file = word.lower().endswith((".json", ".geojson")) or os.sep in word or is_link(word)
    return [*given[:at], "open", *given[at:]] if is_file else given


def _silence(stream: Any) -> None:
    """Nobody reads any more: without this the interpreter complains once more as it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _paths(arguments: argparse.Namespace) -> AppPaths:
    return profile_paths(arguments.profile) if arguments.profile else system_paths()


def _remember_ca_file(arguments: argparse.Namespace) -> None:
    """Keep the person's own certificate file in the settings, for this run and the next ones."""
    given: str | None = getattr(arguments, "ca_file", None)
    if given is None:
        return
    from openeo_desktop.core.settings import Settings
    from openeo_desktop.services.trust import choose_ca_file

    settings = Settings(_paths(arguments).settings)
    choose_ca_file(settings, expanded(Path(given)).absolute() if given else None)
    settings.save()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="openeo-desktop",
        description="Run and watch openEO batch jobs. Without a command the window opens.",
        epilog="Exit codes: 0 done, 1 the job failed, 2 bad input, 3 sign-in needed or refused, "
        "4 back-end not reachable. A file in place of a command (openeo-desktop FILE.json) is "
        "opened in the window.",
    )
    parser.add_argument("--version", action="version", version=f"openEO Desktop {__version__}")
    common = argparse.ArgumentParser(add_help=False)
    for target in (parser, common):
        target.add_argument(
            "--profile",
            type=Path,
            metavar="DIR",
            default=None if target is parser else argparse.SUPPRESS,
            help="keep settings, data and cache of this run in one folder",
        )
        target.add_argument(
            "--ca-file",
            metavar="FILE",
            default=argparse.SUPPRESS,
            help="also trust the certificates in this file (PEM), from now on; '' forgets it",
        )
    words = "start in the tray; the window opens when it is asked for"
    parser.add_argument(BACKGROUND, action="store_true", help=words)
    parser.set_defaults(action=_window, json=False)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_open(commands, common)
    _add_run(commands, common)
    add_jobs(commands, common, _add_with_backend, _with_services)
    add_logs(commands, common, _add_with_backend, _with_services)
    _add_download(commands, common)
    add_inspect(commands, common, _add, _inspect)
    add_login(commands, common, _add, _login)
    add_logout(commands, common, _add, _logout)
    add_history(commands, common, _add, _with_services)
    add_local(commands, common, _add, _with_services)
    _add_others(commands, common)
    return parser


def _add_command(commands: Any, common: argparse.ArgumentParser, name: str, words: str) -> Any:
    sentence = f"{words[0].upper()}{words[1:]}."
    return commands.add_parser(name, parents=[common], help=words, description=sentence)


def _add(commands: Any, common: argparse.ArgumentParser, name: str, words: str) -> Any:
    parser = _add_command(commands, common, name, words)
    parser.add_argument("--json", action="store_true", help="JSON, one value a line")
    return parser


def _add_with_backend(
    commands: Any, common: argparse.ArgumentParser, name: str, words: str, *, required: bool = True
) -> Any:
    parser = _add(commands, common, name, words)
    parser.add_argument(
        "--backend", required=required, metavar="URL", help="address of the back-end"
    )
    parser.add_argument(
        "--user",
        default="",
        metavar="NAME",
        help="which of several stored accounts; or the name for basic sign-in, whose password is "
        "asked for, or comes from the environment variable OPENEO_DESKTOP_PASSWORD",
    )
    return parser


def _add_out(parser: Any) -> None:
    parser.add_argument("--out", type=Path, metavar="DIR", help="folder for the result files")


def _add_open(commands: Any, common: argparse.ArgumentParser) -> None:
    words = "open the window with a process graph in the dialog for a new job, or with a job"
    parser = _add_command(commands, common, "open", words)
    parser.add_argument(
        "target",
        metavar="FILE.json|LINK",
        help="a process graph, a process or a job; or openeo-desktop://job/HOST/JOB, which selects "
        "a job of an account that you have",
    )
    parser.set_defaults(action=_open)


def _add_run(commands: Any, common: argparse.ArgumentParser) -> None:
    words = "create a job from a process graph, start it, wait, and download its results"
    parser = _add_with_backend(commands, common, "run", words)
    parser.add_argument(
        "process",
        type=Path,
        metavar="PROCESS.json",
        help="file with a process graph, a process or a job",
    )
    parser.add_argument("--title", default="", help="title of the job")
    _add_out(parser)
    parser.add_argument(
        "--max-poll",
        type=_seconds,
        default=60.0,
        metavar="SECONDS",
        help="longest time between two looks at the job (default: 60)",
    )
    parser.set_defaults(action=_run)


def _seconds(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0.1 <= value <= 86400:
        raise argparse.ArgumentTypeError("give seconds, from 0.1 to 86400")
    return value


def _add_download(commands: Any, common: argparse.ArgumentParser) -> None:
    parser = _add_with_backend(commands, common, "download", "download the results of a job")
    parser.add_argument("job", metavar="JOB", help="id of the job")
    _add_out(parser)
    parser.add_argument("--only", default="", metavar="GLOB", help="only files of these names")
    parser.set_defaults(action=_download)


def _add_others(commands: Any, common: argparse.ArgumentParser) -> None:
    accounts = _add(
        commands, common, "accounts", "list the accounts and whether they are signed in"
    )
    accounts.set_defaults(action=_accounts)
    add_remove_data(commands, common, _add, _with_services, _paths)
    words = "look for what is wrong on this computer, and say what to do; exit code 1 if it is"
    doctor = _add(commands, common, "doctor", words)
    doctor.set_defaults(action=_doctor)
    words = "open the window on a back-end on this computer, with example jobs"
    demo = _add_command(commands, common, "demo", words)
    demo.add_argument(
        "--data",
        type=Path,
        action="append",
        default=[],
        metavar="DIR",
        help="folder whose GeoTIFF and netCDF files become collections; may be repeated",
    )
    demo.add_argument(
        "--headless", action="store_true", help="drive the window through a job, offscreen"
    )
    demo.add_argument("--out", type=Path, metavar="DIR", help="where --headless leaves its files")
    demo.set_defaults(action=_demo)


def _window(arguments: argparse.Namespace, _output: Any) -> int:
    return _run_window(_paths(arguments), hidden=arguments.background)


def _open(arguments: argparse.Namespace, _output: Any) -> int:
    target: str = arguments.target
    if is_link(target):  # the window says what is wrong with it: a desktop shows no output
        return _run_window(_paths(arguments), link=target)
    given = expanded(_path_of(target))
    file = Path(os.path.abspath(given))  # noqa: PTH100 - links stay links
    if not file.is_file():
        raise InputError(f"There is no file {file}.", "Give the path of a JSON file.")
    return _run_window(_paths(arguments), file=file)


def _path_of(target: str) -> Path:
    """The file that is named by a path or by a `file:` address of this computer (RFC 8089)."""
    if target[:5].lower() != "file:":
        return Path(target)
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    parts = urlsplit(target)
    if parts.netloc not in ("", "localhost"):
        raise InputError(f"{target} is not a file of this computer.", "Copy it here first.")
    return Path(url2pathname(parts.path))


def _run_window(
    paths: AppPaths, *, hidden: bool = False, file: Path | None = None, link: str = ""
) -> int:
    # What the start loads stays: looking for garbage in it costs a tenth of the time. The window's
    # own timer (`ui.loop.garbage_timer`) takes over.
    gc.disable()
    from openeo_desktop.app import run_window

    return run_window(paths, hidden=hidden, file=file, link=link)


def _demo(arguments: argparse.Namespace, _output: Any) -> int:
    from openeo_desktop.demo.start import run_demo

    profile = profile_paths(arguments.profile) if arguments.profile else None
    return run_demo(profile, arguments.data, headless=arguments.headless, out=arguments.out)


def _run(arguments: argparse.Namespace, output: Any) -> int:
    from openeo_desktop.headless.download import usable_folder
    from openeo_desktop.headless.run import RunOptions, read_draft, run

    # Bad input is told before anything is opened, asked for, or created at the back-end.
    read_draft(arguments.process)
    options = RunOptions(
        process=arguments.process,
        backend=arguments.backend,
        user=arguments.user,
        title=arguments.title,
        out=usable_folder(arguments.out) if arguments.out else None,
        max_poll=arguments.max_poll,
    )
    return _with_services(arguments, run, options, output)


def _download(arguments: argparse.Namespace, output: Any) -> int:
    from openeo_desktop.headless.download import download, usable_folder

    out = usable_folder(arguments.out) if arguments.out else None
    given = (arguments.backend, arguments.user, arguments.job, out, arguments.only)
    return _with_services(arguments, download, *given, output)


def _inspect(arguments: argparse.Namespace, output: Any) -> int:
    from openeo_desktop.core.settings import Settings
    from openeo_desktop.headless.inspect import inspect
    from openeo_desktop.headless.output import show_warnings
    from openeo_desktop.services.trust import apply_ca_file

    show_warnings()
    apply_ca_file(Settings(_paths(arguments).settings))
    inspect(arguments.target, arguments.png, output)
    return 0


def _login(arguments: argparse.Namespace, output: Any) -> int:
    from openeo_desktop.core.sign_in import SignInMethod
    from openeo_desktop.headless.accounts import LoginOptions, login

    options = LoginOptions(
        backend=arguments.backend,
        method=SignInMethod(arguments.method) if arguments.method else None,
        provider=arguments.provider,
        user=arguments.user,
        client_id=arguments.client_id,
        title=arguments.title,
        keep=not arguments.no_keep,
        accept_terms=arguments.accept_terms,
    )
    return _with_services(arguments, login, options, output)


def _logout(arguments: argparse.Namespace, output: Any) -> int:
    from openeo_desktop.headless.accounts import logout

    given = (arguments.account, arguments.backend, arguments.user)
    return _with_services(arguments, logout, *given, output)


def _accounts(arguments: argparse.Namespace, output: Any) -> int:
    from openeo_desktop.headless.accounts import accounts

    return _with_services(arguments, accounts, output)


def _doctor(arguments: argparse.Namespace, output: Any) -> int:
    from openeo_desktop.headless.doctor import doctor

    return _with_services(arguments, doctor, output, opened=False)


def _with_services(
    arguments: argparse.Namespace, command: Command, *given: Any, opened: bool = True
) -> int:
    """Run a command of the headless face on services of its own; its exit code if it has one."""
    from openeo_desktop.headless.output import show_warnings
    from openeo_desktop.services.services import make_services

    show_warnings()

    async def work() -> int:
        services = make_services(_paths(arguments))
        try:
            if opened:
                await services.open()
            return await command(services, *given) or 0
        finally:
            await services.close()

    return asyncio.run(work())


if __name__ == "__main__":
    sys.exit(main())
