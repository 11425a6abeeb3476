# SPDX-License-Identifier: GPL-3.0-or-later
"""Who has not been thanked yet after a visit: homes, town hall, funders, those who helped (S14, REQ-1-09).

Thanked is who has an entry in the protocol book, or whose home was marked when the letters were printed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Connection, func, or_, select

from hospes.domain.ages import OF_AGE
from hospes.domain.codes import OrganisationKind
from hospes.domain.codes_visit import DelegationRole, VisitState
from hospes.domain.courtesies import THANKS, ThankedFor
from hospes.domain.names import display_name, joint_name
from hospes.domain.values import RoughDate
from hospes.i18n.fold import fold
from hospes.i18n.locale import Locale
from hospes.queries.grants import PROMISED, grants_of
from hospes.queries.names import names
from hospes.queries.paper_visit_hosts import paper_hosts
from hospes.queries.paper_visit_thanks import helper_ids
from hospes.queries.person_facts import names_of
from hospes.queries.scope import among, ids_in, owned, roughly_valid_on, there
from hospes.store.selections import pick
from hospes.store.tables.courtesies import Courtesy
from hospes.store.tables.organisations import Office, Organisation
from hospes.store.tables.people import Person
from hospes.store.tables.stays import HostOffer, Placement
from hospes.store.tables.visits import Delegation, Visit, VisitDuty

AFTERWARDS = timedelta(days=365)
"""How long after a visit somebody is still told of; so long an entry that names no visit counts for it."""


@dataclass(frozen=True, slots=True)
class ToThank:
    """Somebody a visit owes thanks: exactly one of person, organisation and mere name."""

    what: ThankedFor
    name: str
    person_id: UUID | None = None
    organisation_id: UUID | None = None
    people: tuple[UUID, ...] = ()
    """Whose entry counts as thanks: all of a home, whoever holds an office in an organisation."""

    @property
    def other(self) -> str:
        """The name where nobody of the file is behind it."""
        return self.name if self.person_id is None and self.organisation_id is None else ""


def not_thanked(connection: Connection, visit_id: UUID, today: date, locale: Locale) -> tuple[ToThank, ...]:
    """Everybody without thanks, given or planned, the homes first; nobody before the visit is over."""
    query = pick(Visit.first, func.coalesce(Visit.last, Visit.first), Visit.state, Visit.territory_id)
    row = connection.execute(query.where(Visit.id == visit_id)).first()
    if row is None or row[1] is None or row[1] >= today or row[2] is VisitState.CANCELLED:
        return ()
    first, last, _, place = row
    homes, hosting = _homes(connection, visit_id, today, locale)
    found = [
        *homes,
        *_town_halls(connection, visit_id, place, last, locale),
        *_funders(connection, visit_id, last, locale),
        *(one for one in _helpers(connection, visit_id, locale) if one.person_id not in hosting),
    ]
    done = _thanked(connection, visit_id, first, last)
    return tuple(one for one in found if not done.has(one))


def visits_to_thank(
    connection: Connection, today: date, locale: Locale, within: timedelta = AFTERWARDS
) -> tuple[tuple[UUID, str, int], ...]:
    """Visits of the last year after which somebody is not thanked yet, the latest first, with how many."""
    v, last = Visit, func.coalesce(Visit.last, Visit.first)
    query = (
        pick(v.id)
        .where(v.binned_at.is_(None), v.state != VisitState.CANCELLED, owned(connection, v.owner_id))
        .where(last < today, last >= today - within)
        .order_by(last.desc(), v.id)
    )
    visits = list(connection.scalars(query))
    called = names(connection, visits, locale.language, ("visit",))
    found = [
        (one, called[one].text if one in called else "", len(not_thanked(connection, one, today, locale)))
        for one in visits
    ]
    return tuple(one for one in found if one[2])


# ---- whom a visit owes thanks ----------------------------------------------------------------------------


def _homes(
    connection: Connection, visit_id: UUID, today: date, locale: Locale
) -> tuple[list[ToThank], set[UUID]]:
    """Homes in which somebody slept and that are not marked; and everybody who lives in any of them."""
    sleeping = (
        select(Placement.offer_id)
        .join(HostOffer, HostOffer.id == Placement.offer_id)
        .where(HostOffer.visit_id == visit_id)
    )
    with_guests = set(connection.scalars(sleeping.distinct()))
    found, living = [], set()
    hosts = [one for one in paper_hosts(connection, visit_id, today) if one.id in with_guests]
    for host in sorted(hosts, key=lambda one: locale.sort_key(one.name)):
        grown = [one for one in host.people if not _child(one.birth, today)]
        living |= {one.id for one in host.people}
        if host.thanked_on is None and grown:
            name = joint_name([one.name for one in grown[:2]], locale)
            everybody = tuple(one.id for one in host.people)
            found.append(ToThank(ThankedFor.HOST, name, grown[0].id, people=everybody))
    return found, living


def _child(birth: RoughDate | None, day: date) -> bool:
    age = birth.age_on(day) if birth is not None else None
    return age is not None and age < OF_AGE


def _town_halls(
    connection: Connection, visit_id: UUID, place: UUID | None, day: date, locale: Locale
) -> Iterable[ToThank]:
    """The town halls of where the visit was, and of the delegations that had guests."""
    d, o = Delegation, Organisation
    hosting = select(d.territory_id).where(
        d.visit_id == visit_id, d.role != DelegationRole.VISITING, d.territory_id.is_not(None)
    )
    query = (
        pick(o.id)
        .where(there(o), o.kind == OrganisationKind.TOWN_HALL)
        .where(or_(o.territory_id == place, o.territory_id.in_(hosting)))
    )
    return _organisations(connection, connection.scalars(query), ThankedFor.TOWN_HALL, day, locale)


def _funders(connection: Connection, visit_id: UUID, day: date, locale: Locale) -> Iterable[ToThank]:
    """Who promised or gave money for it."""
    grants = [
        one for one in grants_of(connection, [visit_id], locale.language).get(visit_id, ())
        if one.state in PROMISED
    ]  # fmt: skip
    known = [one.organisation_id for one in grants if one.organisation_id is not None]
    yield from _organisations(connection, known, ThankedFor.FUNDER, day, locale)
    for one in grants:
        if one.organisation_id is None and (name := one.funder or one.name):
            yield ToThank(ThankedFor.FUNDER, name)


def _organisations(
    connection: Connection, ids: Iterable[UUID], what: ThankedFor, day: date, locale: Locale
) -> Iterable[ToThank]:
    wanted = tuple(dict.fromkeys(ids))
    called = names(connection, wanted, locale.language, ("organisation",)) if wanted else {}
    holding: dict[UUID, list[UUID]] = {}
    query = pick(Office.organisation_id, Office.person_id).where(
        among(Office.organisation_id, wanted), roughly_valid_on(Office, day)
    )
    for organisation, person in connection.execute(query):
        holding.setdefault(organisation, []).append(person)
    for one in wanted:
        if one in called:
            people = tuple(holding.get(one, ()))
            yield ToThank(what, called[one].text, organisation_id=one, people=people)


def _helpers(connection: Connection, visit_id: UUID, locale: Locale) -> Iterable[ToThank]:
    """Those in charge of something, and those who get a letter for their help."""
    duties = select(VisitDuty.person_id).where(VisitDuty.visit_id == visit_id).order_by(VisitDuty.position)
    roles = helper_ids(connection, visit_id)
    for person in connection.scalars(duties):
        roles.setdefault(person, ThankedFor.CHARGE)
    alive = pick(Person.id).where(among(Person.id, roles), there(Person), Person.deceased.is_(False))
    people = set(connection.scalars(alive))
    called = names_of(connection, ids_in(people))
    for person, what in roles.items():
        if person in people:
            yield ToThank(what, display_name(called[person]), person)


# ---- who was thanked -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Thanked:
    people: frozenset[UUID]
    organisations: frozenset[UUID]
    others: frozenset[str]

    def has(self, one: ToThank) -> bool:
        return (
            (one.person_id is not None and one.person_id in self.people)
            or (one.organisation_id is not None and one.organisation_id in self.organisations)
            or (bool(one.other) and fold(one.other) in self.others)
            or not self.people.isdisjoint(one.people)
        )


def _thanked(connection: Connection, visit_id: UUID, first: date, last: date) -> _Thanked:
    """Who has an entry of the visit, or one of no visit from its first day on."""
    c = Courtesy
    about = or_(
        c.visit_id == visit_id, c.visit_id.is_(None) & c.on.between(first, last + AFTERWARDS)
    )  # fmt: skip
    query = pick(c.person_id, c.organisation_id, c.other).where(about, c.kind.in_(THANKS))
    rows = connection.execute(query).all()
    return _Thanked(
        frozenset(row[0] for row in rows if row[0] is not None),
        frozenset(row[1] for row in rows if row[1] is not None),
        frozenset(fold(row[2]) for row in rows if row[2]),
    )
