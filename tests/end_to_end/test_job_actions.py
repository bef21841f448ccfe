"""What a person does with a job in the real window, on the back-end of this computer."""

from __future__ import annotations

import json
from pathlib import Path

from openeo_desktop.app import Desktop
from openeo_desktop.core.accounts import Account
from openeo_desktop.core.job_requests import JobRequest
from openeo_desktop.core.jobs import JobKey
from openeo_desktop.demo.examples import FINISHED, example, example_text
from openeo_desktop.services.jobs import JobsChanged
from openeo_desktop.ui.jobs.add_job_dialog import AddJobDialog
from openeo_desktop.ui.jobs.edit_job_dialog import EditJobDialog
from tests.support.app_runner import create, run_app, until


def test_a_new_job_is_in_the_table_before_it_exists_and_stays_where_it_is(tmp_path: Path) -> None:
    async def script(desktop: Desktop, _account: Account) -> None:
        pane, shown = desktop.window.jobs_pane, list[JobKey]()
        renamed: dict[JobKey, JobKey] = {}

        def note(change: JobsChanged) -> None:
            shown.extend(key for key in change.upserted if key.is_provisional)
            renamed.update(change.renamed)

        desktop.services.jobs.changed.connect(note)
        dialog = desktop.window.open_new_job(example_text(FINISHED), "Made in the window")
        await until(dialog.create_button.isEnabled, "the first check")
        dialog.create_button.click()
        await until(lambda: pane.current_key is not None, "the new job")
        assert shown
        assert pane.current_key == renamed[shown[0]]
        await until(lambda: pane.model.rowCount() == 1, "one row alone")
        await until(lambda: desktop.window.details_pane.job is not None, "its details")
        job = desktop.window.details_pane.job
        assert job is not None
        assert (job.title, job.pending) == ("Made in the window", "")

    run_app(tmp_path, script)


def test_a_job_is_edited_and_read_back(tmp_path: Path) -> None:
    async def script(desktop: Desktop, account: Account) -> None:
        window = desktop.window
        key = await create(desktop, account, JobRequest(example(FINISHED), "Before"), start=False)
        await until(window.actions_.edit.isEnabled, "Edit")
        window.actions_.edit.trigger()
        dialog = window.findChild(EditJobDialog)
        assert isinstance(dialog, EditJobDialog)
        dialog.title.setText("After")
        dialog.process.button.click()
        await until(lambda: dialog.process.is_open, "the process")
        changed = json.loads(dialog.process.editor.toPlainText())
        changed["summary"] = "Changed in the window"
        dialog.process.editor.set_text(json.dumps(changed))
        dialog.save_button.click()
        await until(lambda: window.findChild(EditJobDialog) is None, "the end of the dialog")
        job = await desktop.services.jobs.refresh(key)
        assert job.title == "After"
        assert job.process == changed

    run_app(tmp_path, script)


def test_a_job_is_added_by_its_id(tmp_path: Path) -> None:
    async def script(desktop: Desktop, account: Account) -> None:
        window, services = desktop.window, desktop.services
        key = await create(desktop, account, JobRequest(example(FINISHED), "Hidden"), start=False)
        await services.jobs.forget(key)  # as if it had never been listed
        services.jobs._deleted.clear()
        await until(lambda: window.jobs_pane.current_key is None, "an empty table")
        window.actions_.add_job.trigger()
        dialog = window.findChild(AddJobDialog)
        assert isinstance(dialog, AddJobDialog)
        dialog.job_id.setText(f"{account.api_base}/jobs/{key.job_id}")
        dialog.add_button.click()
        await until(lambda: window.jobs_pane.current_key == key, "the added job")

    run_app(tmp_path, script)
