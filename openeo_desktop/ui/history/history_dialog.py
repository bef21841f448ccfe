"""«History»: how much is kept, for how long, into a file and back. No rules here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from openeo_desktop.core.errors import AppError
from openeo_desktop.core.formatting import format_size, visible_text
from openeo_desktop.services.history_care import LOG_DAYS, MAX_MB, RESULT_DAYS
from openeo_desktop.services.spawner import Spawn
from openeo_desktop.store.retention import HistorySizes, Tidied
from openeo_desktop.ui.history.history_transfer import HistoryTransfer, ShownJobs
from openeo_desktop.ui.kit.ask import Question, ask
from openeo_desktop.ui.kit.buttons import outlined_button
from openeo_desktop.ui.kit.card import Card
from openeo_desktop.ui.kit.key_value_grid import KeyValue, KeyValueGrid
from openeo_desktop.ui.kit.labels import MutedLabel, plain_label
from openeo_desktop.ui.kit.message_bar import Level, MessageBar
from openeo_desktop.ui.kit.numbers import count_text
from openeo_desktop.ui.look.tokens import GROUP_SPACING, PANE_SPACING
from openeo_desktop.ui.loop.while_there import while_there

if TYPE_CHECKING:
    from openeo_desktop.services.services import Services

WIDTH = 560
DAYS = (0, 365, 90, 30)
SIZES_MB = (0, 500, 1000, 2000, 5000)


class HistoryDialog(QDialog):
    """Choices count at once and are remembered; what they remove goes with «Tidy now», or later."""

    def __init__(
        self, services: Services, spawn: Spawn, shown: ShownJobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._spawn, self._read = spawn, while_there(self, spawn)
        self._closed = False
        self._tidying = False
        self.setObjectName("historyDialog")
        self.setWindowTitle(self.tr("History"))
        self.message_bar = MessageBar(self)
        self.facts = KeyValueGrid(self)
        self._make_choices()
        self.transfer = HistoryTransfer(services, spawn, shown, self)
        self.close_button = outlined_button(self.tr("Close"), None, self)
        self.close_button.setObjectName("closeButton")
        self._lay_out()
        self._connect()
        self._follow_choices()
        self.resize(WIDTH, 0)
        self._make_room()
        self._read(self._show_sizes(), "look at the history")

    def say(self, level: Level, text: str) -> None:
        """At the top; the dialog grows for it."""
        self.message_bar.show_message(level, text)
        self._make_room()

    def _make_room(self) -> None:
        """Text that wraps needs more height than the layout asks for by itself."""
        layout = self.layout()
        needed = layout.totalHeightForWidth(self.width()) if layout else 0
        self.setMinimumHeight(needed)

    # -- how much --------------------------------------------------------------------------------

    async def _show_sizes(self) -> None:
        self._show_facts(await self._services.care.sizes())

    def _show_facts(self, sizes: HistorySizes) -> None:
        path = str(self._services.paths.database)
        self.facts.set_rows(
            [
                KeyValue(self.tr("Jobs"), count_text(sizes.jobs)),
                KeyValue(self.tr("Log entries"), count_text(sizes.log_entries)),
                KeyValue(self.tr("Results described"), count_text(sizes.results)),
                KeyValue(self.tr("Size on the disk"), format_size(sizes.bytes) or ""),
                KeyValue(self.tr("File"), path, path, elide_middle=True),
            ]
        )
        self._make_room()

    # -- how long --------------------------------------------------------------------------------

    def _make_choices(self) -> None:
        days = [self._days(number) for number in DAYS]
        sizes = [self._size(number) for number in SIZES_MB]
        self.log_days = self._choice("logDays", LOG_DAYS, DAYS, days)
        self.result_days = self._choice("resultDays", RESULT_DAYS, DAYS, days)
        self.max_size = self._choice("maxSize", MAX_MB, SIZES_MB, sizes)
        self.tidy_button = outlined_button(self.tr("&Tidy now…"), None, self)
        self.tidy_button.setObjectName("tidyButton")

    def _days(self, days: int) -> str:
        if days == 0:
            return self.tr("for ever")
        return self.tr("1 year") if days == 365 else self.tr("{0} days").format(days)

    def _size(self, megabytes: int) -> str:
        if megabytes == 0:
            return self.tr("as large as it gets")
        return self.tr("at most {0}").format(format_size(megabytes * 1_000_000))

    def _choice(self, name: str, key: str, values: tuple[int, ...], words: list[str]) -> QComboBox:
        """A choice that is kept in the settings under `key`; another value kept there is shown."""
        box = QComboBox(self)
        box.setObjectName(name)
        kept = max(0, self._services.settings.get(key, 0))
        for value, word in zip(values, words, strict=True):
            box.addItem(word, value)
        if kept not in values:
            box.addItem(self._size(kept) if key == MAX_MB else self._days(kept), kept)
        box.setCurrentIndex(box.findData(kept))
        box.activated.connect(lambda: self._keep(key, box))
        return box

    def _keep(self, key: str, box: QComboBox) -> None:
        self._services.settings.set(key, int(box.currentData()))
        self._follow_choices()

    def _follow_choices(self) -> None:
        """Where all is kept for ever there is nothing to tidy."""
        boxes = (self.log_days, self.result_days, self.max_size)
        limited = any(box.currentData() for box in boxes)
        self.tidy_button.setEnabled(limited and not self._tidying)
        self.tidy_button.setToolTip("" if limited else self.tr("Everything is kept for ever."))

    def tidy(self) -> None:
        """Remove now what is older or more than wanted, after a question."""
        loss = self.tr(
            "Logs and descriptions of results that are older, or more, than you want to keep "
            "are removed from this computer. What a back-end no longer has is lost for good. "
            "Jobs stay."
        )
        title = self.tr("Remove what you do not want to keep now?")
        ask(self, Question(title, loss, self.tr("Remove")), self._start_tidying)

    def _start_tidying(self) -> None:
        self._tidying = True
        self._follow_choices()
        self.message_bar.clear()
        self._spawn(self._tidy(), "tidy the history")

    async def _tidy(self) -> None:
        try:
            done = await self._services.care.tidy()
        except AppError as error:
            if self._closed:
                raise  # to the presenter: nobody looks here any more
            self.say("error", visible_text(str(error)))
        else:
            if not self._closed:
                self.say("success", self._tidied(done))
                self._read(self._show_sizes(), "look at the history")
        finally:
            self._tidying = False
            if not self._closed:
                self._follow_choices()

    def _tidied(self, done: Tidied) -> str:
        if not done.log_entries and not done.results:
            return self.tr("Nothing is older or more than you want to keep.")
        return self.tr("Removed: {0} log entries, {1} descriptions of results.").format(
            count_text(done.log_entries), count_text(done.results)
        )

    # -- widgets ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PANE_SPACING, PANE_SPACING, PANE_SPACING, PANE_SPACING)
        layout.setSpacing(GROUP_SPACING)
        layout.addWidget(self.message_bar)
        kept = Card(self.tr("What is kept"), self)
        kept.body.addWidget(self.facts)
        layout.addWidget(kept)
        layout.addWidget(self._retention_card())
        layout.addWidget(self.transfer)
        layout.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        layout.addLayout(buttons)

    def _retention_card(self) -> Card:
        card = Card(self.tr("For how long"), self)
        card.body.setSpacing(GROUP_SPACING)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(GROUP_SPACING)
        grid.setColumnStretch(2, 1)
        rows = (
            (self.tr("&Logs"), self.log_days),
            (self.tr("&Descriptions of results"), self.result_days),
            (self.tr("&Size"), self.max_size),
        )
        for row, (text, box) in enumerate(rows):
            label = plain_label(text, self)
            label.setBuddy(box)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        grid.addWidget(self.tidy_button, len(rows) - 1, 3)
        card.body.addLayout(grid)
        words = self.tr(
            "Jobs themselves are never removed by this. Days count from the last change of a job."
        )
        card.body.addWidget(MutedLabel(words, self, wrap=True))
        return card

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.accept)
        self.tidy_button.clicked.connect(self.tidy)
        self.transfer.imported.connect(self._on_imported)
        self.transfer.told.connect(self.say)
        self.transfer.begun.connect(self.message_bar.clear)

    def _on_imported(self) -> None:
        self._read(self._show_sizes(), "look at the history")

    def done(self, result: int) -> None:
        """Closing ends an export or import that runs (nothing half-written stays), no tidying."""
        self._closed = True
        self.transfer.shut_down()
        super().done(result)
