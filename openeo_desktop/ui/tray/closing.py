"""What closing the window does: end the app, or leave it in the tray. The person is asked once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtWidgets import QMessageBox, QWidget

from openeo_desktop.core.settings import Settings
from openeo_desktop.ui.tray.choices import CLOSE, OnClose, on_close
from openeo_desktop.ui.window.session_end import session_end


def _tr(text: str) -> str:
    return QCoreApplication.translate("Closing", text)


class Closing(QObject):
    """Decides for a window, when it is closed.

    Args:
        window: It is hidden (never within its close event, which would end the event loop).
        settings: Keeps the choice.
        has_tray: Whether there is an icon that leads back to the window.
        leave: Ends the app.
    """

    def __init__(
        self,
        window: QWidget,
        settings: Settings,
        has_tray: Callable[[], bool],
        leave: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._has_tray = has_tray
        self._leave = leave
        self._session = session_end()
        self._session.began.connect(self._on_session_ends)
        self._question: QMessageBox | None = None

    def close(self) -> None:
        """Do what the person wants of closing; ask if that is not known."""
        choice = on_close(self._settings)
        if self._session.is_near or not self._has_tray() or choice is OnClose.QUIT:
            self._leave()
        elif choice is OnClose.HIDE:
            self._hide()
        else:
            self._ask()

    def _hide(self) -> None:
        QTimer.singleShot(0, self._window, self._window.hide)

    def _ask(self) -> None:
        if self._question is not None:
            self._question.raise_()
            return
        box = self._question = _question_box(self._window)
        keep = box.addButton(_tr("&Keep running"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(_tr("&Quit"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(_tr("&Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(cancel)
        keep.clicked.connect(lambda: self._choose(OnClose.HIDE))
        leave.clicked.connect(lambda: self._choose(OnClose.QUIT))
        box.finished.connect(self._on_finished)
        box.open()

    def _choose(self, choice: OnClose) -> None:
        self._settings.set(CLOSE, choice.value)
        self.close()

    def _on_finished(self) -> None:
        self._question = None

    def _on_session_ends(self) -> None:
        """Who logs out wants no question, and no window left behind."""
        if self._question is not None:
            self._question.reject()


def _question_box(window: QWidget) -> QMessageBox:
    box = QMessageBox(window)
    box.setObjectName("close_question")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(_tr("Close"))
    box.setText(_tr("Keep openEO Desktop running without its window?"))
    box.setInformativeText(
        _tr(
            "It goes on watching your jobs and downloading, and tells you when a job has ended; "
            "its icon in the tray brings the window back. Your choice is remembered, and can be "
            "changed in the settings."
        )
    )
    return box
