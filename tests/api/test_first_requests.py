"""The first requests of several accounts load `requests` from several threads at once.

Its parts import each other. A thread that asks for a part first (`from requests.auth import ...`)
holds the lock of the part and waits for the package, while another one, loading the package, wants
that part: Python ends this deadlock by handing out a half-loaded module, and no request of the
process works any more. Asked for as a whole first, it is loaded once and waited for.
"""

from __future__ import annotations

import ast
import subprocess
import sys

from tests.support.source_tree import ROOT

WITHIN = 120
_FIRST = """
import sys
import threading
import time

from openeo_desktop.api.auth.basic import sign_in_basic
from openeo_desktop.api.connection import Connection
from openeo_desktop.api.discovery import discover
from openeo_desktop.core.cancel import CancelToken
from openeo_desktop.core.errors import UnreachableError

NOWHERE = "http://127.0.0.1:1/openeo"
half_loaded = threading.Event()
outcomes = []


class Gate:
    # The package is held while it is loaded, until the other thread waits for a lock of an import.
    def find_spec(self, name, path=None, target=None):
        if name == "requests.exceptions" and not half_loaded.is_set():
            half_loaded.set()
            end = time.monotonic() + 60
            while not self.second_waits() and time.monotonic() < end:
                time.sleep(0.005)

    def second_waits(self):
        frame = sys._current_frames().get(second.ident)
        return frame is not None and "importlib._bootstrap" in frame.f_code.co_filename


def ask(call, *arguments):
    try:
        call(*arguments, CancelToken())
    except UnreachableError:
        outcomes.append("unreachable")
    except BaseException as error:
        outcomes.append(repr(error))


def sign_in():
    half_loaded.wait()
    ask(sign_in_basic, Connection(NOWHERE), "me", "secret")


assert "requests" not in sys.modules
sys.meta_path.insert(0, Gate())
second = threading.Thread(target=sign_in)
second.start()
ask(discover, NOWHERE)
second.join()
print(outcomes)
"""


def test_first_requests_from_several_threads_find_all_of_requests() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _FIRST], cwd=ROOT, capture_output=True, text=True, timeout=WITHIN
    )
    assert done.stdout.strip() == "['unreachable', 'unreachable']", done.stdout + done.stderr


def test_no_part_of_requests_is_loaded_before_the_whole() -> None:
    """What the test above may miss on one machine, it cannot miss in the source."""
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in (ROOT / "openeo_desktop").rglob("*.py")
        for scope in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(scope, ast.Module | ast.FunctionDef | ast.AsyncFunctionDef)
        for node in _parts_first(scope)
    ]
    assert found == []


def _parts_first(scope: ast.Module | ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.stmt]:
    """Imports of a part of `requests` in this scope, where no import of the whole comes before."""
    found: list[ast.stmt] = []
    for node in scope.body:
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("requests"):
            names = [node.module or ""]
        if "requests" in names:
            return found
        if any(name.startswith("requests.") for name in names):
            found.append(node)
    return found
