# SPDX-License-Identifier: GPL-3.0-or-later
"""The bin: what was put there, and putting it back with everything it had (design 6.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedWidget

from hospes.actions.bin import EmptyBin, PutBack
from hospes.i18n.marks import N_
from hospes.queries.bin import BinRow, bin_rows
from hospes.ui.desk import Answer
from hospes.ui.page import Heading, Page
from hospes.ui.rows import Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, column, holder, line, row
from hospes.ui.widgets.buttons import main_button, plain_button
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from hospes.i18n.locale import Locale
    from hospes.ui.desk import Desk

KINDS = {
    "person": N_("Person"),
    "household": N_("Household"),
    "organisation": N_("Organisation"),
    "visit": N_("Visit"),
    "event": N_("Event"),
    "document": N_("Document"),
    "letter": N_("Letter"),
    "partnership": N_("Twinning"),
    "project": N_("Project"),
}


def _columns() -> Sequence[Column[BinRow]]:
    return (
        Column("name", N_("Name"), 380, lambda one, _: one.name),
        Column("kind", N_("What it is"), 200, _kind),
        Column("since", N_("In the bin since"), 200, _since),
    )


def _kind(one: BinRow, locale: Locale) -> str:
    return locale.text(KINDS[one.table])


def _since(one: BinRow, locale: Locale) -> str:
    return locale.date(one.since, "list")


class BinPage(Page):
    """A list and one button."""

    watches: ClassVar[frozenset[str]] = frozenset(KINDS)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._rows: list[BinRow] = []
        self.table = ListTable(
            desk, "bin", _columns(), shown=("name", "kind", "since"), name="bin.table", label=desk.text("Bin")
        )
        self.table.opened.connect(self._open)
        self.back = main_button(
            theme, desk.text("Put back"), self._put_back, icon="archive-restore", name="bin.putBack"
        )
        self.empty = plain_button(
            theme, desk.text("Empty the bin…"), self._ask_empty, icon="trash-2", name="bin.empty"
        )
        words = desk.text("What lies here keeps all its links. Nothing is taken out of the bin by itself.")
        foot = holder(
            row(
                theme, Label(theme, words, "m", wrap=True), self.empty, self.back, gap=16,
                margins=(16, 8, 12, 10),
            )
        )  # fmt: skip
        self.body = QStackedWidget()
        self.body.addWidget(Box(theme, "card", self.table, line(), foot, gap=0, margins=(1, 1, 1, 1)))
        self.body.addWidget(EmptyState(theme, desk.text("The bin is empty."), icon="trash-2"))
        self.setLayout(column(theme, self.body, margins=(22, 0, 18, 14)))

    def reload(self) -> None:
        self._rows = self.desk.read(bin_rows, self.desk.locale.language)
        by_id = {one.id: one for one in self._rows}
        self.table.set_rows([one.id for one in self._rows], lambda ids: [by_id.get(one) for one in ids])
        self.body.setCurrentIndex(0 if self._rows else 1)
        if self._rows and not self.table.chosen_ids():
            self.table.choose(self._rows[0].id)

    def _open(self, _id: object) -> None:
        self._put_back()

    def _put_back(self) -> None:
        chosen = set(self.table.chosen_ids())
        rows = [one for one in self._rows if one.id in chosen]
        for table in dict.fromkeys(one.table for one in rows):
            ids = tuple(one.id for one in rows if one.table == table)
            name = next(one.name for one in rows if one.table == table)
            said = self.desk.text("{name} is back.", name=name)
            if len(ids) > 1:
                said = self.desk.ntext("{n} entry is back.", "{n} entries are back.", len(ids))
            self.desk.run(PutBack(table, ids), said=said)

    def _ask_empty(self) -> None:
        """It takes away for good what nobody may miss, so it is asked for in words before."""
        desk, n = self.desk, len(self._rows)
        words = desk.ntext(
            "Delete {n} entry in the bin for good?", "Delete {n} entries in the bin for good?", n
        )
        detail = desk.text(
            "Everything that hangs on them goes too. Payments stay without a name, and whoever has receipts "
            "stays in the bin, because the law keeps those papers."
        )
        desk.ask(
            words,
            (
                Answer(desk.text("Delete for good"), self._empty, name="bin.empty.yes"),
                Answer(desk.text("Keep everything"), lambda: None, main=True, name="bin.empty.no"),
            ),
            detail=detail,
        )

    def _empty(self) -> None:
        desk = self.desk
        tables = tuple(dict.fromkeys(one.table for one in self._rows))
        desk.run(EmptyBin(tables), said=desk.text("The bin is emptied."))

    def heading(self) -> Heading:
        return Heading(self.desk.text("Bin"), self.desk.text("Entries that should not have been there"))

    def help_page(self) -> str:
        return "undo"

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"edit": self._put_back} if self._rows else {}

    def first_focus(self) -> QWidget | None:
        return self.table
