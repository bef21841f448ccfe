"""Which widget shows which kind of file; and a kind that has none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from openeo_desktop.preview.values import Opened, PreviewKind, Text
from openeo_desktop.ui.preview import viewers
from openeo_desktop.ui.preview.viewer_host import ViewerHost
from tests.support.fake_services import FakeSettings, LoopSpawn


class FakeText:
    """An open text."""

    opened = Opened(PreviewKind.TEXT, Text("hello"))
    closed = False

    async def open(self, _target: object) -> FakeText:
        return self

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def spawn() -> Iterator[LoopSpawn]:
    spawn = LoopSpawn()
    yield spawn
    assert spawn.errors == []
    spawn.close()


@pytest.fixture
def host(qtbot: QtBot, spawn: LoopSpawn) -> ViewerHost:
    file = FakeText()
    host = ViewerHost(cast("Any", file), cast("Any", FakeSettings()), spawn, large=False)
    qtbot.addWidget(host)
    return host


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("kind", list(PreviewKind))
def test_every_kind_has_a_widget(
    host: ViewerHost, spawn: LoopSpawn, kind: PreviewKind, *, large: bool
) -> None:
    assert viewers.has_widget(kind)
    viewer = viewers.make_viewer(kind, cast("Any", FakeSettings()), spawn, host, large=large)
    assert callable(viewer.show_opened)


def test_a_kind_without_a_widget_is_told_and_the_file_closed(
    qtbot: QtBot, host: ViewerHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = dict(viewers._VIEWERS)
    monkeypatch.setattr(viewers, "_VIEWERS", known | {PreviewKind.TEXT: ("nowhere_view", "None")})
    with qtbot.waitSignal(host.refused):
        host.show_target("a.txt")
    assert host.message.title() == "This kind of file cannot be shown here."
    assert cast("FakeText", host._previews).closed
    assert host.file is None


def test_the_same_file_is_shown_where_there_is_one(qtbot: QtBot, host: ViewerHost) -> None:
    with qtbot.waitSignal(host.opened, timeout=30_000):
        host.show_target("a.txt")
    assert host.file is not None
    host.clear()
