"""Draws the rows of the jobs table: status pill, two-tone title, progress bar, quiet facts.

Every repaint draws a hundred cells, so what can be remembered between repaints is.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap, QPixmapCache
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from openeo_desktop.core.jobs import Job, JobStatus
from openeo_desktop.core.times import utc_now
from openeo_desktop.models.job_days import DayHeading
from openeo_desktop.models.jobs_table import NUMBERS, JobColumn, JobsTableModel
from openeo_desktop.models.paged import ROW_ROLE
from openeo_desktop.ui.jobs.fitted_text import FittedText
from openeo_desktop.ui.jobs.jobs_texts import (
    JobWords,
    one_line,
    shown_progress,
    shown_status,
    status_text,
)
from openeo_desktop.ui.kit.cell_painting import inner
from openeo_desktop.ui.kit.progress import paint_progress
from openeo_desktop.ui.kit.status_pill import paint_status_pill, status_pill_size
from openeo_desktop.ui.look import fonts, theme
from openeo_desktop.ui.look.icons import role_color
from openeo_desktop.ui.look.tokens import ROW_JOBS

BAR_WIDTH = 46
BAR_HEIGHT = 6
MAX_TITLE = 500
_GAP = 8
_HEADING_PAD = 12
_COLUMNS = tuple(JobColumn)


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
        self._body = FittedText(fonts.body_font())
        self._strong = FittedText(fonts.strong_font())
        self._numbers = FittedText(fonts.tabular_font())
        self._fixed = FittedText(fonts.fixed_font())

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(80, ROW_JOBS)

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """The field for another title."""
        editor = QLineEdit(parent)
        editor.setObjectName("job_title_editor")
        editor.setAccessibleName(self.tr("Title of the job"))
        editor.setPlaceholderText(self.tr("No title"))
        editor.setMaxLength(MAX_TITLE)
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Once: what was typed is not overwritten when the row changes meanwhile."""
        if isinstance(editor, QLineEdit) and not editor.property("filled"):
            editor.setProperty("filled", True)
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        value = _shown(index)
        if isinstance(value, DayHeading):
            self._paint_heading(painter, option.rect, value)
            return
        # Hover and focus are the table's; asking the style for each cell would double the time.
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(theme.tokens().selection))
        job = value
        column = _COLUMNS[index.column()]
        rect = inner(option.rect)
        if job is None:
            _paint_placeholder(painter, rect, column)
        elif column is JobColumn.STATUS:
            _paint_status(painter, rect, job, self._body.font)
        elif column is JobColumn.TITLE:
            self._paint_title(painter, rect, job)
        elif column is JobColumn.PROGRESS:
            self._paint_progress(painter, rect, job)
        else:
            self._paint_fact(painter, rect, job, column)

    def _paint_heading(self, painter: QPainter, rect: QRect, heading: DayHeading) -> None:
        """Each cell paints its part of one line over the whole width, so that any may be drawn."""
        parent = self.parent()
        width = parent.viewport().width() if isinstance(parent, QTableView) else rect.right()
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, QColor(theme.tokens().raised))
        line = QRect(_HEADING_PAD, rect.top(), width - 2 * _HEADING_PAD, rect.height())
        words = self._words.heading(heading, self._now())
        self._strong.paint(painter, line, words, role_color("text"))
        painter.restore()

    def _paint_title(self, painter: QPainter, rect: QRect, job: Job) -> None:
        """The title, then as much of the description as there is room for, muted."""
        title = one_line(job.shown_title)
        self._body.paint(painter, rect, title, role_color("muted" if job.gone else "text"))
        if job.description:
            rest = rect.adjusted(self._body.width(title) + 2 * _GAP, 0, 0, 0)
            if rest.width() > 60:
                words = one_line(job.description)
                self._body.paint(painter, rest, words, role_color("muted"))

    def _paint_progress(self, painter: QPainter, rect: QRect, job: Job) -> None:
        progress = shown_progress(job)
        if progress is None:
            return
        top = rect.top() + (rect.height() - BAR_HEIGHT) // 2
        bar = QRect(rect.left(), top, min(BAR_WIDTH, rect.width()), BAR_HEIGHT)
        paint_progress(painter, bar, progress / 100, role_color(job.status.value))
        text = self._words.text(job, JobColumn.PROGRESS, self._now())
        words = rect.adjusted(BAR_WIDTH + _GAP, 0, 0, 0)
        self._numbers.paint(painter, words, text, role_color("muted"))

    def _paint_fact(self, painter: QPainter, rect: QRect, job: Job, column: JobColumn) -> None:
        text = self._words.text(job, column, self._now())
        moving = column is JobColumn.DURATION and job.status is JobStatus.RUNNING
        plain = (moving or column in (JobColumn.COSTS, JobColumn.BUDGET)) and not job.gone
        is_id = column is JobColumn.ID
        line = self._fixed if is_id else self._numbers
        colour = role_color("text" if plain else "muted")
        line.paint(painter, rect, text, colour, right=column in NUMBERS, middle=is_id)


def _shown(index: QModelIndex | QPersistentModelIndex) -> Job | DayHeading | None:
    """From the model itself: on the way through Qt another thread may take the interpreter."""
    model = index.model()
    if isinstance(model, JobsTableModel):
        return model.shown(index.row())
    value: Job | DayHeading | None = index.data(ROW_ROLE)
    return value


def _paint_status(painter: QPainter, rect: QRect, job: Job, font: QFont) -> None:
    """From a pixmap: painted anew, pills took a third of the time of a repaint."""
    label = status_text(job)
    ratio = painter.device().devicePixelRatio()
    width = min(status_pill_size(label, font).width(), rect.width())
    scheme = theme.tokens().name
    status = shown_status(job)
    key = f"pill/{scheme}/{status}/{label}/{width}x{rect.height()}/{ratio}/{font.key()}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = _pill_pixmap(QSize(width, rect.height()), ratio, status, label, font)
        QPixmapCache.insert(key, pixmap)
    painter.drawPixmap(rect.topLeft(), pixmap)


def _pill_pixmap(size: QSize, ratio: float, status: JobStatus, label: str, font: QFont) -> QPixmap:
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setFont(font)
    paint_status_pill(painter, QRect(QPoint(0, 0), size), status, label)
    painter.end()
    return pixmap


def _paint_placeholder(painter: QPainter, rect: QRect, column: JobColumn) -> None:
    """A quiet bar where a text will be in a moment."""
    if column is JobColumn.TITLE:
        bar = QRect(rect.left(), rect.center().y() - 4, min(rect.width(), 160), 8)
        paint_progress(painter, bar, 0.0, role_color("muted"))
