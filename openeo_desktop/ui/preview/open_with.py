"""The menu «Open with»: QGIS, the system's program, and lines of Python for a notebook.

What cannot be done is there, disabled, and says why. Loaded when the menu is first opened.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from openeo_desktop.preview.values import RasterLayer
from openeo_desktop.services.notebook_snippet import snippet
from openeo_desktop.services.open_with import Program, can_show, find_qgis, open_in
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard, plain_tool_tip
from openeo_desktop.ui.look.icons import Icon, icon


def _tr(text: str) -> str:
    return QCoreApplication.translate("OpenWith", text)


@dataclass(frozen=True, slots=True)
class Opening:
    """What «Open with» is asked for.

    `paths`: files on this computer; none: `why_not` says why. `attempt` runs an action and tells
    its `StorageError` to the person. `layer`: the variable that is looked at, if it is one.
    """

    paths: tuple[Path, ...]
    why_not: str
    attempt: Callable[[Callable[[], object]], object]
    open_by_system: Callable[[Sequence[Path]], object]
    scratch: Path
    layer: RasterLayer | None = None


def fill_open_with(menu: QMenu, opening: Opening) -> None:
    """Put the entries into a menu; those of before are gone."""
    menu.clear()
    menu.setToolTipsVisible(True)
    qgis = find_qgis()
    _add_qgis(menu, opening, qgis)
    system = menu.addAction(icon(Icon.OPEN_EXTERNAL), _tr("&The system's program"))
    system.triggered.connect(lambda: opening.open_by_system(opening.paths))
    _enable(system, opening.why_not)
    copied = menu.addAction(icon(Icon.COPY), _tr("&Copy Python for a notebook"))
    text = "\n".join(filter(None, (_snippet(path, opening) for path in opening.paths)))
    copied.triggered.connect(lambda: copy_to_clipboard(text))
    none = "" if text else _tr("There is no common library for this kind of file.")
    _enable(copied, opening.why_not or none)
    if text:
        copied.setToolTip(plain_tool_tip(text))


def _add_qgis(menu: QMenu, opening: Opening, qgis: Program | None) -> None:
    variable = opening.layer.name if opening.layer is not None else ""
    words = _tr("&QGIS")
    if variable and _is_one_of_several(opening):
        words = _tr("&QGIS, variable «{name}»").format(name=variable.replace("&", "&&"))
    action = menu.addAction(icon(Icon.MAP), words)
    maps = all(can_show(path) for path in opening.paths)
    missing = _tr("QGIS was not found on this computer. Install it from qgis.org.")
    reason = "" if maps else _tr("QGIS is for maps: this file is none.")
    _enable(action, opening.why_not or reason or ("" if qgis else missing))
    if qgis is not None:
        action.triggered.connect(lambda: opening.attempt(lambda: _start(qgis, opening)))


def _start(program: Program, opening: Opening) -> None:
    open_in(program, opening.paths, opening.layer, scratch=opening.scratch)


def _is_one_of_several(opening: Opening) -> bool:
    return len(opening.paths) == 1 and opening.paths[0].suffix.lower() in (".nc", ".nc4")


def _snippet(path: Path, opening: Opening) -> str:
    variable = opening.layer.name if opening.layer is not None else ""
    return snippet(path, variable if _is_one_of_several(opening) else "")


def _enable(action: QAction, why_not: str) -> None:
    action.setEnabled(not why_not)
    if why_not:
        action.setToolTip(plain_tool_tip(why_not))
        action.setStatusTip(why_not)
