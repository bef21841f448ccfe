"""Whether a screen reader can name what a window lets a person do."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_INTERNAL = (
    *("qt_spinbox_lineedit", "qt_toolbar_ext_button", "qt_menubar_ext_button"),
    "qt_tableview_cornerbutton",
)


def assert_accessible(widget: QWidget) -> None:
    """Every button, field, box, view and editor under `widget` has a text, a name or a buddy."""
    found = nameless(widget)
    assert not found, f"no accessible name: {', '.join(found)}"


def nameless(widget: QWidget) -> list[str]:
    """What a screen reader cannot name, described."""
    return [_describe(part) for part in _parts(widget) if not _name(part)]


def _parts(widget: QWidget) -> list[QWidget]:
    kinds = (
        QAbstractButton,
        QLineEdit,
        QComboBox,
        QAbstractSpinBox,
        QAbstractItemView,
        QPlainTextEdit,
        QTextEdit,
    )
    found = [widget, *widget.findChildren(QWidget)]
    return [part for part in found if isinstance(part, kinds) and not _is_internal(part)]


def _is_internal(part: QWidget) -> bool:
    """Parts that nobody sees now, or that Qt makes for itself inside of a named widget."""
    if part.isHidden():
        return True
    if isinstance(part, QHeaderView):
        return True  # Qt names its sections by the model
    parent = part.parentWidget()
    inside = isinstance(parent, QLineEdit | QComboBox) or type(parent).__name__ == "TabStrip"
    inside = inside or _is_popup_of_combo_box(parent)
    return inside or part.objectName() in _INTERNAL


def _is_popup_of_combo_box(parent: QWidget | None) -> bool:
    """The list that drops down: it is read as a part of its box."""
    return parent is not None and isinstance(parent.parentWidget(), QComboBox)


def _name(part: QWidget) -> str:
    if part.accessibleName():
        return part.accessibleName()
    if isinstance(part, QAbstractButton):
        action = getattr(part, "defaultAction", lambda: None)()
        return part.text() or (action.text() if action is not None else "")
    labels = part.window().findChildren(QWidget)
    return next(
        (label.text() for label in labels if getattr(label, "buddy", lambda: None)() is part), ""
    )


def _describe(part: QWidget) -> str:
    tool_tip = f" «{part.toolTip()}»" if part.toolTip() else ""
    return f"{type(part).__name__} {part.objectName()}{tool_tip}".strip()
