# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that come into the association's file and documents that are looked at outside it.

Files are read by the worker, pictures made small on the way. To look at a document outside, a copy only this
person may read lies in a folder that goes when the window does.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from hospes.domain.errors import UserError
from hospes.domain.file_names import may_be_opened, name_to_open
from hospes.queries.documents import document_bytes
from hospes.transfer.documents import TakenIn, take_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from uuid import UUID

    from hospes.ui.desk import Desk
    from hospes.ui.tasks import Work


def read_files(desk: Desk, files: Iterable[Path], keep: Callable[[list[TakenIn]], object]) -> None:
    """Read files by the worker and hand over those that can be kept; what cannot is said."""
    paths = list(files)
    if not paths:
        return

    def job(work: Work) -> tuple[list[TakenIn], list[UserError]]:
        taken: list[TakenIn] = []
        refused: list[UserError] = []
        for number, path in enumerate(paths):
            work.tell(number, len(paths))
            try:
                taken.append(take_in(path, lambda _: not work.stopped))
            except UserError as error:
                work.check()
                refused.append(error)
        return taken, refused

    def done(found: tuple[list[TakenIn], list[UserError]]) -> None:
        taken, refused = found
        if taken:
            keep(taken)
        if refused:
            reason = desk.words(refused[0])
            if len(refused) > 1:
                reason = desk.ntext(
                    "{n} file was left out. {reason}",
                    "{n} files were left out. The first: {reason}",
                    len(refused),
                    reason=reason,
                )
            desk.say(reason, kind="err")

    desk.tasks.run(job, title=desk.text("Reading the files"), done=done)


class Outside(QObject):
    """Opens documents with the programs of this computer."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._folder: QTemporaryDir | None = None

    def open(self, document_id: UUID, name: str, media_type: str) -> None:
        """Open a document; what nobody knows is never started from here."""
        desk = self._desk
        if not may_be_opened(media_type):
            desk.say(desk.text("This computer has no program for this document."), kind="warn")
            return
        try:
            data = desk.read(document_bytes, document_id)
        except UserError as error:
            desk.say(error, kind="err")
            return
        if self._folder is None:
            self._folder = QTemporaryDir()
        target = Path(self._folder.path()) / f"{document_id.hex[-8:]} {name_to_open(name, media_type)}"
        target.unlink(missing_ok=True)
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(target))):
            desk.say(desk.text("This computer has no program for this document."), kind="warn")
