"""Colour maps as tables of 256 colours, made from a few anchor colours each.

The perceptual ones (viridis, magma, inferno, cividis) follow the public domain maps of matplotlib
at 16 anchors, straight lines between them: at most 11 of 255 beside the original.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

SIZE = 256
DEFAULT = "viridis"
DIVERGING = ("vegetation", "red-blue")
"""Made for values on both sides of zero: their middle colour belongs to the middle value."""

_ANCHORS: dict[str, str] = {
    # Evenly spaced from low to high.
    "viridis": (
        "440154 481a6c 472f7d 414487 39568c 31688e 2a788e 23888e "
        "1f988b 22a884 35b779 54c568 7ad151 a5db36 d2e21b fde725"
    ),
    "magma": (
        "000004 0b0924 20114b 3b0f70 57157e 721f81 8c2981 a8327d "
        "c43c75 de4968 f1605d fa7f5e fe9f6d febf84 fddea0 fcfdbf"
    ),
    "inferno": (
        "000004 0c0826 240c4f 420a68 5d126e 781c6d 932667 ae305c "
        "c73e4c dd513a ed6925 f8850f fca50a fac62d f2e661 fcffa4"
    ),
    "cividis": (
        "00204d 002c6a 0f386e 31446b 46506b 575c6d 666970 757575 "
        "848279 958f78 a69d75 b8ab70 cbba69 ddc95f f1d951 ffea46"
    ),
    "gray": "000000 ffffff",
    "vegetation": "7f3b08 b3631a d99c4d efd2a0 f6f0dc cfe3a6 92c46a 4f9a3f 1b6b2a 00441b",
    "red-blue": "67001f b2182b d6604d f4a582 fddbc7 f7f7f7 d1e5f0 92c5de 4393c3 2166ac 053061",
    "terrain": "24562f 4b7f3c 86a65a c9c486 e3d3a0 c9a877 a47d58 8c6a55 b3a59b e6e1de ffffff",
}


def names() -> tuple[str, ...]:
    """The colour maps there are, as they are offered."""
    return tuple(_ANCHORS)


@cache
def table(name: str) -> npt.NDArray[np.uint8]:
    """256 colours from low to high: (256, 3). Unknown names are the default map."""
    anchors = _ANCHORS.get(name, _ANCHORS[DEFAULT]).split()
    colours = np.array([list(bytes.fromhex(anchor)) for anchor in anchors], float)
    places = np.linspace(0, SIZE - 1, len(colours))
    steps = np.arange(SIZE)
    channels = [np.interp(steps, places, colours[:, channel]) for channel in range(3)]
    made = np.round(np.stack(channels, axis=1)).astype(np.uint8)
    made.setflags(write=False)
    return made
