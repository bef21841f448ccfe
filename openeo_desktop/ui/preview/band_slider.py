"""A slider over times or bands that can play; tells which step is wanted, shows nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from openeo_desktop.ui.kit.buttons import icon_button
from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon, icon

PLAY_MS = 700


class _Slider(QSlider):
    """Space plays, as in every player.

    Signals: `play_requested()`.
    """

    play_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.play_requested.emit()
        else:
            super().keyPressEvent(event)


class BandSlider(QWidget):
    """Steps with names. While it plays it waits for the picture of each step.

    Signals: `stepped(int)`: this step is wanted.
    """

    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("band_slider")
        self._names: tuple[str, ...] = ()
        self._ready = True
        self.play = icon_button(Icon.START, self.tr("Play (space)"), self)
        self.play.setCheckable(True)
        self.slider = _Slider(Qt.Orientation.Horizontal, self)
        self.slider.setPageStep(1)
        self.label = ElidedLabel("", self, font=fonts.tabular_font())
        self.label.setSizePolicy(
            self.label.sizePolicy().Policy.Fixed, self.label.sizePolicy().Policy.Fixed
        )
        self._timer = QTimer(self, interval=PLAY_MS)
        self._timer.timeout.connect(self._on_tick)
        self.play.toggled.connect(self._on_play_toggled)
        self.slider.play_requested.connect(self.play.toggle)
        self.slider.valueChanged.connect(self._on_value_changed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.play)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.label)

    @property
    def step(self) -> int:
        """The step that is chosen."""
        return self.slider.value()

    @property
    def playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._timer.isActive()

    def set_steps(self, names: Sequence[str], step: int, what: str) -> None:
        """Offer these; hidden where there is nothing to choose. `what` is its accessible name."""
        self._names = tuple(names)
        self.slider.setAccessibleName(what)
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(0, len(names) - 1))
        self.slider.setValue(step)
        self.slider.blockSignals(False)
        widest = max((self.fontMetrics().horizontalAdvance(name) for name in names), default=0)
        self.label.setFixedWidth(min(200, widest + 16))
        self.setVisible(len(names) > 1)
        self._tell()
        if len(names) < 2:
            self.play.setChecked(False)

    def set_ready(self, ready: bool) -> None:
        """The picture of this step is on the screen: the next may come."""
        self._ready = ready

    def go_on(self, by: int) -> None:
        """Some steps on, round the ends."""
        if self._names:
            self.slider.setValue((self.step + by) % len(self._names))

    def toggle_play(self) -> None:
        """Play or pause."""
        if len(self._names) > 1:
            self.play.toggle()

    def _on_tick(self) -> None:
        if self._ready and self.isVisible():
            self._ready = False
            self.go_on(1)

    def _on_play_toggled(self, on: bool) -> None:
        self.play.setIcon(icon(Icon.PAUSE if on else Icon.START))
        words = self.tr("Pause (space)") if on else self.tr("Play (space)")
        self.play.setToolTip(words)
        self.play.setAccessibleName(words)
        self._ready = True
        if on:
            self._timer.start()
        else:
            self._timer.stop()

    def _on_value_changed(self, step: int) -> None:
        self._tell()
        self.stepped.emit(step)

    def _tell(self) -> None:
        name = self._names[self.step] if self._names else ""
        self.label.setText(name)
        self.slider.setAccessibleDescription(name)
