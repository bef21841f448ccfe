"""The process of the selected job: drawn, or as JSON; to be read, copied, saved or used again."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from openeo_desktop.core.errors import AppError, UnreachableError
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.jobs import Job, JobKey, JobStatus
from openeo_desktop.core.json_values import as_dict
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.ui.details.job_watch import ASK_AFTER_MS, JobWatch
from openeo_desktop.ui.details.process_files import ProcessFiles
from openeo_desktop.ui.editor.json_layout import lay_out
from openeo_desktop.ui.editor.json_view import JsonView
from openeo_desktop.ui.graph.graph_export import Painting, ready, to_png, to_svg
from openeo_desktop.ui.graph.graph_pane import GraphPane
from openeo_desktop.ui.kit.buttons import icon_button, outlined_button
from openeo_desktop.ui.kit.content_stack import ContentStack
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.kit.tab_strip import TabStrip
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import LINE_SPACING
from openeo_desktop.ui.loop.background import BackgroundCalls

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services


PAGE_KEY = "process/page"
GRAPH, JSON = 0, 1


class ProcessPane(QWidget):
    """Shows the process of one job.

    Signals: `new_job_requested(str, str)` with the JSON text and the job's title.
    """

    new_job_requested = Signal(str, str)

    def __init__(self, services: Services, spawn: Spawn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("process_pane")
        self.setProperty("kind", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._watch = JobWatch(services.jobs, spawn, self, asks_back_end=False)
        self._watch.shown.connect(self._on_shown)
        self._watch.lost.connect(self._on_lost)
        self._watch.refresh_failed.connect(self._on_refresh_failed)
        self._rest = QTimer(self, singleShot=True, interval=ASK_AFTER_MS)
        self._rest.timeout.connect(self._watch.refresh)
        self._services = services
        self._spawn = spawn
        self._shown: Mapping[str, Any] | None = None
        self._laid_out = ""
        self._node_path: object = None
        self._asked = False
        self._layout_calls = BackgroundCalls(self)
        self._files = ProcessFiles(services.settings, self)
        self._make_parts()
        self._lay_out()
        self._show_nothing()

    def set_job(self, key: JobKey | None) -> None:
        """Show the process of this job; None shows how to choose one."""
        if key == self._watch.key:
            return
        self._shown, self._laid_out, self._node_path = None, "", None
        self._asked = False
        self._rest.stop()
        self._layout_calls.drop()
        self._note.clear()
        self._watch.set_key(key)
        if key is None:
            self._show_nothing()

    def text(self) -> str:
        """The JSON that is shown, empty while there is none."""
        return self._laid_out

    def show_node(self, path: object) -> None:
        """Show the node that a log entry speaks of (see `GraphPane.show_node`), drawn.

        The process may still be on its way: then as soon as it is there.
        """
        self._tabs.setCurrentIndex(GRAPH)
        if self._laid_out:
            self.graph.show_node(path)
        else:
            self._node_path = path

    def _make_parts(self) -> None:
        self._note = MessageBar(self)
        self.graph = GraphPane(self)
        self._text = JsonView(self.tr("The process as JSON"), self)
        self._text.setObjectName("process_json")
        self._tabs = TabStrip(self)
        self._tabs.setAccessibleName(self.tr("How the process is shown"))
        self._tabs.add_tab(self.tr("Graph"))
        self._tabs.add_tab(self.tr("JSON"))
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.graph)
        self._pages.addWidget(self._text)
        self._tabs.currentChanged.connect(self._on_page_changed)
        self._new = outlined_button(self.tr("New job from this…"), Icon.NEW_JOB, self)
        self._new.clicked.connect(self._on_new_clicked)
        self._copy = icon_button(Icon.COPY, self.tr("Copy the JSON"), self)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._save = icon_button(Icon.SAVE, self.tr("Save the JSON as a file…"), self)
        self._save.clicked.connect(lambda: self._export("json"))
        self.graph.json_requested.connect(lambda: self._tabs.setCurrentIndex(JSON))
        self.graph.export_requested.connect(self._export)
        self._files.saved.connect(self._on_saved)
        self._files.failed.connect(self._on_save_failed)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(8, 4, 8, 0)
        top.setSpacing(LINE_SPACING)
        top.addWidget(self._tabs, 1)
        for button in (self._new, self._copy, self._save):
            top.addWidget(button)
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._note)
        column.addWidget(self._pages, 1)
        self._stack = ContentStack(content, self)
        self._stack.action_triggered.connect(self._on_try_again)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._tabs.setCurrentIndex(min(JSON, self._services.settings.get(PAGE_KEY, GRAPH)))
        self._show_json_buttons(self._tabs.currentIndex())

    def _show_json_buttons(self, page: int) -> None:
        """The graph has its own in its menu; a narrow dock has room for one set."""
        for button in (self._copy, self._save):
            button.setVisible(page == JSON)

    def _on_page_changed(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        self._show_json_buttons(page)
        self._services.settings.set(PAGE_KEY, page)

    def _show_nothing(self) -> None:
        self._stack.show_empty(
            Icon.PROCESS,
            self.tr("No job selected"),
            self.tr("Select a job in the table to see its process here."),
        )

    def _on_shown(self, job: Job) -> None:
        if job.process is None:
            self._ask_once(job)
        elif job.process != self._shown:
            self._shown = job.process
            process = job.process
            self.graph.show_graph(as_dict(process.get("process_graph")))
            self._layout_calls.call(lambda: lay_out(json.dumps(process)), self._on_laid_out)
        self._mark_failed(job)

    def _mark_failed(self, job: Job) -> None:
        if job.status is JobStatus.ERROR and job.process is not None:
            self._spawn(self._find_failed(job.key), "find the node that failed")

    async def _find_failed(self, key: JobKey) -> None:
        """The node that the first error of the log speaks of."""
        try:
            entries = await self._services.logs.errors(key)
        except AppError:
            return  # the details and the log say it
        path = next((entry.raw["path"] for entry in entries if entry.raw.get("path")), None)
        if path is not None and key == self._watch.key:
            self.graph.mark_failed(path)

    def _ask_once(self, job: Job) -> None:
        """Listings carry no process: it comes with the details."""
        if self._asked:
            self._stack.show_empty(
                Icon.PROCESS,
                self.tr("No process"),
                self.tr("The back-end does not give the process of this job."),
            )
            return
        self._asked = True
        if job.gone:
            self._on_refresh_failed(None)
            return
        self._stack.show_loading(self.tr("Fetching the process…"), late=True)
        self._rest.start()

    def _on_laid_out(self, text: str) -> None:
        self._laid_out = text
        self._text.show_json(text)
        self._stack.show_content()
        if self._node_path is not None:
            self.graph.show_node(self._node_path)
            self._node_path = None

    def _on_refresh_failed(self, error: AppError | None) -> None:
        if self._shown is not None:
            return
        if isinstance(error, UnreachableError):
            self._stack.show_empty(
                Icon.OFFLINE,
                self.tr("Not on this computer yet"),
                visible_text(str(error)),
                self.tr("Try again"),
            )
            return
        reason = str(error) if error else self.tr("It is no longer on the back-end.")
        again = None if error is None else self.tr("Try again")
        self._stack.show_error(self.tr("The process is not known here"), reason, again)

    def _on_try_again(self) -> None:
        self._stack.show_loading(self.tr("Fetching the process…"))
        self._watch.refresh()

    def _on_lost(self) -> None:
        self._shown, self._laid_out = None, ""
        self._show_nothing()

    def _on_new_clicked(self) -> None:
        job = self._watch.job
        self.new_job_requested.emit(self.text(), job.title if job else "")

    def _on_copy_clicked(self) -> None:
        copy_to_clipboard(self.text())

    def _export(self, kind: str) -> None:
        job = self._watch.job
        title, scene = job.shown_title if job else "", self.graph.scene
        make: dict[str, Callable[[], Painting]] = {
            "json": lambda: ready(self.text().encode()),
            "svg": lambda: to_svg(scene, visible_text(title)),
            "png": lambda: to_png(scene),
        }
        self._files.ask(title, kind, make[kind])

    def save_to(self, path: str) -> None:
        """Write the JSON to a file; says so, or why not."""
        self._files.write(path, self.text().encode())

    def _on_saved(self, name: str) -> None:
        self._note.show_message("success", self.tr("Saved as {name}").format(name=name))

    def _on_save_failed(self, error: AppError) -> None:
        self._note.show_message("error", str(error))
