"""Batch jobs over HTTP (openEO API 1.2, «Batch jobs»). Blocking; one function, one call."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from openeo_desktop.api.connection import Answer, Connection, no_json
from openeo_desktop.api.json_documents import Item, ListingReader
from openeo_desktop.api.urls import resolve, segment
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import BadAnswerError, NotFoundError
from openeo_desktop.core.jobs import JobId
from openeo_desktop.core.json_values import as_dict, as_dicts, as_list, as_text

PAGE_SIZE = 1000
"""As many as are quickly decoded and written; servers with a limit of their own send fewer."""
PORTION = 1000
"""So many jobs of a page are decoded at a time."""
MAX_PAGES = 2000


class JobsPage:
    """One page of the listing, decoded by and by: some servers send all they have as one page.

    `jobs` are the documents of the present portion, each with its JSON text as it came; none before
    the first `read_on`. When `ended`, `partial` (a federated back-end is missing) and `next_url`
    (empty at the last page) are known; `likely_next` is what the latter will be if all is as usual,
    known from the beginning. `url` is where the page came from, `size` its length in characters.
    """

    def __init__(self, url: str, listing: ListingReader) -> None:
        self.url = url
        self.size = listing.size
        self.jobs: list[Item] = []
        self.ended = False
        self.partial = True
        self.next_url = ""
        self.likely_next = next_href({"links": listing.likely("links")}, url)
        self._listing = listing
        self._portions = listing.portions(PORTION)
        self._ahead: list[Item] | None = None
        self._begun = False

    def read_on(self) -> None:
        """The next portion into `jobs`.

        Raises:
            BadAnswerError: The page is no JSON (from there on).
        """
        if not self._begun:
            self._begun, self._ahead = True, self._next()
        self.jobs, self._ahead = self._ahead or [], None
        self._ahead = self._next()
        if self._ahead is None:
            rest = self._listing.rest
            self.ended = True
            self.partial = bool(as_list(rest.get("federation:missing"))) or not self._listing.found
            self.next_url = next_href(rest, self.url)

    def _next(self) -> list[Item] | None:
        try:
            return next(self._portions, None)
        except ValueError as error:
            raise no_json(self.url, str(error)) from None


@dataclass(frozen=True, slots=True)
class LogPage:
    """One page of a log, with the link to the page after it."""

    entries: list[dict[str, Any]]
    url: str
    next_url: str


def get_jobs_page(
    connection: Connection, page_url: str, token: CancelToken, limit: int = PAGE_SIZE
) -> JobsPage:
    """One page of `GET /jobs`; one call, one request, so that it can be repeated.

    Args:
        page_url: The `next_url` of the page before, used as it is; empty for the first page.

    Raises:
        AppError: See `Connection.request`.
    """
    params = None if page_url else {"limit": limit}
    answer = connection.request(
        "GET", page_url or "/jobs", token, params=params, decode=_jobs_reader
    )
    return JobsPage(answer.url, answer.document)


def _jobs_reader(text: str) -> ListingReader:
    return ListingReader(text, "jobs")


class PageGuard:
    """Ends a listing that goes round in circles or never ends."""

    def __init__(self) -> None:
        self._seen: set[str] = set()

    def is_new(self, url: str) -> bool:
        """Whether it was neither read nor is to be read."""
        return url not in self._seen

    def following(self, url: str, next_url: str) -> str:
        """The page to read next; empty at the end, or where a server repeats itself."""
        self._seen.add(url)
        if next_url in self._seen or len(self._seen) >= MAX_PAGES:
            return ""
        if next_url:
            self._seen.add(next_url)
        return next_url


def next_href(document: Mapping[str, Any], base: str) -> str:
    """The absolute `next` link of a page, empty at the last one."""
    for link in as_dicts(document.get("links")):
        href = as_text(link.get("href"))
        if link.get("rel") == "next" and href:
            return resolve(base, href)
    return ""


def _path(job_id: JobId, tail: str = "") -> str:
    return f"/jobs/{segment(job_id)}{tail}"


def get_job(connection: Connection, job_id: JobId, token: CancelToken) -> dict[str, Any]:
    """All the back-end says about a job.

    Raises:
        NotFoundError: There is no such job.
        AppError: See `Connection.request`.
    """
    return connection.get(_path(job_id), token)


def create_job(connection: Connection, body: Mapping[str, Any], token: CancelToken) -> JobId:
    """Create a job and return its id; nothing runs yet. Never repeated blindly: not idempotent.

    Raises:
        BadAnswerError: The back-end does not say which job it made.
        AppError: See `Connection.request`.
    """
    answer = connection.request("POST", "/jobs", token, body=dict(body))
    job_id = answer.headers.get("OpenEO-Identifier", "").strip() or _id_from_location(answer)
    if not job_id:
        raise BadAnswerError(
            "The back-end created a job but does not say which one.",
            "Refresh the list; the job should be there.",
            status=answer.status,
        )
    return JobId(job_id)


def _id_from_location(answer: Answer) -> str:
    path = urlsplit(resolve(answer.url, answer.headers.get("Location", ""))).path
    last = path.rstrip("/").rpartition("/")[2]
    return "" if last == "jobs" else unquote(last)


def start_job(connection: Connection, job_id: JobId, token: CancelToken) -> None:
    """Put a job into the queue. 202 does not mean that it is queued already."""
    connection.request("POST", _path(job_id, "/results"), token, body={})


def stop_job(connection: Connection, job_id: JobId, token: CancelToken) -> None:
    """Cancel a queued or running job; a job that is not there any more counts as stopped."""
    try:
        connection.request("DELETE", _path(job_id, "/results"), token)
    except NotFoundError:
        return


def update_job(
    connection: Connection, job_id: JobId, body: Mapping[str, Any], token: CancelToken
) -> None:
    """Replace properties of a job that neither waits nor runs (openEO API 1.2, PATCH).

    Raises:
        BackEndError: `JobLocked`, `PropertyNotEditable`, or no such endpoint (404, 405, 501).
        AppError: See `Connection.request`.
    """
    connection.request("PATCH", _path(job_id), token, body=dict(body))


def delete_job(connection: Connection, job_id: JobId, token: CancelToken) -> None:
    """Delete a job with its results; a job that is not there any more counts as deleted."""
    try:
        connection.request("DELETE", _path(job_id), token)
    except NotFoundError:
        return


def get_log_page(
    connection: Connection,
    job_id: JobId,
    token: CancelToken,
    *,
    offset: str = "",
    level: str = "debug",
    page_url: str = "",
) -> LogPage:
    """One page of log entries after `offset` (openEO API 1.2, `GET /jobs/{job_id}/logs`).

    The level is always sent: the specification contradicts itself about its default.

    Args:
        page_url: The `next_url` of the page before, used as it is; empty for the first page.

    Raises:
        AppError: See `Connection.request`.
    """
    params = None if page_url else {"level": level} | ({"offset": offset} if offset else {})
    answer = connection.request("GET", page_url or _path(job_id, "/logs"), token, params=params)
    document = as_dict(answer.document)
    return LogPage(as_dicts(document.get("logs")), answer.url, next_href(document, answer.url))


def get_results(
    connection: Connection, job_id: JobId, token: CancelToken, *, partial: bool = False
) -> ResultAnswer:
    """The result document (STAC Item or Collection), hrefs made absolute, and what it costs.

    Raises:
        BackEndError: Not finished, or failed (424).
        AppError: See `Connection.request`.
    """
    params = {"partial": "true"} if partial else None
    answer = connection.request("GET", _path(job_id, "/results"), token, params=params)
    document = as_dict(answer.document)
    for asset in as_dict(document.get("assets")).values():
        if isinstance(asset, dict) and isinstance(asset.get("href"), str):
            asset["href"] = resolve(answer.url, asset["href"])
    return ResultAnswer(document, _costs(answer.headers.get("OpenEO-Costs", "")))


@dataclass(frozen=True, slots=True)
class ResultAnswer:
    """A result document, and the price of one full download in the back-end's currency.

    None where the back-end does not say (openEO API 1.2, header `OpenEO-Costs` of the results); 0
    while a download is included.
    """

    document: dict[str, Any]
    download_costs: float | None = None


def _costs(text: str) -> float | None:
    try:
        costs = float(text)
    except ValueError:
        return None
    return costs if math.isfinite(costs) and costs >= 0 else None
