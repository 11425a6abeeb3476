# SPDX-License-Identifier: GPL-3.0-or-later
"""Households: the list, and one with its people, hosting facts and letters."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, or_, select

from hospes.domain.codes import ContactKind, LetterStyle
from hospes.domain.codes_visit import BedKind, Smoking
from hospes.domain.errors import UserError
from hospes.domain.names import PersonName
from hospes.domain.values import Money
from hospes.i18n.locale import Locale
from hospes.queries import person_facts as facts
from hospes.queries.conditions import people_conditions
from hospes.queries.filters import EVERYONE, Filter
from hospes.queries.memberships import dues_sums, ground, members
from hospes.queries.people import Housemate, housemates
from hospes.queries.ranks import by_text
from hospes.queries.scope import among, ids_in, there, valid_on
from hospes.store.selections import pick
from hospes.store.tables.households import (
    Address,
    ContactPoint,
    Hosting,
    HostingBed,
    Household,
    HouseholdMember,
    HouseholdText,
)
from hospes.store.tables.people import Person


@dataclass(frozen=True, slots=True)
class HouseholdRow:
    """A household on the list."""

    id: UUID
    name: str
    letter_style: LetterStyle
    people: tuple[PersonName, ...] = ()
    person_ids: tuple[UUID, ...] = ()
    members: int = 0
    street: str = ""
    postcode: str = ""
    place: str = ""
    country: str = ""
    phone: str = ""
    can_host: bool = False
    beds: int = 0
    open: Money = field(default_factory=lambda: Money(0))


def household_ids(
    connection: Connection,
    filter_: Filter = EVERYONE,
    *,
    locale: Locale,
    today: date,
    only_members: bool = True,
) -> list[UUID]:
    """Households by name: those with somebody a filter of people lets through.

    `only_members` leaves out those where nobody is a member now.
    """
    on = ground(connection, today)
    p, m, h = Person, HouseholdMember, Household
    people = select(p.id).where(there(p), p.deceased.is_(False), *people_conditions(connection, filter_, on))
    if only_members:
        people = people.where(p.id.in_(members(on)))
    homes = select(m.household_id).where(valid_on(m, today), m.person_id.in_(people))
    rows = connection.execute(select(h.id, h.name).where(there(h), h.id.in_(homes)).order_by(h.id)).all()
    return [row[0] for row in by_text(rows, [(row[1],) for row in rows], locale)]


def household_rows(connection: Connection, ids: Sequence[UUID], *, today: date) -> list[HouseholdRow]:
    """Rows for ids, in their order."""
    on = ground(connection, today)
    homes = ids_in(ids)
    h = Household
    rows = {
        row[0]: HouseholdRow(*row)
        for row in connection.execute(select(h.id, h.name, h.letter_style).where(h.id.in_(homes)))
    }
    people = _people(connection, ids, today)
    belong = {one for some in people.values() for one, _ in some}
    are_members = set(
        connection.scalars(select(Person.id).where(among(Person.id, belong), Person.id.in_(members(on))))
    )
    places = _places(connection, ids, today)
    phones = _phones(connection, ids, people)
    hosting = facts.hosting(connection, homes)
    sums = dues_sums(connection, on)
    found = []
    for one in ids:
        if one not in rows:
            continue
        here = people.get(one, [])
        owed = sum(sums[key].open for key in (one, *(person for person, _ in here)) if key in sums)
        host = hosting.get(one)
        found.append(
            HouseholdRow(
                one,
                rows[one].name,
                rows[one].letter_style,
                tuple(name for _, name in here),
                tuple(person for person, _ in here),
                sum(person in are_members for person, _ in here),
                *places.get(one, ("", "", "", "")),
                phones.get(one, ""),
                host is not None and host.can_host,
                host.beds if host is not None else 0,
                Money(owed, on.currency),
            )
        )
    return found


def _people(
    connection: Connection, ids: Sequence[UUID], today: date
) -> dict[UUID, list[tuple[UUID, PersonName]]]:
    m, p = HouseholdMember, Person
    query = (
        pick(m.household_id, p.id, *facts.NAME_COLUMNS)
        .join(p, p.id == m.person_id)
        .where(among(m.household_id, ids), valid_on(m, today), there(p), p.deceased.is_(False))
        .order_by(m.position, m.id)
    )
    found: dict[UUID, list[tuple[UUID, PersonName]]] = defaultdict(list)
    for household_id, person_id, *parts in connection.execute(query):
        found[household_id].append((person_id, PersonName(*parts)))
    return found


def _places(
    connection: Connection, ids: Sequence[UUID], today: date
) -> dict[UUID, tuple[str, str, str, str]]:
    a = Address
    query = (
        select(a.household_id, a.street, a.postcode, a.town, a.country)
        .where(among(a.household_id, ids), valid_on(a, today))
        .order_by(a.kind.desc(), a.valid_from)
    )
    # The last one read stands: of several the newest, and "home" before "post" and "second".
    return {row[0]: (row[1], row[2], row[3], row[4]) for row in connection.execute(query) if row[0]}


def _phones(
    connection: Connection, ids: Sequence[UUID], people: dict[UUID, list[tuple[UUID, PersonName]]]
) -> dict[UUID, str]:
    """The household's own telephone, else that of the first person who has one."""
    c = ContactPoint
    living = {person: home for home, some in people.items() for person, _ in some}
    query = (
        select(c.household_id, c.person_id, c.value)
        .where(
            or_(among(c.household_id, ids), among(c.person_id, living)),
            c.kind.in_((ContactKind.PHONE, ContactKind.MOBILE)),
        )
        .order_by(c.position.desc(), c.id.desc())
    )
    shared: dict[UUID, str] = {}
    single: dict[UUID, str] = {}
    for home, person, value in connection.execute(query):
        if home is not None:
            shared[home] = value
        elif person is not None:
            single[person] = value
    for home, some in people.items():
        first = next((single[person] for person, _ in some if person in single), "")
        if first:
            shared.setdefault(home, first)
    return shared


@dataclass(frozen=True, slots=True)
class BedRow:
    """A bed of a household."""

    id: UUID
    room: str
    kind: BedKind
    places: int


@dataclass(frozen=True, slots=True)
class HostingRow:
    """What a household can offer guests; None is "not asked" (decision 32)."""

    id: UUID
    version: int
    can_host: bool
    max_guests: int | None
    cats: bool | None
    dogs: bool | None
    other_pets: str
    smoking: Smoking | None
    stairs: int | None
    step_free: bool | None
    car_seats: int | None
    distance_m: int | None
    diets: str
    accepts: str
    minors_ok: bool | None
    checked_on: date | None
    experienced: bool | None
    remarks: str
    beds: tuple[BedRow, ...] = ()

    @property
    def places(self) -> int:
        """Places to sleep, or the number they named."""
        return sum(bed.places for bed in self.beds) or self.max_guests or 0


@dataclass(frozen=True, slots=True)
class HouseholdTexts:
    """What letters say in one language instead of what is computed."""

    salutation: str
    address_name: str


@dataclass(frozen=True, slots=True)
class HouseholdPage:
    """One household."""

    id: UUID
    version: int
    name: str
    letter_style: LetterStyle
    joint_dues: bool
    binned_at: date | None
    people: tuple[Housemate, ...] = ()
    hosting: HostingRow | None = None
    texts: dict[str, HouseholdTexts] = field(default_factory=dict)


def household(connection: Connection, household_id: UUID, today: date) -> HouseholdPage:
    """One household with its people, hosting facts and letters; followed where it was merged.

    Addresses and telephones are read by `people.addresses_of` and `reaches_of`. Raises UserError where there
    is none.
    """
    h, t = Household, HouseholdText
    seen = {household_id}
    while (
        into := connection.execute(select(h.merged_into).where(h.id == household_id)).scalar()
    ) is not None and into not in seen:  # a circle in a damaged file is a matter of the check
        household_id = into
        seen.add(into)
    row = connection.execute(
        pick(h.id, h.version, h.name, h.letter_style, h.joint_dues, h.binned_at).where(h.id == household_id)
    ).first()
    if row is None:
        raise UserError("This entry is no longer in the file.", code="gone")
    texts = connection.execute(
        select(t.language, t.salutation, t.address_name).where(t.household_id == household_id)
    )
    return replace(
        HouseholdPage(*row),
        people=housemates(connection, household_id, today),
        hosting=hosting_of(connection, household_id),
        texts={language: HouseholdTexts(*words) for language, *words in texts},
    )


def hosting_of(connection: Connection, household_id: UUID) -> HostingRow | None:
    """The hosting facts of a household with its beds; None where nobody asked yet."""
    o, b = Hosting, HostingBed
    row = connection.execute(
        pick(
            o.id, o.version, o.can_host, o.max_guests, o.cats, o.dogs, o.other_pets, o.smoking, o.stairs,
            o.step_free, o.car_seats, o.distance_m, o.diets, o.accepts, o.minors_ok, o.checked_on,
            o.experienced, o.remarks,
        ).where(o.household_id == household_id)
    ).first()  # fmt: skip
    if row is None:
        return None
    query = select(b.id, b.room, b.kind, b.places).where(b.household_id == household_id)
    beds = tuple(BedRow(*bed) for bed in connection.execute(query.order_by(b.position, b.id)))
    return replace(HostingRow(*row), beds=beds)
