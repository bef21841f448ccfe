"""A look for a newer release at a real server over TLS: what it tells, what it asks, its faults."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from openeo_desktop.api.trust import use_ca_file
from openeo_desktop.core.clock import Clock
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.releases import Release
from openeo_desktop.core.settings import Settings
from openeo_desktop.services import update_check
from openeo_desktop.services.lanes import Lane
from openeo_desktop.services.update_check import LOOK, LOOKED_AT, UpdateCheck
from tests.support.fault_server import Reply, Request, json_reply
from tests.support.tls_server import TlsServer, server_context

NEWER = {"tag_name": "v9.0.0", "body": "New: maps.", "html_url": "https://example.org/9"}

NEXT = NEWER | {"tag_name": "9.1"}


class FixedClock(Clock):
    def __init__(self) -> None:
        self.time = dt.datetime(2026, 5, 1, 8, tzinfo=dt.UTC)

    def now(self) -> dt.datetime:
        return self.time


@pytest.fixture
def server(tmp_path: Path) -> Iterator[TlsServer]:
    ca = trustme.CA()
    pem = tmp_path / "ca.pem"
    ca.cert_pem.write_to_path(pem)
    use_ca_file(pem)
    with TlsServer(server_context(ca, "localhost")) as running:
        assert isinstance(running, TlsServer)
        yield running
    use_ca_file(None)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def lane() -> Iterator[Lane]:
    made = Lane("updates")
    yield made
    made.abandon()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def check(server: TlsServer, settings: Settings, lane: Lane, clock: FixedClock) -> UpdateCheck:
    return UpdateCheck(settings, lane, clock, address=f"{server.url}/latest", version="0.1.0")


def test_a_newer_release_is_told(check: UpdateCheck, server: TlsServer) -> None:
    server.on("/latest", json_reply(NEWER))
    assert asyncio.run(check.look()) == Release("9.0.0", "New: maps.", "https://example.org/9")


def test_the_question_tells_nothing_of_the_person(check: UpdateCheck, server: TlsServer) -> None:
    server.on("/latest", json_reply(NEWER, Set_Cookie="who=me"))
    asyncio.run(check.look())
    asyncio.run(check.look())
    headers = server.requests[-1].headers
    assert headers["user-agent"] == "openEO-Desktop"
    assert not {"cookie", "authorization", "referer"} & set(headers)
    assert not server.requests[-1].query


def test_an_unchanged_answer_costs_no_body_and_tells_the_same(
    check: UpdateCheck, server: TlsServer
) -> None:
    def answer(request: Request) -> Reply:
        if request.headers.get("if-none-match") == '"1"':
            return Reply(304)
        return json_reply(NEWER, ETag='"1"')

    server.on("/latest", answer)
    first = asyncio.run(check.look())
    assert asyncio.run(check.look()) == first
    assert server.requests[-1].headers["if-none-match"] == '"1"'


@pytest.mark.parametrize(
    "reply",
    [
        Reply(500, b"<html>"),
        Reply(404),
        Reply(200, b"<html>"),
        Reply(200, b'{"tag_name": "v9'),
        Reply(200, b"[" * 100_000),
        Reply(200, b" " * 2_000_000),
        Reply(200, b'{"tag_name": "v9.0.0"}', cut=5),
        Reply(302, headers={"Location": "http://example.org/"}),
        Reply(302, headers={"Location": "/latest"}),
        Reply(reset=True),
    ],
)
def test_a_fault_is_a_sentence_for_who_asks_and_silence_for_the_others(
    check: UpdateCheck, server: TlsServer, reply: Reply
) -> None:
    server.on("/latest", reply)
    with pytest.raises(AppError):
        asyncio.run(check.look())
    assert check.newer is None


def test_who_is_not_who_it_says_is_not_asked(check: UpdateCheck, server: TlsServer) -> None:
    use_ca_file(None)
    with pytest.raises(AppError):
        asyncio.run(check.look())
    assert not server.requests


def test_once_a_day(
    check: UpdateCheck, server: TlsServer, clock: FixedClock, settings: Settings
) -> None:
    server.on("/latest", json_reply(NEWER))
    told: list[Release] = []
    check.found.connect(told.append)
    asyncio.run(check.look_if_due())
    asyncio.run(check.look_if_due())
    assert len(server.requests) == 1
    clock.time += dt.timedelta(days=1)
    asyncio.run(check.look_if_due())
    assert len(server.requests) == len(told) == 2
    assert settings.get(LOOKED_AT, "") == clock.time.isoformat()


def test_not_if_it_is_not_wanted(check: UpdateCheck, server: TlsServer, settings: Settings) -> None:
    settings.set(LOOK, False)
    asyncio.run(check.look_if_due())
    assert not server.requests


def test_a_copy_without_an_address_asks_nobody(settings: Settings, lane: Lane) -> None:
    check = UpdateCheck(settings, lane)
    assert check.address == ""
    asyncio.run(check.look_if_due())
    assert settings.get(LOOKED_AT, "") == ""


def test_a_skipped_version_is_not_told_but_the_next_one_is(
    check: UpdateCheck, server: TlsServer, clock: FixedClock
) -> None:
    server.on(
        "/latest", json_reply(NEWER), json_reply(NEWER), json_reply(NEWER | {"tag_name": "9.1"})
    )
    told: list[Release] = []
    check.found.connect(told.append)
    check.found.connect(check.skip)
    for _ in range(3):
        asyncio.run(check.look_if_due())
        clock.time += dt.timedelta(days=2)
    assert [release.version for release in told] == ["9.0.0", "9.1"]


def test_a_failed_look_is_logged_and_tried_again(
    check: UpdateCheck, server: TlsServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.on("/latest", Reply(500), json_reply(NEWER))
    with caplog.at_level(logging.INFO):
        asyncio.run(check.look_if_due())
    assert "newer version" in caplog.text
    asyncio.run(check.look_if_due())
    assert check.newer is not None


def test_the_clock_may_be_set_back(
    check: UpdateCheck, server: TlsServer, clock: FixedClock
) -> None:
    server.on("/latest", json_reply(NEWER))
    asyncio.run(check.look_if_due())
    clock.time -= dt.timedelta(days=400)
    asyncio.run(check.look_if_due())
    assert len(server.requests) == 2


def test_it_ends_while_it_asks(
    check: UpdateCheck, server: TlsServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(update_check, "FIRST_AFTER", 0.0)
    server.on("/latest", Reply(stall=True))

    async def ask_and_end() -> None:
        check.start()
        await asyncio.to_thread(_wait_for_a_request, server)
        await check.close()
        await check.close()

    asyncio.run(ask_and_end())
    assert check.newer is None


def _wait_for_a_request(server: TlsServer) -> None:
    with server.arrived:
        assert server.arrived.wait_for(lambda: server.requests, timeout=60)
