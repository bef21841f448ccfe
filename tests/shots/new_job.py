"""Pictures of the New-job dialog in its states."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from openeo_desktop.core.accounts import AccountState
from openeo_desktop.core.errors import BackEndError, UnreachableError
from openeo_desktop.core.job_parameters import JobParameter, JobParameters
from openeo_desktop.core.process_graph import GraphProblem
from openeo_desktop.ui.new_job.job_draft import JobDraft, remember_draft
from openeo_desktop.ui.new_job.new_job_dialog import NewJobDialog
from tests.shots.shot import Shot
from tests.support.fake_services import FakeServices, LoopSpawn, make_status, three_accounts

_GRAPH = {
    "process_graph": {
        "load": {
            "process_id": "load_collection",
            "arguments": {
                "id": "SENTINEL2_L2A",
                "spatial_extent": {"west": 14.5, "south": 46.0, "east": 14.7, "north": 46.1},
                "temporal_extent": ["2016-06-01", "2016-09-01"],
                "bands": ["B04", "B08", "SCL"],
            },
        },
        "ndvi": {
            "process_id": "ndvi",
            "arguments": {"data": {"from_node": "load"}, "nir": "B08", "red": "B04"},
        },
        "save": {
            "process_id": "save_result",
            "arguments": {"data": {"from_node": "ndvi"}, "format": "GTiff"},
            "result": True,
        },
    }
}
_TEXT = json.dumps(_GRAPH, indent=2)
_SIZE = (820, 760)


def _services(**values: Any) -> FakeServices:
    services = FakeServices()
    services.accounts.items = three_accounts()
    for name, value in values.items():
        setattr(services.jobs, name, value)
    return services


def _dialog(
    services: FakeServices,
    text: str = "",
    title: str = "",
    act: Callable[[NewJobDialog], object] | None = None,
) -> NewJobDialog:
    spawn = LoopSpawn()
    dialog = NewJobDialog(cast("Any", services), spawn, None, text=text, title=title)
    spawn.setParent(dialog)
    if act is not None:
        act(dialog)
    return dialog


def _empty() -> QWidget:
    return _dialog(_services())


def _no_account() -> QWidget:
    services = _services()
    services.accounts.items = [
        make_status(status.account, AccountState.NEEDS_SIGN_IN) for status in three_accounts()
    ]
    return _dialog(services, _TEXT)


def _valid() -> QWidget:
    check = NewJobDialog.check
    return _dialog(_services(), _TEXT, "NDVI of the summer 2016", check)


def _json_error() -> QWidget:
    return _dialog(
        _services(), _TEXT.replace('"nir": "B08",', '"nir": "B08"'), "NDVI", NewJobDialog.check
    )


def _offline_problems() -> QWidget:
    text = _TEXT.replace('"from_node": "load"', '"from_node": "laod"').replace(
        '"result": true', '"result": false'
    )
    return _dialog(_services(), text, "NDVI", NewJobDialog.check)


def _server_problems() -> QWidget:
    problems = [
        GraphProblem("Node 'ndvi': the process 'ndvi' has no parameter 'red_band'.", "ndvi"),
        GraphProblem(
            "Node 'load': the collection 'SENTINEL2_L2A' is not known here. Known collections: "
            "SAMPLE_S2, sentinel2_ndvi_slovenia, dem_slovenia and many more that make this long.",
            "load",
            "CollectionNotFound",
        ),
    ]
    return _dialog(_services(problems=problems), _TEXT, "NDVI", NewJobDialog.create_and_start)


def _not_checked() -> QWidget:
    failure = UnreachableError("The back-end did not answer in 20 s.", "Try again later.")
    return _dialog(_services(validation_failure=failure), _TEXT, "NDVI", NewJobDialog.check)


def _sending() -> QWidget:
    services = _services(gate=asyncio.Event())
    return _dialog(services, _TEXT, "NDVI of the summer 2016", NewJobDialog.create_and_start)


def _refused() -> QWidget:
    failure = BackEndError(
        "You have 0 credits left, and this job needs at least 2.",
        "Choose another plan, or ask for more credits.",
        code="PaymentRequired",
        reference="r-2611221127-8c1e",
    )
    return _dialog(_services(failure=failure), _TEXT, "NDVI", NewJobDialog.create_and_start)


def _draft_back() -> QWidget:
    services = _services()
    remember_draft(cast("Any", services.settings), JobDraft(text=_TEXT, title="Half done"))
    return _dialog(services)


def _long_texts() -> QWidget:
    def act(dialog: NewJobDialog) -> None:
        dialog.set_title("A title that somebody typed without thinking of tables at all " * 4)
        dialog.form.description.setPlainText("A description with many words. " * 60)
        dialog.form.advanced.set_values("debug", "enterprise-unlimited", "1250")

    return _dialog(_services(), _TEXT.replace("ndvi", "a_very_long_node_name_" * 8), "", act)


_OPTIONS = tuple(
    JobParameter(name, description, types, default=default)
    for name, description, types, default in (
        ("driver-memory", "Memory of the driver, with its unit.", ("string",), "8G"),
        ("executor-memory", "Memory of each executor, with its unit.", ("string",), "2G"),
        ("executor-memoryOverhead", "Memory beside Java's own.", ("string",), "3G"),
        ("max-executors", "How many executors work at once.", ("integer",), 20),
        ("logging-threshold", "The least that is logged.", ("string",), None),
        ("udf-dependency-archives", "Archives for the UDFs.", ("array",), []),
        ("soft-errors", "Go on where a part cannot be read.", ("boolean",), False),
    )
)


def _options() -> QWidget:
    def act(dialog: NewJobDialog) -> None:
        dialog.take_draft(JobDraft(text=_TEXT, title="NDVI", parameters={"max-executors": "many"}))

    services = _services()
    services.accounts.offers_parameters = True
    services.accounts.answer = JobParameters(create=_OPTIONS)
    return _dialog(services, "", "", act)


def _asks_again(widget: QWidget) -> bool:
    dialog = cast("NewJobDialog", widget)
    if dialog.form.parameters.isVisible() and not _message_shown(widget):
        dialog.create_job()
    return _message_shown(widget)


def _said(word: str) -> Callable[[QWidget], bool]:
    return lambda widget: word in cast("NewJobDialog", widget).state_text()


def _message_shown(widget: QWidget) -> bool:
    return cast("NewJobDialog", widget).form.message_bar.isVisible()


def _is_sending(widget: QWidget) -> bool:
    return cast("NewJobDialog", widget).is_sending


SHOTS = [
    Shot("new-job-empty", _empty, _SIZE),
    Shot("new-job-no-account", _no_account, _SIZE, _said("Valid so far")),
    Shot("new-job-valid", _valid, _SIZE, _said("accepts")),
    Shot("new-job-json-error", _json_error, _SIZE, _said("1 problem")),
    Shot("new-job-graph-problems", _offline_problems, _SIZE, _said("2 problems")),
    Shot("new-job-server-problems", _server_problems, _SIZE, _said("found 2")),
    Shot("new-job-not-checked", _not_checked, _SIZE, _said("could not check")),
    Shot("new-job-sending", _sending, _SIZE, _is_sending),
    Shot("new-job-draft-back", _draft_back, _SIZE, _message_shown),
    Shot("new-job-refused", _refused, _SIZE, _message_shown),
    Shot("new-job-options", _options, _SIZE, _asks_again),
    Shot("new-job-long-texts", _long_texts, _SIZE, _said("Valid so far")),
]
