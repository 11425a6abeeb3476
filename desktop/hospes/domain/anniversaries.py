# SPDX-License-Identifier: GPL-3.0-or-later
"""What there is to celebrate in the years to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hospes.domain.codes import Code
from hospes.domain.twinnings import jubilees_between
from hospes.domain.values import RoughDate
from hospes.i18n.marks import N_


class Occasion(Code):
    """What there is to celebrate, or to do."""

    TWINNING = "twinning", N_("Twinnings")
    AGREEMENT = "agreement", N_("Agreements")
    RENEWAL = "renewal", N_("Agreements to be renewed")
    ASSOCIATION = "association", N_("Associations")
    MEMBERSHIP = "membership", N_("Jubilees of membership")
    BIRTHDAY = "birthday", N_("Round birthdays")


@dataclass(frozen=True, slots=True)
class Coming:
    """Something that is reached; `names` are by the languages asked for."""

    occasion: Occasion
    on: date
    exact: bool
    """Whether the day is known, or the year only."""
    years: int
    """0 for a renewal."""
    names: tuple[str, ...]


def reached(
    occasion: Occasion, since: RoughDate | None, first: date, last: date, names_: Sequence[str]
) -> list[Coming]:
    """The round numbers of years of something between two days."""
    exact = since is not None and since.exact is not None
    return [
        Coming(occasion, one.on, exact, one.years, tuple(names_))
        for one in jubilees_between(since, first, last)
    ]
