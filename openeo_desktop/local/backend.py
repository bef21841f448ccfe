"""The parts of the running back-end in one object, which the routes receive."""

from __future__ import annotations

from dataclasses import dataclass

from openeo_desktop.local.catalogue import Catalogue
from openeo_desktop.local.job_service import JobService
from openeo_desktop.local.layout import StateFolder
from openeo_desktop.local.processes import ProcessCatalogue
from openeo_desktop.local.signatures import Signatures
from openeo_desktop.local.validation import Validator

API_PATH = "/openeo/1.2"
API_VERSION = "1.2.0"


@dataclass(frozen=True, slots=True)
class Backend:
    """What the routes work with; made once by `server.py`."""

    state: StateFolder
    jobs: JobService
    catalogue: Catalogue
    processes: ProcessCatalogue
    signatures: Signatures

    def validator(self) -> Validator:
        """Checks process graphs against the present processes and collections."""
        collections = self.catalogue.sources()
        return Validator(self.processes.specs(), collections.__contains__)
