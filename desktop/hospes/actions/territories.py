# SPDX-License-Identifier: GPL-3.0-or-later
"""Towns, districts, regions and countries: their names per language, when they held, what became of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.editing import Edit
from hospes.actions.visits import check_zone
from hospes.domain.codes_twinning import SuccessionKind, TerritoryKind
from hospes.domain.countries import read_country, zone_of
from hospes.domain.errors import FieldProblem, UserError
from hospes.i18n.languages import normal_code
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.codec import journalled, reference_columns
from hospes.store.tables.towns import Territory, TerritoryName, TerritorySuccession
from hospes.store.writer import Writer


def new_territory(w: Writer, name: str, country: str, kind: TerritoryKind = TerritoryKind.TOWN) -> Territory:
    """Add a territory by its own name. Raises FieldProblem."""
    found = _name(name)
    code = read_country(country)
    zone = zone_of(code) if kind is TerritoryKind.TOWN else ""
    return w.create(Territory, name=found, country=code, kind=kind, zone=zone)


def _name(typed: str) -> str:
    name = " ".join(typed.split())
    if not name:
        raise FieldProblem("name", "The place needs a name.")
    return name


def _in_order(first: object, last: object) -> None:
    if isinstance(first, date) and isinstance(last, date) and last < first:
        raise FieldProblem("valid_to", "The end lies before the beginning.")


@dataclass(frozen=True)
class AddTerritory(Action):
    """A new town, district, region or country. Gives its id."""

    code: ClassVar[str] = "territory-add"
    label: ClassVar[str] = N_("Add the place {territory}")

    name: str
    kind: TerritoryKind = TerritoryKind.TOWN
    country: str = ""
    parent_id: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """Add it."""
        row = new_territory(w, self.name, self.country, self.kind)
        row.parent_id = self.parent_id
        return row.id

    def refs(self, result: object) -> dict[str, object]:
        """The new one."""
        return {"territory": result}


@dataclass(frozen=True)
class EditTerritory(Edit):
    """Change what is known of a place."""

    code: ClassVar[str] = "territory-edit"
    label: ClassVar[str] = N_("Change the place {territory}")
    table: ClassVar[type[Row]] = Territory
    fields: ClassVar[frozenset[str]] = frozenset(
        {"name", "kind", "country", "subdivision", "zone", "parent_id", "valid_from", "valid_to"}
    )
    ref: ClassVar[str] = "territory"

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """A name, a country by its letters, a zone there is; nothing lies in itself."""
        assert isinstance(row, Territory)
        values = dict(self.values)
        if "name" in values:
            values["name"] = _name(str(values["name"]))
        if "country" in values:
            values["country"] = read_country(str(values["country"]))
        if values.get("zone"):
            check_zone(str(values["zone"]))
        _in_order(values.get("valid_from", row.valid_from), values.get("valid_to", row.valid_to))
        parent = values.get("parent_id")
        while isinstance(parent, UUID):
            if parent == row.id:
                raise FieldProblem("parent_id", "A place cannot lie in itself.")
            parent = w.must(Territory, parent).parent_id
        return values


@dataclass(frozen=True)
class SetTerritoryName(Action):
    """What a place is called in a language, perhaps from a day to a day. `id` is the name that is changed.

    Gives the place.
    """

    code: ClassVar[str] = "territory-name"
    label: ClassVar[str] = N_("Name the place {territory}")

    territory_id: UUID
    language: str
    name: str
    valid_from: date | None = None
    valid_to: date | None = None
    id: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """Keep it."""
        w.must(Territory, self.territory_id)
        _in_order(self.valid_from, self.valid_to)
        keys = {
            "territory_id": self.territory_id,
            "language": normal_code(self.language),
            "name": _name(self.name),
        }
        # The name is part of the key (decision 1): another name is another fact.
        if self.id is not None and self.id != w.key_for(TerritoryName, keys):
            w.delete(w.must(TerritoryName, self.id))
            w.flush()
        w.put(TerritoryName, keys, valid_from=self.valid_from, valid_to=self.valid_to)
        return self.territory_id

    def refs(self, result: object) -> dict[str, object]:
        """The place."""
        return {"territory": self.territory_id}


@dataclass(frozen=True)
class DeleteTerritoryName(Action):
    """Take a name of a place away. Gives the place."""

    code: ClassVar[str] = "territory-name-delete"
    label: ClassVar[str] = N_("Take a name of {territory} away")

    id: UUID

    def apply(self, w: Writer) -> UUID:
        """Delete it."""
        row = w.must(TerritoryName, self.id)
        w.delete(row)
        return row.territory_id

    def refs(self, result: object) -> dict[str, object]:
        """The place."""
        return {"territory": result}


@dataclass(frozen=True)
class AddSuccession(Action):
    """A place became another on a day: merged, split, or renamed. Both keep their own rows and days."""

    code: ClassVar[str] = "territory-succession"
    label: ClassVar[str] = N_("Say what became of {territory}")

    before_id: UUID
    after_id: UUID
    kind: SuccessionKind
    on: date

    def apply(self, w: Writer) -> None:
        """Keep it, and close the old place on the day before where nothing is said about its end."""
        before, after = w.must(Territory, self.before_id), w.must(Territory, self.after_id)
        if before.id == after.id:
            raise FieldProblem("after_id", "A place cannot become itself.")
        if self._leads_back(w):
            raise FieldProblem("after_id", "This would lead round in a circle.")
        keys = {"before_id": before.id, "after_id": after.id}
        w.put(TerritorySuccession, keys, kind=self.kind, on=self.on)
        if before.valid_to is None:
            before.valid_to = date.fromordinal(self.on.toordinal() - 1)
        if after.valid_from is None and self.kind is SuccessionKind.RENAMED:
            after.valid_from = self.on

    def _leads_back(self, w: Writer) -> bool:
        s = TerritorySuccession
        todo, seen = [self.after_id], set[UUID]()
        while todo:
            one = todo.pop()
            if one == self.before_id:
                return True
            if one not in seen:
                seen.add(one)
                todo += w.scalars(select(s.after_id).where(s.before_id == one)).all()
        return False

    def refs(self, result: object) -> dict[str, object]:
        """The old place."""
        return {"territory": self.before_id, "after": self.after_id}


@dataclass(frozen=True)
class DeleteSuccession(Action):
    """Take back that a place became another. Gives the old place."""

    code: ClassVar[str] = "territory-succession-delete"
    label: ClassVar[str] = N_("Take back what became of {territory}")

    id: UUID

    def apply(self, w: Writer) -> UUID:
        """Delete it; the days of both places stay as they are."""
        row = w.must(TerritorySuccession, self.id)
        w.delete(row)
        return row.before_id

    def refs(self, result: object) -> dict[str, object]:
        """The old place."""
        return {"territory": result}


@dataclass(frozen=True)
class DeleteTerritory(Action):
    """Delete a place nothing belongs to, with its names."""

    code: ClassVar[str] = "territory-delete"
    label: ClassVar[str] = N_("Delete the place {territory}")

    id: UUID

    def apply(self, w: Writer) -> None:
        """Delete it. Raises UserError where something still points to it."""
        row = w.must(Territory, self.id)
        if row.is_home or self._is_used(w):
            raise UserError(
                "Something still belongs to this place: a twinning, a visit, an organisation or another "
                "place. Take that away first.",
                code="territory-used",
            )
        for name in w.scalars(select(TerritoryName).where(TerritoryName.territory_id == self.id)).all():
            w.delete(name)
        w.flush()
        w.delete(row)

    def _is_used(self, w: Writer) -> bool:
        for cls in journalled().values():
            points = [name for name, target in reference_columns(cls) if target == "territory"]
            for name in points if cls is not TerritoryName else ():
                if name == "id":
                    continue
                column: Any = getattr(cls, name)
                if w.scalars(select(cls.id).where(column == self.id).limit(1)).first() is not None:
                    return True
        return False

    def refs(self, result: object) -> dict[str, object]:
        """The place; after it is gone its last change says what it was called."""
        return {"territory": self.id}
