# SPDX-License-Identifier: GPL-3.0-or-later
"""Contacts: people in both towns who are needed for a visit, most of them by their office (design 5.6).

A contact is whoever holds an office in another organisation, and whoever never was a member and does not
live with one: the people over there are contacts, a member's daughter is not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, String, and_, func, not_, or_, select, type_coerce

from hospes.domain.codes import ContactKind, LanguageLevel, OrganisationKind, Sector
from hospes.domain.names import PersonName
from hospes.i18n.locale import Locale
from hospes.queries import person_facts as facts
from hospes.queries.conditions import member_condition, people_conditions
from hospes.queries.filters import EVERYONE, Filter, Side
from hospes.queries.members import BY_NAME, NAME_ORDER_COLUMNS, Order, home_country, name_parts
from hospes.queries.members_memory import name_order
from hospes.queries.memberships import Ground, ever_members, ground, members
from hospes.queries.person_facts import OfficeTag, Reach
from hospes.queries.ranks import by_text
from hospes.queries.scope import among, ids_in, roughly_valid_on, there, valid_on
from hospes.store.selections import pick
from hospes.store.tables.households import HouseholdMember
from hospes.store.tables.organisations import Office, Organisation
from hospes.store.tables.people import Person
from hospes.store.tables.towns import Territory

CHIPS = {
    "everyone": EVERYONE,
    "ours": EVERYONE.having("side", Side.OURS.value),
    "theirs": EVERYONE.having("side", Side.THEIRS.value),
    "politics": EVERYONE.having("sector", Sector.POLITICS.value, Sector.ADMINISTRATION.value),
    "civil": EVERYONE.having("sector", Sector.CIVIL.value),
    "education": EVERYONE.having("sector", Sector.EDUCATION.value),
}
"""The chips above the list, each a filter."""

ORDERS = ("name", "organisation", "kind", "side", "place")
"""What the list can be sorted by."""


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A contact on the list; `offices` are those held now in other organisations."""

    id: UUID
    version: int
    name: PersonName
    profession: str
    offices: tuple[OfficeTag, ...]
    organisation: str
    kind: OrganisationKind | None
    sector: Sector | None
    side: Side
    street: str
    postcode: str
    place: str
    country: str
    phone: Reach | None
    mobile: Reach | None
    email: Reach | None
    languages: tuple[tuple[str, LanguageLevel], ...]
    tags: tuple[str, ...]


def _are_contacts(on: Ground) -> ColumnElement[bool]:
    o, h = Office, HouseholdMember
    elsewhere = select(o.person_id).where(roughly_valid_on(o, on.today), o.organisation_id != on.owner)
    now = valid_on(h, on.today)
    homes = select(h.household_id).where(now, h.person_id.in_(members(on)))
    companions = select(h.person_id).where(now, h.household_id.in_(homes))
    never = and_(Person.id.not_in(ever_members(on)), Person.id.not_in(companions))
    return or_(Person.id.in_(elsewhere), never)


def _chosen(connection: Connection, filter_: Filter, on: Ground) -> list[ColumnElement[bool]]:
    conditions = [there(Person), _are_contacts(on), *people_conditions(connection, filter_, on)]
    asked = member_condition(on, filter_.of("member"))
    if asked is not None:
        conditions.append(asked)
    if not filter_.of("deceased"):
        conditions.append(not_(Person.deceased))
    return conditions


def contact_ids(
    connection: Connection,
    filter_: Filter = EVERYONE,
    order: Order = BY_NAME,
    *,
    locale: Locale,
    today: date,
) -> list[UUID]:
    """Contacts a filter lets through, in order."""
    on = ground(connection, today)
    query = pick(type_coerce(Person.id, String)).where(*_chosen(connection, filter_, on))
    by_name = name_order(connection, locale, home_country(connection), NAME_ORDER_COLUMNS, name_parts)
    ordered = by_name.sorted(list(connection.execute(query).scalars()))
    if order.by == "name":
        return ordered[::-1] if order.descending else ordered
    if order.by not in ORDERS:
        raise ValueError(f"contacts cannot be sorted by {order.by!r}")
    rows = contact_rows(connection, ordered, locale=locale, today=today)
    keys = {row.id: _key(row, order.by) for row in rows}
    known = [one for one in ordered if keys.get(one)]
    known = by_text(known, [(keys[one],) for one in known], locale)
    if order.descending:
        known.reverse()
    return known + [one for one in ordered if not keys.get(one)]


def _key(row: ContactRow, by: str) -> str:
    values: dict[str, Any] = {
        "organisation": row.organisation,
        "kind": row.sector.value if row.sector else "",
        "side": row.side.value,
        "place": row.place,
    }
    return str(values[by])


def count_contacts(connection: Connection, filter_: Filter = EVERYONE, *, today: date) -> int:
    """How many contacts a filter lets through."""
    on = ground(connection, today)
    query = select(func.count()).select_from(Person).where(*_chosen(connection, filter_, on))
    return connection.execute(query).scalar() or 0


def chip_counts(connection: Connection, *, today: date) -> dict[str, int]:
    """The counts of all chips."""
    return {name: count_contacts(connection, chip, today=today) for name, chip in CHIPS.items()}


def contact_rows(
    connection: Connection, ids: Sequence[UUID], *, locale: Locale, today: date
) -> list[ContactRow]:
    """Rows for ids, in their order."""
    on = ground(connection, today)
    people = ids_in(ids)
    links = facts.household_links(connection, people, today)
    addresses = facts.addresses(connection, people, links, today)
    reaches = facts.reaches(connection, people, links)
    held = facts.offices(connection, people, today)
    offices = {
        key: tuple(office for office in some if office.organisation_id != on.owner)
        for key, some in held.items()
    }
    kinds = _organisations(connection, {one.organisation_id for some in offices.values() for one in some})
    speaks = facts.languages(connection, people)
    tagged = facts.tags(connection, people)
    home = home_country(connection)
    query = pick(Person.id, Person.version, Person.profession, *facts.NAME_COLUMNS)
    found = {row[0]: row for row in connection.execute(query.where(Person.id.in_(people)))}
    rows = []
    for one in ids:
        if one not in found:
            continue
        row = found[one]
        first = offices.get(one, ())[:1]
        kind, sector, at_home = kinds[first[0].organisation_id] if first else (None, None, None)
        at = addresses.get(one)
        if at_home is None:
            at_home = at is None or at.country in {"", home}
        points = reaches.get(one, ())
        rows.append(
            ContactRow(
                one,
                row[1],
                PersonName(*row[3:]),
                row[2],
                offices.get(one, ()),
                first[0].organisation if first else "",
                kind,
                sector,
                Side.OURS if at_home else Side.THEIRS,
                *((at.street, at.postcode, at.town, at.country) if at else ("", "", "", "")),
                facts.first_reach(points, ContactKind.PHONE),
                facts.first_reach(points, ContactKind.MOBILE),
                facts.first_reach(points, ContactKind.EMAIL),
                speaks.get(one, ()),
                tagged.get(one, ()),
            )
        )
    return rows


def _organisations(
    connection: Connection, ids: set[UUID]
) -> dict[UUID, tuple[OrganisationKind, Sector, bool | None]]:
    o, t = Organisation, Territory
    query = (
        pick(o.id, o.kind, o.sector, t.is_home)
        .join(t, t.id == o.territory_id, isouter=True)
        .where(among(o.id, ids))
    )
    return {row[0]: (row[1], row[2], row[3]) for row in connection.execute(query)}
