"""Logs of servers that ignore `offset`, have no ids, page, or begin anew: each entry once."""

from __future__ import annotations

from typing import Any

import pytest

from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.services.services import Services
from tests.support.fake_back_end import FakeBackEnd
from tests.support.fault_server import Reply, Request, json_reply
from tests.support.service_runs import opened, run, sign_in


class _Log:
    """A log that is always told from its beginning, on pages of some size."""

    def __init__(self, back_end: FakeBackEnd, size: int = 10**9) -> None:
        self.lines: list[dict[str, Any]] = []
        self._size = size
        self._base = f"{back_end.base}/jobs/j/logs"
        back_end.on(f"{back_end.api}/jobs/j/logs", self._answer)

    def _answer(self, request: Request) -> Reply:
        at = int(request.query.partition("at=")[2] or 0)
        end = at + self._size
        more = [{"rel": "next", "href": f"{self._base}?at={end}"}] if end < len(self.lines) else []
        return json_reply({"logs": self.lines[at:end], "links": more})


async def _key(services: Services, back_end: FakeBackEnd) -> JobKey:
    back_end.job("j", "running")
    key = JobKey((await sign_in(services, back_end)).id, JobId("j"))
    await services.jobs.refresh(key)
    return key


async def _messages(services: Services, key: JobKey) -> list[str]:
    return [entry.message for entry in await services.logs.export(key)]


def _line(message: str, **others: Any) -> dict[str, Any]:
    return {"level": "info", "message": message, **others}


@pytest.mark.parametrize("size", [10**9, 2, 3])
@pytest.mark.parametrize("with_ids", [True, False])
def test_log_that_is_always_told_from_its_beginning(
    back_end: FakeBackEnd, paths: AppPaths, size: int, with_ids: bool
) -> None:
    """Also where lines without ids are the same: what repeats is no repetition of the server."""

    async def main() -> None:
        log = _Log(back_end, size)
        async with opened(paths) as services:
            key = await _key(services, back_end)
            wanted: list[str] = []
            for count in (3, 0, 4, 1):
                for _ in range(count):
                    number = len(log.lines)
                    log.lines.append(_line("again", **({"id": f"{number}"} if with_ids else {})))
                    wanted.append("again")
                assert await services.logs.refresh(key) == count
                assert await _messages(services, key) == wanted

    run(main())


def test_log_that_is_another_one_now_loses_nothing(back_end: FakeBackEnd, paths: AppPaths) -> None:
    """The server has dropped lines in the middle: what is new is added, what was here stays."""

    async def main() -> None:
        log = _Log(back_end)
        async with opened(paths) as services:
            key = await _key(services, back_end)
            log.lines = [_line(text, id=text) for text in ("a", "b", "c")]
            await services.logs.refresh(key)
            log.lines = [_line(text, id=text) for text in ("a", "c", "d", "e")]
            assert await services.logs.refresh(key) == 2
            assert await _messages(services, key) == ["a", "b", "c", "d", "e"]
            log.lines = [_line(text, id=text) for text in ("a", "f")]  # shorter than what is here
            assert await services.logs.refresh(key) == 1
            assert await _messages(services, key) == ["a", "b", "c", "d", "e", "f"]

    run(main())


def test_error_at_the_end_that_comes_again_is_kept_once(
    back_end: FakeBackEnd, paths: AppPaths
) -> None:
    """An entry with an empty id is no offset; openeo-python-driver ends a broken log with one."""
    broken = _line("Log collection failed", id="", code="Internal", level="error")

    async def main() -> None:
        async with opened(paths) as services:
            key = await _key(services, back_end)
            path = f"{back_end.api}/jobs/j/logs"
            back_end.on(path, json_reply({"logs": [_line("a", id="1"), broken]}))
            assert await services.logs.refresh(key) == 2
            back_end.on(path, json_reply({"logs": [_line("b", id="2"), broken]}))
            assert await services.logs.refresh(key) == 1
            assert await _messages(services, key) == ["a", "Log collection failed", "b"]
        offsets = [r.query for r in back_end.requests if r.path == path]
        assert offsets == ["level=debug", "level=debug&offset=1"]

    run(main())


@pytest.mark.parametrize("with_ids", [True, False])
def test_very_long_log_from_its_beginning_is_passed_over(
    back_end: FakeBackEnd, paths: AppPaths, with_ids: bool
) -> None:
    async def main() -> None:
        log = _Log(back_end)
        log.lines = [
            _line(f"line {n % 50}", **({"id": f"{n}"} if with_ids else {})) for n in range(20_000)
        ]
        async with opened(paths) as services:
            key = await _key(services, back_end)
            assert await services.logs.refresh(key) == 20_000
            log.lines.append(_line("last", id="last"))
            before = await services.history.call(lambda d: d.connection.total_changes)
            assert await services.logs.refresh(key) == 1
            after = await services.history.call(lambda d: d.connection.total_changes)
            assert after - before <= 5
            assert (await _messages(services, key))[-1] == "last"

    run(main())
