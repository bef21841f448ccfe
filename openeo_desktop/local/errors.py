"""Errors of the openEO API: the standard codes, their HTTP numbers and messages.

Source: `errors.json` of the openEO API 1.2.0. Nothing but values here; routes turn them to JSON.
"""

from __future__ import annotations

_TEXTS: dict[str, tuple[int, str]] = {
    "Internal": (500, "Server error: {message}"),
    "NotFound": (404, "Resource not found."),
    "FeatureUnsupported": (501, "Feature not supported."),
    "BudgetInvalid": (400, "The specified budget is too low."),
    "BillingPlanInvalid": (400, "The billing plan is invalid: this back-end has no billing plans."),
    "NoDataForUpdate": (400, "No data specified to be updated."),
    "PropertyNotEditable": (400, "The specified property '{property}' is read-only."),
    "CollectionNotFound": (404, "Collection '{identifier}' does not exist."),
    "FileNotFound": (404, "File '{file}' does not exist."),
    "ContentTypeInvalid": (400, "The media type is not supported. Allowed: {types}"),
    "FileSizeExceeded": (400, "The request body is too large. Maximum size: {size}"),
    "FormatUnsupported": (400, "Output format '{format}' is not supported. Available: {formats}"),
    "ProcessInvalid": (400, "Invalid process specified."),
    "ProcessGraphMissing": (400, "Invalid process specified. It doesn't contain a process graph."),
    "ProcessGraphInvalid": (400, "Invalid process graph specified: {reason}"),
    "ProcessUnsupported": (
        400,
        "Process with identifier '{process}' is not available in namespace '{namespace}'.",
    ),
    "ProcessParameterUnsupported": (
        400,
        "Process '{process}' does not support parameter '{parameter}'.",
    ),
    "ProcessParameterInvalid": (
        400,
        "The value passed for parameter '{parameter}' in process '{process}' is invalid: {reason}",
    ),
    "ProcessParameterRequired": (400, "Process '{process}' parameter '{parameter}' is required."),
    # Not in errors.json: openeo-python-driver and others use these for query and body values.
    "ParameterValueInvalid": (400, "The value passed for '{parameter}' is invalid: {reason}"),
    "InvalidLogLevel": (400, "Log level '{level}' is not one of error, warning, info, debug."),
    "JobNotFound": (404, "The batch job '{identifier}' does not exist."),
    "JobLocked": (400, "Batch job is locked due to a queued or running batch computation."),
    "JobNotFinished": (
        400,
        "Batch job has not finished computing the results yet. Please try again later.",
    ),
    "JobNotStarted": (400, "Batch job must be started first."),
    "ResultLinkExpired": (
        410,
        "The link to the batch job result has expired. Please request the results again.",
    ),
    "AuthenticationRequired": (401, "Unauthorized."),
    "AuthenticationSchemeInvalid": (403, "Authentication method not supported."),
    "TokenInvalid": (
        403,
        "Authorization token has expired or is invalid. Please authenticate again.",
    ),
    "CredentialsInvalid": (403, "Credentials are not correct."),
    "PermissionsInsufficient": (403, "Forbidden. {reason}"),
}


def message_of(code: str, **values: object) -> str:
    """The standard message of an error code, with its placeholders filled."""
    return _TEXTS[code][1].format(**values)


class OpenEOError(Exception):
    """An error that the client is told about with a standard code."""

    def __init__(self, code: str, **values: object) -> None:
        """Take the code of errors.json and the values of the placeholders of its message."""
        super().__init__(message_of(code, **values))
        self.code = code
        self.status = _TEXTS[code][0]
