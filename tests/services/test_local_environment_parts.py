"""What a set-up of «This computer» stands on: Pythons found, pip's words, the program's files."""

from __future__ import annotations

import re
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from openeo_desktop.core.errors import AppError, DiskFullError, LocalBackEndError, UnreachableError
from openeo_desktop.core.resources import resource_path
from openeo_desktop.services import local_environment_pythons as pythons
from openeo_desktop.services.local_environment_choice import best_of, why_unfit
from openeo_desktop.services.local_environment_pip import (
    PipReport,
    count_requirements,
    pip_error,
    pip_variables,
)
from openeo_desktop.services.local_environment_pythons import Python, Unfit, ask_python
from openeo_desktop.services.local_environment_sources import foreign_variables, place_sources

ROOT = Path(__file__).resolve().parents[2]
GOOD: dict[str, Any] = {
    "version": [3, 12, 4],
    "level": "final",
    "bits": 64,
    "name": "cpython",
    "there": ["venv", "ensurepip"],
    "free": False,
    "path": "",
}
posix = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")


def script(folder: Path, name: str, text: str) -> Path:
    """A program that stands for a Python."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.mark.parametrize(
    ("difference", "unfit"),
    [
        ({}, None),
        ({"version": [3, 10, 13]}, Unfit.TOO_OLD),
        ({"version": [3, 15, 0]}, Unfit.TOO_NEW),
        ({"version": "3.12"}, Unfit.NO_PYTHON),
        ({"there": ["venv"]}, Unfit.NO_VENV),
        ({"bits": 32}, Unfit.NOT_64_BIT),
        ({"name": "pypy"}, Unfit.OTHER_KIND),
        ({"free": True}, Unfit.OTHER_KIND),
    ],
)
def test_what_a_python_says_decides(difference: dict[str, Any], unfit: Unfit | None) -> None:
    found = pythons._judged(Path("/there/python"), GOOD | difference)
    assert found.unfit is unfit
    assert found.path == Path("/there/python")
    if unfit is not None:
        message, hint = why_unfit(found)
        assert "/there/python" in message
        assert hint


def test_the_running_one_knows_itself() -> None:
    found = ask_python(Path(sys.executable))
    assert found.version == sys.version_info[:3]


@posix
@pytest.mark.parametrize("text", ["exit 1", "echo no JSON", "echo '[]'", "kill -9 $$"])
def test_what_is_no_python_is_told_from_one(tmp_path: Path, text: str) -> None:
    assert ask_python(script(tmp_path, "python3", text)).unfit is Unfit.NO_PYTHON


@posix
def test_one_that_never_answers_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pythons, "ASKED_WITHIN", 0.2)
    assert ask_python(script(tmp_path, "python3", "exec sleep 600")).unfit is Unfit.NO_PYTHON


@posix
def test_pythons_on_the_path_are_found_the_newest_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def says(version: str, level: str = "final") -> str:
        return (
            f'echo \'{{"version": {version}, "level": "{level}", "bits": 64, '
            '"name": "cpython", "there": ["venv", "ensurepip"], "free": false}\''
        )

    script(tmp_path, "python3.12", says("[3, 12, 4]"))
    script(tmp_path, "python3.13", says("[3, 13, 1]"))
    script(tmp_path, "python3.14", says("[3, 14, 0]", "candidate"))
    script(tmp_path, "python3.11", "exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(pythons, "_POSIX_PLACES", ())
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    found = [one for one in pythons.find_pythons() if one.path.parent == tmp_path]
    assert [one.path.name for one in found] == ["python3.13", "python3.12", "python3.14"]
    assert best_of(found).version_text == "3.13.1"


@posix
def test_what_lies_in_the_current_folder_is_no_python_of_this_computer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows that folder is looked into first: the one of a file that was opened."""
    script(tmp_path, "python3.13", f"touch {tmp_path}/ran")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", ".:/usr/bin:/bin")
    pythons.find_pythons()
    assert not (tmp_path / "ran").exists()


def test_best_of_none_says_how_to_get_one() -> None:
    with pytest.raises(LocalBackEndError) as caught:
        best_of([Python(Path("/usr/bin/python3"), (3, 9, 2), True, Unfit.TOO_OLD)])
    assert "3.11 to 3.14" in caught.value.message
    assert caught.value.hint.startswith("Install it")


def test_best_of_one_without_venv_names_what_is_missing() -> None:
    with pytest.raises(LocalBackEndError, match="venv"):
        best_of([Python(Path("/usr/bin/python3"), (3, 11, 2), True, Unfit.NO_VENV)])


SAID = """\
Ignoring colorama: markers 'sys_platform == "win32"' don't match your environment
Collecting affine==3.0.1 (from -r requirements.txt (line 1))
  Downloading affine-3.0.1-py3-none-any.whl (10 kB)
Progress 10000 of 10000
Processing /files/annotated_types-0.8.0-py3-none-any.whl (from -r requirements.txt (line 4))
Collecting scipy==1.17.1 (from -r requirements.txt (line 9))
  Downloading scipy-1.17.1-cp313-cp313-manylinux_2_28_x86_64.whl (35.0 MB)
Progress 0 of 35000000
Progress 17000000 of 35000000"""


def test_pip_tells_how_far_it_is() -> None:
    report = PipReport(4)
    for line in SAID.splitlines():
        report.feed(line)
    assert (report.packages, report.begun, report.name) == (3, 3, "scipy")
    assert report.fetched == 10_000 + 17_000_000
    assert not report.installs
    report.feed("Installing collected packages: affine, annotated-types, scipy")
    assert report.installs


def test_names_of_files_are_names_of_packages() -> None:
    report = PipReport(1)
    report.feed("Processing /files/annotated_types-0.8.0-py3-none-any.whl")
    assert report.name == "annotated-types"


def test_requirements_are_counted(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text(
        "a==1 \\\n    --hash=sha256:00\nb-c==2 ; python_version < '3.12' \\\n  --hash=x\n"
    )
    assert count_requirements(file) == 2


@pytest.mark.parametrize(
    ("said", "kind", "words"),
    [
        ("OSError: [Errno 28] No space left on device", DiskFullError, "full"),
        ("NewConnectionError('...')", UnreachableError, "network"),
        ("ProxyError('Cannot connect to proxy.')", UnreachableError, "proxy"),
        ("SSLError(SSLCertVerificationError(1, ...))", UnreachableError, "certificate"),
        ("ERROR: No matching distribution found for x==1", LocalBackEndError, "another Python"),
        ("ERROR: something else", LocalBackEndError, "Try again"),
    ],
)
def test_failures_of_pip_are_told_in_words(
    tmp_path: Path, said: str, kind: type[AppError], words: str
) -> None:
    error = pip_error(said, tmp_path / "env")
    assert isinstance(error, kind)
    assert words in str(error)


def test_what_pip_said_is_kept_without_passwords(tmp_path: Path) -> None:
    said = "Looking in indexes: https://me:secret@index.example.org/simple\nERROR: oh"
    assert "secret" not in pip_error(said, tmp_path).full_text()


def test_pip_installs_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PIP_TARGET", "PIP_PREFIX", "PIP_USER", "PIP_NO_CACHE_DIR", "PYTHONPATH"):
        monkeypatch.setenv(name, "1")
    monkeypatch.setenv("PIP_INDEX_URL", "https://index.example.org/simple")
    variables = pip_variables()
    assert not {"PIP_TARGET", "PIP_PREFIX", "PIP_NO_CACHE_DIR", "PYTHONPATH"} & set(variables)
    assert variables["PIP_INDEX_URL"] == "https://index.example.org/simple"
    assert variables["PIP_USER"] == "0"


def test_libraries_of_a_packaged_app_are_not_given_to_another_python(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", "/opt/app/_internal", raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/app/_internal")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/usr/local/lib")
    monkeypatch.setenv("PROJ_DATA", "/opt/app/_internal/proj")
    monkeypatch.setenv("GDAL_CACHEMAX", "256")
    variables = foreign_variables()
    assert variables["LD_LIBRARY_PATH"] == "/usr/local/lib"
    assert "PROJ_DATA" not in variables
    assert variables["GDAL_CACHEMAX"] == "256"


def test_program_is_copied_once_and_whole(tmp_path: Path) -> None:
    folder = place_sources(tmp_path)
    package = folder / "openeo_desktop"
    assert (package / "local" / "__main__.py").is_file()
    assert (package / "local" / "routes" / "jobs.py").is_file()
    assert sorted(one.name for one in package.iterdir()) == ["__init__.py", "local"]
    written = (package / "__init__.py").stat().st_mtime_ns
    assert place_sources(tmp_path) == folder
    assert (package / "__init__.py").stat().st_mtime_ns == written


def test_app_without_the_program_says_so(tmp_path: Path) -> None:
    with pytest.raises(LocalBackEndError, match="no back-end for this computer"):
        place_sources(tmp_path / "env", tmp_path)


def _blocks(file: Path) -> set[str]:
    """One text for each package: version and hashes, without the systems it is for."""
    lines = [line for line in file.read_text().splitlines() if not line.lstrip().startswith("#")]
    return {re.sub(r" ; [^\\]+", " ", one) for one in re.split(r"\n(?=\S)", "\n".join(lines))}


def test_list_that_travels_is_what_the_lock_says() -> None:
    travels = resource_path("local_back_end", "requirements.txt")
    blocks = _blocks(travels)
    assert len(blocks) == count_requirements(travels)
    names = {re.split("==", block)[0] for block in blocks}
    assert {"flask", "openeo-processes-dask-slim", "rioxarray", "netcdf4"} <= names
    assert not {"pyside6-essentials", "keyring", "pyqtgraph"} & names
    assert blocks <= _blocks(ROOT / "packaging" / "locks" / "local.txt")
    assert count_requirements(resource_path("local_back_end", "pip.txt")) == 1
