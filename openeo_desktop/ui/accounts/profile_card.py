"""Who one is at a back-end: name, plan, budget, storage, where to pay (`GET /me`)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from openeo_desktop.core.accounts import UserInfo
from openeo_desktop.core.formatting import format_size, visible_text
from openeo_desktop.core.words import decimal
from openeo_desktop.ui.accounts.device_code_page import open_words
from openeo_desktop.ui.accounts.web_pages import is_openable, open_page
from openeo_desktop.ui.kit.buttons import quiet_button
from openeo_desktop.ui.kit.card import Card
from openeo_desktop.ui.kit.key_value_grid import KeyValue, KeyValueGrid
from openeo_desktop.ui.kit.labels import MutedLabel, plain_label
from openeo_desktop.ui.kit.numbers import count_text
from openeo_desktop.ui.kit.plain_text import plain_tool_tip
from openeo_desktop.ui.kit.progress import ProgressBar
from openeo_desktop.ui.look import fonts
from openeo_desktop.ui.look.icons import Icon
from openeo_desktop.ui.look.tokens import LINE_SPACING

_FULL, _NEARLY = 0.98, 0.9


class ProfileCard(Card):
    """Says why where there is nothing to show."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Profile"))
        self.words = MutedLabel("", self, wrap=True)
        self.grid = KeyValueGrid(self)
        self.progress = ProgressBar(self)
        self.storage = _Storage(self)
        self.payment = quiet_button("", Icon.COSTS, self, flush=True)
        self.payment.setObjectName("paymentLink")
        self.payment.clicked.connect(self._on_payment_clicked)
        self._payment_url = ""
        for widget in (self.words, self.progress, self.grid, self.storage):
            self.body.addWidget(widget)
        self.body.addWidget(self.payment, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_words("")

    def show_words(self, words: str, *, loading: bool = False) -> None:
        """Why there is nothing, or that it is coming."""
        self.words.setText(words)
        self.words.show()
        self.progress.set_fraction(None if loading else 0.0)
        self.progress.setVisible(loading)
        for widget in (self.grid, self.storage, self.payment):
            widget.hide()

    def show_user(self, user: UserInfo, currency: str) -> None:
        """Show what the back-end says; what it does not say is left out."""
        self.words.hide()
        self.progress.hide()
        self.grid.set_rows(_rows(user, currency))
        self.grid.show()
        self.storage.show_storage(user.storage_free, user.storage_quota)
        self._payment_url = user.payment_url if is_openable(user.payment_url) else ""
        text = self.tr("Payment and plans ({host})").format(host=open_words(self._payment_url))
        self.payment.setText(text.replace("&", "&&"))
        self.payment.setToolTip(plain_tool_tip(self._payment_url))
        self.payment.setVisible(bool(self._payment_url))

    def _on_payment_clicked(self) -> None:
        open_page(self._payment_url)


class _Storage(QWidget):
    """A bar of what is used, and the numbers."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = plain_label(self.tr("Storage"), self)
        self._numbers = MutedLabel("", self)
        self._numbers.setFont(fonts.tabular_font())
        self.bar = ProgressBar(self)
        words = QHBoxLayout()
        words.addWidget(self._label)
        words.addStretch(1)
        words.addWidget(self._numbers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, LINE_SPACING, 0, 2)
        layout.setSpacing(4)
        layout.addLayout(words)
        layout.addWidget(self.bar)

    def text(self) -> str:
        """The numbers in words."""
        return self._numbers.text()

    def show_storage(self, free: int | None, quota: int | None) -> None:
        """Bytes; hidden if the back-end says nothing of it."""
        self.setVisible(free is not None or quota is not None)
        self.bar.setVisible(free is not None and bool(quota))
        if free is not None and quota:
            used = min(1.0, max(0.0, 1 - free / quota))
            self.bar.set_fraction(used)
            role = "warning" if used > _NEARLY else "accent"
            self.bar.set_role("error" if used > _FULL else role)
            words = self.tr("{free} free of {quota}")
        else:
            words = self.tr("{free} free") if free is not None else self.tr("{quota} in all")
        self._numbers.setText(words.format(free=format_size(free), quota=format_size(quota)))


def _rows(user: UserInfo, currency: str) -> list[KeyValue]:
    return [
        KeyValue(_tr("Name"), visible_text(user.name)),
        KeyValue(_tr("User ID"), visible_text(user.user_id), elide_middle=True),
        KeyValue(_tr("Plan"), visible_text(user.plan)),
        KeyValue(_tr("Budget"), _budget(user, currency)),
    ]


def _budget(user: UserInfo, currency: str) -> str:
    """Null means «no limit»; without a currency the back-end knows no costs at all."""
    if user.budget is not None:
        return f"{_amount(user.budget)} {visible_text(currency)}".strip()
    return _tr("No limit") if currency and "budget" in user.raw else ""


def _amount(value: float) -> str:
    """9,412.5"""
    digits = f"{value:.2f}".rstrip("0").rstrip(".")
    whole, point, rest = digits.partition(".")
    return count_text(int(whole)) + decimal(point) + rest


def _tr(text: str) -> str:
    return QCoreApplication.translate("ProfileCard", text)
