# SPDX-License-Identifier: GPL-3.0-or-later
"""The vouchers of a line of the journal: added by dragging or choosing, looked at, taken away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QWidget

from hospes.actions.cash_filing import AddVouchers, RemoveVoucher
from hospes.actions.documents import NewDocument
from hospes.domain.errors import UserError
from hospes.queries.cash_lists import vouchers_of
from hospes.queries.documents import document_bytes
from hospes.ui.pages.documents_outside import Outside, read_files
from hospes.ui.widgets.boxes import clear, column, holder, row
from hospes.ui.widgets.buttons import icon_button, link_button, plain_button
from hospes.ui.widgets.labels import Label, picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from uuid import UUID

    from hospes.queries.cash_lists import VoucherRow
    from hospes.transfer.documents import TakenIn
    from hospes.ui.desk import Desk

PICTURE = 220


class VoucherList(QWidget):
    """The documents of one line."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        theme = desk.theme
        self._row: UUID | None = None
        self.outside = Outside(desk, self)
        self.add = plain_button(
            theme, desk.text("Add a voucher…"), self._choose, icon="paperclip", name="journal.voucher.add"
        )
        hint = Label(theme, desk.text("Or drag a picture or a PDF here."), "m", wrap=True)
        self._box = column(theme, gap=6)
        self.setLayout(
            column(
                theme, Label(theme, desk.text("Vouchers"), "section"), holder(self._box),
                row(theme, self.add, None), hint, gap=8,
            )
        )  # fmt: skip

    def show_line(self, row_id: UUID) -> None:
        """Show the vouchers of a line."""
        theme, desk = self.desk.theme, self.desk
        self._row = row_id
        clear(self._box)
        for one in desk.read(vouchers_of, row_id):
            if one.is_picture:
                shown = self._picture(one)
                if shown is not None:
                    self._box.addWidget(picture(shown, one.name))
            opened = link_button(
                theme, one.name, self._opener(one), icon="file-text", name=f"journal.voucher.{one.id.hex}"
            )
            away = icon_button(
                theme,
                desk.text("Take the voucher {name} away", name=one.name),
                "x",
                self._remover(one),
                name=f"journal.voucher.{one.id.hex}.away",
            )
            self._box.addLayout(row(theme, opened, None, away))

    def _picture(self, one: VoucherRow) -> QPixmap | None:
        try:
            data = self.desk.read(document_bytes, one.id)
        except UserError:
            return None
        found = QPixmap()
        if not found.loadFromData(data):
            return None
        side = self.desk.theme.u(PICTURE)
        return found.scaledToWidth(side) if found.width() > side else found

    def _opener(self, one: VoucherRow) -> Callable[[], object]:
        return lambda: self.outside.open(one.id, one.name, one.media_type)

    def _remover(self, one: VoucherRow) -> Callable[[], object]:
        return lambda: self._remove(one)

    def _remove(self, one: VoucherRow) -> None:
        if self._row is not None:
            desk = self.desk
            desk.run(RemoveVoucher(self._row, one.id), said=desk.text("The voucher is in the bin."))

    # -- adding --------------------------------------------------------------------------------------

    def _choose(self) -> None:
        found, _ = QFileDialog.getOpenFileNames(self, self.desk.text("Add a voucher"))
        self.take(Path(name) for name in found)

    def take(self, files: Iterable[Path]) -> None:
        """Read files and keep them with the line; pictures are made small on the way."""
        row_id = self._row
        if row_id is not None:
            read_files(self.desk, files, lambda taken: self._keep(row_id, taken))

    def _keep(self, row_id: UUID, taken: list[TakenIn]) -> None:
        desk = self.desk
        files = tuple(NewDocument(one.name, one.media_type, one.data) for one in taken)
        said = desk.ntext("{n} voucher added", "{n} vouchers added", len(files))
        desk.run(AddVouchers(row_id, files), said=said)
