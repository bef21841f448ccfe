"""A hand-written `AutoDownloads`: rules and wishes in memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from openeo_desktop.core.accounts import AccountId
from openeo_desktop.core.auto_rules import AutoRule
from openeo_desktop.core.events import Event
from openeo_desktop.core.jobs import JobKey


@dataclass(slots=True)
class FakeAutoDownloads:
    """`AutoDownloads`."""

    changed: Event[Any] = field(default_factory=Event)
    failed: Event[Any] = field(default_factory=Event)
    rules: dict[AccountId, AutoRule] = field(default_factory=dict)
    wishes: set[JobKey] = field(default_factory=set)

    def rule_of(self, account_id: AccountId) -> AutoRule | None:
        return self.rules.get(account_id)

    def set_rule(self, account_id: AccountId, rule: AutoRule | None) -> None:
        self.rules.pop(account_id, None)
        if rule is not None:
            self.rules[account_id] = rule
        self.changed.emit(None)

    def is_wished(self, key: JobKey) -> bool:
        return key in self.wishes

    async def set_when_finished(
        self, key: JobKey, wished: bool, rule: AutoRule | None = None
    ) -> None:
        (self.wishes.add if wished else self.wishes.discard)(key)
        self.changed.emit(key)
