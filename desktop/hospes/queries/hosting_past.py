# SPDX-License-Identifier: GPL-3.0-or-later
"""Who of this visit's guests and hosts have met at earlier visits, either way round."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, String, select, type_coerce, union
from sqlalchemy.orm import aliased

from hospes.domain.matching.values import Past
from hospes.queries.hosting_guests import GuestsOfVisit
from hospes.queries.hosting_hosts import HostsOfVisit
from hospes.queries.scope import among
from hospes.store.tables.stays import HostOffer, Placement
from hospes.store.tables.visits import Participation, Visit


@dataclass(frozen=True, slots=True)
class EarlierStay:
    """Somebody slept in a home at an earlier visit."""

    person: str
    household: str
    year: int


def earlier_nights(
    connection: Connection, visit_id: UUID, on: date, guests: GuestsOfVisit, hosts: HostsOfVisit
) -> tuple[EarlierStay, ...]:
    """Earlier stays of this visit's guests in the homes of its hosts, and the other way round."""
    host_homes = {fact.household_id for fact in hosts.facts.values()}
    guest_homes = {UUID(hex=home) for homes in guests.households.values() for home in homes}
    # Two questions: one about both finds no way in by its people and goes through all nights ever slept.
    query = union(
        _slept(visit_id, on, host_homes, guests.persons.values()),
        _slept(visit_id, on, guest_homes, hosts.persons),
    )
    return tuple(
        EarlierStay(person, household, first.year) for person, household, first in connection.execute(query)
    )


def _slept(
    visit_id: UUID, on: date, homes: Iterable[UUID], people: Iterable[UUID]
) -> Select[*tuple[Any, ...]]:
    """Who of these people slept in which of these homes before, as the file holds their ids."""
    p, o = Participation, HostOffer
    return (
        select(type_coerce(p.person_id, String), type_coerce(o.household_id, String), Visit.first)
        .join(Placement, Placement.participation_id == p.id)
        .join(o, o.id == Placement.offer_id)
        .join(Visit, Visit.id == o.visit_id)
        .where(among(o.household_id, homes), among(p.person_id, people))
        .where(Visit.id != visit_id, Visit.first < on, Visit.binned_at.is_(None))
    )


def hosted_before(connection: Connection, visit_id: UUID, on: date) -> set[str]:
    """Households of this visit's offers that had guests at an earlier one."""
    now, then = aliased(HostOffer), aliased(HostOffer)
    query = (
        select(now.household_id)
        .join(then, then.household_id == now.household_id)
        .join(Visit, Visit.id == then.visit_id)
        .where(now.visit_id == visit_id, then.visit_id != visit_id)
        .where(Visit.first < on, Visit.binned_at.is_(None))
        .where(select(Placement.id).where(Placement.offer_id == then.id).exists())
        .distinct()
    )
    return {home.hex for home in connection.execute(query).scalars()}


def pasts(nights: Iterable[EarlierStay], guests: GuestsOfVisit, hosts: HostsOfVisit) -> tuple[Past, ...]:
    """The same as pairs of guest and host of this visit: who stayed here, and who was hosted by the guest."""
    guest_of = {person.hex: key for key, person in guests.persons.items()}
    host_of_home = {host.household: host.key for host in hosts.hosts}
    host_of_person = {person.hex: key for person, key in hosts.persons.items()}
    living: dict[str, list[str]] = {}
    for key, homes in guests.households.items():
        for home in homes:
            living.setdefault(home, []).append(key)
    found: set[tuple[str, str, int, bool]] = set()
    for one in nights:
        guest, host = guest_of.get(one.person), host_of_home.get(one.household)
        if guest is not None and host is not None:
            found.add((guest, host, one.year, False))
        visitor = host_of_person.get(one.person)
        if visitor is not None:
            found |= {(key, visitor, one.year, True) for key in living.get(one.household, ())}
    return tuple(Past(*one) for one in sorted(found))
