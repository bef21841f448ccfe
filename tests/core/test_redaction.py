"""No secret in a log, whatever form it takes on its way there; what is no secret stays readable."""

from __future__ import annotations

import json
import logging
import random
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from pprint import pformat
from urllib.parse import quote, urlencode

import pytest

from openeo_desktop.core import redaction
from openeo_desktop.core.redaction import (
    MASK,
    RedactingFormatter,
    hide_secret,
    redact,
    without_home,
)
from openeo_desktop.core.sign_in import OidcClient, SignInMethod, SignInRequest, Tokens

FIELDS = (
    "access_token", "refresh_token", "id_token", "client_secret", "password", "code",
    "device_code", "user_code", "state", "code_verifier", "code_challenge", "nonce", "token",
    "id_token_hint", "client_assertion", "sig", "X-Amz-Signature", "X-Amz-Security-Token",
    "X-Goog-Credential", "api_key", "apiKey",
)  # fmt: skip
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
Form = Callable[[str, str], str]


def _canaries(seed: int) -> list[str]:
    """Secrets as they are met; each holds digits, as random ones do."""
    rng = random.Random(seed)

    def some(letters: str, count: int) -> str:
        return "".join(rng.choices(letters, k=count)) + "7Q"

    jwt = f"eyJhbGciOiJSUzI1NiJ9.{some(LETTERS, 80)}.{some(LETTERS + '-_', 60)}"
    return [
        some(LETTERS + "-_", 43),  # base64url
        some(LETTERS + "+/", 40) + "==",
        f"{some('BCDFGHJKLMNPQRSTVWXZ', 4)}-{some('BCDFGHJKLMNPQRSTVWXZ', 4)}",
        some(LETTERS + "._~-", 24),
        jwt,
        some("0123456789abcdef", 32),
    ]


def _raised(text: str) -> str:
    try:
        raise ValueError(text)
    except ValueError:
        return traceback.format_exc()


def _chained(text: str) -> str:
    try:
        try:
            raise KeyError(text)
        except KeyError as inner:
            raise RuntimeError("something else") from inner
    except RuntimeError:
        return traceback.format_exc()


FORMS: dict[str, Form] = {
    "header": lambda name, value: f"{name}: {value}",
    "json": lambda name, value: json.dumps({"a": 1, name: value, "z": [1]}),
    "json indented": lambda name, value: json.dumps({name: value, "z": 2}, indent=2),
    "json compact": lambda name, value: json.dumps({name: value}, separators=(",", ":")),
    "json in json": lambda name, value: json.dumps({"body": json.dumps({name: value})}),
    "json in json in json": lambda n, v: json.dumps([json.dumps([json.dumps({n: v})])]),
    "json bytes": lambda name, value: repr(json.dumps({name: value}).encode()),
    "dict repr": lambda name, value: repr({name: value, "other": None}),
    "dict of bytes": lambda name, value: repr({name.encode(): value.encode()}),
    "dict of lists": lambda name, value: repr({name: [value]}),
    "pprint": lambda name, value: pformat({name: value, "b": {"c": [value[:0]]}}),
    "pairs": lambda name, value: repr([("grant_type", "x"), (name, value)]),
    "form": lambda name, value: urlencode({"grant_type": "x", name: value, "client_id": "app"}),
    "form bytes": lambda name, value: repr(urlencode({name: value, "a": "b"}).encode()),
    "keyword": lambda name, value: f"Thing({name}={value!r}, x=1)",
    "keyword unquoted": lambda name, value: f"Thing(x=1, {name}={value})",
    "url query": lambda name, value: f"GET https://h.org/a/b?x=1&{name}={quote(value)} failed",
    "url fragment": lambda name, value: f"https://h.org/cb#{urlencode({name: value})}",
    "path query": lambda n, v: f'https://h.org:443 "GET /a?{n}={quote(v)}&y=2 HTTP/1.1" 200 None',
    "quoted url": lambda name, value: quote(f"https://h.org/cb?{name}={value}", safe=""),
    "exception": lambda name, value: _raised(f"{name}={value}"),
    "exception with dict": lambda name, value: _raised(str({name: value})),
    "chained exception": lambda name, value: _chained(json.dumps({name: value})),
    "upper case": lambda name, value: f"{name.upper()}={value}",
}


@pytest.fixture(autouse=True)
def _nothing_announced() -> Iterator[None]:
    """Each test starts without secrets that others have announced."""
    before = dict(redaction._hidden)
    redaction._hidden.clear()
    yield
    redaction._hidden.clear()
    redaction._hidden.update(before)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", FIELDS)
def test_secret_in_a_named_field_is_masked(form: str, name: str) -> None:
    for seed in range(5):
        for canary in _canaries(seed):
            text = FORMS[form](name, canary)
            assert canary in text or quote(canary) in text or quote(canary, safe="") in text
            _assert_silent(redact(text), canary)


def _assert_silent(shown: str, canary: str) -> None:
    """Not even a third of it is there."""
    piece = max(8, len(canary) // 3)
    for start in range(len(canary) - piece + 1):
        assert canary[start : start + piece] not in shown, shown


PASSWORDS = (
    "correct horse battery 9",
    "p@ss:w0rd,x};{&y=1",
    'it\'s "quoted" \\ 1',
    "line\nbreak9",
    "tab\tand)paren]9",
)


@pytest.mark.parametrize("password", PASSWORDS)
@pytest.mark.parametrize(
    "form",
    ["json", "json in json", "json in json in json", "dict repr", "keyword", "form", "pairs"],
)
def test_odd_password_is_masked_whole(form: str, password: str) -> None:
    shown = redact(FORMS[form]("password", password))
    for part in ("horse", "battery", "w0rd", "y=1", "quoted", "break9", "paren", "and)"):
        assert part not in shown or part not in password


@pytest.mark.parametrize(
    "text",
    [
        "Authorization: Bearer {0}",
        "Authorization: Bearer oidc/egi/{0}",
        "Authorization: Bearer basic//{0}",
        "authorization: basic {0}",
        "Authorization: token {0}",
        'Authorization: Digest username="me", response="{0}", nonce="{0}"',
        "Proxy-Authorization: Basic {0}",
        "{{'Authorization': 'Bearer {0}', 'Accept': '*/*'}}",
        "[(b'Authorization', b'Bearer {0}')]",
        '{{"authorization": ["Bearer {0}"]}}',
        "header {0!r}: Bearer {0}".replace("{0!r}", "x"),
        "the token is Bearer {0}, they say",
        "Cookie: session={0}; csrf={0}",
        "{{'Set-Cookie': 'session={0}; HttpOnly'}}",
        "https://me:{0}@proxy.example.org:3128/",
        "socks5://{0}@proxy:1080",
        "proxy me:{0}@proxy.example.org:3128",
        "https://h.org/files/a.tif?{0}",
        "oidc/egi/{0}",
        "GET /openeo/1.2/jobs/j-1/results/assets/bWU/{0}/openEO.tif HTTP/1.1",
        "https://h.org/openeo/jobs/j-1/results/{0}?expires=1",
        "http://127.0.0.1:4711/download/{0}/openEO.tif",
        "http://127.0.0.1:4711/shared/{0}",
        "aws_secret_access_key = {0}",
        "https://h.org/a;jsessionid={0}",
    ],
)
def test_headers_and_addresses(text: str) -> None:
    for canary in _canaries(7):
        inside = canary.replace("/", "_").replace("+", "-")  # as it may stand in a URL
        _assert_silent(redact(text.format(inside)), inside)


def test_password_with_an_at_in_an_address() -> None:
    assert "w0rd" not in redact("http://me:p@ssw0rd@proxy.example.org:3128")


def test_token_alone_is_known_by_its_shape_or_because_it_was_announced() -> None:
    jwt = _canaries(3)[4]
    _assert_silent(redact(f"Unexpected answer {jwt} there"), jwt)
    plain, odd = "correct-horse-battery", "p@ss w0rd/1+2"
    assert plain in redact(f"KeyError: {plain}")
    hide_secret(plain)
    hide_secret(odd)
    shown = redact(f"KeyError: {plain} {quote(odd, safe='')} {json.dumps(odd)} {odd!r}")
    assert "horse" not in shown
    assert "w0rd" not in shown


def test_values_of_the_sign_in_announce_their_secrets() -> None:
    SignInRequest(SignInMethod.BASIC, password="canary-pass-word", client_secret="canary-secret-a")
    Tokens("canary-access", refresh_token="canary-refresh")
    OidcClient("id", "canary-secret-b")
    assert "canary" not in redact(
        "canary-pass-word canary-secret-a canary-access canary-refresh canary-secret-b"
    )


def test_short_announcements_mask_nothing_and_many_do_not_pile_up() -> None:
    hide_secret("")
    hide_secret("a")
    assert redact("a banana") == "a banana"
    for number in range(1000):
        hide_secret(f"secret-number-{number}")
    assert len(redaction._hidden) <= 256
    assert redact("secret-number-999") == MASK


@pytest.mark.parametrize(
    "text",
    [
        "Code: TokenInvalid",
        '{"code": "JobNotFound", "message": "There is no such job."}',
        "{'state': 'queued', 'code': 404}",
        "state=running",
        "Download 7: state: paused",
        "status_code=200 exit_code=1",
        "Basic authentication failed, sign in again",
        "/data/scene_2024.tif: 12:30:05",
        "GET https://openeo.example.org/api/v1/jobs/j-24071/results",
        "grant_type=authorization_code",
        "token_type: Bearer",
        "TokenInvalid: the back-end asks for sign-in",
        "What now? Try again.",
        "C:\\Users\\me\\x.log",
        "mail info@example.org",
        "GET https://openeo.example.org/api/v1/jobs/j-24071/results: 404",
        "/srv/me/results/download/a.tif",
    ],
)
def test_what_is_no_secret_stays(text: str) -> None:
    assert redact(text) == text


@pytest.mark.parametrize(
    "text",
    ["a" * 300_000, "-" * 300_000, "token" * 60_000, "eyJ" * 100_000, "?" * 300_000,
     "\\" * 300_000, "x:" * 150_000, "a.b-" * 75_000, "token='" * 40_000, "://" * 100_000,
     "basic/" * 50_000, "Bearer " * 40_000, "code=\\'" * 40_000, "[" * 300_000,
     "token=[" * 40_000, "#a" * 150_000],
)  # fmt: skip
def test_hostile_text_takes_no_time(text: str) -> None:
    """Some tenths of a second of computing; hours where a pattern looks back again and again."""
    began = time.process_time()
    redact(text)
    assert time.process_time() - began < 120.0


def _line(message: object, *args: object, **kwargs: object) -> str:
    """What a log line comes to."""
    record = logging.LogRecord("x", logging.INFO, "f", 1, message, args, None)
    record.__dict__.update(kwargs)
    return RedactingFormatter("%(levelname)s %(message)s").format(record)


def test_arguments_of_a_log_call_are_masked() -> None:
    canary = _canaries(11)[0]
    _assert_silent(_line("answer %s", {"access_token": canary}), canary)
    _assert_silent(_line("%s=%s", "refresh_token", canary), canary)
    _assert_silent(_line("%(password)s", {"password": {"password": canary}}), canary)
    _assert_silent(_line("header %r", f"Authorization: Bearer {canary}"), canary)


def test_arguments_that_do_not_fit_are_not_printed(capsys: pytest.CaptureFixture[str]) -> None:
    canary = _canaries(12)[0]
    shown = _line("%d of %s", canary)
    _assert_silent(shown, canary)
    assert "%d of %s" in shown
    _assert_silent("".join(capsys.readouterr()), canary)


def test_traceback_and_stack_of_a_record_are_masked() -> None:
    canary = _canaries(13)[0]
    try:
        raise ValueError({"refresh_token": canary})
    except ValueError as error:
        info = (type(error), error, error.__traceback__)
        shown = _line("failed", exc_info=info, stack_info=f"token={canary}")
    assert "ValueError" in shown
    _assert_silent(shown, canary)


def test_endless_line_is_cut() -> None:
    assert len(_line("x" * 1_000_000)) < 300_000


@pytest.mark.parametrize("form", ["{}", "'{}/x'", "{}\\\\x", "file://{}/x"])
def test_the_home_folder_is_without_the_name_of_the_person(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = tmp_path / "other disk" / "ännä"
    real.mkdir(parents=True)
    home = tmp_path / "home" / "ännä"
    home.parent.mkdir()
    home.symlink_to(real)
    monkeypatch.setattr(Path, "home", lambda: home)
    for folder in (home, real):
        for text in (str(folder), quote(str(folder)), repr(str(folder)), json.dumps(str(folder))):
            shown = without_home(form.format(text))
            assert "nn" not in shown
            assert "~" in shown


def test_the_name_of_the_person_is_no_folder_elsewhere_either(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/srv/people/anna"))
    shown = without_home('File "/media/anna/disk/x.py", /run/media/anna/usb, savanna/x, anna')
    assert shown == f'File "/media/{MASK}/disk/x.py", /run/media/{MASK}/usb, savanna/x, anna'
