"""A start without any network: the history is there at once, can be searched, and all is calm."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from PySide6.QtWidgets import QWidget

from openeo_desktop.app import Desktop
from openeo_desktop.core.accounts import Account, AccountId, AccountState
from openeo_desktop.core.jobs import JobId, JobKey
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.ui.errors.error_notice import ErrorNotice
from tests.credentials.vaults import Vault
from tests.support.app_runner import run_app, until
from tests.support.fake_back_end import PASSWORD, FakeBackEnd
from tests.support.service_runs import opened, run

PROCESS = {"process_graph": {"load": {"process_id": "load_collection", "result": True}}}
RESULTS = {"type": "Collection", "assets": {"a.tif": {"href": "a.tif", "type": "image/tiff"}}}


@pytest.fixture(autouse=True)
def _vault() -> Iterator[None]:
    """A keychain in memory that outlives the first run."""
    before = keyring.get_keyring()
    keyring.set_keyring(Vault())
    yield
    keyring.set_keyring(before)


def seen_once(profile: Path) -> JobKey:
    """A first run with the network: two jobs, one of them with everything. Returns its key."""

    async def look() -> JobKey:
        with FakeBackEnd() as back_end:
            back_end.job("j-1", "finished", title="Snow cover", process=PROCESS)
            back_end.job("j-2", "running", title="Crop map", process=PROCESS)
            back_end.logs["j-1"] = [{"id": "1", "level": "info", "message": "All is well."}]
            back_end.results["j-1"] = RESULTS
            async with opened(profile_paths(profile)) as services:
                account = await services.accounts.sign_in_basic(back_end.base, "me", PASSWORD)
                await services.sync.refresh_now(account.id)
                key = JobKey(account.id, JobId("j-1"))
                await services.jobs.refresh(key)
                await services.logs.refresh(key)
                await services.results.refresh(key)
                return key

    return run(look())


def test_a_start_without_network_shows_the_history_and_stays_calm(tmp_path: Path) -> None:
    key = seen_once(tmp_path / "profile")

    async def script(desktop: Desktop, _account: Account) -> None:
        await until(lambda: rows_of(desktop) == 2, "the history")
        await until(lambda: is_offline(desktop, key.account_id), "the account offline")
        await reads_everything(desktop, key)
        await says_why_not(desktop)
        desktop.window.search.setText("crop")
        await until(lambda: rows_of(desktop) == 1, "what was searched for")
        assert shown(desktop.window, ErrorNotice) == []

    run_app(tmp_path / "profile", script)


def rows_of(desktop: Desktop) -> int:
    return desktop.window.jobs_pane.model.rowCount()


def is_offline(desktop: Desktop, account_id: AccountId) -> bool:
    status = desktop.services.accounts.status(account_id)
    return status is not None and status.state is AccountState.OFFLINE


async def reads_everything(desktop: Desktop, key: JobKey) -> None:
    """Details, process, results and log come from the history."""
    window = desktop.window
    window.select_job(key)
    for name in ("details", "process", "results", "log"):
        window.show_pane(name)  # type: ignore[arg-type] # the names of panes, from a list
    await until(lambda: "load_collection" in window.process_pane.text(), "the process")
    await until(lambda: window.log_pane.model.rowCount() == 1, "the log")
    await until(lambda: window.results_pane.model.rowCount() == 1, "the results")
    await until(window.actions_.refresh_job.isEnabled, "the action to ask again")
    window.actions_.refresh_job.trigger()  # asked again, it says why it is shown as it was
    note = window.details_pane.note
    await until(lambda: note.text().startswith("Offline since "), "since when it is offline")


async def says_why_not(desktop: Desktop) -> None:
    """What needs the network is disabled with the reason; asking again is not."""
    window, needs = desktop.window, "Needs the network: «Fake» is offline since "
    actions = window.actions_
    for action in (actions.start, actions.download, actions.delete, actions.edit):
        await until(lambda action=action: needs in action.toolTip(), "why it is disabled")
        assert not action.isEnabled()
    assert needs in window.results_pane.actions_.download_all.toolTip()
    assert actions.refresh.isEnabled()
    dialog = window.open_new_job("{}")
    chosen = dialog.form.account
    chosen.setCurrentIndex(chosen.findText("Fake"))
    assert not dialog.start_button.isEnabled()
    dialog.reject()


def shown(window: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [widget for widget in window.findChildren(kind) if widget.isVisible()]
