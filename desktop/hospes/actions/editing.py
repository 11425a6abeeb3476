# SPDX-License-Identifier: GPL-3.0-or-later
"""Changing fields of a row: what all such actions have in common, and how a lost update is refused.

Two windows, or a window and the command line, may look at the same row. Whoever saves second is told, with
both values, instead of writing over what the other did (reliability T8.1).
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.domain.errors import UserError
from hospes.store.base import Row
from hospes.store.tables.journal import Change
from hospes.store.writer import Writer


class ChangedMeanwhile(UserError):
    """The field was changed by somebody else since it was read; `mine` and `theirs` are both values."""

    code = "changed-meanwhile"

    def __init__(self, name: str, mine: object, theirs: object) -> None:
        super().__init__(
            "Somebody changed this in the meantime. It now says “{theirs}”, you have “{mine}”. "
            "Look at both and write the right one.",
            field=name,
            mine=mine if mine is not None else "",
            theirs=theirs if theirs is not None else "",
        )
        self.field, self.mine, self.theirs = name, mine, theirs


def refuse_lost_update(w: Writer, row: Row, seen: int | None, values: Mapping[str, object]) -> None:
    """Raise ChangedMeanwhile where a field of `values` was changed since the row had version `seen`.

    Other fields may well have changed: each field is saved when it is left. Every step raises the version by
    one, so the newest `version - seen` changes of the row are what happened since.
    """
    if seen is None or seen == row.version:
        return
    since: set[str] = set()
    if seen < row.version:
        query = (
            select(Change.fields)
            .where(Change.row_id == row.id)
            .order_by(Change.id.desc())
            .limit(row.version - seen)
        )
        for fields in w.scalars(query):
            since |= set(fields)
    for name, mine in values.items():
        theirs = getattr(row, name)
        # A version that runs backwards means the row was taken out and put back: then every field counts.
        if theirs != mine and (name in since or seen > row.version):
            raise ChangedMeanwhile(name, mine, theirs)


def known_fields(values: Mapping[str, object], fields: Set[str]) -> None:
    """Refuse what is none of these fields; nobody can type that, so it is a fault of the code that asks."""
    if strange := values.keys() - fields:
        raise ValueError(f"no such fields: {sorted(strange)}")


def in_one_line(values: Mapping[str, object], but: Set[str] = frozenset({"note"})) -> dict[str, object]:
    """The values with one blank for several in the texts, except in those that may have lines (`but`)."""
    return {
        name: " ".join(value.split()) if type(value) is str and name not in but else value
        for name, value in values.items()
    }


def assign(row: Row, values: Mapping[str, object]) -> None:
    """Set fields; blanks around a text go."""
    for name, value in values.items():
        setattr(row, name, value.strip() if type(value) is str else value)


@dataclass(frozen=True)
class Edit(Action):
    """Change some fields of one row. `seen` is the version the editor looked at.

    Subclasses name the table, the fields that may be changed, and the key of the label's reference.
    """

    table: ClassVar[type[Row]]
    fields: ClassVar[frozenset[str]]
    ref: ClassVar[str]

    id: UUID
    values: Mapping[str, object] = field(default_factory=dict)
    seen: int | None = None

    def apply(self, w: Writer) -> object:
        """Check and assign. Raises FieldProblem, or ChangedMeanwhile."""
        known_fields(self.values, self.fields)
        row = w.must(self.table, self.id)
        values = self.checked(w, row)
        refuse_lost_update(w, row, self.seen, values)
        assign(row, values)
        w.flush()
        return row.version

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """The values as they will be kept. Raises FieldProblem where one cannot be used."""
        return self.values

    def refs(self, result: object) -> dict[str, object]:
        """The row itself."""
        return {self.ref: self.id}


OWNERS = ("person_id", "household_id", "organisation_id", "visit_id", "partnership_id")


def owner_of(row: Row) -> UUID | None:
    """Whose fact a row is, whichever of its columns says so."""
    return next((value for name in OWNERS if isinstance(value := getattr(row, name, None), UUID)), None)


@dataclass(frozen=True)
class EditFact(Edit):
    """Change a fact about somebody; the step names them. Gives their id."""

    ref: ClassVar[str] = "owner"

    def apply(self, w: Writer) -> object:
        """Check and assign. Raises FieldProblem, or ChangedMeanwhile."""
        super().apply(w)
        return owner_of(w.must(self.table, self.id))

    def refs(self, result: object) -> dict[str, object]:
        """Whose it is."""
        return {self.ref: result}


@dataclass(frozen=True)
class DeleteFact(Action):
    """Take a fact about somebody away; the step names them. Gives their id."""

    table: ClassVar[type[Row]]

    id: UUID

    def apply(self, w: Writer) -> object:
        """Delete it."""
        row = w.must(self.table, self.id)
        w.delete(row)
        return owner_of(row)

    def refs(self, result: object) -> dict[str, object]:
        """Whose it was."""
        return {"owner": result}
