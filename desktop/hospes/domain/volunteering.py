# SPDX-License-Identifier: GPL-3.0-or-later
"""Hours volunteers give: their kinds, and how a length of time is read and said (S16, REQ-1-11)."""

import re
from datetime import date
from typing import TYPE_CHECKING

from hospes.domain.codes import Code
from hospes.domain.errors import UserError
from hospes.i18n.marks import N_

if TYPE_CHECKING:
    from hospes.i18n.locale import Locale

HOUR = 60
DAY = 24 * HOUR

UNREADABLE = N_("Write hours like 3, 2.5 or 1:30, or minutes like 45 min.")

_CLOCK = re.compile(r"(\d{1,4})\s*:\s*([0-5]\d)")
_PARTS = re.compile(
    r"(?:(\d{1,4}(?:[.,]\d+)?)\s*(?:h[a-z]*|st[a-z.]*|g[a-z.]*)\s*)?(?:(\d{1,4})\s*(?:m[a-z.]*)?)?"
)
_HOURS = re.compile(r"\d{1,4}(?:[.,]\d+)?")


class HoursKind(Code):
    """What the time was given for."""

    COMMITTEE = "committee", N_("Committee work")
    VISIT = "visit", N_("Preparing and leading visits")
    HOSTING = "hosting", N_("Help with hosting")
    INTERPRETING = "interpreting", N_("Interpreting and translating")
    OFFICE = "office", N_("Office work")
    EVENT = "event", N_("Help at events")
    OTHER = "other", N_("Other help")


def read_minutes(typed: str) -> int:
    """A length of time as it is written: `3`, `2.5`, `2,5`, `1:30`, `1 h 30`, `45 min`; whole minutes.

    Raises:
        UserError: it is none.
    """
    text = " ".join(typed.casefold().split())
    if found := _CLOCK.fullmatch(text):
        return int(found[1]) * HOUR + int(found[2])
    if _HOURS.fullmatch(text):
        return _whole(text)
    found = _PARTS.fullmatch(text)
    if not text or found is None or not any(found.groups()):
        raise UserError(UNREADABLE)
    return (_whole(found[1]) if found[1] else 0) + int(found[2] or 0)


def _whole(hours: str) -> int:
    return round(float(hours.replace(",", ".")) * HOUR)


def say_minutes(minutes: int, locale: "Locale") -> str:
    """A length of time in signs every reader knows: `3 h`, `1 h 30 min`, `45 min`."""
    hours, rest = divmod(minutes, HOUR)
    if not hours:
        return locale.text("{m} min", m=rest)
    if not rest:
        return locale.text("{h} h", h=hours)
    return locale.text("{h} h {m} min", h=hours, m=rest)


def whole_hours(minutes: int) -> int:
    """Hours, half of one and more rounded up: what figures tell."""
    return (minutes + HOUR // 2) // HOUR


def most_minutes(first: date, last: date) -> int:
    """As long as these days are."""
    return ((last - first).days + 1) * DAY
