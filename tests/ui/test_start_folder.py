"""Where file dialogs begin."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from openeo_desktop.ui.files.start_folder import start_folder


def test_the_folder_of_the_last_time_is_taken_while_it_is_there(tmp_path: Path) -> None:
    assert start_folder(str(tmp_path)) == str(tmp_path)


@pytest.mark.parametrize("remembered", ["", "/no/such/folder"])
def test_else_it_is_the_documents_or_the_home_folder(
    remembered: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    expected = {str(Path.home()), QStandardPaths.writableLocation(documents)}
    assert start_folder(remembered) in expected
