# SPDX-License-Identifier: GPL-3.0-or-later
"""How many minors are in what is taken out: whoever hands it on shall know (reliability T7.8)."""

from datetime import date
from uuid import UUID

from sqlalchemy import Connection, String, func, select, type_coerce

from hospes.domain.codes_visit import ParticipationKind
from hospes.i18n.locale import Locale
from hospes.queries.filters import EVERYONE, Filter, MemberScope
from hospes.queries.members import member_ids
from hospes.queries.scope import among, at_a_visit
from hospes.store.tables.people import Person
from hospes.store.tables.visits import Participation

FULL_AGE = 18


def minors_inside(
    connection: Connection,
    what: str,
    today: date,
    locale: Locale,
    filter_: Filter | None = None,
    visit: UUID | None = None,
) -> int:
    """Of members, contacts or the guests of a visit; of anything else nobody is counted."""
    born_after = f"{today.year - FULL_AGE:04d}{today.isoformat()[4:]}"
    p = Person
    query = select(func.count(p.id.distinct())).where(type_coerce(p.birth, String) > born_after)
    if what in {"members", "contacts"}:
        wanted = filter_ or EVERYONE
        if what == "contacts":
            wanted = wanted.having("member", MemberScope.NOW.value, negated=True)
        query = query.where(among(p.id, member_ids(connection, wanted, locale=locale, today=today)))
    elif what == "guests" and visit is not None:
        a = Participation
        guests = select(a.person_id).where(a.visit_id == visit, a.kind != ParticipationKind.HOST)
        query = query.where(p.id.in_(guests), at_a_visit(p))
    else:
        return 0
    return connection.execute(query).scalar() or 0
