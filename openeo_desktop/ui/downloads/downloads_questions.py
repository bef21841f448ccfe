"""Questions before something of downloads is lost: bytes that have arrived, files on the disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from openeo_desktop.core.downloads import Download
from openeo_desktop.core.formatting import format_size, visible_text
from openeo_desktop.ui.kit.ask import Question, ask
from openeo_desktop.ui.kit.numbers import count_text


def _tr(text: str) -> str:
    return QCoreApplication.translate("Downloads", text)


def ask_cancel(
    parent: QWidget, begun: Sequence[Download], count: int, on_yes: Callable[[], object]
) -> None:
    """Bytes that have arrived would be lost: only then is it worth a question."""
    if not begun:
        on_yes()
        return
    title = _tr("Cancel {count} downloads?").format(count=count_text(count))
    if count == 1:
        name = visible_text(begun[0].path.name)
        title = _tr("Cancel the download of «{name}»?").format(name=name)
    text = _tr(
        "{size} that have arrived are deleted. To go on later, pause the download instead."
    ).format(size=format_size(sum(download.done for download in begun)))
    ask(parent, Question(title, text, _tr("Cancel download"), keep=_tr("Keep")), on_yes)


def ask_delete(parent: QWidget, files: Sequence[Download], on_yes: Callable[[], object]) -> None:
    """Files leave the disk for good."""
    title = _tr("Delete {count} files?").format(count=count_text(len(files)))
    if len(files) == 1:
        title = _tr("Delete «{name}»?").format(name=visible_text(files[0].path.name))
    folders = list(dict.fromkeys(str(download.path.parent) for download in files))
    where = visible_text(folders[0])
    if len(folders) > 1:
        where = _tr("{count} folders").format(count=count_text(len(folders)))
    text = _tr(
        "{size} are deleted from {folder}, not only from this list. As long as the back-end keeps "
        "the results, they can be downloaded again."
    ).format(size=format_size(sum(download.done for download in files)), folder=where)
    ask(parent, Question(title, text, _tr("Delete"), keep=_tr("Keep")), on_yes)
