# SPDX-License-Identifier: GPL-3.0-or-later
"""Several people of a visit chosen at once: what can be done with all of them (design 5.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from hospes.actions.participations import EditParticipations
from hospes.actions.participations_checks import SetVisitChecks
from hospes.actions.participations_stay import LeaveTravelGroup, MakeTravelGroup
from hospes.domain.codes_visit import CheckKind, GroupRule, ParticipationKind, ParticipationState
from hospes.domain.minors import ANSWERS
from hospes.domain.names import display_name
from hospes.queries.people import email_addresses
from hospes.ui.pages.visit_people_states import VERBS, state_action, state_said
from hospes.ui.widgets.boxes import FlowLayout, clear, column, holder, row, scrolled
from hospes.ui.widgets.buttons import plain_button
from hospes.ui.widgets.choices import Choice
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hospes.actions import Action
    from hospes.queries.participants import ParticipantRow, VisitPeople
    from hospes.ui.desk import Desk

NAMED = 6
S = ParticipationState
STATES = (S.REGISTERED, S.CONFIRMED, S.WAITING, S.CANCELLED, S.NO_SHOW)


class ManyParticipants(QWidget):
    """Bulk acts on people of a visit."""

    def __init__(self, desk: Desk, take_off: Callable[[Sequence[UUID]], object]) -> None:
        super().__init__()
        self.desk = desk
        self._take_off = take_off
        self._people: VisitPeople | None = None
        self._ids: tuple[UUID, ...] = ()
        self._box = column(desk.theme, gap=10, margins=(16, 12, 16, 16))
        inner = holder(column(desk.theme, self._box, None))
        self.setLayout(column(desk.theme, scrolled(inner, "visit.many")))

    def set_people(self, people: VisitPeople) -> None:
        """The visit was read again."""
        self._people = people

    def show_people(self, ids: Sequence[UUID]) -> None:
        """Show how many, and the acts."""
        self._ids = tuple(ids)
        desk, theme, text = self.desk, self.desk.theme, self.desk.text
        clear(self._box)
        rows = self._rows()
        names = [display_name(one.name) for one in rows[:NAMED]]
        told = desk.locale.listing(names)
        if len(rows) > NAMED:
            told = text("{names} and others", names=", ".join(names))
        self._box.addWidget(
            Label(theme, desk.ntext("{n} person", "{n} people", len(ids)), "name", name="visit.many.count")
        )
        self._box.addWidget(Label(theme, told, "m", wrap=True))
        if not self._parts():
            words = text("These people stand here because of their offers. See Hosting.")
            self._box.addWidget(Label(theme, words, wrap=True))
            self._printing()
            return
        states = FlowLayout(theme, gap=6)
        for state in STATES:
            icon, words = VERBS[state]
            name = f"visit.many.state.{state.value}"
            button = plain_button(theme, text(words), self._set_state, icon=icon, name=name)
            button.setProperty("state_to", state.value)
            states.addWidget(button)
        self._box.addWidget(holder(states))
        self._together()
        self._same()
        self._papers()
        self._printing()
        off = plain_button(theme, text("Take off the list"), self._off, icon="trash-2", name="visit.many.off")
        self._box.addLayout(row(theme, off, None))

    def _together(self) -> None:
        theme, text = self.desk.theme, self.desk.text
        rules = [(one.value, self.desk.locale.label(one)) for one in GroupRule]
        self.rule = Choice(theme, rules, GroupRule.SAME_HOUSE.value, name="visit.many.rule")
        self.rule.setAccessibleName(text("Lodged"))
        put = plain_button(theme, text("Put together"), self._group, icon="link", name="visit.many.group")
        apart = plain_button(theme, text("Travel alone"), self._ungroup, name="visit.many.ungroup")
        self._box.addWidget(Label(theme, text("Who belongs together"), "label"))
        self._box.addWidget(holder(FlowLayout(theme, self.rule, put, apart)))

    def _same(self) -> None:
        theme, text, locale = self.desk.theme, self.desk.text, self.desk.locale
        kinds = [(one.value, locale.label(one)) for one in ParticipationKind]
        self.kind = Choice(theme, kinds, name="visit.many.kind")
        self.kind.setAccessibleName(text("Takes part as"))
        set_kind = plain_button(theme, text("Set for all"), self._set_kind, name="visit.many.setKind")
        self._box.addWidget(Label(theme, text("Takes part as"), "label"))
        self._box.addWidget(holder(FlowLayout(theme, self.kind, set_kind)))
        parties = self._people.parties if self._people is not None else ()
        if len(parties) > 1:
            options = [(one.id.hex, one.name) for one in parties]
            self.delegation = Choice(theme, options, name="visit.many.delegation")
            self.delegation.setAccessibleName(text("Delegation"))
            come = plain_button(
                theme, text("Set for all"), self._set_delegation, name="visit.many.setDelegation"
            )
            come.setAccessibleName(text("Set the delegation for all"))
            self._box.addWidget(Label(theme, text("Delegation"), "label"))
            self._box.addWidget(holder(FlowLayout(theme, self.delegation, come)))

    def _papers(self) -> None:
        theme, text = self.desk.theme, self.desk.text
        kinds = [(one.value, self.desk.locale.label(one)) for one in CheckKind]
        self.paper = Choice(theme, kinds, name="visit.many.paper")
        self.paper.setAccessibleName(text("Papers and agreements"))
        seen = plain_button(theme, text("Seen for all"), self._seen, icon="check", name="visit.many.seen")
        self._box.addWidget(Label(theme, text("Papers and agreements"), "label"))
        self._box.addWidget(holder(FlowLayout(theme, self.paper, seen)))

    def _printing(self) -> None:
        theme, text = self.desk.theme, self.desk.text
        mails = plain_button(
            theme, text("Copy the e-mail addresses"), self._emails, icon="at-sign", name="visit.many.emails"
        )
        labels = plain_button(
            theme, text("Address labels"), self._labels, icon="printer", name="visit.many.labels"
        )
        letter = plain_button(theme, text("Letter"), self._letter, icon="mail", name="visit.many.letter")
        self._box.addWidget(holder(FlowLayout(theme, mails, letter, labels)))

    # -- who -----------------------------------------------------------------------------------------

    def _rows(self) -> list[ParticipantRow]:
        people = self._people
        found = [people.row(one) for one in self._ids] if people is not None else []
        return [one for one in found if one is not None]

    def _parts(self) -> tuple[UUID, ...]:
        """Participations of those who have one and are no hosts."""
        return tuple(
            one.participation_id
            for one in self._rows()
            if one.participation_id is not None and one.kind is not ParticipationKind.HOST
        )

    # -- acts ----------------------------------------------------------------------------------------

    def ways(self) -> list[tuple[str, Callable[[], object]]]:
        """What a right click offers."""
        text = self.desk.text
        return [
            (text("Put together"), self._group),
            (text("Copy the e-mail addresses"), self._emails),
            (text("Take off the list"), self._off),
        ]

    def _run(self, action: Action, said: str) -> None:
        self.desk.run(action, said=said)

    def _set_state(self) -> None:
        state = ParticipationState(str(self.sender().property("state_to")))
        parts = self._parts()
        name = display_name(self._rows()[0].name)
        self._run(state_action(state, parts), state_said(self.desk, state, len(parts), name))

    def _group(self) -> None:
        self._run(
            MakeTravelGroup(self._parts(), GroupRule(self.rule.code())),
            self.desk.text("They travel together now."),
        )

    def _ungroup(self) -> None:
        n = len(self._parts())
        said = self.desk.ntext("{n} person travels alone now.", "{n} people travel alone now.", n)
        self._run(LeaveTravelGroup(self._parts()), said)

    def _set_kind(self) -> None:
        self._same_for_all({"kind": ParticipationKind(self.kind.code())})

    def _set_delegation(self) -> None:
        self._same_for_all({"delegation_id": UUID(hex=self.delegation.code())})

    def _same_for_all(self, values: dict[str, object]) -> None:
        n = len(self._parts())
        said = self.desk.ntext(
            "The registration of {n} person is changed.", "The registration of {n} people is changed.", n
        )
        self._run(EditParticipations(self._parts(), values), said)

    def _seen(self) -> None:
        kind, n = CheckKind(self.paper.code()), len(self._parts())
        said = self.desk.ntext("Noted for {n} person.", "Noted for {n} people.", n)
        words = self.desk.settings.user_name.split()
        initials = "".join(word[0] for word in words)[:4].upper()
        action = SetVisitChecks(self._parts(), kind, True if kind in ANSWERS else None, initials=initials)
        self._run(action, said)

    def _emails(self) -> None:
        found = self.desk.read(email_addresses, "", self._ids, today=self.desk.file.today)
        QGuiApplication.clipboard().setText(", ".join(found))
        self.desk.say(self.desk.ntext("{n} address copied.", "{n} addresses copied.", len(found)))

    def _letter(self) -> None:
        self.desk.go("letters", people=[one.hex for one in self._ids], visit=self._visit())

    def _visit(self) -> str:
        return self._people.visit.id.hex if self._people is not None else ""

    def _labels(self) -> None:
        self.desk.go("print", paper="address-labels", people=[one.hex for one in self._ids])

    def _off(self) -> None:
        self._take_off(self._ids)
