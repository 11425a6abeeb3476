# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of actors: kept with the day they are of and who states them (S26)."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from hospes.actions import Action
from hospes.domain.errors import FieldProblem
from hospes.domain.values import RoughDate
from hospes.i18n.marks import N_
from hospes.store.tables.actors import ActorFact
from hospes.store.tables.organisations import Organisation
from hospes.store.writer import Writer


@dataclass(frozen=True)
class KeepActorFact(Action):
    """Write down a figure of an organisation, or of a whole country. Gives its id; `id` changes one."""

    code: ClassVar[str] = "actor-fact-keep"
    label: ClassVar[str] = N_("Write down a figure of {organisation}")

    what: str
    value: str
    as_of: RoughDate | None
    source: str
    organisation_id: UUID | None = None
    country: str = ""
    id: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """Keep it. A figure without a source and a day is worth nothing two years later: both are asked."""
        values = {name: " ".join(getattr(self, name).split()) for name in ("what", "value", "source")}
        for name, words in (
            ("what", N_("What does the figure count?")),
            ("value", N_("The figure itself is missing.")),
            ("source", N_("Who states it? A figure needs a source.")),
        ):
            if not values[name]:
                raise FieldProblem(name, words)
        if self.as_of is None:
            raise FieldProblem("as_of", N_("As of when? A year is enough."))
        if self.id is not None:
            row = w.must(ActorFact, self.id)
            row.what, row.value, row.source = values["what"], values["value"], values["source"]
            row.as_of = self.as_of
            return row.id
        if self.organisation_id is not None:
            w.must(Organisation, self.organisation_id)
        return w.create(
            ActorFact,
            organisation_id=self.organisation_id,
            country=self.country.upper(),
            as_of=self.as_of,
            **values,
        ).id

    def refs(self, result: object) -> dict[str, object]:
        """Whose."""
        return {"organisation": self.organisation_id}


@dataclass(frozen=True)
class DropActorFact(Action):
    """Take a figure away."""

    code: ClassVar[str] = "actor-fact-drop"
    label: ClassVar[str] = N_("Delete a figure of {organisation}")

    id: UUID

    def apply(self, w: Writer) -> UUID | None:
        """Delete it; gives whose it was."""
        row = w.must(ActorFact, self.id)
        organisation = row.organisation_id
        w.delete(row)
        return organisation

    def refs(self, result: object) -> dict[str, object]:
        """Whose it was."""
        return {"organisation": result}
