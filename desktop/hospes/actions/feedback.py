# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing down feedback to those above, and that it was sent (S33, REQ-1-20)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from hospes.actions import Action
from hospes.actions.editing import assign, in_one_line, known_fields
from hospes.actions.own import own_association
from hospes.domain.errors import FieldProblem
from hospes.i18n.marks import N_
from hospes.store.tables.events import Event
from hospes.store.tables.feedback import Feedback
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.visits import Visit
from hospes.store.writer import Writer

LONG = frozenset({"observation", "proposal", "answer"})
FIELDS = LONG | {
    "topic", "level", "organisation_id", "visit_id", "event_id", "collected_on", "sent_on", "answered_on",
}  # fmt: skip


@dataclass(frozen=True)
class KeepFeedback(Action):
    """Write down an item, or change it. Gives its id.

    Args:
        values: Fields of `Feedback`; a new one needs `topic` and `level`.
        id: The one that is changed.
    """

    code: ClassVar[str] = "feedback-keep"
    label: ClassVar[str] = N_("Write down feedback")

    values: Mapping[str, object]
    id: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """Check and keep it. Raises FieldProblem."""
        known_fields(self.values, FIELDS)
        row = (
            w.create(Feedback, owner_id=own_association(w).id, topic="", level=self.values["level"])
            if self.id is None
            else w.must(Feedback, self.id)
        )
        assign(row, in_one_line(self.values, LONG))
        if not row.topic:
            raise FieldProblem("topic", "Say in a few words what it is about.")
        if row.answered_on is not None and row.sent_on is not None and row.answered_on < row.sent_on:
            raise FieldProblem("answered_on", "It cannot be answered before it is sent.")
        for table, key in (
            (Organisation, row.organisation_id),
            (Visit, row.visit_id),
            (Event, row.event_id),
        ):
            if key is not None:
                w.must(table, key)
        return row.id

    def refs(self, result: object) -> dict[str, object]:
        """The item."""
        return {"feedback": result}


@dataclass(frozen=True)
class SendFeedback(Action):
    """Note that items went out; those that were sent before keep their day."""

    code: ClassVar[str] = "feedback-send"
    label: ClassVar[str] = N_("Note that feedback was sent")

    ids: tuple[UUID, ...]
    on: date

    def apply(self, w: Writer) -> None:
        """Set the day where there is none."""
        for one in self.ids:
            row = w.must(Feedback, one)
            if row.sent_on is None:
                row.sent_on = self.on

    def refs(self, result: object) -> dict[str, object]:
        """The items."""
        return {"feedback": list(self.ids)}


@dataclass(frozen=True)
class DropFeedback(Action):
    """Take items out."""

    code: ClassVar[str] = "feedback-drop"
    label: ClassVar[str] = N_("Take out feedback")

    ids: tuple[UUID, ...]

    def apply(self, w: Writer) -> None:
        """Delete them."""
        for one in self.ids:
            w.delete(w.must(Feedback, one))

    def refs(self, result: object) -> dict[str, object]:
        """Nothing is left to name."""
        return {}
