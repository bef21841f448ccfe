"""The recipes of packages and the workflows: read by their own tools where those work offline.

What needs Windows, macOS, appimagetool or Flathub is not run here; the names that it goes by are
held to those of the build.
"""

from __future__ import annotations

import os
import plistlib
import re
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from devtool import system
from devtool.desktop_files import APP_ID, project_version, write_desktop_files
from openeo_desktop.core.app_links import SCHEME
from openeo_desktop.services.autostart_registry import RUN, VALUE
from tests.support.source_tree import ROOT

PACKAGING = ROOT / "packaging"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
INSTALLER = PACKAGING / "windows" / "openeo-desktop.iss"
SCRIPTS = [*sorted(PACKAGING.glob("*/*.sh")), PACKAGING / "appimage" / "AppRun"]
ALLOWED = {
    # All that the Flatpak may see. A line more is a decision, not a slip.
    *("--share=network", "--share=ipc", "--socket=wayland", "--socket=fallback-x11"),
    *("--talk-name=org.freedesktop.secrets", "--talk-name=org.freedesktop.Notifications"),
    *("--talk-name=org.kde.StatusNotifierWatcher", "--filesystem=xdg-download"),
}
linux = pytest.mark.skipif(not system.is_linux(), reason="the AppImage is one of Linux")


def _yaml(file: Path) -> Any:
    return YAML(typ="safe").load(file.read_text(encoding="utf-8"))


def _valid(*files: Path) -> tuple[int, str]:
    """GitHub's schema travels with check-jsonschema; a dead proxy shows that it asks nobody."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
    environment = {**os.environ, "HTTPS_PROXY": "http://127.0.0.1:9"}
    done = subprocess.run(
        [*command, "vendor.github-workflows", *files],
        check=False,
        capture_output=True,
        text=True,
        env=environment,
    )
    return done.returncode, done.stdout + done.stderr


def test_the_workflows_are_what_github_takes() -> None:
    assert [file.name for file in WORKFLOWS] == ["ci.yml", "release.yml"]
    code, said = _valid(*WORKFLOWS)
    assert code == 0, said


def test_a_slip_in_a_workflow_is_found(tmp_path: Path) -> None:
    text = WORKFLOWS[0].read_text(encoding="utf-8")
    (tmp_path / "ci.yml").write_text(text.replace("runs-on:", "run-on:"), encoding="utf-8")
    assert _valid(tmp_path / "ci.yml")[0] == 1


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda file: file.name)
def test_a_workflow_calls_what_is_there(workflow: Path) -> None:
    text = workflow.read_text(encoding="utf-8").replace("\\", "/")
    called = set(re.findall(r"(?<![\w/])((?:packaging|\.ci)/[\w./-]+)", text))
    assert called
    assert {name for name in called if not (ROOT / name).is_file()} == set()


def test_one_job_alone_may_write_and_it_runs_nothing_of_ours() -> None:
    release, ci = _yaml(ROOT / ".github/workflows/release.yml"), _yaml(WORKFLOWS[0])
    assert release["permissions"] == ci["permissions"] == {"contents": "read"}
    allowed = {
        name: job["permissions"] for name, job in release["jobs"].items() if "permissions" in job
    }
    assert allowed == {"attach": {"contents": "write"}}
    steps = release["jobs"]["attach"]["steps"]
    assert not [step for step in steps if "checkout" in step.get("uses", "")]
    assert not [name for name, job in ci["jobs"].items() if "permissions" in job]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda file: file.name)
def test_secrets_reach_single_steps_and_no_command_line(workflow: Path) -> None:
    for job in _yaml(workflow)["jobs"].values():
        of_the_job = [text for text in job.get("env", {}).values() if "secrets." in text]
        assert [text for text in of_the_job if not text.endswith("!= '' }}")] == []
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), step  # GitHub would paste it into the script


def test_ci_runs_on_every_python_that_the_project_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [line.rpartition(" ")[2] for line in project["classifiers"] if ":: 3." in line]
    assert _yaml(WORKFLOWS[0])["jobs"]["test"]["strategy"]["matrix"]["python"] == named


def test_the_version_comes_from_one_place() -> None:
    command = [sys.executable, PACKAGING / "version.py"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert said == f"{project_version()}\n"
    folders = [PACKAGING / name for name in ("windows", "macos", "appimage", "flatpak")]
    files = [*WORKFLOWS, *(file for folder in folders for file in folder.iterdir())]
    texts = {file: file.read_text(encoding="utf-8") for file in files}
    assert [file for file, text in texts.items() if project_version() in text] == []


def test_the_installer_for_windows_names_what_is_built_and_asked_for() -> None:
    text = INSTALLER.read_text(encoding="utf-8")
    spec = (PACKAGING / "pyinstaller" / "openeo_desktop.spec").read_text(encoding="utf-8")
    assert 'NAME = "openeo-desktop"' in spec
    assert 'name=f"{NAME}-cli"' in spec
    defined = dict(re.findall(r'^#define (\w+) "(.+)"$', text, re.MULTILINE))
    assert defined["Program"] == "openeo-desktop.exe"
    assert defined["CommandLine"] == "openeo-desktop-cli.exe"
    assert defined["Scheme"] == SCHEME
    assert defined["AppName"] == VALUE
    assert f'Root: HKCU; Subkey: "{RUN}"' in text
    used = set(re.findall(r"\{#(\w+)\}", text))
    assert used - set(defined) == {"AppVersion", "SignWith"}  # given on the command line


def test_the_installer_speaks_the_languages_of_the_window() -> None:
    text = INSTALLER.read_text(encoding="utf-8")
    languages = set(re.findall(r'^Name: "(\w\w)"; MessagesFile', text, re.MULTILINE))
    assert languages == {"en", "de", "fr"}
    messages = re.findall(r"^(\w\w)\.(\w+)=\S", text, re.MULTILINE)
    names = {name for _, name in messages}
    assert set(messages) == {(language, name) for language in languages for name in names}
    asked = set(re.findall(r"CustomMessage\('(\w+)'\)", text)) | {"ProcessGraph"}
    assert names == asked


def test_the_uninstaller_calls_a_command_that_is_there() -> None:
    called = re.search(r"'(remove-data [^']*)'", INSTALLER.read_text(encoding="utf-8"))
    assert called
    command = [sys.executable, "-m", "openeo_desktop", *called[1].split(), "--help"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert set(called[1].split()[1:]) <= set(re.findall(r"--[\w-]+", done.stdout))


def test_the_entitlements_of_macos_are_few() -> None:
    with (PACKAGING / "macos" / "entitlements.plist").open("rb") as file:
        entitlements = plistlib.load(file)
    assert entitlements == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


@linux
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda file: file.name)
def test_a_script_is_one_for_its_shell(script: Path) -> None:
    shell = "sh" if script.read_text(encoding="utf-8").startswith("#!/bin/sh\n") else "bash"
    done = subprocess.run([shell, "-n", script], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert os.access(script, os.X_OK)


def test_the_flatpak_sees_no_more_than_it_needs() -> None:
    manifest = _yaml(PACKAGING / "flatpak" / f"{APP_ID}.yml")
    assert manifest["id"] == APP_ID
    assert manifest["command"] == "openeo-desktop"
    assert set(manifest["finish-args"]) == ALLOWED


@linux
def test_the_appimage_starts_the_app_with_its_arguments(tmp_path: Path) -> None:
    """With a program in the place of appimagetool that keeps the folder it is given."""
    tarball, kept = _small_tarball(tmp_path), tmp_path / "AppDir"
    tool = tmp_path / "appimagetool"
    tool.write_text(f'#!/bin/sh\ncp -a "$1" "{kept}" && touch "$2"\n', encoding="utf-8")
    tool.chmod(0o755)
    script = PACKAGING / "appimage" / "make_appimage.sh"
    environment = {**os.environ, "APPIMAGETOOL": str(tool)}
    subprocess.run([script, tarball, tmp_path / "out"], check=True, env=environment)
    made = [file.name for file in (tmp_path / "out").iterdir()]
    assert made == [f"openeo-desktop-{project_version()}-{os.uname().machine}.AppImage"]
    assert (kept / ".DirIcon").read_bytes() == b"icon"
    assert (kept / f"{APP_ID}.desktop").is_file()
    command = [kept / "AppRun", "a b", "--c"]
    assert subprocess.run(command, check=True, capture_output=True).stdout == b"a b|--c|"


def _small_tarball(folder: Path) -> Path:
    """Laid out as that of the build, with a program that tells its arguments."""
    top = folder / "openeo-desktop-1-linux"
    write_desktop_files(top)
    icon = top / "share" / "icons" / "hicolor" / "256x256" / "apps" / f"{APP_ID}.png"
    icon.parent.mkdir(parents=True)
    icon.write_bytes(b"icon")
    program = top / "openeo-desktop"
    program.write_text('#!/bin/sh\nprintf "%s|" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    target = folder / "app.tar.xz"
    with tarfile.open(target, "w:xz") as archive:
        archive.add(top, arcname=top.name)
    return target
