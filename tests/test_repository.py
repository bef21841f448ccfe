"""What is committed: no trace of the machine it was made on, and locks that anyone can use."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.source_tree import ROOT, committed_files

LOCKS = ROOT / "packaging" / "locks"
LOCK_NAMES = ("app", "local", "test", "driver", "client")
_PINNED = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^ ;\\]+)(?: ;[^\\]*)? ?\\$", re.MULTILINE)
_HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")
_FOREIGN = re.compile(
    # Someone's home or workplace, and index settings: put together here so that this line is clean.
    r"(?<![\w.])/(?:ho" + r"me/\w|Us" + r"ers/\w|ro" + r"ot/|wo" + r"rk/)"
    r"|--(?:extra-)?index-"
    + r"url|--find-"
    + r"links|--trusted-"
    + r"host|files\.pyth"
    + r"onhosted"
)
_BINARY = {".png", ".ico", ".icns", ".tif", ".tiff", ".nc", ".ttf", ".qm", ".gif", ".jpg"}
_BINARY |= {".sqlite"}


def _pins(lock: str) -> dict[str, set[str]]:
    pins: dict[str, set[str]] = {}
    for name, version in _PINNED.findall((LOCKS / f"{lock}.txt").read_text(encoding="utf-8")):
        pins.setdefault(canonicalize_name(name), set()).add(version)
    return pins


def _declared(*extras: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lists = [project["dependencies"], *(project["optional-dependencies"][x] for x in extras)]
    return [Requirement(text) for texts in lists for text in texts]


def test_no_committed_text_names_a_machine_or_an_index() -> None:
    names = committed_files()
    if names is None:
        pytest.skip("this is not a git checkout")
    found = [
        f"{name}:{number} {match.group()}"
        for name in names
        if Path(name).suffix not in _BINARY
        for number, line in enumerate(_text(ROOT / name).splitlines(), 1)
        if (match := _FOREIGN.search(line))
    ]
    assert not found


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


@pytest.mark.parametrize("lock", LOCK_NAMES)
def test_lock_holds_nothing_but_pins_hashes_and_comments(lock: str) -> None:
    lines = (LOCKS / f"{lock}.txt").read_text(encoding="utf-8").splitlines()
    strange = [
        line
        for line in lines
        if line.strip()
        and not line.lstrip().startswith("#")
        and not _HASH.match(line)
        and not _PINNED.match(line)
    ]
    assert not strange
    assert "://" not in "\n".join(lines)


@pytest.mark.parametrize(
    ("lock", "extras"), [("app", ()), ("local", ("local",)), ("test", ("local", "test"))]
)
def test_lock_satisfies_what_the_project_declares(lock: str, extras: tuple[str, ...]) -> None:
    pins = _pins(lock)
    unmet = [
        str(requirement)
        for requirement in _declared(*extras)
        if not all(
            requirement.specifier.contains(version, prereleases=True)
            for version in pins.get(canonicalize_name(requirement.name), {"0"})
        )
    ]
    assert not unmet, "write the locks anew: python3 packaging/dev.py lock"


@pytest.mark.parametrize(("small", "large"), [("app", "local"), ("local", "test")])
def test_larger_lock_holds_the_smaller_one(small: str, large: str) -> None:
    """An environment for the tests then serves the application too, with the same versions."""
    assert _pins(small).items() <= _pins(large).items()
