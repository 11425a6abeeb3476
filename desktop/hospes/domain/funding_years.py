# SPDX-License-Identifier: GPL-3.0-or-later
"""The rates of several years of one scheme: a visit stays under those of its own day (REQ-3-04).

A new year's rates begin as a copy of the newest ones whose figures have still to be checked. Sets of rates
never overlap; a gap between them is told, never filled.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TypeVar, cast

from hospes.domain.errors import FieldProblem
from hospes.domain.funding import Figure, RateSet, Scheme

T = TypeVar("T")

DAY = timedelta(days=1)

YEAR = re.compile(r"\b20\d\d\b")
"""A year in the words that say where a figure is from."""

OLD_AFTER = timedelta(days=2 * 365)
"""Rates that nobody has looked at for so long before a visit are worth a question."""


def place_of(scheme: Scheme, day: date | None) -> int:
    """Which set of rates a visit of that day is under; the newest where none holds."""
    rates = scheme.rates_on(day)
    return scheme.rates.index(rates) if rates is not None else len(scheme.rates) - 1


def with_new_rates(scheme: Scheme, first: date) -> Scheme:
    """Rates from a day on, copied from the newest ones, which hold until the day before.

    Raises FieldProblem where the day is not behind the newest ones' first.
    """
    newest = scheme.rates[-1]
    if newest.first is not None and first <= newest.first:
        raise FieldProblem(
            "first", "There are rates from {day} on already. Choose a later day.", day=newest.first
        )
    last = newest.last if newest.last is not None and newest.last < first else first - DAY
    copied = replace(_each(newest, _unchecked), first=first, last=None)
    return replace(scheme, rates=(*scheme.rates[:-1], replace(newest, last=last), copied))


def with_days(scheme: Scheme, at: int, first: date | None, last: date | None) -> Scheme:
    """One set of rates for other days. Raises FieldProblem where two would hold for the same day."""
    if first is not None and last is not None and last < first:
        raise FieldProblem("last", "The last day lies before the first.")
    rates = tuple(
        replace(one, first=first, last=last) if number == at else one
        for number, one in enumerate(scheme.rates)
    )
    ordered = sorted(rates, key=lambda one: one.first or date.min)
    for before, after in pairwise(ordered):
        if before.last is None or after.first is None or after.first <= before.last:
            raise FieldProblem("first", "Two sets of rates would hold for the same day. Change the days.")
    return replace(scheme, rates=tuple(ordered))


def without_rates(scheme: Scheme, at: int) -> Scheme:
    """The scheme without one of its sets of rates."""
    return replace(scheme, rates=(*scheme.rates[:at], *scheme.rates[at + 1 :]))


def _unchecked(figure: Figure) -> Figure:
    """Nobody has checked it for the new years."""
    return replace(figure, verify=True, checked_on=None)


def with_day(scheme: Scheme, before: Scheme, today: date) -> Scheme:
    """What somebody typed into a scheme was looked at today; all other figures stay as they are."""
    known = set(figures_of((before.rates, before.conditions)))

    def dated(figure: Figure) -> Figure:
        return figure if figure in known else replace(figure, checked_on=today)

    return replace(
        scheme, rates=_each(scheme.rates, dated), conditions=_each(scheme.conditions, dated), figures=()
    )


def _each(thing: T, change: Callable[[Figure], Figure]) -> T:
    """The same with every figure in it changed."""
    changed: object = thing
    if isinstance(thing, Figure):
        changed = change(thing)
    elif isinstance(thing, dict):
        changed = {key: _each(one, change) for key, one in thing.items()}
    elif isinstance(thing, tuple):
        changed = tuple(_each(one, change) for one in thing)
    elif is_dataclass(thing) and not isinstance(thing, type):
        changed = replace(
            thing, **{one.name: _each(getattr(thing, one.name), change) for one in fields(thing)}
        )
    return cast("T", changed)


def figures_of(thing: object) -> Iterator[Figure]:
    """Every figure in a set of rates or a part of it."""
    if isinstance(thing, Figure):
        yield thing
        return
    inner: Iterator[object] = iter(())
    if isinstance(thing, dict):
        inner = iter(thing.values())
    elif isinstance(thing, tuple):
        inner = iter(thing)
    elif is_dataclass(thing) and not isinstance(thing, type):
        inner = (getattr(thing, one.name) for one in fields(thing))
    for one in inner:
        yield from figures_of(one)


def known_on(rates: RateSet) -> date | None:
    """The day from which the least known figure of these rates is; None where none of them has a day.

    Figures that have to be checked are told elsewhere. A source that names a year is as good as that year.
    """
    days = [_known_on(figure, rates) for figure in figures_of(rates) if not figure.verify]
    return min((day for day in days if day is not None), default=None)


def _known_on(figure: Figure, rates: RateSet) -> date | None:
    years = [date(int(year), 12, 31) for year in YEAR.findall(figure.source)]
    days = [figure.checked_on, rates.first, *years]
    return max((day for day in days if day is not None), default=None)


def old_on(scheme: Scheme, first: date | None) -> date | None:
    """The day the rates of a visit are from, where that is long before it; None where they are fresh."""
    rates = scheme.rates_on(first)
    if rates is None or first is None:
        return None
    known = known_on(rates)
    return known if known is not None and known < first - OLD_AFTER else None


def ended_for(scheme: Scheme, first: date | None) -> bool:
    """Whether the scheme has rates, but none for that day."""
    return bool(scheme.rates) and first is not None and scheme.rates_on(first) is None
