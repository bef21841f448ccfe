"""A bar of chips with counts, to narrow down a table: one at a time, or several."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from openeo_desktop.ui.kit.chip import Chip
from openeo_desktop.ui.kit.flow_layout import FlowLayout
from openeo_desktop.ui.look.icons import Icon

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


@dataclass(frozen=True, slots=True)
class ChipSpec:
    """One chip. `key` is what the selection is told in; `role` colours the icon."""

    key: Hashable
    label: str
    name: Icon | None = None
    role: str = "muted"
    count: int | None = None


class ChipBar(QWidget):
    """Chips that wrap where there is no room.

    Exclusive: exactly one is selected, arrows select. Else any number, arrows move, Space toggles.
    Tab goes to one chip only (the last one used). Signals: `selection_changed(frozenset)` of keys,
    by the person only.
    """

    selection_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, exclusive: bool = True) -> None:
        super().__init__(parent)
        self._exclusive = exclusive
        self._chips: dict[Hashable, Chip] = {}
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_chips(self, specs: Sequence[ChipSpec]) -> None:
        """Replace the chips; the selection stays as far as its chips stay."""
        selected = self.selection()
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips = {spec.key: self._make_chip(spec) for spec in specs}
        self.set_selection(selected & self._chips.keys())

    def set_counts(self, counts: Mapping[Hashable, int | None]) -> None:
        """Show new counts; chips that are not named keep theirs."""
        for key, count in counts.items():
            if key in self._chips:
                self._chips[key].set_count(count)

    def set_compact(self, compact: bool) -> None:
        """Narrower chips with shortened counts."""
        for chip in self._chips.values():
            chip.set_compact(compact)

    def width_if(self, *, compact: bool, count: int | None = None) -> int:
        """The width of all in one line, with their own counts or one that all have; pixels."""
        widths = [chip.width_if(compact=compact, count=count) for chip in self._chips.values()]
        return sum(widths) + self._flow.spacing() * max(0, len(widths) - 1)

    def selection(self) -> frozenset[Hashable]:
        """The keys of the selected chips."""
        return frozenset(key for key, chip in self._chips.items() if chip.isChecked())

    def set_selection(self, keys: Iterable[Hashable]) -> None:
        """Select without a signal. An exclusive bar falls back to its first chip."""
        wanted = set(keys) & self._chips.keys()
        if self._exclusive:
            first = next((key for key in self._chips if key in wanted or not wanted), None)
            wanted = set() if first is None else {first}
        for key, chip in self._chips.items():
            chip.setChecked(key in wanted)
        self._rove(next((self._chips[k] for k in self._chips if k in wanted), None))

    def chip(self, key: Hashable) -> Chip:
        """The chip of a key. Raises KeyError."""
        return self._chips[key]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and isinstance(watched, Chip):
                self._move_focus(watched, step)
                return True
        return super().eventFilter(watched, event)

    def _make_chip(self, spec: ChipSpec) -> Chip:
        chip = Chip(spec.label, spec.name, spec.role, self)
        chip.set_count(spec.count)
        chip.clicked.connect(self._on_chip_clicked)
        chip.installEventFilter(self)
        self._flow.addWidget(chip)
        return chip

    def _on_chip_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self._choose(chip)

    def _choose(self, chosen: Chip) -> None:
        if self._exclusive:
            for chip in self._chips.values():
                chip.setChecked(chip is chosen)
        self._rove(chosen)
        self.selection_changed.emit(self.selection())

    def _move_focus(self, chip: Chip, step: int) -> None:
        chips = list(self._chips.values())
        target = chips[(chips.index(chip) + step) % len(chips)]
        self._rove(target)
        target.setFocus(Qt.FocusReason.TabFocusReason)
        if self._exclusive:
            self._choose(target)

    def _rove(self, target: Chip | None) -> None:
        """Only one chip is reached by Tab; without a target it is the first."""
        tab_stop = target or next(iter(self._chips.values()), None)
        for chip in self._chips.values():
            stop = chip is tab_stop
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus if stop else Qt.FocusPolicy.NoFocus)
