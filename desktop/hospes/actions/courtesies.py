# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing down gifts, honours, thanks and speeches (S14)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.editing import assign, in_one_line, known_fields
from hospes.actions.offers import ThankHosts
from hospes.actions.own import own_association
from hospes.domain.courtesies import CourtesyKind
from hospes.domain.errors import FieldProblem
from hospes.i18n.marks import N_
from hospes.store.tables.courtesies import Courtesy
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.people import Person
from hospes.store.tables.visits import Visit
from hospes.store.writer import Writer

FIELDS = frozenset(
    {"kind", "what", "on", "person_id", "organisation_id", "other", "occasion", "visit_id", "reason", "note"}
)


@dataclass(frozen=True)
class KeepCourtesy(Action):
    """Write down one, or change it. Gives its id.

    Args:
        values: Fields of `Courtesy`; a new one needs `kind` and `what`, and for or from whom it is.
        id: The one that is changed.
    """

    code: ClassVar[str] = "courtesy-keep"
    label: ClassVar[str] = N_("Write in the protocol book")

    values: Mapping[str, object]
    id: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """Check and keep it. Raises FieldProblem."""
        known_fields(self.values, FIELDS)
        values = in_one_line(self.values)
        if self.id is None:
            row = w.create(Courtesy, owner_id=own_association(w).id, kind=values["kind"], what="")
        else:
            row = w.must(Courtesy, self.id)
        assign(row, values)
        if not row.what:
            raise FieldProblem("what", "Say what it is.")
        if row.person_id is not None:
            w.must(Person, row.person_id)
        if row.organisation_id is not None:
            w.must(Organisation, row.organisation_id)
        if row.visit_id is not None:
            w.must(Visit, row.visit_id)
        if row.person_id is None and row.organisation_id is None and not row.other:
            raise FieldProblem("whom", "Say for whom or from whom it is.")
        if row.on is not None and row.on.year < 1900:
            raise FieldProblem("on", "This is not a day.")
        return row.id

    def refs(self, result: object) -> dict[str, object]:
        """The entry."""
        return {"entry": result}


@dataclass(frozen=True)
class DropCourtesy(Action):
    """Take some out of the protocol book."""

    code: ClassVar[str] = "courtesy-drop"
    label: ClassVar[str] = N_("Take an entry out of the protocol book")

    ids: tuple[UUID, ...]

    def apply(self, w: Writer) -> None:
        """Delete them."""
        for one in self.ids:
            w.delete(w.must(Courtesy, one))

    def refs(self, result: object) -> dict[str, object]:
        """Nothing."""
        return {}


@dataclass(frozen=True, slots=True)
class Whom:
    """Somebody of the file, or a mere name."""

    person_id: UUID | None = None
    organisation_id: UUID | None = None
    other: str = ""


@dataclass(frozen=True)
class PlanThanks(Action):
    """Write letters of thanks after a visit into the protocol book as still to do. Gives the visit."""

    code: ClassVar[str] = "thanks-plan"
    label: ClassVar[str] = N_("Plan the thanks for {visit}")

    visit_id: UUID
    whom: tuple[Whom, ...]
    what: str
    occasion: str = ""

    def apply(self, w: Writer) -> UUID:
        """Keep an entry for each. Raises FieldProblem."""
        w.must(Visit, self.visit_id)
        for one in self.whom:
            values = {
                "kind": CourtesyKind.LETTER,
                "what": self.what,
                "person_id": one.person_id,
                "organisation_id": one.organisation_id,
                "other": one.other,
                "occasion": self.occasion,
                "visit_id": self.visit_id,
            }
            KeepCourtesy(values).apply(w)
        return self.visit_id

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        return {"visit": result}


@dataclass(frozen=True)
class LettersOut(Action):
    """Letters of thanks went out: homes are marked, and the others stand in the protocol book.

    Who was planned there is no longer to do. Gives the visit.

    Args:
        visit_id: The visit.
        offers: Of the homes that got one.
        people: Everybody else who got one, and those of the homes.
        helpers: Whoever of them was not a host: of these an entry is kept.
        what: What such an entry says.
        occasion: On which occasion.
    """

    code: ClassVar[str] = "thanks-out"
    label: ClassVar[str] = N_("Send the letters of thanks for {visit}")

    visit_id: UUID
    offers: tuple[UUID, ...]
    people: tuple[UUID, ...]
    helpers: tuple[UUID, ...]
    what: str
    occasion: str = ""

    def apply(self, w: Writer) -> UUID:
        """Write it down."""
        w.must(Visit, self.visit_id)
        if self.offers:
            ThankHosts(self.offers).apply(w)
        query = select(Courtesy).where(
            Courtesy.visit_id == self.visit_id, Courtesy.kind == CourtesyKind.LETTER
        )
        kept = w.scalars(query).all()
        known = {row.person_id for row in kept}
        for row in kept:
            if row.on is None and row.person_id in self.people:
                row.on = w.today
        for person in self.helpers:
            if person not in known:
                values = {
                    "kind": CourtesyKind.LETTER,
                    "what": self.what,
                    "on": w.today,
                    "person_id": person,
                    "occasion": self.occasion,
                    "visit_id": self.visit_id,
                }
                KeepCourtesy(values).apply(w)
        return self.visit_id

    def refs(self, result: object) -> dict[str, object]:
        """The visit."""
        return {"visit": result}
