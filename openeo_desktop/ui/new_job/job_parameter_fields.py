"""What a back-end offers for a job beside the API: one field each, folded until asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from openeo_desktop.core.formatting import visible_text
from openeo_desktop.core.job_parameters import JobParameter, value_text
from openeo_desktop.ui.kit.buttons import show_words
from openeo_desktop.ui.kit.labels import ElidedLabel
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.look.icons import Icon, icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING, LINE_SPACING

_MOST_HEIGHT, _MOST_LABEL, _MOST_DEFAULT = 190, 240, 60
_OF_SCREEN = 6
"""With everything unfolded the dialogs still fit a screen 720 high."""
_TRUTHS = (True, False)
Field = QComboBox | QLineEdit


class JobParameterFields(QWidget):
    """Hidden where a back-end offers nothing. An empty field leaves the choice to the back-end.

    Texts outlast the offer: what was written for one account is there when it is chosen again.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("jobParameters")
        self.toggle = QToolButton(self)
        self.toggle.setObjectName("jobParametersToggle")
        show_words(self.toggle, beside=True)
        self.toggle.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.toggle.clicked.connect(self._on_toggle_clicked)
        self._area = _LowArea(self)
        self._texts: dict[str, str] = {}
        self._given: dict[str, str] = {}
        self._offered: tuple[JobParameter, ...] = ()
        self._fields: dict[str, Field] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(LINE_SPACING)
        layout.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._area)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.offer(())

    def offer(self, offered: Sequence[JobParameter]) -> None:
        """Show these, with what was written for them."""
        self._texts = self.texts()
        self._offered = tuple(offered)
        self._make_fields()
        self._fill()
        self.toggle.setText(self.tr("Options of this back-end"))
        self.setVisible(bool(self._offered))

    def set_texts(self, texts: Mapping[str, str]) -> None:
        """What stands in the fields, also in those that are offered only later."""
        self._texts, self._given = dict(texts), dict(texts)
        self._fill()

    def texts(self) -> dict[str, str]:
        """What was written, by name; nothing for what is left to the back-end."""
        now = {name: _text_of(field) for name, field in self._fields.items()}
        return {name: text for name, text in (self._texts | now).items() if text}

    def values(self) -> dict[str, Any]:
        """What is chosen of what this back-end offers; without what cannot be read."""
        texts = self.texts()
        given = [(one, texts[one.name]) for one in self._offered if one.name in texts]
        return {one.name: one.read(text) for one, text in given if _is_readable(one, text)}

    def changed(self) -> dict[str, Any]:
        """What differs from the texts that were given; an emptied one is the back-end's default."""
        now, values = self.texts(), self.values()
        return {
            one.name: values.get(one.name, one.default)
            for one in self._offered
            if now.get(one.name, "") != self._given.get(one.name, "")
        }

    def problem(self) -> str:
        """What is wrong with the first field that cannot be read, in words; empty if nothing is."""
        wrong = self._first_wrong()
        if wrong is None:
            return ""
        text = self.tr("The option «{name}» does not take this value. It takes: {types}.")
        types = ", ".join(self._type_words().get(name, name) for name in wrong.types)
        return text.format(name=visible_text(wrong.name), types=visible_text(types))

    def unfold(self) -> None:
        """Show the fields, and go to the first that cannot be read."""
        self._set_unfolded(True)
        wrong = self._first_wrong()
        if wrong is not None:
            found = self._fields[wrong.name]
            found.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(found)

    def _first_wrong(self) -> JobParameter | None:
        texts = self.texts()
        given = (one for one in self._offered if one.name in texts)
        return next((one for one in given if not _is_readable(one, texts[one.name])), None)

    def _type_words(self) -> dict[str, str]:
        return {
            "integer": self.tr("a whole number"),
            "number": self.tr("a number, with a point"),
            "boolean": self.tr("true or false"),
            "array": self.tr("a list in JSON"),
            "object": self.tr("an object in JSON"),
            "null": self.tr("null"),
        }

    # -- fields ----------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        body = QWidget(self._area)
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GROUP_SPACING)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self._fields = {one.name: self._field(one, body) for one in self._offered}
        for row, one in enumerate(self._offered):
            label = ElidedLabel(visible_text(one.name), body)
            label.setToolTip(plain_tool_tip(visible_text(one.description)))
            label.setMaximumWidth(_MOST_LABEL)
            label.setMinimumWidth(min(_MOST_LABEL, label.sizeHint().width()))
            grid.addWidget(label, row, 0)
            grid.addWidget(self._fields[one.name], row, 1)
        self._area.setWidget(body)
        body.setAutoFillBackground(False)  # setWidget turned it on: another grey than the dialog's
        self._set_unfolded(any(one.name in self._texts for one in self._offered))

    def _field(self, one: JobParameter, body: QWidget) -> Field:
        choices = one.choices or (_TRUTHS if one.types == ("boolean",) else ())
        found = self._choice(one, choices, body) if choices else self._line(one, body)
        found.setAccessibleName(visible_text(one.name))
        found.setAccessibleDescription(visible_text(one.description))
        found.setToolTip(plain_tool_tip(visible_text(one.description)))
        return found

    def _choice(self, one: JobParameter, choices: Sequence[Any], body: QWidget) -> QComboBox:
        found = QComboBox(body)
        found.addItem(self._default_words(one), "")
        for text in map(value_text, choices):
            if text:
                found.addItem(visible_text(text), text)
        found.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        found.setMinimumContentsLength(12)
        return found

    def _line(self, one: JobParameter, body: QWidget) -> QLineEdit:
        found = QLineEdit(body)
        found.setPlaceholderText(self._default_words(one))
        return found

    def _default_words(self, one: JobParameter) -> str:
        if one.default is None:
            return self.tr("Required") if one.required else self.tr("Back-end's default")
        value = visible_text(value_text(one.default))[:_MOST_DEFAULT]
        return self.tr("Back-end's default: {value}").format(value=value)

    def _fill(self) -> None:
        for name, found in self._fields.items():
            _set_text(found, self._texts.get(name, ""))

    def _on_toggle_clicked(self) -> None:
        self._set_unfolded(self._area.isHidden())

    def _set_unfolded(self, unfolded: bool) -> None:
        self.toggle.setIcon(icon(Icon.CARET_DOWN if unfolded else Icon.CARET_RIGHT))
        state = self.tr("unfolded") if unfolded else self.tr("folded")
        self.toggle.setAccessibleDescription(state)
        self._area.setVisible(unfolded)


class _LowArea(QScrollArea):
    """As high as its content, up to a limit: some back-ends offer dozens of options."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        body = self.widget()
        content = QSize() if body is None else body.sizeHint()
        most = min(_MOST_HEIGHT, self.screen().availableSize().height() // _OF_SCREEN)
        return QSize(content.width(), min(content.height(), most))


def _is_readable(one: JobParameter, text: str) -> bool:
    try:
        one.read(text)
    except ValueError:
        return False
    return True


def _text_of(found: Field) -> str:
    if isinstance(found, QComboBox):
        return str(found.currentData() or "")
    return found.text().strip()


def _set_text(found: Field, text: str) -> None:
    if isinstance(found, QLineEdit):
        found.setText(text)
        found.setCursorPosition(0)
        return
    if text and found.findData(text) < 0:
        found.addItem(visible_text(text), text)  # what a job has, though it is no longer offered
    found.setCurrentIndex(max(0, found.findData(text)))
