"""Which process is the one: also while another one starts or is about to end."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from openeo_desktop.core.errors import StorageError
from openeo_desktop.core.paths import profile_paths
from openeo_desktop.ui.window.single_instance import SingleInstance, Summons, server_name


@pytest.fixture
def first(qtbot: QtBot, tmp_path: Path) -> SingleInstance:
    made = SingleInstance(profile_paths(tmp_path))
    assert made.claim()
    made.listen()
    return made


class _Second(SingleInstance):
    """When it finds the place taken, the first process has ended before it looks again."""

    def __init__(self, first: SingleInstance, tmp_path: Path) -> None:
        super().__init__(profile_paths(tmp_path))
        self._first = first

    def claim(self) -> bool:
        taken = super().claim()
        self._first.release()
        return taken


def test_a_start_while_the_window_goes_opens_one_of_its_own(
    first: SingleInstance, tmp_path: Path
) -> None:
    first.stop_listening()
    second = _Second(first, tmp_path)
    assert not second.hand_over(None, patience=60)
    assert not first.claim()
    second.release()


def test_who_is_about_to_end_takes_no_orders(
    qtbot: QtBot, first: SingleInstance, tmp_path: Path
) -> None:
    """It would show a window that is gone, and the later start would end for nothing."""
    heard: list[object] = []
    first.summoned.connect(heard.append)
    socket = QLocalSocket()
    socket.connectToServer(server_name(profile_paths(tmp_path)))
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.ConnectedState)
    first.stop_listening()
    socket.write(Summons().encoded())
    ended = QLocalSocket.LocalSocketState.UnconnectedState
    qtbot.waitUntil(lambda: socket.state() is ended)
    assert not heard
    assert not socket.canReadLine()
    first.release()


def test_who_never_answers_is_told_of(first: SingleInstance, tmp_path: Path) -> None:
    """Its loop does not turn here: it takes the connection, and no more."""
    second = SingleInstance(profile_paths(tmp_path))
    with pytest.raises(StorageError, match="Another openEO Desktop"):
        second.hand_over(None, patience=0.3)
    first.release()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root gives files away")
def test_nothing_is_said_to_the_socket_of_another_user(
    qtbot: QtBot, first: SingleInstance, tmp_path: Path
) -> None:
    """In a folder for all, somebody else may have made one of this name before."""
    heard: list[Summons] = []
    first.summoned.connect(heard.append)
    name = server_name(profile_paths(tmp_path))
    os.chown(name, 65534, 65534)
    second = SingleInstance(profile_paths(tmp_path))
    with pytest.raises(StorageError, match="Another openEO Desktop"):
        second.hand_over(tmp_path / "graph.json", patience=0.2)
    later = QLocalSocket()
    later.connectToServer(name)
    later.write(Summons(link="later").encoded())
    qtbot.waitUntil(lambda: bool(heard))
    assert [summons.link for summons in heard] == ["later"]
