"""Finds texts that do not fit where they are shown: for tests of translations and of scale factors.

It measures what Qt has laid out, not pictures. What to look at is the caller's (see
`walked_pictures`).
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QRadioButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from openeo_desktop.ui.kit.labels import ElidedLabel

_DEADLINE_MS = 60_000
_REST_MS = 10_000


def cut_texts(root: QWidget) -> Iterator[str]:
    """What is cut among the visible parts of a widget; shortened with a tool tip is on purpose."""
    for part in (root, *root.findChildren(QWidget)):
        if part.isVisible() and not part.visibleRegion().isEmpty():
            words = _cut(part)
            if words:
                yield f"{type(root).__name__}: {type(part).__name__} «{words}»"


def still_cut(root: QWidget) -> list[str]:
    """What is cut when the layout has come to rest; nothing as soon as nothing is."""
    deadline = QDeadlineTimer(_REST_MS)
    while (found := list(cut_texts(root))) and not deadline.hasExpired():
        turn()
    return found


def _cut(part: QWidget) -> str:
    if isinstance(part, ElidedLabel):
        return ""
    if isinstance(part, QLabel):
        return part.text() if _label_is_cut(part) else ""
    if isinstance(part, (QPushButton, QToolButton, QCheckBox, QRadioButton)):
        return part.text() if _button_is_cut(part) else ""
    if isinstance(part, QComboBox):
        return part.currentText() if part.width() < part.minimumSizeHint().width() else ""
    if isinstance(part, QTabBar):
        return ", ".join(_cut_tabs(part))
    if isinstance(part, QHeaderView):
        return ", ".join(_cut_heads(part))
    return ""


def _label_is_cut(label: QLabel) -> bool:
    if not label.text() or not label.pixmap().isNull() or label.toolTip():
        return False
    # A label with a buddy underlines a letter instead of showing the «&».
    flags = int(Qt.TextFlag.TextShowMnemonic) if label.buddy() else 0
    needed = label.fontMetrics().size(flags, label.text())
    room = label.contentsRect()
    if label.wordWrap():
        widest = max(_width(label.fontMetrics(), word) for word in label.text().split() or [""])
        return widest > room.width() or label.heightForWidth(label.width()) > label.height() + 1
    return needed.width() > room.width() + 1 or needed.height() > label.height() + 1


def _button_is_cut(button: QAbstractButton) -> bool:
    if not button.text():
        return False
    if isinstance(button, QToolButton):
        if button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
            return False
        if button.toolTip() and "…" in button.text():
            return False
    needed = button.fontMetrics().size(int(Qt.TextFlag.TextShowMnemonic), button.text())
    if not button.icon().isNull():
        needed += QSize(button.iconSize().width(), 0)
    return needed.width() > button.width() or needed.height() > button.height()


def _cut_tabs(bar: QTabBar) -> list[str]:
    metrics = bar.fontMetrics()
    return [
        bar.tabText(at)
        for at in range(bar.count())
        if _width(metrics, bar.tabText(at)) > bar.tabRect(at).width() and not bar.tabToolTip(at)
    ]


def _cut_heads(header: QHeaderView) -> list[str]:
    model, font = header.model(), QFont(header.font())
    if model is None or header.orientation() is not Qt.Orientation.Horizontal:
        return []
    font.setBold(True)
    shown = [at for at in range(header.count()) if header.sectionSize(at)]
    heads = {at: str(model.headerData(at, header.orientation()) or "") for at in shown}
    metrics = QFontMetrics(font)
    return [text for at, text in heads.items() if _width(metrics, text) > header.sectionSize(at)]


def _width(metrics: QFontMetrics, text: str) -> int:
    return metrics.size(int(Qt.TextFlag.TextShowMnemonic), text).width()


def turn() -> None:
    """Let layouts and answers of fakes happen."""
    loop = QEventLoop()
    QTimer.singleShot(15, loop.quit)
    loop.exec()
