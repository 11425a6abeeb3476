# SPDX-License-Identifier: GPL-3.0-or-later
"""What looks odd about people: kept and saved, shown in ochre until somebody says "It is right" (design 6.3).

A doubt is about one value; another value in the same field is doubted anew. `App.accept_doubt(row_id, code,
value)` with the three of a `Doubt` is the answer.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, or_, select

from hospes.domain.addresses import postcode_doubt
from hospes.domain.birth import birth_doubt
from hospes.domain.codes import ContactKind
from hospes.domain.errors import Message
from hospes.queries import person_facts as facts
from hospes.queries.members import home_country
from hospes.queries.person_details import accepted_doubts
from hospes.queries.scope import ids_in
from hospes.store.selections import pick
from hospes.store.tables.households import Address, ContactPoint
from hospes.store.tables.members import Membership
from hospes.store.tables.organisations import Office
from hospes.store.tables.people import Person


@dataclass(frozen=True, slots=True)
class Doubt:
    """One value that looks odd, and the question to ask."""

    row_id: UUID
    table: str
    field: str
    code: str
    value: str
    message: Message
    person_id: UUID | None


def doubts(connection: Connection, people: Iterable[UUID] | None, today: date) -> list[Doubt]:
    """Doubts about some people with their households, or about everybody; those accepted are left out."""
    ids = None if people is None else ids_in(people)
    links = facts.household_links(connection, ids, today)
    found = [
        *_births(connection, ids, today),
        *_addresses(connection, ids, links),
        *_phones(connection, ids, links),
        *_memberships(connection, ids),
        *_offices(connection, ids),
    ]
    accepted = accepted_doubts(connection, {doubt.row_id for doubt in found})
    return [doubt for doubt in found if (doubt.row_id, doubt.code, doubt.value) not in accepted]


def _births(connection: Connection, ids: facts.People, today: date) -> Iterator[Doubt]:
    p = Person
    query = pick(p.id, p.birth, p.died).where(
        facts.inside(p.id, ids), p.birth.is_not(None), p.binned_at.is_(None), p.merged_into.is_(None)
    )
    for person_id, birth, died in connection.execute(query):
        message = birth_doubt(birth, died, today)
        if message is not None:
            yield Doubt(person_id, "person", "birth", "odd-birth", str(birth), message, person_id)


def _addresses(
    connection: Connection, ids: facts.People, links: dict[UUID, facts.HouseholdLink]
) -> Iterator[Doubt]:
    a = Address
    home = home_country(connection)
    homes = facts.households_of(ids, links)
    query = pick(a.id, a.postcode, a.country, a.person_id).where(
        or_(facts.inside(a.person_id, ids), facts.inside(a.household_id, homes)), a.postcode != ""
    )
    for row_id, postcode, country, person_id in connection.execute(query):
        message = postcode_doubt(postcode, country or home)
        if message is not None:
            yield Doubt(row_id, "address", "postcode", "odd-postcode", postcode, message, person_id)


def _phones(
    connection: Connection, ids: facts.People, links: dict[UUID, facts.HouseholdLink]
) -> Iterator[Doubt]:
    c = ContactPoint
    homes = facts.households_of(ids, links)
    query = pick(c.id, c.value, c.person_id).where(
        or_(facts.inside(c.person_id, ids), facts.inside(c.household_id, homes)),
        c.kind.in_((ContactKind.PHONE, ContactKind.MOBILE)),
        c.e164.is_(None),
    )
    for row_id, value, person_id in connection.execute(query):
        message = Message("“{value}” does not look like a telephone number.", value=value)
        yield Doubt(row_id, "contact_point", "value", "odd-phone", value, message, person_id)


def _memberships(connection: Connection, ids: facts.People) -> Iterator[Doubt]:
    m, p = Membership, Person
    query = (
        select(m.id, m.joined, m.left_on, m.person_id, p.birth)
        .join(p, p.id == m.person_id)
        .where(facts.inside(m.person_id, ids), m.joined.is_not(None))
    )
    for row_id, joined, left_on, person_id, birth in connection.execute(query):
        if joined is None:
            continue
        if left_on is not None and left_on < joined.first:
            message = Message("The membership ends before it begins. Is it right?")
            yield Doubt(row_id, "membership", "left_on", "odd-end", left_on.isoformat(), message, person_id)
        if birth is not None and joined.last < birth.first:
            message = Message("That is a membership before the birth. Is it right?")
            yield Doubt(row_id, "membership", "joined", "odd-joined", str(joined), message, person_id)


def _offices(connection: Connection, ids: facts.People) -> Iterator[Doubt]:
    o = Office
    query = select(o.id, o.valid_from, o.valid_to, o.person_id).where(
        facts.inside(o.person_id, ids), o.valid_from.is_not(None), o.valid_to.is_not(None)
    )
    for row_id, first, last, person_id in connection.execute(query):
        if first is not None and last is not None and last.last < first.first:
            message = Message("The office ends before it begins. Is it right?")
            yield Doubt(row_id, "office", "valid_to", "odd-end", str(last), message, person_id)
