"""The example process graphs shipped with the app: found, read, offered in a menu."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from openeo_desktop.core.json_values import as_dict, as_text
from openeo_desktop.core.resources import resource_path
from openeo_desktop.ui.editor.json_layout import lay_out
from openeo_desktop.ui.kit.plain_text import plain_tool_tip

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ExampleGraph:
    """One example: `text` is the process graph as JSON, laid out for reading."""

    name: str
    title: str
    description: str
    text: str


def load_examples() -> list[ExampleGraph]:
    """Every example that can be read, by title; a broken file is logged and left out."""
    folder = resource_path("process_graphs")
    examples = []
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
        try:
            raw = as_dict(json.loads(path.read_text("utf-8")))
            text = lay_out(json.dumps({"process_graph": raw["process_graph"]}))
        except (OSError, ValueError, KeyError) as error:
            log.warning("The example %s cannot be read: %s", path.name, error)
            continue
        title = as_text(raw.get("title")) or path.stem
        examples.append(ExampleGraph(path.stem, title, as_text(raw.get("description")), text))
    return sorted(examples, key=lambda example: example.title.lower())


class ExamplesMenu(QMenu):
    """A menu of the examples, read when it is first opened.

    Signals:
        chosen(ExampleGraph): One was chosen.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("examplesMenu")
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Read the examples, once."""
        if self.actions():
            return
        for example in load_examples():
            action = self.addAction(example.title.replace("&", "&&"))
            action.setObjectName(example.name)
            action.setToolTip(plain_tool_tip(example.description))
            action.triggered.connect(lambda _=False, one=example: self.chosen.emit(one))
        if not self.actions():
            self.addAction(self.tr("There are no examples")).setEnabled(False)
