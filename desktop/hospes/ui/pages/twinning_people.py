# SPDX-License-Identifier: GPL-3.0-or-later
"""Who holds which office on the partner's side now, and who held it before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.names import display_name
from hospes.queries.partnerships_visits import Counterpart, people_over_there
from hospes.ui.pages.twinning_fields import titled
from hospes.ui.pages.twinning_phases import years_words
from hospes.ui.pages.twinning_section import TwinningSection
from hospes.ui.pages.twinning_words import side_of
from hospes.ui.widgets.boxes import column, holder, line, row
from hospes.ui.widgets.buttons import link_button
from hospes.ui.widgets.labels import Label, avatar
from hospes.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from uuid import UUID

    from PySide6.QtWidgets import QWidget

    from hospes.ui.desk import Desk
    from hospes.ui.look.sign import Side

MOST_FORMER = 12


class PeopleSection(TwinningSection):
    """In order of protocol; offices come and go with their days, so nobody has to be put here by hand."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._former = False

    def build(self) -> tuple[Sequence[QWidget], Sequence[QWidget]]:
        desk, theme, data = self.desk, self.desk.theme, self.bond
        today, bond = desk.file.today, data.row.id
        now = desk.read(people_over_there, bond, desk.locale.code, today)
        before = desk.read(people_over_there, bond, desk.locale.code, today, former=True)
        contacts = link_button(
            theme, desk.text("Show the contacts"), self._contacts, name="twinning.contacts"
        )
        if not now and not before:
            words = desk.text(
                "Nobody is known there yet. Give somebody an office in an organisation of the partner town."
            )
            return [EmptyState(theme, words, icon="users"), holder(row(theme, None, contacts, None))], []
        box = titled(
            desk, desk.text("In office now"), name="twinning.people",
            hint=desk.text("In order of protocol. Offices are kept with the organisations under Contacts."),
        )  # fmt: skip
        for one in now:
            box.box.addWidget(line())
            box.box.addWidget(self._person(one))
        if not now:
            box.box.addWidget(Label(theme, desk.text("Nobody holds an office there now."), "m"))
        box.box.addWidget(line())
        box.box.addLayout(row(theme, contacts, None))
        parts: list[QWidget] = [box]
        if before:
            parts.append(self._earlier(before))
        return parts, []

    def _earlier(self, before: Sequence[Counterpart]) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        box = titled(desk, desk.text("Earlier"), name="twinning.people.former")
        for one in before[:MOST_FORMER]:
            box.box.addWidget(line())
            box.box.addWidget(self._person(one))
        more = len(before) - MOST_FORMER
        if more > 0:
            box.box.addWidget(Label(theme, desk.ntext("and {n} more", "and {n} more", more), "m"))
        return box

    def _side(self, town: UUID | None) -> Side:
        parties = self.bond.row.partners or self.bond.row.parties
        return next((side_of(one) for one in parties if one.ref == town), side_of(parties[0]))

    def _person(self, one: Counterpart) -> QWidget:
        desk, theme = self.desk, self.desk.theme
        name = display_name(one.name)
        letters = "".join(part[0] for part in (one.name.given, one.name.surname) if part).upper()
        role = one.title or desk.locale.role(one.function, one.name.gender)
        words = desk.text("{role}, {organisation}", role=role, organisation=one.organisation)
        link = link_button(
            theme, name, self._opener(one.person_id), name=f"twinning.person.{one.person_id.hex}"
        )
        box = row(
            theme,
            avatar(theme, letters, self._side(one.town_id)),
            holder(column(theme, row(theme, link, None), Label(theme, words, "m", wrap=True), gap=0)),
            Label(theme, years_words(desk, one.since, one.until), "m"),
            gap=12,
        )
        box.setStretch(1, 1)
        return holder(box)

    def _opener(self, person: UUID) -> Callable[[], None]:
        def go() -> None:
            self.desk.go("person", id=person.hex)

        return go

    def _contacts(self) -> None:
        self.desk.go("contacts", view="organisations")
