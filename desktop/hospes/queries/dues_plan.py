# SPDX-License-Identifier: GPL-3.0-or-later
"""What starting a year's dues would do: the facts for `domain.dues_plan`, and names for its lines."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Connection, or_, select

from hospes.domain.dues import year_span
from hospes.domain.dues_plan import Asked, Candidate, ClassPrice, NewcomersPay, YearPlan, plan_year
from hospes.domain.payers import Payer
from hospes.domain.values import DateSpan
from hospes.i18n.locale import Locale
from hospes.queries.association import association, base_language, classes
from hospes.queries.dues import payer_names
from hospes.queries.person_facts import household_links
from hospes.queries.scope import begun_by, ids_in
from hospes.store.selections import pick
from hospes.store.tables.members import Dues, Membership, MembershipPeriod
from hospes.store.tables.people import Person

DUE_AFTER = 58
"""Days after the year's first one on which dues are proposed to be due: the end of February."""


@dataclass(frozen=True, slots=True)
class PlannedYear:
    """The plan, with what its ids are called."""

    plan: YearPlan
    span: DateSpan
    due_on: date
    classes: Mapping[UUID, ClassPrice]
    class_names: Mapping[UUID, str]
    names: Mapping[UUID, str] = field(default_factory=dict)


def plan_dues(
    connection: Connection,
    year: int,
    today: date,
    locale: Locale,
    *,
    newcomers: NewcomersPay = NewcomersPay.FULL,
    follow_age: bool = True,
) -> PlannedYear:
    """What starting a year's dues would do, were it done now."""
    own = association(connection)
    span = year_span(year, own.year_start)
    first = span.first or date(year, 1, 1)
    rows = classes(connection, base_language(locale.code), first, own.id)
    prices = {
        row.id: ClassPrice(
            row.id, row.counts, row.age_from, row.age_to, row.people_to, row.honorary, row.valid_from,
            row.valid_to, row.amount,
        )
        for row in rows
    }  # fmt: skip
    plan = plan_year(
        year,
        span,
        _candidates(connection, own.id, span),
        prices,
        _asked(connection, own.id, year),
        newcomers=newcomers,
        follow_age=follow_age,
    )
    payers = {one.payer for one in plan.charges}
    payers |= {holder for one in plan.charges for holder in one.holders} | {one.holder for one in plan.moves}
    due = max(first + timedelta(days=DUE_AFTER), today + timedelta(days=14))
    return PlannedYear(
        plan,
        span,
        due,
        prices,
        {row.id: row.name for row in rows},
        payer_names(connection, payers, locale),
    )


def _candidates(connection: Connection, owner: UUID, span: DateSpan) -> list[Candidate]:
    """Memberships that stand on the year's first day, or begin within it."""
    first, last = span.first or date.min, span.last or date.max
    m, p = Membership, Person
    query = (
        pick(
            m.id, m.person_id, m.household_id, m.organisation_id, m.payer_person_id, m.payer_household_id,
            m.payer_organisation_id, m.joined, m.left_on, p.birth,
        )
        .join(p, p.id == m.person_id, isouter=True)
        .where(
            m.owner_id == owner,
            or_(m.left_on.is_(None), m.left_on > first),
            begun_by(m.joined, last),
            or_(p.id.is_(None), p.binned_at.is_(None) & p.merged_into.is_(None)),
        )
        .order_by(m.id)
    )  # fmt: skip
    rows = [tuple(row) for row in connection.execute(query)]
    class_of = _classes_of(connection, rows, span)
    links = household_links(connection, ids_in([row[1] for row in rows if row[1] is not None]), first)
    found = []
    for key, person, household, organisation, pays_person, pays_home, pays_firm, joined, left, birth in rows:
        holder = Payer.of(person, household, organisation)
        if holder is None or (left is not None and joined is not None and left <= joined.first):
            continue
        link = links.get(person) if person is not None else None
        found.append(
            Candidate(
                key,
                holder,
                Payer.of(pays_person, pays_home, pays_firm) or holder,
                class_of.get(key),
                joined,
                left if left is not None and left <= last else None,
                birth,
                link.household_id if link is not None and link.current else None,
            )
        )
    return found


def _classes_of(connection: Connection, rows: list[tuple[object, ...]], span: DateSpan) -> dict[UUID, UUID]:
    """The class of each membership: that of the first day, else the first it gets in the year."""
    first, last = span.first or date.min, span.last or date.max
    p = MembershipPeriod
    query = (
        select(p.membership_id, p.membership_class_id, p.valid_from, p.valid_to)
        .where(
            or_(p.valid_from.is_(None), p.valid_from <= last),
            or_(p.valid_to.is_(None), p.valid_to >= first),
        )
        .order_by(p.valid_from, p.id)
    )
    wanted = {row[0] for row in rows}
    found: dict[UUID, UUID] = {}
    for membership_id, class_id, _, _ in connection.execute(query):
        if membership_id in wanted:
            found.setdefault(membership_id, class_id)
    return found


def _asked(connection: Connection, owner: UUID, year: int) -> list[Asked]:
    d = Dues
    query = pick(d.id, d.person_id, d.household_id, d.organisation_id, d.membership_class_id, d.people).where(
        d.owner_id == owner, d.year == year
    )
    found = []
    for key, person, household, organisation, class_id, people in connection.execute(query):
        payer = Payer.of(person, household, organisation)
        if payer is not None:
            found.append(Asked(key, payer, class_id, people))
    return found
