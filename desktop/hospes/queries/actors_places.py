# SPDX-License-Identifier: GPL-3.0-or-later
"""Which twinning a town belongs to, and which places lie over there: what papers about actors begin with."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.codes_twinning import PartnershipStatus
from hospes.queries.association import Town, towns
from hospes.queries.scope import owned
from hospes.store.tables.partnerships import Partnership, PartnershipParty
from hospes.store.tables.towns import Territory


def bond_with(connection: Connection, territory_id: UUID) -> UUID | None:
    """The oldest twinning with a town."""
    p, party = Partnership, PartnershipParty
    query = (
        select(p.id)
        .join(party, party.partnership_id == p.id)
        .where(party.territory_id == territory_id)
        .order_by(p.parent_id.is_not(None), p.since.is_(None), p.since, p.id)
        .limit(1)
    )
    return connection.execute(query).scalar()


@dataclass(frozen=True, slots=True)
class OverThere:
    """The partner places of a twinning and their countries; `home` is ours."""

    home: Town | None
    partners: tuple[Town, ...]

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries of the partners."""
        return tuple(dict.fromkeys(one.country for one in self.partners if one.country))


def over_there(connection: Connection, partnership_id: UUID | None, language: str) -> OverThere:
    """Home and the partner places of a twinning; of all twinnings of our town that have not ended if None."""
    party, t, p = PartnershipParty, Territory, Partnership
    query = select(t.id).join(party, party.territory_id == t.id).where(t.is_home.is_(False))
    if partnership_id is not None:
        query = query.where(party.partnership_id == partnership_id)
    else:
        ours = (
            select(party.partnership_id)
            .join(t, party.territory_id == t.id)
            .join(p, p.id == party.partnership_id)
            .where(
                t.is_home.is_(True),
                owned(connection, p.owner_id),
                p.status != PartnershipStatus.ENDED,
                p.binned_at.is_(None),
            )
        )
        query = query.where(party.partnership_id.in_(ours))
    found = connection.scalars(query.order_by(party.position, party.id))
    wanted = list(dict.fromkeys(found))
    called = {one.id: one for one in towns(connection, language)}
    home = next((one for one in called.values() if one.is_home), None)
    return OverThere(home, tuple(called[one] for one in wanted if one in called))
