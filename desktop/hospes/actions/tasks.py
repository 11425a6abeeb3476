# SPDX-License-Identifier: GPL-3.0-or-later
"""Tasks: writing one down, ticking it, changing it.

A day may be counted from a visit or an event ("three weeks before"); then it moves along with it.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar
from uuid import UUID

from hospes.actions import Action
from hospes.actions.editing import Edit
from hospes.actions.own import own_association
from hospes.domain.errors import FieldProblem, UserError
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.tables.events import Event, Task
from hospes.store.tables.visits import Visit
from hospes.store.writer import Writer


@dataclass(frozen=True)
class AddTask(Action):
    """Write down something to do. Gives its id."""

    code: ClassVar[str] = "task-add"
    label: ClassVar[str] = N_("Add the task “{task}”")

    title: str
    due_on: date | None = None
    person_id: UUID | None = None
    assignee_id: UUID | None = None
    visit_id: UUID | None = None
    event_id: UUID | None = None
    days: int | None = None
    """Days after (negative: before) the first day of the visit or event, instead of a day."""
    project_id: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """Add it."""
        own = own_association(w)
        due, days = counted(w, self.visit_id, self.event_id, self.due_on, self.days)
        return w.create(
            Task,
            owner_id=own.id,
            title=_title(self.title),
            due_on=due,
            days_from_start=days,
            person_id=self.person_id,
            assignee_id=self.assignee_id,
            visit_id=self.visit_id,
            event_id=self.event_id,
            project_id=self.project_id,
        ).id

    def refs(self, result: object) -> dict[str, object]:
        """The task."""
        return {"task": result}


@dataclass(frozen=True)
class EditTask(Edit):
    """Change a task, or put it off."""

    code: ClassVar[str] = "task-edit"
    label: ClassVar[str] = N_("Change the task “{task}”")
    table: ClassVar[type[Row]] = Task
    fields: ClassVar[frozenset[str]] = frozenset(
        {"title", "due_on", "snoozed_to", "assignee_id", "person_id", "visit_id", "event_id",
         "project_id", "days_from_start"}
    )  # fmt: skip
    ref: ClassVar[str] = "task"

    def checked(self, w: Writer, row: Row) -> dict[str, object]:
        """A task needs words; a day of a task that belongs to a visit or event is kept as a distance too."""
        values = dict(self.values)
        if "title" in values:
            values["title"] = _title(str(values["title"]))
        assert isinstance(row, Task)
        if values.keys() & {"due_on", "visit_id", "event_id", "days_from_start"}:
            now: dict[str, Any] = {"due_on": row.due_on, "visit_id": row.visit_id, "event_id": row.event_id}
            now |= values
            values["due_on"], values["days_from_start"] = counted(
                w, now["visit_id"], now["event_id"], now["due_on"], now.get("days_from_start")
            )
        return values


@dataclass(frozen=True)
class TickTask(Action):
    """A task is done, or (with `done` False) is not."""

    code: ClassVar[str] = "task-tick"
    label: ClassVar[str] = N_("Tick off “{task}”")

    id: UUID
    done: bool = True

    def apply(self, w: Writer) -> None:
        """Keep the day."""
        w.must(Task, self.id).done_on = w.today if self.done else None

    def refs(self, result: object) -> dict[str, object]:
        """The task."""
        return {"task": self.id}


def counted(
    w: Writer, visit_id: UUID | None, event_id: UUID | None, due: date | None, days: int | None
) -> tuple[date | None, int | None]:
    """Day and distance of a task, whichever of the two was said; a visit without days keeps the distance."""
    if visit_id is not None and event_id is not None:
        raise UserError("A task belongs to a visit or to an event, not to both.", code="task-two")
    if visit_id is not None:
        start = w.must(Visit, visit_id).first
    elif event_id is not None:
        start = w.must(Event, event_id).on
    else:
        return due, None
    if start is None:
        return due, days
    if days is not None:
        return start + timedelta(days=days), days
    return due, None if due is None else (due - start).days


def _title(typed: str) -> str:
    title = " ".join(typed.split())
    if not title:
        raise FieldProblem("title", "What is there to do? The task needs a few words.")
    return title
