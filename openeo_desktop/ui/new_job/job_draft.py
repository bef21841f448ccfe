"""A job that is not sent yet, remembered between two openings of the New-job dialog.

Kept in the settings, as long as it is small: it is text the person wrote, never a secret.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.json_values import as_dict, as_text
from openeo_desktop.core.settings import Settings

_KEY = "new_job.draft"
MAX_REMEMBERED = 256_000
"""Longer texts are not remembered: the settings are a small file."""


@dataclass(frozen=True, slots=True)
class JobDraft:
    """What stands in the fields of the dialog. `parameters`: see `core.job_parameters`."""

    text: str = ""
    title: str = ""
    description: str = ""
    account_id: AccountId | None = None
    log_level: str = ""
    plan: str = ""
    budget: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Nothing worth keeping; the chosen account alone does not count."""
        return not (self.text.strip() or self.title.strip() or self.description.strip())


def remember_draft(settings: Settings, draft: JobDraft) -> None:
    """Keep a draft for the next time; an empty or a huge one clears what was kept."""
    kept = not draft.is_empty and len(draft.text) <= MAX_REMEMBERED
    settings.set(_KEY, asdict(draft) if kept else {})


def forget_draft(settings: Settings) -> None:
    """The draft was sent or discarded."""
    settings.set(_KEY, {})


def last_draft(settings: Settings) -> JobDraft:
    """The draft that was kept, else an empty one."""
    raw: dict[str, Any] = as_dict(settings.get(_KEY, {}))
    account = as_text(raw.get("account_id"))
    return JobDraft(
        text=as_text(raw.get("text")),
        title=as_text(raw.get("title")),
        description=as_text(raw.get("description")),
        account_id=AccountId(account) if account else None,
        log_level=as_text(raw.get("log_level")),
        plan=as_text(raw.get("plan")),
        budget=as_text(raw.get("budget")),
        parameters={k: as_text(text) for k, text in as_dict(raw.get("parameters")).items()},
    )
