"""In place of an empty table at a first start: three steps to the first job. No rules here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from openeo_desktop.ui.kit.buttons import outlined_button, primary_button
from openeo_desktop.ui.kit.flow_layout import FlowLayout
from openeo_desktop.ui.kit.labels import MutedLabel, TitleLabel, plain_label
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.look import fonts, theme
from openeo_desktop.ui.look.icons import Icon, paint_icon, role_color
from openeo_desktop.ui.look.tokens import GROUP_SPACING, PANE_SPACING

WIDTH = 560


def _tr(text: str) -> str:
    return QCoreApplication.translate("FirstSteps", text)


class FirstSteps(QScrollArea):
    """Signals: `local_wanted()` try it on this computer; `account_wanted()`; `example_wanted()`;
    `new_job_wanted()`.
    """

    local_wanted = Signal()
    account_wanted = Signal()
    example_wanted = Signal()
    new_job_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("first_steps")
        self.setAccessibleName(_tr("Three steps to your first job"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._make_buttons()
        self._make_steps()
        self._lay_out()
        self.show_accounts(has_any=False)

    def show_accounts(self, *, has_any: bool) -> None:
        """The first step is done as soon as there is an account; the second then waits."""
        self.where.set_done(has_any)
        for button in (self.example_button, self.new_button):
            button.setEnabled(has_any)
            button.setToolTip("" if has_any else _tr("Choose where to compute first."))

    def show_local(self, words: str, *, can_start: bool, sentence: str = "") -> None:
        """What the button for this computer says, and why it may not be used."""
        self.local_button.setText(words)
        self.local_button.setEnabled(can_start)
        self.local_button.setVisible(True)
        self.local_button.setToolTip(plain_tool_tip(sentence))
        self.where.set_note(sentence)

    def offer_set_up(self, panel: QWidget) -> None:
        """In place of the button for this computer, where that is not set up yet."""
        self.local_button.hide()
        self.where.add(panel)

    def main_button(self) -> QPushButton:
        """What the keyboard starts at."""
        buttons = (self.example_button, self.local_button, self.account_button)
        return next((button for button in buttons if button.isEnabled()), self.account_button)

    def _make_buttons(self) -> None:
        self.local_button = outlined_button(
            _tr("&Try it on this computer"), Icon.THIS_COMPUTER, self
        )
        self.local_button.clicked.connect(self.local_wanted)
        self.account_button = outlined_button(_tr("&Add account…"), Icon.ACCOUNT_ADD, self)
        self.account_button.clicked.connect(self.account_wanted)
        self.example_button = primary_button(_tr("New job from an &example"), Icon.PROCESS, self)
        self.example_button.clicked.connect(self.example_wanted)
        self.new_button = outlined_button(_tr("&Own process graph…"), Icon.NEW_JOB, self)
        self.new_button.clicked.connect(self.new_job_wanted)

    def _make_steps(self) -> None:
        self.where = FirstStep(
            1,
            _tr("Choose where to compute"),
            _tr(
                "«This computer» needs no account: it computes on a small sample, and on your own "
                "files. For the collections of an openEO back-end, add your account there."
            ),
            (self.local_button, self.account_button),
            self,
        )
        self.what = FirstStep(
            2,
            _tr("Make a job"),
            _tr(
                "Take an example, or a process graph of your own: write it, open it (Ctrl+O), or "
                "drop a JSON file onto this window."
            ),
            (self.example_button, self.new_button),
            self,
        )
        self.watch = FirstStep(
            3,
            _tr("Start it, and take the results"),
            _tr(
                "Progress and log are shown while it runs, and you are told when it has ended. "
                "Results are downloaded with Ctrl+D, or dragged into other programs."
            ),
            (),
            self,
        )

    def _lay_out(self) -> None:
        inside = QWidget(self)
        inside.setProperty("kind", "surface")
        holder = QWidget(inside)
        holder.setMaximumWidth(WIDTH)
        column = QVBoxLayout(holder)
        column.setContentsMargins(PANE_SPACING, PANE_SPACING, PANE_SPACING, PANE_SPACING)
        column.setSpacing(PANE_SPACING)
        column.addStretch(2)
        column.addWidget(TitleLabel(_tr("Three steps to your first job"), holder))
        for step in (self.where, self.what, self.watch):
            column.addWidget(step)
        column.addStretch(3)
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(holder, 100)
        row.addStretch(1)
        self.setWidget(inside)


class FirstStep(QWidget):
    """A number, or a check mark once it is done; a title, a sentence, buttons."""

    def __init__(
        self,
        number: int,
        title: str,
        sentence: str,
        buttons: Sequence[QPushButton],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._title = title
        self.badge = _Badge(number, self)
        self.note = MutedLabel("", self, wrap=True)
        self._texts = texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(plain_label(title, self, font=fonts.strong_font()))
        texts.addWidget(MutedLabel(sentence, self, wrap=True))
        texts.addWidget(self.note)
        if buttons:
            line = QWidget(self)
            flow = FlowLayout(line, spacing=8)
            for button in buttons:
                flow.addWidget(button)
            texts.addSpacing(4)
            texts.addWidget(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GROUP_SPACING + 2)
        row.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        self.set_note("")
        self.set_done(False)

    @property
    def is_done(self) -> bool:
        """Whether the check mark is shown."""
        return self.badge.is_done

    def set_done(self, done: bool) -> None:
        """Show a check mark in place of the number."""
        self.badge.is_done = done
        self.badge.update()
        self.setAccessibleName(
            _tr("{title}: done").format(title=self._title) if done else self._title
        )

    def add(self, widget: QWidget) -> None:
        """Something more, between the sentence and the buttons."""
        self._texts.insertWidget(self._texts.indexOf(self.note) + 1, widget)

    def set_note(self, words: str) -> None:
        """Why a button cannot be used, or what goes on."""
        self.note.setText(words)
        self.note.setVisible(bool(words))


class _Badge(QWidget):
    """The number in a disc."""

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self.is_done = False
        self.setFixedSize(QSize(28, 28))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.tokens()
        tint = tokens.finished if self.is_done else tokens.running
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint.fill))
        painter.drawEllipse(QRectF(self.rect()))
        if self.is_done:
            box = self.rect().adjusted(6, 6, -6, -6)
            paint_icon(painter, box, Icon.CHECK, role_color("finished"))
            return
        painter.setPen(QColor(tint.text))
        painter.setFont(fonts.strong_font())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), f"{self._number}")
