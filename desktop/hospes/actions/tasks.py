# SPDX-License-Identifier: GPL-3.0-or-later
"""Tasks: writing one down, ticking it, changing it."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from hospes.actions import Action
from hospes.actions.editing import Edit
from hospes.actions.own import own_association
from hospes.domain.errors import FieldProblem
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.tables.events import Task
from hospes.store.writer import Writer


@dataclass(frozen=True)
class AddTask(Action):
    """Write down something to do. Gives its id."""

    code: ClassVar[str] = "task-add"
    label: ClassVar[str] = N_("Add the task “{task}”")

    title: str
    due_on: date | None = None
    person_id: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """Add it."""
        own = own_association(w)
        return w.create(
            Task, owner_id=own.id, title=_title(self.title), due_on=self.due_on, person_id=self.person_id
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
    fields: ClassVar[frozenset[str]] = frozenset({"title", "due_on", "snoozed_to", "assignee_id"})
    ref: ClassVar[str] = "task"

    def checked(self, w: Writer, row: Row) -> dict[str, object]:
        """A task needs words."""
        values = dict(self.values)
        if "title" in values:
            values["title"] = _title(str(values["title"]))
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


def _title(typed: str) -> str:
    title = " ".join(typed.split())
    if not title:
        raise FieldProblem("title", "What is there to do? The task needs a few words.")
    return title
