"""What a support request needs to know, as text: no secret, no name of a person, no home folder."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from openeo_desktop.core.accounts import AccountStatus
from openeo_desktop.core.errors import AppError
from openeo_desktop.core.findings import Finding
from openeo_desktop.core.log_file import last_lines
from openeo_desktop.core.paths import AppPaths
from openeo_desktop.core.redaction import redact, without_home
from openeo_desktop.core.settings import Settings
from openeo_desktop.services import health
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.store.summary import describe
from openeo_desktop.ui.errors.bug_report import version_lines
from openeo_desktop.ui.errors.error_details_dialog import CopyableTextDialog
from openeo_desktop.ui.loop.while_there import while_there

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services

LOG_LINES = 200


def _tr(text: str) -> str:
    return QCoreApplication.translate("Diagnostics", text)


class DiagnosticsDialog(CopyableTextDialog):
    """Gathers it off the GUI thread, then shows it; «Copy for support» copies all of it."""

    def __init__(self, services: Services, spawn: Spawn, parent: QWidget | None) -> None:
        sentence = _tr(
            "Copy this into a support request. Passwords, tokens, names of users and signed links "
            "are left out; look through it all the same, for titles of jobs may be in the log."
        )
        super().__init__(_tr("Diagnostics"), sentence, _tr("One moment…"), parent)
        self.setObjectName("diagnostics_dialog")
        self.copy_button.setText(_tr("&Copy for support"))
        self.copy_button.setEnabled(False)
        self.resize(720, 520)
        self._services = services
        while_there(self, spawn)(self._show(), "gather diagnostics")

    async def _show(self) -> None:
        services = self._services
        facts = version_lines() + "\n" + await _gather(services)
        statuses = services.accounts.statuses()
        log = await services.lanes.files.call(last_lines, services.paths.logs, LOG_LINES)
        self.text.setPlainText(diagnostics(facts, statuses, log))
        self.copy_button.setEnabled(True)


def diagnostics(facts: str, statuses: tuple[AccountStatus, ...], log: str) -> str:
    """All of it as one text."""
    accounts = "\n".join(account_line(at, status) for at, status in enumerate(statuses, 1))
    parts = (facts, f"Accounts\n{accounts or 'none'}", f"Last lines of the log\n{log or 'none'}")
    return without_home(redact("\n\n".join(parts)))


def account_line(number: int, status: AccountStatus) -> str:
    """`1: openeo.example, oidc, online, last listed 2026-11-22 19:12:00Z`: nobody's name."""
    account = status.account
    host = urlsplit(account.api_base).hostname or "unknown host"
    listed = f"{status.last_sync:%Y-%m-%d %H:%M:%SZ}" if status.last_sync else "never"
    words = [host, account.method.value, status.state.value, f"last listed {listed}"]
    return f"{number}: {', '.join(words)}"


async def _gather(services: Services) -> str:
    """One fact a line; what cannot be had says why."""
    keychain = await services.lanes.secrets.call(health.keychain, services.paths.keychain_service)
    packages = await services.lanes.files.call(health.packages)
    computer = await services.lanes.files.call(_computer, services.paths, services.settings)
    try:
        history = await services.history.call(describe)
    except AppError as error:
        history = str(error)
    versions = ", ".join(f"{package.name} {package.fact}" for package in packages)
    summary = services.downloads.summary()
    lines = (
        versions,
        *(finding.text for finding in (*computer, keychain)),
        f"History: {history}",
        f"Downloads: {summary.open} open, {summary.failed} failed",
        f"Synchronisation: {'paused' if services.sync.paused else 'on'}",
        f"Back-end on this computer: {'runs' if services.local.running else 'does not run'}",
        f"Tray: {'yes' if QSystemTrayIcon.isSystemTrayAvailable() else 'no'}",
    )
    return "\n".join(lines)


def _computer(paths: AppPaths, settings: Settings) -> list[Finding]:
    """The same as `openeo-desktop doctor` finds."""
    found = [health.resources(), health.sqlite(), health.certificates(), health.proxies()]
    return [*found, *health.folders(paths, settings), health.crash_reports(paths)]
