"""All data is removed by the window: it says what there is, asks, ends, and nothing is left."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QMessageBox

from openeo_desktop.app import Desktop, run_window
from openeo_desktop.core.accounts import Account, make_account_id
from openeo_desktop.core.errors import KeychainError
from openeo_desktop.core.keychain_state import KeychainState
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.credentials.faults import keychain_error
from openeo_desktop.ui.settings.privacy_page import PrivacyPage
from openeo_desktop.ui.settings.remove_data_card import RemoveDataCard
from openeo_desktop.ui.settings.settings_dialog import SettingsDialog
from tests.support.accessibility import assert_accessible
from tests.support.app_runner import until

BASE = "https://back-end.invalid/openeo"


async def _card(desktop: Desktop) -> RemoveDataCard:
    """An account with a job, and the card of the settings."""
    account = Account(make_account_id(BASE, "basic", "me"), "There", BASE, BASE, "basic", "me")
    await desktop.services.accounts.adopt(account)
    await desktop.services.jobs.write(account.id, [{"id": "j-1", "status": "finished"}])
    desktop.window.dialogs.open_settings(desktop.window.actions_)
    dialog = desktop.window.findChild(SettingsDialog)
    assert dialog is not None
    (row,) = [n for n, page in enumerate(dialog.pages) if isinstance(page, PrivacyPage)]
    dialog.list.setCurrentRow(row)
    page = dialog.page()
    assert isinstance(page, PrivacyPage)
    return page.removal


async def _asked(card: RemoveDataCard) -> QMessageBox:
    card.button.click()
    await until(lambda: card.question is not None, "the question")
    assert card.question is not None
    return card.question


def _press(box: QMessageBox, name: str) -> None:
    button = box.findChild(QAbstractButton, name)
    assert button is not None
    button.click()


def test_nothing_of_the_app_is_left(tmp_path: Path) -> None:
    profile = tmp_path / "profile"

    async def drive(desktop: Desktop) -> None:
        box = await _asked(await _card(desktop))
        assert_accessible(box)
        assert "Accounts with their passwords and tokens: 1" in box.informativeText()
        assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
        _press(box, "confirm_button")

    assert run_window(profile_paths(profile), driver=drive, idle=True) == 0
    assert not profile.exists()

    async def look(desktop: Desktop) -> int:
        assert not desktop.services.accounts.statuses()
        return 7

    assert run_window(profile_paths(profile), driver=look, idle=True) == 7


def test_no_is_no(tmp_path: Path) -> None:
    paths = profile_paths(tmp_path / "profile")

    async def drive(desktop: Desktop) -> int:
        card = await _card(desktop)
        box = await _asked(card)
        box.reject()
        assert card.button.isEnabled()
        return 7

    assert run_window(paths, driver=drive, idle=True) == 7
    assert paths.database.is_file()


def test_a_locked_keychain_keeps_everything(tmp_path: Path) -> None:
    paths = profile_paths(tmp_path / "profile")

    async def drive(desktop: Desktop) -> int:
        card = await _card(desktop)
        shown: list[KeychainError] = []

        def refuse(_name: str) -> None:
            raise keychain_error(KeychainState.LOCKED)

        desktop.services.keychain.delete = refuse  # type: ignore[method-assign]
        desktop.spawner.present = lambda error, _what: shown.append(error)  # type: ignore[arg-type]
        _press(await _asked(card), "confirm_button")
        await until(lambda: bool(shown), "the error")
        assert card.button.isEnabled()
        return 7

    assert run_window(paths, driver=drive, idle=True) == 7
    assert paths.database.is_file()
