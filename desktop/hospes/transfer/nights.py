# SPDX-License-Identifier: GPL-3.0-or-later
"""Nights as people write them: "13.5.-17.5.", "2026-05-13..2026-05-16", "14.5.; 15.5.", "13-17 May".

A night is dated by its evening, a span includes both its ends (decision 8). What lies outside the visit is
left out, so that "13.5. to 17.5." of a visit that ends on the 17th means its four nights.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from hospes.domain.month_names import month_of
from hospes.i18n.fold import fold

MOST_NIGHTS = 400
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY = re.compile(r"(\d{1,2})\s*[./]\s*(\d{1,2})(?:\s*[./]\s*(\d{4}|\d{2})?)?")
_NAMED = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th|\.)?\s+([^\W\d_]{3,})\.?(?:\s+(\d{4}))?")
_SPAN = re.compile(
    r"\s*(?:\.\.+|–|—|(?<!\d{4})-(?!\d{2}-)|\bbis\b|\bto\b|\bau\b|\bdo\b|\buntil\b|\bjusqu'au\b)\s*", re.I
)
_CUT = re.compile(r"\s*[;,\n]\s*|\s+(?:und|et|and|oraz|i)\s+", re.I)
_BARE = re.compile(r"(?:vom|du|from|od|von)?\s*(\d{1,2})\.?\Z", re.I)


class NightProblem(ValueError):
    """The text names no nights."""


def nights_of(
    text: str,
    first: date | None,
    last: date | None,
    today: date,
    order: str = "dmy",
    near: date | None = None,
) -> tuple[date, ...]:
    """The nights a text names, those of the visit only; an empty text is all of the visit.

    `near` is a day whose year days without one have. Raises NightProblem.
    """
    every = all_nights(first, last)
    if not text.strip():
        return every
    around = near or first or today
    found: set[date] = set()
    for part in _CUT.split(text.strip()):
        if part:
            found |= set(_part(part, around, order))
    if len(found) > MOST_NIGHTS:
        raise NightProblem(text)
    return tuple(sorted(found & set(every))) if every else tuple(sorted(found))


def all_nights(first: date | None, last: date | None) -> tuple[date, ...]:
    """The nights of a visit; the last day has none."""
    if first is None or last is None or (last - first).days > MOST_NIGHTS:
        return ()
    return tuple(first + timedelta(days=n) for n in range((last - first).days))


def written(nights: Iterable[date]) -> str:
    """Nights as our tables write them: spans with two points, single days, `;` between them."""
    spans: list[list[date]] = []
    for night in sorted(nights):
        if spans and night - spans[-1][1] == timedelta(days=1):
            spans[-1][1] = night
        else:
            spans.append([night, night])
    return ";".join(str(a) if a == b else f"{a}..{b}" for a, b in spans)


def _part(part: str, around: date, order: str) -> Iterable[date]:
    ends = [end for end in _SPAN.split(_protected(part, order)) if end.strip()]
    if len(ends) == 2:
        after = _day(ends[1], around, order)
        bare = _BARE.match(ends[0].strip())
        before = _safe(after.year, after.month, int(bare[1])) if bare else _day(ends[0], around, order)
        if not 0 <= (after - before).days <= MOST_NIGHTS:
            raise NightProblem(part)
        return (before + timedelta(days=n) for n in range((after - before).days + 1))
    if len(ends) != 1:
        raise NightProblem(part)
    return (_day(ends[0], around, order),)


def _protected(part: str, order: str) -> str:
    """Days in ISO form without the hyphens a span could be taken for."""
    form = r"\2/\3/\1" if order == "mdy" else r"\3/\2/\1"
    return _ISO.sub(form, part)


def _day(text: str, around: date, order: str) -> date:
    plain = text.strip()
    found = _DAY.search(plain)
    if found:
        one, two = int(found[1]), int(found[2])
        day, month = (two, one) if order == "mdy" and one <= 12 else (one, two)
        return _safe(_year(found[3], around), month, day)
    named = _NAMED.search(plain)
    if named:
        month = month_of(fold(named[2]), "en") or 0
        return _safe(int(named[3]) if named[3] else around.year, month, int(named[1]))
    raise NightProblem(text)


def _year(text: str | None, around: date) -> int:
    if not text:
        return around.year
    return int(text) if len(text) == 4 else 2000 + int(text)


def _safe(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise NightProblem from None
