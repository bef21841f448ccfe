"""GDAL on a short leash: which options it runs with, how it opens a file, how it fails.

Files are hostile until read: one named driver each, no drivers of the network, nothing beside the
file, a small cache, and every error of the library as a sentence.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import rasterio
from rasterio.errors import NotGeoreferencedWarning, RasterioError

from openeo_desktop.core.errors import AppError, PreviewError

Dataset = Any
"""rasterio.DatasetReader; rasterio has no types."""
Opener = Any
"""What gives GDAL the bytes of a file that is not on this computer (rasterio, «openers»)."""

OPTIONS: dict[str, Any] = {
    # https://gdal.org/en/stable/user/configoptions.html
    "GDAL_CACHEMAX": 20 * 2**20,
    "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",  # no side files: they may name other files
    "GDAL_PAM_ENABLED": "NO",
    "GDAL_HTTP_MAX_RETRY": 0,
    "GDAL_MAX_DATASET_POOL_SIZE": 16,
    "GTIFF_VIRTUAL_MEM_IO": "NO",
    "GTIFF_REPORT_COMPD_CS": "NO",
    "OGR_CT_FORCE_TRADITIONAL_GIS_ORDER": "YES",
    "PROJ_NETWORK": "OFF",
    # x and y are taken for what they are called, also without a standard_name (openEO writes none).
    "GDAL_NETCDF_IGNORE_XY_AXIS_NAME_CHECKS": "YES",
    "GDAL_NETCDF_VERIFY_DIMS": "YES",
}
_FAILURES = (RasterioError, OSError, ValueError, ArithmeticError, LookupError, TypeError)
"""What rasterio raises on a file that is not what it says; CPLE_BaseError is a ValueError's kin."""

logging.getLogger("rasterio").setLevel(logging.CRITICAL)  # it says all of it again in its errors
log = logging.getLogger(__name__)


@contextmanager
def gdal() -> Iterator[None]:
    """Run what is inside with our options; its errors are `PreviewError`.

    Raises:
        PreviewError: The file is damaged or too large for the memory.
    """
    try:
        with warnings.catch_warnings(), rasterio.Env(**OPTIONS):
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            warnings.simplefilter("ignore", RuntimeWarning)
            yield
    except AppError:
        raise
    except _Ended as ended:
        raise ended.error from None
    except MemoryError as error:
        raise too_large() from error
    except Exception as error:
        if not isinstance(error, _FAILURES) and not is_of_gdal(error):
            raise
        log.info("GDAL: %s", error)
        raise damaged(str(error)) from error


def is_of_gdal(error: Exception) -> bool:
    """Whether GDAL or PROJ said so (rasterio's own errors of them have no public family)."""
    return type(error).__module__.startswith("rasterio")


def open_dataset(name: str, driver: str, opener: Opener = None) -> Dataset:
    """Open a file, or a part of it that GDAL has a name for, with this driver alone.

    To be called within `gdal()`.
    """
    # The metadata of Zarr were checked array by array; a copy of all of them was not.
    options = {"USE_ZMETADATA": "NO"} if driver == "Zarr" else {}
    if opener is None:
        return rasterio.open(name, driver=driver, sharing=False, **options)
    return rasterio.open(name, driver=driver, sharing=False, opener=opener)


def has_driver(name: str) -> bool:
    """Whether this build of GDAL can read the format."""
    with rasterio.Env() as environment:
        return name in environment.drivers()


def damaged(details: str = "") -> PreviewError:
    """The file is not what it should be."""
    return PreviewError(
        "This file is damaged, or it is not what its name says.",
        "Download it again; if that does not help, the back-end wrote it like this.",
        details=details,
    )


def too_large() -> PreviewError:
    """It cannot be shown within the memory that a preview may take."""
    return PreviewError(
        "This file is too large to be shown here.",
        "Open it with another program, for example QGIS.",
    )


Check = Callable[[], None]
"""Called between blocks; what it raises ends the work."""


class _Ended(BaseException):
    """Carries what ended a question through code that takes errors for those of a file."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.error = error


def passing(check: Check) -> Check:
    """The check whose exceptions leave `gdal()` as they are, whatever they are."""

    def checked() -> None:
        try:
            check()
        except BaseException as error:
            raise _Ended(error) from error

    return checked
