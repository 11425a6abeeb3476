# SPDX-License-Identifier: GPL-3.0-or-later
"""Which visits a new one could be like, and what would come along from each."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, func, select

from hospes.domain.codes_twinning import TerritoryKind
from hospes.domain.codes_visit import OfferState, VisitKind
from hospes.queries.association import Town, towns
from hospes.queries.member_history import visit_titles
from hospes.queries.visits import Party, parties_of, partner_ranks
from hospes.store.selections import AnyColumn, pick
from hospes.store.tables.budget import BudgetLine
from hospes.store.tables.events import Task
from hospes.store.tables.stays import HostOffer
from hospes.store.tables.towns import Territory
from hospes.store.tables.visits import ProgrammeItem, Visit


@dataclass(frozen=True, slots=True)
class Model:
    """An earlier visit, and how much of it could be copied."""

    id: UUID
    title: str
    kind: VisitKind
    first: date | None
    last: date | None
    parties: tuple[Party, ...]
    items: int
    tasks: int
    budget: int
    hosts: int


def visit_models(connection: Connection, language: str) -> list[Model]:
    """All visits, the newest first."""
    query = pick(Visit.id, Visit.kind, Visit.first, Visit.last).where(Visit.binned_at.is_(None))
    rows = connection.execute(query.order_by(Visit.first.desc(), Visit.id.desc())).all()
    ids = [row[0] for row in rows]
    titles = visit_titles(connection, ids, language)
    parties = parties_of(connection, ids, language)
    items, tasks, budget, hosts = (
        _counted(connection, ProgrammeItem.visit_id),
        _counted(connection, Task.visit_id),
        _counted(connection, BudgetLine.visit_id),
        _counted(connection, HostOffer.visit_id, HostOffer.state != OfferState.WITHDRAWN),
    )
    return [
        Model(
            one, titles.get(one, ""), kind, first, last, tuple(parties.get(one, ())),
            items.get(one, 0), tasks.get(one, 0), budget.get(one, 0), hosts.get(one, 0),
        )
        for one, kind, first, last in rows
    ]  # fmt: skip


def _counted(connection: Connection, column: AnyColumn, *conditions: ColumnElement[bool]) -> dict[UUID, int]:
    query = select(column, func.count()).where(column.is_not(None), *conditions).group_by(column)
    return dict(connection.execute(query).all())


def visit_towns(connection: Connection, language: str) -> list[Town]:
    """Our town, then twin towns in the order of their shapes, then other towns; no regions or countries."""
    larger = (TerritoryKind.REGION, TerritoryKind.COUNTRY)
    left_out = set(connection.scalars(select(Territory.id).where(Territory.kind.in_(larger))))
    ranks = partner_ranks(connection)
    found = [town for town in towns(connection, language) if town.is_home or town.id not in left_out]
    return sorted(found, key=lambda town: (not town.is_home, ranks.get(town.id, len(ranks))))
