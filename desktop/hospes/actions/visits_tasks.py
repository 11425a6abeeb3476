# SPDX-License-Identifier: GPL-3.0-or-later
"""Tasks of a visit: before, during and after it, their days counted from the first (design 5.8)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select

from hospes.actions import Action
from hospes.domain.errors import FieldProblem
from hospes.i18n.marks import N_
from hospes.store.tables.events import Task
from hospes.store.tables.visits import Visit
from hospes.store.writer import Writer


@dataclass(frozen=True)
class AddVisitTask(Action):
    """Write down something to do for a visit, on a day or so many days from its first. Gives its id."""

    code: ClassVar[str] = "visit-task-add"
    label: ClassVar[str] = N_("Add the task “{task}”")

    visit_id: UUID
    title: str
    due_on: date | None = None
    days: int | None = None

    def apply(self, w: Writer) -> UUID:
        """Add it; a day is kept as a distance from the first day too, so that it moves with the visit."""
        visit = w.must(Visit, self.visit_id)
        title = " ".join(self.title.split())
        if not title:
            raise FieldProblem("title", "What is there to do? The task needs a few words.")
        due, days = counted(visit, self.due_on, self.days)
        last = w.scalar(select(func.max(Task.position)).where(Task.visit_id == visit.id))
        return w.create(
            Task,
            owner_id=visit.owner_id,
            title=title,
            due_on=due,
            days_from_start=days,
            visit_id=visit.id,
            position=0 if last is None else last + 1,
        ).id

    def refs(self, result: object) -> dict[str, object]:
        """The task and its visit."""
        return {"task": result, "visit": self.visit_id}


def counted(visit: Visit, due: date | None, days: int | None) -> tuple[date | None, int | None]:
    """Day and distance of a task, whichever of the two was said."""
    if visit.first is None:
        return due, days
    if days is not None:
        return visit.first + timedelta(days=days), days
    return due, None if due is None else (due - visit.first).days


@dataclass(frozen=True)
class MoveVisitTask(Action):
    """Another day for a task of a visit, None takes the day away; perhaps other words too."""

    code: ClassVar[str] = "visit-task-move"
    label: ClassVar[str] = N_("Move the task “{task}”")

    id: UUID
    due_on: date | None
    title: str = ""

    def apply(self, w: Writer) -> UUID:
        """Keep it. Gives the visit."""
        task = w.must(Task, self.id)
        if self.title.strip():
            task.title = " ".join(self.title.split())
        assert task.visit_id is not None
        visit = w.must(Visit, task.visit_id)
        task.due_on, task.days_from_start = counted(visit, self.due_on, None)
        return visit.id

    def refs(self, result: object) -> dict[str, object]:
        """The task and its visit."""
        return {"task": self.id, "visit": result}


@dataclass(frozen=True)
class DeleteTask(Action):
    """Take a task away."""

    code: ClassVar[str] = "task-delete"
    label: ClassVar[str] = N_("Delete the task “{task}”")

    id: UUID

    def apply(self, w: Writer) -> None:
        """Delete it."""
        w.delete(w.must(Task, self.id))

    def refs(self, result: object) -> dict[str, object]:
        """The task."""
        return {"task": self.id}
