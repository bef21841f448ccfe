"""First page of «Add account»: which back-end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from openeo_desktop.ui.accounts.known_back_ends import KNOWN_BACK_ENDS, address_of
from openeo_desktop.ui.kit.labels import MutedLabel, TitleLabel, plain_label
from openeo_desktop.ui.look.icons import Icon, icon
from openeo_desktop.ui.look.tokens import GROUP_SPACING, LINE_SPACING


class AddressPage(QWidget):
    """An address to type or to choose, and «This computer».

    Signals:
        changed(): Another address stands in the field.
    """

    changed = Signal()

    def __init__(self, parent: QWidget, *, offer_local: bool) -> None:
        super().__init__(parent)
        self._local_text = self.tr("This computer") if offer_local else ""
        self.address = QComboBox(self)
        self.address.setObjectName("backEndAddress")
        self.address.setEditable(True)
        self.address.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.address.setMinimumContentsLength(30)
        if offer_local:
            self.address.addItem(icon(Icon.THIS_COMPUTER), self._local_text)
        for known in KNOWN_BACK_ENDS:
            self.address.addItem(icon(Icon.BACK_END), known.label)
        self.address.setCurrentIndex(-1)
        self.address.editTextChanged.connect(self._on_text_changed)
        self._edit = QLineEdit(self)
        self.address.setLineEdit(self._edit)
        edit = self._edit
        edit.setPlaceholderText(self.tr("openeo.example.org"))
        edit.setClearButtonEnabled(True)
        for action in edit.findChildren(QAction):  # Qt's own mark is of another family
            action.setIcon(icon(Icon.CLEAR))
        self.hint = MutedLabel("", self, wrap=True)
        self._holder = QWidget(self)
        self._held = QVBoxLayout(self._holder)
        self._held.setContentsMargins(0, GROUP_SPACING, 0, 0)
        self._lay_out()
        self._on_text_changed(self.address.currentText())

    @property
    def offers_local(self) -> bool:
        """Whether «This computer» is among the choices."""
        return bool(self._local_text)

    def is_local(self) -> bool:
        """Whether «This computer» is chosen."""
        typed = self.address.currentText().strip()
        return bool(self._local_text) and typed == self._local_text

    def text(self) -> str:
        """The address; empty for «This computer»."""
        return "" if self.is_local() else address_of(self.address.currentText())

    def is_empty(self) -> bool:
        return not self.is_local() and not self.text()

    def offer_set_up(self, panel: QWidget) -> None:
        """Where «This computer» cannot start yet, it is set up here."""
        self._held.addWidget(panel)
        self._on_text_changed("")

    def set_text(self, address: str) -> None:
        self.address.setEditText(address)

    def focus(self) -> None:
        """Go to the field, everything selected."""
        self.address.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edit.selectAll()

    def _on_text_changed(self, _text: str) -> None:
        if self.is_local():
            text = self.tr(
                "A small back-end that runs on this computer, with a sample collection to try "
                "things out. Nothing leaves your computer."
            )
        else:
            text = self.tr(
                "Choose a public back-end or type the address of yours; https:// may be left out."
            )
        self.hint.setText(text)
        self._holder.setVisible(self.is_local())
        self.changed.emit()

    def _lay_out(self) -> None:
        label = plain_label(self.tr("&Back-end"), self)
        label.setBuddy(self.address)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(LINE_SPACING)
        layout.addWidget(TitleLabel(self.tr("Which openEO back-end do you use?"), self))
        layout.addSpacing(GROUP_SPACING)
        layout.addWidget(label)
        layout.addWidget(self.address)
        layout.addWidget(self.hint)
        layout.addWidget(self._holder)
        layout.addStretch(1)
