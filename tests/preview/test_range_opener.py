"""Files on a server: the same values, by few and large requests, each byte once."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest

from openeo_desktop.core.errors import PreviewError, UnreachableError
from openeo_desktop.preview.range_opener import BLOCK, RangeCache, RangeFile
from openeo_desktop.preview.reader import open_file
from openeo_desktop.preview.values import PictureRequest, RasterFile
from tests.support.result_files import DATA, CountedRanges, write_tiff

SIDE = 2000


@pytest.fixture(scope="module")
def cog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Noise, which does not compress: 8 MB of full resolution."""
    values = np.random.default_rng(1).integers(0, 60_000, (1, SIDE, SIDE), "uint16")
    path = tmp_path_factory.mktemp("cog") / "cog.tif"
    return write_tiff(path, values, driver="COG", blocksize=256, overview_count=3)


def request(width: int, *window: float) -> PictureRequest:
    return PictureRequest(0, (1,), window or (0, 0, SIDE, SIDE), width, width)  # type: ignore[arg-type]


def test_first_picture_of_a_cloud_optimised_file_is_a_few_requests(cog: Path) -> None:
    ranges = CountedRanges(cog)
    opened = open_file(ranges)
    picture = opened.picture(request(200))
    assert len(ranges.asked) <= 4
    assert ranges.fetched < cog.stat().st_size / 8
    assert not picture.coarse
    np.testing.assert_array_equal(picture.values, open_file(cog).picture(request(200)).values)


def test_first_picture_of_a_heavy_file_is_less_sharp_the_next_one_is_not(tmp_path: Path) -> None:
    values = np.random.default_rng(1).integers(0, 60_000, (4, 1200, 1200), "uint16")
    path = write_tiff(tmp_path / "heavy.tif", values, driver="COG", blocksize=128)
    ranges = CountedRanges(path)
    opened = open_file(ranges)
    window = PictureRequest(0, (1,), (0, 0, 1200, 1200), 800, 800)
    first = opened.picture(window)
    assert ranges.fetched <= 2 * 2**20
    assert first.window == (0, 0, 1200, 1200)
    assert first.values.shape == (1, 300, 300)
    assert opened.picture(window).values.shape == (1, 600, 600)
    part = opened.picture(PictureRequest(0, (2,), (600, 600, 900, 900), 800, 800))
    np.testing.assert_array_equal(part.values[0], values[1, 600:900, 600:900])


def test_what_was_seen_is_not_fetched_again(cog: Path) -> None:
    ranges = CountedRanges(cog)
    opened = open_file(ranges)
    first = opened.picture(request(300, 900, 900, 1200, 1200))
    asked = len(ranges.asked)
    np.testing.assert_array_equal(
        opened.picture(request(300, 900, 900, 1200, 1200)).values, first.values
    )
    assert opened.probe(0, 1000, 1000).values == first.values[0, 100, 100]
    assert len(ranges.asked) == asked


def test_two_files_of_one_name_are_not_taken_for_each_other(tmp_path: Path) -> None:
    opened = []
    for value in (1, 2):
        (tmp_path / str(value)).mkdir()
        values = np.full((1, 300, 300), value, "uint8")
        path = write_tiff(tmp_path / str(value) / "result.tif", values)
        opened.append(open_file(CountedRanges(path)))
    found = [file.probe(0, 250, 250).values[0] for file in opened]
    assert found == [1, 2]
    opened[0].close()
    assert opened[1].probe(0, 0, 299).values == [2]


@pytest.mark.real_data
@pytest.mark.parametrize("name", ["dem_slovenia.tif", "five_bands_wgs84_float32.tiff"])
def test_small_files_come_whole(name: str) -> None:
    ranges = CountedRanges(DATA / name)
    remote, local = open_file(ranges), open_file(DATA / name)
    assert remote.opened == local.opened
    assert len(ranges.asked) == 2  # to see what it is, and all of it
    for place in ((0, 0), (10, 10)):
        np.testing.assert_array_equal(remote.probe(0, *place).values, local.probe(0, *place).values)


def test_a_large_file_without_overviews_is_coarse(tmp_path: Path) -> None:
    values = np.random.default_rng(1).integers(0, 9, (1, 3000, 3000), "uint16")
    path = write_tiff(tmp_path / "plain.tif", values, tiled=True, blockxsize=128, blockysize=128)
    ranges = CountedRanges(path)
    opened = open_file(ranges)
    picture = opened.picture(PictureRequest(0, (1,), (0, 0, 3000, 3000), 100, 100))
    assert picture.coarse
    assert ranges.fetched < path.stat().st_size / 2
    assert set(picture.values.ravel()) <= set(range(9))
    assert isinstance(opened.opened.content, RasterFile)
    sharp = opened.picture(PictureRequest(0, (1,), (500, 500, 600, 600), 100, 100))
    assert not sharp.coarse
    np.testing.assert_array_equal(sharp.values, values[:, 500:600, 500:600])


def test_what_the_network_says_is_not_called_damage(cog: Path) -> None:
    ranges = CountedRanges(cog)
    opened = open_file(ranges)
    ranges.failure = UnreachableError("The network is down.", "Try again.")
    with pytest.raises(UnreachableError):
        opened.picture(request(300, 900, 900, 1200, 1200))
    ranges.failure = None
    picture = opened.picture(request(300, 900, 900, 1200, 1200))
    expected = open_file(cog).picture(request(300, 900, 900, 1200, 1200))
    np.testing.assert_array_equal(picture.values, expected.values)


def test_a_server_that_sends_less_or_tells_no_size_is_a_sentence(cog: Path) -> None:
    ranges = CountedRanges(cog)
    ranges.size = cog.stat().st_size * 2
    cache = RangeCache(ranges)
    assert cache.read(ranges.size - 10, 10) == b""
    assert isinstance(cache.failure, PreviewError)
    ranges.size = None
    with pytest.raises(PreviewError, match="how large"):
        open_file(ranges)


def test_bytes_are_those_of_the_file(tmp_path: Path) -> None:
    content = np.random.default_rng(3).bytes(5 * BLOCK + 77)
    (tmp_path / "bytes.bin").write_bytes(content)
    ranges = CountedRanges(tmp_path / "bytes.bin")
    file = RangeFile(RangeCache(ranges))
    file.seek(-20, io.SEEK_END)
    assert file.read(100) == content[-20:]
    assert file.seek(BLOCK - 5) == file.tell() == BLOCK - 5
    assert file.read(10) == content[BLOCK - 5 : BLOCK + 5]
    places = [0, 3 * BLOCK - 1, 4 * BLOCK]
    assert file.get_byte_ranges(places, [4, 2, 9]) == [
        content[:4],
        content[3 * BLOCK - 1 : 3 * BLOCK + 1],
        content[4 * BLOCK : 4 * BLOCK + 9],
    ]
    file.seek(0)
    assert file.read() == content
    assert ranges.fetched <= len(content)
