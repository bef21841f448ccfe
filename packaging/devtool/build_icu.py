"""The data of ICU, as the packaged app needs it: 27 MB of 32 are languages that it does not speak.

Qt for Linux brings ICU with the data of every language and calendar there is. The app compares
texts in English, German and French (others compare by the common rules); numbers, dates and
time zones come from Qt's own tables.
"""

from __future__ import annotations

import platform
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from devtool.console import ToolError, run_condensed, say

PROGRAMS = {"icupkg": "icu-devtools", "objcopy": "binutils", "ld": "binutils"}
"""What it takes -> Debian's package."""
_LANGUAGES = r"(root|pool|res_index|ucadata|supplementalData|(en|de|fr)(_[A-Z0-9]+)?)"
_WANTED = re.compile(rf"{_LANGUAGES}\.(res|icu)|(coll|curr|lang|region|unit|zone)/{_LANGUAGES}\..+")
_LOCALE = re.compile(r"[a-z]{2,3}(_\w+)?\.res")
_NEVER = re.compile(r".*/.*|.*\.(cnv|spp|cfu)|unames\.icu")
"""Trees of languages, converters of old encodings, names of characters."""


def make_icu_smaller(libraries: Path, work: Path) -> None:
    """Replace `libicudata.so.*` in a folder of Qt's libraries; does nothing if none is there.

    Raises:
        ToolError: Its data is not what was expected.
    """
    if platform.machine() != "x86_64":  # what it is linked for
        return
    for library in sorted(libraries.glob("libicudata.so.*")):
        if missing := missing_programs():
            say(f"  {library.name} stays whole: there is no {', '.join(missing)}")
            return
        folder = work / "icu"
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "smaller").mkdir(parents=True)
        _replace(library, folder)


def missing_programs() -> dict[str, str]:
    """The programs that are not on this computer, and Debian's packages that bring them."""
    return {name: package for name, package in PROGRAMS.items() if not _program(name)}


def _replace(library: Path, folder: Path) -> None:
    """Take the data out, leave out what is not wanted, and link it again under the same names."""
    number = library.name.rpartition(".")[2]
    data = folder / f"icudt{number}l.dat"
    run_condensed(
        [_program("objcopy"), "--output-target=binary", "--only-section=.rodata", library, data],
        failure="The data of ICU could not be read",
    )
    # The package is named within by the name of its file: both have the same, in two folders.
    smaller = folder / "smaller" / data.name
    remove = folder / "remove.txt"
    remove.write_text("\n".join(_unwanted(_names(data, folder))) + "\n", encoding="utf-8")
    run_condensed(
        [_program("icupkg"), "--remove", remove, data, smaller],
        failure="The data of ICU could not be made smaller",
    )
    _link(smaller, library, f"icudt{number}_dat")


def _names(data: Path, folder: Path) -> list[str]:
    listing = folder / "all.txt"
    run_condensed(
        [_program("icupkg"), "--list", "--outlist", listing, data],
        failure="The data of ICU could not be listed",
    )
    names = listing.read_text(encoding="utf-8").split()
    if "root.res" not in names or "coll/root.res" not in names:
        raise ToolError(f"{data.name} does not hold what ICU's data holds.")
    return names


def _unwanted(names: Iterable[str]) -> list[str]:
    return [name for name in names if not _is_wanted(name)]


def _is_wanted(name: str) -> bool:
    if _WANTED.fullmatch(name):
        return True
    return not _NEVER.fullmatch(name) and not _LOCALE.fullmatch(name)


def _link(data: Path, library: Path, symbol: str) -> None:
    """A library that holds `data` alone, under `symbol`, in memory that cannot be written."""
    plain, linkable = data.with_name("data"), data.with_name("data.o")
    plain.write_bytes(data.read_bytes())
    run_condensed(
        [
            *(_program("objcopy"), "--input-target=binary", "--output-target=elf64-x86-64"),
            *("--rename-section", ".data=.rodata,alloc,load,readonly,data,contents"),
            *("--set-section-alignment", ".data=16", plain.name, linkable.name),
        ],
        failure="The data of ICU could not be packed",
        cwd=data.parent,  # the name of the file becomes a name in the library
    )
    run_condensed(
        [
            *(_program("ld"), "-shared", "-z", "noexecstack", "--build-id=none"),
            *(f"-soname={library.name}", f"--defsym={symbol}=_binary_data_start"),
            *("-o", library, linkable.name),
        ],
        failure="The data of ICU could not be linked",
        cwd=data.parent,
    )


def _program(name: str) -> str:
    """Debian keeps icupkg where only root looks."""
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin") or ""
