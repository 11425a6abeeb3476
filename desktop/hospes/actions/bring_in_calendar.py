# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing in the entries of another calendar: what is new, and of what changed there the chosen part."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.events import EditEvent
from hospes.actions.own import own_association
from hospes.domain.codes import EventKind
from hospes.domain.errors import UserError
from hospes.domain.incoming_events import IncomingEvent
from hospes.i18n.languages import normal_code
from hospes.i18n.marks import NN_
from hospes.store.base import natural_key
from hospes.store.tables.events import Event, EventText
from hospes.store.writer import Writer

MOST = 20_000


@dataclass(frozen=True)
class ChangedEvent:
    """An event of the file that shall say what the calendar says, in some fields."""

    id: UUID
    version: int
    event: IncomingEvent
    fields: tuple[str, ...]


@dataclass(frozen=True)
class BringInCalendar(Action):
    """Bring in a calendar, as one step. Gives how many events came in or changed."""

    code: ClassVar[str] = "calendar-bring-in"
    label: ClassVar[tuple[str, str]] = NN_(
        "Bring in a calendar with {n} event", "Bring in a calendar with {n} events"
    )

    add: tuple[IncomingEvent, ...]
    change: tuple[ChangedEvent, ...] = ()
    language: str = ""

    def apply(self, w: Writer) -> int:
        """Add and change them. An entry that came in meanwhile is left alone."""
        if len(self.add) > MOST:
            raise UserError("So many events cannot be brought in at once.", code="too-many")
        own = own_association(w)
        language = normal_code(self.language or own.preferred_language)
        known = set(w.scalars(select(Event.uid).where(Event.owner_id == own.id, Event.uid != "")))
        new = [one for one in self.add if one.uid not in known]
        # Keyed by what the other calendar calls them: two laptops that read the same file meet in one row.
        rows = [
            {
                "id": natural_key("event", own.id, one.uid),
                "owner_id": own.id, "kind": EventKind.OTHER, "on": one.on, "last": one.last,
                "starts": one.starts, "ends": one.ends, "place": one.place, "zone": one.zone, "uid": one.uid,
            }
            for one in new
        ]  # fmt: skip
        ids = w.bulk_add(Event, rows)
        w.bulk_add(
            EventText,
            [
                {"event_id": ref, "language": language, "title": one.title, "agenda": one.about}
                for ref, one in zip(ids, new, strict=True)
            ],
        )
        for changed in self.change:
            self._change(w, changed, language)
        return len(new) + len(self.change)

    @staticmethod
    def _change(w: Writer, changed: ChangedEvent, language: str) -> None:
        one, values = changed.event, dict[str, object]()
        if "on" in changed.fields:
            values |= {"on": one.on, "last": one.last}
        if "times" in changed.fields:
            values |= {"starts": one.starts, "ends": one.ends}
            w.must(Event, changed.id).zone = one.zone
        if "place" in changed.fields:
            values["place"] = one.place
        if values:
            EditEvent(changed.id, values, changed.version).apply(w)
        texts = {"title": one.title} if "title" in changed.fields else {}
        texts |= {"agenda": one.about} if "about" in changed.fields else {}
        if texts:
            w.put(EventText, {"event_id": changed.id, "language": language}, **texts)

    def refs(self, result: object) -> dict[str, object]:
        """How many."""
        return {"n": result}
