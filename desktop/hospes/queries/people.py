# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything about one person, for the pane, the page and the papers: head, household, ways to reach, facts.

Each function reads one subject, so that a tab that is not looked at costs nothing. An entry that was merged
into another is followed.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, or_, select

from hospes.domain.codes import (
    AddressKind,
    Formality,
    LetterStyle,
    Relation,
)
from hospes.domain.errors import UserError
from hospes.domain.names import PersonName, display_name
from hospes.domain.values import RoughDate
from hospes.queries import person_facts as facts
from hospes.queries.filters import Filter
from hospes.queries.scope import ids_in
from hospes.store.selections import pick
from hospes.store.tables.households import Address, ContactPoint, Household, HouseholdMember
from hospes.store.tables.people import (
    Person,
)


@dataclass(frozen=True, slots=True)
class PersonHead:
    """One person's own facts."""

    name: PersonName
    id: UUID
    version: int
    changed_at: datetime | None
    changed_by: str | None
    birth: RoughDate | None
    birth_place: str
    deceased: bool
    died: RoughDate | None
    preferred_language: str
    formality: Formality
    profession: str
    interests: str
    by_email: bool
    photo_sha: str | None
    binned_at: date | None

    def age_on(self, day: date) -> int | None:
        """Full years on a day, or at death."""
        if self.birth is None:
            return None
        return self.birth.age_on(self.died.last if self.died is not None else day)


def current_id(connection: Connection, person_id: UUID) -> UUID:
    """The entry that counts for an id: what a double was merged into, however often (decision 12).

    In a damaged file entries may lead round in a circle; the check finds that, and here it ends.
    """
    found, seen = person_id, {person_id}
    while (
        into := connection.execute(select(Person.merged_into).where(Person.id == found)).scalar()
    ) is not None and into not in seen:
        found = into
        seen.add(into)
    return found


def person(connection: Connection, person_id: UUID) -> PersonHead:
    """One person. Raises UserError where there is none."""
    p = Person
    query = pick(
        p.id, p.version, p.changed_at, p.changed_by, p.birth, p.birth_place, p.deceased, p.died,
        p.preferred_language, p.formality, p.profession, p.interests, p.by_email, p.photo_sha, p.binned_at,
        *facts.NAME_COLUMNS,
    ).where(p.id == current_id(connection, person_id))  # fmt: skip
    row = connection.execute(query).first()
    if row is None:
        raise UserError("This entry is no longer in the file.", code="gone")
    own = len(fields(PersonHead)) - 1
    return PersonHead(PersonName(*row[own:]), *row[:own])


def person_names(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, str]:
    """How people are called in running text."""
    return {key: display_name(name) for key, name in facts.names_of(connection, ids_in(ids)).items()}


# ---- household -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Housemate:
    """Somebody in a household."""

    name: PersonName
    id: UUID
    link_id: UUID
    link_version: int
    relation: Relation
    position: int
    valid_from: date | None
    valid_to: date | None
    birth: RoughDate | None
    deceased: bool

    def lives_here(self, day: date) -> bool:
        """Do they belong to it on a day?"""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or self.valid_to >= day
        )


@dataclass(frozen=True, slots=True)
class HomeOf:
    """A household as its people see it, the present ones first."""

    id: UUID
    version: int
    name: str
    letter_style: LetterStyle
    joint_dues: bool
    people: tuple[Housemate, ...]
    current: bool


def household_of(connection: Connection, person_id: UUID, today: date) -> HomeOf | None:
    """The household of a person on a day, or the last one they had."""
    link = facts.household_links(connection, ids_in([person_id]), today).get(person_id)
    if link is None:
        return None
    h = Household
    row = connection.execute(
        select(h.id, h.version, h.name, h.letter_style, h.joint_dues).where(h.id == link.household_id)
    ).one()
    return HomeOf(*row, people=housemates(connection, row.id, today), current=link.current)


def home_by_id(connection: Connection, household_id: UUID, today: date) -> HomeOf:
    """A household by its id. Raises UserError where there is none."""
    h = Household
    row = connection.execute(
        select(h.id, h.version, h.name, h.letter_style, h.joint_dues).where(
            h.id == household_id, h.binned_at.is_(None)
        )
    ).first()
    if row is None:
        raise UserError("This entry is no longer in the file.", code="gone")
    return HomeOf(*row, people=housemates(connection, row.id, today), current=True)


def housemates(connection: Connection, household_id: UUID, today: date) -> tuple[Housemate, ...]:
    """The people of a household in their order, those who left behind the others; none from the bin."""
    m, p = HouseholdMember, Person
    query = (
        pick(
            p.id, m.id, m.version, m.relation, m.position, m.valid_from, m.valid_to, p.birth, p.deceased,
            *facts.NAME_COLUMNS,
        )
        .join(p, p.id == m.person_id)
        .where(m.household_id == household_id, p.binned_at.is_(None), p.merged_into.is_(None))
        .order_by(m.position, m.id)
    )  # fmt: skip
    own = len(fields(Housemate)) - 1
    rows = connection.execute(query)
    people = [Housemate(PersonName(*row[own:]), *row[:own]) for row in rows]
    return tuple(sorted(people, key=lambda one: not one.lives_here(today)))


# ---- addresses and ways to reach -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AddressRow:
    """An address; `shared` where it is the household's."""

    shared: bool
    id: UUID
    version: int
    kind: AddressKind
    care_of: str
    extra: str
    street: str
    postcode: str
    town: str
    region: str
    country: str
    valid_from: date | None
    valid_to: date | None

    def holds(self, day: date) -> bool:
        """Is it true on a day?"""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or self.valid_to >= day
        )


def addresses_of(
    connection: Connection, today: date, *, person_id: UUID | None = None, household_id: UUID | None = None,
    organisation_id: UUID | None = None,
) -> tuple[AddressRow, ...]:  # fmt: skip
    """All addresses of a person (with those of the household), a household or an organisation.

    Those that hold today come first, a person's own before the household's.
    """
    a = Address
    query = pick(
        a.person_id.is_(None), a.id, a.version, a.kind, a.care_of, a.extra, a.street, a.postcode, a.town,
        a.region, a.country, a.valid_from, a.valid_to,
    ).where(_held_by(connection, a, today, person_id, household_id, organisation_id))  # fmt: skip
    rows = [AddressRow(*row) for row in connection.execute(query.order_by(a.valid_from.desc(), a.id))]
    shared = person_id is not None
    rows = [row if shared else _unshared(row) for row in rows]
    return tuple(sorted(rows, key=lambda row: (not row.holds(today), row.shared)))


def _unshared(row: AddressRow) -> AddressRow:
    return replace(row, shared=False)


def _held_by(
    connection: Connection,
    cls: type[Address] | type[ContactPoint],
    today: date,
    person_id: UUID | None,
    household_id: UUID | None,
    organisation_id: UUID | None,
) -> ColumnElement[bool]:
    if person_id is None:
        return cls.household_id == household_id if household_id else cls.organisation_id == organisation_id
    link = facts.household_links(connection, ids_in([person_id]), today).get(person_id)
    if link is None:
        return cls.person_id == person_id
    return or_(cls.person_id == person_id, cls.household_id == link.household_id)


@dataclass(frozen=True, slots=True)
class ReachRow(facts.Reach):
    """A way to reach somebody, with its version."""

    version: int = 1
    position: int = 0


def reaches_of(
    connection: Connection, today: date, *, person_id: UUID | None = None, household_id: UUID | None = None,
    organisation_id: UUID | None = None,
) -> tuple[ReachRow, ...]:  # fmt: skip
    """All ways to reach somebody in their order, a person's own before those of the household."""
    c = ContactPoint
    query = (
        pick(c.person_id.is_(None), c.id, c.kind, c.label, c.value, c.e164, c.on_lists, c.version, c.position)
        .where(_held_by(connection, c, today, person_id, household_id, organisation_id))
        .order_by(c.person_id.is_(None), c.position, c.id)
    )
    rows = (tuple(row) for row in connection.execute(query))
    return tuple(ReachRow(row[0] and person_id is not None, *row[1:]) for row in rows)


def email_addresses(
    connection: Connection, filter_: Filter | str = "", people: Iterable[UUID] | None = None, *, today: date
) -> list[str]:
    """E-mail addresses of some people, or of all members a filter lets through; each once, nobody dead.

    Addresses kept off lists are among them: this is for writing to people, not for showing.
    """
    from hospes.i18n.locale import Locale
    from hospes.queries.filters import read_filter
    from hospes.queries.members import member_ids, member_rows

    locale = Locale.of("en")
    wanted = read_filter(filter_) if isinstance(filter_, str) else filter_
    ids = list(people) if people is not None else member_ids(connection, wanted, locale=locale, today=today)
    rows = member_rows(connection, ids, locale=locale, today=today, only=("email",))
    found = (row.email.value for row in rows if row.email is not None and not row.deceased)
    return list(dict.fromkeys(found))
