# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of members: ids in order for the whole list, rows by block for what is seen (decision 22).

`member_ids` is linear in the number of members and reads only what the order needs; `member_rows` puts rows
together from one statement a kind of fact, for fifty rows or for a paper with all of them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, String, select, type_coerce

from hospes.domain.codes import ConsentPurpose, ContactKind, DuesState, Function, LanguageLevel
from hospes.domain.names import PersonName, sort_parts
from hospes.domain.values import Money, RoughDate
from hospes.i18n.locale import Locale
from hospes.queries import person_facts as facts
from hospes.queries.conditions import member_condition, people_conditions
from hospes.queries.filters import EVERYONE, Filter, MemberScope
from hospes.queries.members_memory import homes, name_order, remembered
from hospes.queries.memberships import (
    DuesOf,
    Ground,
    class_rows,
    dues_of,
    dues_sums_of,
    ground,
    memberships,
)
from hospes.queries.person_facts import OfficeTag, Reach
from hospes.queries.ranks import places
from hospes.queries.scope import ids_in, there
from hospes.queries.whole_list import KEYS
from hospes.store.search import matching
from hospes.store.selections import pick
from hospes.store.tables.people import Person
from hospes.store.tables.towns import Territory


@dataclass(frozen=True, slots=True)
class Order:
    """By what a list is sorted: a column of the list, then always the name."""

    by: str = "name"
    descending: bool = False


BY_NAME = Order()

NOTHING = Money(0)


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One member as lists and papers show it. How a name is written is `domain.names` with this `name`."""

    id: UUID
    version: int
    name: PersonName
    birth: RoughDate | None
    age: int | None
    deceased: bool
    profession: str
    interests: str
    preferred_language: str
    by_email: bool
    photo_sha: str | None
    number: str = ""
    since: RoughDate | None = None
    left_on: date | None = None
    is_member: bool = False
    membership_id: UUID | None = None
    class_id: UUID | None = None
    class_name: str = ""
    dues: DuesState = DuesState.NONE
    dues_year: int = 0
    open: Money = NOTHING
    household_id: UUID | None = None
    household: str = ""
    street: str = ""
    postcode: str = ""
    place: str = ""
    country: str = ""
    phone: Reach | None = None
    mobile: Reach | None = None
    email: Reach | None = None
    offices: tuple[OfficeTag, ...] = ()
    can_host: bool = False
    beds: int = 0
    languages: tuple[tuple[str, LanguageLevel], ...] = ()
    consents: frozenset[ConsentPurpose] = frozenset()
    tags: tuple[str, ...] = ()
    last_visit: date | None = None

    @property
    def on_committee(self) -> bool:
        """Does somebody sit on our committee?"""
        return any(office.on_committee for office in self.offices)


ORDERS = (
    "name", "household", "place", "since", "dues", "number", "street", "postcode", "phone", "email", "age",
    "birthday", "languages", "host", "roles", "class", "consent", "visit", "left", "tags",
)  # fmt: skip
"""What a list of members can be sorted by."""


def member_ids(
    connection: Connection,
    filter_: Filter = EVERYONE,
    order: Order = BY_NAME,
    *,
    locale: Locale,
    today: date,
) -> list[UUID]:
    """The people a filter lets through, in order; without a condition on `member` those who are members now.

    Sorting follows the reader's language; people without a value of the column stand last.
    """
    on = ground(connection, today)
    return _in_order(connection, _found(connection, filter_, on), order, locale, on)


def list_of_members(
    connection: Connection,
    filter_: Filter = EVERYONE,
    order: Order = BY_NAME,
    *,
    locale: Locale,
    today: date,
) -> "tuple[list[UUID], Count]":
    """`member_ids` and `count_members` at once, for the window, which asks at every key."""
    on = ground(connection, today)
    found = _found(connection, filter_, on)
    return _in_order(connection, found, order, locale, on), _counted(connection, found, on)


def _found(connection: Connection, filter_: Filter, on: Ground) -> list[str]:
    """Who is let through. Those the conditions choose are kept, since only the words change while typing."""

    def make() -> frozenset[str]:
        query = pick(type_coerce(Person.id, String)).where(
            there(Person), *_who(on, filter_), *people_conditions(connection, replace(filter_, words=""), on)
        )
        return frozenset(connection.execute(query).scalars())

    chosen = remembered(connection, ("members", on, filter_.terms), None, make)
    if not filter_.words:
        return list(chosen)
    hits = connection.execute(matching(filter_.words, "person")).scalars()
    return [one for one in dict.fromkeys(hit.hex for hit in hits) if one in chosen]


def _in_order(
    connection: Connection, found: list[str], order: Order, locale: Locale, on: Ground
) -> list[UUID]:
    by_name = name_order(connection, locale, home_country(connection), NAME_ORDER_COLUMNS, name_parts)
    ordered = by_name.sorted(found)
    if order.by == "name":
        return ordered[::-1] if order.descending else ordered
    keys = _keys(connection, ordered, order.by, locale, on)
    known = [one for one in ordered if keys.get(one) is not None]
    known.sort(key=keys.__getitem__, reverse=order.descending)  # a stable sort keeps names in order
    return known + [one for one in ordered if keys.get(one) is None]


def home_country(connection: Connection) -> str:
    """The country of our town, whose customs of names apply where a person's country is not known."""
    query = select(Territory.country).where(Territory.is_home.is_(True)).limit(1)
    return connection.execute(query).scalar() or ""


def _who(on: Ground, filter_: Filter) -> list[Any]:
    asked = member_condition(on, filter_.of("member"))
    if asked is None:
        asked = member_condition(on, Filter().having("member", MemberScope.NOW.value).terms)
    return [asked]


NAME_ORDER_COLUMNS = (
    Person.given, Person.given2, Person.nickname, Person.surname, Person.surname2, Person.surname_prefix,
    Person.sort_key, Person.script_name, Person.latin_name, Person.country,
)  # fmt: skip
"""What decides where a name stands, read with its id in front."""


def name_parts(row: Sequence[Any], home: str) -> tuple[str, str, str]:
    """`domain.names.sort_parts`, with a short way for the many names it has nothing to do for."""
    _, given, given2, nickname, surname, surname2, prefix, sort_key, script, latin, country = row
    if surname and not (prefix or sort_key or script or latin):
        given = given or nickname
        return (
            (f"{surname} {surname2}" if surname2 else surname),
            (f"{given} {given2}" if given2 else given),
            "",
        )
    name = PersonName(
        given=given, given2=given2, nickname=nickname, surname=surname, surname2=surname2, sort_key=sort_key,
        surname_prefix=prefix, script_name=script, latin_name=latin, country=country,
    )  # fmt: skip
    return sort_parts(name, home=home)


_WORDS = frozenset({"household", "place", "street", "class", "tags", "email", "languages"})
"""Columns of words, which sort as the reader's language has it."""

_FUNCTIONS: dict[Function, int] = {function: at for at, function in enumerate(Function)}


def _keys(connection: Connection, ids: list[UUID], by: str, locale: Locale, on: Ground) -> dict[UUID, Any]:
    """What to sort by, for a column other than the name; people without a value are left out."""
    if by not in ORDERS:
        raise ValueError(f"members cannot be sorted by {by!r}")
    keys: dict[UUID, Any]
    if by in KEYS:
        found = KEYS[by](connection, on)
        keys = {one: found.get(one.hex) for one in ids}
    else:
        told = _gather(connection, None, _Needs(frozenset((by,))), locale, on)
        read = _OTHER_KEYS[by]
        keys = {one: read(told(one)) for one in ids}
    keys = {one: key for one, key in keys.items() if key not in {None, ""}}
    if by in _WORDS:
        place = places(set(keys.values()), locale)
        return {one: place[key] for one, key in keys.items()}
    return keys


_OTHER_KEYS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "phone": lambda told: _value(told["phone"] or told["mobile"]),
    "email": lambda told: _value(told["email"]),
    "languages": lambda told: ";".join(code for code, _ in told["languages"]),
    "host": lambda told: -told["beds"] if told.get("can_host") else None,
    "roles": lambda told: _FUNCTIONS[told["offices"][0].function] if told["offices"] else None,
    "class": lambda told: told.get("class_name"),
    "consent": lambda told: -len(told["consents"]) or None,
    "visit": lambda told: told["last_visit"],
    "tags": lambda told: ";".join(told["tags"]),
}


def _value(reach: Reach | None) -> str:
    return reach.value if reach else ""


@dataclass(frozen=True, slots=True)
class _Needs:
    """Which facts the columns of a list need."""

    names: frozenset[str] | None

    def any(self, *columns: str) -> bool:
        """Does one of these columns show?"""
        return self.names is None or not self.names.isdisjoint(columns)


def member_rows(
    connection: Connection,
    ids: Sequence[UUID],
    *,
    locale: Locale,
    today: date,
    only: Sequence[str] | None = None,
) -> list[MemberRow]:
    """Rows for ids, in their order; ids that are gone are left out.

    `only` names the columns that will be looked at (of `ORDERS`), so that a list reads what it shows; the
    name, and whatever comes with it, is always there.
    """
    needs = _Needs(None if only is None else frozenset(only))
    people = ids_in(ids)
    on = ground(connection, today)
    found = {row[0]: row for row in facts.run(connection, _people, people)}
    more = _gather(connection, people, needs, locale, on)
    rows = []
    for person_id in ids:
        row = found.get(person_id)
        if row is None:
            continue
        _, version, birth, deceased, *rest = row[:9]
        age = birth.age_on(today) if birth is not None and not deceased else None
        name = PersonName(*row[9:])
        values = more(person_id)
        rows.append(MemberRow(person_id, version, name, birth, age, deceased, *rest, **values))
    return rows


@cache
def _people(some: bool) -> facts.Statement:
    return pick(
        Person.id, Person.version, Person.birth, Person.deceased, Person.profession, Person.interests,
        Person.preferred_language, Person.by_email, Person.photo_sha, *facts.NAME_COLUMNS,
    ).where(facts.limited(Person.id, some))  # fmt: skip


def _gather(
    connection: Connection, people: facts.People, needs: _Needs, locale: Locale, on: Ground
) -> Callable[[UUID], dict[str, Any]]:
    """Read what is needed; gives a function that tells one person's part of it."""
    links = facts.household_links(connection, people, on.today)
    shown = memberships(connection, people, links, on)
    readers: list[Callable[[UUID], dict[str, Any]]] = [_membership_part(shown)]
    if needs.any("household"):
        readers.append(_household_part(links))
    if needs.any("dues", "class"):
        readers.append(_dues_part(connection, shown, locale, on))
    if needs.any("place", "street", "postcode"):
        readers.append(_address_part(facts.addresses(connection, people, links, on.today)))
    if needs.any("phone", "email"):
        readers.append(_reach_part(facts.reaches(connection, people, links)))
    if needs.any("host"):
        readers.append(_host_part(facts.hosting(connection, facts.households_of(people, links)), links))
    offices = facts.offices(connection, people, on.today, on.owner)
    speaks = facts.languages(connection, people) if needs.any("languages") else {}
    agreed = facts.consents(connection, people, on.today) if needs.any("consent") else {}
    tagged = facts.tags(connection, people) if needs.any("tags") else {}
    visits = facts.last_visits(connection, people, links, on.today) if needs.any("visit") else {}

    def told(person_id: UUID) -> dict[str, Any]:
        values: dict[str, Any] = {
            "offices": offices.get(person_id, ()),
            "languages": speaks.get(person_id, ()),
            "consents": agreed.get(person_id, frozenset()),
            "tags": tagged.get(person_id, ()),
            "last_visit": visits.get(person_id),
        }
        for reader in readers:
            values |= reader(person_id)
        return values

    return told


def _membership_part(shown: dict[UUID, Any]) -> Callable[[UUID], dict[str, Any]]:
    def told(person_id: UUID) -> dict[str, Any]:
        one = shown.get(person_id)
        if one is None:
            return {}
        return {
            "membership_id": one.id,
            "number": one.number,
            "since": one.joined,
            "left_on": one.left_on,
            "is_member": one.current,
            "class_id": one.class_id,
        }

    return told


def _household_part(links: dict[UUID, facts.HouseholdLink]) -> Callable[[UUID], dict[str, Any]]:
    def told(person_id: UUID) -> dict[str, Any]:
        link = links.get(person_id)
        return {} if link is None else {"household_id": link.household_id, "household": link.name}

    return told


def _dues_part(
    connection: Connection, shown: dict[UUID, Any], locale: Locale, on: Ground
) -> Callable[[UUID], dict[str, Any]]:
    payers = {one.payer for one in shown.values()} | set(shown)
    classes = class_rows(connection, on, locale.language)
    free = {class_id for class_id, row in classes.items() if row.free}
    states = dues_of(shown, dues_sums_of(connection, on, payers), free)
    nothing = DuesOf(DuesState.NONE, 0)

    def told(person_id: UUID) -> dict[str, Any]:
        dues = states.get(person_id, nothing)
        one = shown.get(person_id)
        its = classes.get(one.class_id) if one is not None else None
        return {
            "dues": dues.state,
            "dues_year": on.year,
            "open": Money(dues.open, on.currency),
            "class_name": its.name if its is not None else "",
        }

    return told


def _address_part(found: dict[UUID, facts.AddressLines]) -> Callable[[UUID], dict[str, Any]]:
    def told(person_id: UUID) -> dict[str, Any]:
        at = found.get(person_id)
        if at is None:
            return {}
        return {"street": at.street, "postcode": at.postcode, "place": at.town, "country": at.country}

    return told


def _reach_part(found: dict[UUID, tuple[Reach, ...]]) -> Callable[[UUID], dict[str, Any]]:
    def told(person_id: UUID) -> dict[str, Any]:
        points = found.get(person_id, ())
        return {
            "phone": facts.first_reach(points, ContactKind.PHONE),
            "mobile": facts.first_reach(points, ContactKind.MOBILE),
            "email": facts.first_reach(points, ContactKind.EMAIL),
        }

    return told


def _host_part(
    hosting: dict[UUID, facts.HostingSum], links: dict[UUID, facts.HouseholdLink]
) -> Callable[[UUID], dict[str, Any]]:
    def told(person_id: UUID) -> dict[str, Any]:
        link = links.get(person_id)
        offer = hosting.get(link.household_id) if link is not None and link.current else None
        return {} if offer is None else {"can_host": offer.can_host, "beds": offer.beds}

    return told


@dataclass(frozen=True, slots=True)
class Count:
    """How many people, in how many households; who has no household counts as one."""

    people: int
    households: int


CHIPS = {
    "everyone": EVERYONE,
    "dues_open": EVERYONE.having("dues", DuesState.OPEN.value, DuesState.PART.value),
    "can_host": EVERYONE.having("host", "yes"),
    "committee": EVERYONE.having("committee", "yes"),
    "former": EVERYONE.having("member", MemberScope.FORMER.value),
}
"""The chips above the list, each a filter."""


def count_members(
    connection: Connection, filter_: Filter, *, today: date, owner: UUID | None = None
) -> Count:
    """How many a filter lets through; of one association, or of those that are looked at."""
    on = ground(connection, today, owner)
    return _counted(connection, _found(connection, filter_, on), on)


def _counted(connection: Connection, found: Sequence[str], on: Ground) -> Count:
    living = homes(connection, on.today)
    households: set[str] = set()
    singles = 0
    for one in found:
        theirs = living.get(one)
        if theirs is None:
            singles += 1
        else:
            households.update(theirs)
    return Count(len(found), len(households) + singles)


def chip_counts(connection: Connection, *, today: date) -> dict[str, Count]:
    """The counts of all chips."""

    def make() -> dict[str, Count]:
        return {name: count_members(connection, chip, today=today) for name, chip in CHIPS.items()}

    return remembered(connection, ("members' chips", ground(connection, today)), None, make)
