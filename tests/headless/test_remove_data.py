"""`openeo-desktop remove-data` with a real profile, a real keychain and real downloads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from openeo_desktop.core.paths import profile_paths
from openeo_desktop.core.process_lock import ProcessLock
from tests.support.command_line import CommandLine
from tests.support.local_backend import LocalBackend
from tests.support.secret_service import SecretService, secret_service

_SECRETS = (
    "import secretstorage as s\n"
    "print(sum(1 for i in s.get_default_collection(s.dbus_init()).get_all_items()))"
)


@pytest.fixture(scope="module")
def keychain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SecretService]:
    with secret_service(tmp_path_factory.mktemp("keychain")) as running:
        yield running


@pytest.fixture
def kept(cli: CommandLine, keychain: SecretService, backend: LocalBackend) -> CommandLine:
    """A command line that is signed in, with the password in the keychain."""
    names = ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "XDG_DATA_HOME")
    cli.environment |= {name: keychain.env[name] for name in names}
    cli.environment["PYTHON_KEYRING_BACKEND"] = "keyring.backends.SecretService.Keyring"
    ended = cli.run("login", "--backend", backend.url, "--method", "basic", "--user", "local")
    assert ended.code == 0, ended.err
    cli.password = ""
    return cli


@pytest.fixture
def results(kept: CommandLine, backend: LocalBackend, finished_job: str, tmp_path: Path) -> Path:
    """The folder of downloaded results, with a file of the person in it."""
    folder = tmp_path / "results"
    ended = kept.run("download", "--backend", backend.url, finished_job, "--out", folder)
    assert ended.code == 0, ended.err
    (folder / "notes.txt").write_text("mine")
    return folder


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file()}


def test_all_of_it_goes_and_downloads_stay(
    kept: CommandLine, keychain: SecretService, results: Path
) -> None:
    before = _names(results)
    assert "openEO.tif" in before
    assert int(keychain.python(_SECRETS)) > 0
    ended = kept.run("remove-data", "--yes")
    assert ended.code == 0, ended.err
    assert "Accounts with their passwords and tokens: 1" in ended.out
    assert "they stay" in ended.out
    assert not kept.profile.exists()
    assert int(keychain.python(_SECRETS)) == 0
    assert _names(results) == before
    assert kept.run("remove-data", "--yes").lines == ["There is nothing to remove."]


def test_downloads_go_if_chosen_and_what_is_not_ours_stays(
    kept: CommandLine, results: Path
) -> None:
    assert {"openEO.tif", "job.json", "job-results.json"} <= _names(results)
    ended = kept.run("remove-data", "--yes", "--downloads", "--json")
    assert ended.code == 0, ended.err
    (document,) = ended.documents
    assert document["downloads"] is True
    assert document["removed_bytes"] > 0
    assert _names(results) == {"notes.txt"}
    assert not kept.profile.exists()


def test_without_a_yes_nothing_is_removed(kept: CommandLine, keychain: SecretService) -> None:
    before = int(keychain.python(_SECRETS))
    ended = kept.run("remove-data")
    assert ended.code == 2
    assert ended.sentence() == "Error: Nothing was removed. Answer y, or add --yes."
    assert int(keychain.python(_SECRETS)) == before
    assert profile_paths(kept.profile).database.is_file()


def test_a_locked_keychain_is_told_before_anything_goes(
    kept: CommandLine, keychain: SecretService
) -> None:
    keychain.lock()
    try:
        ended = kept.run("remove-data", "--yes")
    finally:
        keychain.kill()
        keychain.start()
    assert ended.code == 3, (ended.out, ended.err)
    assert profile_paths(kept.profile).database.is_file()


def test_not_while_the_window_is_open(kept: CommandLine) -> None:
    lock = ProcessLock(profile_paths(kept.profile).data / "window.lock")
    assert lock.take()
    try:
        ended = kept.run("remove-data", "--yes")
    finally:
        lock.release()
    assert ended.code == 2
    assert "Another openEO Desktop is running. Quit it" in ended.sentence()
    assert profile_paths(kept.profile).database.is_file()
