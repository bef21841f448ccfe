"""Actions of a person on jobs as values: under way, waiting for a place, or failed.

Standard library only; carried out by `services.job_actions`, kept by `store.job_actions`.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from openeo_desktop.core.errors import AppError, BackEndError, BadAnswerError, UnreachableError
from openeo_desktop.core.jobs import JobKey


class ActionKind(enum.StrEnum):
    """What is done with a job; the value is what `Job.pending` says meanwhile."""

    CREATING = "creating"
    STARTING = "starting"
    STOPPING = "stopping"
    DELETING = "deleting"
    UPDATING = "updating"


class ActionStage(enum.StrEnum):
    """How far an action is."""

    SENT = "sent"
    """Sent, or about to be: the back-end may or may not have done it."""
    WAITING = "waiting"
    """A start that waits in the local queue until the back-end has a place."""
    FAILED = "failed"
    """Taken back, with the reason."""


WAITING = "waiting"
"""`Job.pending` of a job in the local queue."""


@dataclass(frozen=True, slots=True)
class ActionFailure:
    """Why an action was taken back; stays until the person has read it or acts again."""

    kind: ActionKind
    message: str
    hint: str = ""
    code: str = ""
    reference: str = ""
    details: str = ""

    def error(self) -> AppError:
        """The failure as the error it was."""
        return AppError(
            self.message,
            self.hint,
            details=self.details,
            code=self.code,
            reference=self.reference,
        )


def failure_of(kind: ActionKind, error: AppError) -> ActionFailure:
    """What is kept of an error."""
    return ActionFailure(
        kind, error.message, error.hint, error.code, error.reference, error.details
    )


@dataclass(frozen=True, slots=True)
class JobAction:
    """One action. `row` is the job's row in the history; times are aware UTC.

    `body` is what was sent; `known` is how the job was before (`status`, `updated` as RFC 3339).
    """

    key: JobKey
    row: int
    kind: ActionKind
    stage: ActionStage
    asked_at: dt.datetime
    body: Mapping[str, Any] = field(default_factory=dict)
    known: Mapping[str, Any] = field(default_factory=dict)
    failure: ActionFailure | None = None


IGNORED_RESTART = "RestartIgnored"
"""Our own code: the back-end accepted the restart of a job that has ended and did nothing."""
NOT_CREATED = "NotCreated"
"""Our own code: a creation whose answer was lost, and the job is not there."""
NO_PLACE = "ConcurrentJobLimit"
"""The back-end runs as many jobs of this person as it allows (unofficial code of openEO)."""


def may_be_done(error: AppError) -> bool:
    """Whether the back-end may have done what was asked although it answered with this error.

    A connection that never came about and an answer that refuses (4xx, 501, 503) mean no.
    """
    if isinstance(error, UnreachableError):
        return error.sent
    if isinstance(error, BadAnswerError):
        return True
    return isinstance(error, BackEndError) and error.status in (408, 500, 502, 504)
