# SPDX-License-Identifier: GPL-3.0-or-later
"""Days in the wrong order."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select
from sqlalchemy.orm import InstrumentedAttribute

from hospes.i18n.marks import N_
from hospes.queries.checks import Finding
from hospes.store.selections import pick
from hospes.store.tables.households import Address, HouseholdMember
from hospes.store.tables.members import Membership, MembershipPeriod
from hospes.store.tables.people import Consent
from hospes.store.tables.visits import Participation, Visit

Column = InstrumentedAttribute[Any]

PAIRS: tuple[tuple[str, str, Column, Column, Column], ...] = (
    # kind of row, what the sentence calls it, first day, last day, the row to name
    ("household_member", N_("{name}: belonged to a household until before it began."),
     HouseholdMember.valid_from, HouseholdMember.valid_to, HouseholdMember.person_id),
    ("address", N_("{name}: an address ends before it begins."),
     Address.valid_from, Address.valid_to, Address.person_id),
    ("membership_period", N_("{name}: a class of membership ends before it begins."),
     MembershipPeriod.valid_from, MembershipPeriod.valid_to, MembershipPeriod.membership_id),
    ("consent", N_("{name}: a consent was withdrawn before it was given."),
     Consent.given_on, Consent.withdrawn_on, Consent.person_id),
    ("visit", N_("{name}: the visit ends before it begins."), Visit.first, Visit.last, Visit.id),
    ("participation", N_("{name}: departs before arriving."),
     Participation.arrival_on, Participation.departure_on, Participation.person_id),
)  # fmt: skip


def turned_round(connection: Connection, today: date) -> Iterator[Finding]:
    """A last day before the first."""
    for kind, msgid, first, last, named in PAIRS:
        query = select(named).where(first.is_not(None), last.is_not(None), last < first)
        for ref in connection.execute(query).scalars():
            yield Finding("dates-reversed", kind, ref or UUID(int=0), msgid, error=False)
    m = Membership
    for ref, joined, left_on in connection.execute(
        pick(m.id, m.joined, m.left_on).where(m.joined.is_not(None), m.left_on.is_not(None))
    ):
        if left_on < joined.first:
            msgid = N_("{name}: the membership ends before it begins.")
            yield Finding("dates-reversed", "membership", ref, msgid, error=False)
