# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields the association adds to people ("shirt size", "key no."), and what people have in them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select

from hospes.actions import Action
from hospes.actions.editing import Edit
from hospes.domain.codes import FieldKind
from hospes.domain.errors import FieldProblem, UserError
from hospes.i18n.fold import fold
from hospes.i18n.languages import normal_code
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.tables.notes import OwnField, OwnFieldText, OwnFieldValue
from hospes.store.writer import Writer

YES, NO = "yes", "no"
_NUMBER = re.compile(r"-?\d{1,15}(?:[.,]\d{1,6})?\Z")


def checked_value(field: OwnField, typed: str) -> str:
    """The value as it is kept: days in ISO form, yes or no, numbers with a point. Raises FieldProblem."""
    text = typed.strip()
    if not text or field.kind == FieldKind.TEXT:
        return text
    if field.kind == FieldKind.NUMBER and _NUMBER.match(text):
        return text.replace(",", ".")
    if field.kind == FieldKind.YES_NO and text in {YES, NO}:
        return text
    if field.kind == FieldKind.CHOICE:
        found = next((one for one in choices_of(field.choices) if fold(one) == fold(text)), None)
        if found is not None:
            return found
    if field.kind == FieldKind.DAY:
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            pass
    raise FieldProblem(
        f"own.{field.name}", "“{value}” does not fit here. What you typed is kept.", value=text[:60]
    )


def choices_of(text: str) -> list[str]:
    """The choices of a field, divided by semicolons."""
    return [one for one in (part.strip() for part in text.split(";")) if one]


@dataclass(frozen=True)
class AddOwnField(Action):
    """Add a field to people; gives its id."""

    code: ClassVar[str] = "own-field-add"
    label: ClassVar[str] = N_("Add the field {field}")

    name: str
    kind: FieldKind = FieldKind.TEXT
    choices: str = ""

    def apply(self, w: Writer) -> UUID:
        """Add it behind the others. Raises FieldProblem for a name that is empty or taken."""
        name = _free_name(w, self.name)
        last = w.scalars(select(func.max(OwnField.position))).first()
        position = 0 if last is None else last + 1
        choices = ";".join(choices_of(self.choices))
        return w.create(OwnField, name=name, kind=self.kind, choices=choices, position=position).id

    def refs(self, result: object) -> dict[str, object]:
        """The field."""
        return {"field": result}


def _free_name(w: Writer, typed: str, but: UUID | None = None) -> str:
    name = " ".join(typed.split())
    if not fold(name):
        raise FieldProblem("name", "The field needs a name.")
    for field in w.scalars(select(OwnField)):
        if field.id != but and fold(field.name) == fold(name):
            raise FieldProblem("name", "There is a field “{name}” already.", name=field.name)
    return name


@dataclass(frozen=True)
class EditOwnField(Edit):
    """Change a field's name, kind, choices or place."""

    code: ClassVar[str] = "own-field-edit"
    label: ClassVar[str] = N_("Edit the field {field}")
    table: ClassVar[type[Row]] = OwnField
    ref: ClassVar[str] = "field"
    fields: ClassVar[frozenset[str]] = frozenset({"name", "kind", "choices", "position"})

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """Names are unique; a new kind must fit what people already have."""
        values = dict(self.values)
        if "name" in values:
            values["name"] = _free_name(w, str(values["name"]), but=self.id)
        if "choices" in values:
            values["choices"] = ";".join(choices_of(str(values["choices"])))
        if values.keys() & {"kind", "choices"}:
            assert isinstance(row, OwnField)
            kind = FieldKind(str(values.get("kind", row.kind)))
            as_it_will_be = OwnField(
                name=row.name, kind=kind, choices=str(values.get("choices", row.choices))
            )
            query = select(OwnFieldValue.value).where(OwnFieldValue.own_field_id == self.id).distinct()
            for value in w.scalars(query):
                checked_value(as_it_will_be, value)
        return values


@dataclass(frozen=True)
class SetOwnFieldName(Action):
    """A field's name in another language; an empty one takes it out."""

    code: ClassVar[str] = "own-field-name"
    label: ClassVar[str] = N_("Edit the field {field}")

    field_id: UUID
    language: str
    name: str

    def apply(self, w: Writer) -> None:
        """Keep it."""
        keys = {"own_field_id": self.field_id, "language": normal_code(self.language)}
        if self.name.strip():
            w.put(OwnFieldText, keys, name=self.name.strip())
        elif (row := w.get(OwnFieldText, w.key_for(OwnFieldText, keys))) is not None:
            w.delete(row)

    def refs(self, result: object) -> dict[str, object]:
        """The field."""
        return {"field": self.field_id}


@dataclass(frozen=True)
class DeleteOwnField(Action):
    """Delete a field with what people have in it; gives how many values went with it."""

    code: ClassVar[str] = "own-field-delete"
    label: ClassVar[str] = N_("Delete the field {field}")

    field_id: UUID

    def apply(self, w: Writer) -> int:
        """Delete it."""
        field = w.must(OwnField, self.field_id)
        values = list(w.scalars(select(OwnFieldValue).where(OwnFieldValue.own_field_id == field.id)))
        texts = list(w.scalars(select(OwnFieldText).where(OwnFieldText.own_field_id == field.id)))
        for row in (*values, *texts):
            w.delete(row)
        w.delete(field)
        return len(values)

    def refs(self, result: object) -> dict[str, object]:
        """The field."""
        return {"field": self.field_id}


@dataclass(frozen=True)
class SetOwnValue(Action):
    """What people have in a field; an empty value takes it out."""

    code: ClassVar[str] = "own-field-value"
    label: ClassVar[str] = N_("{field} of {person}")

    people: tuple[UUID, ...]
    field_id: UUID
    value: str

    def apply(self, w: Writer) -> None:
        """Keep it. Raises FieldProblem where it does not fit the field."""
        if not self.people:
            raise UserError("Nobody is chosen.", code="nobody")
        field = w.must(OwnField, self.field_id)
        value = checked_value(field, self.value)
        for person_id in self.people:
            keys = {"own_field_id": field.id, "person_id": person_id}
            if value:
                w.put(OwnFieldValue, keys, value=value)
            elif (row := w.get(OwnFieldValue, w.key_for(OwnFieldValue, keys))) is not None:
                w.delete(row)

    def refs(self, result: object) -> dict[str, object]:
        """The field, the first whose it is, and how many."""
        return {"field": self.field_id, "person": self.people[0], "n": len(self.people)}
