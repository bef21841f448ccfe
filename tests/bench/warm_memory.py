"""Memory that is there before a run is measured, whoever runs.

The guest of a virtual machine gives memory back that it has not used for a few seconds, and pays
when it takes it again: up to two seconds for the GiB that a download leaves in the cache of files.
That was paid by whoever ran second. A process of its own takes so much, and leaves it behind warm.
"""

from __future__ import annotations

import subprocess
import sys

_TAKE = """
import mmap, sys
size = int(sys.argv[1])
taken = mmap.mmap(-1, size)
for page in range(0, size, mmap.PAGESIZE):
    taken[page] = 1
"""


def warm(size: int) -> None:
    """Let the system have `size` free bytes that nobody has to be asked for."""
    if size:
        subprocess.run([sys.executable, "-S", "-c", _TAKE, str(size)], check=True)
