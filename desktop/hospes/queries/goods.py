# SPDX-License-Identifier: GPL-3.0-or-later
"""Goods of aid transports: those of a visit, of a project's visits, or all (S12)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.goods import GoodsSum, GoodsUnit, add_up
from hospes.domain.values import Money
from hospes.queries.scope import owned
from hospes.store.selections import pick
from hospes.store.tables.goods import Goods
from hospes.store.tables.projects import ProjectPart
from hospes.store.tables.visits import Visit


@dataclass(frozen=True, slots=True)
class GoodsRow:
    """One kind of goods; weight and worth are those of the whole line."""

    id: UUID
    visit_id: UUID
    what: str
    what_there: str
    tariff: str
    number: int
    unit: GoodsUnit
    grams: int | None
    value: Money | None
    giver: str
    package: str
    received_on: date | None
    received_by: str
    note: str

    @property
    def received(self) -> bool:
        """Somebody took it over there."""
        return self.received_on is not None


def goods_rows(connection: Connection, visit: UUID | None = None) -> tuple[GoodsRow, ...]:
    """The goods of a visit, or of all visits, in the order of their lists; later visits first."""
    g = Goods
    query = (
        pick(
            g.id, g.visit_id, g.what, g.what_there, g.tariff, g.number, g.unit, g.grams, g.value_minor,
            g.currency, g.giver, g.package, g.received_on, g.received_by, g.note,
        )
        .join(Visit, Visit.id == g.visit_id)
        .where(Visit.binned_at.is_(None), owned(connection, Visit.owner_id))
        .order_by(Visit.first.desc(), Visit.id, g.position, g.id)
    )  # fmt: skip
    if visit is not None:
        query = query.where(g.visit_id == visit)
    rows = connection.execute(query)
    return tuple(
        GoodsRow(
            id_, of, what, there, tariff, number, unit, grams,
            Money(minor, currency) if minor is not None else None, *more,
        )
        for id_, of, what, there, tariff, number, unit, grams, minor, currency, *more in rows
    )  # fmt: skip


def goods_of_project(connection: Connection, project: UUID) -> GoodsSum:
    """What the visits of a project brought, all together."""
    visits = set(connection.scalars(select(ProjectPart.visit_id).where(ProjectPart.project_id == project)))
    return add_up(one for one in goods_rows(connection) if one.visit_id in visits)


def givers(connection: Connection) -> tuple[str, ...]:
    """Everybody who gave goods, each once, to be offered while one types."""
    return tuple(sorted({one.giver for one in goods_rows(connection) if one.giver}))
