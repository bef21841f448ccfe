"""The bench of previews, with a small picture: it runs."""

from __future__ import annotations

from tests.bench import preview
from tests.bench.nginx import is_there


def test_runs() -> None:
    found = list(preview.run(small=True))
    assert len(found) == (10 if is_there() else 6)
    assert all(result.median >= 0 for result in found)
