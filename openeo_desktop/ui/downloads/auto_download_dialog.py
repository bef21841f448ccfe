"""Which files of an account's jobs come by themselves when a job finishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from openeo_desktop.core.accounts import Account
from openeo_desktop.core.auto_rules import AutoRule
from openeo_desktop.core.formatting import visible_text
from openeo_desktop.ui.downloads.auto_texts import split_list
from openeo_desktop.ui.kit.buttons import outlined_button, primary_button
from openeo_desktop.ui.kit.labels import MutedLabel, plain_label
from openeo_desktop.ui.look.tokens import GROUP_SPACING, LINE_SPACING, PANE_SPACING

if TYPE_CHECKING:
    from openeo_desktop.services.auto_downloads import AutoDownloads

WIDTH = 500
KINDS = {
    "GeoTIFF": ("image/tiff",),
    "netCDF": ("application/x-netcdf", "application/netcdf"),
    "JSON": ("application/json", "application/geo+json"),
    "CSV": ("text/csv",),
    "PNG": ("image/png",),
}


class AutoDownloadDialog(QDialog):
    """Off, all files, or a filter; what is chosen holds for jobs that finish from now on."""

    def __init__(
        self, rules: AutoDownloads, account: Account, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rules = rules
        self._account = account
        self.setObjectName("auto_download_dialog")
        self.setWindowTitle(self.tr("Automatic downloads"))
        self._make_widgets()
        self._lay_out()
        self._show(rules.rule_of(account.id))
        for button in (self.off, self.everything, self.some):
            button.toggled.connect(self._follow)
        self.save_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self._follow()
        self.resize(WIDTH, self.sizeHint().height())

    def rule(self) -> AutoRule | None:
        """What is chosen; None for nothing."""
        if self.off.isChecked():
            return None
        if self.everything.isChecked():
            return AutoRule()
        kinds = [
            kind for name, box in self.kinds.items() if box.isChecked() for kind in KINDS[name]
        ]
        types = (*kinds, *split_list(self.other_types.text()))
        return AutoRule(types, split_list(self.roles.text()), self.names.text().strip())

    def accept(self) -> None:
        """Keep the choice."""
        self._rules.set_rule(self._account.id, self.rule())
        super().accept()

    def _show(self, rule: AutoRule | None) -> None:
        which = self.off if rule is None else self.everything if rule == AutoRule() else self.some
        which.setChecked(True)
        if rule is None:
            return
        left = set(rule.media_types)
        for name, box in self.kinds.items():
            box.setChecked(left.issuperset(KINDS[name]))
            left -= set(KINDS[name]) if box.isChecked() else set()
        self.other_types.setText(", ".join(kind for kind in rule.media_types if kind in left))
        self.roles.setText(", ".join(rule.roles))
        self.names.setText(rule.glob)

    def _follow(self) -> None:
        self._filter.setEnabled(self.some.isChecked())

    def _make_widgets(self) -> None:
        title = visible_text(self._account.title)
        self.heading = plain_label(
            self.tr("When a job of {account} finishes, download:").format(account=title), self
        )
        self.off = QRadioButton(self.tr("&Nothing"), self)
        self.everything = QRadioButton(self.tr("&All its files"), self)
        self.some = QRadioButton(self.tr("&Only these files:"), self)
        self._filter = QWidget(self)
        self.kinds = {name: QCheckBox(name, self._filter) for name in KINDS}
        self.other_types = self._line(self.tr("Other types"), "image/jp2, application/*")
        self.roles = self._line(self.tr("Roles"), "data, thumbnail")
        self.names = self._line(self.tr("Names"), "*.tif; result_*")
        self.hint = MutedLabel(
            self.tr(
                "An empty line lets every file through. Jobs that have finished before are left "
                "alone; a single job can be chosen in its menu: «Download when finished»."
            ),
            self,
            wrap=True,
        )
        self.save_button = primary_button(self.tr("Save"), None, self)
        self.save_button.setDefault(True)
        self.cancel_button = outlined_button(self.tr("Cancel"), None, self)

    def _line(self, name: str, example: str) -> QLineEdit:
        line = QLineEdit(self._filter)
        line.setAccessibleName(name)
        line.setPlaceholderText(self.tr("for example {text}").format(text=example))
        return line

    def _lay_out(self) -> None:
        kinds = QHBoxLayout()
        for box in self.kinds.values():
            kinds.addWidget(box)
        kinds.addStretch(1)
        form = QFormLayout(self._filter)
        form.setContentsMargins(24, 0, 0, 0)
        form.setVerticalSpacing(LINE_SPACING)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(self.tr("Types"), kinds)
        form.addRow(self.tr("Other types"), self.other_types)
        form.addRow(self.tr("Roles"), self.roles)
        form.addRow(self.tr("Names"), self.names)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(PANE_SPACING, PANE_SPACING, PANE_SPACING, PANE_SPACING)
        column.setSpacing(GROUP_SPACING)
        for widget in (self.heading, self.off, self.everything, self.some, self._filter, self.hint):
            column.addWidget(widget)
        column.addLayout(buttons)
