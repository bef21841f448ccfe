"""The keys of a map: arrows pan, + and - zoom, 0 shows all, Page Down and Up walk the shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from openeo_desktop.ui.map.map_canvas import MapCanvas

PAN_PART = 0.15
"""How much of the view one press of an arrow moves."""
_PANS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_STEPS = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_N: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_P: -1,
}


def press_key(canvas: MapCanvas, key: Qt.Key) -> bool:
    """Do what a key means on a map; False if it means nothing."""
    if key in _PANS:
        across, down = _PANS[key]
        canvas.pan(across * PAN_PART * canvas.width(), down * PAN_PART * canvas.height())
    elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
        canvas.zoom_in()
    elif key == Qt.Key.Key_Minus:
        canvas.zoom_out()
    elif key in (Qt.Key.Key_0, Qt.Key.Key_Home):
        canvas.fit()
    elif key in _STEPS:
        canvas.stepped.emit(_STEPS[key])
    elif canvas.current is None:
        return False
    elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        canvas.fit_current()
    elif key == Qt.Key.Key_Escape:
        canvas.chosen.emit(None)
    else:
        return False
    return True
