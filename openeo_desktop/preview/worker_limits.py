"""What a preview process may take of the computer; beyond it, it ends itself.

A file of a few kilobytes can ask a library for all memory there is. The app says then in words why
there is no picture; better than a computer that swaps.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time

MOST_MEMORY = 480 * 2**20
"""Bytes in use, with the libraries themselves (about 110 MiB)."""
MOST_DATA = 440 * 2**20
"""Bytes that may be asked for, where the system counts them (Linux): a request beyond them fails,
also while a library keeps every other thread of this process waiting."""
MOST_ADDRESSES = 8 * 2**30
"""Bytes of addresses: a single huge request fails at once, in place of being granted lazily."""
OUT_OF_MEMORY = 86
"""Exit status of a process that needed more."""
_LOOK_EVERY = 0.02
_SYSTEM: str = sys.platform


def limit_this_process() -> None:
    """No core files, lower priority, bounded memory; what a system does not know is left out."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if _SYSTEM == "linux":
            resource.setrlimit(resource.RLIMIT_AS, (MOST_ADDRESSES, MOST_ADDRESSES))
            resource.setrlimit(resource.RLIMIT_DATA, (MOST_DATA, MOST_DATA))
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(5)
    threading.Thread(target=_watch_memory, name="watch memory", daemon=True).start()


def _watch_memory() -> None:
    while True:
        if resident() > MOST_MEMORY:
            os._exit(OUT_OF_MEMORY)
        time.sleep(_LOOK_EVERY)


def resident() -> int:
    """Bytes of memory that this process has in use; 0 where the system does not say."""
    try:
        if _SYSTEM == "linux":
            with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - 50 times a second
                return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        if _SYSTEM == "darwin":
            import resource

            return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    except (OSError, ValueError, IndexError):
        return 0
    return _resident_on_windows() if _SYSTEM == "win32" else 0


def _resident_on_windows() -> int:
    """Source: Windows API, `K32GetProcessMemoryInfo` and PROCESS_MEMORY_COUNTERS."""
    import ctypes

    class Counters(ctypes.Structure):
        _fields_ = (
            ("cb", ctypes.c_uint32),
            ("faults", ctypes.c_uint32),
            *((f"size{number}", ctypes.c_size_t) for number in range(8)),
        )

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - there on Windows alone
    counters = Counters(cb=ctypes.sizeof(Counters))
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    process = ctypes.c_void_p(kernel.GetCurrentProcess())
    done = kernel.K32GetProcessMemoryInfo(process, ctypes.byref(counters), counters.cb)
    return int(counters.size1) if done else 0  # the second size: WorkingSetSize
