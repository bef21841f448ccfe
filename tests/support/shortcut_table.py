"""Writes the table of shortcuts into the README: `python3 -m tests.support.shortcut_table`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, cast

from openeo_desktop.ui.palette.shortcuts import BEGIN, END, markdown_table, menu_shortcuts
from openeo_desktop.ui.window.main_window import MainWindow
from tests.support.fake_services import LoopSpawn
from tests.support.sketch_jobs import sketch_services
from tests.support.source_tree import ROOT

README = ROOT / "README.md"


def table_of(window: MainWindow) -> str:
    """What is to stand in the README."""
    return markdown_table(menu_shortcuts(window.menuBar()))


def written_table(text: str) -> str:
    """What stands there, with its marks; empty if the marks are not there."""
    begin, end = text.find(BEGIN), text.find(END)
    return text[begin : end + len(END)] if 0 <= begin < end else ""


def main(readme: Path = README) -> None:
    """Write it anew."""
    from PySide6.QtWidgets import QApplication

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    spawn = LoopSpawn()
    window = MainWindow(cast("Any", sketch_services(0)), spawn)
    text = readme.read_text(encoding="utf-8")
    readme.write_text(text.replace(written_table(text), table_of(window)), encoding="utf-8")
    window.shut_down()
    spawn.close()
    del app


if __name__ == "__main__":
    main()
