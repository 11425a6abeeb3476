# SPDX-License-Identifier: GPL-3.0-or-later
"""A visit's guests, hosts and placements as the matching wants them.

* `hosting_case(connection, visit_id, today, locale)` gives a `domain.matching.values.Case`. Keys of guests
  are the 32 figures of the participation's id, keys of hosts those of the offer's, of households and people
  theirs (`key_of`, `id_of`). A few statements whatever the size of the visit.
* `queries.hosting_board.hosting_board(...)` gives everything the board shows, the case among it.
* `queries.offers` lists all host families of a visit, `queries.offer_page` gives one offer with all its
  answers, `queries.reciprocity` who hosted whom over the years.

What changes any of it: `actions.placements` and `actions.offers`.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, String, type_coerce

from hospes.domain.codes_visit import WishKind
from hospes.domain.errors import UserError
from hospes.domain.hosting_rules import read_rules, rules_key
from hospes.domain.matching.values import Case, Guest, HostPerson, Placed, Rules, Wish
from hospes.i18n.locale import Locale
from hospes.queries.hosting_guests import GuestsOfVisit, guests_of_visit
from hospes.queries.hosting_hosts import HostsOfVisit, hosts_of_visit
from hospes.queries.hosting_past import earlier_nights, hosted_before, pasts
from hospes.queries.scope import among
from hospes.queries.settings import settings
from hospes.store.selections import AnyColumn, pick
from hospes.store.tables.stays import HostOffer, Placement, StayLink
from hospes.store.tables.visits import Participation, Visit

Somebody = TypeVar("Somebody", Guest, HostPerson)


def key_of(row_id: UUID) -> str:
    """The key of a row in a case."""
    return row_id.hex


def id_of(key: str) -> UUID:
    """The row of a key of a case."""
    return UUID(hex=key)


@dataclass(frozen=True, slots=True)
class Gathered:
    """A case with what it was made of, for those who need the rows behind it."""

    visit: "VisitDays"
    guests: GuestsOfVisit
    hosts: HostsOfVisit
    case: Case
    whole: bool = True
    """Is what was before known? No must asks for it."""


@dataclass(frozen=True, slots=True)
class VisitDays:
    """A visit's days; ages are those on its first."""

    id: UUID
    first: date | None
    last: date | None
    on: date
    """The first day, or today where none is set."""


def visit_days(connection: Connection, visit_id: UUID, today: date) -> VisitDays:
    """The days of a visit. Raises UserError where it is gone."""
    v = Visit
    found = connection.execute(pick(v.id, v.first, v.last).where(v.id == visit_id)).first()
    if found is None:
        raise UserError("This entry is no longer in the file.", code="gone")
    return VisitDays(found[0], found[1], found[2], found[1] or today)


def hosting_case(connection: Connection, visit_id: UUID, today: date, locale: Locale) -> Case:
    """Everything the matching is told of a visit; the same for the same data in any order of rows.

    Raises UserError where the visit is gone.
    """
    return gather(connection, visit_id, today, locale).case


def gather(
    connection: Connection, visit_id: UUID, today: date, locale: Locale, *, past: bool = True
) -> Gathered:
    """The case and the rows behind it; without the `past` where only musts are asked about.

    Raises UserError where the visit is gone.
    """
    visit = visit_days(connection, visit_id, today)
    guests = guests_of_visit(connection, visit_id, visit.first, visit.last, visit.on, locale)
    hosts = hosts_of_visit(connection, visit_id, visit.on, locale)
    case = _in_order(
        Case(
            guests=guests.guests,
            hosts=hosts.hosts,
            groups=guests.groups,
            wishes=_wishes(connection, visit_id, guests, hosts),
            placed=placed_now(connection, visit_id, {guest.key for guest in guests.guests}),
            rules=hosting_rules(connection, visit_id),
            year=visit.on.year,
        )
    )
    found = Gathered(visit, guests, hosts, case, whole=False)
    return with_past(connection, found) if past else found


def with_past(connection: Connection, found: Gathered) -> Gathered:
    """The same with what was before: who met whom, and which hosts have experience."""
    visit, guests = found.visit, found.guests
    hosts = _experienced(found.hosts, hosted_before(connection, visit.id, visit.on))
    nights = earlier_nights(connection, visit.id, visit.on, guests, hosts)
    experienced = {host.key: host.experienced for host in hosts.hosts}
    case = found.case
    at = {key: number for number, key in enumerate([*(g.key for g in case.guests), *experienced])}
    past = pasts(nights, guests, hosts)
    case = replace(
        case,
        hosts=tuple(
            replace(host, experienced=experienced[host.key])
            if host.experienced != experienced[host.key]
            else host
            for host in case.hosts
        ),
        past=tuple(sorted(past, key=lambda one: (at[one.guest], at[one.host], one.year, one.turned))),
    )
    return replace(found, hosts=hosts, case=case, whole=True)


def _experienced(hosts: HostsOfVisit, before: set[str]) -> HostsOfVisit:
    """Who was not asked and had guests before has experience."""
    known = tuple(
        replace(host, experienced=True) if host.experienced is None and host.household in before else host
        for host in hosts.hosts
    )
    return replace(hosts, hosts=known)


def hosting_rules(connection: Connection, visit_id: UUID | None = None) -> Rules:
    """Weights and musts of the association, or of one visit where it has its own."""
    kept = settings(connection, rules_key())
    return read_rules(kept.get(rules_key()), kept.get(rules_key(visit_id.hex)) if visit_id else None)


def placed_now(
    connection: Connection, visit_id: UUID, guests: Collection[str], only: Collection[UUID] | None = None
) -> tuple[Placed, ...]:
    """Who sleeps where now, of those who need a bed; of `only` these participations where that is given."""
    p = Placement
    query = (
        # Keys of a case are ids as the file holds them: nothing is gained by reading them as ids.
        pick(_key(p.participation_id), _key(p.night), _key(p.offer_id), p.locked, p.by_hand,
             p.override_reason, _key(p.bed_id))
        .join(Participation, Participation.id == p.participation_id)
        .where(Participation.visit_id == visit_id)
    )  # fmt: skip
    if only is not None:
        query = query.where(among(p.participation_id, only))
    day = cache(date.fromisoformat)  # hundreds sleep on the same few nights
    return tuple(
        Placed(guest, day(night), offer, locked, by_hand, excuse, bed or "")
        for guest, night, offer, locked, by_hand, excuse, bed in connection.execute(query)
        if guest in guests
    )


def _key(column: AnyColumn) -> ColumnElement[str]:
    return type_coerce(column, String)


def _wishes(
    connection: Connection, visit_id: UUID, guests: GuestsOfVisit, hosts: HostsOfVisit
) -> tuple[Wish, ...]:
    """What both sides said of each other by name, each once."""
    s = StayLink
    query = (
        pick(s.participation_id, s.offer_id, s.wanted_person_id, s.wanted_household_id, s.kind, s.rank)
        .join(Participation, Participation.id == s.participation_id, isouter=True)
        .join(HostOffer, HostOffer.id == s.offer_id, isouter=True)
        .where((Participation.visit_id == visit_id) | (HostOffer.visit_id == visit_id))
    )
    homes_of = _homes(hosts)
    guests_of = _people(guests)
    known_guests = {guest.key for guest in guests.guests}
    known_hosts = {host.key for host in hosts.hosts}
    found: dict[tuple[str, str, bool, bool], int] = {}
    for participation, offer, person, household, kind, rank in connection.execute(query):
        wanted = (person or household).hex
        refused = kind is WishKind.REFUSED
        if participation is not None and participation.hex in known_guests:
            pairs = [(participation.hex, host, True, refused) for host in homes_of.get(wanted, ())]
        elif offer is not None and offer.hex in known_hosts:
            pairs = [(guest, offer.hex, False, refused) for guest in guests_of.get(wanted, ())]
        else:
            continue
        for pair in pairs:
            found[pair] = min(rank, found.get(pair, rank))
    return tuple(
        Wish(guest, host, by_guest, refused, rank) for (guest, host, by_guest, refused), rank in found.items()
    )


def _homes(hosts: HostsOfVisit) -> Mapping[str, list[str]]:
    """Host keys by household and by person who lives there."""
    found: dict[str, list[str]] = defaultdict(list)
    for host in hosts.hosts:
        found[host.household].append(host.key)
        for person in host.people:
            found[person.person].append(host.key)
    return found


def _people(guests: GuestsOfVisit) -> Mapping[str, list[str]]:
    """Guest keys by person and by household."""
    found: dict[str, list[str]] = defaultdict(list)
    for guest in guests.guests:
        found[guests.persons[guest.key].hex].append(guest.key)
        if guest.household:
            found[guest.household].append(guest.key)
    return found


def _in_order(case: Case) -> Case:
    """The same case with nothing in an order of ids, which differ from file to file."""
    keys = [*(guest.key for guest in case.guests), *(host.key for host in case.hosts)]
    at = {key: number for number, key in enumerate(keys)}
    group_at: dict[str, int] = {}
    for number, guest in enumerate(case.guests):
        group_at.setdefault(guest.group, number)
    return _same_spelling(
        replace(
            case,
            groups=tuple(sorted(case.groups, key=lambda one: group_at[one.key])),
            wishes=tuple(
                sorted(
                    case.wishes,
                    key=lambda one: (at[one.guest], at[one.host], one.by_guest, one.refused, one.rank),
                )
            ),
            placed=tuple(sorted(case.placed, key=lambda one: (at[one.guest], one.night))),
        )
    )


def _same_spelling(case: Case) -> Case:
    """Interests and professions that differ in small and capital letters only are written alike.

    The matching compares words and shows them; "Chor" and "chor" are one interest.
    """
    people: list[Guest | HostPerson] = list(case.guests)
    people += [person for host in case.hosts for person in host.people]
    said = {word for one in people for word in (*one.interests, one.profession)}
    spelt: dict[str, str] = {}
    for word in said:
        spelt[word.casefold()] = min(word, spelt.get(word.casefold(), word))
    if len(spelt) == len(said):
        return case

    def alike(one: Somebody) -> Somebody:
        interests = frozenset(spelt[word.casefold()] for word in one.interests)
        return replace(one, interests=interests, profession=spelt[one.profession.casefold()])

    guests = tuple(alike(guest) for guest in case.guests)
    hosts = tuple(replace(host, people=tuple(alike(person) for person in host.people)) for host in case.hosts)
    return replace(case, guests=guests, hosts=hosts)
