"""The text of a bug report: versions, platform, what was being done, traceback; without secrets."""

from __future__ import annotations

import platform
import traceback

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

import openeo_desktop
from openeo_desktop.core.redaction import redact, without_home

_MAX_TRACEBACK = 20_000


def bug_report(error: BaseException, what: str) -> str:
    """A report that can be handed on: secrets and the name of the home folder are taken out."""
    trace = redact("".join(traceback.format_exception(error)))  # before the cut: it may cut a name
    if len(trace) > _MAX_TRACEBACK:
        trace = f"{trace[:2000]}\n[…]\n{trace[2000 - _MAX_TRACEBACK :]}"
    lines = [version_lines(), f"While: {what or 'unknown'}", "", trace.rstrip()]
    return without_home(redact("\n".join(lines)))


def version_lines() -> str:
    """Versions of the app and of what it stands on, one a line."""
    scales = {f"{screen.devicePixelRatio():g}" for screen in QGuiApplication.screens()}
    scale = f", scale {' and '.join(sorted(scales))}" if scales else ""
    return "\n".join(
        (
            f"openEO Desktop {openeo_desktop.__version__}",
            f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, Qt {qVersion()}",
            f"{platform.system()} {platform.release()} ({platform.machine()})",
            f"Qt platform {QGuiApplication.platformName()}{scale}",
        )
    )


def fingerprint(error: BaseException) -> str:
    """The same for the same bug: type of the error and the place where it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else str(error)
    return f"{type(error).__qualname__} {place}"
