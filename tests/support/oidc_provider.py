"""npm's oidc-provider as a real process on a free port, and a browser that fills in its forms.

Installed by packaging/devtool/node.py; see oidc_provider.mjs for what can be changed at run time.
"""

from __future__ import annotations

import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import requests

SCRIPT = Path(__file__).with_suffix(".mjs")


class OidcProviderServer:
    """A running provider; a context manager that ends it.

    Clients: `desk` (public), `own` (with a secret), `robot` and `robot-basic` (client credentials).
    """

    def __init__(self, packages: Path) -> None:
        """Start it; returns when it listens.

        Args:
            packages: The folder with its `node_modules`.
        """
        self.process = subprocess.Popen(
            ["node", SCRIPT, packages],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self.process.stdout is not None
        self.issuer = self.process.stdout.readline().strip()
        if not self.issuer:
            _, errors = self.process.communicate(timeout=30)
            raise AssertionError(f"the provider does not start:\n{errors}")

    def __enter__(self) -> OidcProviderServer:
        return self

    def __exit__(self, *_error: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End it; it forgets everything."""
        self.process.communicate(timeout=30)

    @staticmethod
    def secret_of(client: str) -> str:
        return f"SECRET-OF-{client}-0123456789-0123456789"

    def change(self, **state: float) -> None:
        """Change its state (`interval`, `slow_down`, `broken`, `dropped`, `device_code_ttl`, …)."""
        requests.post(f"{self.issuer}/test/state", json=state, timeout=60).raise_for_status()

    def token_requests(self) -> list[dict[str, Any]]:
        """Every request to the token endpoint so far: `time`, `status` (0: cut off), `scheme`."""
        found: list[dict[str, Any]] = requests.get(
            f"{self.issuer}/test/requests", timeout=60
        ).json()
        return found

    def knows(self, access_token: str) -> bool:
        """Whether it takes the token, which userinfo tells."""
        header = {"Authorization": f"Bearer {access_token}"}
        return requests.get(f"{self.issuer}/me", headers=header, timeout=60).ok


class ScriptedBrowser:
    """A person at the provider's pages: signs in, allows, or says no."""

    def __init__(self) -> None:
        self._session = requests.Session()
        self._session.trust_env = False

    def allow(self, url: str, user: str = "ada") -> requests.Response:
        """Open a page and go on until there is nothing left to confirm; returns the last page."""
        page = self._session.get(url, timeout=60)
        for _ in range(10):
            form = _first_form(page)
            if form is None:
                return page
            if "login" in form.fields:
                form.fields |= {"login": user, "password": "any"}
            form.fields.pop("abort", None)
            page = self._submit(page, form)
        raise AssertionError(f"the forms never end: {page.url}")

    def deny_device(self, url: str) -> requests.Response:
        """Open the page of a device code and press «Abort»."""
        page = self._session.get(url, timeout=60)
        while "abort" not in page.text:  # the page before that only hands the code on
            page = self._submit(page, _need_form(page))
        form = _need_form(page)
        form.fields["abort"] = "yes"
        return self._submit(page, form)

    def deny(self, url: str) -> requests.Response:
        """Open the page of a sign-in and follow its «Cancel»; returns the last page."""
        page = self._session.get(url, timeout=60)
        return self._session.get(f"{page.url.rstrip('/')}/abort", timeout=60)

    def _submit(self, page: requests.Response, form: _Form) -> requests.Response:
        return self._session.post(urljoin(page.url, form.action), data=form.fields, timeout=60)


class _Form(HTMLParser):
    """The first form of a page with its named inputs."""

    def __init__(self) -> None:
        super().__init__()
        self.action = ""
        self.fields: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form" and not self.action:
            self.action = given.get("action", "")
        elif tag == "input" and given.get("name"):
            self.fields[given["name"]] = given.get("value", "")


def _first_form(page: requests.Response) -> _Form | None:
    parser = _Form()
    parser.feed(page.text)
    return parser if parser.action else None


def _need_form(page: requests.Response) -> _Form:
    form = _first_form(page)
    assert form is not None, f"no form at {page.url}:\n{page.text}"
    return form
