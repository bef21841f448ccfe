"""The words of automatic downloads: rules in a line. Pure functions of values; no widgets here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from openeo_desktop.core.auto_rules import AutoRule
from openeo_desktop.core.formatting import visible_text


def _tr(text: str) -> str:
    return QCoreApplication.translate("AutoDownloads", text)


def rule_text(rule: AutoRule | None) -> str:
    """`Off`, `All files of jobs that finish`, `image/tiff, named *.tif`."""
    if rule is None:
        return _tr("Off")
    parts = [", ".join(rule.media_types)]
    parts.append(_tr("role {roles}").format(roles=", ".join(rule.roles)) if rule.roles else "")
    parts.append(_tr("named {pattern}").format(pattern=rule.glob) if rule.glob else "")
    known = visible_text("  ·  ".join(part for part in parts if part))
    return known or _tr("All files of jobs that finish")


def wish_text(wished: bool, rule: AutoRule | None, *, finished: bool) -> str:
    """What becomes of the files of a job that has not finished; empty if nothing by itself."""
    if finished:
        return ""
    if wished:
        return _tr("When finished")
    if rule is None:
        return ""
    return (
        _tr("When finished: {rule}").format(rule=rule_text(rule))
        if rule != AutoRule()
        else (_tr("When finished"))
    )


def split_list(text: str) -> tuple[str, ...]:
    """What a person typed with commas, semicolons or spaces between."""
    words = text.replace(",", " ").replace(";", " ").split()
    return tuple(dict.fromkeys(words))
