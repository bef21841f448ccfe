"""The official openeo Python client fetches the files of a job; run by that client's interpreter.

Arguments: URL of the back-end, folder. The password comes on stdin. Prints the seconds it took.
"""

from __future__ import annotations

import sys
import time

import openeo  # noqa: TID253 - this file is a program of its own


def main(url: str, folder: str) -> None:
    """Connect, then measure `download_files` alone."""
    connection = openeo.connect(url)
    connection.authenticate_basic("me", sys.stdin.readline().strip())
    results = connection.job("j").get_results()
    began = time.perf_counter()
    files = results.download_files(folder)
    print(time.perf_counter() - began, len(files))


if __name__ == "__main__":
    main(*sys.argv[1:])
