"""Under which licences the app and everything it is shipped with may be used.

A packaged app carries the list as a file, written by the build; elsewhere it is read from what is
installed. Reading takes some 50 ms: not on the thread of the window.
"""

from __future__ import annotations

import dataclasses
import importlib.metadata
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from openeo_desktop.core.json_values import as_dicts, as_text
from openeo_desktop.core.resources import resource_path

FILE = "licences.json"
"""Among the resources of a packaged app."""
PROJECT = "openeo-desktop"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_TEXTS = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
_QT = "pyside6-essentials"
"""Its wheel has no text."""


@dataclass(frozen=True, slots=True)
class Licence:
    """One part: `licence` is its SPDX expression or the words of its makers; `text` may be empty.

    `where`: the folder or file of the packaged app it is in.
    """

    name: str
    version: str
    licence: str
    home: str
    where: str
    text: str


def shipped_licences() -> tuple[Licence, ...]:
    """All parts, by name: those of the packaged app, else those that are installed here."""
    try:
        said = json.loads(resource_path(FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return collect_licences()
    names = [field.name for field in dataclasses.fields(Licence)]
    return tuple(Licence(*(as_text(one.get(name)) for name in names)) for one in as_dicts(said))


def write_licences(target: Path, needed: Iterable[str]) -> None:
    """Write the file of a packaged app.

    Args:
        needed: What the project depends on, in the words of pyproject.toml.
    """
    found = [dataclasses.asdict(one) for one in collect_licences(needed)]
    text = json.dumps(found, indent=0, ensure_ascii=False)
    target.write_text(text + "\n", encoding="utf-8", newline="\n")


def collect_licences(needed: Iterable[str] | None = None) -> tuple[Licence, ...]:
    """From the metadata of what is installed, and the list of what is inside of it.

    Args:
        needed: As for `write_licences`; None: what the installed project names.
    """
    if needed is None:
        needed = _requirements(PROJECT)
    parts = {one.metadata["Name"]: one for one in _closure(needed)}
    installed = [_licence_of(one) for one in parts.values()]
    return tuple(sorted([*installed, *_inside()], key=lambda one: one.name.lower()))


def _requirements(name: str) -> list[str]:
    try:
        return importlib.metadata.requires(name) or []
    except importlib.metadata.PackageNotFoundError:
        return []


def _closure(needed: Iterable[str]) -> Iterator[importlib.metadata.Distribution]:
    """What is installed of what is needed, and of what that needs; extras are nobody's need."""
    waiting, known = list(needed), set[str]()
    while waiting:
        words = waiting.pop()
        match = _NAME.match(words)
        if match is None or match[0].lower() in known or "extra ==" in words:
            continue
        known.add(match[0].lower())
        try:
            found = importlib.metadata.distribution(match[0])
        except importlib.metadata.PackageNotFoundError:
            continue  # of another system
        yield found
        waiting += found.requires or []


def _licence_of(part: importlib.metadata.Distribution) -> Licence:
    about = part.metadata
    name = about["Name"]
    return Licence(
        name=name,
        version=part.version,
        licence=_words(about),
        home=_home(about),
        where="",
        text=_lgpl() if name.lower().replace("_", "-") == _QT else _text_of(part),
    )


def _words(about: importlib.metadata.PackageMetadata) -> str:
    """The expression (PEP 639), or what older metadata says in a line."""
    values = about.json
    expression = as_text(values.get("license_expression"))
    first = as_text(values.get("license")).strip().splitlines()[:1]
    classes = values.get("classifier")
    told = [
        text.rpartition("::")[2].strip()
        for text in (classes if isinstance(classes, list) else [])
        if text.startswith("License ::")
    ]
    short = first[0] if first and len(first[0]) < 60 else ""
    return expression or short or ", ".join(told)


def _home(about: importlib.metadata.PackageMetadata) -> str:
    values = about.json
    urls = values.get("project_url")
    pages = [url.partition(",")[2].strip() for url in urls] if isinstance(urls, list) else []
    page = as_text(values.get("home_page")) or next(iter(pages), "")
    return page if page.startswith(("https://", "http://")) else ""


def _text_of(part: importlib.metadata.Distribution) -> str:
    texts = []
    for file in sorted(part.files or []):
        inside = ".dist-info" in str(file) and _TEXTS.search(file.name)
        if inside and Path(str(file.locate())).is_file():
            texts.append(Path(str(file.locate())).read_text(encoding="utf-8", errors="replace"))
    return "\n\n".join(dict.fromkeys(texts))


def _inside() -> list[Licence]:
    """The libraries within what is installed, and what is no library.

    Their texts are the copyright files that Debian keeps of the same libraries: those of the wheels
    bring none.
    """
    said = json.loads(resource_path("licences", "inside.json").read_text(encoding="utf-8"))
    return [
        Licence(
            name=as_text(one.get("name")),
            version="",
            licence=as_text(one.get("licence")),
            home=as_text(one.get("home")),
            where=as_text(one.get("where")),
            text=_kept(as_text(one.get("text"))),
        )
        for one in as_dicts(said)
    ]


def _lgpl() -> str:
    """The LGPL adds to the GPL, which therefore follows."""
    return _kept("LGPL-3.0.txt") + "\n\n" + _kept("GPL-3.0.txt")


def _kept(name: str) -> str:
    return resource_path("licences", name).read_text(encoding="utf-8") if name else ""
