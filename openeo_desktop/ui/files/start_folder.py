"""Where a file dialog begins: never in the folder the program happens to run in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def start_folder(remembered: str) -> str:
    """The folder used the last time while it is there, else the documents, else the home folder."""
    if remembered and Path(remembered).is_dir():
        return remembered
    places = QStandardPaths.StandardLocation
    documents = QStandardPaths.writableLocation(places.DocumentsLocation)
    if documents and Path(documents).is_dir():
        return documents
    return str(Path.home())
