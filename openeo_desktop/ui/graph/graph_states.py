"""What is said instead of a drawing, or over one that is not as it should be."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from openeo_desktop.ui.graph.graph_drawing import Drawing
from openeo_desktop.ui.kit.content_stack import ContentStack
from openeo_desktop.ui.kit.message_bar import MessageBar
from openeo_desktop.ui.kit.numbers import count_text
from openeo_desktop.ui.look.icons import Icon

MAX_NOTES = 3


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProcessGraph", text)


def show_state(drawing: Drawing, stack: ContentStack, note: MessageBar) -> None:
    """Show the drawing with its notes, or why there is none."""
    note.clear()
    if drawing.cards:
        stack.show_content()
        if drawing.notes:
            note.show_message("warning", _notes_text(drawing))
    elif drawing.count:
        count = _tr("This process has {n} nodes.").format(n=count_text(drawing.count))
        stack.show_empty(Icon.PROCESS, _tr("Too large to be drawn"), count, _tr("Show the JSON"))
    else:
        stack.show_empty(Icon.PROCESS, _tr("No nodes"), _tr("There is no process in this graph."))


def _notes_text(drawing: Drawing) -> str:
    more = len(drawing.notes) - MAX_NOTES
    notes = list(drawing.notes[:MAX_NOTES])
    if more > 0:
        notes.append(_tr("… and {n} more.").format(n=count_text(more)))
    return "\n".join(notes)
