# SPDX-License-Identifier: GPL-3.0-or-later
"""Aims of a twinning: a sentence, a theme, whose matter it is, until when, the visits that serve it (S19)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select

from hospes.actions import Action
from hospes.actions.editing import Edit
from hospes.domain.errors import FieldProblem
from hospes.domain.values import RoughDate
from hospes.i18n.languages import normal_code
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.removal import remove
from hospes.store.tables.partnerships import (
    Partnership,
    PartnershipAim,
    PartnershipAimText,
    PartnershipAimVisit,
)
from hospes.store.tables.visits import Visit
from hospes.store.writer import Writer


@dataclass(frozen=True)
class AddAim(Action):
    """Something the partners want to reach. Gives its id."""

    code: ClassVar[str] = "twinning-aim-add"
    label: ClassVar[str] = N_("Add an aim to {partnership}")

    partnership_id: UUID
    texts: Mapping[str, str] = field(default_factory=dict)
    theme_id: UUID | None = None
    person_id: UUID | None = None
    until: RoughDate | None = None

    def apply(self, w: Writer) -> UUID:
        """Add it behind the others."""
        w.must(Partnership, self.partnership_id)
        texts = {normal_code(code): text.strip() for code, text in self.texts.items() if text.strip()}
        if not texts:
            raise FieldProblem("text", "Write in a sentence what shall be reached.")
        a = PartnershipAim
        position = w.scalar(select(func.max(a.position)).where(a.partnership_id == self.partnership_id))
        aim = w.create(
            PartnershipAim,
            partnership_id=self.partnership_id,
            theme_id=self.theme_id,
            person_id=self.person_id,
            until=self.until,
            position=0 if position is None else position + 1,
        )
        for language, text in texts.items():
            w.create(PartnershipAimText, aim_id=aim.id, language=language, text=text)
        return aim.id

    def refs(self, result: object) -> dict[str, object]:
        """The twinning."""
        return {"partnership": self.partnership_id}


@dataclass(frozen=True)
class EditAim(Edit):
    """Change theme, person, end of an aim, or say that it is reached. Gives the twinning."""

    code: ClassVar[str] = "twinning-aim-edit"
    label: ClassVar[str] = N_("Change an aim of {partnership}")
    table: ClassVar[type[Row]] = PartnershipAim
    fields: ClassVar[frozenset[str]] = frozenset({"theme_id", "person_id", "until", "reached_on", "position"})
    ref: ClassVar[str] = "partnership"

    def apply(self, w: Writer) -> object:
        """Check and assign."""
        super().apply(w)
        return w.must(PartnershipAim, self.id).partnership_id

    def refs(self, result: object) -> dict[str, object]:
        """The twinning."""
        return {"partnership": result}


@dataclass(frozen=True)
class SetAimText(Action):
    """The sentence of an aim in one language. Gives the twinning."""

    code: ClassVar[str] = "twinning-aim-text"
    label: ClassVar[str] = N_("Write an aim of {partnership}")

    id: UUID
    language: str
    text: str

    def apply(self, w: Writer) -> UUID:
        """Keep it. Raises FieldProblem where no language would be left."""
        aim = w.must(PartnershipAim, self.id)
        language, text = normal_code(self.language), self.text.strip()
        t = PartnershipAimText
        if not text:
            others = w.scalars(select(t.text).where(t.aim_id == self.id, t.language != language))
            if not any(others):
                raise FieldProblem("text", "Write in a sentence what shall be reached.")
        w.put(t, {"aim_id": self.id, "language": language}, text=text)
        return aim.partnership_id

    def refs(self, result: object) -> dict[str, object]:
        """The twinning."""
        return {"partnership": result}


@dataclass(frozen=True)
class SetAimVisits(Action):
    """The visits that serve an aim, in place of those that did. Gives the twinning."""

    code: ClassVar[str] = "twinning-aim-visits"
    label: ClassVar[str] = N_("Link visits to an aim of {partnership}")

    id: UUID
    visits: tuple[UUID, ...]

    def apply(self, w: Writer) -> UUID:
        """Keep them."""
        aim = w.must(PartnershipAim, self.id)
        wanted = set(self.visits)
        v = PartnershipAimVisit
        for row in w.scalars(select(v).where(v.aim_id == self.id)).all():
            if row.visit_id in wanted:
                wanted.discard(row.visit_id)
            else:
                w.delete(row)
        for visit_id in sorted(wanted):
            w.must(Visit, visit_id)
            w.create(v, aim_id=self.id, visit_id=visit_id)
        return aim.partnership_id

    def refs(self, result: object) -> dict[str, object]:
        """The twinning."""
        return {"partnership": result}


@dataclass(frozen=True)
class DeleteAim(Action):
    """Take an aim out with its sentences; a reached one gets its day instead. Gives the twinning."""

    code: ClassVar[str] = "twinning-aim-delete"
    label: ClassVar[str] = N_("Delete an aim of {partnership}")

    id: UUID

    def apply(self, w: Writer) -> UUID:
        """Delete it."""
        bond = w.must(PartnershipAim, self.id).partnership_id
        remove(w, PartnershipAim, self.id)
        return bond

    def refs(self, result: object) -> dict[str, object]:
        """The twinning."""
        return {"partnership": result}
