# SPDX-License-Identifier: GPL-3.0-or-later
"""Visits and events as the occasion of something written down: to choose from, and as a name."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.i18n.locale import Locale
from hospes.queries.events import events_to_choose
from hospes.queries.member_history import visit_titles
from hospes.queries.scope import owned
from hospes.store.tables.visits import Visit


@dataclass(frozen=True, slots=True)
class Occasion:
    """A visit or an event that can be chosen."""

    table: str
    id: UUID
    title: str


def occasions(connection: Connection, locale: Locale) -> list[Occasion]:
    """Visits, the latest first, then events as they are chosen elsewhere."""
    query = select(Visit.id).where(Visit.binned_at.is_(None), owned(connection, Visit.owner_id))
    ids = connection.scalars(query.order_by(Visit.first.desc(), Visit.id)).all()
    titles = visit_titles(connection, ids, locale.language)
    untitled = locale.text("Visit without a name")
    found = [Occasion("visit", one, titles.get(one) or untitled) for one in ids]
    return found + [Occasion("event", key, title) for key, title, _ in events_to_choose(connection, locale)]
