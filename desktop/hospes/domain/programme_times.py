# SPDX-License-Identifier: GPL-3.0-or-later
"""Times of a programme as people type them into one field: "10.30", "9:30-10:15", "evening"."""

import re
from datetime import time
from typing import TYPE_CHECKING, NamedTuple

from hospes.domain.codes import Code
from hospes.domain.errors import FieldProblem
from hospes.i18n.fold import fold
from hospes.i18n.marks import N_

if TYPE_CHECKING:
    from hospes.i18n.locale import Locale

LONGEST = 60


class DayPart(Code):
    """A time of day in words; kept by its code, so that each reader has it in their language."""

    MORNING = "morning", N_("in the morning")
    NOON = "noon", N_("at noon")
    AFTERNOON = "afternoon", N_("in the afternoon")
    EVENING = "evening", N_("in the evening")
    NIGHT = "night", N_("at night")
    ALL_DAY = "all day", N_("all day")


class Times(NamedTuple):
    """From, to, or words instead."""

    starts: time | None = None
    ends: time | None = None
    words: str = ""


_CLOCK = r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})?|(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|uhr|h)?"
_ONE = re.compile(rf"\s*{_CLOCK}\s*\Z", re.IGNORECASE)
_TWO = re.compile(rf"\s*{_CLOCK}\s*(?:-|–|—|bis|to|until|à|a|do)\s*{_CLOCK}\s*\Z", re.IGNORECASE)
_FIGURES = 4


def read_times(typed: str, locale: "Locale") -> Times:
    """What was typed, as times or as words.

    Raises:
        FieldProblem: it looks like a time and is none, such as 25:00.
    """
    text = " ".join(typed.split())
    if not text:
        return Times()
    one, two = _ONE.match(text), _TWO.match(text)
    if one is not None:
        return Times(_clock(one.groups(), text))
    if two is not None:
        return Times(_clock(two.groups()[:_FIGURES], text), _clock(two.groups()[_FIGURES:], text))
    if len(text) > LONGEST:
        raise FieldProblem("time", "That is too long for a time. Write it into the details.")
    return Times(words=day_part(text, locale))


def _clock(found: tuple[str | None, ...], typed: str) -> time:
    hours, minutes, joined, half = found
    hour, minute = int(hours or 0), int(minutes or joined or 0)
    if half and half[0] in "pP" and hour < 12:
        hour += 12
    if half and half[0] in "aA" and hour == 12:
        hour = 0
    try:
        return time(hour, minute)
    except ValueError as error:
        raise FieldProblem(
            "time", "“{typed}” is no time. A time looks like 10:30, or write words such as “evening”.",
            typed=typed,
        ) from error  # fmt: skip


def day_part(text: str, locale: "Locale") -> str:
    """The code of a time of day if the words are one, in English or the reader's language; else the words."""
    wanted = fold(text)
    for part in DayPart:
        if wanted in (fold(part.value), fold(locale.label(part))):
            return part.value
    return text


def times_words(times: Times, locale: "Locale") -> str:
    """How it is read: `10:30–11:45`, `10:30`, `in the evening`."""
    clock = "–".join(locale.time(at) for at in (times.starts, times.ends) if at is not None)
    if clock:
        return clock
    known = next((part for part in DayPart if part.value == times.words), None)
    return locale.label(known) if known is not None else times.words
