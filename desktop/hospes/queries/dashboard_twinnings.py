# SPDX-License-Identifier: GPL-3.0-or-later
"""What twinnings need on Today: a charter to be renewed, a link that has fallen asleep unnoticed."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.codes_twinning import PartnershipStatus
from hospes.domain.twinnings import RENEWAL_SOON
from hospes.queries.partnerships import renewals_of, titles_of, twinning_rows
from hospes.queries.scope import owned
from hospes.store.tables.partnerships import Partnership


def due_renewals(connection: Connection, day: date, language: str) -> list[tuple[UUID, date, str]]:
    """Twinnings whose charter is to be renewed soon or should have been, with their names."""
    p = Partnership
    ids = connection.scalars(
        select(p.id)
        .where(p.binned_at.is_(None), p.until.is_(None), p.status != PartnershipStatus.ENDED)
        .where(owned(connection, p.owner_id))
    ).all()
    last = day + timedelta(days=RENEWAL_SOON)
    due = {bond: on for bond, on in renewals_of(connection, ids).items() if on <= last}
    titles = titles_of(connection, list(due), language)
    return sorted(((bond, on, titles.get(bond, "")) for bond, on in due.items()), key=lambda one: one[1])


def fallen_asleep(connection: Connection, day: date, language: str) -> list[str]:
    """Our links that nobody calls sleeping and from which nothing was heard for long, by name."""
    p = Partnership
    ids = connection.scalars(
        select(p.id).where(
            p.binned_at.is_(None),
            p.status.in_((PartnershipStatus.ACTIVE, PartnershipStatus.RELAUNCHED)),
            owned(connection, p.owner_id),
        )
    ).all()
    rows = twinning_rows(connection, ids, language, day)
    return sorted(row.title for row in rows if row.asleep and row.has_us)
