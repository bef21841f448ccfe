"""Real ends of real windows: a native crash is offered once; being killed is no crash."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from openeo_desktop.core.paths import profile_paths
from tests.support.source_tree import ROOT

SECRET = "c4n4ry-c4n4ry"
DEADLINE_S = 120.0
_PROGRAM = """
import asyncio, faulthandler, json, logging, os, signal, sys
from pathlib import Path
from openeo_desktop.app import run_window
from openeo_desktop.core.paths import profile_paths

ENDS = {
    "segv": faulthandler._sigsegv,
    "abort": os.abort,
    "kill": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "term": lambda: os.kill(os.getpid(), signal.SIGTERM),
}
if sys.argv[2] == "error":
    from openeo_desktop.services.services import Services

    def broken(self):
        raise ValueError(f"token={sys.argv[3]}")

    Services.close = broken  # after the window, where nobody is left to show it

async def drive(desktop):
    while not desktop.window.isVisible():
        await asyncio.sleep(0.02)
    logging.getLogger("openeo_desktop.test").warning("Seen with token=%s", sys.argv[3])
    cards = [it for it in desktop.window.findChildren(object) if it.objectName() == "crash_card"]
    print(json.dumps([card.text() for card in cards]), flush=True)
    if sys.argv[2] not in ENDS:
        return 0
    ENDS[sys.argv[2]]()
    return None

sys.exit(run_window(profile_paths(Path(sys.argv[1])), driver=drive, idle=True))
"""


def _run(profile: Path, end: str) -> tuple[int, list[str]]:
    """The exit code, and the cards that were offered."""
    ended = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(profile), end, SECRET],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=DEADLINE_S,
    )
    assert ended.stdout, ended.stderr
    cards: Any = json.loads(ended.stdout)
    return ended.returncode, list(cards)


def _reports(profile: Path) -> list[Path]:
    return sorted(profile_paths(profile).crashes.glob("*.txt"))


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize(("end", "what"), [("segv", "Segmentation fault"), ("abort", "Aborted")])
def test_a_crash_is_offered_once_without_secrets(tmp_path: Path, end: str, what: str) -> None:
    code, cards = _run(tmp_path, end)
    assert code < 0
    assert cards == []
    code, (card,) = _run(tmp_path, "well")
    assert code == 0
    assert what in card
    assert _run(tmp_path, "well") == (0, [])
    (report,) = _reports(tmp_path)
    text = report.read_text("utf-8")
    for part in ("openEO Desktop", f"Fatal Python error: {what}", "in drive", "Seen with token="):
        assert part in text
    assert SECRET not in text


def test_an_error_that_ends_the_app_is_offered_once(tmp_path: Path) -> None:
    assert _run(tmp_path, "error") == (1, [])
    code, (card,) = _run(tmp_path, "well")
    assert code == 0
    assert "ValueError" in card
    assert _run(tmp_path, "well") == (0, [])
    (report,) = _reports(tmp_path)
    text = report.read_text("utf-8")
    assert "in broken" in text
    assert SECRET not in text


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("end", ["kill", "term", "well"])
def test_what_is_no_crash_is_not_offered(tmp_path: Path, end: str) -> None:
    _run(tmp_path, end)
    assert _run(tmp_path, "well") == (0, [])
    assert _reports(tmp_path) == []
