"""Estimates of jobs, in words that help where there is none. Nothing of them is kept."""

from __future__ import annotations

from openeo_desktop.api.estimates import get_estimate
from openeo_desktop.core.errors import BackEndError, UnsupportedError
from openeo_desktop.core.estimates import Estimate
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.core.words import error_text
from openeo_desktop.services.accounts import AccountsService

_NO_SUCH_ENDPOINT = (404, 405, 501)


async def estimate_job(accounts: AccountsService, key: JobKey) -> Estimate:
    """What the back-end expects this job to cost, to take and to write.

    Raises:
        UnsupportedError: This back-end estimates nothing, or not this job.
        AppError: See `AccountsService.call`.
    """
    try:
        return await accounts.call(key.account_id, get_estimate, key.job_id)
    except BackEndError as error:
        if error.code == "EstimateComplexity":
            raise _refused(
                error_text("The process of this job is too complex for an estimate."),
                error_text("Try it on a small area first and look at the costs of that job."),
                error,
            ) from None
        if error.status in _NO_SUCH_ENDPOINT and error.code != "JobNotFound":
            raise _refused(
                error_text("This back-end does not estimate jobs."),
                error_text("Set a budget for the job, or try it on a small area first."),
                error,
            ) from None
        raise


def _refused(message: str, hint: str, error: BackEndError) -> UnsupportedError:
    return UnsupportedError(
        message,
        hint,
        details=error.full_text(),
        code=error.code,
        reference=error.reference,
        status=error.status,
    )
