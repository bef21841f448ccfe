"""Links into the app: what they may say, and that everything else is refused in words."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openeo_desktop.core.accounts import Account, AccountId
from openeo_desktop.core.app_links import (
    JobLink,
    is_link,
    job_link,
    parse_link,
    unknown_account,
    unknown_job,
)
from openeo_desktop.core.errors import InputError
from openeo_desktop.core.jobs import Job, JobId, JobKey, JobStatus

ACCOUNT = Account(
    id=AccountId("a"),
    title="Somewhere",
    user_url="https://OpenEO.example.org",
    api_base="https://api.example.org:8443/openeo/1.2",
    provider="egi",
    user="somebody@example.org",
)


def _job(job_id: str) -> Job:
    return Job(JobKey(ACCOUNT.id, JobId(job_id)), JobStatus.FINISHED, "finished")


@pytest.mark.parametrize("job_id", ["j-2405", "vito:j-1", "a b", "ü~", "x" * 500, "50;drop"])
def test_what_is_copied_is_what_is_read(job_id: str) -> None:
    link = job_link(ACCOUNT, _job(job_id))
    assert link.isascii()
    assert parse_link(link) == JobLink("api.example.org:8443", JobId(job_id))


def test_a_link_says_nothing_about_the_person() -> None:
    typed = dataclasses.replace(ACCOUNT, api_base="https://me:secret@api.example.org/openeo")
    assert job_link(typed, _job("j-1")) == "openeo-desktop://job/api.example.org/j-1"
    assert "somebody" not in job_link(ACCOUNT, _job("j-1"))


@pytest.mark.parametrize(
    ("link", "known"),
    [
        ("openeo-desktop://job/api.example.org:8443/j-1", True),
        ("OpenEO-Desktop://JOB/API.Example.org:8443/j-1/", True),
        ("openeo-desktop://job/openeo.example.org/j-1", True),
        ("openeo-desktop://job/api.example.org/j-1", False),
        ("openeo-desktop://job/example.org/j-1", False),
        ("openeo-desktop://job/api.example.org.evil.example/j-1", False),
        ("openeo-desktop://job/[::1]:8443/j-1", False),
    ],
)
def test_an_account_is_known_by_its_whole_host(link: str, *, known: bool) -> None:
    assert parse_link(link).is_of(ACCOUNT) is known


@pytest.mark.parametrize(
    "link",
    [
        "",
        "openeo-desktop:",
        "openeo-desktop://job",
        "openeo-desktop://job/example.org",
        "openeo-desktop://job/example.org/",
        "openeo-desktop://job//j-1",
        "openeo-desktop://start/example.org/j-1",
        "openeo-desktop://job/example.org/j-1/results",
        "openeo-desktop://job/example.org/j-1?start=1",
        "openeo-desktop://job/example.org/j-1#x",
        "openeo-desktop://job/me:secret@example.org/j-1",
        "openeo-desktop://job/example.org/../etc/passwd",
        "openeo-desktop://job/example.org/..",
        "openeo-desktop://job/example.org/%2e%2e%2fetc",
        "openeo-desktop://job/example.org/a%5Cb",
        "openeo-desktop://job/example.org/a%00b",
        "openeo-desktop://job/example.org/a%0Ab",
        "openeo-desktop://job/example.org/%E2%80%AE1-j",
        "openeo-desktop://job/example.org/%ff%fe",
        "openeo-desktop://job/example.org/%20j-1",
        "openeo-desktop://job/exa mple.org/j-1",
        "openeo-desktop://job/example.org/j-1\n--profile",
        "openeo-desktop://job/example.org/" + "a" * 513,
        "openeo-desktop://job/example.org/" + "a" * 1_000_000,
        "openeo-desktop://job/" + "a" * 300 + "/j-1",
        "https://example.org/j-1",
    ],
)
def test_anything_else_ends_in_a_calm_sentence(link: str) -> None:
    with pytest.raises(InputError, match=r"^This is not a link to a job\.") as told:
        parse_link(link)
    assert len(str(told.value)) < 200, "what is hostile is not repeated"


@given(st.text())
def test_no_text_is_a_surprise(text: str) -> None:
    try:
        link = parse_link(f"openeo-desktop://job/{text}")
    except InputError:
        return
    assert link.job_id.isprintable()
    assert link.host == link.host.lower()
    assert not {"/", "\\", "@"} & set(link.host)


def test_the_sentences_name_what_is_missing() -> None:
    link = parse_link("openeo-desktop://job/api.example.org/j-1")
    assert "api.example.org" in str(unknown_account(link))
    assert "j-1" in str(unknown_job(link))


@pytest.mark.parametrize("word", ["openeo-desktop:", "OPENEO-DESKTOP://job/x/y"])
def test_a_word_is_meant_as_a_link(word: str) -> None:
    assert is_link(word)


@pytest.mark.parametrize("word", ["", "run", "openeo-desktop", "openeo-desktop.json", "https://x"])
def test_other_words_are_not(word: str) -> None:
    assert not is_link(word)
