"""A person's script with the official openeo Python client; run by that client's interpreter.

Arguments: URL of the back-end, user, folder for the results. The password comes by the environment
variable OPENEO_DESKTOP_PASSWORD. Prints one JSON object with what was seen.
"""

from __future__ import annotations

import json
import os
import sys

import openeo  # noqa: TID253 - this file is a program of its own


def main(url: str, user: str, folder: str) -> None:
    """Connect, look around, run a job, download its result."""
    connection = openeo.connect(url)
    connection.authenticate_basic(user, os.environ["OPENEO_DESKTOP_PASSWORD"])
    cube = connection.load_collection(
        "SAMPLE_S2", temporal_extent=["2024-06-01", "2024-10-01"], bands=["B04", "B08"]
    )
    red, infrared = cube.band("B04"), cube.band("B08")
    ndvi = ((infrared - red) / (infrared + red)).reduce_dimension(dimension="t", reducer="mean")
    wrong = cube.process("no_such_process", data=cube)
    job = ndvi.save_result(format="GTiff").create_job(
        title="By the Python client", log_level="info"
    )
    before = job.status()
    job.start_and_wait(max_poll_interval=1, print=lambda *_: None)
    files = job.get_results().download_files(folder)
    print(
        json.dumps(
            {
                "capabilities": connection.capabilities().api_version(),
                "me": connection.describe_account()["user_id"],
                "collections": connection.list_collection_ids(),
                "processes": [process["id"] for process in connection.list_processes()],
                "formats": sorted(connection.list_file_formats()["output"]),
                "bands": connection.collection_metadata("SAMPLE_S2").band_names,
                "valid": ndvi.validate(),
                "invalid": wrong.validate(),
                "before": before,
                "status": job.status(),
                "job": job.job_id,
                "title": job.describe()["title"],
                "log": [entry["message"] for entry in job.logs()],
                "listed": [entry["id"] for entry in connection.list_jobs()],
                "files": [str(file) for file in files],
                "metadata": job.get_results().get_metadata()["type"],
            }
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
