# SPDX-License-Identifier: GPL-3.0-or-later
"""What each kind of record can be found by: its words, folded.

One function a kind, listed in `SOURCES`; a function gives `ref -> Words` for some ids, or for all. Left out
on purpose: notes, health notes, wishes and refusals, confidential documents, everything in the bin
(decision 23).
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, Select, Text, func, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute

from hospes.domain.codes import ContactKind
from hospes.i18n.fold import fold, index_text
from hospes.store.base import Base
from hospes.store.codec import table_of
from hospes.store.tables.events import Document, Event, EventText, Task
from hospes.store.tables.households import Address, ContactPoint, Household, HouseholdMember
from hospes.store.tables.members import Membership, Receipt
from hospes.store.tables.notes import Tag, TagLink
from hospes.store.tables.organisations import Office, Organisation, OrganisationText
from hospes.store.tables.partnerships import Partnership, PartnershipParty, PartnershipText
from hospes.store.tables.people import Person
from hospes.store.tables.towns import Territory, TerritoryName
from hospes.store.tables.visits import Visit, VisitText

Query = Select[*tuple[Any, ...]]
Line = Row[*tuple[Any, ...]]
Attribute = InstrumentedAttribute[Any]
Homes = Mapping[str, Sequence[str]]

Ref = str
"""An id as the file holds it: making a UUID of each of a hundred thousand is half of the work."""

Ids = Collection[Ref] | None
"""Some ids, or all."""

_DIGITS = re.compile("[0-9]+")


class Words(NamedTuple):
    """The words of a record: `key` as it is listed, `text` with everything it is found by."""

    key: str
    text: str


class _Bag:
    """Collects the words of records."""

    def __init__(self) -> None:
        self.keys: dict[Ref, str] = {}
        self._texts: dict[Ref, list[str]] = {}

    def start(self, ref: Ref, key: str) -> None:
        self.keys[ref] = _folded(key)
        self._texts[ref] = []

    def add(self, ref: Ref | None, *texts: str | None) -> None:
        """Add texts to a record that was started; of others nothing is kept."""
        words = self._texts.get(ref) if ref is not None else None
        if words is not None:
            for text in texts:
                if text:
                    words += _words(text)

    def add_words(self, ref: Ref, words: Iterable[str]) -> None:
        """Add words that are folded already."""
        if ref in self._texts:
            self._texts[ref] += words

    def words(self) -> dict[Ref, Words]:
        return {ref: Words(key, " ".join(dict.fromkeys(self._texts[ref]))) for ref, key in self.keys.items()}


@lru_cache(maxsize=50_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(index_text(text).split())


@lru_cache(maxsize=50_000)
def _folded(text: str) -> str:
    return fold(text)


def phone_words(typed: str, e164: str | None) -> list[str]:
    """What a telephone number is found by: all its digits, with and without country and leading nought.

    Also its end from each gap on, for people leave out the area they live in.
    """
    groups = _DIGITS.findall(typed)
    found = ["".join(groups[at:]) for at in range(len(groups))]
    if found:
        found += [found[0].removeprefix("00"), found[0].lstrip("0")]
    if e164:
        found.append(e164.removeprefix("+"))
    return [word for word in found if len(word) > 2]


def _id(column: Attribute) -> ColumnElement[str]:
    return type_coerce(column, Text)


def among(column: Attribute, ids: Collection[Ref]) -> ColumnElement[bool]:
    """Is the column one of some ids? One statement and one parameter, however many there are."""
    values = func.json_each(json.dumps(list(ids))).table_valued("value")
    return _id(column).in_(select(values.c.value))


def _rows(connection: Connection, query: Query, column: Attribute, ids: Ids) -> Sequence[Line]:
    if ids is not None:
        if not ids:
            return ()
        query = query.where(among(column, ids))
    return connection.execute(query).all()


def persons(connection: Connection, ids: Ids) -> dict[Ref, Words]:
    """People: every name, where they live, how they are reached, what they do here, their number."""
    bag = _Bag()
    names = (
        Person.given, Person.given2, Person.nickname, Person.surname_prefix, Person.surname, Person.surname2,
        Person.birth_surname, Person.suffix, Person.script_name, Person.latin_name,
    )  # fmt: skip
    listing = select(_id(Person.id), Person.sort_key, *names).where(*_live(Person))
    for row in _rows(connection, listing, Person.id, ids):
        listed = f"{row.sort_key or row.surname} {row.given}".strip() or row.latin_name or row.script_name
        bag.start(row[0], listed)
        bag.add(row[0], *row[2:])
    some = None if ids is None else list(bag.keys)
    homes = _homes(connection, some)
    _places(connection, bag, Address.person_id, some)
    _places(connection, bag, Address.household_id, None if ids is None else list(homes), homes)
    _contacts(connection, bag, ContactPoint.person_id, some)
    _contacts(connection, bag, ContactPoint.household_id, None if ids is None else list(homes), homes)
    numbers = select(_id(Membership.person_id), Membership.number)
    _add(connection, bag, numbers, Membership.person_id, some)
    tags = select(_id(TagLink.person_id), Tag.name).join(Tag, Tag.id == TagLink.tag_id)
    _add(connection, bag, tags, TagLink.person_id, some)
    offices = (
        select(_id(Office.person_id), Office.title, Organisation.name, Organisation.short_name)
        .join(Organisation, Organisation.id == Office.organisation_id)
        .where(Office.valid_to.is_(None), Organisation.is_own.is_(False))
    )
    _add(connection, bag, offices, Office.person_id, some)
    return bag.words()


def _add(connection: Connection, bag: _Bag, query: Query, column: Attribute, ids: Ids) -> None:
    """Add the texts of a query whose first column says of which record they are."""
    for ref, *texts in _rows(connection, query, column, ids):
        bag.add(ref, *texts)


def _homes(connection: Connection, people: Ids) -> dict[Ref, list[Ref]]:
    """Who lives in which household now."""
    homes: dict[Ref, list[Ref]] = defaultdict(list)
    query = select(_id(HouseholdMember.household_id), _id(HouseholdMember.person_id)).where(
        HouseholdMember.valid_to.is_(None)
    )
    for household_id, person_id in _rows(connection, query, HouseholdMember.person_id, people):
        homes[household_id].append(person_id)
    return homes


def _live(table: type[Base]) -> list[ColumnElement[bool]]:
    columns = table_of(table).columns
    return [columns[name].is_(None) for name in ("binned_at", "merged_into") if name in columns]


def _places(
    connection: Connection, bag: _Bag, column: Attribute, ids: Ids, homes: Homes | None = None
) -> None:
    """Streets and towns, towns under every name they have."""
    names = _town_names(connection)
    query = select(_id(column), Address.street, Address.postcode, Address.town).where(
        column.is_not(None), Address.valid_to.is_(None)
    )
    for owner, street, postcode, town in _rows(connection, query, column, ids):
        for ref in homes.get(owner, ()) if homes is not None else (owner,):
            bag.add(ref, street, postcode, town, *names.get(_folded(town), ()))


def _town_names(connection: Connection) -> dict[str, tuple[str, ...]]:
    groups: dict[Ref, list[str]] = defaultdict(list)
    for ref, name in connection.execute(select(_id(Territory.id), Territory.name)):
        groups[ref].append(name)
    for ref, name in connection.execute(select(_id(TerritoryName.territory_id), TerritoryName.name)):
        groups[ref].append(name)
    return {_folded(name): tuple(names) for names in groups.values() if len(names) > 1 for name in names}


def _contacts(
    connection: Connection, bag: _Bag, column: Attribute, ids: Ids, homes: Homes | None = None
) -> None:
    query = select(_id(column), ContactPoint.kind, ContactPoint.value, ContactPoint.e164).where(
        column.is_not(None)
    )
    for owner, kind, value, e164 in _rows(connection, query, column, ids):
        phone = kind in {ContactKind.PHONE, ContactKind.MOBILE}
        words = phone_words(value, e164) if phone else _words(value)
        for ref in homes.get(owner, ()) if homes is not None else (owner,):
            bag.add_words(ref, words)


def households(connection: Connection, ids: Ids) -> dict[Ref, Words]:
    """Households: their name, their people's names, where they live, their number."""
    bag = _Bag()
    query = select(_id(Household.id), Household.name).where(*_live(Household))
    for ref, name in _rows(connection, query, Household.id, ids):
        bag.start(ref, name)
        bag.add(ref, name)
    some = None if ids is None else list(bag.keys)
    people = (
        select(_id(HouseholdMember.household_id), Person.given, Person.surname, Person.latin_name)
        .join(Person, Person.id == HouseholdMember.person_id)
        .where(HouseholdMember.valid_to.is_(None), *_live(Person))
    )
    _add(connection, bag, people, HouseholdMember.household_id, some)
    _places(connection, bag, Address.household_id, some)
    numbers = select(_id(Membership.household_id), Membership.number)
    _add(connection, bag, numbers, Membership.household_id, some)
    return bag.words()


def organisations(connection: Connection, ids: Ids) -> dict[Ref, Words]:
    """Organisations: names in every language, town, how they are reached, their number."""
    bag = _Bag()
    query = select(_id(Organisation.id), Organisation.name, Organisation.short_name, Territory.name).join(
        Territory, Territory.id == Organisation.territory_id, isouter=True
    )
    for ref, *texts in _rows(connection, query.where(*_live(Organisation)), Organisation.id, ids):
        bag.start(ref, texts[0])
        bag.add(ref, *texts)
    some = None if ids is None else list(bag.keys)
    names = select(_id(OrganisationText.organisation_id), OrganisationText.name)
    _add(connection, bag, names, OrganisationText.organisation_id, some)
    _places(connection, bag, Address.organisation_id, some)
    _contacts(connection, bag, ContactPoint.organisation_id, some)
    numbers = select(_id(Membership.organisation_id), Membership.number)
    _add(connection, bag, numbers, Membership.organisation_id, some)
    return bag.words()


def territories(connection: Connection, ids: Ids) -> dict[Ref, Words]:
    """Towns and regions by every name they have or had."""
    bag = _Bag()
    for ref, name in _rows(connection, select(_id(Territory.id), Territory.name), Territory.id, ids):
        bag.start(ref, name)
        bag.add(ref, name)
    names = select(_id(TerritoryName.territory_id), TerritoryName.name)
    _add(connection, bag, names, TerritoryName.territory_id, ids)
    return bag.words()


def partnerships(connection: Connection, ids: Ids) -> dict[Ref, Words]:
    """Twinnings by their titles and by the names of their parties."""
    bag = _Bag()
    query = select(_id(Partnership.id), Partnership.name).where(*_live(Partnership))
    for ref, name in _rows(connection, query, Partnership.id, ids):
        bag.start(ref, name)
        bag.add(ref, name)
    titles = select(_id(PartnershipText.partnership_id), PartnershipText.title)
    _add(connection, bag, titles, PartnershipText.partnership_id, ids)
    of, organisation_id = PartnershipParty.partnership_id, PartnershipParty.organisation_id
    for query in (
        select(_id(of), Territory.name).join(Territory, Territory.id == PartnershipParty.territory_id),
        select(_id(of), TerritoryName.name).join(
            TerritoryName, TerritoryName.territory_id == PartnershipParty.territory_id
        ),
        select(_id(of), Organisation.name).join(Organisation, Organisation.id == organisation_id),
    ):
        for ref, name in _rows(connection, query, of, ids):
            bag.add(ref, name)
            if not bag.keys.get(ref, "-"):
                bag.keys[ref] = _folded(name)
    return bag.words()


def visits(connection: Connection, ids: Ids) -> dict[Ref, Words]:
    """Visits by their titles, their year and the town they go to."""
    bag = _Bag()
    query = select(_id(Visit.id), Visit.first, Territory.name).join(
        Territory, Territory.id == Visit.territory_id, isouter=True
    )
    for ref, first, town in _rows(connection, query.where(*_live(Visit)), Visit.id, ids):
        bag.start(ref, "")
        bag.add(ref, str(first.year) if first else None, town)
    _titles(connection, bag, select(_id(VisitText.visit_id), VisitText.title), VisitText.visit_id, ids)
    return bag.words()


def events(connection: Connection, ids: Ids) -> dict[Ref, Words]:
    """Meetings and events by title, year and place."""
    bag = _Bag()
    query = select(_id(Event.id), Event.on, Event.place).where(*_live(Event))
    for ref, on, place in _rows(connection, query, Event.id, ids):
        bag.start(ref, "")
        bag.add(ref, str(on.year), place)
    _titles(connection, bag, select(_id(EventText.event_id), EventText.title), EventText.event_id, ids)
    return bag.words()


def _titles(connection: Connection, bag: _Bag, query: Query, column: Attribute, ids: Ids) -> None:
    for ref, title in _rows(connection, query, column, ids):
        bag.add(ref, title)
        if not bag.keys.get(ref, "-"):
            bag.keys[ref] = _folded(title)


def tasks(connection: Connection, ids: Ids) -> dict[Ref, Words]:
    """Tasks by their title."""
    return _plain(_rows(connection, select(_id(Task.id), Task.title), Task.id, ids))


def documents(connection: Connection, ids: Ids) -> dict[Ref, Words]:
    """Documents by their name, but for confidential ones."""
    query = select(_id(Document.id), Document.name).where(*_live(Document), Document.confidential.is_(False))
    return _plain(_rows(connection, query, Document.id, ids))


def receipts(connection: Connection, ids: Ids) -> dict[Ref, Words]:
    """Receipts by their number."""
    return _plain(_rows(connection, select(_id(Receipt.id), Receipt.number), Receipt.id, ids))


def _plain(rows: Iterable[Line]) -> dict[Ref, Words]:
    bag = _Bag()
    for ref, text in rows:
        bag.start(ref, text)
        bag.add(ref, text)
    return bag.words()


SOURCES: dict[str, Callable[[Connection, Ids], dict[Ref, Words]]] = {
    "person": persons,
    "household": households,
    "organisation": organisations,
    "territory": territories,
    "partnership": partnerships,
    "visit": visits,
    "event": events,
    "task": tasks,
    "document": documents,
    "receipt": receipts,
}
"""Kinds of records that can be found, by the name of their table."""


def with_dependents(connection: Connection, touched: Iterable[tuple[str, UUID]]) -> dict[str, set[Ref]]:
    """The records whose words a change may have altered, by kind: what was touched, and what shows it."""
    found: dict[str, set[Ref]] = defaultdict(set)
    for table, ref in touched:
        if table in SOURCES or table == "tag":
            found[table].add(ref.hex)
    steps: tuple[tuple[str, str, Attribute, Attribute], ...] = (
        ("territory", "organisation", Organisation.territory_id, Organisation.id),
        ("territory", "partnership", PartnershipParty.territory_id, PartnershipParty.partnership_id),
        ("territory", "visit", Visit.territory_id, Visit.id),
        ("organisation", "person", Office.organisation_id, Office.person_id),
        ("organisation", "partnership", PartnershipParty.organisation_id, PartnershipParty.partnership_id),
        ("tag", "person", TagLink.tag_id, TagLink.person_id),
        ("household", "person", HouseholdMember.household_id, HouseholdMember.person_id),
        ("person", "household", HouseholdMember.person_id, HouseholdMember.household_id),
    )
    first = {kind: set(refs) for kind, refs in found.items()}
    for source, target, column, other in steps:
        for (ref,) in _rows(connection, select(_id(other)), column, first.get(source, ())):
            if ref is not None:
                found[target].add(ref)
    if first.get("territory"):
        _with_residents(connection, first["territory"], found)
    found.pop("tag", None)
    return found


def _with_residents(connection: Connection, towns: Collection[Ref], found: dict[str, set[Ref]]) -> None:
    """People and organisations are found by every name of their town, so a new name reaches them too."""
    names = {str(row[0]) for row in _rows(connection, select(Territory.name), Territory.id, towns)}
    query = select(TerritoryName.name)
    names |= {str(row[0]) for row in _rows(connection, query, TerritoryName.territory_id, towns)}
    owners = (
        ("person", Address.person_id),
        ("household", Address.household_id),
        ("organisation", Address.organisation_id),
    )
    places = select(*(_id(column) for _, column in owners)).where(
        func.lower(Address.town).in_([name.lower() for name in names])
    )
    for row in connection.execute(places):
        for (kind, _), ref in zip(owners, row, strict=True):
            if ref is not None:
                found[kind].add(ref)
    members = select(_id(HouseholdMember.person_id))
    residents = _rows(connection, members, HouseholdMember.household_id, found["household"])
    found["person"] |= {row[0] for row in residents}
