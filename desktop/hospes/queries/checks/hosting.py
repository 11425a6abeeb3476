# SPDX-License-Identifier: GPL-3.0-or-later
"""Guests and the places they sleep in."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, func, not_, or_, select

from hospes.domain.stair_words import sounds_like_stairs
from hospes.i18n.locale import Locale
from hospes.i18n.marks import N_
from hospes.queries.checks import Finding
from hospes.queries.hosting_guests import needs_bed_anywhere
from hospes.queries.hosting_needs import coming
from hospes.store.selections import AnyColumn, pick
from hospes.store.tables.households import Household
from hospes.store.tables.people import Person
from hospes.store.tables.stays import Bed, HostOffer, Placement, Room, StayWish
from hospes.store.tables.visits import Delegation, Participation, Visit


def more_guests_than_places(connection: Connection, today: date) -> Iterator[Finding]:
    """More guests in a home on a night than it has places, without anybody having said why."""
    beds = (
        select(Room.offer_id, func.sum(Bed.places).label("places"))
        .join(Bed, Bed.room_id == Room.id)
        .group_by(Room.offer_id)
        .subquery()
    )
    guests = (
        select(Placement.offer_id, Placement.night, func.count().label("guests"))
        .where(Placement.override_reason == "")
        .group_by(Placement.offer_id, Placement.night)
        .subquery()
    )
    places = func.coalesce(beds.c.places, HostOffer.max_guests)
    query = (
        select(HostOffer.household_id, HostOffer.visit_id, guests.c.night, guests.c.guests, places)
        .join(guests, guests.c.offer_id == HostOffer.id)
        .join(beds, beds.c.offer_id == HostOffer.id, isouter=True)
        .where(guests.c.guests > places)
    )
    for household, visit, night, count, room in connection.execute(query):
        msgid = N_("{name}: {guests} guests on {night}, and places for {places}.")
        args = {"night": night, "guests": count, "places": room}
        yield Finding("home-overfull", "host_offer", household, msgid, args, visit=visit)


def bed_given_twice(connection: Connection, today: date) -> Iterator[Finding]:
    """A bed chosen by hand for more people on one night than lie in it."""
    p = Placement
    query = (
        select(HostOffer.household_id, HostOffer.visit_id, p.night)
        .join(p, p.offer_id == HostOffer.id)
        .join(Bed, Bed.id == p.bed_id)
        .group_by(p.bed_id, p.night)
        .having(func.count() > func.max(Bed.places))
    )
    for household, visit, night in connection.execute(query):
        msgid = N_("{name}: a bed is given twice on {night}.")
        yield Finding("bed-twice", "host_offer", household, msgid, {"night": night}, visit=visit)


def home_of_another_visit(connection: Connection, today: date) -> Iterator[Finding]:
    """A guest of one visit in a home that was offered for another."""
    p = Participation
    query = (
        select(p.id, p.visit_id)
        .join(Placement, Placement.participation_id == p.id)
        .join(HostOffer, HostOffer.id == Placement.offer_id)
        .where(HostOffer.visit_id != p.visit_id)
        .distinct()
    )
    for guest, visit in connection.execute(query):
        msgid = N_("{name} sleeps in a home that was offered for another visit.")
        yield Finding("placement-elsewhere", "participation", guest, msgid, visit=visit)


def musts_broken(connection: Connection, today: date) -> Iterator[Finding]:
    """What the hosting plan of a coming visit breaks; what it is about health or wishes, the board tells."""
    from hospes.domain.matching.fit import conflicts
    from hospes.domain.matching.values import Must
    from hospes.queries.hosting import hosting_case, id_of

    plain = Locale.of("en")  # names are looked up again in the reader's language
    for visit in _coming_visits(connection, today):
        case = hosting_case(connection, visit, today, plain)
        homes = {host.key: host for host in case.hosts}
        for one in conflicts(case):
            home = homes[one.host]
            if one.term.code == Must.BEDS and home.beds:
                continue  # `more_guests_than_places` tells it
            args: dict[str, object] = {"home": home.name}
            msgid = N_("{name} with {home}: a must is broken. The hosting board tells which.")
            if not one.term.private:
                msgid = N_("{name} with {home}: a must is broken ({must}).")
                args["must"] = Must(str(one.term.code).partition(".")[0])
            yield Finding(
                "must-broken", "participation", id_of(one.guests[0]), msgid, args, error=False, visit=visit
            )


def _coming_visits(connection: Connection, today: date) -> list[UUID]:
    """Visits that are not over and have somebody placed."""
    placed = select(HostOffer.visit_id).join(Placement, Placement.offer_id == HostOffer.id)
    query = select(Visit.id).where(coming(today), Visit.id.in_(placed)).order_by(Visit.first)
    return list(connection.execute(query).scalars())


def outside_the_stay(connection: Connection, today: date) -> Iterator[Finding]:
    """Somebody has a bed on a night before they come or after they left."""
    p, d = Participation, Delegation
    arrival = func.coalesce(p.arrival_on, d.arrival_on, Visit.first)
    departure = func.coalesce(p.departure_on, d.departure_on, Visit.last)
    query = (
        _placed(p.id, p.visit_id, func.min(Placement.night))
        .where(or_(Placement.night < arrival, Placement.night >= departure))
        .group_by(p.id)
    )
    for guest, visit, night in connection.execute(query):
        msgid = N_("{name} has a bed on {night}, but is not there that night.")
        yield Finding(
            "placement-outside", "participation", guest, msgid, {"night": night}, error=False, visit=visit
        )


def bed_not_needed(connection: Connection, today: date) -> Iterator[Finding]:
    """Who cancelled, waits or sleeps in a hotel still takes up a bed."""
    p = Participation
    query = (
        _placed(p.id, p.visit_id, func.min(Household.name))
        .join(HostOffer, HostOffer.id == Placement.offer_id)
        .join(Household, Household.id == HostOffer.household_id)
        .join(Person, Person.id == p.person_id)
        .join(StayWish, StayWish.participation_id == p.id, isouter=True)
        .where(coming(today), not_(needs_bed_anywhere()))
        .group_by(p.id)
    )
    for guest, visit, home in connection.execute(query):
        msgid = N_("{name} needs no bed, but still has one with {home}.")
        yield Finding(
            "bed-not-needed", "participation", guest, msgid, {"home": home}, error=False, visit=visit
        )


def _placed(*columns: AnyColumn) -> Select[*tuple[Any, ...]]:
    p, d = Participation, Delegation
    return (
        pick(*columns)
        .select_from(p)
        .join(Placement, Placement.participation_id == p.id)
        .join(Visit, Visit.id == p.visit_id)
        .join(d, d.id == p.delegation_id, isouter=True)
    )


def steps_only_remarked(connection: Connection, today: date) -> Iterator[Finding]:
    """By a remark, steps are difficult for a guest, and nothing says what the home has to be like."""
    p, wish = Participation, StayWish
    query = (
        pick(p.id, p.visit_id, wish.remarks)
        .join(wish, wish.participation_id == p.id)
        .join(Visit, Visit.id == p.visit_id)
        .join(Delegation, Delegation.id == p.delegation_id, isouter=True)
        .join(Person, Person.id == p.person_id)
        .where(
            coming(today), needs_bed_anywhere(), wish.remarks != "", wish.step_free.is_(None),
            wish.max_stairs.is_(None), wish.walking_aid.is_(None),
        )
        .order_by(p.id)
    )  # fmt: skip
    for guest, visit, remarks in connection.execute(query):
        if sounds_like_stairs(remarks):
            msgid = N_("{name}: by a remark, steps may be difficult. Say in the stay which home is needed.")
            yield Finding("steps-remarked", "participation", guest, msgid, error=False, visit=visit)


def two_homes_a_night(connection: Connection, today: date) -> Iterator[Finding]:
    """One person in two homes on one night: on two visits at once, or placed twice."""
    query = (
        select(Participation.person_id, Placement.night, func.max(Participation.visit_id))
        .join(Placement, Placement.participation_id == Participation.id)
        .where(Participation.person_id.is_not(None))
        .group_by(Participation.person_id, Placement.night)
        .having(func.count(Placement.id) > 1)
    )
    for person, night, visit in connection.execute(query):
        msgid = N_("{name} sleeps in two homes on {night}.")
        yield Finding("two-homes", "participation", person, msgid, {"night": night}, visit=visit)
