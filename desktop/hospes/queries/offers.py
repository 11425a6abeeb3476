# SPDX-License-Identifier: GPL-3.0-or-later
"""Host families of a visit, for asking them by telephone.

`host_list(connection, visit_id, today, locale)` gives everybody with an offer, and those who could be asked:
who can host in general, or hosted before. They have no offer yet (`OfferRow.id` is None).
`offer_page(connection, offer_id, locale)` gives one offer with all its answers. What changes them stands in
`actions.offers`.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, func, or_, select

from hospes.domain.codes import ContactKind
from hospes.domain.codes_visit import DelegationRole, OfferKind, OfferState
from hospes.domain.errors import UserError
from hospes.domain.names import display_name, for_reader
from hospes.domain.person_name import PersonName
from hospes.i18n.fold import fold
from hospes.i18n.locale import Locale
from hospes.queries.member_history import visit_titles
from hospes.queries.offer_page import OfferPage, offer_page
from hospes.queries.person_facts import NAME_COLUMNS, names_of
from hospes.queries.scope import among, ids_in, there, valid_on
from hospes.store.selections import pick
from hospes.store.tables.households import (
    Address,
    ContactPoint,
    Hosting,
    HostingBed,
    Household,
    HouseholdMember,
)
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.people import Person
from hospes.store.tables.stays import Bed, HostOffer, OfferNight, Placement, Room
from hospes.store.tables.towns import Territory
from hospes.store.tables.visits import Delegation, Participation, Visit

VISITS_BACK = 3
"""Hosts of so many earlier visits to the same place are offered to be asked."""

__all__ = [
    "HostCounts",
    "LastOffer",
    "OfferPage",
    "OfferRow",
    "Phone",
    "counts_of",
    "host_list",
    "offer_page",
]

PHONES = (ContactKind.PHONE, ContactKind.MOBILE)


@dataclass(frozen=True, slots=True)
class Phone:
    """A number to call, and whose it is; nobody's name where it is the household's."""

    name: str
    value: str
    e164: str | None


@dataclass(frozen=True, slots=True)
class LastOffer:
    """What a household said at the visit before."""

    visit_id: UUID
    title: str
    first: date | None
    state: OfferState
    guests: tuple[str, ...]
    """Who stayed there."""


@dataclass(frozen=True, slots=True)
class OfferRow:
    """A household on the list of hosts; `id` is None where it has no offer yet."""

    id: UUID | None
    household_id: UUID
    name: str
    people: tuple[str, ...]
    phones: tuple[Phone, ...]
    emails: tuple[str, ...]
    street: str
    town: str
    kind: OfferKind
    state: OfferState
    asked_on: date | None
    answered_on: date | None
    thanked_on: date | None
    places: int
    nights: int
    guests: tuple[str, ...]
    """Who sleeps there now."""
    last: LastOffer | None
    visits_hosted: int
    remarks: str
    can_host: bool
    """Said so in general."""


@dataclass(frozen=True, slots=True)
class HostCounts:
    """How far asking has come."""

    not_asked: int = 0
    asked: int = 0
    yes: int = 0
    no: int = 0
    reserve: int = 0
    withdrawn: int = 0


def counts_of(rows: Collection[OfferRow]) -> HostCounts:
    """By state, of those who are on the list."""
    found: dict[str, int] = defaultdict(int)
    for row in rows:
        if row.id is not None:
            found[row.state.value] += 1
    return HostCounts(**found)


def host_list(connection: Connection, visit_id: UUID, today: date, locale: Locale) -> tuple[OfferRow, ...]:
    """All host families of a visit and all who could be asked, by name. Raises UserError without a visit."""
    visit = connection.execute(pick(Visit.first, Visit.territory_id).where(Visit.id == visit_id)).first()
    if visit is None:
        raise UserError("This entry is no longer in the file.", code="gone")
    offers = _offers(connection, visit_id)
    candidates = _candidates(connection, visit_id, visit[1], visit[0] or today)
    homes = offers.keys() | candidates.keys()
    of_homes = select(Household.id, Household.name).where(among(Household.id, homes), there(Household))
    names = dict(connection.execute(of_homes).all())
    people = _people(connection, names, today, locale)
    reach = _reach(connection, names, people, locale)
    places = _places(connection, visit_id, candidates.keys())
    lasts = _last_offers(connection, visit_id, visit[0] or today, names, locale)
    counted = _hosted(connection, visit_id, names)
    addresses = _addresses(connection, names, today)
    guests = _guests_now(connection, visit_id, locale)
    rows = []
    for home, name in names.items():
        offer = offers.get(home)
        phones, emails = reach.get(home, ((), ()))
        street, town = addresses.get(home, ("", ""))
        rows.append(
            OfferRow(
                id=offer.id if offer else None,
                household_id=home,
                name=name,
                people=tuple(one.name for one in people.get(home, ())),
                phones=phones,
                emails=emails,
                street=street,
                town=town,
                kind=offer.kind if offer else OfferKind.HOME,
                state=offer.state if offer else OfferState.NOT_ASKED,
                asked_on=offer.asked_on if offer else None,
                answered_on=offer.answered_on if offer else None,
                thanked_on=offer.thanked_on if offer else None,
                places=places.get(home, 0) or (offer.max_guests or 0 if offer else 0),
                nights=offer.nights if offer else 0,
                guests=guests.get(home, ()),
                last=lasts.get(home),
                visits_hosted=counted.get(home, 0),
                remarks=offer.remarks if offer else "",
                can_host=candidates.get(home, False),
            )
        )
    return tuple(sorted(rows, key=lambda row: (fold(row.name), row.town, row.people)))


@dataclass(frozen=True, slots=True)
class _Offer:
    id: UUID
    kind: OfferKind
    state: OfferState
    asked_on: date | None
    answered_on: date | None
    thanked_on: date | None
    max_guests: int | None
    remarks: str
    nights: int


def _offers(connection: Connection, visit_id: UUID) -> dict[UUID, _Offer]:
    o = HostOffer
    nights = select(func.count()).where(OfferNight.offer_id == o.id).correlate(o).scalar_subquery()
    query = pick(
        o.household_id, o.id, o.kind, o.state, o.asked_on, o.answered_on, o.thanked_on, o.max_guests,
        o.remarks, nights,
    ).where(o.visit_id == visit_id)  # fmt: skip
    return {row[0]: _Offer(*row[1:]) for row in connection.execute(query)}


def _candidates(connection: Connection, visit_id: UUID, place: UUID | None, on: date) -> dict[UUID, bool]:
    """Households that say they can host, or hosted at one of the last visits to the same place.

    With whether they say so. Who said that they cannot is not asked; who can is asked where we host.
    """
    says = dict(connection.execute(select(Hosting.household_id, Hosting.can_host)).all())
    found = {home: True for home, can in says.items() if can} if _we_host(connection, visit_id) else {}
    visits = (
        select(Visit.id)
        .join(HostOffer, HostOffer.visit_id == Visit.id)
        .where(Visit.first < on, Visit.id != visit_id, Visit.binned_at.is_(None))
        .where(Visit.territory_id.is_not_distinct_from(place))
        .group_by(Visit.id)
        .order_by(Visit.first.desc())
        .limit(VISITS_BACK)
    )
    o = HostOffer
    earlier = select(o.household_id).where(o.visit_id.in_(visits), o.state == OfferState.YES).distinct()
    for home in connection.execute(earlier).scalars():
        if says.get(home) is not False:
            found.setdefault(home, False)
    return found


def _we_host(connection: Connection, visit_id: UUID) -> bool:
    """Is a delegation of ours among those that host? So it is where nobody said who hosts."""
    d = Delegation
    query = (
        select(func.coalesce(Territory.is_home, Organisation.is_own, False))
        .select_from(d)
        .join(Territory, Territory.id == d.territory_id, isouter=True)
        .join(Organisation, Organisation.id == d.organisation_id, isouter=True)
        .where(d.visit_id == visit_id, d.role != DelegationRole.VISITING)
    )
    found = list(connection.execute(query).scalars())
    return not found or any(found)


@dataclass(frozen=True, slots=True)
class _Someone:
    id: UUID
    name: str


def _people(
    connection: Connection, homes: Collection[UUID], today: date, locale: Locale
) -> Mapping[UUID, list[_Someone]]:
    m = HouseholdMember
    query = (
        pick(m.household_id, Person.id, *NAME_COLUMNS)
        .join(Person, Person.id == m.person_id)
        .where(among(m.household_id, homes), valid_on(m, today), there(Person), Person.deceased.is_(False))
        .order_by(m.position, Person.id)
    )
    found: dict[UUID, list[_Someone]] = defaultdict(list)
    for home, person, *name in connection.execute(query):
        shown = display_name(for_reader(PersonName(*name), locale.language), titles=False)
        found[home].append(_Someone(person, shown))
    return found


def _reach(
    connection: Connection, homes: Collection[UUID], people: Mapping[UUID, list[_Someone]], locale: Locale
) -> Mapping[UUID, tuple[tuple[Phone, ...], tuple[str, ...]]]:
    """Telephones of the household and of those who live there, mobile ones with the name; and e-mails."""
    c = ContactPoint
    home_of = {one.id: (home, one.name) for home, some in people.items() for one in some}
    query = (
        pick(c.household_id, c.person_id, c.kind, c.value, c.e164)
        .where(or_(among(c.household_id, homes), among(c.person_id, home_of)))
        .order_by(c.person_id.is_not(None), c.position, c.id)
    )
    phones: dict[UUID, list[Phone]] = defaultdict(list)
    emails: dict[UUID, list[str]] = defaultdict(list)
    for household, person, kind, value, e164 in connection.execute(query):
        home, name = (household, "") if household is not None else home_of[person]
        if kind in PHONES:
            phones[home].append(Phone(name, locale.phone(value, e164), e164))
        elif kind is ContactKind.EMAIL:
            emails[home].append(value)
    return {home: (tuple(phones[home]), tuple(emails[home])) for home in phones.keys() | emails.keys()}


def _addresses(connection: Connection, homes: Collection[UUID], today: date) -> dict[UUID, tuple[str, str]]:
    a = Address
    query = pick(a.household_id, a.street, a.town).where(among(a.household_id, homes), valid_on(a, today))
    return {home: (street, town) for home, street, town in connection.execute(query.order_by(a.kind.desc()))}


def _places(connection: Connection, visit_id: UUID, candidates: Collection[UUID]) -> dict[UUID, int]:
    """Places of each offer; of those without one what they have in general."""
    b = HostingBed
    general = (
        select(b.household_id, func.sum(b.places))
        .where(among(b.household_id, candidates))
        .group_by(b.household_id)
    )
    offered = (
        select(HostOffer.household_id, func.sum(Bed.places))
        .join(Room, Room.offer_id == HostOffer.id)
        .join(Bed, Bed.room_id == Room.id)
        .where(HostOffer.visit_id == visit_id)
        .group_by(HostOffer.household_id)
    )
    return {
        **dict(connection.execute(general).all()),
        **dict(connection.execute(offered).all()),
    }


def _hosted(connection: Connection, visit_id: UUID, homes: Collection[UUID]) -> dict[UUID, int]:
    """At how many other visits each household had guests."""
    query = (
        select(HostOffer.household_id, func.count(HostOffer.visit_id.distinct()))
        .join(Placement, Placement.offer_id == HostOffer.id)
        .where(among(HostOffer.household_id, homes), HostOffer.visit_id != visit_id)
        .group_by(HostOffer.household_id)
    )
    return dict(connection.execute(query).all())


def _last_offers(
    connection: Connection, visit_id: UUID, on: date, homes: Collection[UUID], locale: Locale
) -> dict[UUID, LastOffer]:
    o = HostOffer
    query = (
        pick(o.household_id, o.id, o.visit_id, Visit.first, o.state)
        .join(Visit, Visit.id == o.visit_id)
        .where(among(o.household_id, homes), o.visit_id != visit_id, Visit.first < on)
        .where(Visit.binned_at.is_(None), o.state.not_in([OfferState.NOT_ASKED, OfferState.ASKED]))
        .order_by(Visit.first)
    )
    last = {row[0]: row[1:] for row in connection.execute(query)}
    guests = _guests_of_offers(connection, {row[0] for row in last.values()}, locale)
    titles = visit_titles(connection, {row[1] for row in last.values()}, locale.language)
    return {
        home: LastOffer(visit, titles.get(visit, ""), first, state, guests.get(offer, ()))
        for home, (offer, visit, first, state) in last.items()
    }


def _guests_of_offers(
    connection: Connection, offers: Collection[UUID], locale: Locale
) -> dict[UUID, tuple[str, ...]]:
    query = (
        select(Placement.offer_id, Participation.person_id, Participation.registered_at)
        .join(Participation, Participation.id == Placement.participation_id)
        .where(among(Placement.offer_id, offers))
        .distinct()
    )
    rows = connection.execute(query).all()
    called = names_of(connection, ids_in({row[1] for row in rows}))
    found: dict[UUID, list[tuple[str, str, str]]] = defaultdict(list)
    for offer, person, moment in rows:
        if person in called:
            name = called[person]
            shown = display_name(for_reader(name, locale.language), titles=False)
            found[offer].append((str(moment or "~"), fold(name.surname + name.given), shown))
    return {offer: tuple(shown for *_, shown in sorted(some)) for offer, some in found.items()}


def _guests_now(connection: Connection, visit_id: UUID, locale: Locale) -> dict[UUID, tuple[str, ...]]:
    query = select(HostOffer.id, HostOffer.household_id).where(HostOffer.visit_id == visit_id)
    homes = dict(connection.execute(query).all())
    return {homes[offer]: some for offer, some in _guests_of_offers(connection, homes, locale).items()}
