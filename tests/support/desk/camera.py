"""Takes pictures of the whole screen: `python -m ... `, then a file name a line on its input.

A program of its own, because the test itself runs without a display. It answers each name with one
JSON line, when the picture is written.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtGui import QGuiApplication


def main() -> int:
    """Take pictures until the input ends."""
    app = QGuiApplication(sys.argv[:1])
    print(json.dumps({"event": "ready"}), flush=True)
    for line in sys.stdin:
        taken = app.primaryScreen().grabWindow(0).save(line.strip())
        print(json.dumps({"answer": taken}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
