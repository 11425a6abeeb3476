# SPDX-License-Identifier: GPL-3.0-or-later
"""The visit's documents: invitations, insurance, receipts, photos, press. Copies live inside the file.

Files are dragged here or chosen; they are read by the worker, pictures are made small on the way. To look at
one outside, a copy only this person may read lies in a folder that goes when the window does.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from hospes.actions.bin import PutInBin
from hospes.actions.documents import AddDocuments, NewDocument
from hospes.domain.codes import DocumentKind
from hospes.domain.errors import UserError
from hospes.domain.file_names import may_be_opened, safe_name
from hospes.i18n.marks import N_
from hospes.queries.documents import DocumentRow, document_bytes, visit_documents
from hospes.ui.page import Fit
from hospes.ui.pages.documents_outside import Outside, read_files
from hospes.ui.pages.saving import save_bytes
from hospes.ui.pages.visit_documents_pane import WIDTH, WIDTH_COMPACT, DocumentPane
from hospes.ui.pages.visit_tab import TabMark, VisitTab
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, column, row
from hospes.ui.widgets.buttons import main_button
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import EmptyState
from hospes.ui.widgets.tall import Sides

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from uuid import UUID

    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from hospes.i18n.locale import Locale
    from hospes.transfer.documents import TakenIn
    from hospes.ui.desk import Desk


def _columns() -> Sequence[Column[DocumentRow]]:
    return (
        Column("name", N_("Name"), 330, _name),
        Column("kind", N_("Kind"), 150, _kind),
        Column("on", N_("Day"), 120, _day),
        Column("size", N_("Size"), 100, _size, align="right"),
    )


def _name(one: DocumentRow, locale: Locale) -> Cell:
    grey = locale.text("confidential") if one.confidential else ""
    return Cell(one.name, grey=grey)


PANE_HEIGHT = 330


def _kind(one: DocumentRow, locale: Locale) -> str:
    return locale.label(one.kind)


def _day(one: DocumentRow, locale: Locale) -> str:
    return locale.date(one.on, "list") if one.on is not None else ""


def _size(one: DocumentRow, locale: Locale) -> str:
    if one.size < 1_000_000:
        return locale.text("{n} kB", n=locale.number(max(1, round(one.size / 1000))))
    return locale.text("{n} MB", n=locale.number(round(one.size / 1_000_000, 1)))


class DocumentsTab(VisitTab):
    """The list and, beside it, the one that is chosen."""

    watches: ClassVar[frozenset[str]] = frozenset({"document"})
    SHOTS: ClassVar[tuple[Mapping[str, object], ...]] = ({},)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self.setAcceptDrops(True)
        self._rows: dict[UUID, DocumentRow] = {}
        self._outside = Outside(desk, self)
        self._new: UUID | None = None
        self.add = main_button(
            theme, desk.text("Add files…"), self._choose_files, icon="plus", name="visit.documents.add"
        )
        self.sum = Label(theme, "", "m", name="visit.documents.sum")
        hint = Label(theme, desk.text("Or drag files here. Copies are kept in the association's file."), "m")
        self._hint = hint
        self.table = ListTable(
            desk,
            "visit.documents",
            _columns(),
            shown=("name", "kind", "on", "size"),
            name="visit.documents.table",
            label=desk.text("Documents"),
        )
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(self._open)
        self.table.binned.connect(self._bin_ids)
        self.pane = DocumentPane(desk, self)
        self.pane.openWanted.connect(self._open)
        self.pane.saveWanted.connect(self._save_copy)
        self.pane.binWanted.connect(self._bin_one)
        box = Box(theme, "card", self.table, gap=0, margins=(1, 1, 1, 1))
        self.body = QStackedWidget()
        self._split = Sides(theme, box, self.pane, own="second")
        self.body.addWidget(self._split)
        words = desk.text("No documents yet. Invitations, insurance, receipts, photos and press belong here.")
        self.body.addWidget(EmptyState(theme, words, icon="folder"))
        tools = row(theme, self.add, hint, None, self.sum, gap=12)
        self.setLayout(column(theme, tools, self.body, gap=10, margins=(0, 12, 0, 0)))

    @classmethod
    def tab_mark(cls, desk: Desk, visit_id: UUID) -> TabMark:
        return TabMark()

    # -- reading -------------------------------------------------------------------------------------

    def reload(self) -> None:
        rows = self.desk.read(visit_documents, self.visit)
        self._rows = {one.id: one for one in rows}
        self.table.set_rows([one.id for one in rows], lambda ids: [self._rows.get(one) for one in ids])
        self.body.setCurrentIndex(0 if rows else 1)
        self.sum.setText(self.desk.ntext("{n} document", "{n} documents", len(rows)) if rows else "")
        if self._new is not None and self.table.choose(self._new):
            self._new = None
        if rows and not self.table.chosen_ids():
            self.table.choose(rows[0].id)
        self._chosen(self.table.chosen_ids())

    def _chosen(self, ids: list[UUID]) -> None:
        one = self._rows.get(ids[0]) if ids else None
        self.pane.show_document(one, self._picture(one) if one is not None and one.is_picture else None)

    def _picture(self, one: DocumentRow) -> QPixmap | None:
        try:
            data = self.desk.read(document_bytes, one.id)
        except UserError:
            return None
        found = QPixmap()
        return found if found.loadFromData(data) else None

    # -- adding --------------------------------------------------------------------------------------

    def _choose_files(self) -> None:
        found, _ = QFileDialog.getOpenFileNames(self, self.desk.text("Add files"))
        self.take(Path(name) for name in found)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())

    def take(self, files: Iterable[Path]) -> None:
        """Read files and keep them with the visit; what cannot be kept is said, the others are kept."""
        read_files(self.desk, files, partial(self._keep, self.visit))

    def _keep(self, visit: UUID, taken: list[TakenIn]) -> None:
        files = tuple(NewDocument(one.name, one.media_type, one.data, _guess(one)) for one in taken)
        said = self.desk.ntext("{n} document added", "{n} documents added", len(files))
        outcome = self.desk.run(AddDocuments(visit, files), said=said)
        if outcome is not None and isinstance(outcome.result, tuple):
            self._new = outcome.result[0]  # in the list as soon as it has been read again

    # -- looking and taking away ---------------------------------------------------------------------

    def _open(self, document_id: UUID) -> None:
        one = self._rows.get(document_id)
        if one is None:
            return
        if not may_be_opened(one.media_type):
            self._save_copy(document_id)  # nobody knows what it is: it is never started from here
            return
        self._outside.open(one.id, one.name, one.media_type)

    def _save_copy(self, document_id: UUID) -> None:
        one = self._rows.get(document_id)
        if one is None:
            return
        wanted = str(self.desk.file.path.parent / safe_name(one.name))
        found, _ = QFileDialog.getSaveFileName(self, self.desk.text("Save as"), wanted)
        if not found:
            return
        try:
            data = self.desk.read(document_bytes, one.id)
        except UserError as error:
            self.desk.say(error, kind="err")
            return
        save_bytes(self.desk, Path(found), data)

    def _bin_one(self, document_id: UUID) -> None:
        self._bin_ids([document_id])

    def _bin_ids(self, ids: list[UUID]) -> None:
        if not ids:
            return
        one = self._rows.get(ids[0])
        said = self.desk.text("{person} is in the bin.", person=one.name if one is not None else "")
        if len(ids) > 1:
            said = self.desk.ntext("{n} entry is in the bin.", "{n} entries are in the bin.", len(ids))
        self.desk.run(PutInBin("document", tuple(ids)), said=said)

    # -- as a tab ------------------------------------------------------------------------------------

    def acts(self) -> Mapping[str, Callable[[], object]]:
        acts: dict[str, Callable[[], object]] = {"new": self._choose_files}
        if self._rows:
            acts["bin"] = self._bin_chosen
        return acts

    def _bin_chosen(self) -> None:
        self._bin_ids(self.table.chosen_ids())

    def show_at(self, **where: object) -> None:
        wanted = where.get("document")
        for one in self._rows:
            if one.hex == wanted:
                self.table.choose(one)

    def where(self) -> dict[str, object]:
        chosen = self.table.current_id()
        return {"document": chosen.hex} if chosen is not None else {}

    def mark(self, ids: frozenset[UUID]) -> None:
        self.table.mark(ids)

    def leave(self) -> None:
        self.pane.leave()

    def fit(self, fit: Fit) -> None:
        super().fit(fit)
        width = WIDTH if fit >= Fit.NORMAL else WIDTH_COMPACT
        self._split.stand(width, beneath=PANE_HEIGHT if fit is Fit.NARROW else 0)
        self.table.fit_columns(None if fit >= Fit.NORMAL else ("name", "kind"))
        self._hint.setVisible(fit >= Fit.NORMAL)

    def least(self) -> int:
        return 640 if self._rows else 330

    def panes(self) -> Sequence[QWidget]:
        return (self.table, self.pane)

    def first_focus(self) -> QWidget | None:
        return self.table if self._rows else self.add


def _guess(one: TakenIn) -> DocumentKind:
    return DocumentKind.PHOTO if one.is_picture else DocumentKind.OTHER
