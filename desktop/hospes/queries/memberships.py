# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is a member, of which class, and how the dues of those who pay for them stand.

A membership is held by a person, or by a household, whose people are then all members. Whoever is named as
payer pays; else the holder. The state of dues is decided by `domain.dues` alone; SQL only sums.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Integer,
    Select,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
    union_all,
)

from hospes.domain.codes import DuesState
from hospes.domain.dues import DuesSum, dues_state, dues_year
from hospes.domain.values import Money, RoughDate
from hospes.queries.association import ClassRow, classes, umbrella_first
from hospes.queries.person_facts import HouseholdLink, People, Statement, households_of, limited, run
from hospes.queries.scope import begun_by, ids_in, mine, own_ids, unindexed, valid_on
from hospes.store.owners import chosen_owner
from hospes.store.selections import AnyColumn, pick
from hospes.store.tables.households import HouseholdMember
from hospes.store.tables.members import Dues, Membership, MembershipPeriod, PaymentShare
from hospes.store.tables.organisations import Organisation
from hospes.store.types import UuidText


@dataclass(frozen=True, slots=True)
class Ground:
    """What every question about members stands on: whose members, on which day, in which year of dues."""

    owner: UUID
    today: date
    year: int
    currency: str
    every: bool = False
    """Of every association under the umbrella; the owner is the umbrella then."""


def ground(connection: Connection, today: date, owner: UUID | None = None) -> Ground:
    """The ground for a day: the association that is looked at, and its year the day belongs to."""
    owner = owner or chosen_owner(connection)
    rows = connection.execute(_own(owner is not None), {} if owner is None else {"owner": owner}).all()
    if not rows:
        # A file that is being founded has no members; no row has this id.
        return Ground(UUID(int=0), today, today.year, "EUR")
    found = rows[0]
    return Ground(found[0], today, dues_year(today, found[1]), found[2], every=len(rows) > 1)


@cache
def _own(named: bool) -> Select[*tuple[Any, ...]]:
    o = Organisation
    query = pick(o.id, o.year_start, o.currency).where(o.is_own.is_(True))
    if named:
        return query.where(o.id == bindparam("owner"))
    return query.where(o.binned_at.is_(None)).order_by(*umbrella_first()).limit(2)


def _one(on: Ground) -> UUID | None:
    """The parameter of statements that are made once: None for every association."""
    return None if on.every else on.owner


def _of_owner(column: AnyColumn) -> ColumnElement[bool]:
    owner = bindparam("owner", type_=UuidText)
    every = and_(owner.is_(None), unindexed(column).in_(own_ids()))
    return or_(unindexed(column) == owner, every)


def is_current(on: Ground, *, begun: bool = False) -> ColumnElement[bool]:
    """Memberships that have not ended by the day; the day of leaving is no longer one of membership.

    `begun` leaves out those that begin later. Otherwise somebody who joins next month is on the list already.
    """
    m = Membership
    current = and_(mine(m.owner_id, on), or_(m.left_on.is_(None), m.left_on > on.today))
    if begun:
        current = and_(current, begun_by(m.joined, on.today))
    return current


def members(on: Ground, *, begun: bool = False) -> CompoundSelect[UUID | None]:
    """Ids of all people who are members on the day, alone or with their household."""
    m = Membership
    alone = select(m.person_id).where(is_current(on, begun=begun), m.person_id.is_not(None))
    return union_all(alone, _people_of_holders(on, is_current(on, begun=begun)))


def ever_members(on: Ground) -> CompoundSelect[UUID | None]:
    """Ids of all people who have or had a membership."""
    m = Membership
    ours = mine(m.owner_id, on)
    alone = select(m.person_id).where(ours, m.person_id.is_not(None))
    return union_all(alone, _people_of_holders(on, ours, ever=True))


def _people_of_holders(on: Ground, condition: ColumnElement[bool], *, ever: bool = False) -> Select[UUID]:
    h, m = HouseholdMember, Membership
    query = select(h.person_id).join(m, m.household_id == h.household_id).where(condition)
    return query if ever else query.where(valid_on(h, on.today))


@dataclass(frozen=True, slots=True)
class MembershipFacts:
    """One membership as it bears on one person."""

    current: bool
    id: UUID
    number: str
    joined: RoughDate | None
    left_on: date | None
    payer: UUID
    class_id: UUID | None


def memberships(
    connection: Connection, people: People, links: Mapping[UUID, HouseholdLink], on: Ground
) -> dict[UUID, MembershipFacts]:
    """The membership of each person that counts: the one that stands, else the one that ended last."""
    alone: dict[UUID, _Ranked] = {}
    shared: dict[UUID, _Ranked] = {}
    rows = run(connection, _memberships, people, homes=households_of(people, links), owner=_one(on))
    for person_id, household_id, first, last, *facts in rows:
        left_on = facts[3]
        current = left_on is None or left_on > on.today
        day = on.today if current else left_on
        holds = (first is None or first <= day) and (last is None or last >= day)
        rank = (current, left_on or date.max, str(facts[2] or ""), holds, first or date.min)
        ranked, holder = (alone, person_id) if person_id else (shared, household_id)
        if holder not in ranked or rank > ranked[holder][0]:
            ranked[holder] = rank, MembershipFacts(current, *facts)
    found = {person_id: facts for person_id, (_, facts) in alone.items()}
    for person_id, link in links.items() if shared else ():
        theirs = shared.get(link.household_id)
        if theirs is not None and (person_id not in found or not found[person_id].current):
            # Whoever has left the household is no longer a member with it.
            found[person_id] = theirs[1] if link.current else replace(theirs[1], current=False)
    return found


@cache
def _memberships(some: bool) -> Statement:
    m, p = Membership, MembershipPeriod
    payer = func.coalesce(
        m.payer_person_id, m.payer_household_id, m.payer_organisation_id, m.person_id, m.household_id
    )
    return (
        pick(
            m.person_id, m.household_id, p.valid_from, p.valid_to,
            m.id, m.number, m.joined, m.left_on, payer, p.membership_class_id,
        )
        .join(p, p.membership_id == m.id, isouter=True)
        .where(
            _of_owner(m.owner_id),
            unindexed(m.organisation_id).is_(None),
            or_(limited(m.person_id, some), limited(m.household_id, some, "homes")),
        )
    )  # fmt: skip


_Ranked = tuple[tuple[bool, date, str, bool, date], MembershipFacts]


def dues_sums(connection: Connection, on: Ground, year: int | None = None) -> dict[UUID, DuesSum]:
    """What each payer (person, household or organisation, by id) owes and has paid for a year."""
    return _sums(connection, on, year, None)


def dues_sums_of(
    connection: Connection, on: Ground, payers: set[UUID], year: int | None = None
) -> dict[UUID, DuesSum]:
    """The same for some payers."""
    return _sums(connection, on, year, payers) if payers else {}


def _sums(
    connection: Connection, on: Ground, year: int | None, payers: set[UUID] | None
) -> dict[UUID, DuesSum]:
    wanted = None if payers is None else ids_in(payers)
    rows = run(connection, _dues, wanted, owner=_one(on), year=on.year if year is None else year)
    found: dict[UUID, DuesSum] = defaultdict(DuesSum)
    for _, person, household, organisation, owed, paid in rows:
        found[person or household or organisation] += DuesSum(owed, paid or 0, 1)
    return dict(found)


@cache
def _dues(some: bool) -> Statement:
    d = Dues
    year = bindparam("year", type_=Integer)
    owed = case((d.waived.is_(True), 0), else_=d.minor)
    query = (
        pick(d.id, d.person_id, d.household_id, d.organisation_id, owed, func.sum(PaymentShare.minor))
        .join(PaymentShare, PaymentShare.dues_id == d.id, isouter=True)
        .group_by(d.id)
    )
    if not some:
        return query.where(_of_owner(d.owner_id), d.year == year)
    payers = or_(limited(d.person_id, True), limited(d.household_id, True), limited(d.organisation_id, True))
    return query.where(payers, _of_owner(d.owner_id), unindexed(d.year) == year)


@dataclass(frozen=True, slots=True)
class WhoOwes:
    """How many payers have dues open for a year, and how much together."""

    payers: int
    open: Money
    year: int


def who_owes(connection: Connection, today: date) -> WhoOwes:
    """The open dues of the association's present year."""
    on = ground(connection, today)
    sums = dues_sums(connection, on)
    open_ones = [total.open for total in sums.values() if total.open]
    return WhoOwes(len(open_ones), Money(sum(open_ones), on.currency), on.year)


@dataclass(frozen=True, slots=True)
class DuesOf:
    """How one person's dues stand, with what is open of them."""

    state: DuesState
    open: int


def dues_of(
    facts: Mapping[UUID, MembershipFacts], sums: Mapping[UUID, DuesSum], free: set[UUID]
) -> dict[UUID, DuesOf]:
    """The state of each member's dues: their own together with those of whoever pays for them.

    `free` are the classes that cost nothing.
    """
    found = {}
    for person_id, membership in facts.items():
        total = sums.get(membership.payer, DuesSum())
        if membership.payer != person_id and person_id in sums:
            total += sums[person_id]
        state = dues_state(total, free_class=membership.class_id in free)
        found[person_id] = DuesOf(state, total.open)
    return found


def free_classes(connection: Connection, on: Ground) -> set[UUID]:
    """Classes that cost nothing on the day."""
    rows = classes(connection, "", on.today, on.owner, every=on.every)
    return {row.id for row in rows if row.free}


def class_rows(connection: Connection, on: Ground, language: str) -> dict[UUID, ClassRow]:
    """All classes by id."""
    return {row.id: row for row in classes(connection, language, on.today, on.owner, every=on.every)}
