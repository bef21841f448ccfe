"""Starting with the computer: entries of three systems, read back as those systems read them."""

from __future__ import annotations

import configparser
import contextlib
import plistlib
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from openeo_desktop.core.errors import StorageError
from openeo_desktop.core.own_command import BACKGROUND, own_command
from openeo_desktop.core.paths import profile_paths, system_paths
from openeo_desktop.services.autostart import Autostart, AutostartState, make_autostart
from openeo_desktop.services.autostart_files import (
    LaunchAgent,
    XdgEntry,
    desktop_entry,
    launch_agent,
    parse_exec,
)
from openeo_desktop.services.autostart_registry import APPROVED, RUN, VALUE, RunKey

COMMAND = ('/opt/open EO/50%/$x\\`y"z/openeo-desktop', "-m", "openeo_desktop", BACKGROUND)
OTHER = ("/old/openeo-desktop", BACKGROUND)


class FakeRegistry:
    """The part of `winreg` that is used, over a dictionary; asks for write access where it must."""

    HKEY_CURRENT_USER, KEY_WRITE, KEY_READ, REG_SZ = 1, 2, 4, 1

    def __init__(self) -> None:
        self.keys: dict[str, dict[str, object]] = {}

    @contextlib.contextmanager
    def OpenKey(
        self, root: int, path: str, _reserved: int = 0, access: int = KEY_READ
    ) -> Iterator[tuple[str, int]]:
        if root != self.HKEY_CURRENT_USER or path not in self.keys:
            raise FileNotFoundError(path)
        yield path, access

    @contextlib.contextmanager
    def CreateKeyEx(
        self, root: int, path: str, reserved: int, access: int
    ) -> Iterator[tuple[str, int]]:
        self.keys.setdefault(path, {})
        with self.OpenKey(root, path, reserved, access) as key:
            yield key

    def QueryValueEx(self, key: tuple[str, int], name: str) -> tuple[object, int]:
        if name not in self.keys[key[0]]:
            raise FileNotFoundError(name)
        return self.keys[key[0]][name], self.REG_SZ

    def SetValueEx(
        self, key: tuple[str, int], name: str, _reserved: int, _kind: int, value: object
    ) -> None:
        assert key[1] & self.KEY_WRITE
        self.keys[key[0]][name] = value

    def DeleteValue(self, key: tuple[str, int], name: str) -> None:
        assert key[1] & self.KEY_WRITE
        if self.keys[key[0]].pop(name, None) is None:
            raise FileNotFoundError(name)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the entry of Linux")
def test_on_linux_the_switch_is_a_file_of_the_configuration_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    autostart = make_autostart(system_paths())
    assert autostart.state() == AutostartState()
    state = autostart.switch(on=True)
    assert state == AutostartState(True, own_command()[0], True)
    file = tmp_path / "autostart" / "openeo-desktop.desktop"
    parser = configparser.RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(file)
    entry = parser["Desktop Entry"]
    assert (entry["Type"], entry["Name"]) == ("Application", "openEO Desktop")
    assert tuple(shlex.split(entry["Exec"])) == own_command(BACKGROUND)
    assert autostart.switch(on=False) == AutostartState()
    assert not file.exists()
    assert autostart.switch(on=False) == AutostartState()


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_desktop_switched_off_is_off(tmp_path: Path, line: str) -> None:
    autostart = Autostart(XdgEntry(tmp_path), COMMAND)
    autostart.switch(on=True)
    file = tmp_path / "openeo-desktop.desktop"
    name = line.partition("=")[0]
    kept = [text for text in file.read_text().splitlines() if not text.startswith(name)]
    file.write_text("\n".join([*kept, line, "[Desktop Action x]", "Hidden=false"]))
    assert not autostart.state().is_on
    assert autostart.switch(on=True) == AutostartState(True, COMMAND[0], True)


def test_another_copy_is_told_apart(tmp_path: Path) -> None:
    XdgEntry(tmp_path).write(OTHER)
    assert Autostart(XdgEntry(tmp_path), COMMAND).state() == AutostartState(True, OTHER[0], False)


@pytest.mark.parametrize("text", [b"", b"\xff\xfe\0nonsense", b"[Desktop Entry]\nExec=\n"])
def test_nonsense_starts_nothing(tmp_path: Path, text: bytes) -> None:
    (tmp_path / "openeo-desktop.desktop").write_bytes(text)
    (tmp_path / "org.openeo.desktop.plist").write_bytes(text)
    assert XdgEntry(tmp_path).command() is None
    assert LaunchAgent(tmp_path).command() is None


def test_a_path_with_every_odd_character_comes_back(tmp_path: Path) -> None:
    line = next(line for line in desktop_entry(COMMAND).splitlines() if line.startswith("Exec="))
    assert parse_exec(line.partition("=")[2]) == COMMAND
    assert parse_exec("/usr/bin/app %U --background") == ("/usr/bin/app", "--background")
    with pytest.raises(OSError, match="line break"):
        XdgEntry(tmp_path).write(("/opt/a\nHidden=true",))


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("a file")
    autostart = Autostart(XdgEntry(tmp_path / "autostart"), COMMAND)
    with pytest.raises(StorageError, match="could not be changed"):
        autostart.switch(on=True)
    assert autostart.state() == AutostartState()


def test_on_macos_it_is_a_launch_agent(tmp_path: Path) -> None:
    values = plistlib.loads(launch_agent(COMMAND))
    assert values["ProgramArguments"] == list(COMMAND)
    assert values["RunAtLoad"] is True
    autostart = Autostart(LaunchAgent(tmp_path / "LaunchAgents"), COMMAND)
    assert autostart.switch(on=True) == AutostartState(True, COMMAND[0], True)
    file = tmp_path / "LaunchAgents" / f"{values['Label']}.plist"
    file.write_bytes(plistlib.dumps(values | {"Disabled": True}))
    assert not autostart.state().is_on
    autostart.switch(on=False)
    assert not file.exists()


def test_on_windows_it_is_a_value_of_the_user() -> None:
    registry = FakeRegistry()
    command = (r"C:\Program Files\openEO\openeo-desktop.exe", BACKGROUND)
    autostart = Autostart(RunKey(registry), command)
    assert autostart.state() == AutostartState()
    assert autostart.switch(on=True) == AutostartState(True, command[0], True)
    line = registry.keys[RUN][VALUE]
    assert line == r'"C:\Program Files\openEO\openeo-desktop.exe" --background'
    registry.keys[APPROVED] = {VALUE: b"\x03" + bytes(11)}
    assert not autostart.state().is_on, "switched off in the Task Manager"
    assert autostart.switch(on=True).is_on
    assert not autostart.switch(on=False).is_on
    assert registry.keys == {RUN: {}, APPROVED: {}}


def test_a_profile_of_its_own_never_starts_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    autostart = make_autostart(profile_paths(tmp_path / "profile"))
    assert not autostart.is_possible
    assert autostart.switch(on=True) == AutostartState()
    assert not list(tmp_path.iterdir())
