"""packaging/dev.py: the environments it makes, its session, its words when something is missing."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from devtool import system
from devtool.console import ToolError, run_condensed
from devtool.display import private_session, virtual_display
from devtool.environments import Environment
from devtool.paths import python_of
from tests.support.source_tree import ROOT

DEV = ROOT / "packaging" / "dev.py"
NEVER = {"libnever-there.so.9": "libnever9"}
linux = pytest.mark.skipif(not system.is_linux(), reason="only Linux needs system packages")


def _dev(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, DEV, *arguments], capture_output=True, text=True, check=False
    )


# -- the command line ------------------------------------------------------------------------------


def test_help_names_every_command() -> None:
    done = _dev("--help")
    assert done.returncode == 0
    for command in ("demo", "run", "test", "lint", "shots", "bench", "lock"):
        assert f"\n  {command} " in done.stdout


def test_unknown_command_is_answered_with_a_sentence() -> None:
    done = _dev("fly")
    assert done.returncode == 2
    assert "no command 'fly'" in done.stderr
    assert "Traceback" not in done.stderr


def test_old_pythons_can_read_far_enough_to_be_turned_away() -> None:
    tree = ast.parse(DEV.read_text(encoding="utf-8"), feature_version=(3, 7))
    top = {name.name for node in tree.body if isinstance(node, ast.Import) for name in node.names}
    assert top <= {"signal", "sys"}


# -- programs --------------------------------------------------------------------------------------


def test_failing_program_shows_the_end_of_its_output() -> None:
    code = "print('\\n'.join(f'line {n}' for n in range(99))); raise SystemExit(7)"
    with pytest.raises(ToolError, match=r"It broke \(code 7\)") as caught:
        run_condensed([sys.executable, "-c", code], failure="It broke")
    assert "line 98" in str(caught.value)
    assert "line 3\n" not in str(caught.value)


def test_program_that_is_not_there_is_named() -> None:
    with pytest.raises(ToolError, match="no-such-program could not be started"):
        run_condensed(["no-such-program"], failure="It broke")


# -- environments ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def locks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("locks")
    for name in ("app", "local", "test"):
        (folder / f"{name}.txt").write_text("# nothing to install\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def made(locks: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment made for real, from a lock that needs no network."""
    environment = Environment(tmp_path_factory.mktemp("made") / ".venv", "local", locks=locks)
    environment.ensure()
    return environment


def test_environment_is_made_and_runs(made: Environment) -> None:
    code = "import sys; print(sys.prefix != sys.base_prefix)"
    done = subprocess.run([made.python, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"


def test_second_run_finds_nothing_to_do(
    made: Environment, capsys: pytest.CaptureFixture[str]
) -> None:
    made.ensure()
    assert capsys.readouterr().out == ""


def test_smaller_lock_is_served_by_the_larger_one(
    made: Environment, locks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Environment(made.folder, "app", locks=locks).ensure()
    assert capsys.readouterr().out == ""


def test_changed_lock_is_installed(
    made: Environment, locks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (locks / "local.txt").write_text("# nothing to install, said anew\n", encoding="utf-8")
    made.ensure()
    assert "Installing" in capsys.readouterr().out


def test_failed_set_up_is_told_and_tried_again(
    made: Environment,
    locks: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("UV_NO_INDEX", "1")
    lock, whole = locks / "local.txt", (locks / "local.txt").read_text(encoding="utf-8")
    lock.write_text(f"never-there==1.0 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    with pytest.raises(ToolError, match="could not be installed"):
        made.ensure()
    lock.write_text(whole, encoding="utf-8")
    capsys.readouterr()
    made.ensure()
    assert "Installing" in capsys.readouterr().out


def test_environment_without_a_working_python_is_made_again(
    made: Environment, locks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made.python.unlink()
    made.ensure()
    assert "made again" in capsys.readouterr().out
    assert python_of(made.folder).exists()


def test_missing_lock_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ToolError, match=r"lock file .* is missing"):
        Environment(tmp_path / ".venv", "app", locks=tmp_path).ensure()


# -- the system ------------------------------------------------------------------------------------


def _only_program(folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    program = folder / name
    program.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


@linux
def test_missing_library_is_found_out() -> None:
    missing = system.missing_for_qt({**NEVER, "libc.so.6": "libc6"})
    assert [item.package for item in missing if item.thing.startswith("lib")] == ["libnever9"]


@linux
@pytest.mark.parametrize(
    ("tool", "line"),
    [
        ("apt-get", "sudo apt-get install libnever9"),
        ("dnf", "sudo dnf install 'libnever-there.so.9()(64bit)'"),
    ],
)
def test_person_is_told_the_line_to_type(
    tool: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _only_program(tmp_path, tool, monkeypatch)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(ToolError) as caught:
        system.provide([system.Missing(thing, package) for thing, package in NEVER.items()])
    assert str(caught.value).endswith(line)


@linux
def test_root_is_told_when_apt_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _only_program(tmp_path, "apt-get", monkeypatch)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(ToolError, match="apt-get update did not succeed"):
        system.provide([system.Missing("libnever-there.so.9", "libnever9")])


# -- the session -----------------------------------------------------------------------------------


def test_private_session_shares_nothing_and_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("QT_STYLE_OVERRIDE", "windows")
    monkeypatch.setenv("XDG_DATA_HOME", "/nowhere")
    with private_session() as env:
        assert "QT_STYLE_OVERRIDE" not in env
        folder = Path(env["XDG_DATA_HOME"])
        assert folder.is_dir()
    assert not folder.exists()


@linux
def test_virtual_display_shows_windows_and_ends() -> None:
    code = (
        "from PySide6.QtGui import QGuiApplication as A; a = A([])\n"
        "print(a.platformName(), a.primaryScreen().size().width())"
    )
    with virtual_display() as display:
        socket = Path(f"/tmp/.X11-unix/X{display.removeprefix(':')}")
        env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        done = subprocess.run(
            [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
        )
        assert socket.exists()
    assert done.stdout.split() == ["xcb", "1920"]
    assert not socket.exists()
