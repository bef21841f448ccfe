"""The bench of downloads, with little data: it runs."""

from __future__ import annotations

import shutil

import pytest

from tests.bench import downloads
from tests.bench.nginx import is_there


def test_runs() -> None:
    if not is_there() or not shutil.which("curl"):
        pytest.skip("nginx or curl is not installed")
    found = list(downloads.run(small=True))
    assert len(found) >= 5
    assert all(result.median >= 0 for result in found)
