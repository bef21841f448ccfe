"""The folded part of the New-job dialog: log level, billing plan, budget."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from openeo_desktop.ui.kit.buttons import show_words
from openeo_desktop.ui.kit.labels import plain_label
from openeo_desktop.ui.look.icons import Icon, icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING, LINE_SPACING

LOG_LEVELS = ("error", "warning", "info", "debug")


class AdvancedJobOptions(QWidget):
    """Folded until the person asks for it, or a draft has something in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggle = QToolButton(self)
        self.toggle.setObjectName("advancedToggle")
        self.toggle.setText(self.tr("Advanced"))
        show_words(self.toggle, beside=True)
        self.toggle.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.toggle.clicked.connect(self._on_toggle_clicked)
        self._panel = QWidget(self)
        self._make_fields()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(LINE_SPACING)
        layout.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._panel)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.set_unfolded(False)

    @property
    def log_level(self) -> str:
        """Empty for the back-end's own default."""
        return str(self._log_level.currentData() or "")

    @property
    def plan(self) -> str:
        return self._plan.text().strip()

    @property
    def budget_text(self) -> str:
        return self._budget.text().strip()

    def budget(self) -> float | None:
        """The limit in the back-end's currency; None for no limit."""
        value, valid = QLocale().toDouble(self.budget_text)
        return value if valid and self.budget_text else None

    def budget_problem(self) -> str:
        """What is wrong with the budget, in words; empty if nothing is."""
        if not self.budget_text or self._budget.hasAcceptableInput():
            return ""
        return self.tr("The budget has to be a number, 0 or more.")

    def set_values(self, log_level: str, plan: str, budget: str) -> None:
        """Fill the fields; unfolds if there is something in them."""
        self._log_level.setCurrentIndex(max(0, self._log_level.findData(log_level)))
        self._plan.setText(plan)
        self._budget.setText(budget)
        self.set_unfolded(bool(self.log_level or plan or budget))

    def show_always(self, *, billing: bool) -> None:
        """Without the fold; without plan and budget where the back-end does not bill."""
        self.toggle.hide()
        self.set_unfolded(True)
        for widget in self._billing:
            widget.setVisible(billing)

    def unfold(self) -> None:
        """Show the fields and go to the budget."""
        self.set_unfolded(True)
        self._budget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_fields(self) -> None:
        self._log_level = QComboBox(self._panel)
        self._log_level.setObjectName("logLevel")
        self._log_level.addItem(self.tr("Back-end's default"), "")
        names = (self.tr("Error"), self.tr("Warning"), self.tr("Info"), self.tr("Debug"))
        for level, name in zip(LOG_LEVELS, names, strict=True):
            self._log_level.addItem(name, level)
        self._plan = QLineEdit(self._panel)
        self._plan.setPlaceholderText(self.tr("Your default plan"))
        self._budget = QLineEdit(self._panel)
        self._budget.setPlaceholderText(self.tr("No limit"))
        validator = QDoubleValidator(0.0, 1e12, 4, self._budget)
        validator.setNotation(QDoubleValidator.Notation.StandardNotation)
        self._budget.setValidator(validator)
        budget_tip = self.tr("A job that reaches its budget may end with partial results, or none.")
        self._budget.setToolTip(budget_tip)
        grid = QGridLayout(self._panel)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GROUP_SPACING)
        grid.setVerticalSpacing(4)
        fields = (
            (self.tr("Log &level"), self._log_level),
            (self.tr("Billing &plan"), self._plan),
            (self.tr("&Budget"), self._budget),
        )
        self._billing: list[QWidget] = [self._plan, self._budget]
        for column, (text, field) in enumerate(fields):
            label = plain_label(text, self._panel)
            label.setBuddy(field)
            if field in self._billing:
                self._billing.append(label)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1)

    def set_unfolded(self, unfolded: bool) -> None:
        """Show or hide the fields."""
        self.toggle.setIcon(icon(Icon.CARET_DOWN if unfolded else Icon.CARET_RIGHT))
        state = self.tr("unfolded") if unfolded else self.tr("folded")
        self.toggle.setAccessibleDescription(state)
        self._panel.setVisible(unfolded)

    def _on_toggle_clicked(self) -> None:
        self.set_unfolded(self._panel.isHidden())
