# SPDX-License-Identifier: GPL-3.0-or-later
"""Events that take several days: a festival, a seminar, an exhibition.

The last day is kept only where it is another than the first. Hours are those of the beginning on the first
day and of the end on the last one; an end at midnight belongs to the evening before.
"""

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from hospes.domain.errors import FieldProblem

if TYPE_CHECKING:
    from hospes.i18n.days import DateStyle
    from hospes.i18n.locale import Locale

MOST = timedelta(days=366)
"""Longer than this a year was mistyped."""


def last_of(on: date, last: date | None) -> date:
    """The last day of an event; never before its first, whatever two laptops made of it."""
    return last if last is not None and last > on else on


def read_last(on: date, last: date | None) -> date | None:
    """The last day as it is kept: None where it is the first. Raises FieldProblem."""
    if last is None or last == on:
        return None
    if last < on:
        raise FieldProblem("last", "The last day lies before the first.")
    if last - on > MOST:
        raise FieldProblem("last", "That would be longer than a year. Is the year of the last day right?")
    return last


def moved_last(before: date, after: date, last: date | None) -> date | None:
    """The last day when the first one moves: an event stays as long as it was."""
    if last is None:
        return None
    return after + (last_of(before, last) - before)


def days_words(locale: "Locale", on: date, last: date | None, style: "DateStyle" = "weekday") -> str:
    """`Friday, 19 June 2026`, or `19–21 June 2026`."""
    end = last_of(on, last)
    return locale.span(on, end) if end != on else locale.date(on, style)


def end_moment(on: date, last: date | None, starts: time, ends: time) -> datetime:
    """When an event is over, on the clock of its place."""
    end = last_of(on, last)
    over_midnight = ends == time() if end != on else ends <= starts
    return datetime.combine(end + timedelta(days=over_midnight), ends)
