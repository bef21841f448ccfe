"""Takes the pictures: `python -m tests.shots --out DIR [--only GLOB] [--scheme light|dark|both]
[--language de]`.

Collects `SHOTS` of every module in this folder, renders each in both schemes with the real theme on
the platform that runs (xcb under Xvfb in `packaging/dev.py shots`), and writes PNG files, one sheet
per scheme and an index.html. It waits for facts (window exposed, `Shot.ready`), never a fixed time.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer
from PySide6.QtGui import QPixmap, QPixmapCache
from PySide6.QtWidgets import QApplication, QWidget

from openeo_desktop.ui.look.languages import LANGUAGES, speak
from openeo_desktop.ui.look.theme import Scheme, apply_theme
from tests.shots.catalogue import collect
from tests.shots.sheet import Picture, write_index, write_sheets
from tests.shots.shot import Shot

_DEADLINE_MS = 20_000
_TURN_MS = 15
_REST = 4
"""Turns in which a layout that has just changed comes to rest."""


def main(argv: list[str]) -> int:
    """Take the chosen pictures; 1 if any could not be taken."""
    options = _parse(argv)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    speak(app, options.language)
    options.out.mkdir(parents=True, exist_ok=True)
    shots, failures = collect(options.only)
    pictures: list[Picture] = []
    for scheme in ("light", "dark") if options.scheme == "both" else (options.scheme,):
        apply_theme(app, scheme)
        QPixmapCache.clear()
        for shot in shots:
            try:
                pictures.append(_take(shot, scheme, options.out))
                print(f"{scheme:5}  {shot.name}", flush=True)
            except Exception:  # noqa: BLE001 - one broken pane must not cost the other pictures
                traceback.print_exc()
                failures.append(f"{shot.name} ({scheme})")
    write_sheets(pictures, options.out)
    write_index(pictures, options.out)
    print(f"{len(pictures)} pictures in {options.out}; open index.html there.")
    for failure in failures:
        print(f"NOT TAKEN: {failure}", file=sys.stderr)
    return 1 if failures else 0


def _parse(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="shots", description="Pictures of every pane and dialog.")
    parser.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    parser.add_argument("--only", default="*", help="a glob over the names, e.g. 'new-job-*'")
    parser.add_argument("--scheme", choices=("light", "dark", "both"), default="both")
    parser.add_argument("--language", choices=tuple(LANGUAGES), default="en")
    return parser.parse_args(argv)


def _take(shot: Shot, scheme: Scheme, out: Path) -> Picture:
    """Build, show, wait for the facts, and save one picture.

    Raises:
        TimeoutError: The widget did not get ready in 20 s.
    """
    widget = shot.build()
    widget.resize(*shot.size)
    widget.show()
    try:
        _wait_for(shot, widget)
        pixmap: QPixmap = widget.grab()
        path = out / f"{shot.name}-{scheme}.png"
        if not pixmap.save(str(path)):
            raise OSError(f"{path} cannot be written")
        return Picture(shot.name, scheme, path)
    finally:
        widget.close()  # a dialog that is sending stops at the first close, and closes at the next
        _turn()
        widget.close()
        widget.deleteLater()
        _turn()


def _wait_for(shot: Shot, widget: QWidget) -> None:
    deadline = QDeadlineTimer(_DEADLINE_MS)
    handle = widget.windowHandle()
    while not (handle.isExposed() and shot.ready(widget)):
        if deadline.hasExpired():
            raise TimeoutError(f"{shot.name} did not get ready")
        _turn()
    for _ in range(_REST):
        _turn()


def _turn() -> None:
    """Let the event loop run for a moment: timers, layouts, answers of fakes."""
    loop = QEventLoop()
    QTimer.singleShot(_TURN_MS, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
