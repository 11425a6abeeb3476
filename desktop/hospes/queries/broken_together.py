# SPDX-License-Identifier: GPL-3.0-or-later
"""House rules that two laptops can break together though neither did alone; told after bringing in.

Whatever can be asked before is asked (`domain.merge.rules`). Here is what only shows in the whole: a home
that now has more guests than places, a receipt number that both gave.
"""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection

from hospes.queries.checks import Finding
from hospes.queries.checks.hosting import bed_given_twice, more_guests_than_places, two_homes_a_night
from hospes.queries.checks.members import same_number
from hospes.queries.checks.money import dues_paid_twice, same_receipt, shared_out_twice

_TOGETHER = (
    more_guests_than_places,
    bed_given_twice,
    two_homes_a_night,
    same_number,
    same_receipt,
    shared_out_twice,
    dues_paid_twice,
)


def broken_together(connection: Connection, today: date) -> tuple[Finding, ...]:
    """What these rules find in the whole file."""
    return tuple(one for rule in _TOGETHER for one in rule(connection, today))


def new_in(after: Sequence[Finding], before: Sequence[Finding]) -> tuple[Finding, ...]:
    """What was not found before."""
    return tuple(one for one in after if one not in before)
