# SPDX-License-Identifier: GPL-3.0-or-later
"""Phases and motives of a twinning, each from when to when, so that the change can be told (S2, S20)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select

from hospes.actions import Action
from hospes.actions.editing import DeleteFact, EditFact, known_fields
from hospes.domain.codes_twinning import Motive
from hospes.domain.errors import FieldProblem
from hospes.domain.values import RoughDate
from hospes.i18n.languages import normal_code
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.removal import remove
from hospes.store.tables.partnerships import (
    Partnership,
    PartnershipMotive,
    PartnershipPhase,
    PartnershipPhaseText,
)
from hospes.store.writer import Writer


@dataclass(frozen=True)
class AddPhase(Action):
    """A stretch of the story, named in one language or several. Gives its id."""

    code: ClassVar[str] = "twinning-phase-add"
    label: ClassVar[str] = N_("Add a phase to {partnership}")

    partnership_id: UUID
    titles: Mapping[str, str] = field(default_factory=dict)
    first: RoughDate | None = None
    last: RoughDate | None = None

    def apply(self, w: Writer) -> UUID:
        """Add it behind the others."""
        w.must(Partnership, self.partnership_id)
        titles = {normal_code(code): " ".join(title.split()) for code, title in self.titles.items()}
        if not any(titles.values()):
            raise FieldProblem("title", "The phase needs a name.")
        _in_order(self.first, self.last)
        p = PartnershipPhase
        position = w.scalar(select(func.max(p.position)).where(p.partnership_id == self.partnership_id))
        phase = w.create(
            PartnershipPhase,
            partnership_id=self.partnership_id,
            first=self.first,
            last=self.last,
            position=0 if position is None else position + 1,
        )
        for language, title in titles.items():
            if title:
                w.create(PartnershipPhaseText, phase_id=phase.id, language=language, title=title)
        return phase.id

    def refs(self, result: object) -> dict[str, object]:
        """The twinning."""
        return {"partnership": self.partnership_id}


@dataclass(frozen=True)
class EditPhase(EditFact):
    """Change from when to when a phase was."""

    code: ClassVar[str] = "twinning-phase-edit"
    label: ClassVar[str] = N_("Change a phase of {owner}")
    table: ClassVar[type[Row]] = PartnershipPhase
    fields: ClassVar[frozenset[str]] = frozenset({"first", "last", "position"})

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """It does not end before it begins."""
        assert isinstance(row, PartnershipPhase)
        _in_order(self.values.get("first", row.first), self.values.get("last", row.last))
        return self.values


@dataclass(frozen=True)
class SetPhaseTexts(Action):
    """Name and text of a phase in one language. Gives the twinning."""

    code: ClassVar[str] = "twinning-phase-texts"
    label: ClassVar[str] = N_("Write about a phase of {partnership}")

    id: UUID
    language: str
    values: Mapping[str, str] = field(default_factory=dict)

    def apply(self, w: Writer) -> UUID:
        """Keep them."""
        known_fields(self.values, {"title", "text"})
        phase = w.must(PartnershipPhase, self.id)
        keys = {"phase_id": self.id, "language": normal_code(self.language)}
        w.put(PartnershipPhaseText, keys, **{name: text.strip() for name, text in self.values.items()})
        return phase.partnership_id

    def refs(self, result: object) -> dict[str, object]:
        """The twinning."""
        return {"partnership": result}


@dataclass(frozen=True)
class DeletePhase(Action):
    """Take a phase out with its texts. Gives the twinning."""

    code: ClassVar[str] = "twinning-phase-delete"
    label: ClassVar[str] = N_("Delete a phase of {partnership}")

    id: UUID

    def apply(self, w: Writer) -> UUID:
        """Delete it."""
        bond = w.must(PartnershipPhase, self.id).partnership_id
        remove(w, PartnershipPhase, self.id)
        return bond

    def refs(self, result: object) -> dict[str, object]:
        """The twinning."""
        return {"partnership": result}


@dataclass(frozen=True)
class AddMotive(Action):
    """A reason for the twinning, from when to when. Gives its id."""

    code: ClassVar[str] = "twinning-motive-add"
    label: ClassVar[str] = N_("Add a motive to {partnership}")

    partnership_id: UUID
    motive: Motive
    first: RoughDate | None = None
    last: RoughDate | None = None

    def apply(self, w: Writer) -> UUID:
        """Add it."""
        w.must(Partnership, self.partnership_id)
        _in_order(self.first, self.last)
        return w.create(
            PartnershipMotive,
            partnership_id=self.partnership_id,
            motive=self.motive,
            first=self.first,
            last=self.last,
        ).id

    def refs(self, result: object) -> dict[str, object]:
        """The twinning."""
        return {"partnership": self.partnership_id}


@dataclass(frozen=True)
class EditMotive(EditFact):
    """Change a motive, or from when to when it held."""

    code: ClassVar[str] = "twinning-motive-edit"
    label: ClassVar[str] = N_("Change a motive of {owner}")
    table: ClassVar[type[Row]] = PartnershipMotive
    fields: ClassVar[frozenset[str]] = frozenset({"motive", "first", "last"})

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """It does not end before it begins."""
        assert isinstance(row, PartnershipMotive)
        _in_order(self.values.get("first", row.first), self.values.get("last", row.last))
        return self.values


@dataclass(frozen=True)
class DeleteMotive(DeleteFact):
    """Take away a motive that never was one; one that no longer holds gets its last year instead."""

    code: ClassVar[str] = "twinning-motive-delete"
    label: ClassVar[str] = N_("Delete a motive of {owner}")
    table: ClassVar[type[Row]] = PartnershipMotive


def _in_order(first: object, last: object) -> None:
    if isinstance(first, RoughDate) and isinstance(last, RoughDate) and last.last < first.first:
        raise FieldProblem("last", "The end lies before the beginning.")
