# SPDX-License-Identifier: GPL-3.0-or-later
"""What is counted of the years of an association, as plain numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hospes.domain.codes_actors import Corner
from hospes.domain.codes_visit import TargetGroup
from hospes.domain.network_figures import Figure
from hospes.domain.twinnings import Reason
from hospes.domain.values import Money
from hospes.domain.visit_ways import Direction


@dataclass(frozen=True, slots=True)
class Year:
    """What is counted of one year."""

    year: int
    members: int
    joined: int
    left: int
    homes: int
    nights: int
    first_timers: int
    visits: Mapping[Direction, int]
    travellers: Mapping[Direction, int]
    hours: int = 0
    """Whole hours volunteers gave."""
    volunteers: int = 0
    """How many gave them."""


@dataclass(frozen=True, slots=True)
class MoneyOf:
    """Money of one year of the association."""

    name: str
    money_in: Money
    money_out: Money


@dataclass(frozen=True, slots=True)
class Years:
    """Everything that is counted of some years."""

    years: tuple[Year, ...]
    ages: Mapping[Figure, int]
    """Bands of age at the end of the last year."""
    themes: tuple[tuple[Mapping[str, str], int], ...]
    """Each by its name in every language, with the number of visits."""
    groups: tuple[tuple[TargetGroup, int, int], ...]
    """With the number of visits and of people."""
    reasons: tuple[Reason, ...]
    money: tuple[MoneyOf, ...]
    sectors: Mapping[Corner | None, tuple[int, int]] = field(default_factory=dict)
    """Everybody who took part in a visit by the corner of the triangle they stood in then, from here and from
    there; None for those without an office. Who stands in two is counted in both.
    """
    running: bool = False
    """Whether the last year is not over: its end is today."""

    @property
    def last(self) -> Year:
        """The year at the end."""
        return self.years[-1]
