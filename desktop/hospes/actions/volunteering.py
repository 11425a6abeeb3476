# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing down hours volunteers gave, for one or for several people at once (S16)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from hospes.actions import Action
from hospes.actions.editing import known_fields
from hospes.actions.own import own_association
from hospes.domain.errors import FieldProblem
from hospes.domain.volunteering import most_minutes
from hospes.i18n.marks import N_
from hospes.store.tables.events import Event
from hospes.store.tables.people import Person
from hospes.store.tables.visits import Visit
from hospes.store.tables.volunteering import VolunteerHours
from hospes.store.writer import Writer

FIELDS = frozenset({"first", "last", "minutes", "kind", "visit_id", "event_id", "note"})
NEEDED = frozenset({"first", "minutes", "kind"})


@dataclass(frozen=True)
class KeepHours(Action):
    """Write down hours, the same for each of some people, or change an entry. Gives the ids.

    Args:
        values: Fields of `VolunteerHours`; new ones need `first`, `minutes` and `kind`.
        people: Who gave them. Of an entry that is changed the first one, others get one of their own; None
            leaves whose it is.
        id: The entry that is changed.
    """

    code: ClassVar[str] = "hours-keep"
    label: ClassVar[str] = N_("Write down volunteer hours")

    values: Mapping[str, object]
    people: tuple[UUID, ...] | None = None
    id: UUID | None = None

    def apply(self, w: Writer) -> tuple[UUID, ...]:
        """Check and keep them. Raises FieldProblem."""
        known_fields(self.values, FIELDS)
        row = w.must(VolunteerHours, self.id) if self.id is not None else None
        values = self._values(w, row)
        people = list(dict.fromkeys(self.people)) if self.people is not None else []
        if row is not None:
            people = people or [row.person_id]
        if not people:
            raise FieldProblem("people", "Say who gave the time.")
        kept: list[UUID] = []
        for person in people:
            w.must(Person, person)
            if row is not None and not kept:
                row.person_id = person
                for name, value in values.items():
                    setattr(row, name, value)
                kept.append(row.id)
            else:
                own = own_association(w).id if row is None else row.owner_id
                kept.append(w.create(VolunteerHours, owner_id=own, person_id=person, **values).id)
        return tuple(kept)

    def _values(self, w: Writer, row: VolunteerHours | None) -> dict[str, object]:
        """What stands in the entry from now on, checked."""
        values: dict[str, object] = {name: getattr(row, name) for name in FIELDS} if row is not None else {}
        values.update(self.values)
        if missing := NEEDED - values.keys():
            raise ValueError(f"hours need {sorted(missing)}")
        first, last, minutes = values["first"], values.get("last"), values["minutes"]
        if not isinstance(first, date):
            raise FieldProblem("first", "Say on which day.")
        if isinstance(last, date) and last < first:
            raise FieldProblem("last", "It cannot end before it begins.")
        if last == first:
            values["last"] = None
        end = last if isinstance(last, date) else first
        if end.year != first.year:
            raise FieldProblem("last", "Make two entries, so that each year has its own sum.")
        if not isinstance(minutes, int) or minutes <= 0:
            raise FieldProblem("minutes", "Say how many hours.")
        if minutes > most_minutes(first, end):
            raise FieldProblem("minutes", "These days do not have so many hours.")
        values["note"] = str(values.get("note") or "").strip()
        for table, name in ((Visit, "visit_id"), (Event, "event_id")):
            if isinstance(key := values.get(name), UUID):
                w.must(table, key)
        return values

    def refs(self, result: object) -> dict[str, object]:
        """The entries."""
        return {"hours": result}


@dataclass(frozen=True)
class DropHours(Action):
    """Take entries out."""

    code: ClassVar[str] = "hours-drop"
    label: ClassVar[str] = N_("Take out volunteer hours")

    ids: tuple[UUID, ...]

    def apply(self, w: Writer) -> None:
        """Delete them."""
        for one in self.ids:
            w.delete(w.must(VolunteerHours, one))

    def refs(self, result: object) -> dict[str, object]:
        """Nothing is left to name."""
        return {}
