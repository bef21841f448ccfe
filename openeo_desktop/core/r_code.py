"""A job as an R script for the official `openeo` package: the same job, created anew.

Pure text; nothing is run here. Everything that comes from a server is written as a string.
Source: openEO R client 1.4, `connect`, `login`, `parse_graph`, `create_job`, `start_job`.
"""

from __future__ import annotations

import json
from typing import Any

from openeo_desktop.core.accounts import Account
from openeo_desktop.core.job_code import additional, job_settings, require_shallow
from openeo_desktop.core.jobs import Job
from openeo_desktop.core.sign_in import SignInMethod

_REST = """\
print(job$id)
start_job(job)
while (!(describe_job(job)$status %in% c("finished", "error", "canceled"))) {
  Sys.sleep(10)
}
print(describe_job(job)$status)
if (describe_job(job)$status == "finished") {
  download_results(job, folder = "results")
}
"""
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def r_code(job: Job, account: Account) -> str:
    """The script; the job must have its process. No secret is in it.

    Raises:
        InputError: The process is nested too deeply.
    """
    require_shallow(job.process)
    settings = job_settings(job)
    more = additional(settings)
    given = [("graph", "graph")]
    own = ("title", "description", "plan", "budget")
    given += [(name, _scalar(settings[name])) for name in own if name in settings]
    if more:
        given.append(("additional", f"jsonlite::fromJSON({_json(more)}, simplifyVector = FALSE)"))
    arguments = ",\n".join(f"  {name} = {value}" for name, value in given)
    return (
        "library(openeo)\n"
        "\n"
        f"connection <- connect(host = {_string(account.api_base)})\n"
        f"{_sign_in(account)}\n"
        f"process <- jsonlite::fromJSON({_json(job.process)}, simplifyVector = FALSE)\n"
        "graph <- parse_graph(json = process)\n"
        "\n"
        f"job <- create_job(\n{arguments}\n)\n"
        f"{_REST}"
    )


def _sign_in(account: Account) -> str:
    if account.method is SignInMethod.BASIC:
        return (
            "# The password is read from the environment variable OPENEO_PASSWORD.\n"
            f"login(user = {_string(account.user)}, "
            'password = Sys.getenv("OPENEO_PASSWORD"))\n'
        )
    provider = _string(account.provider)
    if account.method is SignInMethod.CLIENT_CREDENTIALS:
        return (
            "# The client and its secret are read from the environment variables\n"
            "# OPENEO_AUTH_CLIENT_ID and OPENEO_AUTH_CLIENT_SECRET.\n"
            f"login(provider = {provider}, config = list(\n"
            '  client_id = Sys.getenv("OPENEO_AUTH_CLIENT_ID"),\n'
            '  secret = Sys.getenv("OPENEO_AUTH_CLIENT_SECRET")\n'
            "))\n"
        )
    return f"login(provider = {provider})\n"


def _json(value: Any) -> str:
    """JSON in a raw string of R (4.0 or newer), closed by more dashes than stand in the text."""
    text = json.dumps(value, indent=2, default=str)
    dashes = "---"
    while f"){dashes}" in text:
        dashes += "-"
    return f'r"{dashes}({text}){dashes}"'


def _scalar(value: Any) -> str:
    return repr(value) if isinstance(value, int | float) else _string(str(value))


def _string(text: str) -> str:
    """Nothing in it can end the string; what cannot be seen is escaped. R has no NUL."""
    return f'"{"".join(_character(char) for char in text)}"'


def _character(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable():
        return char
    code = ord(char)
    if code == 0 or 0xD800 <= code <= 0xDFFF:
        return "\\ufffd"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
