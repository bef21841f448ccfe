"""A job's status as a pill: fill, icon and word, painted for tables and as a widget."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from openeo_desktop.core.jobs import JobStatus
from openeo_desktop.ui.look import theme
from openeo_desktop.ui.look.icons import paint_icon, status_icon
from openeo_desktop.ui.look.tokens import Tokens

PILL_HEIGHT = 22
_SIDE = 14
_PAD = 8
_GAP = 5


def status_label(status: JobStatus, raw: str = "") -> str:
    """The word for a status; a status that this version does not know keeps the server's word."""
    words = {
        JobStatus.CREATED: QCoreApplication.translate("JobStatus", "Created"),
        JobStatus.QUEUED: QCoreApplication.translate("JobStatus", "Queued"),
        JobStatus.RUNNING: QCoreApplication.translate("JobStatus", "Running"),
        JobStatus.FINISHED: QCoreApplication.translate("JobStatus", "Finished"),
        JobStatus.ERROR: QCoreApplication.translate("JobStatus", "Error"),
        JobStatus.CANCELED: QCoreApplication.translate("JobStatus", "Canceled"),
    }
    unknown = QCoreApplication.translate("JobStatus", "Unknown")
    return words.get(status) or " ".join(raw.split())[:40] or unknown


def status_pill_size(label: str, font: QFont | None = None) -> QSize:
    """The size that the pill of a label wants, in logical pixels."""
    metrics = QFontMetrics(font if font is not None else QApplication.font())
    width = _PAD + _SIDE + _GAP + metrics.horizontalAdvance(label) + _PAD + 2
    return QSize(width, max(PILL_HEIGHT, metrics.height() + 4))


def paint_status_pill(
    painter: QPainter,
    rect: QRect | QRectF,
    status: JobStatus,
    label: str,
    tokens: Tokens | None = None,
) -> None:
    """Paint a pill at the left of `rect`, centred in its height, in the painter's font.

    A label that is too long for the rectangle elides.
    """
    tint = (tokens or theme.tokens()).status(status)
    box = QRectF(rect)
    wanted = status_pill_size(label, painter.font())
    height = min(float(wanted.height()), box.height())
    width = min(float(wanted.width()), box.width())
    pill = QRectF(box.left(), box.center().y() - height / 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tint.fill))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    mark = QRectF(pill.left() + _PAD, pill.center().y() - _SIDE / 2, _SIDE, _SIDE)
    paint_icon(painter, mark, status_icon(status), QColor(tint.text))
    painter.setPen(QColor(tint.text))
    words = QRectF(QPointF(mark.right() + _GAP, pill.top()), pill.bottomRight())
    words.setRight(pill.right() - _PAD + 2)
    shown = painter.fontMetrics().elidedText(
        label, Qt.TextElideMode.ElideRight, int(words.width()) + 1
    )
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()


class StatusPill(QWidget):
    """The pill as a widget."""

    def __init__(
        self, status: JobStatus = JobStatus.UNKNOWN, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._status = status
        self._label = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_status(status)

    @property
    def status(self) -> JobStatus:
        return self._status

    @property
    def label(self) -> str:
        """The word that is shown."""
        return self._label

    def set_status(self, status: JobStatus, raw: str = "", label: str = "") -> None:
        """Show a status; `raw` is the server's own word, shown for unknown ones.

        Args:
            label: Another word in its place, such as what is being done with the job.
        """
        self._status = status
        self._label = label or status_label(status, raw)
        self.setAccessibleName(self.tr("Status: %s") % self._label)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return status_pill_size(self._label, self.font())

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * _PAD + _SIDE, PILL_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        paint_status_pill(painter, self.rect(), self._status, self._label)
