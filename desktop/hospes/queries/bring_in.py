# SPDX-License-Identifier: GPL-3.0-or-later
"""What the file knows of people, as far as a list from outside has to be compared with it (decision 40).

Two steps: the keys of everybody, to find somebody again; then all facts of those who were found. Both give
plain values, so that the plan of what to bring in needs no database.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, Select, or_, select

from hospes.domain.codes import ContactKind, Gender
from hospes.domain.incoming import KnownFacts, KnownKeys, name_key
from hospes.domain.values import Money
from hospes.i18n.fold import fold
from hospes.queries.memberships import Ground, class_rows, ground, memberships
from hospes.queries.person_facts import (
    HouseholdLink,
    People,
    addresses,
    hosting,
    household_links,
    households_of,
    inside,
    languages,
    names_of,
    offices,
    reaches,
    tags,
)
from hospes.queries.scope import ids_in, there
from hospes.store.selections import pick
from hospes.store.tables.households import Address, ContactPoint
from hospes.store.tables.members import Dues, Mandate, Membership, MembershipClassText
from hospes.store.tables.notes import Note, OwnField, OwnFieldValue
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.people import Person, SourceKey


def known_keys(connection: Connection, today: date) -> list[KnownKeys]:
    """Everybody who is there, with all that may find them again; also organisations."""
    links = household_links(connection, None, today)
    own_by_household: dict[UUID, list[UUID]] = defaultdict(list)
    for person_id, link in links.items():
        if link.current:
            own_by_household[link.household_id].append(person_id)
    postcodes = _spread(
        connection,
        pick(Address.person_id, Address.household_id, Address.organisation_id, Address.postcode),
        own_by_household,
    )
    emails = _spread(
        connection,
        pick(
            ContactPoint.person_id,
            ContactPoint.household_id,
            ContactPoint.organisation_id,
            ContactPoint.value,
        ).where(ContactPoint.kind == ContactKind.EMAIL),
        own_by_household,
    )
    numbers = _spread(
        connection,
        pick(Membership.person_id, Membership.household_id, Membership.organisation_id, Membership.number),
        own_by_household,
    )
    sources: dict[UUID, set[tuple[str, str]]] = defaultdict(set)
    query = pick(SourceKey.person_id, SourceKey.organisation_id, SourceKey.source, SourceKey.source_id)
    for person_id, organisation_id, source, source_id in connection.execute(query):
        sources[person_id or organisation_id].add((source, source_id))

    def keys(row_id: UUID, name: str, birth: object, in_full: str = "", *, is_person: bool) -> KnownKeys:
        return KnownKeys(
            row_id,
            is_person,
            name,
            str(birth or ""),
            frozenset(postcodes.get(row_id, ())),
            frozenset(emails.get(row_id, ())),
            frozenset(numbers.get(row_id, ())),
            frozenset(sources.get(row_id, ())),
            in_full,
        )

    found = []
    people = pick(
        Person.id, Person.given, Person.given2, Person.nickname, Person.surname_prefix, Person.surname,
        Person.surname2, Person.script_name, Person.birth,
    ).where(there(Person))  # fmt: skip
    for row_id, given, second, nickname, prefix, surname, surname2, script, birth in connection.execute(
        people
    ):
        name = name_key(given or nickname, prefix, surname, surname2) or fold(script)
        in_full = name_key(f"{given} {second}", prefix, surname, surname2) if given and second else ""
        found.append(keys(row_id, name, birth, in_full, is_person=True))
    organisations = pick(Organisation.id, Organisation.name).where(there(Organisation))
    for row_id, name in connection.execute(organisations):
        found.append(keys(row_id, fold(name), "", is_person=False))
    return found


def _spread(
    connection: Connection, query: Select[*tuple[object, ...]], people_of: dict[UUID, list[UUID]]
) -> dict[UUID, set[str]]:
    """Texts by person or organisation; what belongs to a household counts for each of its people."""
    found: dict[UUID, set[str]] = defaultdict(set)
    for person_id, household_id, organisation_id, text in connection.execute(query):
        plain = "".join(str(text).split()).casefold()
        if not plain:
            continue
        holders: Iterable[object] = people_of.get(household_id, ()) if isinstance(household_id, UUID) else ()
        for holder in (*holders, person_id, organisation_id):
            if isinstance(holder, UUID):
                found[holder].add(plain)
    return found


def known_facts(connection: Connection, ids: Collection[UUID], today: date) -> dict[UUID, KnownFacts]:
    """All facts of some people and organisations, by the names of `incoming.facts_of`."""
    people = ids_in(ids)
    on = ground(connection, today)
    links = household_links(connection, people, today)
    found: dict[UUID, dict[str, tuple[str, ...]]] = {}
    versions = _people(connection, people, found)
    organisations = _organisations(connection, people, found)
    _homes(connection, people, links, found, today)
    _members(connection, people, links, found, on)
    _lists(connection, people, found, today)
    versions.update(organisations)
    return {row_id: KnownFacts(row_id, versions[row_id], facts) for row_id, facts in found.items()}


Found = dict[UUID, dict[str, tuple[str, ...]]]
Ids = People


def _put(found: Found, row_id: UUID | None, name: str, *texts: str) -> None:
    kept = tuple(text for text in texts if text)
    if kept and row_id in found:
        facts = found[row_id]
        facts[name] = (*facts.get(name, ()), *(text for text in kept if text not in facts.get(name, ())))


def _people(connection: Connection, people: Ids, found: Found) -> dict[UUID, int]:
    versions: dict[UUID, int] = {}
    query = pick(
        Person.id, Person.version, Person.gender, Person.birth, Person.birth_place, Person.deceased,
        Person.died, Person.preferred_language, Person.profession, Person.interests,
    ).where(inside(Person.id, people))  # fmt: skip
    names = names_of(connection, people)
    for row in connection.execute(query):
        row_id, versions[row.id] = row.id, row.version
        name = names[row_id]
        found[row_id] = {}
        _put(found, row_id, "title", name.title_prefix)
        _put(found, row_id, "second_name", name.given2)
        _put(found, row_id, "nickname", name.nickname)
        _put(found, row_id, "birth_name", name.birth_surname)
        _put(found, row_id, "name_suffix", name.suffix)
        _put(found, row_id, "native_name", name.script_name)
        _put(found, row_id, "sex", "" if row.gender is Gender.UNKNOWN else row.gender.value)
        _put(found, row_id, "birth_date", str(row.birth or ""))
        _put(found, row_id, "birth_place", row.birth_place)
        _put(found, row_id, "died", str(row.died or ("1" if row.deceased else "")))
        _put(found, row_id, "language", row.preferred_language)
        _put(found, row_id, "profession", row.profession)
        _put(found, row_id, "interests", row.interests)
    return versions


def _organisations(connection: Connection, ids: Ids, found: Found) -> dict[UUID, int]:
    query = pick(Organisation.id, Organisation.version, Organisation.preferred_language).where(
        inside(Organisation.id, ids)
    )
    versions: dict[UUID, int] = {}
    for row_id, version, language in connection.execute(query):
        found[row_id] = {}
        versions[row_id] = version
        _put(found, row_id, "language", language)
    a = Address
    lines = pick(a.organisation_id, a.care_of, a.extra, a.street, a.postcode, a.town, a.region, a.country)
    for row_id, *texts in connection.execute(lines.where(inside(a.organisation_id, ids))):
        _address(found, row_id, texts)
    c = ContactPoint
    points = pick(c.organisation_id, c.kind, c.value, c.e164).where(inside(c.organisation_id, ids))
    for row_id, kind, value, number in connection.execute(points):
        _contact(found, row_id, kind, value, number)
    return versions


_LINES = ("care_of", "address_extra", "street", "postcode", "town", "region", "country")


def _address(found: Found, row_id: UUID, texts: Iterable[str]) -> None:
    for name, text in zip(_LINES, texts, strict=True):
        if row_id in found and name not in found[row_id]:
            _put(found, row_id, name, text)


def _contact(found: Found, row_id: UUID, kind: ContactKind, value: str, number: str | None) -> None:
    if kind in (ContactKind.PHONE, ContactKind.MOBILE):
        _put(found, row_id, "phones", number or value)
    elif kind is ContactKind.EMAIL:
        _put(found, row_id, "emails", value)
    else:
        _put(found, row_id, "web", value)


def _homes(
    connection: Connection, people: Ids, links: dict[UUID, HouseholdLink], found: Found, today: date
) -> None:
    for person_id, link in links.items():
        if link.current:
            _put(found, person_id, "household", link.name)
    for person_id, place in addresses(connection, people, links, today).items():
        lines = (
            place.care_of,
            place.extra,
            place.street,
            place.postcode,
            place.town,
            place.region,
            place.country,
        )
        _address(found, person_id, lines)
    for person_id, points in reaches(connection, people, links).items():
        for point in points:
            _contact(found, person_id, point.kind, point.value, point.e164)
    hosts = hosting(connection, households_of(people, links))
    for person_id, link in links.items():
        if link.current and link.household_id in hosts:
            _put(found, person_id, "can_host", "yes" if hosts[link.household_id].can_host else "no")


def _members(
    connection: Connection, people: Ids, links: dict[UUID, HouseholdLink], found: Found, on: Ground
) -> None:
    names = _class_names(connection, on)
    owed = _owed(connection, on)
    resigned = dict(connection.execute(select(Membership.id, Membership.resigned_on)).all())
    facts = memberships(connection, people, links, on)
    m = Membership
    query = pick(m.organisation_id, m.id, m.number, m.joined, m.left_on).where(
        inside(m.organisation_id, people)
    )
    for row_id, membership_id, number, joined, left in connection.execute(query):
        _membership(found, row_id, number, joined, left, resigned.get(membership_id))
        _put(found, row_id, "dues", owed.get(row_id, ""))
    for person_id, held in facts.items():
        _membership(found, person_id, held.number, held.joined, held.left_on, resigned.get(held.id))
        _put(found, person_id, "class", *names.get(held.class_id, ()) if held.class_id else ())
        _put(found, person_id, "dues", owed.get(person_id, owed.get(held.payer, "")))
    d = Mandate
    mandates = pick(d.person_id, d.household_id, d.organisation_id, d.iban, d.reference).where(
        or_(
            inside(d.person_id, people),
            inside(d.household_id, households_of(people, links)),
            inside(d.organisation_id, people),
        )
    )
    by_household: dict[UUID, tuple[str, str]] = {}
    for person, household, organisation, iban, reference in connection.execute(mandates):
        for holder in (person, organisation):
            _put(found, holder, "iban", iban)
            _put(found, holder, "mandate", reference)
        if household is not None:
            by_household[household] = (iban, reference)
    for person_id, link in links.items():
        if link.household_id in by_household and "iban" not in found.get(person_id, {}):
            _put(found, person_id, "iban", by_household[link.household_id][0])
            _put(found, person_id, "mandate", by_household[link.household_id][1])


def _class_names(connection: Connection, on: Ground) -> dict[UUID, tuple[str, ...]]:
    """The names of each class, its own first: a list may have it in any language."""
    names: dict[UUID, tuple[str, ...]] = {
        class_id: (row.own_name,) for class_id, row in class_rows(connection, on, "").items()
    }
    text = MembershipClassText
    for class_id, name in connection.execute(
        pick(text.membership_class_id, text.name).order_by(text.language)
    ):
        names[class_id] = (*names.get(class_id, ()), name)
    return names


def _membership(
    found: Found, row_id: UUID, number: str, joined: object, left: object, resigned: object
) -> None:
    _put(found, row_id, "membership", "yes")
    _put(found, row_id, "number", number)
    _put(found, row_id, "joined", str(joined or ""))
    _put(found, row_id, "left", str(left or ""))
    _put(found, row_id, "resigned", str(resigned or ""))


def _owed(connection: Connection, on: Ground) -> dict[UUID, str]:
    d = Dues
    query = pick(d.person_id, d.household_id, d.organisation_id, d.minor, d.currency).where(
        d.owner_id == on.owner, d.year == on.year
    )
    return {
        person or household or organisation: f"{Money(minor, currency).decimal_text()} {currency}"
        for person, household, organisation, minor, currency in connection.execute(query)
    }


def _lists(connection: Connection, people: Ids, found: Found, today: date) -> None:
    for person_id, spoken in languages(connection, people).items():
        _put(found, person_id, "languages", *(code for code, _ in spoken))
    for person_id, words in tags(connection, people).items():
        _put(found, person_id, "tags", *words)
    for person_id, held in offices(connection, people, today).items():
        _put(found, person_id, "organisation", *(office.organisation for office in held if not office.is_own))
    for person_id, text in connection.execute(
        pick(Note.person_id, Note.text).where(inside(Note.person_id, people))
    ):
        _put(found, person_id, "notes", text)
    query = (
        pick(OwnFieldValue.person_id, OwnField.name, OwnFieldValue.value)
        .join(OwnField, OwnField.id == OwnFieldValue.own_field_id)
        .where(inside(OwnFieldValue.person_id, people))
    )
    for person_id, name, value in connection.execute(query):
        _put(found, person_id, f"own:{name}", value)
