"""Draws the rows of the jobs table: status pill, two-tone title, progress bar, quiet facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from openeo_desktop.core.jobs import Job, JobStatus
from openeo_desktop.core.times import utc_now
from openeo_desktop.models.jobs_table import NUMBERS, JobColumn
from openeo_desktop.models.paged import ROW_ROLE
from openeo_desktop.ui import fonts
from openeo_desktop.ui.cell_painting import inner, paint_ground, paint_text
from openeo_desktop.ui.icons import role_color
from openeo_desktop.ui.jobs_texts import JobWords, one_line, shown_progress, status_text
from openeo_desktop.ui.kit.progress import paint_progress
from openeo_desktop.ui.kit.status_pill import paint_status_pill
from openeo_desktop.ui.tokens import ROW_JOBS

BAR_WIDTH = 46
BAR_HEIGHT = 6
_GAP = 8
_PLAIN = frozenset((JobColumn.TITLE, JobColumn.COSTS))


class JobsDelegate(QStyledItemDelegate):
    """Cells of `JobsTableModel`. Reads the job once per cell, not role by role: it is faster."""

    def __init__(
        self,
        words: JobWords,
        parent: QObject | None = None,
        now: Callable[[], dt.datetime] = utc_now,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._now = now
        self._numbers = fonts.tabular_font()
        self._fixed = fonts.fixed_font()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(80, ROW_JOBS)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        paint_ground(painter, option)
        job: Job | None = index.data(ROW_ROLE)
        column = JobColumn(index.column())
        rect = inner(option.rect)
        if job is None:
            _paint_placeholder(painter, rect, column)
        elif column is JobColumn.STATUS:
            _paint_status(painter, option, rect, job)
        elif column is JobColumn.TITLE:
            self._paint_title(painter, option, rect, job)
        elif column is JobColumn.PROGRESS:
            self._paint_progress(painter, option, rect, job)
        else:
            self._paint_fact(painter, option, rect, (job, column))

    def _paint_title(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, job: Job
    ) -> None:
        """The title, then as much of the description as there is room for, muted."""
        title = one_line(job.shown_title)
        colour = role_color("muted" if job.gone else "text")
        option.displayAlignment = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        paint_text(painter, option, rect, title, colour=colour)
        used = QFontMetrics(option.font).horizontalAdvance(title) + 2 * _GAP
        rest = rect.adjusted(used, 0, 0, 0)
        if job.description and rest.width() > 60:
            words = one_line(job.description)
            paint_text(painter, option, rest, words, colour=role_color("muted"))

    def _paint_progress(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, job: Job
    ) -> None:
        progress = shown_progress(job)
        if progress is None:
            return
        top = rect.top() + (rect.height() - BAR_HEIGHT) // 2
        bar = QRect(rect.left(), top, min(BAR_WIDTH, rect.width()), BAR_HEIGHT)
        paint_progress(painter, bar, progress / 100, role_color(job.status.value))
        option.font = self._numbers
        option.displayAlignment = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        text = self._words.text(job, JobColumn.PROGRESS, self._now())
        words = rect.adjusted(BAR_WIDTH + _GAP, 0, 0, 0)
        paint_text(painter, option, words, text, colour=role_color("muted"))

    def _paint_fact(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        what: tuple[Job, JobColumn],
    ) -> None:
        job, column = what
        side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
        option.displayAlignment = Qt.AlignmentFlag.AlignVCenter | side
        option.font = self._fixed if column is JobColumn.ID else self._numbers
        elide = (
            Qt.TextElideMode.ElideMiddle if column is JobColumn.ID else Qt.TextElideMode.ElideRight
        )
        muted = job.gone or column not in _PLAIN
        if column is JobColumn.DURATION and job.status is JobStatus.RUNNING:
            muted = False
        colour = role_color("muted" if muted else "text")
        text = self._words.text(job, column, self._now())
        paint_text(painter, option, rect, text, elide, colour)


def _paint_status(painter: QPainter, option: QStyleOptionViewItem, rect: QRect, job: Job) -> None:
    painter.save()
    painter.setFont(option.font)
    paint_status_pill(painter, rect, job.status, status_text(job))
    painter.restore()


def _paint_placeholder(painter: QPainter, rect: QRect, column: JobColumn) -> None:
    """A quiet bar where a text will be in a moment."""
    if column is JobColumn.TITLE:
        bar = QRect(rect.left(), rect.center().y() - 4, min(rect.width(), 160), 8)
        paint_progress(painter, bar, 0.0, role_color("muted"))
