"""Says what becomes of files that were dragged before they were here: «drag again when ready»."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping

from PySide6.QtCore import QObject

from openeo_desktop.core.downloads import DownloadState
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.ui.kit.message_bar import Level, MessageBar
from openeo_desktop.ui.kit.numbers import count_text

StateOf = Callable[[Hashable], DownloadState | None]


class DragHint(QObject):
    """Follows the files of the last drag that was too early, in the pane's message bar."""

    def __init__(self, messages: MessageBar) -> None:
        super().__init__(messages)
        self._messages = messages
        self._names: dict[Hashable, str] = {}
        self._begun: set[Hashable] = set()
        self._said = ""

    def wait_for(self, names: Mapping[Hashable, str]) -> None:
        """These files (by their key) were dragged and are being fetched now."""
        self._names, self._begun = dict(names), set()
        if not names:
            return
        if len(names) == 1:
            (name,) = names.values()
            text = self.tr("«{name}» is being fetched. Drag it again when it is ready.")
            self._say("info", text.format(name=visible_text(name)))
        else:
            text = self.tr("{count} files are being fetched. Drag them again when they are ready.")
            self._say("info", text.format(count=count_text(len(names))))

    def follow(self, state_of: StateOf) -> None:
        """Downloads have changed: say so when all of them have come, or one cannot."""
        states = {key: state_of(key) for key in self._names}
        self._begun.update(key for key, state in states.items() if state and state.is_open)
        if not states:
            return
        if all(state is DownloadState.DONE for state in states.values()):
            self._on_ready()
        elif any(state is None or self._is_stuck(key, state) for key, state in states.items()):
            self._end()  # its row says why

    def _is_stuck(self, key: Hashable, state: DownloadState) -> bool:
        """It went on after the drag, and stopped again."""
        return key in self._begun and state in (DownloadState.FAILED, DownloadState.PAUSED)

    def forget(self) -> None:
        """Another job is shown: the files of the last drag are of no concern here."""
        self._end()

    def _on_ready(self) -> None:
        count, name = len(self._names), next(iter(self._names.values()))
        text = self.tr("{count} files are here now: drag them.").format(count=count_text(count))
        if count == 1:
            text = self.tr("«{name}» is here now: drag it.").format(name=visible_text(name))
        mine = self._is_mine()
        self._names = {}
        if mine:
            self._say("success", text)

    def _say(self, level: Level, text: str) -> None:
        self._messages.show_message(level, text)
        self._said = text

    def _is_mine(self) -> bool:
        """Whether the bar still shows what was said here, not closed, not another message."""
        return bool(self._said) and self._messages.text() == self._said

    def _end(self) -> None:
        self._names = {}
        if self._is_mine():
            self._messages.clear()
