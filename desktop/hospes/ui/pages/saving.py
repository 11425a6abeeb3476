# SPDX-License-Identifier: GPL-3.0-or-later
"""Saving a file from a page: asking where, writing it whole or not at all, saying how it went."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from hospes import paths
from hospes.domain.errors import UserError
from hospes.transfer.writers import write_table
from hospes.transfer.writers.whole import whole_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hospes.papers.base import Table
    from hospes.ui.desk import Desk


def ask_path(desk: Desk, parent: QWidget, title: str, ending: str, kind: str) -> Path | None:
    """Let the person choose a place; None if the dialog was closed. A missing ending is added."""
    folder = desk.file.path.parent
    clean = title.replace("/", "-").replace(":", " ")
    wanted = (folder if folder.is_dir() else paths.documents_folder()) / f"{clean}.{ending}"
    found, _ = QFileDialog.getSaveFileName(parent, desk.text("Save as"), str(wanted), f"{kind} (*.{ending})")
    if not found:
        return None
    path = Path(found)
    return path if path.suffix.lower() == f".{ending}" else path.with_name(f"{path.name}.{ending}")


def save_bytes(desk: Desk, path: Path, content: bytes) -> bool:
    """Write a file and say so; False if it could not be written, which is said too."""

    def write() -> None:
        with whole_file(path) as part:
            part.write_bytes(content)

    return _told(desk, path, write)


def save_table(desk: Desk, path: Path, table: Table) -> bool:
    """Write a list as spreadsheet or text, by the ending of the path."""

    def write() -> None:
        if path.suffix.lower() == ".txt":
            from hospes.papers.table_text import as_text

            with whole_file(path) as part:
                part.write_text(as_text(table), "utf-8")
        else:
            write_table(path, table.title, table.headings, table.rows)

    return _told(desk, path, write)


def _told(desk: Desk, path: Path, write: Callable[[], None]) -> bool:
    try:
        write()
    except UserError as error:
        desk.say(error, kind="err")
        return False
    if is_protected(desk):
        words = desk.text("Saved as {file}. Unlike your own file it has no password.", file=path.name)
        desk.say(words, kind="warn")
    else:
        desk.say(desk.text("Saved as {file}.", file=path.name))
    return True


def is_protected(desk: Desk) -> bool:
    """Whether the open file has a password, which nothing that is taken out of it has."""
    from hospes.store import driver

    return desk.app is not None and driver.is_protected(desk.app.path)
