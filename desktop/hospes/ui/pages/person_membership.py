# SPDX-License-Identifier: GPL-3.0-or-later
"""Membership of a person, edited in place, and the offices held."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from hospes.actions.members import BecomeMembers, ChangeClass, EditMembership
from hospes.domain.codes import MemberUnit
from hospes.domain.dates import DateKind, read_date
from hospes.domain.errors import UserError
from hospes.queries.association import classes
from hospes.queries.member_history import MembershipRow, memberships_of
from hospes.ui.pages.person_flat import FlatLine, flat_field
from hospes.ui.pages.person_payer import PayerField
from hospes.ui.widgets.boxes import Box, row
from hospes.ui.widgets.buttons import plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.fields import Field, Verdict
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from hospes.queries.people import PersonHead
    from hospes.ui.desk import Desk


class MembershipCard(Box):
    """Number, since, class; or the way to become a member."""

    def __init__(self, desk: Desk, head: PersonHead) -> None:
        theme = desk.theme
        super().__init__(theme, "card", Label(theme, desk.text("Membership"), "section"), gap=6)
        self.desk = desk
        self.head = head
        today = desk.file.today
        found = desk.read(memberships_of, head.id, today, desk.locale.language)
        for one in found:
            if one.current(today):
                self._standing(one)
            else:
                self._ended(one)
        if not any(one.current(today) for one in found) and not head.deceased:
            join = plain_button(theme, desk.text("Becomes a member"), self._join, name="person.join")
            self.box.addLayout(row(theme, join, None))

    def _standing(self, one: MembershipRow) -> None:
        desk, theme = self.desk, self.desk.theme
        line = FlatLine(theme, one.number, empty=desk.text("none"))
        number = flat_field(theme, desk.text("Member no."), line, name="person.number")
        number.saved.connect(lambda typed: self._edit(one, number, number=typed.strip()))
        shown = desk.locale.rough(one.joined) if one.joined else ""
        line = FlatLine(theme, shown, empty=desk.text("not known"))
        since = flat_field(theme, desk.text("Member since"), line, check=self._check, name="person.since")
        since.saved.connect(lambda typed: self._joined(one, since, typed))
        there = desk.read(classes, desk.locale.language, desk.file.today)
        known = [(row_.id.hex, row_.name) for row_ in there]
        now = one.class_on(desk.file.today)
        choice = Choice(theme, [("", desk.text("none")), *known], now.class_id.hex if now else "")
        class_ = Field(theme, desk.text("Class"), choice, beside=True, name="person.class")
        class_.saved.connect(lambda code: self._class(one, code))
        for field in (number, since, class_):
            self.box.addWidget(field)
        if one.household_id is None:
            whole = {row_.id for row_ in there if row_.counts == MemberUnit.HOUSEHOLD}
            by_household = now is not None and now.class_id in whole
            self.box.addWidget(PayerField(desk, one, self.head.id, by_household=by_household))
        if one.founding:
            self.box.addWidget(Label(theme, desk.text("Founding member"), "m"))

    def _ended(self, one: MembershipRow) -> None:
        desk = self.desk
        reason = desk.locale.label(one.left_reason) if one.left_reason else ""
        words = desk.text("Member no. {number} until {day}", number=one.number or "–", day=one.left_on)
        self.box.addWidget(
            Label(desk.theme, " · ".join(part for part in (words, reason) if part), "m", wrap=True)
        )

    def _check(self, typed: str) -> Verdict:
        try:
            self._read(typed)
        except UserError as error:
            return Verdict("bad", self.desk.words(error))
        return Verdict()

    def _read(self, typed: str) -> object:
        return (
            read_date(typed, self.desk.locale, self.desk.file.today, DateKind.PAST) if typed.strip() else None
        )

    def _joined(self, one: MembershipRow, field: Field, typed: str) -> None:
        self._edit(one, field, joined=self._read(typed))

    def _edit(self, one: MembershipRow, field: Field, **values: object) -> None:
        self.desk.run(
            EditMembership(one.id, values),
            failed=lambda error: field.say(Verdict("bad", self.desk.words(error))),
        )

    def _class(self, one: MembershipRow, code: str) -> None:
        if code:
            self.desk.run(ChangeClass(one.id, UUID(hex=code)))

    def _join(self) -> None:
        self.desk.run(BecomeMembers((self.head.id,)))
