"""`python -m tests.bench [NAME…]`: run benches, write bench-results/; exit 1 if one is missed."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench.report import write

NAMES = ("store", "start", "sync", "log", "ui", "downloads", "preview")
FOLDER = Path(__file__).resolve().parents[2] / "bench-results"


def main(arguments: Sequence[str]) -> int:
    """Run the named benches, or all that there are."""
    there = [name for name in NAMES if Path(__file__).with_name(f"{name}.py").exists()]
    unknown = sorted(set(arguments) - set(there))
    if unknown:
        print(f"There is no bench {', '.join(unknown)}; there are: {', '.join(there)}.")
        return 2
    content = True
    for name in arguments or there:
        module = importlib.import_module(f"tests.bench.{name}")
        content = write(name, module.run(small=False), FOLDER) and content
        print((FOLDER / f"{name}.md").read_text(encoding="utf-8"))
    return 0 if content else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
