# SPDX-License-Identifier: GPL-3.0-or-later
"""One PDF for each donor: the kept sheets of receipts, saved into a folder, which hands them out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from hospes.actions.donations_receipts import HandOutReceipts
from hospes.queries.donations import kept_sheet
from hospes.transfer.writers.whole import free_path, whole_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from hospes.domain.errors import UserError
    from hospes.queries.donations import ReceiptLine
    from hospes.ui.desk import Desk
    from hospes.ui.tasks import Work


def save_each(desk: Desk, parent: QWidget, lines: Sequence[ReceiptLine]) -> None:
    """Ask for a folder and save a file for each receipt. Those that were saved are handed out, even if the
    rest was stopped: a sheet that lies in a folder is no original any more.
    """
    folder = QFileDialog.getExistingDirectory(parent, desk.text("One PDF for each receipt…"))
    if not folder:
        return
    saved: list[UUID] = []

    def job(work: Work) -> None:
        for at, line in enumerate(lines):
            work.tell(at, len(lines))
            sheet = desk.read(kept_sheet, line.id)
            if sheet is not None:
                with whole_file(free_path(Path(folder), f"{line.number} {line.name}", "pdf")) as part:
                    part.write_bytes(sheet)
                saved.append(line.id)

    desk.tasks.run(
        job,
        title=desk.text("Saving the PDF"),
        done=partial(_saved, desk, saved),
        failed=partial(_failed, desk, saved),
        stopped=partial(_saved, desk, saved),
    )


def _failed(desk: Desk, saved: list[UUID], error: UserError) -> None:
    _saved(desk, saved)
    desk.say(error, kind="err")


def _saved(desk: Desk, saved: list[UUID], *_: object) -> None:
    said = desk.ntext("{n} file saved.", "{n} files saved.", len(saved))
    if saved:
        desk.run(HandOutReceipts(tuple(saved)), said=said)
    else:
        desk.say(said, kind="info")
