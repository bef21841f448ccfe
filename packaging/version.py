"""Prints the version that pyproject.toml names: what recipes of packages write into theirs."""

from __future__ import annotations

from devtool.desktop_files import project_version

if __name__ == "__main__":
    print(project_version())
