"""What is built from the checkout: the wheel carries the resources, and the package finds them."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from openeo_desktop.core.resources import resource_path
from tests.support.source_tree import ROOT

_ASK = (
    "import sys; sys.path.insert(0, sys.argv[1])\n"
    "from openeo_desktop.core.resources import resource_path\n"
    "print(resource_path(*sys.argv[2:]))"
)


@pytest.fixture(scope="module")
def unpacked_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as an installer would lay it down; built offline, hatchling is in the lock."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def _resource_files() -> set[str]:
    folder = ROOT / "resources"
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_wheel_holds_every_resource(unpacked_wheel: Path) -> None:
    packed = unpacked_wheel / "openeo_desktop" / "_resources"
    assert _resource_files()
    for name in _resource_files():
        assert (packed / name).read_bytes() == (ROOT / "resources" / name).read_bytes()


def test_wheel_holds_the_application_alone(unpacked_wheel: Path) -> None:
    tops = {path.name for path in unpacked_wheel.iterdir() if not path.name.endswith("dist-info")}
    assert tops == {"openeo_desktop"}
    assert (unpacked_wheel / "openeo_desktop" / "py.typed").exists()


def test_installed_package_finds_its_resources(unpacked_wheel: Path) -> None:
    name = min(_resource_files()).split("/")
    done = subprocess.run(
        [sys.executable, "-I", "-c", _ASK, str(unpacked_wheel), *name],
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()).is_relative_to(unpacked_wheel)


def test_checkout_reads_its_own_resources() -> None:
    name = min(_resource_files()).split("/")
    assert resource_path(*name) == (ROOT / "resources").joinpath(*name)


def test_bundle_reads_what_was_unpacked_with_it(unpacked_wheel: Path, tmp_path: Path) -> None:
    """PyInstaller unpacks data below sys._MEIPASS; there is neither a checkout nor a wheel."""
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "here.txt").write_text("x", encoding="utf-8")
    done = subprocess.run(
        [
            sys.executable,
            "-I",
            "-c",
            f"import sys; sys._MEIPASS = {str(tmp_path)!r}\n{_ASK}",
            str(unpacked_wheel),
            "here.txt",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()) == (tmp_path / "resources" / "here.txt").resolve()


@pytest.mark.parametrize("parts", [("..", "pyproject.toml"), ("process_graphs", "..", "..")])
def test_resources_are_never_left(parts: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="not inside"):
        resource_path(*parts)


def test_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"never\.txt"):
        resource_path("never.txt")
