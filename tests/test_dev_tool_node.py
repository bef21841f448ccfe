"""packaging/devtool/node.py: npm packages of a lock, once, outside of git."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from devtool.console import ToolError
from devtool.node import TEST_PROVIDER, NodePackages


@pytest.fixture
def packages(tmp_path: Path) -> NodePackages:
    """Nothing to fetch: a lock without packages."""
    source = tmp_path / "source"
    source.mkdir()
    (source / "package.json").write_text('{"name": "none", "private": true}', encoding="utf-8")
    lock = {"name": "none", "lockfileVersion": 3, "packages": {"": {"name": "none"}}}
    (source / "package-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    return NodePackages(tmp_path / "made", source)


def test_lock_names_hashes_but_no_host() -> None:
    lock = json.loads((TEST_PROVIDER.source / "package-lock.json").read_text(encoding="utf-8"))
    package = json.loads((TEST_PROVIDER.source / "package.json").read_text(encoding="utf-8"))
    pinned = {name: found for name, found in lock["packages"].items() if name}
    assert all("integrity" in found and "resolved" not in found for found in pinned.values())
    for name, version in package["dependencies"].items():
        assert pinned[f"node_modules/{name}"]["version"] == version


def test_without_npm_the_person_is_told(
    packages: NodePackages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ToolError, match=r"lacks Node\.js"):
        packages.ensure()


def test_installed_once_and_again_when_the_lock_changes(
    packages: NodePackages, oidc_packages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`oidc_packages` means that Node.js is here."""
    packages.ensure()
    with monkeypatch.context() as patch:
        patch.setenv("PATH", "")  # nothing more to do, so npm is not asked for
        assert packages.ensure() == packages.folder
        lock = packages.source / "package-lock.json"
        lock.write_text(lock.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        with pytest.raises(ToolError):
            packages.ensure()
    packages.ensure()
    assert (packages.folder / "package-lock.json").read_bytes() == lock.read_bytes()
