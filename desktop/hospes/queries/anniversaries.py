# SPDX-License-Identifier: GPL-3.0-or-later
"""Anniversaries ahead: of twinnings, agreements, associations; and what is to be renewed (REQ-1-01)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.anniversaries import Coming, Occasion, reached
from hospes.domain.codes_twinning import PartnershipStatus
from hospes.domain.values import RoughDate
from hospes.queries.names import names
from hospes.queries.partnerships import renewals_of, titles_of
from hospes.queries.scope import among, owned, there
from hospes.store.selections import pick
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.partnerships import Agreement, AgreementSigning, AgreementText, Partnership


def anniversaries_ahead(
    connection: Connection, first: date, last: date, codes: Sequence[str]
) -> list[Coming]:
    """Everything between two days but what concerns people, by day."""
    p = Partnership
    query = pick(p.id, p.since).where(
        p.binned_at.is_(None),
        p.until.is_(None),
        p.status != PartnershipStatus.ENDED,
        owned(connection, p.owner_id),
    )
    bonds: dict[UUID, RoughDate | None] = {row[0]: row[1] for row in connection.execute(query)}
    titles = [titles_of(connection, list(bonds), code) for code in codes]
    found = [
        one
        for bond, since in bonds.items()
        for one in reached(Occasion.TWINNING, since, first, last, [each.get(bond, "") for each in titles])
    ]
    found += [
        Coming(Occasion.RENEWAL, on, True, 0, tuple(each.get(bond, "") for each in titles))
        for bond, on in renewals_of(connection, list(bonds)).items()
        if on <= last
    ]
    found += _agreements(connection, bonds, titles, first, last, codes)
    found += _associations(connection, first, last, codes)
    return sorted(found, key=lambda one: (one.on, -one.years, one.names))


def _agreements(
    connection: Connection,
    bonds: dict[UUID, RoughDate | None],
    titles: Sequence[dict[UUID, str]],
    first: date,
    last: date,
    codes: Sequence[str],
) -> list[Coming]:
    """Of each paper the first signing; not that by which a twinning began, which has its own line."""
    s, a, t = AgreementSigning, Agreement, AgreementText
    signed: dict[UUID, tuple[UUID, RoughDate]] = {}
    query = (
        pick(a.id, a.partnership_id, s.on)
        .join(a, a.id == s.agreement_id)
        .where(among(a.partnership_id, bonds))
    )
    for ref, bond, on in connection.execute(query):
        if ref not in signed or on.last < signed[ref][1].last:
            signed[ref] = (bond, on)
    called: dict[tuple[UUID, str], str] = {
        (row[0], row[1]): row[2]
        for row in connection.execute(
            pick(t.agreement_id, t.language, t.title).where(among(t.agreement_id, signed))
        )
    }
    found = []
    for ref, (bond, on) in signed.items():
        since = bonds[bond]
        if since is not None and str(since) == str(on):
            continue
        texts = [
            called.get((ref, code.partition("-")[0])) or each.get(bond, "")
            for code, each in zip(codes, titles, strict=True)
        ]
        found += reached(Occasion.AGREEMENT, on, first, last, texts)
    return found


def _associations(connection: Connection, first: date, last: date, codes: Sequence[str]) -> list[Coming]:
    o = Organisation
    query = pick(o.id, o.founded).where(there(o), o.founded.is_not(None))
    rows = connection.execute(query).all()
    called = [names(connection, [row[0] for row in rows], code, ("organisation",)) for code in codes]
    return [
        one
        for ref, founded in rows
        for one in reached(
            Occasion.ASSOCIATION, founded, first, last,
            [each[ref].text if ref in each else "" for each in called],
        )
    ]  # fmt: skip
