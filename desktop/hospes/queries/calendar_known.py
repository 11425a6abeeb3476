# SPDX-License-Identifier: GPL-3.0-or-later
"""What of the file may stand in a calendar that comes in: events by their UID, visits, programmes."""

from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.incoming_events import KnownCalendar, KnownEvent
from hospes.queries.association import association, base_language
from hospes.queries.scope import owned
from hospes.store.selections import pick
from hospes.store.tables.events import Event, EventText
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.towns import Territory
from hospes.store.tables.visits import ProgrammeItem, Visit


def event_uid(event_id: UUID, uid: str) -> str:
    """What calendars call an event: as the one it came from did, or by its key."""
    return uid or f"event-{event_id.hex}@hospes"


def known_calendar(connection: Connection) -> KnownCalendar:
    """Everything an entry can be compared with, the bin too."""
    e, t = Event, EventText
    titles: dict[UUID, dict[str, str]] = {}
    agendas: dict[UUID, dict[str, str]] = {}
    texts = pick(t.event_id, t.language, t.title, t.agenda).order_by(t.language)
    for ref, language, title, agenda in connection.execute(texts):
        if title:
            titles.setdefault(ref, {})[language] = title
        if agenda:
            agendas.setdefault(ref, {})[language] = agenda
    query = pick(e.id, e.version, e.on, e.starts, e.ends, e.zone, e.place, e.uid, e.binned_at, e.last).where(
        owned(connection, e.owner_id)
    )
    events: dict[str, KnownEvent] = {}
    for ref, version, on, starts, ends, zone, place, uid, binned, last in connection.execute(query):
        events[event_uid(ref, uid)] = KnownEvent(
            ref, version, on, starts, ends, zone, place, titles.get(ref, {}), agendas.get(ref, {}),
            binned is not None, last,
        )  # fmt: skip
    others = {*connection.scalars(select(Visit.id)), *connection.scalars(select(ProgrammeItem.id))}
    own = association(connection)
    home = (
        select(Territory.zone)
        .join(Organisation, Organisation.territory_id == Territory.id)
        .where(Organisation.id == own.id)
    )
    zone = connection.scalars(home).first() or ""
    return KnownCalendar(events, frozenset(others), zone, base_language(own.language))
