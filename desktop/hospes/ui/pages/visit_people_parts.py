# SPDX-License-Identifier: GPL-3.0-or-later
"""Registration and travel of one person of a visit, who they belong to, and where they stayed before."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING
from uuid import UUID

from hospes.actions.participations import EditParticipation
from hospes.actions.participations_stay import EditTravelGroup, LeaveTravelGroup, MakeTravelGroup
from hospes.domain.codes_visit import GroupRule, ParticipationKind, TargetGroup, TravelMode
from hospes.domain.names import display_name, joint_name, list_name
from hospes.queries.paper_visit_report import target_groups
from hospes.ui.pages.namesakes import told_apart
from hospes.ui.pages.person_flat import FlatLine, flat_field
from hospes.ui.pages.visit_people_fields import UNKNOWN, FactsCard
from hospes.ui.widgets.boxes import Box, column, holder, row
from hospes.ui.widgets.buttons import link_button, plain_button
from hospes.ui.widgets.choices import Choice, Combo
from hospes.ui.widgets.fields import Field
from hospes.ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from hospes.actions import Action
    from hospes.queries.member_history import VisitLine
    from hospes.queries.participants import ParticipantRow, VisitPeople
    from hospes.queries.participants_detail import ParticipantDetail
    from hospes.ui.desk import Desk

APPRENTICES = (TargetGroup.APPRENTICES, TargetGroup.PUPILS)


class _Travel(FactsCard):
    """As what somebody takes part, and when and how they come and go."""

    def __init__(self, desk: Desk, detail: ParticipantDetail, people: VisitPeople) -> None:
        super().__init__(desk, "", "visit.person")
        assert detail.travel is not None
        self._id, self.seen = detail.row.participation_id, detail.travel.version
        text, facts, row_ = desk.text, detail.travel, detail.row
        self.box.addWidget(Label(desk.theme, self._since(detail), "m", wrap=True, name="visit.person.since"))
        self.code_of("kind", text("Takes part as"), ParticipationKind, row_.kind, empty=False)
        parties = [(UNKNOWN, text("none")), *((one.id.hex, one.name) for one in people.parties)]
        now = row_.delegation_id.hex if row_.delegation_id is not None else UNKNOWN
        self.choice("delegation_id", text("Delegation"), parties, now, lambda c: UUID(hex=c) if c else None)
        self.words("role", text("Role"), facts.role, empty=text("such as mayor, choir leader"))
        self.yes_no("first_visit", text("First visit"), facts.first_visit)
        self.code_of("target_group", text("Belongs to"), TargetGroup, facts.target_group)
        if self._asks_training(detail, people):
            self.words("trade", text("Trade"), facts.trade)
            self.words("company", text("Company"), facts.company)
            self.words("school", text("School"), facts.school)
        self.box.addWidget(Label(desk.theme, text("Journey"), "label"))
        like_all = text("with the delegation")
        self.day("arrival_on", text("Arrives on"), facts.arrival_on, empty=like_all)
        self.clock("arrival_at", text("Arrives at"), facts.arrival_at)
        self.code_of("arrival_by", text("Comes"), TravelMode, facts.arrival_by)
        self.words("arrival_place", text("Picked up at"), facts.arrival_place, empty=like_all)
        self.day("departure_on", text("Leaves on"), facts.departure_on, empty=like_all)
        self.clock("departure_at", text("Leaves at"), facts.departure_at)
        self.code_of("departure_by", text("Goes"), TravelMode, facts.departure_by)
        self.words("departure_place", text("Brought to"), facts.departure_place, empty=like_all)

    def _asks_training(self, detail: ParticipantDetail, people: VisitPeople) -> bool:
        """Trade, company and school: of apprentices and pupils, and of whoever comes to a visit for them."""
        facts = detail.travel
        assert facts is not None
        if facts.trade or facts.company or facts.school:
            return True
        if facts.target_group is not None:
            return facts.target_group in APPRENTICES
        wanted = self.desk.read(target_groups, people.visit.id)
        young = detail.row.kind is ParticipationKind.GUEST
        return young and any(group in APPRENTICES for group in wanted)

    def _since(self, detail: ParticipantDetail) -> str:
        text, facts = self.desk.text, detail.travel
        assert facts is not None
        parts = []
        if facts.interested_at is not None:
            parts.append(text("Interested since {moment}", moment=self._moment(facts.interested_at)))
        if facts.registered_at is not None:
            parts.append(text("Registered since {moment}", moment=self._moment(facts.registered_at)))
        if facts.cancelled_on is not None:
            parts.append(text("Cancelled on {day}", day=facts.cancelled_on))
        return " · ".join(parts) or text("Not registered yet")

    def _moment(self, at: datetime) -> str:
        return self.desk.locale.moment(at if at.tzinfo else at.replace(tzinfo=UTC))

    def write(self, values: dict[str, object]) -> Action:
        """Change the participation."""
        assert self._id is not None
        return EditParticipation(self._id, values, self.seen)


class _Together(Box):
    """Who somebody travels with, and how near they are lodged."""

    def __init__(
        self, desk: Desk, row_: ParticipantRow, people: VisitPeople, went: Callable[[object], object]
    ) -> None:
        theme, text = desk.theme, desk.text
        super().__init__(theme, "card", gap=6, margins=(14, 12, 14, 12), name="visit.person.together")
        self.desk, self._row, self._went = desk, row_, went
        self.box.addWidget(Label(theme, text("Comes with"), "section"))
        mates = [one for one in people.rows if row_.group_id is not None and one.group_id == row_.group_id]
        for mate in mates:
            if mate.person_id != row_.person_id:
                self.box.addWidget(self._mate(mate))
        if row_.group_id is not None:
            rules = [(one.value, desk.locale.label(one)) for one in GroupRule]
            now = row_.group_rule.value if row_.group_rule is not None else GroupRule.SAME_HOUSE.value
            rule = Choice(theme, rules, now)
            field = Field(theme, text("Lodged"), rule, beside=True, name="visit.person.groupRule")
            field.saved.connect(self._set_rule)
            self.box.addWidget(field)
            name = FlatLine(theme, row_.group_name, empty=text("no name"))
            named = flat_field(theme, text("Group name"), name, name="visit.person.groupName")
            named.saved.connect(self._set_name)
            self.box.addWidget(named)
            leave = link_button(
                theme, text("Travels alone"), self._leave, icon="user", name="visit.person.leaveGroup"
            )
            self.box.addLayout(row(theme, leave, None))
        mates = [
            one
            for one in people.rows
            if one.participation_id is not None
            and one.participation_id != row_.participation_id
            and one.kind is not ParticipationKind.HOST
            and not one.gone
            and (row_.group_id is None or one.group_id != row_.group_id)
        ]
        known = told_apart(desk, ((one.person_id, list_name(one.name)) for one in mates))
        others = [(one.participation_id.hex, known[one.person_id]) for one in mates if one.participation_id]
        self.other = Combo(theme, others, name="visit.person.companion")
        self.other.setPlaceholderText(text("Name of a companion"))
        self.other.setAccessibleName(text("Name of a companion"))
        self.other.picked.connect(self._join)
        add = plain_button(theme, text("Put together"), self._join, icon="link", name="visit.person.join")
        line = row(theme, self.other, add)
        line.setStretch(0, 1)
        self.box.addLayout(line)

    def _mate(self, mate: ParticipantRow) -> QWidget:
        theme = self.desk.theme
        words = display_name(mate.name)
        if mate.age is not None:
            words = self.desk.text("{person}, {n}", person=words, n=mate.age)
        go = link_button(theme, words, self._go, name=f"visit.person.mate.{mate.person_id.hex}")
        go.setProperty("person", mate.person_id.hex)
        return holder(row(theme, go, None))

    def _go(self) -> None:
        self._went(UUID(hex=str(self.sender().property("person"))))

    def _join(self) -> None:
        other = self.other.code()
        mine = self._row.participation_id
        if not other or mine is None:
            self.other.setFocus()
            return
        group = self._row.group_id
        ids = (UUID(hex=other),) if group is not None else (mine, UUID(hex=other))
        self.other.clear()  # a half-typed name would keep the pane from showing what has changed
        said = self.desk.text("They travel together now.")
        self.desk.run(MakeTravelGroup(ids, group_id=group), said=said)

    def _leave(self) -> None:
        if self._row.participation_id is not None:
            said = self.desk.text("{person} travels alone now.", person=display_name(self._row.name))
            self.desk.run(LeaveTravelGroup((self._row.participation_id,)), said=said)

    def _set_rule(self, code: str) -> None:
        if self._row.group_id is not None:
            self.desk.run(EditTravelGroup(self._row.group_id, GroupRule(code)))

    def _set_name(self, typed: str) -> None:
        if self._row.group_id is not None:
            self.desk.run(EditTravelGroup(self._row.group_id, name=typed))


def travel_part(
    desk: Desk, detail: ParticipantDetail, people: VisitPeople, went: Callable[[object], object]
) -> list[QWidget]:
    """The cards of the first part."""
    if detail.travel is None:
        words = desk.text("Stands here because the home takes guests. What they offer is under Hosting.")
        return [Label(desk.theme, words, "m", wrap=True)]
    together = (
        [] if detail.row.kind is ParticipationKind.HOST else [_Together(desk, detail.row, people, went)]
    )
    return [*together, _Travel(desk, detail, people)]


# ---- earlier visits ---------------------------------------------------------------------------------------


def before_part(desk: Desk, detail: ParticipantDetail) -> list[QWidget]:
    """Visits somebody took part in before, and where they slept or whom they had."""
    theme = desk.theme
    box = Box(theme, "card", gap=10, margins=(14, 12, 14, 12), name="visit.person.before")
    box.box.addWidget(Label(theme, desk.text("Earlier visits"), "section"))
    for line in detail.history:
        title = line.title or desk.locale.span(line.first, line.last)
        words = column(
            theme,
            Label(theme, title, "lead", wrap=True),
            Label(theme, _before_words(desk, line), "m", wrap=True),
            gap=0,
        )
        box.box.addWidget(holder(words))
    if not detail.history:
        box.box.addWidget(Label(theme, desk.text("None that Hospes knows of."), "m", wrap=True))
    return [box]


def _before_words(desk: Desk, line: VisitLine) -> str:
    text = desk.text
    parts = [desk.locale.span(line.first, line.last)]
    if line.household:
        parts.append(text("slept at {home}", home=line.household))
    elif line.with_whom:
        parts.append(text("had {names} as guests", names=joint_name(list(line.with_whom), desk.locale)))
    else:
        parts.append(desk.locale.label(line.kind))
    return " · ".join(parts)
