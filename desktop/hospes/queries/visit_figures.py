# SPDX-License-Identifier: GPL-3.0-or-later
"""A visit in figures, as funders and councils ask for them: counted, never typed (REQ-1-14).

The report's tab and the printed report show these very numbers.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.codes_visit import Meal, ParticipationKind, TargetGroup
from hospes.queries.paper_visit import PaperGuest, PaperVisit, paper_visit
from hospes.queries.paper_visit_programme import PaperItem, paper_programme

BANDS: tuple[tuple[int, int | None], ...] = ((0, 11), (12, 17), (18, 26), (27, 59), (60, None))
"""Ages from and to; children, young people, young adults up to the age funders of youth work draw the line
at, adults, older people.
"""


@dataclass(frozen=True, slots=True)
class DelegationFigures:
    """People of one delegation."""

    delegation_id: UUID | None
    people: int
    first_timers: int


@dataclass(frozen=True, slots=True)
class VisitFigures:
    """Everything that can be counted about a visit."""

    people: int
    """Everybody who takes part in a travelling delegation."""
    delegations: tuple[DelegationFigures, ...]
    bands: tuple[tuple[tuple[int, int | None], int], ...]
    """Age bands on the first day with their numbers, only those that have somebody."""
    ages_unknown: int
    minors: int
    first_timers: int
    homes: int
    """Households in which somebody slept."""
    nights_with_hosts: int
    """One person, one night."""
    nights_in_hotels: int
    days: int
    programme_days: int
    items: int
    meals: int
    """Meals taken together."""
    groups: tuple[tuple[TargetGroup, int], ...] = ()
    """People by the target group that is noted with them."""


def visit_figures(connection: Connection, visit_id: UUID) -> VisitFigures:
    """Count a visit. Raises UserError where it is gone."""
    return count(paper_visit(connection, visit_id), paper_programme(connection, visit_id))


def count(visit: PaperVisit, programme: Iterable[PaperItem]) -> VisitFigures:
    """Count what was read already."""
    people = [one for one in visit.guests if one.visiting and one.kind is not ParticipationKind.HOST]
    items = list(programme)
    day = visit.first
    ages = [one.age(day) if day is not None else None for one in people]
    known = [age for age in ages if age is not None]
    groups = Counter(one.target_group for one in people if one.target_group is not None)
    placed = [(night, offer) for one in people for night, offer in one.placed]
    return VisitFigures(
        people=len(people),
        delegations=_by_delegation(visit, people),
        bands=_bands(known),
        ages_unknown=len(ages) - len(known),
        minors=sum(age < 18 for age in known),
        first_timers=sum(bool(one.first_visit) for one in people),
        homes=len({offer for _, offer in placed}),
        nights_with_hosts=len(placed),
        nights_in_hotels=sum(len(one.nights) for one in people if one.hotel and not one.placed),
        days=_days(visit.first, visit.last),
        programme_days=len({item.on for item in items}),
        items=len(items),
        meals=sum(item.meal is not Meal.NONE for item in items),
        groups=tuple((one, number) for one in TargetGroup if (number := groups[one])),
    )


def _by_delegation(visit: PaperVisit, people: list[PaperGuest]) -> tuple[DelegationFigures, ...]:
    number = Counter(one.delegation_id for one in people)
    new = Counter(one.delegation_id for one in people if one.first_visit)
    known = [one.id for one in visit.delegations if number[one.id]]
    rest = [one for one in number if one not in known]
    return tuple(DelegationFigures(one, number[one], new[one]) for one in (*known, *rest))


def _bands(ages: list[int]) -> tuple[tuple[tuple[int, int | None], int], ...]:
    found = []
    for least, most in BANDS:
        number = sum(least <= age and (most is None or age <= most) for age in ages)
        if number:
            found.append(((least, most), number))
    return tuple(found)


def _days(first: date | None, last: date | None) -> int:
    return (last - first).days + 1 if first is not None and last is not None else 0
