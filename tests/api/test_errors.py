"""Error answers of back-ends as the app's own errors (openEO API 1.2, errors.json)."""

from __future__ import annotations

import datetime as dt
import email.utils

import pytest

from openeo_desktop.api.connection import Connection
from openeo_desktop.api.errors import retry_after
from openeo_desktop.core import errors as e
from openeo_desktop.core.cancel import CancelToken
from tests.support.fault_server import FaultServer, Reply, json_reply


def _error(server: FaultServer, connection: Connection, reply: Reply) -> e.AppError:
    server.on("/api/jobs/j", reply)
    with pytest.raises(e.AppError) as caught:
        connection.get("/jobs/j", CancelToken())
    return caught.value


@pytest.mark.parametrize(
    ("code", "status", "kind"),
    [
        ("AuthenticationRequired", 401, e.SignInNeeded),
        ("TokenInvalid", 403, e.SignInNeeded),
        ("TokenInvalid", 401, e.SignInNeeded),
        ("AuthenticationSchemeInvalid", 403, e.SignInNeeded),
        ("CredentialsInvalid", 403, e.SignInRefused),
        ("PermissionsInsufficient", 403, e.BackEndError),
        ("OidcProviderUnavailable", 503, e.BusyError),
        ("AccessTokenError", 500, e.BackEndError),
        ("JobNotFound", 404, e.NotFoundError),
        ("JobLocked", 400, e.BackEndError),
        ("JobNotFinished", 400, e.BackEndError),
        ("ResultLinkExpired", 410, e.LinkExpiredError),
        ("PaymentRequired", 402, e.BackEndError),
        ("ProcessUnsupported", 400, e.BackEndError),
        ("CollectionNotFound", 404, e.BackEndError),
        ("StorageFailure", 500, e.BackEndError),
        ("FeatureUnsupported", 501, e.UnsupportedError),
        ("UnsupportedApiVersion", 404, e.UnsupportedError),
        ("UnsupportedApiVersion", 501, e.UnsupportedError),
        ("InfrastructureBusy", 503, e.BusyError),
        ("InfrastructureMaintenance", 503, e.BusyError),
        ("ConcurrentJobLimit", 400, e.BackEndError),
        ("Internal", 500, e.BackEndError),
        ("", 429, e.BusyError),
        ("", 401, e.SignInNeeded),
        ("", 403, e.BackEndError),
        ("", 404, e.NotFoundError),
    ],
)
def test_codes(
    server: FaultServer, connection: Connection, code: str, status: int, kind: type[e.AppError]
) -> None:
    body = {"code": code, "message": "Said so.", "id": "ref-7", "links": []}
    error = _error(server, connection, json_reply(body, status))
    assert type(error) is kind
    assert error.code == code
    assert error.reference == "ref-7"
    assert "ref-7" in error.full_text()
    if isinstance(error, e.BackEndError):
        assert error.message == "Said so."
        assert error.status == status


@pytest.mark.parametrize(
    ("code", "status", "word"),
    [
        ("JobLocked", 400, "Stop"),
        ("JobNotFinished", 400, "finished"),
        ("", 424, "log"),
        ("PaymentRequired", 402, "budget"),
        ("ProcessParameterInvalid", 400, "process graph"),
        ("CollectionNotFound", 404, "process graph"),
        ("PermissionsInsufficient", 403, "may not"),
    ],
)
def test_hints_say_what_to_do(
    server: FaultServer, connection: Connection, code: str, status: int, word: str
) -> None:
    reply = json_reply({"code": code, "message": "x", "level": "error"}, status)
    assert word in _error(server, connection, reply).hint


@pytest.mark.parametrize("status", [502, 503, 504])
def test_web_pages_of_proxies(server: FaultServer, connection: Connection, status: int) -> None:
    page = b"<html>" + b"Proxy Error " * 100_000
    reply = Reply(status, page, {"Request-Id": "r-1", "Content-Type": "text/html"})
    error = _error(server, connection, reply)
    assert isinstance(error, e.BusyError)
    assert str(status) in error.message
    assert "Proxy Error" in error.details
    assert len(error.details) < 600
    assert error.reference == "r-1"


@pytest.mark.parametrize("body", [{"code": 5, "message": None}, {"code": []}, [], "x", None, {}])
def test_errors_with_wrong_types(server: FaultServer, connection: Connection, body: object) -> None:
    error = _error(server, connection, json_reply(body, 400))
    assert isinstance(error, e.BackEndError)
    assert "HTTP status 400" in error.message


def test_control_characters_of_a_server_are_made_visible(
    server: FaultServer, connection: Connection
) -> None:
    body = {"code": "X\x1b[2J", "message": "\x1b]0;evil\x07\u202eabc", "id": "\x1b[31m"}
    error = _error(server, connection, json_reply(body, 400))
    assert "\x1b" not in error.full_text()
    assert "\u202e" not in error.full_text()


def test_retry_after_is_read_from_the_answer(server: FaultServer, connection: Connection) -> None:
    error = _error(server, connection, json_reply({}, 503, Retry_After="7"))
    assert isinstance(error, e.BusyError)
    assert error.retry_after == 7.0


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("", None), ("7", 7.0), ("1.5", 1.5), ("-5", 0.0), ("999999", 3600.0), ("inf", 3600.0),
        ("nan", None), ("soon", None), ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0),
        ("Wed, 21 Oct 99999 07:28:00 GMT", None), ("Wed, 99 Foo 0 00:00:00 GMT", None),
    ],
)  # fmt: skip
def test_retry_after(header: str, seconds: float | None) -> None:
    assert retry_after(header) == seconds


def test_retry_after_as_a_date() -> None:
    then = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=100)
    seconds = retry_after(email.utils.format_datetime(then, usegmt=True))
    assert seconds is not None
    assert 90 < seconds <= 100


def test_retry_after_goes_by_the_clock_of_the_back_end() -> None:
    ours_is_wrong = "Wed, 21 Oct 2015 07:28:00 GMT"
    assert retry_after("Wed, 21 Oct 2015 07:30:00 GMT", ours_is_wrong) == 120.0
    assert retry_after("Wed, 21 Oct 2015 07:30:00 GMT", "nonsense") == 0.0


def test_signed_urls_are_not_in_messages(impatient: None) -> None:
    with FaultServer() as gone:
        url = f"{gone.url}/file?sig=CANARY"
    with pytest.raises(e.UnreachableError) as caught:
        Connection("http://127.0.0.1:9").get(url, CancelToken())
    assert "CANARY" not in caught.value.full_text()
