# SPDX-License-Identifier: GPL-3.0-or-later
"""Counting in a file of the example by plain selections, past the queries and the tables it was made from."""

from datetime import date

from sqlalchemy import func, select

from hospes.store.tables.households import Hosting, HouseholdMember
from hospes.store.tables.members import Dues, Membership, MembershipClass, MembershipPeriod, PaymentShare
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.people import Person
from hospes.store.tables.stays import HostOffer, OfferNight, Placement
from hospes.store.tables.visits import Participation, Visit

TODAY = date(2026, 4, 27)


def own(read):
    return read.scalars(select(Organisation.id).where(Organisation.is_own.is_(True))).one()


def members_now():
    return select(Membership.person_id).where(Membership.left_on.is_(None))


def member_count(read):
    return read.scalar(select(func.count()).select_from(members_now().subquery()))


def household_count(read):
    living = HouseholdMember.valid_to.is_(None) & HouseholdMember.person_id.in_(members_now())
    return read.scalar(select(func.count(HouseholdMember.household_id.distinct())).where(living))


def paid():
    return (
        select(PaymentShare.dues_id, func.sum(PaymentShare.minor).label("minor"))
        .group_by(PaymentShare.dues_id)
        .subquery()
    )


def open_dues(read, year):
    """(person, household, still owed) of all dues of a year that are not paid."""
    share = paid()
    rest = Dues.minor - func.coalesce(share.c.minor, 0)
    query = (
        select(Dues.person_id, Dues.household_id, rest)
        .join(share, share.c.dues_id == Dues.id, isouter=True)
        .where(Dues.year == year, rest > 0)
    )
    return read.execute(query).all()


def host_count(read):
    return read.scalar(select(func.count()).select_from(Hosting).where(Hosting.can_host.is_(True)))


def person(read, given, surname):
    return read.execute(
        select(Person.__table__).where(Person.given == given, Person.surname == surname)
    ).one()


def visit_of(read, first):
    return read.scalars(select(Visit.id).where(Visit.first == first)).one()


def guests_of(visit):
    return select(Participation.id).where(Participation.visit_id == visit, Participation.kind == "guest")


def placed_of(visit):
    placed = select(Placement.participation_id).distinct()
    return placed.where(Placement.participation_id.in_(guests_of(visit)))


def count(read, query):
    return read.scalar(select(func.count()).select_from(query.subquery()))


def guest_names(read, participations):
    query = (
        select(Person.given, Person.surname)
        .join(Participation, Participation.person_id == Person.id)
        .where(Participation.id.in_(participations))
    )
    return {f"{given} {surname}" for given, surname in read.execute(query)}


def nights_of(read, offer):
    return sorted(read.scalars(select(OfferNight.night).where(OfferNight.offer_id == offer)))


def offers_of(visit):
    return select(HostOffer.id).where(HostOffer.visit_id == visit, HostOffer.state == "yes")


def class_of(read, person_id):
    query = (
        select(MembershipClass.name, MembershipClass.honorary)
        .join(MembershipPeriod, MembershipPeriod.membership_class_id == MembershipClass.id)
        .join(Membership, Membership.id == MembershipPeriod.membership_id)
        .where(Membership.person_id == person_id, MembershipPeriod.valid_to.is_(None))
    )
    return read.execute(query).one()
