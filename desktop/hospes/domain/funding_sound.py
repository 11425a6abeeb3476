# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether rules that came from outside can be computed with: kinds of values, bounds, days that exist."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise

from hospes.domain.funding import DeadlineRule, Part, People, RateSet, Scheme
from hospes.domain.funding_years import figures_of
from hospes.domain.grants_checks import DeadlineKind
from hospes.domain.money import LARGEST

_COUNTRY = re.compile(r"[A-Z]{2}")
_CURRENCY = re.compile(r"[A-Z]{3}")
MOST = 100_000
"""No rule has so many people, days or kilometres."""


def sound(scheme: Scheme) -> bool:
    """Whether every value is of a kind and size that the computation expects."""
    return all((
        _named(scheme),
        bool(_CURRENCY.fullmatch(scheme.currency)),
        all(_COUNTRY.fullmatch(one) for one in _countries(scheme)),
        all(_figure_text(one.text) for one in figures_of((scheme.rates, scheme.conditions))),
        all(_rates(one) for one in scheme.rates),
        _apart(scheme.rates),
        all(_people(one.people) and bool(one.rule.strip()) for one in scheme.conditions),
        all(_deadline(one) for one in scheme.deadlines),
    ))  # fmt: skip


def _named(scheme: Scheme) -> bool:
    texts = (scheme.funder, scheme.site, scheme.source, *scheme.names, *scheme.names.values())
    codes = (
        *scheme.languages, *scheme.proofs, *scheme.remember, *scheme.warning_words, *scheme.not_with,
    )  # fmt: skip
    return any(scheme.names.values()) and all(isinstance(one, str) for one in (*texts, *codes))


def _countries(scheme: Scheme) -> Iterator[str]:
    yield from filter(None, (scheme.country, *scheme.eligible))
    for condition in scheme.conditions:
        yield from condition.countries
        yield from filter(None, [condition.people.country])
    for rates in scheme.rates:
        for part in rates.parts:
            yield from part.by_country
            yield from filter(None, (part.venue, part.venue_not, part.people.country))


def _figure_text(text: str | None) -> bool:
    if text is None:
        return True
    number = Decimal(text)
    return number.is_finite() and 0 <= number < LARGEST


def _whole(value: object) -> bool:
    return value is None or (isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST)


def _people(people: People) -> bool:
    return all(map(_whole, (people.age_from, people.age_to, people.leaders_per, people.most)))


def _rates(rates: RateSet) -> bool:
    codes = [one.code for one in rates.parts]
    days = rates.first is None or rates.last is None or rates.first <= rates.last
    return days and len(set(codes)) == len(codes) and all(map(_part, rates.parts))


def _part(part: Part) -> bool:
    starts = [start for start, _ in part.steps]
    bands = [value for band in part.bands for value in (band.first, band.last)]
    return (
        bool(part.code.strip())
        and all(map(_whole, (part.max_days, *starts, *bands)))
        and starts == sorted(starts)
        and _people(part.people)
    )


def _apart(some: tuple[RateSet, ...]) -> bool:
    """No day has two sets of rates."""
    ordered = sorted(some, key=lambda one: one.first or date.min)
    return all(
        before.last is not None and after.first is not None and before.last < after.first
        for before, after in pairwise(ordered)
    )


def _deadline(one: DeadlineRule) -> bool:
    months = one.between or ()
    if one.fixed is not None:
        date(2023, *one.fixed)  # a year without the 29th of February
    return (
        one.kind in {kind.value for kind in DeadlineKind}
        and one.anchor in ("start", "end")
        and all(abs(number) <= 600 for number in (one.months, one.weeks, one.years))
        and all(1 <= month <= 12 for month in months)
    )
