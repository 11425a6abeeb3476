# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing in the other laptop's file, and deciding what was left for later (design 5.14).

The whole file is one step: one Undo takes all of it back. Who did what on the other laptop stays in the
history under that person's name.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.reach import readable
from hospes.domain.codes import ContactKind
from hospes.domain.errors import UserError
from hospes.domain.merge.answers import Answer, resolve, written
from hospes.domain.merge.plan import Plan, question_from_plain, rows_to_plain
from hospes.domain.merge.values import Question
from hospes.i18n.marks import N_, NN_
from hospes.store.codec import encode_row, journalled, world_columns
from hospes.store.merge_shapes import person_of
from hospes.store.merge_write import (
    add_blobs,
    add_editors,
    add_steps,
    refuse_if_changed,
    refuse_void,
    write_rows,
)
from hospes.store.tables.laptops import MergeQuestion, OtherLaptop
from hospes.store.writer import Writer

TYPED = ""
"""In an answer's value: what a person typed, still to be read as the column needs it."""


@dataclass(frozen=True)
class BroughtIn:
    """What came in, and how many questions wait."""

    changes: int
    waiting: int


def nothing_new() -> UserError:
    """The other laptop has done nothing that is not here."""
    return UserError("Nothing new in this file.", code="laptop-nothing-new")


@dataclass(frozen=True)
class BringInLaptop(Action):
    """Bring in what the other laptop did. Questions with the answer `later` stay on Today; ours stays."""

    code: ClassVar[str] = "laptop-bring-in"
    label: ClassVar[tuple[str, str]] = NN_(
        "Bring in {n} change from the other laptop", "Bring in {n} changes from the other laptop"
    )

    plan: Plan
    answers: tuple[Answer, ...] = ()

    def apply(self, w: Writer) -> BroughtIn:
        """Write it. Raises UserError if there is nothing new, or if our file was changed since."""
        plan, merged = self.plan, self.plan.merged
        if plan.nothing:
            raise nothing_new()
        refuse_if_changed(w, plan)
        answers = self.answers or tuple(Answer() for _ in merged.questions)
        answers = tuple(_read(w, *pair) for pair in zip(merged.questions, answers, strict=True))
        write_rows(w, resolve(merged, answers))
        add_blobs(w, plan)
        add_editors(w, plan)
        add_steps(w, plan)
        waiting = 0
        for number, (question, answer) in enumerate(zip(merged.questions, answers, strict=True)):
            if answer.take == "later":
                waiting += 1
                self._keep(w, number, question)
        if plan.side.last_step:
            keys = {"device": plan.side.device}
            last = UUID(hex=plan.side.last_step)
            w.put(OtherLaptop, keys, editor=plan.side.editor, last_step=last, brought_at=w.now)
        return BroughtIn(merged.count - waiting, waiting)

    def _keep(self, w: Writer, number: int, question: Question) -> None:
        """A question for another day. What was asked about the same before is out of date."""
        table, row_id = question.key
        same = select(MergeQuestion).where(
            MergeQuestion.row_id == UUID(hex=row_id), MergeQuestion.table_name == table
        )
        for earlier in w.scalars(same).all():
            if list(earlier.fields) == list(question.fields):
                w.delete(earlier)
        mine, theirs = self.plan.told[number]
        w.create(
            MergeQuestion,
            kind=question.kind,
            table_name=table,
            row_id=UUID(hex=row_id),
            fields=list(question.fields),
            mine=rows_to_plain(question.mine),
            theirs=rows_to_plain(question.theirs),
            mine_by=mine.by,
            mine_at=_moment(mine.at),
            theirs_by=theirs.by,
            theirs_at=_moment(theirs.at),
            device=self.plan.side.device,
            person_id=person_of(
                table, question.mine.get(question.key) or question.theirs.get(question.key), row_id
            ),
        )

    def refs(self, result: object) -> dict[str, object]:
        """How many changes."""
        assert isinstance(result, BroughtIn)
        return {"n": result.changes, "waiting": result.waiting}


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


@dataclass(frozen=True)
class DecideLaptopQuestion(Action):
    """Decide something that was left for later."""

    code: ClassVar[str] = "laptop-decide"
    label: ClassVar[str] = N_("Decide about the other laptop's change of {entry}")

    question_id: UUID
    answer: Answer

    def apply(self, w: Writer) -> UUID:
        """Write the answer. Raises UserError if it cannot be carried out any more."""
        kept = w.must(MergeQuestion, self.question_id)
        question = question_from_plain(
            kept.kind, (kept.table_name, kept.row_id.hex), kept.fields, kept.mine, kept.theirs
        )
        if question.fields:
            question = self._as_it_is_now(w, question)
        rows = written(question, _read(w, question, self.answer), {})
        refuse_void(w, rows)
        write_rows(w, rows)
        w.delete(kept)
        return kept.row_id

    def _as_it_is_now(self, w: Writer, question: Question) -> Question:
        """Only the columns that are asked about come from the other laptop; the rest is as it is today."""
        table, row_id = question.key
        cls = journalled()[table]
        row = w.get(cls, UUID(hex=row_id))
        theirs = question.theirs[question.key]
        if row is None or theirs is None:
            raise UserError("This entry is no longer in the file.", code="gone")
        today = encode_row(cls, {c.name: getattr(row, c.name) for c in world_columns(cls)})
        turned = {**today, **{name: theirs[name] for name in question.fields}}
        return Question(
            question.kind, question.key, {question.key: today}, {question.key: turned}, question.fields
        )

    def refs(self, result: object) -> dict[str, object]:
        """What it was about."""
        return {"entry": result}


def _read(w: Writer, question: Question, answer: Answer) -> Answer:
    """Something typed instead of both values, as columns. Raises UserError if it cannot be used."""
    if answer.take != "value" or TYPED not in answer.value:
        return answer
    typed = str(answer.value[TYPED]).strip()
    if question.key[0] != "contact_point":
        return Answer("value", {question.fields[0]: typed})
    row = question.mine[question.key] or {}
    value, number = readable(w, ContactKind(str(row["kind"])), typed)
    return Answer("value", {"value": value, "e164": number})
