"""What an error of a log means and what to do about it: the codes of openEO, and usual texts.

Sources: the error codes of the openEO API 1.2 («Errors»); the words in which drivers, Spark, Dask
and the systems below them tell of memory, time and space. Pure functions; no widgets here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.logs import LogEntry

LOOKED_AT = 20_000
"""Characters of a message that are looked through; the cause stands at its begin or its end."""

_CODES = {
    "memory": ("OutOfMemory", "OutOfMemoryError", "OOMKilled", "MemoryError"),
    "no_data": ("NoDataAvailable", "NoDataFound", "NoDataForUpdate"),
    "credits": (
        "PaymentRequired",
        "BudgetInvalid",
        "BillingPlanInvalid",
        "BillingPlanMissing",
        "InsufficientCredits",
        "NotEnoughCredits",
    ),
    "space": ("StorageQuotaExceeded", "StorageFailure"),
    "rights": ("PermissionsInsufficient", "AuthenticationRequired", "TokenInvalid"),
    "collection": ("CollectionNotFound",),
    "process": (
        "ProcessGraphMissing",
        "ProcessGraphInvalid",
        "ProcessInvalid",
        "ProcessUnsupported",
        "ProcessGraphNotFound",
    ),
    "parameter": (
        "ProcessParameterRequired",
        "ProcessParameterInvalid",
        "ProcessParameterUnsupported",
        "ProcessArgumentInvalid",
        "ProcessArgumentRequired",
        "ProcessArgumentUnsupported",
        "ProcessArgumentsMissing",
    ),
    "large": ("ProcessGraphComplexity", "ExtentTooLarge", "JobTooLarge"),
    "busy": ("InfrastructureBusy", "InfrastructureMaintenance", "ConcurrentJobLimit"),
    "time": ("RequestTimeout", "Timeout"),
    "udf": ("UDFError", "UdfError"),
}
# In this order: the first that fits. All in small letters.
_TEXTS = {
    "memory": (
        "out of memory",
        "outofmemory",
        "oomkilled",
        "oom-kill",
        "memoryerror",
        "java heap space",
        "gc overhead limit",
        "exceeding memory limits",
        "exceeding physical memory",
        "cannot allocate memory",
        "unable to allocate",
        "exit code 137",
        "exit code: 137",
        "exit status 137",
        "killedworker",
    ),
    "credits": (
        "not enough credits",
        "insufficient credit",
        "no credits left",
        "out of credits",
        "insufficient balance",
        "payment required",
        "budget exceeded",
        "exceeds the budget",
    ),
    "no_data": (
        "nodataavailable",
        "no data available",
        "no data found",
        "could not find data",
        "no products found",
        "0 products",
        "no items found",
        "no matching products",
        "no tiff tiles",
        "empty collection",
    ),
    "space": ("no space left on device", "disk quota exceeded", "storage quota"),
    "udf": ("udf failed", "udfexception", "udf exception", "error in udf", "user defined function"),
    "large": ("extent too large", "area is too large", "too many pixels", "exceeds the maximum"),
    "time": ("timed out", "timeouterror", "deadline exceeded", "time limit"),
    "rights": ("access denied", "permission denied", "not authorized", "403 forbidden"),
    "lost": ("executorlostfailure", "executor lost", "job aborted due to stage failure"),
}


@dataclass(frozen=True, slots=True)
class FailureHelp:
    """Why a job failed in one line, and what to do now. `known`: more than that it failed."""

    title: str
    advice: str
    known: bool = True


def help_for(entry: LogEntry) -> FailureHelp:
    """What is known about an error, by its code first, then by its words."""
    kind = _kind_of(entry)
    if kind is None:
        return FailureHelp(_tr("The job failed"), _general_advice(), known=False)
    title, advice = _words(kind)
    return FailureHelp(title, advice)


def telling_error(entries: Sequence[LogEntry]) -> int | None:
    """Which of the first errors says most: the first that is known, else the first."""
    if not entries:
        return None
    known = (place for place, entry in enumerate(entries) if _kind_of(entry) is not None)
    return next(known, 0)


def _kind_of(entry: LogEntry) -> str | None:
    for kind, codes in _CODES.items():
        if entry.code in codes:
            return kind
    half = LOOKED_AT // 2
    message = entry.message
    if len(message) > LOOKED_AT:
        message = f"{message[:half]}\n{message[-half:]}"
    lowered = message.lower()
    for kind, texts in _TEXTS.items():
        if any(text in lowered for text in texts):
            return kind
    return None


def _words(kind: str) -> tuple[str, str]:
    return {**_resource_words(), **_graph_words(), **_service_words()}[kind]


def _resource_words() -> dict[str, tuple[str, str]]:
    return {
        "memory": (
            _tr("The job ran out of memory"),
            _tr(
                "Run it again with a smaller area, fewer dates or bands, or with more memory in "
                "its job options (such as «executor-memory»)."
            ),
        ),
        "space": (
            _tr("There was no space left for the results"),
            _tr("Delete old jobs with results on this back-end, then run the job again."),
        ),
        "large": (
            _tr("The job is too large for this back-end"),
            _tr("Split it: a smaller area, a shorter time or fewer bands in each job."),
        ),
        "time": (
            _tr("A step took too long"),
            _tr("Run it again; if it fails once more, use a smaller area or a shorter time."),
        ),
        "lost": (
            _tr("The back-end lost a part of the work"),
            _tr("This is often a lack of memory: run it again with more memory or a smaller area."),
        ),
    }


def _graph_words() -> dict[str, tuple[str, str]]:
    return {
        "no_data": (
            _tr("There is no data for this job"),
            _tr(
                "Check the area, the time range, the bands and filters such as cloud cover: "
                "together they leave nothing of the collection."
            ),
        ),
        "collection": (
            _tr("The collection is not on this back-end"),
            _tr("Check the collection's id, then run the job again with the right one."),
        ),
        "process": (
            _tr("The process cannot be run on this back-end"),
            _tr("Mend the process: duplicate the job, change it and start it again."),
        ),
        "parameter": (
            _tr("An argument of a process is not valid"),
            _tr("Mend the argument that the message names: duplicate the job and change it."),
        ),
        "udf": (
            _tr("The user-defined code (UDF) failed"),
            _tr("The entry has the traceback: mend the code, then run the job again."),
        ),
    }


def _service_words() -> dict[str, tuple[str, str]]:
    return {
        "credits": (
            _tr("The credits or the budget were not enough"),
            _tr("Check the account's credits and the budget of the job, then run it again."),
        ),
        "rights": (
            _tr("Access was refused"),
            _tr("Ask the back-end whether your account may use this data, then run it again."),
        ),
        "busy": (
            _tr("The back-end was too busy"),
            _tr("Nothing is wrong with the job: run it again later."),
        ),
    }


def _general_advice() -> str:
    return _tr(
        "Read the entry and those before it. If it does not say enough, send it with the job's "
        "id to the support of the back-end."
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("LogFailure", text)
