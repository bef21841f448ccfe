"""A job as a script for Node.js and the official `@openeo/js-client`: the same job, created anew.

Pure text; nothing is run here. Everything that comes from a server is written as a literal.
Source: openEO JavaScript client 2, `OpenEO.connect`, `Connection.createJob`, `Job`.
"""

from __future__ import annotations

import json
from typing import Any

from openeo_desktop.core.accounts import Account
from openeo_desktop.core.job_code import additional, job_settings, require_shallow
from openeo_desktop.core.jobs import Job
from openeo_desktop.core.sign_in import SignInMethod

_INDENT = "  "
_REST = """\
  console.log(job.id);
  await job.startJob();
  while (!["finished", "error", "canceled"].includes(job.status)) {
    await new Promise((resolve) => setTimeout(resolve, 10000));
    await job.describeJob();
  }
  console.log(job.status);
  if (job.status === "finished") {
    fs.mkdirSync("results", { recursive: true });
    await job.downloadResults("results");
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
"""


def javascript_code(job: Job, account: Account) -> str:
    """The script; the job must have its process. No secret is in it.

    Raises:
        InputError: The process is nested too deeply.
    """
    require_shallow(job.process)
    settings = job_settings(job)
    named = [settings.get(name) for name in ("title", "description", "plan", "budget")]
    given = ["graph", *(_literal(value, 2) for value in named), _literal(additional(settings), 2)]
    arguments = "".join(f"    {value},\n" for value in given)
    return (
        'const fs = require("node:fs");\n'
        'const { OpenEO } = require("@openeo/js-client");\n'
        "\n"
        f"const graph = {_literal(job.process, 0)};\n"
        "\n"
        "async function main() {\n"
        f"  const connection = await OpenEO.connect({_literal(account.api_base, 1)});\n"
        f"{_sign_in(account)}"
        "  const job = await connection.createJob(\n"
        f"{arguments}"
        "  );\n"
        f"{_REST}"
    )


def _sign_in(account: Account) -> str:
    provider = _literal(account.provider, 1)
    if account.method is SignInMethod.BASIC:
        return (
            "  // The password is read from the environment variable OPENEO_PASSWORD.\n"
            "  const providers = await connection.listAuthProviders();\n"
            '  const basic = providers.find((it) => it.getType() === "basic");\n'
            f"  await basic.login({_literal(account.user, 1)}, process.env.OPENEO_PASSWORD);\n"
        )
    if account.method is SignInMethod.CLIENT_CREDENTIALS:
        return (
            "  // The client and its secret are read from the environment variables\n"
            "  // OPENEO_AUTH_CLIENT_ID and OPENEO_AUTH_CLIENT_SECRET.\n"
            "  const providers = await connection.listAuthProviders();\n"
            f"  const oidc = providers.find((it) => it.getProviderId() === {provider});\n"
            '  oidc.setGrant("client_credentials");\n'
            "  oidc.setClientId(process.env.OPENEO_AUTH_CLIENT_ID);\n"
            "  oidc.setClientSecret(process.env.OPENEO_AUTH_CLIENT_SECRET);\n"
            "  await oidc.login();\n"
        )
    return (
        "  // This client signs nobody in outside of a browser: the access token is read from the\n"
        "  // environment variable OPENEO_ACCESS_TOKEN.\n"
        f'  connection.setAuthToken("oidc", {provider}, process.env.OPENEO_ACCESS_TOKEN);\n'
    )


def _literal(value: Any, depth: int) -> str:
    """JSON is JavaScript, but for one key: `__proto__` would be the prototype, no property."""
    text = json.dumps(value, indent=len(_INDENT), ensure_ascii=False, default=str)
    text = "".join(char if char.isprintable() or char == "\n" else _escaped(char) for char in text)
    return _own_keys(text).replace("\n", "\n" + _INDENT * depth)


def _own_keys(text: str) -> str:
    lines = text.split("\n")
    key = '"__proto__": '
    return "\n".join(
        line.replace(key, '["__proto__"]: ', 1) if line.lstrip().startswith(key) else line
        for line in lines
    )


def _escaped(char: str) -> str:
    """What cannot be seen, direction marks among it."""
    return json.dumps(char)[1:-1]
