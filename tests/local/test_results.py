"""Result documents and files: valid STAC, signed links that expire, Range, ETag, every format."""

from __future__ import annotations

import csv
import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pystac
import pytest
import requests
import xarray as xr
from jsonschema import Draft7Validator
from pystac.validation.local_validator import get_local_schema_cache
from referencing import Registry, Resource

from tests.local import graphs
from tests.support.local_backend import LocalBackend, example_process

rasterio = pytest.importorskip("rasterio")


def _core_errors(kind: str, document: dict[str, Any]) -> list[str]:
    """What the JSON schema of STAC says, offline: pystac ships 1.1, which takes all of 1.0."""
    schemas = get_local_schema_cache()
    pairs = [(url, Resource.from_contents(schema)) for url, schema in schemas.items()]
    schema = next(one for url, one in schemas.items() if url.endswith(f"/{kind}.json"))
    validator = Draft7Validator(schema, registry=Registry().with_resources(pairs))
    assert document["stac_version"] == "1.0.0"
    assert list(validator.iter_errors({"stac_version": "1.1.0"})), "the schema accepts anything"
    return [error.message for error in validator.iter_errors({**document, "stac_version": "1.1.0"})]


@pytest.fixture(scope="module")
def finished(backend: LocalBackend) -> str:
    """A finished job with one GeoTIFF per date and a JSON."""
    loaded = graphs.load(bands=["B04", "B08"], temporal_extent=["2024-06-01", "2024-06-20"])
    other = graphs.save("load", "JSON", filename_prefix="values")
    other["result"] = False
    small = {"west": 461000, "east": 461100, "south": 5100900, "north": 5101000, "crs": 32633}
    loaded["arguments"]["spatial_extent"] = small
    graph = graphs.process(load=loaded, other=other, save=graphs.save("load"))
    return backend.run(graph, title="Two bands")


def _document(backend: LocalBackend, job_id: str, **headers: str) -> dict[str, Any]:
    document: dict[str, Any] = backend.get(f"/jobs/{job_id}/results", headers=headers)
    return document


def test_collection_is_valid_stac(backend: LocalBackend, finished: str) -> None:
    document = _document(backend, finished)
    assert document["openeo:status"] == "finished"
    assert datetime.fromisoformat(document["expires"]) > datetime.now(UTC)
    assert not _core_errors("collection", document)
    collection = pystac.Collection.from_dict(document)
    assert set(collection.assets) == {
        "openEO_2024-06-01.tif", "openEO_2024-06-10.tif", "openEO_2024-06-19.tif", "values.json",
    }  # fmt: skip
    assert collection.extent.temporal.intervals[0][0] == datetime(2024, 6, 1, 10, tzinfo=UTC)
    west, south, east, north = collection.extent.spatial.bboxes[0]
    assert 14.4 < west < east < 14.6
    assert 46.0 < south < north < 46.1


def test_item_is_valid_stac(backend: LocalBackend, finished: str) -> None:
    document = _document(backend, finished, Accept="application/geo+json")
    assert document["type"] == "Feature"
    assert document["properties"]["openeo:status"] == "finished"
    assert not _core_errors("item", document)
    assert len(pystac.Item.from_dict(document).assets) == 4


def test_collections_are_valid_stac(backend: LocalBackend) -> None:
    listed = backend.get("/collections?limit=1")
    assert listed["links"][0]["rel"] == "next"
    document = backend.get(f"/collections/{listed['collections'][0]['id']}")
    assert not _core_errors("collection", document)
    assert document["cube:dimensions"]["bands"]["values"] == ["B02", "B03", "B04", "B08", "SCL"]
    answer = backend.request("GET", "/collections/none")
    assert (answer.status_code, answer.json()["code"]) == (404, "CollectionNotFound")


def test_assets_tell_the_truth_about_their_files(
    backend: LocalBackend, finished: str, tmp_path: Path
) -> None:
    assets = _document(backend, finished)["assets"]
    for name, path in backend.download(finished, tmp_path).items():
        content = path.read_bytes()
        assert assets[name]["file:size"] == len(content)
        assert assets[name]["file:checksum"] == "1220" + hashlib.sha256(content).hexdigest()
    asset = assets["openEO_2024-06-10.tif"]
    assert asset["datetime"] == "2024-06-10T10:00:00Z"
    assert asset["roles"] == ["data"]
    with rasterio.open(tmp_path / "openEO_2024-06-10.tif") as file:
        assert asset["proj:epsg"] == file.crs.to_epsg() == 32633
        assert asset["proj:shape"] == [file.height, file.width] == [10, 10]
        assert (
            asset["proj:transform"] == list(file.transform)[:6] == [10, 0, 461000, 0, -10, 5101000]
        )
        assert asset["proj:bbox"] == list(file.bounds)
        assert [band["name"] for band in asset["eo:bands"]] == list(file.descriptions)
        assert asset["raster:bands"][0]["statistics"]["maximum"] == file.read(1).max()


def test_links_need_no_token_but_their_signature(backend: LocalBackend, finished: str) -> None:
    href = _document(backend, finished)["assets"]["values.json"]["href"]
    assert requests.get(href, timeout=60).ok
    before, signature, name = href.rsplit("/", 2)
    forged = signature[:-2] + ("AA" if signature[-2:] != "AA" else "BB")
    answer = requests.get(f"{before}/{forged}/{name}", timeout=60)
    assert (answer.status_code, answer.json()["code"]) == (403, "CredentialsInvalid")
    other = requests.get(f"{before}/{signature}/openEO_2024-06-01.tif", timeout=60)
    assert (other.status_code, other.json()["code"]) == (403, "CredentialsInvalid")
    climbing = requests.get(f"{before}/{signature}/..%2F..%2Fsecret", timeout=60)
    assert climbing.status_code in (403, 404)


def test_canonical_link_shares_the_document(backend: LocalBackend, finished: str) -> None:
    links = {link["rel"]: link["href"] for link in _document(backend, finished)["links"]}
    shared = requests.get(links["canonical"], timeout=60).json()
    assert shared["id"] == finished
    assert len(shared["assets"]) == 4


def test_range_and_if_range(backend: LocalBackend, finished: str) -> None:
    href = _document(backend, finished)["assets"]["values.json"]["href"]
    whole = requests.get(href, timeout=60)
    etag = whole.headers["ETag"]
    assert not etag.startswith("W/")
    assert whole.headers["Accept-Ranges"] == "bytes"
    rest = requests.get(href, headers={"Range": "bytes=100-", "If-Range": etag}, timeout=60)
    assert rest.status_code == 206
    assert rest.content == whole.content[100:]
    assert (
        rest.headers["Content-Range"] == f"bytes 100-{len(whole.content) - 1}/{len(whole.content)}"
    )
    other = requests.get(href, headers={"Range": "bytes=100-", "If-Range": '"old"'}, timeout=60)
    assert (other.status_code, other.content) == (200, whole.content)
    beyond = requests.get(href, headers={"Range": "bytes=99999999-"}, timeout=60)
    assert beyond.status_code == 416
    again = requests.get(href, headers={"If-None-Match": etag}, timeout=60)
    assert again.status_code == 304
    assert "," not in whole.headers["Date"].partition(",")[2]  # one Date, not two


def test_expired_link_is_gone_and_a_fresh_one_works(tmp_path: Path) -> None:
    with LocalBackend(tmp_path, arguments=("--sign-ttl", "0")) as backend:
        job_id = backend.run(graphs.quick())
        document = _document(backend, job_id)
        for href in (document["assets"]["openEO.tif"]["href"], document["links"][1]["href"]):
            answer = requests.get(href, timeout=60)
            assert (answer.status_code, answer.json()["code"]) == (410, "ResultLinkExpired")
        old = document["assets"]["openEO.tif"]["href"]
    with LocalBackend(tmp_path, arguments=("--sign-ttl", "600")) as backend:
        fresh = _document(backend, job_id)["assets"]["openEO.tif"]["href"]
        assert requests.get(fresh, timeout=60).ok
        stale = old.replace(old.split("/openeo")[0], backend.url.rstrip("/"))
        assert requests.get(stale, timeout=60).status_code == 410


def test_netcdf_keeps_bands_dates_and_crs(backend: LocalBackend, tmp_path: Path) -> None:
    graph = graphs.process(
        load=graphs.load(bands=["B04", "SCL"]), save=graphs.save("load", "netCDF")
    )
    path = backend.download(backend.run(graph), tmp_path)["openEO.nc"]
    with xr.open_dataset(path, decode_coords="all") as data:
        assert set(data.data_vars) == {"B04", "SCL"}
        assert dict(data.sizes) == {"t": 12, "y": 400, "x": 400}
        assert data.rio.crs.to_epsg() == 32633
        assert str(data["t"].values[0])[:19] == "2024-06-01T10:00:00"
        assert set(data["SCL"].values.ravel()) <= {3, 4, 5, 6, 9}


def test_series_as_json_and_csv_agree(backend: LocalBackend, tmp_path: Path) -> None:
    process = example_process("sample_time_series")
    as_csv = json.loads(json.dumps(process))
    as_csv["process_graph"]["save"]["arguments"]["format"] = "csv"
    series = json.loads(
        backend.download(backend.run(process), tmp_path)["ndvi_series.json"].read_text()
    )
    table_path = backend.download(backend.run(as_csv), tmp_path)["ndvi_series.csv"]
    with table_path.open(newline="") as stream:
        header, *rows = csv.reader(stream)
    assert header == ["date", "result"]
    assert {date: [[float(value)]] for date, value in rows} == series
    assert len(series) == 12
    values = [value for ((value,),) in series.values()]
    assert max(values) > 0.55 > min(values)  # the season shows


def test_picture_is_a_picture(backend: LocalBackend, tmp_path: Path) -> None:
    path = backend.download(backend.run(example_process("sample_true_colour")), tmp_path)
    with (
        pytest.warns(rasterio.errors.NotGeoreferencedWarning),
        rasterio.open(path["true_colour.png"]) as file,
    ):
        pixels = file.read()
    assert (pixels.shape, pixels.dtype) == ((4, 400, 400), "uint8")
    assert (pixels[3] == 255).all()
    assert pixels[:3].std() > 10


def test_graph_without_save_result_keeps_its_result(backend: LocalBackend, tmp_path: Path) -> None:
    loaded = {**graphs.load(bands=["B04"]), "result": True}
    job_id = backend.run(graphs.process(load=loaded))
    assert "no save_result" in backend.logs(job_id, level="warning")[0]["message"]
    assert list(backend.download(job_id, tmp_path)) == ["openEO.nc"]


def test_file_prefix_cannot_leave_the_folder(backend: LocalBackend) -> None:
    saved = graphs.save("load", "JSON", filename_prefix="../../evil")
    job_id = backend.run(graphs.process(load=graphs.load(bands=["SCL"]), save=saved))
    assert backend.logs(job_id, level="error")[-1]["code"] == "FormatArgumentInvalid"


def test_branches_are_all_saved_and_dates_survive(backend: LocalBackend, tmp_path: Path) -> None:
    """Two branches; the one not leading to the result keeps its dates along the time axis."""
    summed = {
        "process_id": "apply_dimension",
        "arguments": {
            "data": graphs.from_node("load"),
            "dimension": "t",
            "process": graphs.reduce("load", "cumsum")["arguments"]["reducer"],
        },
    }
    branch = {**graphs.save("summed", "netCDF"), "result": False}
    box = {"west": 461000, "east": 461100, "south": 5100900, "north": 5101000, "crs": 32633}
    graph = graphs.process(
        load=graphs.load(bands=["B04"], spatial_extent=box),
        summed=summed,
        branch=branch,
        flat=graphs.reduce("load", "sum"),
        save=graphs.save("flat"),
    )
    files = backend.download(backend.run(graph), tmp_path)
    assert set(files) == {"openEO.nc", "openEO.tif"}
    with (
        xr.open_dataset(files["openEO.nc"]) as data,
        rasterio.open(files["openEO.tif"]) as total,
    ):
        assert str(data["t"].values[-1])[:10] == "2024-09-08"
        assert data["B04"].values[-1] == pytest.approx(total.read(1))


def test_periods_make_one_file_each(backend: LocalBackend) -> None:
    decades = {
        "process_id": "aggregate_temporal_period",
        "arguments": {
            "data": graphs.from_node("load"),
            "period": "dekad",
            "reducer": graphs.reduce("load", "mean")["arguments"]["reducer"],
        },
    }
    loaded = graphs.load(bands=["B04"])
    job_id = backend.run(graphs.process(load=loaded, m=decades, save=graphs.save("m")))
    assert backend.status(job_id) == "finished", backend.logs(job_id, level="error")
    names = list(_document(backend, job_id)["assets"])
    assert len(names) == len(set(names)) == 10
    assert all(name.startswith("openEO_2024") for name in names)
