# SPDX-License-Identifier: GPL-3.0-or-later
"""Priority countries by year, and what there is with each of them (S11)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, or_

from hospes.domain.codes_twinning import PartnershipStatus
from hospes.domain.priorities import CountryGroup, countries_of
from hospes.i18n.locale import Locale
from hospes.queries.figures_years import visits_held
from hospes.queries.partnerships import all_rows
from hospes.queries.scope import among, owned
from hospes.store.selections import pick
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.priorities import CountryPriority
from hospes.store.tables.towns import Territory
from hospes.store.tables.visits import Delegation


@dataclass(frozen=True, slots=True)
class PriorityRow:
    """A country or group of a year, with our twinnings there and the visits of the year with it."""

    id: UUID
    year: int
    place: str
    note: str
    twinnings: int
    visits: int


def place_name(place: str, locale: Locale) -> str:
    """A group or a country as it is called."""
    groups = {one.value: one for one in CountryGroup}
    return locale.label(groups[place]) if place in groups else locale.country(place)


def priority_rows(connection: Connection, locale: Locale, today: date) -> tuple[PriorityRow, ...]:
    """All of them: the latest year first, then by name."""
    p = CountryPriority
    query = pick(p.id, p.year, p.place, p.note).where(owned(connection, p.owner_id))
    rows = connection.execute(query).all()
    if not rows:
        return ()
    twinned = [
        {party.country for party in one.parties}
        for one in all_rows(connection, locale, today)
        if one.status is not PartnershipStatus.ENDED
    ]
    visited = {year: _visited(connection, year, today) for year in {row[1] for row in rows}}
    found = [
        PriorityRow(
            ref, year, place, note, _with(twinned, place), _with(visited[year].values(), place)
        )
        for ref, year, place, note in rows
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (-one.year, locale.sort_key(place_name(one.place, locale)))))


def _with(sets: Iterable[set[str]], place: str) -> int:
    wanted = set(countries_of(place))
    return sum(bool(wanted & one) for one in sets)


def _visited(connection: Connection, year: int, today: date) -> dict[UUID, set[str]]:
    """The countries whose people met at the visits of a year."""
    d, o, t = Delegation, Organisation, Territory
    held = visits_held(connection, range(year, year + 1), today)
    query = (
        pick(d.visit_id, t.country)
        .join(o, o.id == d.organisation_id, isouter=True)
        .join(t, or_(t.id == d.territory_id, t.id == o.territory_id))
        .where(among(d.visit_id, held))
    )
    found: dict[UUID, set[str]] = defaultdict(set)
    for visit, land in connection.execute(query):
        found[visit].add(land)
    return found
