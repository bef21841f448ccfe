"""A person who does at the provider's pages what the app asks for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from openeo_desktop.core.sign_in import DeviceCode, SignInMethod, SignInRequest
from tests.support.oidc_provider import ScriptedBrowser

DEVICE = SignInRequest(SignInMethod.DEVICE_CODE, remember=False)


class Person:
    """`SignInPrompts` of a test; `deny` says no, `idle` does nothing."""

    def __init__(self, user: str = "ada", *, deny: bool = False, idle: bool = False) -> None:
        self.user = user
        self.codes: list[DeviceCode] = []
        self.urls: list[str] = []
        self.asked = asyncio.Event()
        self._deny, self._idle = deny, idle
        self._work: list[asyncio.Task[Any]] = []

    def show_device_code(self, code: DeviceCode) -> None:
        self.codes.append(code)
        self._act(ScriptedBrowser().deny_device, code.complete_uri)

    def open_browser(self, url: str) -> None:
        self.urls.append(url)
        self._act(ScriptedBrowser().deny, url)

    def _act(self, deny: Callable[[str], Any], url: str) -> None:
        self.asked.set()
        if self._idle:
            return
        work = asyncio.to_thread(deny, url) if self._deny else self._allow(url)
        self._work.append(asyncio.ensure_future(work))

    async def _allow(self, url: str) -> None:
        await asyncio.to_thread(ScriptedBrowser().allow, url, self.user)
