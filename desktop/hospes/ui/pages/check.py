# SPDX-License-Identifier: GPL-3.0-or-later
"""Tools ▸ Check the records: what cannot be and what looks odd, each with a jump to its entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedWidget

from hospes.i18n.marks import N_
from hospes.queries.checks import check_rules
from hospes.queries.names import names
from hospes.ui.page import Heading, Page
from hospes.ui.rows import Cell, Column
from hospes.ui.table import ListTable
from hospes.ui.widgets.boxes import Box, column, holder, line, row
from hospes.ui.widgets.buttons import plain_button
from hospes.ui.widgets.labels import Label
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from hospes.i18n.locale import Locale
    from hospes.ui.desk import Desk

PLACES = {"person": "person", "household": "household", "organisation": "contacts"}
"""Where an entry of a table is opened."""


@dataclass(frozen=True)
class _Problem:
    """A finding in words."""

    number: int
    table: str
    id: UUID
    words: str
    error: bool
    visit: UUID | None = None
    """The visit in which it is mended."""


def _columns() -> Sequence[Column[_Problem]]:
    return (
        Column("kind", N_("How it looks"), 190, _kind),
        Column("words", N_("What was found"), 900, lambda one, _: one.words),
    )


def _kind(one: _Problem, locale: Locale) -> Cell:
    if one.error:
        return Cell(locale.text("Cannot be"), icon="circle-alert", tone="err")
    return Cell(locale.text("Looks odd"), icon="triangle-alert", tone="warn")


class CheckPage(Page):
    """The findings, read when the page is opened and after every change."""

    watches: ClassVar[frozenset[str]] = frozenset({"*"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = desk.theme
        self._problems: list[_Problem] = []
        self.table = ListTable(
            desk,
            "check",
            _columns(),
            shown=("kind", "words"),
            name="check.table",
            label=desk.text("What was found"),
        )
        self.table.opened.connect(self._open)
        self.count = Label(theme, "", "m", name="check.count")
        self.open_button = plain_button(
            theme, desk.text("Open the entry"), self._open_chosen, name="check.open"
        )
        foot = holder(row(theme, self.count, None, self.open_button, margins=(16, 8, 12, 10)))
        self.body = QStackedWidget()
        self.body.addWidget(Box(theme, "card", self.table, line(), foot, gap=0, margins=(1, 1, 1, 1)))
        self.body.addWidget(EmptyState(theme, desk.text("All is well."), icon="shield-check"))
        self.setLayout(column(theme, self.body, margins=(22, 0, 18, 14)))

    def reload(self) -> None:
        desk = self.desk
        found = desk.read(check_rules, desk.file.today)
        called = desk.read(names, {one.id for one in found}, desk.locale.language)
        nameless = desk.text("an entry without a name")
        self._problems = [
            _Problem(
                number,
                one.kind,
                one.id,
                desk.text(one.msgid, name=called[one.id].text if one.id in called else nameless, **one.args),
                one.error,
                one.visit,
            )
            for number, one in enumerate(found)
        ]
        self.table.set_rows(range(len(found)), lambda numbers: [self._problems[at] for at in numbers])
        self.count.setText(desk.ntext("{n} thing found", "{n} things found", len(found)))
        self.body.setCurrentIndex(0 if found else 1)
        if found and not self.table.chosen_ids():
            self.table.choose(0)

    def _open(self, number: int) -> None:
        problem = self._problems[number]
        if problem.visit is not None:
            guest = {"guest": problem.id.hex} if problem.table == "participation" else {}
            self.desk.go("visit", id=problem.visit.hex, tab="hosting", **guest)
            return
        place = PLACES.get(problem.table)
        if place is None:
            self.desk.say(self.desk.text("This entry has no page of its own yet."), kind="info")
        else:
            self.desk.go(place, id=problem.id.hex)

    def _open_chosen(self) -> None:
        for number in self.table.chosen_ids()[:1]:
            self._open(number)

    def heading(self) -> Heading:
        return Heading(
            self.desk.text("Check the records"), self.desk.text("What cannot be, and what looks odd")
        )

    def acts(self) -> Mapping[str, Callable[[], object]]:
        return {"edit": self._open_chosen, "next_doubt": self._next, "previous_doubt": self._previous}

    def _next(self) -> None:
        self._step(1)

    def _previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        current = self.table.current_id()
        here = current if isinstance(current, int) else -by
        if self._problems:
            self.table.choose((here + by) % len(self._problems))

    def first_focus(self) -> QWidget | None:
        return self.table
