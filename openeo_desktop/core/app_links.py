"""Links into the app: `openeo-desktop://job/<host of the back-end>/<job id>`, made and read here.

A link can select a job of an account that is known here, and do nothing else: it names no action,
no address to fetch, no user, no file. It comes from anywhere (a mail, a web page), so all of it is
hostile until it is read; who asks for more than that gets a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from openeo_desktop.core.accounts import Account
from openeo_desktop.core.errors import InputError
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.jobs import Job, JobId

SCHEME = "openeo-desktop"
LONGEST_LINK = 2048
LONGEST_ID = 512
_HOST = r"(?:[a-z0-9_](?:[a-z0-9._-]{0,252})|\[[0-9a-f:.]{2,45}\])(?::[0-9]{1,5})?"
_LINK = re.compile(rf"{SCHEME}://job/({_HOST})/([A-Za-z0-9._~%!$&'()*+,;=:@-]+)/?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class JobLink:
    """Which job is meant: `host` of the back-end in small letters, with its port if it has one."""

    host: str
    job_id: JobId

    def is_of(self, account: Account) -> bool:
        """Whether the account is one at that back-end, by its address or by what was typed."""
        return self.host in (_host(account.api_base), _host(account.user_url))


def is_link(text: str) -> bool:
    """Whether a word of a command line is meant as a link, be it a good one or not."""
    return text[: len(SCHEME) + 1].lower() == f"{SCHEME}:"


def job_link(account: Account, job: Job) -> str:
    """The link that selects a job wherever the account's back-end is known."""
    return f"{SCHEME}://job/{_host(account.api_base)}/{quote(job.id, safe='')}"


def parse_link(text: str) -> JobLink:
    """Read a link.

    Raises:
        InputError: It is none of ours, or asks for something that links cannot do.
    """
    found = _LINK.fullmatch(text) if len(text) <= LONGEST_LINK else None
    job_id = _decoded(found[2]) if found else ""
    if found is None or not job_id:
        raise InputError(
            "This is not a link to a job.",
            "Links into openEO Desktop select a job: "
            "openeo-desktop://job/back-end.example.org/job-id.",
        )
    return JobLink(found[1].lower(), JobId(job_id))


def unknown_account(link: JobLink) -> InputError:
    """Nobody has an account there: a link never adds one."""
    return InputError(
        f"The link leads to a job at {link.host}, where you have no account.",
        "If you know and trust this back-end, add an account there, and open the link again.",
    )


def unknown_job(link: JobLink) -> InputError:
    """The account is known, the job is not: a link never asks the back-end."""
    return InputError(
        f"The job {visible_text(link.job_id)} at {link.host} is not in your list.",
        "Refresh the list. If the job is yours and still missing, add it with Job > Add job by ID.",
    )


def _decoded(segment: str) -> str:
    """An id as text; empty if it can be none: control characters, bad UTF-8, a way to elsewhere."""
    try:
        text = unquote(segment, errors="strict")
    except UnicodeDecodeError:
        return ""
    odd = not text.isprintable() or any(sign in text for sign in "/\\%?#") or text in (".", "..")
    return "" if odd or text != text.strip() or len(text) > LONGEST_ID else text


def _host(address: str) -> str:
    """Host and port of an address as links have them; never a name or password in it."""
    try:
        return urlsplit(address).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""
