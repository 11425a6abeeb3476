# SPDX-License-Identifier: GPL-3.0-or-later
"""Facts about many people at once: one statement a kind of fact, for a block of fifty as for everybody.

Lists, papers and exports put their rows together from these. `people` is a number of ids (`scope.ids_in`) or
None for everybody; each function gives a dictionary by person. The statements are made once: putting one
together costs as much as running it for a block.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    CursorResult,
    Select,
    String,
    bindparam,
    func,
    or_,
    select,
    true,
)

from hospes.domain.codes import (
    AddressKind,
    ConsentPurpose,
    ContactKind,
    ContactLabel,
    Function,
    LanguageLevel,
    LetterStyle,
    Relation,
)
from hospes.domain.codes_visit import ParticipationState
from hospes.domain.names import PersonName
from hospes.domain.values import RoughDate
from hospes.queries.scope import Ids, ids_in, unindexed, unpacked
from hospes.store.selections import AnyColumn, pick
from hospes.store.tables.households import (
    Address,
    ContactPoint,
    Hosting,
    HostingBed,
    Household,
    HouseholdMember,
)
from hospes.store.tables.notes import Tag, TagLink
from hospes.store.tables.organisations import Office, Organisation
from hospes.store.tables.people import Consent, Person, PersonLanguage
from hospes.store.tables.stays import HostOffer, Placement
from hospes.store.tables.visits import Participation, Visit

People = Ids | None

Statement = Select[*tuple[Any, ...]]

TOOK_PART = (ParticipationState.REGISTERED, ParticipationState.CONFIRMED)

T = TypeVar("T")


def inside(column: AnyColumn, ids: People) -> ColumnElement[bool]:
    """The column is among these ids, or anything where there is no limit."""
    return true() if ids is None else column.in_(ids)


def limited(column: AnyColumn, some: bool, name: str = "people") -> ColumnElement[bool]:
    """The same in a statement that is made once: the ids come as its parameter `name`."""
    return column.in_(unpacked(bindparam(name, type_=String))) if some else true()


def run(
    connection: Connection, make: Callable[[bool], Statement], people: People, **more: object
) -> CursorResult[*tuple[Any, ...]]:
    """Run such a statement for some people or for everybody."""
    if people is None:
        return connection.execute(make(False), more)
    given = {name: value.packed if isinstance(value, Ids) else value for name, value in more.items()}
    return connection.execute(make(True), {"people": people.packed, **given})


NAME_COLUMNS = (
    Person.title_prefix, Person.given, Person.given2, Person.nickname, Person.surname_prefix, Person.surname,
    Person.surname2, Person.birth_surname, Person.suffix, Person.name_order, Person.script_name,
    Person.latin_name, Person.gender, Person.sort_key, Person.country,
)  # fmt: skip
"""The columns of a name, in the order of the fields of `PersonName`."""

NAMES = len(NAME_COLUMNS)


def names_of(connection: Connection, people: People) -> dict[UUID, PersonName]:
    """Names, also of those in the bin: whoever asks has the ids."""
    return {row[0]: PersonName(*row[1:]) for row in run(connection, _names, people)}


@cache
def _names(some: bool) -> Statement:
    return pick(Person.id, *NAME_COLUMNS).where(limited(Person.id, some))


@dataclass(frozen=True, slots=True)
class HouseholdLink:
    """The household somebody belongs to; `current` is false for one they have left."""

    current: bool
    household_id: UUID
    name: str
    relation: Relation
    position: int
    letter_style: LetterStyle
    joint_dues: bool


def household_links(connection: Connection, people: People, day: date) -> dict[UUID, HouseholdLink]:
    """The household of each person on a day, or the last one they belonged to."""
    found: dict[UUID, tuple[bool, date, HouseholdLink]] = {}
    for person_id, first, last, *facts in run(connection, _links, people):
        current = (first is None or first <= day) and (last is None or last >= day)
        rank = (current, first or date.min)
        if person_id not in found or rank > found[person_id][:2]:
            found[person_id] = (*rank, HouseholdLink(current, *facts))
    return {person_id: link for person_id, (_, _, link) in found.items()}


@cache
def _links(some: bool) -> Statement:
    m, h = HouseholdMember, Household
    return (
        pick(
            m.person_id, m.valid_from, m.valid_to,
            h.id, h.name, m.relation, m.position, h.letter_style, h.joint_dues,
        )
        .join(h, h.id == m.household_id)
        .where(limited(m.person_id, some), unindexed(h.merged_into).is_(None))
    )  # fmt: skip


def households_of(people: People, links: Mapping[UUID, HouseholdLink]) -> People:
    """The selection of households that goes with one of people."""
    return None if people is None else ids_in({link.household_id for link in links.values()})


@dataclass(frozen=True, slots=True)
class AddressLines:
    """An address; `own` where it belongs to the person and not to the household."""

    id: UUID
    own: bool
    kind: AddressKind
    care_of: str
    extra: str
    street: str
    postcode: str
    town: str
    region: str
    country: str


KIND_RANK = {AddressKind.HOME: 3, AddressKind.POST: 2, AddressKind.SECOND: 1, AddressKind.WORK: 0}
_POST_RANK = {AddressKind.POST: 4} | {k: v for k, v in KIND_RANK.items() if k != AddressKind.POST}


def addresses(
    connection: Connection,
    people: People,
    links: Mapping[UUID, HouseholdLink],
    day: date,
    *,
    for_post: bool = False,
) -> dict[UUID, AddressLines]:
    """Where each person lives on a day, or gets post: their own address before that of the household.

    An address that has ended counts only where there is no other.
    """
    kinds = _POST_RANK if for_post else KIND_RANK
    best: dict[UUID, tuple[tuple[bool, int, date], AddressLines]] = {}
    found_rows = run(connection, _addresses, people, homes=households_of(people, links))
    for person_id, household_id, first, last, row_id, kind, *lines in found_rows:
        current = (first is None or first <= day) and (last is None or last >= day)
        rank = (current, kinds[kind], first or date.min)
        holder = person_id or household_id
        if holder not in best or rank > best[holder][0]:
            best[holder] = rank, AddressLines(row_id, person_id is not None, kind, *lines)
    found: dict[UUID, AddressLines] = {}
    for person_id, link in links.items():
        if link.household_id in best:
            found[person_id] = best[link.household_id][1]
    for holder, (rank, address) in best.items():
        if address.own and (rank[0] or holder not in found):
            found[holder] = address
    return found


@cache
def _addresses(some: bool) -> Statement:
    a = Address
    wanted = or_(limited(a.person_id, some), limited(a.household_id, some, "homes"))
    return pick(
        a.person_id, a.household_id, a.valid_from, a.valid_to,
        a.id, a.kind, a.care_of, a.extra, a.street, a.postcode, a.town, a.region, a.country,
    ).where(unindexed(a.organisation_id).is_(None), wanted)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reach:
    """A way to reach somebody; `shared` where it is the household's."""

    shared: bool
    id: UUID
    kind: ContactKind
    label: ContactLabel
    value: str
    e164: str | None
    on_lists: bool


def reaches(
    connection: Connection, people: People, links: Mapping[UUID, HouseholdLink]
) -> dict[UUID, tuple[Reach, ...]]:
    """All ways to reach each person in their order, their own before those of the household."""
    own: dict[UUID, list[Reach]] = defaultdict(list)
    found_rows = run(connection, _reaches, people, homes=households_of(people, links))
    for person_id, household_id, *facts in found_rows:
        own[person_id or household_id].append(Reach(person_id is None, *facts))
    found = {holder: tuple(points) for holder, points in own.items() if not points[0].shared}
    for person_id, link in links.items():
        if link.household_id in own:
            found[person_id] = found.get(person_id, ()) + tuple(own[link.household_id])
    return found


@cache
def _reaches(some: bool) -> Statement:
    c = ContactPoint
    wanted = or_(limited(c.person_id, some), limited(c.household_id, some, "homes"))
    return (
        pick(c.person_id, c.household_id, c.id, c.kind, c.label, c.value, c.e164, c.on_lists)
        .where(unindexed(c.organisation_id).is_(None), wanted)
        .order_by(c.position, c.id)
    )


def first_reach(points: Iterable[Reach], *kinds: ContactKind) -> Reach | None:
    """The first one of some kinds, one for lists before one that is kept off them."""
    fitting = [point for point in points if point.kind in kinds]
    return next((point for point in fitting if point.on_lists), fitting[0] if fitting else None)


@dataclass(frozen=True, slots=True)
class OfficeTag:
    """An office as a list shows it beside a name."""

    function: Function
    title: str
    on_committee: bool
    organisation_id: UUID
    organisation: str
    is_own: bool


def offices(
    connection: Connection, people: People, day: date, owner: UUID | None = None
) -> dict[UUID, tuple[OfficeTag, ...]]:
    """Offices held on a day, of our own association (`owner`) or of all, in their order."""
    held = (
        (row[0], OfficeTag(*row[3:]))
        for row in run(connection, _offices, people)
        if _holds(row[1], row[2], day) and (owner is None or row[6] == owner)
    )
    return _grouped(held)


@cache
def _offices(some: bool) -> Statement:
    o, org = Office, Organisation
    return (
        pick(
            o.person_id, o.valid_from, o.valid_to,
            o.function, o.title, o.on_committee, o.organisation_id, org.name, org.is_own,
        )
        .join(org, org.id == o.organisation_id)
        .where(limited(o.person_id, some))
        .order_by(o.protocol_rank, o.position, o.id)
    )  # fmt: skip


def _holds(first: RoughDate | None, last: RoughDate | None, day: date) -> bool:
    return (first is None or first.first <= day) and (last is None or last.last >= day)


def languages(connection: Connection, people: People) -> dict[UUID, tuple[tuple[str, LanguageLevel], ...]]:
    """Languages and how well they are spoken, best first; those not spoken at all are left out."""
    return _grouped((row[0], (row[1], row[2])) for row in run(connection, _languages, people))


@cache
def _languages(some: bool) -> Statement:
    s = PersonLanguage
    return (
        pick(s.person_id, s.language, s.level)
        .where(limited(s.person_id, some), s.level != LanguageLevel.NONE)
        .order_by(s.level.desc(), s.language)
    )


def consents(connection: Connection, people: People, day: date) -> dict[UUID, frozenset[ConsentPurpose]]:
    """What each person has agreed to and not withdrawn, on a day."""
    agreed = (
        (person_id, purpose)
        for person_id, purpose, given, withdrawn in run(connection, _consents, people)
        if given <= day and (withdrawn is None or withdrawn > day)
    )
    return {person_id: frozenset(purposes) for person_id, purposes in _grouped(agreed).items()}


@cache
def _consents(some: bool) -> Statement:
    c = Consent
    return pick(c.person_id, c.purpose, c.given_on, c.withdrawn_on).where(limited(c.person_id, some))


def tags(connection: Connection, people: People) -> dict[UUID, tuple[str, ...]]:
    """The words somebody put on each person."""
    return _grouped((row[0], row[1]) for row in run(connection, _tags, people))


@cache
def _tags(some: bool) -> Statement:
    return (
        pick(TagLink.person_id, Tag.name)
        .join(Tag, Tag.id == TagLink.tag_id)
        .where(TagLink.person_id.is_not(None), limited(TagLink.person_id, some))
        .order_by(Tag.name)
    )


@dataclass(frozen=True, slots=True)
class HostingSum:
    """Can a household host, and how many people at most."""

    can_host: bool
    beds: int


def hosting(connection: Connection, households: People) -> dict[UUID, HostingSum]:
    """By household: can it host, and its places to sleep (or the number it named)."""
    return {row[0]: HostingSum(row[1], row[2]) for row in run(connection, _hosting, households)}


@cache
def _hosting(some: bool) -> Statement:
    beds = (
        select(func.sum(HostingBed.places))
        .where(HostingBed.household_id == Hosting.household_id)
        .scalar_subquery()
    )
    return pick(Hosting.household_id, Hosting.can_host, func.coalesce(beds, Hosting.max_guests, 0)).where(
        limited(Hosting.household_id, some)
    )


def last_visits(
    connection: Connection, people: People, links: Mapping[UUID, HouseholdLink], day: date
) -> dict[UUID, date]:
    """The last day of the last visit each person took part in, or their household hosted, until a day."""
    taken = run(connection, _taken_part, people, day=day)
    found: dict[UUID, date] = {row[0]: row[1] for row in taken if row[1] is not None}
    hosted = run(connection, _hosted, households_of(people, links), day=day)
    by_household = {row[0]: row[1] for row in hosted}
    if by_household:
        for person_id, link in links.items():
            night = by_household.get(link.household_id)
            if night is not None and link.current and night > found.get(person_id, date.min):
                found[person_id] = night
    return found


@cache
def _taken_part(some: bool) -> Statement:
    p = Participation
    return (
        pick(p.person_id, func.max(Visit.last))
        .join(Visit, Visit.id == p.visit_id)
        .where(
            limited(p.person_id, some),
            p.state.in_(TOOK_PART),
            Visit.binned_at.is_(None),
            Visit.first <= bindparam("day"),
        )
        .group_by(p.person_id)
    )


@cache
def _hosted(some: bool) -> Statement:
    # The last night of each host family: years of visits have many nights.
    return (
        pick(HostOffer.household_id, func.max(Placement.night))
        .join(Placement, Placement.offer_id == HostOffer.id)
        .where(limited(HostOffer.household_id, some), Placement.night <= bindparam("day"))
        .group_by(HostOffer.household_id)
    )


def _grouped(pairs: Iterable[tuple[UUID, T]]) -> dict[UUID, tuple[T, ...]]:
    found: dict[UUID, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}
