# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of school and club links: which kind belongs to which sort of partner, what a number can be, sums."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hospes.domain.codes import OrganisationKind
from hospes.domain.codes_twinning import ExchangeWay, LinkKind, PartnershipLevel
from hospes.domain.values import RoughDate
from hospes.i18n.marks import N_

EARLIEST = 1900
"""The first year a number can be of."""

MOST = 99_999

SCHOOLS = frozenset(
    {
        LinkKind.SCHOOL, LinkKind.ABIBAC, LinkKind.ELYSEE, LinkKind.KINDERGARTEN, LinkKind.VOCATIONAL,
        LinkKind.DEGREE, LinkKind.UNIVERSITY, LinkKind.MUSIC_SCHOOL,
    }
)  # fmt: skip
"""Kinds between places where people learn; the others are between clubs and the like."""


def level_of(kind: LinkKind) -> PartnershipLevel:
    """Whether a kind of link is one of schools or of clubs."""
    return PartnershipLevel.SCHOOL if kind in SCHOOLS else PartnershipLevel.CLUB


_ORGANISATIONS = {
    LinkKind.ELYSEE: OrganisationKind.NURSERY,
    LinkKind.KINDERGARTEN: OrganisationKind.NURSERY,
    LinkKind.DEGREE: OrganisationKind.UNIVERSITY,
    LinkKind.UNIVERSITY: OrganisationKind.UNIVERSITY,
    LinkKind.CHOIR: OrganisationKind.CHOIR,
    LinkKind.ORCHESTRA: OrganisationKind.CHOIR,
    LinkKind.SPORTS: OrganisationKind.SPORT,
    LinkKind.FIRE: OrganisationKind.FIRE_BRIGADE,
    LinkKind.RESCUE: OrganisationKind.WELFARE,
    LinkKind.PARISH: OrganisationKind.PARISH,
    LinkKind.YOUTH: OrganisationKind.YOUTH,
    LinkKind.LIBRARY: OrganisationKind.LIBRARY,
    LinkKind.MUSEUM: OrganisationKind.LIBRARY,
    LinkKind.COMPANY: OrganisationKind.COMPANY,
    LinkKind.CHAMBER: OrganisationKind.CHAMBER,
    LinkKind.HOSPITAL: OrganisationKind.OTHER,
    LinkKind.OTHER: OrganisationKind.OTHER,
}


def organisation_kind_of(kind: LinkKind) -> OrganisationKind:
    """What a school or club that comes in with a link usually is."""
    usual = OrganisationKind.SCHOOL if kind in SCHOOLS else OrganisationKind.CLUB
    return _ORGANISATIONS.get(kind, usual)


def problem_of(year: int, people: int, apprentices: int, today: date) -> tuple[str, str] | None:
    """Field and sentence where the numbers of an exchange cannot be."""
    if not EARLIEST <= year <= today.year:
        return "year", N_("This year cannot be. It is between 1900 and this year.")
    if not 1 <= people <= MOST:
        return "people", N_("How many took part? Write a number from 1 on.")
    if not 0 <= apprentices <= people:
        return "apprentices", N_("There cannot be more apprentices than people.")
    return None


@dataclass(frozen=True, slots=True)
class Exchange:
    """People of a year, one way."""

    year: int
    way: ExchangeWay
    people: int
    apprentices: int = 0


@dataclass(frozen=True, slots=True)
class YearSum:
    """A year of one link or of many."""

    year: int
    to_us: int = 0
    to_them: int = 0
    other: int = 0
    apprentices: int = 0

    @property
    def people(self) -> int:
        """All of them."""
        return self.to_us + self.to_them + self.other


def by_year(exchanges: Iterable[Exchange]) -> tuple[YearSum, ...]:
    """Sums a year, the newest first."""
    found: dict[int, list[int]] = {}
    for one in exchanges:
        sums = found.setdefault(one.year, [0, 0, 0, 0])
        at = {ExchangeWay.TO_US: 0, ExchangeWay.TO_THEM: 1}.get(one.way, 2)
        sums[at] += one.people
        sums[3] += one.apprentices
    return tuple(YearSum(year, *found[year]) for year in sorted(found, reverse=True))


def last_of(told: RoughDate | None, exchanges: Iterable[Exchange], visit: date | None) -> RoughDate | None:
    """The last exchange: the latest of what was told, of the years with numbers, and of a visit.

    Of two in one year the more exact one counts.
    """
    known = [RoughDate.of(visit)] if visit is not None else []
    known += [told] if told is not None else []
    years = [one.year for one in exchanges if one.people]
    known += [RoughDate(max(years))] if years else []
    return max(known, key=lambda one: (one.year, one.exact is not None, one.first), default=None)
