"""The person's own certificate file, for back-ends whose certificates the system does not know."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDir
from PySide6.QtWidgets import QFileDialog, QMainWindow

from openeo_desktop.services.spawner import Spawn
from openeo_desktop.services.trust import CA_FILE, choose_ca_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from openeo_desktop.services.services import Services


def _tr(text: str) -> str:
    return QCoreApplication.translate("Certificates", text)


class CertificateIntents:
    """Choose a file of certificates, or go back to those of the system alone.

    Args:
        say: Shows a short notice.
    """

    def __init__(
        self, services: Services, spawn: Spawn, window: QMainWindow, say: Callable[[str], None]
    ) -> None:
        self._services = services
        self._spawn = spawn
        self._window = window
        self._say = say

    def choose(self) -> None:
        """Ask for a file; a file without certificates changes nothing and is told."""
        known = self._services.settings.get(CA_FILE, "")
        folder = str(Path(known).parent) if known else QDir.homePath()
        dialog = QFileDialog(self._window, _tr("Trust a certificate file"), folder)
        dialog.setObjectName("certificate_file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_tr("Certificates (*.pem *.crt *.cer)"), _tr("All files (*)")])
        dialog.fileSelected.connect(self.use)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def use(self, path: str) -> None:
        """Trust the certificates of this file besides those of the system."""
        self._spawn(self._use(Path(path)), "use the certificate file")

    def forget(self) -> None:
        """Trust the certificates of the system alone."""
        self._spawn(self._use(None), "forget the certificate file")

    async def _use(self, path: Path | None) -> None:
        services = self._services
        await services.lanes.secrets.call(choose_ca_file, services.settings, path)
        if path is None:
            self._say(_tr("Only the certificates of the system are trusted now."))
        else:
            text = _tr("The certificates in {name} are trusted from now on.")
            self._say(text.format(name=path.name))
