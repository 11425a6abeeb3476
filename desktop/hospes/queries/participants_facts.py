# SPDX-License-Identifier: GPL-3.0-or-later
"""Facts about the people of a visit, one statement a kind: by person, or by participation."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.codes_visit import CheckKind, GroupRule, PresenceState
from hospes.domain.minors import Seen
from hospes.domain.values import RoughDate
from hospes.queries import person_facts as facts
from hospes.queries.scope import Ids
from hospes.store.selections import pick
from hospes.store.tables.households import Household
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.participants import Presence, VisitCheck
from hospes.store.tables.people import Guardian, Person
from hospes.store.tables.stays import HostOffer, Placement, StayWish
from hospes.store.tables.towns import Territory
from hospes.store.tables.visits import Delegation, TravelGroup


@dataclass(frozen=True, slots=True)
class WishLine:
    """What a list needs of a stay wish."""

    hotel: bool
    diet: str
    animals: str
    others: str
    consent_host: bool | None
    consent_photo: bool | None


def births(connection: Connection, people: Ids) -> dict[UUID, RoughDate]:
    """Birth dates that are known."""
    query = select(Person.id, Person.birth).where(Person.id.in_(people), Person.birth.is_not(None))
    return dict(connection.execute(query).all())  # type: ignore[arg-type]  # NULLs are left out above


def home_countries(connection: Connection, people: Ids, today: date) -> dict[UUID, str]:
    """The country each person lives in, by their address."""
    links = facts.household_links(connection, people, today)
    found = facts.addresses(connection, people, links, today)
    return {person_id: lines.country for person_id, lines in found.items() if lines.country}


def party_countries(connection: Connection, visit_id: UUID) -> dict[UUID, str]:
    """The country each delegation comes from."""
    d, t, o = Delegation, Territory, Organisation
    query = (
        pick(d.id, t.country)
        .join(o, o.id == d.organisation_id, isouter=True)
        .join(t, (t.id == d.territory_id) | (t.id == o.territory_id))
        .where(d.visit_id == visit_id)
    )
    return dict(connection.execute(query).all())


def guardians(connection: Connection, people: Ids) -> dict[UUID, set[UUID]]:
    """Who answers for whom."""
    found: dict[UUID, set[UUID]] = defaultdict(set)
    query = select(Guardian.minor_id, Guardian.guardian_id).where(Guardian.minor_id.in_(people))
    for minor, guardian in connection.execute(query):
        found[minor].add(guardian)
    return found


def wishes(connection: Connection, parts_: Ids) -> dict[UUID, WishLine]:
    """Stay wishes, by participation."""
    s = StayWish
    query = pick(
        s.participation_id, s.hotel, s.diet, s.animal_allergies, s.other_allergies, s.consent_host,
        s.consent_photo,
    ).where(s.participation_id.in_(parts_))  # fmt: skip
    return {row[0]: WishLine(*row[1:]) for row in connection.execute(query)}


def placements(connection: Connection, parts_: Ids) -> tuple[dict[UUID, int], dict[UUID, tuple[str, ...]]]:
    """By participation: on how many nights somebody has a bed, and in which homes."""
    query = (
        pick(Placement.participation_id, Household.name)
        .join(HostOffer, HostOffer.id == Placement.offer_id)
        .join(Household, Household.id == HostOffer.household_id)
        .where(Placement.participation_id.in_(parts_))
        .order_by(Placement.night)
    )
    nights: dict[UUID, int] = defaultdict(int)
    homes: dict[UUID, list[str]] = defaultdict(list)
    for part_id, home in connection.execute(query):
        nights[part_id] += 1
        if home not in homes[part_id]:
            homes[part_id].append(home)
    return nights, {part_id: tuple(some) for part_id, some in homes.items()}


def presences(connection: Connection, parts_: Ids) -> dict[UUID, dict[date, PresenceState]]:
    """Who was there on which day."""
    found: dict[UUID, dict[date, PresenceState]] = defaultdict(dict)
    query = select(Presence.participation_id, Presence.day, Presence.state).where(
        Presence.participation_id.in_(parts_)
    )
    for part_id, day, state in connection.execute(query):
        found[part_id][day] = state
    return found


def checks(connection: Connection, parts_: Ids) -> dict[UUID, dict[CheckKind, Seen]]:
    """Papers seen and things agreed."""
    c = VisitCheck
    found: dict[UUID, dict[CheckKind, Seen]] = defaultdict(dict)
    query = pick(c.participation_id, c.kind, c.answer, c.seen_on, c.valid_until, c.initials)
    for part_id, kind, *rest in connection.execute(query.where(c.participation_id.in_(parts_))):
        found[part_id][kind] = Seen(kind, *rest)
    return found


def groups(connection: Connection, visit_id: UUID) -> dict[UUID | None, tuple[str, GroupRule]]:
    """Travel groups of a visit: what they are called, and their rule."""
    g = TravelGroup
    rows = connection.execute(pick(g.id, g.name, g.rule).where(g.visit_id == visit_id))
    return {row[0]: (row[1], row[2]) for row in rows}
