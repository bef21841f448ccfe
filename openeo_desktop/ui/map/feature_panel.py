"""What the chosen shape of a map holds: its name, its kind, its properties to read and to copy."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.preview.values import Shape
from openeo_desktop.ui.kit.buttons import icon_button
from openeo_desktop.ui.kit.key_value_grid import KeyValue, KeyValueGrid
from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.kit.numbers import count_text
from openeo_desktop.ui.kit.plain_text import copy_to_clipboard
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING, LINE_SPACING
from openeo_desktop.ui.map.feature_texts import feature_title, kind_text
from openeo_desktop.ui.map.map_viewport import Extent

MOST_ROWS = 100


class FeaturePanel(QWidget):
    """Shows one shape.

    Signals: `close_requested()`: the person wants no shape to be chosen.
    """

    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("feature_panel")
        self._shape: Shape | None = None
        self._title = ElidedLabel("", self, font=fonts.strong_font(), copyable=True)
        copy = icon_button(Icon.COPY, self.tr("Copy the properties"), self)
        copy.setObjectName("copy_properties")
        copy.clicked.connect(self.copy)
        close = icon_button(Icon.CLEAR, self.tr("Choose no feature"), self)
        close.clicked.connect(self.close_requested)
        self.grid = KeyValueGrid()
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Properties of the chosen feature"))
        area.setWidget(self.grid)
        for part in (area.viewport(), self.grid):  # the surface of the panel is the ground
            part.setAutoFillBackground(False)
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(self._title, 1)
        top.addWidget(copy)
        top.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GROUP_SPACING, LINE_SPACING, LINE_SPACING, LINE_SPACING)
        layout.setSpacing(LINE_SPACING)
        layout.addLayout(top)
        layout.addWidget(area, 1)

    def show_shape(self, shape: Shape, index: int, extent: Extent | None) -> None:
        """Show this one; `extent` is its box."""
        self._shape = shape
        self._title.setText(feature_title(shape, index))
        rows = [KeyValue(self.tr("Kind"), kind_text(shape.kind, len(shape.parts)))]
        if extent is not None and shape.kind != "point":
            latitudes, longitudes = _extent_texts(extent)
            rows.append(KeyValue(self.tr("Latitude"), latitudes))
            rows.append(KeyValue(self.tr("Longitude"), longitudes))
        given = list(shape.properties.items())
        rows += [
            KeyValue(visible_text(key), visible_text(value), tool_tip=visible_text(value))
            for key, value in given[:MOST_ROWS]
        ]
        if len(given) > MOST_ROWS:
            more = self.tr("{count} more, which «Copy» has, too")
            rows.append(KeyValue("…", more.format(count=count_text(len(given) - MOST_ROWS))))
        self.grid.set_rows(rows)

    def copy(self) -> None:
        """All properties as lines of name and value, with a tab between."""
        if self._shape is not None:
            lines = [f"{key}\t{value}" for key, value in self._shape.properties.items()]
            copy_to_clipboard("\n".join(lines))


def _extent_texts(extent: Extent) -> tuple[str, str]:
    from openeo_desktop.ui.map.graticule import latitude_text, longitude_text

    west, south, east, north = extent
    span = max(min(east - west, north - south), 1e-5)
    exact = min(max(math.ceil(-math.log10(span)) + 2, 1), 6)
    return (
        f"{latitude_text(south, exact)} – {latitude_text(north, exact)}",
        f"{longitude_text(west, exact)} – {longitude_text(east, exact)}",
    )
