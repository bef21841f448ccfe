"""Batch jobs over HTTP: ids, paging, logs and results as servers really send them."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs

import pytest

from openeo_desktop.api import jobs as api
from openeo_desktop.api.connection import Connection
from openeo_desktop.api.processes import validate
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import AppError, BackEndError, BadAnswerError, NotFoundError
from openeo_desktop.core.jobs import JobId
from tests.support.fault_server import FaultServer, Reply, json_reply


@pytest.mark.parametrize(
    ("headers", "job_id"),
    [
        ({"OpenEO-Identifier": "j-1", "Location": "/api/jobs/other"}, "j-1"),
        ({"openeo-identifier": " j-2 "}, "j-2"),
        ({"Location": "https://h/api/jobs/j-3/"}, "j-3"),
        ({"Location": "/api/jobs/a%20b?x=1"}, "a b"),
    ],
)
def test_id_of_a_new_job(
    server: FaultServer,
    connection: Connection,
    token: CancelToken,
    headers: dict[str, str],
    job_id: str,
) -> None:
    server.on("POST /api/jobs", Reply(201, headers=headers))
    assert api.create_job(connection, {"process": {}}, token) == job_id


@pytest.mark.parametrize(
    "headers", [{}, {"Location": "/api/jobs/"}, {"Location": "http://["}, {"Location": ""}]
)
def test_new_job_without_an_id(
    server: FaultServer, connection: Connection, token: CancelToken, headers: dict[str, str]
) -> None:
    server.on("POST /api/jobs", Reply(201, headers=headers))
    with pytest.raises(BadAnswerError, match="which one"):
        api.create_job(connection, {}, token)


def test_creating_is_never_repeated(
    server: FaultServer, connection: Connection, token: CancelToken
) -> None:
    server.on("POST /api/jobs", Reply(503))
    with pytest.raises(AppError):
        api.create_job(connection, {}, token)
    assert len(server.requests) == 1


def test_ids_are_encoded_whole(
    server: FaultServer, connection: Connection, token: CancelToken
) -> None:
    server.on("/api/jobs/a%2Fb%20c", json_reply({"id": "a/b c"}))
    assert api.get_job(connection, JobId("a/b c"), token)["id"] == "a/b c"


def test_stopping_and_deleting_what_is_gone_is_done(
    server: FaultServer, connection: Connection, token: CancelToken
) -> None:
    gone = json_reply({"code": "JobNotFound", "message": "x"}, 404)
    server.on("/api/jobs/j/results", gone)
    server.on("/api/jobs/j", gone)
    api.stop_job(connection, JobId("j"), token)
    api.delete_job(connection, JobId("j"), token)
    with pytest.raises(NotFoundError):
        api.start_job(connection, JobId("j"), token)


def _listing(connection: Connection, token: CancelToken) -> list[api.JobsPage]:
    pages, url, guard = [], "", api.PageGuard()
    while True:
        pages.append(api.get_jobs_page(connection, url, token))
        pages[-1].read_on()
        url = guard.following(pages[-1].url, pages[-1].next_url)
        if not url:
            return pages


def _page(*ids: str, next_href: Any = None, **others: Any) -> Reply:
    links = [{"rel": "next", "href": next_href}] if next_href is not None else []
    return json_reply({"jobs": [{"id": i} for i in ids], "links": links, **others})


def test_next_links_are_followed_as_they_are(
    server: FaultServer, connection: Connection, token: CancelToken
) -> None:
    second = f"{server.url}/api/jobs?after=a%2Fb&sig=%7E&x="
    server.on("/api/jobs", _page("1", next_href=second), _page("2", next_href="more?p=3"))
    server.on("/api/more", _page("3"))
    pages = _listing(connection, token)
    assert [page.jobs[0][0]["id"] for page in pages] == ["1", "2", "3"]
    assert [r.query for r in server.requests] == ["limit=1000", "after=a%2Fb&sig=%7E&x=", "p=3"]


def test_next_link_to_another_host_gets_no_token(
    server: FaultServer, other: FaultServer, connection: Connection, token: CancelToken
) -> None:
    server.on("/api/jobs", _page("1", next_href=f"{other.url}/api/jobs"))
    other.on("/api/jobs", _page("2"))
    assert len(_listing(connection, token)) == 2


@pytest.mark.parametrize("href", ["jobs?limit=200", "?page=1"])
def test_repeated_next_link_ends_the_listing(
    server: FaultServer, connection: Connection, token: CancelToken, href: str
) -> None:
    server.on("/api/jobs", _page("1", next_href=href))
    pages = _listing(connection, token)
    assert len(pages) <= 2
    assert pages[-1].next_url  # not the end of the list, only ours


def test_endless_listing_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "MAX_PAGES", 10)
    guard, url, count = api.PageGuard(), "0", 0
    while url:
        count += 1
        url = guard.following(url, str(int(url) + 1))
    assert count <= 10


@pytest.mark.parametrize(
    "document",
    [{}, {"jobs": None}, {"jobs": [], "federation:missing": ["b"]}, {"jobs": {"id": 1}}],
)
def test_listing_that_is_not_complete(
    server: FaultServer, connection: Connection, token: CancelToken, document: dict[str, Any]
) -> None:
    server.on("/api/jobs", json_reply(document))
    (page,) = _listing(connection, token)
    assert page.partial
    assert page.jobs == []


@pytest.mark.parametrize("links", [None, [None], [{"rel": "next"}], [{"rel": "next", "href": 5}]])
def test_odd_links(
    server: FaultServer, connection: Connection, token: CancelToken, links: Any
) -> None:
    server.on("/api/jobs", json_reply({"jobs": [{"id": "1"}, None, "x"], "links": links}))
    server.on("/api/5", _page())
    assert _listing(connection, token)[0].jobs == [({"id": "1"}, '{"id": "1"}')]


@pytest.mark.parametrize("offset", ["1", "[1770896713866, 657884]", "idx/abc?&=", "é"])
def test_log_offset_is_encoded_and_level_always_sent(
    server: FaultServer, connection: Connection, token: CancelToken, offset: str
) -> None:
    server.on("/api/jobs/j/logs", json_reply({"logs": [{"id": "x"}, None]}))
    page = api.get_log_page(connection, JobId("j"), token, offset=offset)
    assert parse_qs(server.requests[0].query) == {"level": ["debug"], "offset": [offset]}
    assert (page.entries, page.next_url) == ([{"id": "x"}], "")


def test_failed_job_answers_with_a_log_entry(
    server: FaultServer, connection: Connection, token: CancelToken
) -> None:
    entry = {"id": "7", "level": "error", "code": "OOM", "message": "Out of memory."}
    server.on("/api/jobs/j/results", json_reply(entry, 424))
    with pytest.raises(BackEndError) as caught:
        api.get_results(connection, JobId("j"), token)
    assert (caught.value.message, caught.value.status) == ("Out of memory.", 424)


@pytest.mark.parametrize(
    ("said", "costs"),
    [("2.5", 2.5), ("0", 0.0), ("", None), ("free", None), ("-1", None), ("nan", None)],
)
def test_price_of_a_download_is_a_header(
    server: FaultServer, connection: Connection, token: CancelToken, said: str, costs: float | None
) -> None:
    server.on("/api/jobs/j/results", json_reply({"assets": {}}, OpenEO_Costs=said))
    assert api.get_results(connection, JobId("j"), token).download_costs == costs


def test_result_hrefs_are_made_absolute(
    server: FaultServer, connection: Connection, token: CancelToken
) -> None:
    hrefs = {"a": "files/a.tif?s=%7E", "b": "https://h/b", "c": "s3://x/y", "d": "http://[", "e": 5}
    assets = {key: {"href": href} for key, href in hrefs.items()} | {"f": None}
    server.on("/api/jobs/j/results", json_reply({"assets": assets}))
    found = api.get_results(connection, JobId("j"), token, partial=True).document["assets"]
    assert [found[key]["href"] for key in "abcde"] == [
        f"{server.url}/api/jobs/j/files/a.tif?s=%7E", "https://h/b", "s3://x/y", "", 5,
    ]  # fmt: skip
    assert server.requests[0].query == "partial=true"


def test_validation_names_the_node(
    server: FaultServer, connection: Connection, token: CancelToken
) -> None:
    errors = [{"code": "ProcessUnsupported", "message": "Node 'b': no such process"}, None]
    server.on("POST /api/validation", json_reply({"errors": errors}))
    graph = {"a": {}, "b": {}}
    (problem,) = validate(connection, {"process_graph": graph}, token)
    assert (problem.node, problem.code) == ("b", "ProcessUnsupported")
    assert server.requests[0].body == b'{"process_graph": {"a": {}, "b": {}}}'
