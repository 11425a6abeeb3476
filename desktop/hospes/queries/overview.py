# SPDX-License-Identifier: GPL-3.0-or-later
"""What is in a file, in figures: for `hospes info` and for telling two files apart."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, func, select
from sqlalchemy.orm import DeclarativeBase

from hospes.domain.codes_twinning import PartnershipStatus, TerritoryKind
from hospes.queries.association import association, associations
from hospes.queries.filters import EVERYONE
from hospes.queries.members import count_members
from hospes.queries.names import names
from hospes.queries.scope import owned, there
from hospes.store.selections import pick
from hospes.store.tables.aside import FileFact
from hospes.store.tables.events import Document
from hospes.store.tables.journal import Step
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.partnerships import Partnership, PartnershipParty
from hospes.store.tables.people import Person
from hospes.store.tables.towns import Territory
from hospes.store.tables.visits import Visit


@dataclass(frozen=True, slots=True)
class Overview:
    """A file in figures, on a day."""

    name: str
    town: str
    country: str
    language: str
    partners: tuple[str, ...]
    schema: int
    members: int
    households: int
    """Households of members; who lives in none counts as one."""
    people: int
    contacts: int
    """People who are not members, and organisations but our own."""
    organisations: int
    partnerships: int
    visits: int
    documents: int
    steps: int
    last_change: datetime | None
    file_id: str
    associations: tuple[tuple[str, int], ...] = ()
    """Where the file holds several: their names with the number of members of each."""


def overview(connection: Connection, today: date, language: str) -> Overview:
    """Count everything. Raises UserError where the file has no association yet."""
    own = association(connection)
    members = count_members(connection, EVERYONE, today=today)
    people = _count(connection, Person, there(Person))
    organisations = _count(connection, Organisation, there(Organisation), Organisation.is_own.is_(False))
    file_id = connection.execute(select(FileFact.value).where(FileFact.key == "file_id")).scalar()
    return Overview(
        name=own.name,  # the registered one, whoever asks in whatever language
        town=own.town,
        country=own.country,
        language=own.language,
        partners=_partner_towns(connection, language),
        schema=connection.exec_driver_sql("PRAGMA user_version").scalar() or 0,
        members=members.people,
        households=members.households,
        people=people,
        contacts=people - members.people + organisations,
        organisations=organisations,
        partnerships=_count(
            connection, Partnership, Partnership.binned_at.is_(None), owned(connection, Partnership.owner_id)
        ),
        visits=_count(connection, Visit, Visit.binned_at.is_(None), owned(connection, Visit.owner_id)),
        documents=_count(connection, Document, Document.binned_at.is_(None)),
        steps=_count(connection, Step),
        last_change=connection.execute(select(func.max(Step.at))).scalar(),
        file_id=file_id or "",
        associations=_associations(connection, today),
    )


def _associations(connection: Connection, today: date) -> tuple[tuple[str, int], ...]:
    every = associations(connection)
    if len(every) < 2:
        return ()
    members = members_of_associations(connection, today)
    return tuple((one.name, members[one.id]) for one in every)


def members_of_associations(connection: Connection, today: date) -> dict[UUID, int]:
    """How many members each own association has."""
    return {
        one.id: count_members(connection, EVERYONE, today=today, owner=one.id).people
        for one in associations(connection)
    }


def _partner_towns(connection: Connection, language: str) -> tuple[str, ...]:
    """The towns our twinnings bind us to, the oldest first, as `Montclair:FR`."""
    party, town, bond = PartnershipParty, Territory, Partnership
    query = (
        pick(town.id, town.country)
        .join(party, party.territory_id == town.id)
        .join(bond, bond.id == party.partnership_id)
        .where(
            party.is_ours.is_(False),
            town.is_home.is_(False),
            town.kind == TerritoryKind.TOWN,
            bond.status == PartnershipStatus.ACTIVE,
            bond.binned_at.is_(None),
            owned(connection, bond.owner_id),
        )
        .order_by(bond.since.is_(None), bond.since, bond.id)
    )
    found = {row[0]: row[1] for row in connection.execute(query)}
    called = names(connection, list(found), language)
    return tuple(
        f"{called[ref].text}:{country}" if country else called[ref].text for ref, country in found.items()
    )


def _count(connection: Connection, table: type[DeclarativeBase], *conditions: ColumnElement[bool]) -> int:
    return connection.execute(select(func.count()).select_from(table).where(*conditions)).scalar() or 0
