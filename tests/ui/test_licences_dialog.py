"""The dialog of the licences: all parts, a filter, the text of the chosen one."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from openeo_desktop.ui.window.about_dialog import AboutDialog
from openeo_desktop.ui.window.licences_dialog import LicencesDialog
from tests.support.accessibility import assert_accessible


@pytest.fixture
def dialog(qtbot: QtBot) -> LicencesDialog:
    made = LicencesDialog()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.list.count() > 50, timeout=60_000)
    return made


def _shown(dialog: LicencesDialog) -> list[str]:
    items = [dialog.list.item(row) for row in range(dialog.list.count())]
    return [item.text().splitlines()[0] for item in items if not item.isHidden()]


def test_the_filter_finds_names_and_licences(dialog: LicencesDialog) -> None:
    assert_accessible(dialog)
    dialog.filter.setText("rasterio")
    assert [name.split()[0] for name in _shown(dialog)] == ["rasterio"]
    assert "Mapbox" in dialog.text.toPlainText()
    dialog.filter.setText("lgpl")
    assert "Qt 6" in _shown(dialog)
    assert "LESSER GENERAL PUBLIC LICENSE" in dialog.text.toPlainText()


def test_nothing_found_is_said(dialog: LicencesDialog) -> None:
    dialog.filter.setText("no such part")
    assert _shown(dialog) == []
    assert "Nothing" in dialog.about.text()
    assert not dialog.copy_button.isEnabled()


def test_a_licence_can_be_copied(dialog: LicencesDialog) -> None:
    dialog.filter.setText("qasync")
    dialog.copy_button.click()
    assert "BSD-2-Clause" in QApplication.clipboard().text()


def test_about_opens_it(qtbot: QtBot) -> None:
    about = AboutDialog()
    qtbot.addWidget(about)
    about.show()
    about.licences_button.click()
    opened = about.findChild(LicencesDialog)
    assert opened is not None
    assert opened.isVisible()
    opened.close()
    about.close()
