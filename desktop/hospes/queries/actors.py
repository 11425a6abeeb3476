# SPDX-License-Identifier: GPL-3.0-or-later
"""Who holds which office on a day, in order of protocol; whom one might invite (S28, REQ-1-19).

Whoever holds two offices stands once, at the higher one: a mayor who leads a choir is greeted as mayor.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, and_, func, select

from hospes.domain.codes import ContactKind, Formality, Function, OrganisationKind, Sector
from hospes.domain.names import PersonName, list_name
from hospes.domain.protocol import Protocol, read_protocol
from hospes.domain.values import RoughDate
from hospes.i18n.locale import Locale
from hospes.queries import person_facts as facts
from hospes.queries.association import base_language, towns
from hospes.queries.filters import Side
from hospes.queries.paper_visit_thanks import person_salutations
from hospes.queries.scope import among, ids_in, roughly_valid_on, there, valid_on
from hospes.queries.settings import setting
from hospes.store.selections import pick
from hospes.store.tables.households import Address
from hospes.store.tables.organisations import Office, Organisation, OrganisationText
from hospes.store.tables.people import Person
from hospes.store.tables.towns import Territory

TERRITORY = -3
"""Where the town stands in a row of `_held`."""

PROTOCOL_KEY = "protocol.order"
"""The setting that holds an association's own order."""


def protocol(connection: Connection) -> Protocol:
    """The order of protocol that holds in this file."""
    return read_protocol(setting(connection, PROTOCOL_KEY))


@dataclass(frozen=True, slots=True)
class ActorOffice:
    """Somebody in an office."""

    person_id: UUID
    name: PersonName
    function: Function
    title: str
    since: RoughDate | None
    until: RoughDate | None
    organisation_id: UUID
    organisation: str
    kind: OrganisationKind
    sector: Sector
    is_own: bool
    fields: str
    language: str
    territory_id: UUID | None
    country: str
    at_home: bool | None
    town: str = ""

    @property
    def side(self) -> Side | None:
        """Ours or theirs; None for an organisation without a town."""
        return None if self.at_home is None else Side.OURS if self.at_home else Side.THEIRS


def offices_on(connection: Connection, day: date, language: str) -> list[ActorOffice]:
    """All offices held on a day by people who live, in no order."""
    return _offices(connection, language, _held().where(roughly_valid_on(Office, day)))


def _held() -> Select[*tuple[Any, ...]]:
    f, o, t = Office, Organisation, Territory
    return (
        pick(
            f.person_id, *facts.NAME_COLUMNS, f.function, f.title, f.valid_from, f.valid_to, o.id,
            func.coalesce(OrganisationText.name, o.name), o.kind, o.sector, o.is_own, o.fields_of_work,
            o.preferred_language, o.territory_id, func.coalesce(t.country, ""), t.is_home,
        )
        .join(Person, Person.id == f.person_id)
        .join(o, o.id == f.organisation_id)
        .join(t, t.id == o.territory_id, isouter=True)
        .where(there(Person), there(o), Person.deceased.is_(False))
        .order_by(f.position, f.id)
    )  # fmt: skip


def _offices(connection: Connection, language: str, query: Select[*tuple[Any, ...]]) -> list[ActorOffice]:
    words = OrganisationText
    in_language = and_(
        words.organisation_id == Organisation.id,
        words.language == base_language(language),
        words.name != "",
    )
    called = {one.id: one.name for one in towns(connection, language)}
    found = []
    names = facts.NAMES
    for person_id, *rest in connection.execute(query.join(words, in_language, isouter=True)):
        name, more = PersonName(*rest[:names]), rest[names:]
        town = called.get(more[TERRITORY], "")
        found.append(replace(ActorOffice(person_id, name, *more), town=town))
    return found


def office_years(connection: Connection, today: date) -> list[int]:
    """The years in which offices of the file were held, the newest first."""
    first = connection.execute(select(func.min(Office.valid_from))).scalar()
    since = first.first.year if isinstance(first, RoughDate) else today.year
    return list(range(today.year, max(since, today.year - 150) - 1, -1))


# -- whom to invite ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who shall be on a list; an empty choice stands for all."""

    sectors: frozenset[Sector] = frozenset()
    kinds: frozenset[OrganisationKind] = frozenset()
    towns: frozenset[UUID] = frozenset()
    functions: frozenset[Function] = frozenset()
    languages: frozenset[str] = frozenset()
    own: bool = False
    """Our own committee as well."""

    def takes(self, office: ActorOffice) -> bool:
        """Is this office one of them? Languages are of people and looked at apart."""
        return (
            (self.own or not office.is_own)
            and (not self.sectors or office.sector in self.sectors)
            and (not self.kinds or office.kind in self.kinds)
            and (not self.towns or office.territory_id in self.towns)
            and (not self.functions or office.function in self.functions)
        )


@dataclass(frozen=True, slots=True)
class Invitee:
    """Somebody who might be invited, at their highest office; `also` are the others."""

    office: ActorOffice
    also: tuple[ActorOffice, ...] = ()
    formality: Formality = Formality.FORMAL
    language: str = ""
    languages: tuple[str, ...] = ()
    address: facts.AddressLines | None = None
    email: str = ""
    phone: facts.Reach | None = None
    greeting: str = ""
    """The salutation kept for them in their language; empty: as the office asks for."""

    @property
    def id(self) -> UUID:
        """The person's."""
        return self.office.person_id


def in_order(offices: Iterable[ActorOffice], order: Protocol, locale: Locale) -> list[ActorOffice]:
    """Offices in order of protocol: guests from elsewhere before our own among equals, then by name."""

    def key(one: ActorOffice) -> tuple[object, ...]:
        name = locale.sort_key(list_name(one.name))
        return (order.rank(one.function), one.at_home is not False, name, one.person_id.hex)

    return sorted(offices, key=key)


def invitees(connection: Connection, wanted: Wanted, day: date, locale: Locale) -> list[Invitee]:
    """Everybody in an office that is wanted, as of a day, in order of protocol."""
    held = offices_on(connection, day, locale.code)
    ordered = in_order(held, protocol(connection), locale)
    by_person: dict[UUID, list[ActorOffice]] = defaultdict(list)
    for one in ordered:
        by_person[one.person_id].append(one)
    chosen: dict[UUID, ActorOffice] = {}
    for one in ordered:
        if wanted.takes(one):
            chosen.setdefault(one.person_id, one)
    people = _reached(connection, chosen.values(), by_person, day)
    if wanted.languages:
        people = [one for one in people if wanted.languages & {one.language, *one.languages}]
    return people


def invited(connection: Connection, people: Collection[UUID], day: date, locale: Locale) -> list[Invitee]:
    """People chosen one by one, at their highest office on a day, in order of protocol."""
    held = [one for one in offices_on(connection, day, locale.code) if one.person_id in set(people)]
    by_person: dict[UUID, list[ActorOffice]] = defaultdict(list)
    for one in in_order(held, protocol(connection), locale):
        by_person[one.person_id].append(one)
    chosen = [offices[0] for offices in by_person.values()]
    chosen += _without_office(connection, [one for one in people if one not in by_person], locale)
    return _reached(connection, chosen, by_person, day)


def _without_office(connection: Connection, people: Collection[UUID], locale: Locale) -> list[ActorOffice]:
    """Whoever was chosen and holds no office stands behind those who do, by name."""
    query = pick(Person.id, *facts.NAME_COLUMNS).where(among(Person.id, people), there(Person))
    found = [
        ActorOffice(
            row[0], PersonName(*row[1:]), Function.CONTACT, "", None, None, row[0], "",
            OrganisationKind.OTHER, Sector.CIVIL, False, "", "", None, "", None,
        )
        for row in connection.execute(query)
    ]  # fmt: skip
    return sorted(found, key=lambda one: (locale.sort_key(list_name(one.name)), one.person_id.hex))


def _reached(
    connection: Connection,
    chosen: Iterable[ActorOffice],
    by_person: dict[UUID, list[ActorOffice]],
    day: date,
) -> list[Invitee]:
    offices = list(chosen)
    people = ids_in(one.person_id for one in offices)
    links = facts.household_links(connection, people, day)
    live = facts.addresses(connection, people, links, day, for_post=True)
    ways = facts.reaches(connection, people, links)
    speaks = facts.languages(connection, people)
    asked = pick(Person.id, Person.preferred_language, Person.formality).where(Person.id.in_(people))
    about = {row[0]: (row[1], row[2]) for row in connection.execute(asked)}
    kept = person_salutations(connection, [one.person_id for one in offices])
    places = organisation_addresses(connection, [one.organisation_id for one in offices], day)
    found = []
    for one in offices:
        own_language, formality = about[one.person_id]
        points = ways.get(one.person_id, ())
        mail = facts.first_reach(points, ContactKind.EMAIL)
        reads = own_language or one.language
        found.append(
            Invitee(
                one,
                tuple(other for other in by_person[one.person_id] if other is not one),
                formality,
                reads,
                tuple(code for code, _ in speaks.get(one.person_id, ())),
                live.get(one.person_id) or places.get(one.organisation_id),
                mail.value if mail is not None else "",
                facts.first_reach(points, ContactKind.PHONE, ContactKind.MOBILE),
                kept.get((one.person_id, base_language(reads)), "") if reads else "",
            )
        )
    return found


def organisation_addresses(
    connection: Connection, ids: Collection[UUID], day: date
) -> dict[UUID, facts.AddressLines]:
    """Where organisations are on a day: post for somebody in office may go there."""
    a = Address
    query = (
        pick(
            a.organisation_id, a.id, a.kind, a.care_of, a.extra, a.street, a.postcode, a.town, a.region,
            a.country,
        )
        .where(among(a.organisation_id, ids), valid_on(a, day))
        .order_by(a.valid_from.desc(), a.id.desc())
    )  # fmt: skip
    return {row[0]: facts.AddressLines(row[1], False, *row[2:]) for row in connection.execute(query)}


# -- facing each other -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FacingOffice:
    """One office, ours beside theirs; an empty side is a gap."""

    function: Function
    ours: tuple[ActorOffice, ...]
    theirs: tuple[ActorOffice, ...]


@dataclass(frozen=True, slots=True)
class FacingKind:
    """One kind of organisation on both sides, with the offices in it."""

    kind: OrganisationKind
    ours: tuple[tuple[UUID, str], ...]
    theirs: tuple[tuple[UUID, str], ...]
    offices: tuple[FacingOffice, ...] = field(default=())

    @property
    def gaps(self) -> int:
        """Sides without an organisation, and offices nobody holds where there is one."""
        if not self.ours or not self.theirs:
            return 1
        return sum((not one.ours) + (not one.theirs) for one in self.offices)
