# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing down trainings with who was there, and advice that was asked for (S15)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.editing import assign, known_fields
from hospes.actions.own import own_association
from hospes.domain.errors import FieldProblem
from hospes.i18n.marks import N_
from hospes.store.tables.people import Person
from hospes.store.tables.trainings import AdviceCase, Training, TrainingPerson
from hospes.store.writer import Writer

TRAINING = frozenset({"topic", "provider", "place", "first", "last", "note"})
ADVICE = frozenset({"question", "asked", "asked_on", "answer", "answered_on"})


@dataclass(frozen=True)
class KeepTraining(Action):
    """Write down a training, or change it. Gives its id.

    Args:
        values: Fields of `Training`; a new one needs `topic`.
        people: Who took part; None leaves that as it is.
        id: The one that is changed.
    """

    code: ClassVar[str] = "training-keep"
    label: ClassVar[str] = N_("Write down a training")

    values: Mapping[str, object]
    people: tuple[UUID, ...] | None = None
    id: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """Check and keep it. Raises FieldProblem."""
        known_fields(self.values, TRAINING)
        if self.id is None:
            row = w.create(Training, owner_id=own_association(w).id, topic="")
        else:
            row = w.must(Training, self.id)
        assign(row, self.values)
        if not row.topic:
            raise FieldProblem("topic", "Say what it was about.")
        if row.first is None and row.last is not None:
            row.first, row.last = row.last, None
        if row.first is not None and row.last is not None and row.last < row.first:
            raise FieldProblem("last", "It cannot end before it begins.")
        if self.people is not None:
            self._set_people(w, row.id)
        return row.id

    def _set_people(self, w: Writer, training: UUID) -> None:
        wanted = dict.fromkeys(self.people or ())
        there = w.scalars(select(TrainingPerson).where(TrainingPerson.training_id == training))
        for one in there.all():
            if one.person_id in wanted:
                del wanted[one.person_id]
            else:
                w.delete(one)
        for person in wanted:
            w.must(Person, person)
            w.create(TrainingPerson, training_id=training, person_id=person)

    def refs(self, result: object) -> dict[str, object]:
        """The training."""
        return {"training": result}


@dataclass(frozen=True)
class DropTrainings(Action):
    """Take trainings out, with who was there."""

    code: ClassVar[str] = "training-drop"
    label: ClassVar[str] = N_("Take out a training")

    ids: tuple[UUID, ...]

    def apply(self, w: Writer) -> None:
        """Delete them."""
        people = select(TrainingPerson).where(TrainingPerson.training_id.in_(self.ids))
        for one in w.scalars(people).all():
            w.delete(one)
        for key in self.ids:
            w.delete(w.must(Training, key))

    def refs(self, result: object) -> dict[str, object]:
        """Nothing is left to name."""
        return {}


@dataclass(frozen=True)
class KeepAdvice(Action):
    """Write down a question somebody was asked, or change it. Gives its id.

    Args:
        values: Fields of `AdviceCase`; a new one needs `question`.
        id: The one that is changed.
    """

    code: ClassVar[str] = "advice-keep"
    label: ClassVar[str] = N_("Write down advice")

    values: Mapping[str, object]
    id: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """Check and keep it. Raises FieldProblem."""
        known_fields(self.values, ADVICE)
        if self.id is None:
            row = w.create(AdviceCase, owner_id=own_association(w).id, question="")
        else:
            row = w.must(AdviceCase, self.id)
        assign(row, self.values)
        if not row.question:
            raise FieldProblem("question", "Say what was asked.")
        if row.asked_on is not None and row.answered_on is not None and row.answered_on < row.asked_on:
            raise FieldProblem("answered_on", "It cannot be answered before it is asked.")
        return row.id

    def refs(self, result: object) -> dict[str, object]:
        """The question."""
        return {"advice": result}


@dataclass(frozen=True)
class DropAdvice(Action):
    """Take questions out."""

    code: ClassVar[str] = "advice-drop"
    label: ClassVar[str] = N_("Take out advice")

    ids: tuple[UUID, ...]

    def apply(self, w: Writer) -> None:
        """Delete them."""
        for one in self.ids:
            w.delete(w.must(AdviceCase, one))

    def refs(self, result: object) -> dict[str, object]:
        """Nothing is left to name."""
        return {}
