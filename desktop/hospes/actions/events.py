# SPDX-License-Identifier: GPL-3.0-or-later
"""Events beside visits: meetings, evenings, courses; their texts, who is asked and who comes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.editing import Edit, known_fields
from hospes.actions.own import own_association
from hospes.domain.codes import Attendance, EventKind
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.event_days import moved_last, read_last
from hospes.i18n.languages import normal_code
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.tables.events import Event, EventPerson, EventText, Task
from hospes.store.tables.people import Person
from hospes.store.tables.towns import Territory
from hospes.store.writer import Writer

MOST_PEOPLE = 20_000
AMOUNTS = ("planned_minor", "cost_minor", "income_minor")
TEXTS = frozenset({"title", "agenda", "minutes"})


@dataclass(frozen=True)
class AddEvent(Action):
    """A new event. Gives its id. Without a zone it is that of our town."""

    code: ClassVar[str] = "event-add"
    label: ClassVar[str] = N_("New event “{event}”")

    title: str
    on: date
    kind: EventKind = EventKind.OTHER
    starts: time | None = None
    ends: time | None = None
    place: str = ""
    language: str = ""
    last: date | None = None
    """The last day where it takes several."""

    def apply(self, w: Writer) -> UUID:
        """Add it with its title in the association's language."""
        own = own_association(w)
        title = " ".join(self.title.split())
        if not title:
            raise FieldProblem("title", "The event needs a name.")
        town = w.get(Territory, own.territory_id) if own.territory_id else None
        made = w.create(
            Event,
            owner_id=own.id,
            kind=self.kind,
            on=self.on,
            last=read_last(self.on, self.last),
            starts=self.starts,
            ends=self.ends,
            place=self.place.strip(),
            zone=town.zone if town is not None else "",
        )
        language = self.language or own.preferred_language
        w.create(EventText, event_id=made.id, language=normal_code(language), title=title)
        return made.id

    def refs(self, result: object) -> dict[str, object]:
        """The event."""
        return {"event": result}


@dataclass(frozen=True)
class EditEvent(Edit):
    """Change days, time, place, kind, how many came or what it cost.

    The last day and tasks that are counted from the first one move along with it.
    """

    code: ClassVar[str] = "event-edit"
    label: ClassVar[str] = N_("Change “{event}”")
    table: ClassVar[type[Row]] = Event
    fields: ClassVar[frozenset[str]] = frozenset(
        {
            "kind", "on", "last", "starts", "ends", "place", "visitors", *AMOUNTS, "currency", "chair_id",
            "keeper_id", "second_date", "invited_on",
        }
    )  # fmt: skip
    ref: ClassVar[str] = "event"

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """An event has a day, and does not end before it."""
        assert isinstance(row, Event)
        values = dict(self.values)
        on = values.get("on", row.on)
        if not isinstance(on, date):
            raise FieldProblem("on", "On which day is it?")
        if "last" in values:
            last = values["last"]
            values["last"] = read_last(on, last if isinstance(last, date) else None)
        elif on != row.on and row.last is not None:
            values["last"] = moved_last(row.on, on, row.last)
        for name in AMOUNTS:
            amount = self.values.get(name)
            if isinstance(amount, int) and amount < 0:
                raise FieldProblem(name, "An amount cannot be less than nothing.")
        for name in ("chair_id", "keeper_id"):
            if isinstance(person := self.values.get(name), UUID):
                w.must(Person, person)
        return values

    def apply(self, w: Writer) -> object:
        """Change it and let its tasks follow."""
        version = super().apply(w)
        if "on" in self.values:
            event = w.must(Event, self.id)
            query = select(Task).where(
                Task.event_id == event.id, Task.days_from_start.is_not(None), Task.done_on.is_(None)
            )
            for task in w.scalars(query).all():
                assert task.days_from_start is not None
                task.due_on = event.on + timedelta(days=task.days_from_start)
        return version


@dataclass(frozen=True)
class SetEventText(Action):
    """Title, agenda or minutes of an event in one language; three empty texts take the language away."""

    code: ClassVar[str] = "event-text"
    label: ClassVar[str] = N_("Change the texts of “{event}”")

    event_id: UUID
    language: str
    values: Mapping[str, str] = field(default_factory=dict)

    def apply(self, w: Writer) -> None:
        """Keep them."""
        known_fields(self.values, TEXTS)
        w.must(Event, self.event_id)
        keys = {"event_id": self.event_id, "language": normal_code(self.language)}
        row = w.put(EventText, keys, **{name: text.strip() for name, text in self.values.items()})
        w.flush()
        others = select(EventText).where(
            EventText.event_id == self.event_id, EventText.id != row.id, EventText.title != ""
        )
        if not row.title and w.scalars(others.limit(1)).first() is None:
            raise FieldProblem("title", "The event needs a name.")
        if not (row.title or row.agenda or row.minutes):
            w.delete(row)

    def refs(self, result: object) -> dict[str, object]:
        """The event."""
        return {"event": self.event_id}


@dataclass(frozen=True)
class InviteToEvent(Action):
    """Put people on the list of an event. Gives how many were not on it yet."""

    code: ClassVar[str] = "event-invite"
    label: ClassVar[str] = N_("Invite to “{event}”")

    event_id: UUID
    people: tuple[UUID, ...]

    def apply(self, w: Writer) -> int:
        """Add those who are missing."""
        w.must(Event, self.event_id)
        if not self.people:
            raise UserError("Nobody is chosen.", code="nobody-chosen")
        if len(self.people) > MOST_PEOPLE:
            raise UserError("So many people cannot be put on one list.", code="too-many")
        query = select(EventPerson.person_id).where(EventPerson.event_id == self.event_id)
        known = set(w.scalars(query))
        new = [one for one in dict.fromkeys(self.people) if one not in known]
        rows = [{"event_id": self.event_id, "person_id": w.must(Person, one).id} for one in new]
        w.bulk_add(EventPerson, rows)
        return len(new)

    def refs(self, result: object) -> dict[str, object]:
        """The event and how many."""
        return {"event": self.event_id, "n": result}


@dataclass(frozen=True)
class SetAttendance(Action):
    """Say of people who comes, who came, who is excused; whoever was not on the list is put on it."""

    code: ClassVar[str] = "event-attendance"
    label: ClassVar[str] = N_("Who comes to “{event}”")

    event_id: UUID
    people: tuple[UUID, ...]
    attendance: Attendance

    def apply(self, w: Writer) -> None:
        """Keep it; whoever is there or excused gives no proxy any more."""
        w.must(Event, self.event_id)
        if self.attendance is Attendance.PROXY:
            raise ValueError("a proxy has a holder: GiveProxy")
        for one in dict.fromkeys(self.people):
            keys = {"event_id": self.event_id, "person_id": w.must(Person, one).id}
            w.put(EventPerson, keys, attendance=self.attendance, proxy_holder_id=None)

    def refs(self, result: object) -> dict[str, object]:
        """The event."""
        return {"event": self.event_id, "n": len(self.people)}


@dataclass(frozen=True)
class TakeOffEvent(Action):
    """Take people off the list of an event, with the proxies they gave and held."""

    code: ClassVar[str] = "event-take-off"
    label: ClassVar[str] = N_("Take off the list of “{event}”")

    event_id: UUID
    people: tuple[UUID, ...]

    def apply(self, w: Writer) -> None:
        """Delete the rows."""
        gone = set(self.people)
        query = select(EventPerson).where(EventPerson.event_id == self.event_id)
        for row in w.scalars(query).all():
            if row.person_id in gone:
                w.delete(row)
            elif row.proxy_holder_id in gone:
                row.proxy_holder_id, row.attendance = None, Attendance.INVITED

    def refs(self, result: object) -> dict[str, object]:
        """The event."""
        return {"event": self.event_id, "n": len(self.people)}
