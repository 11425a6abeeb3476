# SPDX-License-Identifier: GPL-3.0-or-later
"""Thanks after a visit: who is not thanked yet, and planning it for one or for all at once (S14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hospes.actions.courtesies import PlanThanks, Whom
from hospes.domain.errors import UserError
from hospes.queries.courtesies import entries_of
from hospes.queries.visit_thanks import not_thanked
from hospes.queries.visits import visit_row
from hospes.ui.widgets.boxes import Box, FlowLayout, column, holder, row
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from hospes.queries.courtesies import CourtesyRow
    from hospes.queries.visit_thanks import ToThank
    from hospes.ui.desk import Desk

DOT = " · "

MOST = 8
"""So many stand in the card; the button for all of them says how many there are."""


def plan_thanks(desk: Desk, visit: UUID, whom: Sequence[ToThank]) -> None:
    """Write letters of thanks for some into the protocol book, in one step."""
    try:
        title = desk.read(visit_row, visit, desk.locale.language, desk.file.today).title
    except UserError as error:
        desk.say(error, kind="err")
        return
    act = PlanThanks(
        visit,
        tuple(Whom(one.person_id, one.organisation_id, one.other) for one in whom),
        desk.text("Letter of thanks"),
        title,
    )
    said = desk.ntext("{n} letter of thanks is planned.", "{n} letters of thanks are planned.", len(whom))
    desk.run(act, said=said)


class ThanksCard(Box):
    """Who is not thanked yet, with [Plan thanks] for each and for all, and what the protocol book has."""

    def __init__(self, desk: Desk, visit: UUID) -> None:
        theme = desk.theme
        super().__init__(theme, "card", gap=8, name="visit.thanks")
        self.desk = desk
        self._visit = visit
        self.open = desk.read(not_thanked, visit, desk.file.today, desk.locale)
        self.entries = desk.read(entries_of, desk.locale, visit=visit)
        if self.open:
            self.box.addWidget(Label(theme, desk.text("Not thanked yet"), "section"))
            for at, one in enumerate(self.open[:MOST]):
                self.box.addWidget(self._line(at, one))
            if (more := len(self.open) - MOST) > 0:
                self.box.addWidget(Label(theme, desk.ntext("and {n} more", "and {n} more", more), "m"))
            every = plain_button(
                theme, desk.text("Plan thanks for all"), self._plan_all, icon="heart-handshake",
                name="visit.thanks.all",
            )  # fmt: skip
            letters = link_button(
                theme, desk.text("Print the letters"), self._letters, icon="printer",
                name="visit.thanks.letters",
            )  # fmt: skip
            self.box.addWidget(holder(FlowLayout(theme, every, letters, gap=10)))
        if self.entries:
            self.box.addWidget(Label(theme, desk.text("In the protocol book"), "section"))
            self.box.addWidget(EntryLines(desk, self.entries, "visit.thanks"))
        if not (self.open or self.entries):  # shown before it has a place it would be a window of its own
            self.hide()

    def _line(self, at: int, one: ToThank) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        say = desk.text("Plan thanks")
        plan = link_button(theme, say, self._plan, name=f"visit.thanks.{at}")
        plan.setAccessibleName(desk.text("{figure}: {what}", figure=one.name, what=say))
        plan.setProperty("at", at)
        return holder(
            column(
                theme,
                Label(theme, one.name, wrap=True),
                Label(theme, desk.locale.label(one.what), "m", wrap=True),
                row(theme, plan, None),
                gap=0,
            )
        )

    def _plan(self) -> None:
        at = int(self.sender().property("at"))
        plan_thanks(self.desk, self._visit, self.open[at : at + 1])

    def _plan_all(self) -> None:
        plan_thanks(self.desk, self._visit, self.open)

    def _letters(self) -> None:
        self.desk.go("print", paper="thank-you-letters", visit=self._visit.hex)


class EntriesCard(Box):
    """What the protocol book has of somebody, with a way to a certificate."""

    def __init__(self, desk: Desk, person: UUID, entries: Sequence[CourtesyRow]) -> None:
        theme = desk.theme
        lines = EntryLines(desk, entries, "person.courtesies")
        way = link_button(
            theme, desk.text("Print a certificate"), self._print, icon="printer", name="person.certificate"
        )
        head = Label(theme, desk.text("Gifts and honours"), "section")
        super().__init__(theme, "card", head, lines, holder(row(theme, way, None)), gap=8)
        self.desk = desk
        self._person = person

    def _print(self) -> None:
        self.desk.go("print", paper="certificate", person=self._person.hex)


class EntryLines(QWidget):
    """Entries of the protocol book in a few lines, each leading to it."""

    def __init__(self, desk: Desk, entries: Sequence[CourtesyRow], name: str, most: int = MOST) -> None:
        super().__init__()
        theme = desk.theme
        self.desk = desk
        lines = column(theme, gap=6)
        for one in entries[:most]:
            day = desk.locale.date(one.on, "list") if one.on is not None else desk.text("Still to do")
            head = DOT.join((day, desk.locale.label(one.kind), *((one.occasion,) if one.occasion else ())))
            words = column(
                theme, Label(theme, one.what, wrap=True), Label(theme, head, "m", wrap=True), gap=0
            )
            say = desk.text("Open")
            link = link_button(theme, say, self._open, name=f"{name}.open")
            link.setAccessibleName(desk.text("{figure}: {what}", figure=one.what, what=say))
            link.setProperty("entry", one.id.hex)
            made = row(theme, holder(words), link)
            made.setStretch(0, 1)
            lines.addLayout(made)
        if len(entries) > most:
            rest = desk.ntext("and {n} more", "and {n} more", len(entries) - most)
            lines.addWidget(Label(theme, rest, "m"))
        lines.setContentsMargins(0, 0, 0, 0)
        self.setLayout(lines)

    def _open(self) -> None:
        self.desk.go("courtesies", id=str(self.sender().property("entry")))
