# SPDX-License-Identifier: GPL-3.0-or-later
"""Memberships and their numbers, people and their ages."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Connection, and_, or_, select

from hospes.i18n.marks import N_
from hospes.queries.checks import Finding
from hospes.store.selections import pick
from hospes.store.tables.households import Household
from hospes.store.tables.members import Membership
from hospes.store.tables.people import Person

if TYPE_CHECKING:
    from uuid import UUID

OLDEST = 115
"""Years; who is older is more likely mistyped."""


def same_number(connection: Connection, today: date) -> Iterator[Finding]:
    """A member number given twice by one association."""
    m = Membership
    holders: dict[tuple[UUID, str], set[tuple[str, UUID]]] = defaultdict(set)
    query = select(m.owner_id, m.number, m.person_id, m.household_id, m.organisation_id, m.id)
    for owner, number, person, household, organisation, ref in connection.execute(
        query.where(m.number != "")
    ):
        kinds = (("person", person), ("household", household), ("organisation", organisation))
        holder = next(((kind, key) for kind, key in kinds if key is not None), ("membership", ref))
        holders[owner, number].add(holder)
    for (_, number), found in holders.items():
        if len(found) > 1:
            for kind, ref in sorted(found):
                msgid = N_("{name}: others have the member number {number} too.")
                yield Finding("number-twice", kind, ref, msgid, {"number": number})


def holder_is_gone(connection: Connection, today: date) -> Iterator[Finding]:
    """A membership that stands, held by an entry that was merged away; in the bin it may rest."""
    m = Membership
    stands = or_(m.left_on.is_(None), m.left_on > today)
    for table, column in ((Person, m.person_id), (Household, m.household_id)):
        merged = table.merged_into.is_not(None)
        query = select(table.id).join(m, and_(column == table.id, stands)).where(merged)
        for ref in connection.execute(query).scalars():
            msgid = N_("{name} was merged into another entry and still has a membership.")
            yield Finding("holder-gone", table.__tablename__, ref, msgid)


def has_died(connection: Connection, today: date) -> Iterator[Finding]:
    """Somebody who died and whose membership stands."""
    m, p = Membership, Person
    query = select(p.id).join(m, m.person_id == p.id).where(p.deceased.is_(True), p.binned_at.is_(None))
    for ref in connection.execute(query.where(or_(m.left_on.is_(None), m.left_on > today))).scalars():
        yield Finding("member-died", "person", ref, N_("{name} has died and is still a member."), error=False)


def unbelievable_age(connection: Connection, today: date) -> Iterator[Finding]:
    """Born in the future, or too long ago to be alive."""
    p = Person
    query = pick(p.id, p.birth, p.deceased, p.died).where(p.birth.is_not(None), p.binned_at.is_(None))
    for ref, birth, deceased, died in connection.execute(query):
        if birth.first > today:
            yield Finding("birth-odd", "person", ref, N_("{name} would be born in the future."), error=False)
        elif not deceased and today.year - birth.year > OLDEST:
            msgid = N_("{name} would be {age} years old.")
            yield Finding("birth-odd", "person", ref, msgid, {"age": today.year - birth.year}, error=False)
        if died is not None and died.last < birth.first:
            msgid = N_("{name} would have died before being born.")
            yield Finding("dates-reversed", "person", ref, msgid, error=False)
