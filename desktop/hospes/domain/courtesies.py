# SPDX-License-Identifier: GPL-3.0-or-later
"""Gifts, honours, thanks, speeches: what they are, which honours of members are due (S14, REQ-1-09)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from hospes.domain.codes import Code
from hospes.i18n.marks import N_

JUBILEES = (10, 25, 40, 50, 60)
"""Years of membership that are honoured."""

HOSTING_YEARS = (10, 20, 30, 40)
"""In how many years somebody had guests, as far as the file knows."""

GUESTS = (25, 50, 100, 200)
"""Guests in all these years, each counted once a visit."""

OFFICE_YEARS = (10, 20, 25, 30, 40)
"""Years in offices of the association, whichever they were."""


class CourtesyKind(Code):
    """What was done for somebody, or by somebody for us."""

    GIFT_GIVEN = "gift_given", N_("Gift given")
    GIFT_RECEIVED = "gift_received", N_("Gift received")
    LETTER = "letter", N_("Letter of thanks")
    MEDAL = "medal", N_("Medal or pin")
    CERTIFICATE = "certificate", N_("Certificate")
    HONORARY = "honorary", N_("Honorary membership")
    SPEECH = "speech", N_("Speech")


GIFTS = frozenset({CourtesyKind.GIFT_GIVEN, CourtesyKind.GIFT_RECEIVED})
HONOURS = frozenset({CourtesyKind.MEDAL, CourtesyKind.CERTIFICATE, CourtesyKind.HONORARY})


THANKS = frozenset(CourtesyKind) - {CourtesyKind.GIFT_RECEIVED}
"""Whoever has one of these was thanked."""


class Reason(Code):
    """What a member is honoured for."""

    MEMBERSHIP = "membership", N_("Years of membership")
    HOSTING = "hosting", N_("Years of hosting")
    GUESTS = "guests", N_("Guests taken in")
    OFFICE = "office", N_("Years in office")


class ThankedFor(Code):
    """What somebody did for a visit."""

    HOST = "host", N_("Had guests")
    TOWN_HALL = "town_hall", N_("Town hall")
    FUNDER = "funder", N_("Gave money")
    INTERPRETER = "interpreter", N_("Interpreted")
    CHARGE = "charge", N_("In charge")
    HELP = "help", N_("Helped")


@dataclass(frozen=True, slots=True)
class Due:
    """Somebody who has reached a round number in a year and was not honoured in it."""

    person: UUID
    number: int
    """Years, or guests."""
    reason: Reason = Reason.MEMBERSHIP


def honours_due(
    joined: Iterable[tuple[UUID, int]], honoured: Iterable[tuple[UUID, date]], year: int
) -> tuple[Due, ...]:
    """Who has been a member for a round number of years in a year, the longest first.

    Args:
        joined: Each member with the year in which the membership began.
        honoured: Who was honoured, and when; whoever was in this year is left out.
        year: The year that is looked at.
    """
    done = {person for person, on in honoured if on.year == year}
    found = [
        Due(person, year - began)
        for person, began in joined
        if year - began in JUBILEES and person not in done
    ]
    return tuple(sorted(found, key=lambda one: -one.number))


def hosting_due(
    hosted: Iterable[tuple[UUID, int, int]], honoured: Iterable[tuple[UUID, date]], year: int
) -> tuple[Due, ...]:
    """Who has had guests in a round number of years, or a round number of guests, since this year.

    Args:
        hosted: Host, year, and guests in it; several rows of one host and year are added.
        honoured: Who was honoured, and when; whoever was in this year is left out.
        year: The year that is looked at; what came later does not count.
    """
    done = {person for person, on in honoured if on.year == year}
    guests: dict[UUID, Counter[int]] = {}
    for person, then, number in hosted:
        if then <= year and person not in done:
            guests.setdefault(person, Counter())[then] += number
    found = []
    for person, by_year in guests.items():
        if year not in by_year:
            continue
        if len(by_year) in HOSTING_YEARS:
            found.append(Due(person, len(by_year), Reason.HOSTING))
        if (mark := _passed(by_year.total() - by_year[year], by_year.total(), GUESTS)) is not None:
            found.append(Due(person, mark, Reason.GUESTS))
    return tuple(sorted(found, key=lambda one: (one.reason is Reason.GUESTS, -one.number)))


def _passed(before: int, now: int, numbers: Sequence[int]) -> int | None:
    """The highest of some numbers that was reached lately."""
    return next((one for one in reversed(numbers) if before < one <= now), None)


def office_due(
    held: Iterable[tuple[UUID, int, int | None]], honoured: Iterable[tuple[UUID, date]], year: int
) -> tuple[Due, ...]:
    """Who is in office and has been for a round number of years, the longest first.

    Args:
        held: Each term with its first year and its last one, None while it is open. Terms that overlap count
            once.
        honoured: Who was honoured, and when; whoever was in this year is left out.
        year: The year that is looked at.
    """
    done = {person for person, on in honoured if on.year == year}
    years: dict[UUID, set[int]] = {}
    for person, first, last in held:
        until = year if last is None else min(last, year)
        # From autumn 2016 to autumn 2026 are ten years, so the first one is not counted.
        years.setdefault(person, set()).update(range(first + 1, until + 1))
    found = [
        Due(person, len(there), Reason.OFFICE)
        for person, there in years.items()
        if year in there and len(there) in OFFICE_YEARS and person not in done
    ]
    return tuple(sorted(found, key=lambda one: -one.number))
