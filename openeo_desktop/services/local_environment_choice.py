"""Which of the Pythons that were found is used; in words, why one is not, and how to get one."""

from __future__ import annotations

import platform
import sys
from collections.abc import Sequence

from openeo_desktop.core.errors import LocalBackEndError
from openeo_desktop.core.words import error_text
from openeo_desktop.services.local_environment_pythons import Python, Unfit

PYTHON_PAGE = "https://www.python.org/downloads/"
_OTHER = error_text("Choose a Python from 3.11 to 3.14.")


def best_of(found: Sequence[Python]) -> Python:
    """The one to use.

    Raises:
        LocalBackEndError: There is none; the hint says how to get one on this system.
    """
    for python in found:
        if python.unfit is None:
            return python
    without = next((one for one in found if one.unfit is Unfit.NO_VENV), None)
    if without is not None:
        raise LocalBackEndError(*why_unfit(without))
    raise LocalBackEndError(
        "«This computer» needs Python 3.11 to 3.14, which was not found here.", _how_to_get_one()
    )


def _how_to_get_one() -> str:
    if sys.platform == "darwin":
        return error_text(f"Install it from {PYTHON_PAGE}, or with: brew install python@3.13")
    if sys.platform == "win32":
        return error_text(f"Install it from {PYTHON_PAGE} (64 bit), then look again.")
    family = _linux_family()
    if family & {"debian", "ubuntu"}:
        return error_text("Install it with: sudo apt install python3 python3-venv")
    if family & {"fedora", "rhel", "centos"}:
        return error_text("Install it with: sudo dnf install python3.13")
    if family & {"suse", "opensuse"}:
        return error_text("Install it with: sudo zypper install python313")
    return error_text("Install it with the package manager of your system, then look again.")


def _linux_family() -> set[str]:
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return set()
    return {release.get("ID", ""), *release.get("ID_LIKE", "").split()}


def why_unfit(python: Python) -> tuple[str, str]:
    """What is the matter with it, and what to do."""
    name = str(python.path)
    if python.unfit is Unfit.NO_VENV:
        minor = ".".join(python.version_text.split(".")[:2])
        return (
            error_text(f"The Python {name} cannot make environments: its module venv is missing."),
            error_text(f"Install it with: sudo apt install python{minor}-venv")
            if _linux_family() & {"debian", "ubuntu"}
            else _OTHER,
        )
    if python.unfit in (Unfit.TOO_OLD, Unfit.TOO_NEW):
        return error_text(f"The Python {name} is version {python.version_text}."), _OTHER
    if python.unfit is Unfit.NOT_64_BIT:
        return error_text(f"The Python {name} is one of 32 bit; 64 bit are needed."), _OTHER
    if python.unfit is Unfit.OTHER_KIND:
        return error_text(
            f"The Python {name} is of a kind for which there are no packages."
        ), _OTHER
    return error_text(f"{name} is no Python that can be used."), _OTHER
