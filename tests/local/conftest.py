"""One real back-end for the tests of its API; its clock and its files are the real ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.local_backend import LocalBackend

SHARED_DATA = Path(__file__).resolve().parents[3] / "shared" / "data"


@pytest.fixture(scope="session")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalBackend]:
    """A running back-end with the sample, and the real files where they are there."""
    folders = [SHARED_DATA] if SHARED_DATA.is_dir() else []
    with LocalBackend(tmp_path_factory.mktemp("local"), *folders) as started:
        yield started
