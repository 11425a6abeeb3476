# SPDX-License-Identifier: GPL-3.0-or-later
"""Which class people get, and who pays for them: rules of a membership that several actions share."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import or_, select

from hospes.actions.own import own_association
from hospes.domain.codes import LeavingReason, MemberUnit
from hospes.domain.membership import ClassFacts, propose_class
from hospes.domain.names import PersonName
from hospes.domain.values import RoughDate
from hospes.store.tables.households import HouseholdMember
from hospes.store.tables.members import Membership, MembershipClass, MembershipPeriod
from hospes.store.tables.organisations import Office, Organisation
from hospes.store.tables.people import Person
from hospes.store.writer import Writer


def name_of(person: Person) -> PersonName:
    """The parts of a name that households are called by."""
    return PersonName(
        given=person.given,
        surname_prefix=person.surname_prefix,
        surname=person.surname,
        latin_name=person.latin_name or person.script_name,
    )


def class_for(
    w: Writer, own: Organisation, class_id: UUID | None, births: Sequence[RoughDate | None]
) -> MembershipClass | None:
    """The class asked for, else the one to propose to people of these birth dates together."""
    if class_id is not None:
        return w.must(MembershipClass, class_id)
    c = MembershipClass
    rows = list(w.scalars(select(c).where(c.owner_id == own.id).order_by(c.position, c.id)))
    known = [
        ClassFacts(
            row.id,
            row.counts,
            row.age_from,
            row.age_to,
            row.people_to,
            row.honorary,
            row.valid_from,
            row.valid_to,
        )
        for row in rows
    ]
    ages = [birth.age_on(w.today) if birth is not None else None for birth in births]
    proposed = propose_class(known, ages, w.today)
    return next((row for row in rows if proposed is not None and row.id == proposed.id), None)


def counts_households(of_class: MembershipClass | None) -> bool:
    """Does one household pay once for this class?"""
    return of_class is not None and of_class.counts == MemberUnit.HOUSEHOLD


def household_of(w: Writer, person_id: UUID, day: date) -> UUID | None:
    """The household somebody belongs to on a day."""
    m = HouseholdMember
    query = (
        select(m.household_id)
        .where(
            m.person_id == person_id,
            or_(m.valid_from.is_(None), m.valid_from <= day),
            or_(m.valid_to.is_(None), m.valid_to >= day),
        )
        .order_by(m.valid_from.desc(), m.position)
    )
    return w.scalars(query).first()


def running(w: Writer, person_id: UUID, day: date) -> list[Membership]:
    """The memberships somebody holds on a day; the day of leaving is no longer one."""
    m = Membership
    query = select(m).where(m.person_id == person_id, or_(m.left_on.is_(None), m.left_on > day))
    return list(w.scalars(query))


def give_class(w: Writer, membership: Membership, of_class: MembershipClass, day: date | None) -> None:
    """Give a membership a class from a day on; without one what it had was wrong.

    Where the class counts households, that of the member pays; where not, the member pays.
    """
    p = MembershipPeriod
    periods = list(w.scalars(select(p).where(p.membership_id == membership.id)))
    if day is None:
        last = max(periods, key=lambda one: one.valid_from or date.min, default=None)
        if last is not None:
            last.membership_class_id = of_class.id
        else:
            w.create(p, membership_id=membership.id, membership_class_id=of_class.id, valid_from=None)
    else:
        for period in periods:
            if period.valid_from is not None and period.valid_from >= day:
                w.delete(period)
            elif period.valid_to is None or period.valid_to >= day:
                period.valid_to = day - timedelta(days=1)
        w.create(p, membership_id=membership.id, membership_class_id=of_class.id, valid_from=day)
    if membership.person_id is None:
        return
    home = household_of(w, membership.person_id, day or w.today)
    if counts_households(of_class):
        membership.payer_household_id = home
    elif membership.payer_household_id is not None:
        membership.payer_household_id = None


def pay_from(
    w: Writer, person_id: UUID, left: Collection[UUID], home: UUID, day: date, class_id: UUID | None
) -> None:
    """Somebody moved: their old household no longer pays for them; perhaps they get another class."""
    for membership in running(w, person_id, day):
        paid_by_old = membership.payer_household_id in left
        if class_id is not None and (paid_by_old or _had_household_class(w, membership)):
            give_class(w, membership, w.must(MembershipClass, class_id), day)
        elif paid_by_old:
            membership.payer_household_id = home


def _had_household_class(w: Writer, membership: Membership) -> bool:
    p, c = MembershipPeriod, MembershipClass
    query = (
        select(c.counts)
        .join(p, p.membership_class_id == c.id)
        .where(p.membership_id == membership.id, p.valid_to.is_(None))
    )
    return MemberUnit.HOUSEHOLD in set(w.scalars(query))


def end_membership(w: Writer, membership: Membership, day: date, reason: LeavingReason) -> None:
    """End a membership and its class. `day` is the first one on which it no longer stands."""
    membership.left_on, membership.left_reason = day, reason
    p = MembershipPeriod
    query = select(p).where(p.membership_id == membership.id, or_(p.valid_to.is_(None), p.valid_to > day))
    for period in list(w.scalars(query)):
        last = day - timedelta(days=1)
        period.valid_to = last if period.valid_from is None else max(last, period.valid_from)


def end_offices(w: Writer, person_id: UUID, last: date, *, only_ours: bool) -> None:
    """End offices that are still held after a day, their last one: all, or those in our own association."""
    query = select(Office).where(Office.person_id == person_id)
    if only_ours:
        query = query.where(Office.organisation_id == own_association(w).id)
    for office in list(w.scalars(query)):
        if office.valid_to is None or office.valid_to.last > last:
            office.valid_to = RoughDate.of(last)
