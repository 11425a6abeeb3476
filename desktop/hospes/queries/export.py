# SPDX-License-Identifier: GPL-3.0-or-later
"""People with all that the exchange tables hold (product 5), and everything the file holds for the dump.

Values are typed and not yet in anybody's language: texts, days, amounts, codes.
"""

from base64 import b64encode
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import Connection, or_, select

from hospes.domain.codes import ContactKind, ContactLabel, Function, Gender
from hospes.domain.names import PersonName, display_name, join
from hospes.domain.values import RoughDate
from hospes.i18n.fold import fold
from hospes.i18n.locale import Locale
from hospes.queries.filters import EVERYONE, Filter, MemberScope
from hospes.queries.members import member_ids
from hospes.queries.memberships import Ground, class_rows, ground, memberships
from hospes.queries.person_facts import (
    AddressLines,
    HouseholdLink,
    OfficeTag,
    People,
    Reach,
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
from hospes.queries.scope import ids_in, mine, there
from hospes.store.selections import pick
from hospes.store.tables.households import Address, ContactPoint
from hospes.store.tables.members import Dues, Mandate, Membership
from hospes.store.tables.notes import Note
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.people import Person

Value = str | date | Decimal | None


@dataclass(slots=True)
class Exported:
    """Somebody as the exchange tables show them; `values` by the fields of product 5 and some more."""

    id: UUID
    is_person: bool
    shown: str
    name: PersonName | None = None
    values: dict[str, Value] = field(default_factory=dict)
    phones: list[tuple[ContactKind, ContactLabel, str]] = field(default_factory=list)
    numbers: dict[str, str] = field(default_factory=dict)
    """Telephone numbers as typed, and their international form."""
    emails: list[str] = field(default_factory=list)
    web: str = ""
    function: Function | None = None


def exported_members(
    connection: Connection, filter_: Filter, locale: Locale, today: date, language: str = "en"
) -> list[Exported]:
    """Members in the order of the list; without a filter also organisations that are members.

    Names of classes are in the language given where they have one in it: so a table says the same in any
    file.
    """
    ids = member_ids(connection, filter_, locale=locale, today=today)
    found = _people(connection, ids, today, language)
    if filter_ == EVERYONE:
        on = ground(connection, today)
        m = Membership
        query = select(m.organisation_id).where(
            mine(m.owner_id, on),
            m.organisation_id.is_not(None),
            or_(m.left_on.is_(None), m.left_on > today),
        )
        found += _organisations(connection, {row_id for row_id in connection.scalars(query) if row_id}, today)
    return found


def exported_contacts(
    connection: Connection, filter_: Filter, locale: Locale, today: date, language: str = "en"
) -> list[Exported]:
    """People who are not members, and all organisations but our own."""
    others = filter_.having("member", MemberScope.NOW.value, negated=True)
    ids = member_ids(connection, others, locale=locale, today=today)
    found = _people(connection, ids, today, language)
    if filter_ == EVERYONE:
        query = select(Organisation.id).where(there(Organisation), Organisation.is_own.is_(False))
        found += _organisations(connection, set(connection.scalars(query)), today)
    return found


# ---- people -----------------------------------------------------------------------------------------------


def people_rows(connection: Connection, ids: Sequence[UUID], today: date) -> list[Exported]:
    """Some people, in their order; for lists of guests and hosts."""
    return _people(connection, ids, today, "en")


def _people(connection: Connection, ids: Sequence[UUID], today: date, language: str) -> list[Exported]:
    people = ids_in(ids)
    names = names_of(connection, people)
    links = household_links(connection, people, today)
    rows = {
        row_id: Exported(row_id, True, display_name(names[row_id], second=True), names[row_id])
        for row_id in ids
    }
    p = Person
    query = pick(p.id, p.gender, p.birth, p.birth_place, p.preferred_language, p.profession, p.interests)
    for row_id, gender, birth, place, letters, profession, interests in connection.execute(
        query.where(inside(p.id, people))
    ):
        if row_id in rows:
            name = names[row_id]
            rows[row_id].values |= {
                "title": name.title_prefix,
                "given_name": join(name.given, name.given2),
                "family_name": join(name.surname_prefix, name.surname, name.surname2),
                "name_suffix": name.suffix,
                "nickname": name.nickname,
                "birth_date": _day(birth),
                "birth_place": place,
                "sex": "" if gender is Gender.UNKNOWN else gender.value,
                "language": letters,
                "profession": profession,
                "interests": interests,
            }
    _homes(connection, people, links, rows, today)
    _lists(connection, people, rows, today)
    _memberships(connection, people, links, rows, ground(connection, today), language)
    return list(rows.values())


def _day(rough: RoughDate | None) -> Value:
    if rough is None:
        return None
    return rough.exact or str(rough)


Rows = dict[UUID, Exported]


def _homes(
    connection: Connection, people: People, links: Mapping[UUID, HouseholdLink], rows: Rows, today: date
) -> None:
    current = {person_id: link for person_id, link in links.items() if link.current}
    places = addresses(connection, people, links, today)
    for row_id, place in places.items():
        if row_id in rows:
            rows[row_id].values |= _address(place)
    for person_id, name in _household_names(current, places).items():
        if person_id in rows:
            rows[person_id].values["household"] = name
    for row_id, points in reaches(connection, people, links).items():
        if row_id in rows:
            _reach(rows[row_id], points)
    hosts = hosting(connection, households_of(people, links))
    for person_id, link in current.items():
        if person_id in rows and link.household_id in hosts:
            rows[person_id].values["can_host"] = "yes" if hosts[link.household_id].can_host else "no"


def _household_names(
    links: Mapping[UUID, HouseholdLink], places: Mapping[UUID, AddressLines]
) -> dict[UUID, str]:
    """Names of households; two of one name at one place are told apart, for a list knows them by name."""
    by_name: dict[str, dict[UUID, str]] = defaultdict(dict)
    for person_id, link in links.items():
        place = places.get(person_id)
        at = fold(f"{place.street} {place.postcode} {place.town}") if place is not None else ""
        by_name[link.name].setdefault(link.household_id, at)
    told: dict[UUID, str] = {}
    for name, homes in by_name.items():
        seen: dict[str, int] = defaultdict(int)
        for household_id, at in sorted(homes.items(), key=lambda home: home[0].hex):
            # A home without an address could be any other of the same name.
            key = at if "" not in homes.values() else ""
            seen[key] += 1
            told[household_id] = name if seen[key] == 1 else f"{name} ({seen[key]})"
    return {person_id: told[link.household_id] for person_id, link in links.items()}


def _address(place: AddressLines) -> dict[str, Value]:
    return {
        "care_of": place.care_of,
        "address_extra": place.extra,
        "street": place.street,
        "postcode": place.postcode,
        "town": place.town,
        "region": place.region,
        "country": place.country,
    }


def _reach(row: Exported, points: Iterable[Reach]) -> None:
    texts: dict[str, list[str]] = defaultdict(list)
    for point in points:
        if point.kind is ContactKind.EMAIL:
            row.emails.append(point.value)
        elif point.kind is ContactKind.WEB:
            row.web = row.web or point.value
        else:
            name = "mobile" if point.kind is ContactKind.MOBILE else "phone"
            if point.value not in texts[name]:
                texts[name].append(point.value)
                row.phones.append((point.kind, point.label, point.value))
                row.numbers[point.value] = point.e164 or ""
    row.emails = list(dict.fromkeys(row.emails))
    row.values |= {name: "; ".join(values) for name, values in texts.items()}
    row.values["email"] = "; ".join(row.emails)
    row.values["web"] = row.web


def _lists(connection: Connection, people: People, rows: Rows, today: date) -> None:
    for row_id, spoken in languages(connection, people).items():
        if row_id in rows:
            rows[row_id].values["languages"] = ";".join(f"{code}:{level.value}" for code, level in spoken)
    for row_id, words in tags(connection, people).items():
        if row_id in rows:
            rows[row_id].values["tags"] = ";".join(words)
    for row_id, held in offices(connection, people, today).items():
        outside = [office for office in held if not office.is_own]
        if row_id in rows and outside:
            _office(rows[row_id], outside[0])
    notes: dict[UUID, list[str]] = defaultdict(list)
    query = pick(Note.person_id, Note.text).where(inside(Note.person_id, people)).order_by(Note.on, Note.id)
    for row_id, text in connection.execute(query):
        notes[row_id].append(text)
    for row_id, texts in notes.items():
        if row_id in rows:
            rows[row_id].values["notes"] = "\n\n".join(texts)


def _office(row: Exported, office: OfficeTag) -> None:
    row.values["organisation"] = office.organisation
    row.values["function"] = office.title
    row.function = None if office.function in (Function.CONTACT, Function.OTHER) else office.function


# ---- membership -------------------------------------------------------------------------------------------


def _memberships(
    connection: Connection,
    people: People,
    links: Mapping[UUID, HouseholdLink],
    rows: Rows,
    on: Ground,
    language: str,
) -> None:
    names = {class_id: row.name for class_id, row in class_rows(connection, on, language).items()}
    owed = _owed(connection, on)
    told: set[UUID] = set()
    for row_id, held in memberships(connection, people, links, on).items():
        if row_id not in rows:
            continue
        values = rows[row_id].values
        values["number"] = held.number
        values["class"] = names.get(held.class_id, "") if held.class_id else ""
        values["joined"] = _day(held.joined)
        values["left"] = held.left_on
        # What a household owes stands with the first of its people, so that a column of dues can be added up.
        payer = row_id if row_id in owed else held.payer
        if payer in owed and payer not in told:
            told.add(payer)
            values["dues"] = owed[payer]
    d = Mandate
    query = (
        pick(d.person_id, d.household_id, d.iban, d.reference)
        .where(or_(inside(d.person_id, people), inside(d.household_id, households_of(people, links))))
        .order_by(d.state, d.id)
    )
    shared: dict[UUID, tuple[str, str]] = {}
    for person_id, household_id, iban, reference in connection.execute(query):
        if person_id in rows:
            rows[person_id].values |= {"iban": iban, "mandate": reference}
        elif household_id is not None:
            shared.setdefault(household_id, (iban, reference))
    for person_id, link in links.items():
        if (
            link.current
            and person_id in rows
            and link.household_id in shared
            and "iban" not in rows[person_id].values
        ):
            iban, reference = shared.pop(link.household_id)
            rows[person_id].values |= {"iban": iban, "mandate": reference}


def _owed(connection: Connection, on: Ground) -> dict[UUID, Value]:
    d = Dues
    query = (
        pick(d.person_id, d.household_id, d.organisation_id, d.minor, d.currency, d.waived)
        .where(mine(d.owner_id, on), d.year == on.year)
        .order_by(d.id)
    )
    sums: dict[tuple[UUID, str], int] = defaultdict(int)
    for person, household, organisation, minor, currency, waived in connection.execute(query):
        sums[person or household or organisation, currency] += 0 if waived else minor
    owed: dict[UUID, Value] = {}
    for (holder, currency), minor in sums.items():
        amount = Decimal(minor) / 100
        owed[holder] = (
            amount.quantize(Decimal("0.01")) if currency == on.currency else f"{amount:.2f} {currency}"
        )
    return owed


# ---- organisations ----------------------------------------------------------------------------------------


def _organisations(connection: Connection, ids: Collection[UUID], today: date) -> list[Exported]:
    wanted = ids_in(ids)
    o = Organisation
    rows: Rows = {}
    query = (
        pick(o.id, o.name, o.preferred_language).where(inside(o.id, wanted), there(o)).order_by(o.name, o.id)
    )
    for row_id, name, language in connection.execute(query):
        rows[row_id] = Exported(row_id, False, name, values={"organisation": name, "language": language})
    a = Address
    lines = pick(
        a.organisation_id, a.id, a.kind, a.care_of, a.extra, a.street, a.postcode, a.town, a.region, a.country
    ).where(inside(a.organisation_id, wanted))
    for row_id, *facts in connection.execute(lines.order_by(a.valid_from, a.id)):
        if row_id in rows:
            rows[row_id].values |= _address(AddressLines(facts[0], True, *facts[1:]))
    c = ContactPoint
    points: dict[UUID, list[Reach]] = defaultdict(list)
    ways = pick(c.organisation_id, c.id, c.kind, c.label, c.value, c.e164, c.on_lists)
    for row_id, *facts in connection.execute(
        ways.where(inside(c.organisation_id, wanted)).order_by(c.position, c.id)
    ):
        points[row_id].append(Reach(False, *facts))
    for row_id, found in points.items():
        if row_id in rows:
            _reach(rows[row_id], found)
    on = ground(connection, today)
    owed = _owed(connection, on)
    m = Membership
    members = pick(m.organisation_id, m.number, m.joined, m.left_on).where(
        mine(m.owner_id, on), inside(m.organisation_id, wanted)
    )
    for row_id, number, joined, left in connection.execute(members):
        if row_id in rows:
            rows[row_id].values |= {
                "number": number,
                "joined": _day(joined),
                "left": left,
                "dues": owed.get(row_id),
            }
    return list(rows.values())


# ---- everything -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Dump:
    """All records of the file as they are stored; the journal and what stands beside the records are not in
    it.
    """

    schema: int
    tables: Iterator[tuple[str, Iterator[dict[str, object]]]]


def everything(connection: Connection) -> Dump:
    """All tables in the order of their names. Rows are read while they are asked for."""
    from hospes.store.base import BOOKKEEPING
    from hospes.store.codec import encoders, journalled, table_of
    from hospes.store.schema_check import SCHEMA_VERSION
    from hospes.store.tables import load_all
    from hospes.store.tables.events import Blob

    load_all()

    def rows(name: str) -> Iterator[dict[str, object]]:
        cls = journalled()[name]
        table, encode = table_of(cls), encoders(cls)
        for row in connection.execute(select(table).order_by(table.c.id)):
            stored = zip(encode.items(), row, strict=True)
            yield {
                name: value if encoder is None else encoder(value)
                for (name, encoder), value in stored
                if value is not None and name not in BOOKKEEPING
            }

    def blobs() -> Iterator[dict[str, object]]:
        blob_rows = select(Blob.sha256, Blob.media_type, Blob.data).order_by(Blob.sha256)
        for sha, media, data in connection.execute(blob_rows):
            yield {"sha256": sha, "media_type": media, "data": b64encode(data).decode("ascii")}

    def tables() -> Iterator[tuple[str, Iterator[dict[str, object]]]]:
        for name in sorted(journalled()):
            if name not in _JOURNAL:
                yield name, rows(name)
        yield "blob", blobs()

    return Dump(SCHEMA_VERSION, tables())


_JOURNAL = frozenset(("step", "change", "change_subject", "change_secret"))
