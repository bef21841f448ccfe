"""What every test may rely on; fixtures of one layer live in that layer's own conftest."""

from __future__ import annotations

import functools
import gc
import itertools
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

# Windows without a screen unless the caller chose a platform; set before Qt is imported.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# qasync would follow a QT_API=pyqt5 of the person's environment and fail.
os.environ["QT_API"] = "pyside6"
# Tests read the English texts, whatever the person's system speaks.
os.environ["OPENEO_DESKTOP_LANGUAGE"] = "en"

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The application class of the app itself: it hears what the system tells of its end."""
    from openeo_desktop.ui.window.summoning import DesktopApplication

    return DesktopApplication


_tests_with_qt = itertools.count(1)
_EVERY = 10


@pytest.fixture(autouse=True)
def garbage(request: pytest.FixtureRequest) -> Iterator[None]:
    """Windows go on this thread, between tests, as the app's own collecting does it.

    Else a worker's thread might take a dialog of the test before apart, while its timer still runs.
    """
    if not {"qtbot", "qapp"} & set(request.fixturenames):
        if not gc.isenabled():
            gc.collect()
            gc.enable()
        yield
        return
    gc.disable()
    yield
    gc.collect(1 if next(_tests_with_qt) % _EVERY else 2)


WAIT_MS = 60_000
_WAITS = ("waitUntil", "waitSignal", "waitSignals", "waitCallback", "waitExposed", "waitActive")


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """Waits a minute where pytest-qt waits five seconds: a fact that comes ends it at once, and no
    test fails because the machine is slow, or busy."""
    for name in _WAITS:
        setattr(qtbot, name, functools.partial(getattr(qtbot, name), timeout=WAIT_MS))
    return qtbot


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real Earth-observation files beside the checkout."""
    return _shared("data", "the real Earth-observation files")


@pytest.fixture(scope="session")
def shared_servers() -> Path:
    """The folder of foreign servers beside the checkout."""
    return _shared("servers", "the foreign servers")


@pytest.fixture(scope="session")
def driver_python() -> Path:
    """The Python that can run ../shared/servers/driver_server.py."""
    return _installed("OPENEO_DESKTOP_TEST_DRIVER_PYTHON")


@pytest.fixture(scope="session")
def client_python() -> Path:
    """The Python that has the official openeo client."""
    return _installed("OPENEO_DESKTOP_TEST_CLIENT_PYTHON")


@pytest.fixture(scope="session")
def oidc_packages() -> Path:
    """The folder with the npm packages of the OpenID provider (tests/support/oidc_provider.py)."""
    return _installed("OPENEO_DESKTOP_TEST_OIDC_FOLDER")


def _shared(name: str, what: str) -> Path:
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip(f"{what} are not there (../shared/{name})")
    return folder


def _installed(variable: str) -> Path:
    value = os.environ.get(variable)
    if not value:
        pytest.skip(f"{variable} is not set; `python3 packaging/dev.py test` sets it up")
    return Path(value)
