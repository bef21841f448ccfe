"""The person's own certificate file, chosen in the window."""

from __future__ import annotations

from pathlib import Path

import trustme
from PySide6.QtWidgets import QFileDialog

from openeo_desktop.api.trust import ca_file_in_use
from openeo_desktop.app import Desktop
from openeo_desktop.core.accounts import Account
from openeo_desktop.services.trust import CA_FILE
from tests.support.app_runner import run_app, until


def test_a_file_is_trusted_then_the_system_alone(tmp_path: Path) -> None:
    file = tmp_path / "own authority.pem"
    trustme.CA().cert_pem.write_to_path(str(file))

    async def script(desktop: Desktop, _account: Account) -> None:
        window, settings = desktop.window, desktop.services.settings
        window.actions_.trust_file.trigger()
        dialog = window.findChild(QFileDialog, "certificate_file")
        assert dialog is not None
        dialog.fileSelected.emit(str(file))
        dialog.reject()
        await until(lambda: ca_file_in_use() == file, "the certificates of the file")
        assert settings.get(CA_FILE, "") == str(file)
        window.actions_.trust_system.trigger()
        await until(lambda: ca_file_in_use() is None, "the certificates of the system alone")
        assert settings.get(CA_FILE, "x") == ""

    run_app(tmp_path / "profile", script)
