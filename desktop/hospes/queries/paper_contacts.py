# SPDX-License-Identifier: GPL-3.0-or-later
"""Organisations in both towns with the people who hold offices in them, for the contact directory."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.codes import Function, OrganisationKind, Sector
from hospes.domain.names import PersonName
from hospes.queries.association import Town, towns
from hospes.queries.person_facts import (
    NAME_COLUMNS,
    NAMES,
    AddressLines,
    Reach,
    household_links,
    reaches,
)
from hospes.queries.scope import ids_in, roughly_valid_on, there, valid_on
from hospes.store.selections import pick
from hospes.store.tables.households import Address, ContactPoint
from hospes.store.tables.organisations import Office, Organisation
from hospes.store.tables.people import Person


@dataclass(frozen=True, slots=True)
class PaperOfficer:
    """Somebody who holds an office."""

    name: PersonName
    function: Function
    title: str
    reaches: tuple[Reach, ...]


@dataclass(frozen=True, slots=True)
class PaperOrganisation:
    """An organisation with its people, the highest office first."""

    id: UUID
    name: str
    kind: OrganisationKind
    sector: Sector
    town: Town | None
    address: AddressLines | None
    reaches: tuple[Reach, ...]
    officers: tuple[PaperOfficer, ...]


def paper_organisations(connection: Connection, today: date, language: str) -> list[PaperOrganisation]:
    """All organisations but our own, in no order; names of towns in a language."""
    places = {town.id: town for town in towns(connection, language, today)}
    addresses = _addresses(connection, today)
    points = _points(connection)
    officers = _officers(connection, today)
    o = Organisation
    query = pick(o.id, o.name, o.kind, o.sector, o.territory_id).where(
        there(Organisation), o.is_own.is_(False)
    )
    return [
        PaperOrganisation(
            row.id,
            row.name,
            row.kind,
            row.sector,
            places.get(row.territory_id),
            addresses.get(row.id),
            tuple(points.get(row.id, ())),
            tuple(officers.get(row.id, ())),
        )
        for row in connection.execute(query)
    ]


def _addresses(connection: Connection, today: date) -> dict[UUID, AddressLines]:
    a = Address
    query = (
        pick(
            a.organisation_id, a.id, a.kind,
            a.care_of, a.extra, a.street, a.postcode, a.town, a.region, a.country,
        )
        .where(a.organisation_id.is_not(None), valid_on(a, today))
        .order_by(a.valid_from.desc(), a.id.desc())
    )  # fmt: skip
    # The last one read is the one that holds longest; it stands.
    return {row[0]: AddressLines(row[1], True, *row[2:]) for row in connection.execute(query)}


def _points(connection: Connection) -> dict[UUID, list[Reach]]:
    c = ContactPoint
    query = (
        pick(c.organisation_id, c.id, c.kind, c.label, c.value, c.e164, c.on_lists)
        .where(c.organisation_id.is_not(None))
        .order_by(c.position, c.id)
    )
    found: dict[UUID, list[Reach]] = defaultdict(list)
    for organisation_id, *facts in connection.execute(query):
        found[organisation_id].append(Reach(False, *facts))
    return found


def _officers(connection: Connection, today: date) -> dict[UUID, list[PaperOfficer]]:
    o = Office
    holders = ids_in(connection.scalars(select(o.person_id).where(roughly_valid_on(o, today))))
    links = household_links(connection, holders, today)
    ways = reaches(connection, holders, links)
    query = (
        pick(o.organisation_id, o.person_id, o.function, o.title, *NAME_COLUMNS)
        .join(Person, Person.id == o.person_id)
        .where(roughly_valid_on(o, today), there(Person), Person.deceased.is_(False))
        .order_by(o.protocol_rank, o.position, o.id)
    )
    found: dict[UUID, list[PaperOfficer]] = defaultdict(list)
    for organisation_id, person_id, function, title, *name in connection.execute(query):
        officer = PaperOfficer(PersonName(*name[:NAMES]), function, title, ways.get(person_id, ()))
        found[organisation_id].append(officer)
    return found
