"""Progress on the button of the app in the task bar of Windows, by COM (`ITaskbarList3`).

Qt 6 no longer wraps it. Written by its documentation; it was never run, as no Windows was at hand:
whatever fails is logged, and the bar is left alone from then on. Nothing but the GUI thread may use
it, where Qt has set up COM.
"""

from __future__ import annotations

import ctypes
import enum
import logging
import sys
from typing import Any

log = logging.getLogger(__name__)
STEPS = 1000
_CLASS = "{56FDF344-FD6D-11D0-958A-006097C9A090}"
_INTERFACE = "{EA1AFB91-9E28-4B86-90E9-9E9F8A5EEFAF}"
_IN_PROCESS = 1
"""CLSCTX_INPROC_SERVER."""
_INITIALISE, _SET_VALUE, _SET_STATE = 3, 9, 10
"""Places in the table of methods: behind 3 of IUnknown, 5 of ITaskbarList, 1 of ITaskbarList2."""


class ProgressState(enum.IntEnum):
    """TBPFLAG of shobjidl_core.h."""

    NONE = 0
    INDETERMINATE = 1
    NORMAL = 2


def state_of(count: int, fraction: float | None) -> tuple[ProgressState, int]:
    """What is shown of so many open downloads, with the done part of `STEPS`."""
    if not count:
        return ProgressState.NONE, 0
    if fraction is None:
        return ProgressState.INDETERMINATE, 0
    return ProgressState.NORMAL, round(min(1.0, max(0.0, fraction)) * STEPS)


class WindowsTaskBar:
    """The bar; made at its first use."""

    def __init__(self) -> None:
        self._bar: Any = None
        self._failed = False

    def show(self, window: int, count: int, fraction: float | None) -> None:
        """On the button of the window with this handle (HWND)."""
        if self._failed:
            return
        try:
            self._bar = self._bar or _make_bar()
            state, done = state_of(count, fraction)
            _call(self._bar, _SET_STATE, "SetProgressState", window, int(state))
            if state is ProgressState.NORMAL:
                _call(self._bar, _SET_VALUE, "SetProgressValue", window, done, STEPS)
        except (OSError, ValueError, AttributeError, ctypes.ArgumentError) as error:
            log.warning("The task bar shows no progress: %s", error)
            self._failed = True


if sys.platform == "win32":
    from ctypes import wintypes

    _ARGUMENTS: dict[int, tuple[Any, ...]] = {
        _INITIALISE: (),
        _SET_STATE: (wintypes.HWND, ctypes.c_int),
        _SET_VALUE: (wintypes.HWND, ctypes.c_ulonglong, ctypes.c_ulonglong),
    }

    def _make_bar() -> Any:
        """A pointer that lives as long as the process.

        Raises:
            OSError: There is no such class, or COM is not set up.
        """
        ole = ctypes.OleDLL("ole32")
        names = []
        for text in (_CLASS, _INTERFACE):
            name = ctypes.create_string_buffer(16)
            ole.CLSIDFromString(ctypes.c_wchar_p(text), name)
            names.append(name)
        bar = ctypes.c_void_p()
        ole.CoCreateInstance(names[0], None, _IN_PROCESS, names[1], ctypes.byref(bar))
        _call(bar, _INITIALISE, "HrInit")
        return bar

    def _call(bar: Any, place: int, name: str, *values: int) -> None:
        """A method of the interface. Raises OSError for a failing HRESULT."""
        method = ctypes.WINFUNCTYPE(ctypes.HRESULT, *_ARGUMENTS[place])(place, name)
        method(bar, *values)

else:

    def _make_bar() -> Any:
        raise OSError("this is not Windows")

    def _call(*_: Any) -> None:
        """Never reached."""
