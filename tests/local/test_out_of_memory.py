"""Want of memory is told as such, whichever library met it."""

from __future__ import annotations

import errno
import subprocess
import sys

import pytest

from openeo_desktop.local.out_of_memory import near_the_limit, ran_out_of_memory


class CPLE_OutOfMemoryError(Exception):  # noqa: N801 - the name that rasterio gives it
    """As GDAL tells it."""


def _caused(cause: BaseException) -> BaseException:
    try:
        try:
            raise cause
        except BaseException as error:
            raise RuntimeError("Chunk and warp failed") from error
    except RuntimeError as error:
        return error


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        CPLE_OutOfMemoryError("no"),
        OSError(errno.ENOMEM, "no"),
        RuntimeError("can't start new thread"),
        ValueError("Unable to allocate 3.1 GiB for an array"),
    ],
)
def test_memory_is_found_also_behind_another_error(error: BaseException) -> None:
    assert ran_out_of_memory(error)
    assert ran_out_of_memory(_caused(error))


def test_other_errors_are_others() -> None:
    assert not ran_out_of_memory(_caused(ValueError("no such band")))
    assert not ran_out_of_memory(OSError(errno.ENOSPC, "disk full"))


def test_circle_of_causes_ends() -> None:
    first, second = ValueError("a"), ValueError("b")
    first.__cause__, second.__cause__ = second, first
    assert not ran_out_of_memory(first)


_PROCESS = """
import resource
from openeo_desktop.local.out_of_memory import near_the_limit
assert near_the_limit() == ""
used = [bytearray(380_000_000)]
resource.setrlimit(resource.RLIMIT_AS, (400_000_000, 400_000_000))
print(near_the_limit())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="RLIMIT_AS is kept on Linux only")
def test_process_near_its_limit_says_so() -> None:
    assert near_the_limit() == ""
    told = subprocess.run(
        [sys.executable, "-c", _PROCESS], capture_output=True, text=True, check=True
    )
    assert "381 MiB" in told.stdout
