"""A job as a Python script for the official `openeo` client: the same job, created anew.

Pure text; nothing is run here. Everything that comes from a server is written as a literal, never
as code or as a comment, so that no title can end a line and begin another.
Source: openeo Python client, `openeo.connect` and `Connection.create_job`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from openeo_desktop.core.accounts import Account
from openeo_desktop.core.errors import InputError
from openeo_desktop.core.job_code import job_settings
from openeo_desktop.core.jobs import Job
from openeo_desktop.core.sign_in import SignInMethod

_WIDTH = 88
_STEP = "    "
_DEEPEST = 80


def python_code(job: Job, account: Account) -> str:
    """The script; the job must have its process.

    The sign-in is that of the account, without any secret: the client asks for it or finds its own.

    Raises:
        InputError: The process is nested too deeply for Python to read.
    """
    arguments = "".join(
        f"    {name}={literal(value, 1)},\n" for name, value in job_settings(job).items()
    )
    return (
        f"{_imports(account)}\n"
        f"connection = openeo.connect({literal(account.api_base)})\n"
        f"{_sign_in(account)}\n"
        f"process = {literal(job.process)}\n"
        "\n"
        "job = connection.create_job(\n"
        "    process,\n"
        f"{arguments}"
        ")\n"
        "print(job.job_id)\n"
        "job.start_and_wait()\n"
        'job.get_results().download_files("results")\n'
    )


def _imports(account: Account) -> str:
    needs_os = account.method is SignInMethod.BASIC
    return "import os\n\nimport openeo\n" if needs_os else "import openeo\n"


def _sign_in(account: Account) -> str:
    if account.method is SignInMethod.BASIC:
        return (
            "# The password is read from the environment variable OPENEO_PASSWORD.\n"
            "connection.authenticate_basic(\n"
            f'    {literal(account.user)}, os.environ["OPENEO_PASSWORD"]\n'
            ")\n"
        )
    provider = literal(account.provider)
    if account.method is SignInMethod.CLIENT_CREDENTIALS:
        return (
            "# The client and its secret are read from the environment variables\n"
            "# OPENEO_AUTH_CLIENT_ID and OPENEO_AUTH_CLIENT_SECRET.\n"
            f"connection.authenticate_oidc_client_credentials(provider_id={provider})\n"
        )
    return f"connection.authenticate_oidc(provider_id={provider})\n"


def literal(value: Any, depth: int = 0) -> str:
    """JSON data as a Python literal, one line where it fits, else indented by `depth` steps.

    Raises:
        InputError: Nested too deeply for Python itself to read.
    """
    if depth > _DEEPEST:
        raise InputError(
            "This process is nested too deeply for Python.", "Export the process graph instead."
        )
    if not isinstance(value, (Mapping, list, tuple)):
        return _scalar(value)
    open_, close = "{}" if isinstance(value, Mapping) else "[]"
    parts = _parts(value, depth + 1)
    line = f"{open_}{', '.join(parts)}{close}"
    if len(line) + depth * len(_STEP) <= _WIDTH and "\n" not in line:
        return line
    inner = _STEP * (depth + 1)
    return open_ + "".join(f"\n{inner}{part}," for part in parts) + f"\n{_STEP * depth}{close}"


def _parts(value: Mapping[Any, Any] | Sequence[Any], depth: int) -> list[str]:
    if isinstance(value, Mapping):
        return [f"{_scalar(str(key))}: {literal(item, depth)}" for key, item in value.items()]
    return [literal(item, depth) for item in value]


def _scalar(value: Any) -> str:
    """`repr` escapes what cannot be seen, direction marks among it."""
    if isinstance(value, float) and not math.isfinite(value):
        return f'float("{value}")'
    if value is None or isinstance(value, (bool, int, float, str)):
        return repr(value)
    return repr(str(value))
