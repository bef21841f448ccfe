"""What the back-end of an account lets people choose for a job. Nothing of it is kept."""

from __future__ import annotations

from openeo_desktop.api.job_parameters import get_job_parameters
from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.errors import BackEndError
from openeo_desktop.core.job_parameters import JobParameters
from openeo_desktop.services.accounts import AccountsService

_PATH = "/processing_parameters"


async def job_parameters(accounts: AccountsService, account_id: AccountId) -> JobParameters:
    """What can be chosen; nothing where the back-end does not have the extension.

    Raises:
        AppError: The back-end cannot be asked now; see `AccountsService.call`.
    """
    if not accounts.supports(account_id, "GET", _PATH):
        return JobParameters()
    try:
        return await accounts.call(account_id, get_job_parameters)
    except BackEndError:  # it says that it can, and cannot: a job can be created all the same
        return JobParameters()
