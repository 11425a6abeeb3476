# SPDX-License-Identifier: GPL-3.0-or-later
"""What the rail counts beside "Visits": guests of coming visits for whom no home is found yet."""

from datetime import date, timedelta

from sqlalchemy import Connection, func, select

from hospes.domain.codes_visit import OfferState
from hospes.queries.hosting_needs import REACH, coming
from hospes.queries.scope import owned
from hospes.queries.visits import needing_beds
from hospes.store.tables.stays import HostOffer, Placement
from hospes.store.tables.visits import Visit


def guests_without_host(connection: Connection, today: date) -> int:
    """How many guests of the visits of ours that Today tells about have no bed at all."""
    offered = select(HostOffer.visit_id).where(HostOffer.state != OfferState.NO)
    visits = connection.scalars(
        select(Visit.id).where(
            coming(today),
            owned(connection, Visit.owner_id),
            Visit.first <= today + timedelta(days=REACH),
            Visit.id.in_(offered),
        )
    ).all()
    if not visits:
        return 0
    people = needing_beds(visits)
    query = select(func.count()).where(people.c.id.not_in(select(Placement.participation_id)))
    return connection.execute(query.select_from(people)).scalar() or 0
