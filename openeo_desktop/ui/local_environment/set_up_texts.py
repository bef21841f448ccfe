"""What the set-up of «This computer» says: the offer, the steps. No widgets here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.formatting import format_size
from openeo_desktop.services.local_environment_pythons import Python
from openeo_desktop.services.local_environment_set_up import (
    DOWNLOAD_SIZE,
    INSTALLED_SIZE,
    SetUpProgress,
    SetUpStep,
)


def tr(text: str) -> str:
    """All words of the set-up are translated in one context."""
    return QCoreApplication.translate("SetUp", text)


def offer_text(*, outdated: bool) -> str:
    """What it is, how much comes, and how long it takes."""
    sizes = {"download": format_size(DOWNLOAD_SIZE), "disk": format_size(INSTALLED_SIZE)}
    if outdated:
        text = tr(
            "«This computer» was set up for another version of the app. It still works; to bring "
            "it up to date, about {download} are downloaded. Jobs that run on it are stopped then."
        )
    else:
        text = tr(
            "«This computer» is set up once: about {download} are downloaded, and {disk} are "
            "used on the disk. That takes a minute or some, depending on your network."
        )
    return text.format(**sizes)


def python_text(python: Python) -> str:
    """Which one is used."""
    text = tr("Python {version} is used: {path}")
    return text.format(version=python.version_text, path=python.path)


def step_text(progress: SetUpProgress) -> str:
    """What is being done, and how far it is."""
    numbers = {"done": progress.done, "all": progress.packages}
    if progress.step is SetUpStep.PREPARE:
        return tr("Making an environment…")
    if progress.step is SetUpStep.CHECK:
        return tr("Starting it for a look…")
    if progress.step is SetUpStep.INSTALL:
        return tr("Installing: {done} of {all} packages").format(**numbers)
    text = tr("Downloading {name}: {done} of {all} packages, {size}")
    if not progress.name:
        return tr("Looking for the packages…")
    size = format_size(progress.fetched) or format_size(0)
    return text.format(name=progress.name, size=size, **numbers)
