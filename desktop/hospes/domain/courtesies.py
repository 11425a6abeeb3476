# SPDX-License-Identifier: GPL-3.0-or-later
"""Gifts, honours, thanks, speeches: what they are, which honours of members are due (S14, REQ-1-09)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from hospes.domain.codes import Code
from hospes.i18n.marks import N_

JUBILEES = (10, 25, 40, 50, 60)
"""Years of membership that are honoured."""


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


@dataclass(frozen=True, slots=True)
class Due:
    """A member whose jubilee falls into a year and who was not honoured in it."""

    person: UUID
    years: int


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
    return tuple(sorted(found, key=lambda one: -one.years))
