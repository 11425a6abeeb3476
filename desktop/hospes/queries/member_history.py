# SPDX-License-Identifier: GPL-3.0-or-later
"""One person over the years: memberships and classes, dues and payments, visits with hosts and guests."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, or_, select

from hospes.domain.codes import LeavingReason
from hospes.domain.codes_visit import ParticipationKind, ParticipationState
from hospes.domain.names import PersonName
from hospes.domain.values import RoughDate
from hospes.queries import person_facts as facts
from hospes.queries.association import classes
from hospes.queries.scope import among, ids_in
from hospes.store.selections import pick
from hospes.store.tables.households import Household
from hospes.store.tables.members import (
    Membership,
    MembershipPeriod,
)
from hospes.store.tables.stays import HostOffer, Placement
from hospes.store.tables.visits import Participation, Visit, VisitText


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """A class somebody had, from when to when."""

    id: UUID
    class_id: UUID
    class_name: str
    valid_from: date | None
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """A membership with its classes, the last one first."""

    id: UUID
    version: int
    number: str
    joined: RoughDate | None
    left_on: date | None
    left_reason: LeavingReason | None
    resigned_on: date | None
    founding: bool
    payer_household_id: UUID | None
    payer_person_id: UUID | None
    payer_organisation_id: UUID | None
    household_id: UUID | None
    """The holder, where it is the household and not the person."""
    periods: tuple[PeriodRow, ...] = ()

    def current(self, day: date) -> bool:
        """Does it stand on a day?"""
        return self.left_on is None or self.left_on > day

    def class_on(self, day: date) -> PeriodRow | None:
        """The class on a day."""
        for period in self.periods:
            begun = period.valid_from is None or period.valid_from <= day
            if begun and (period.valid_to is None or period.valid_to >= day):
                return period
        return None


def memberships_of(
    connection: Connection, person_id: UUID, today: date, language: str
) -> tuple[MembershipRow, ...]:
    """Memberships of a person and of the household they belong to; the standing one first."""
    m = Membership
    link = facts.household_links(connection, ids_in([person_id]), today).get(person_id)
    mine = m.person_id == person_id
    if link is not None:
        mine = or_(mine, m.household_id == link.household_id)
    query = pick(
        m.id, m.version, m.number, m.joined, m.left_on, m.left_reason, m.resigned_on, m.founding,
        m.payer_household_id, m.payer_person_id, m.payer_organisation_id, m.household_id,
    ).where(mine)  # fmt: skip
    rows = [tuple(row) for row in connection.execute(query)]
    periods = _periods(connection, [row[0] for row in rows], today, language)
    found = [replace(MembershipRow(*row), periods=periods.get(row[0], ())) for row in rows]
    return tuple(sorted(found, key=lambda one: (not one.current(today), str(one.joined or ""))))


def _periods(
    connection: Connection, ids: Iterable[UUID], today: date, language: str
) -> dict[UUID, tuple[PeriodRow, ...]]:
    named = {row.id: row.name for row in classes(connection, language, today)}
    p = MembershipPeriod
    query = (
        select(p.membership_id, p.id, p.membership_class_id, p.valid_from, p.valid_to)
        .where(among(p.membership_id, ids))
        .order_by(p.valid_from.desc(), p.id.desc())
    )
    found: dict[UUID, list[PeriodRow]] = defaultdict(list)
    for membership_id, row_id, class_id, first, last in connection.execute(query):
        found[membership_id].append(PeriodRow(row_id, class_id, named.get(class_id, ""), first, last))
    return {key: tuple(rows) for key, rows in found.items()}


@dataclass(frozen=True, slots=True)
class VisitLine:
    """A visit somebody took part in: as what, and who slept where they did, or with whom."""

    visit_id: UUID
    title: str
    first: date | None
    last: date | None
    kind: ParticipationKind
    state: ParticipationState
    with_whom: tuple[PersonName, ...]
    """Guests a host had; for a guest, nobody."""
    household: str = ""
    """Where a guest slept."""


def visits_of(connection: Connection, person_id: UUID, today: date, language: str) -> tuple[VisitLine, ...]:
    """Visits of a person as guest or leader, and those their household hosted, the newest first."""
    p, v = Participation, Visit
    taken = connection.execute(
        pick(p.id, v.id, v.first, v.last, p.kind, p.state)
        .join(v, v.id == p.visit_id)
        .where(p.person_id == person_id, v.binned_at.is_(None))
    ).all()
    places = _hosts_of(connection, [row[0] for row in taken])
    lines = [
        VisitLine(row[1], "", row[2], row[3], row[4], row[5], (), places.get(row[0], "")) for row in taken
    ]
    link = facts.household_links(connection, ids_in([person_id]), today).get(person_id)
    if link is not None:
        lines += _hosted(connection, link.household_id)
    titles = visit_titles(connection, {line.visit_id for line in lines}, language)
    told = [replace(line, title=titles.get(line.visit_id, "")) for line in lines]
    return tuple(sorted(told, key=lambda line: line.first or date.min, reverse=True))


def _hosts_of(connection: Connection, participations: Iterable[UUID]) -> dict[UUID, str]:
    query = (
        select(Placement.participation_id, Household.name)
        .join(HostOffer, HostOffer.id == Placement.offer_id)
        .join(Household, Household.id == HostOffer.household_id)
        .where(among(Placement.participation_id, participations))
        .order_by(Placement.night)
    )
    return dict(connection.execute(query).all())


def _hosted(connection: Connection, household_id: UUID) -> list[VisitLine]:
    v, p = Visit, Participation
    query = (
        pick(v.id, v.first, v.last, p.person_id)
        .join(HostOffer, HostOffer.visit_id == v.id)
        .join(Placement, Placement.offer_id == HostOffer.id)
        .join(p, p.id == Placement.participation_id)
        .where(HostOffer.household_id == household_id, v.binned_at.is_(None))
        .distinct()
    )
    guests: dict[tuple[UUID, date | None, date | None], list[UUID]] = defaultdict(list)
    for visit_id, first, last, guest in connection.execute(query):
        guests[visit_id, first, last].append(guest)
    names = facts.names_of(connection, ids_in({one for some in guests.values() for one in some}))
    return [
        VisitLine(
            visit_id,
            "",
            first,
            last,
            ParticipationKind.HOST,
            ParticipationState.CONFIRMED,
            tuple(names[guest] for guest in some if guest in names),
        )
        for (visit_id, first, last), some in guests.items()
    ]


def visit_titles(connection: Connection, visits: Iterable[UUID], language: str) -> dict[UUID, str]:
    """Titles of visits in a language, else in any there is."""
    t = VisitText
    query = select(t.visit_id, t.language, t.title).where(among(t.visit_id, visits), t.title != "")
    found: dict[UUID, str] = {}
    rank: dict[UUID, int] = {}
    for visit_id, code, title in connection.execute(query.order_by(t.language)):
        grade = 2 if code == language else 1 if code == "en" else 0
        if visit_id not in rank or grade > rank[visit_id]:
            found[visit_id], rank[visit_id] = title, grade
    return found
