"""Says over the table that only jobs are listed which ended since a moment; closing it ends it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.formatting import format_moment
from openeo_desktop.models.navigation import Place, View
from openeo_desktop.ui.kit.message_bar import MessageBar


class SinceBar(MessageBar):
    """Hidden unless the place is such a one. Signals: `all_wanted()`, by its button or closing."""

    all_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("since_bar")
        self.action_triggered.connect(self.all_wanted)
        self.closed.connect(self.all_wanted)

    def follow(self, place: Place, now: dt.datetime) -> None:
        """Say it, or nothing."""
        if place.view is not View.ENDED:
            self.clear()
            return
        text = self.tr("Jobs that have ended")
        if place.since is not None:
            time = format_moment(place.since, now)
            text = self.tr("Jobs that have ended since this time: {time}").format(time=time)
        self.show_message("info", text, self.tr("Show all jobs"))
