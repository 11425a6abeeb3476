# SPDX-License-Identifier: GPL-3.0-or-later
"""Classes of members and what they cost a year (REQ-2-01)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select

from hospes.actions import Action
from hospes.actions.editing import Edit
from hospes.actions.own import own_association
from hospes.domain.codes import MemberUnit
from hospes.domain.errors import FieldProblem, UserError
from hospes.domain.values import Money
from hospes.i18n.fold import fold
from hospes.i18n.languages import normal_code
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.tables.members import (
    ClassAmount,
    Dues,
    MembershipClass,
    MembershipClassText,
    MembershipPeriod,
)
from hospes.store.writer import Writer


def _free_name(w: Writer, owner_id: UUID, typed: str, but: UUID | None = None) -> str:
    name = " ".join(typed.split())
    if not fold(name):
        raise FieldProblem("name", "The class needs a name.")
    for row in w.scalars(select(MembershipClass).where(MembershipClass.owner_id == owner_id)):
        if row.id != but and fold(row.name) == fold(name):
            raise FieldProblem("name", "There is a class “{name}” already.", name=row.name)
    return name


@dataclass(frozen=True)
class AddClass(Action):
    """Add a class of members; gives its id."""

    code: ClassVar[str] = "class-add"
    label: ClassVar[str] = N_("Add the class {class}")

    name: str
    counts: MemberUnit = MemberUnit.PERSON
    amount: Money | None = None
    valid_from: date | None = None
    honorary: bool = False
    owner_id: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """Add it behind the others."""
        own = own_association(w, self.owner_id)
        name = _free_name(w, own.id, self.name)
        last = w.scalars(
            select(func.max(MembershipClass.position)).where(MembershipClass.owner_id == own.id)
        ).first()
        row = w.create(
            MembershipClass,
            owner_id=own.id,
            name=name,
            counts=self.counts,
            honorary=self.honorary,
            position=0 if last is None else last + 1,
        )
        if self.amount is not None:
            keep_amount(w, row.id, self.amount, self.valid_from or date(w.today.year, 1, 1))
        return row.id

    def refs(self, result: object) -> dict[str, object]:
        """The class."""
        return {"class": result}


@dataclass(frozen=True)
class EditClass(Edit):
    """Change a class: name, who counts, ages, votes, whether it is still given."""

    code: ClassVar[str] = "class-edit"
    label: ClassVar[str] = N_("Edit the class {class}")
    table: ClassVar[type[Row]] = MembershipClass
    ref: ClassVar[str] = "class"
    fields: ClassVar[frozenset[str]] = frozenset({
        "name", "counts", "age_from", "age_to", "people_to", "votes", "honorary", "may_travel", "valid_from",
        "valid_to", "position",
    })  # fmt: skip

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """Names are unique, ages run upwards."""
        values = dict(self.values)
        assert isinstance(row, MembershipClass)
        if "name" in values:
            values["name"] = _free_name(w, row.owner_id, str(values["name"]), but=row.id)
        low, high = values.get("age_from", row.age_from), values.get("age_to", row.age_to)
        if isinstance(low, int) and isinstance(high, int) and low > high:
            raise FieldProblem("age_to", "The highest age is below the lowest.")
        return values


@dataclass(frozen=True)
class SetClassName(Action):
    """A class's name in another language; an empty one takes it out."""

    code: ClassVar[str] = "class-name"
    label: ClassVar[str] = N_("Edit the class {class}")

    class_id: UUID
    language: str
    name: str

    def apply(self, w: Writer) -> None:
        """Keep it."""
        w.must(MembershipClass, self.class_id)
        keys = {"membership_class_id": self.class_id, "language": normal_code(self.language)}
        if self.name.strip():
            w.put(MembershipClassText, keys, name=self.name.strip())
        elif (row := w.get(MembershipClassText, w.key_for(MembershipClassText, keys))) is not None:
            w.delete(row)

    def refs(self, result: object) -> dict[str, object]:
        """The class."""
        return {"class": self.class_id}


def keep_amount(w: Writer, class_id: UUID, amount: Money, valid_from: date) -> None:
    """What a class costs from a day on. Raises FieldProblem for less than nothing."""
    if amount.minor < 0:
        raise FieldProblem("amount", "An amount cannot be below zero.")
    keys = {"membership_class_id": class_id, "valid_from": valid_from}
    w.put(ClassAmount, keys, minor=amount.minor, currency=amount.currency)


@dataclass(frozen=True)
class SetClassAmount(Action):
    """What a class costs a year, from a day on; dues that were set up stay as they are."""

    code: ClassVar[str] = "class-amount"
    label: ClassVar[str] = N_("Amount of the class {class}")

    class_id: UUID
    amount: Money
    valid_from: date

    def apply(self, w: Writer) -> None:
        """Keep it."""
        w.must(MembershipClass, self.class_id)
        keep_amount(w, self.class_id, self.amount, self.valid_from)

    def refs(self, result: object) -> dict[str, object]:
        """The class."""
        return {"class": self.class_id}


@dataclass(frozen=True)
class DropClassAmount(Action):
    """Take back an amount that was set for a day; the one before it counts again."""

    code: ClassVar[str] = "class-amount-drop"
    label: ClassVar[str] = N_("Amount of the class {class}")

    class_id: UUID
    valid_from: date

    def apply(self, w: Writer) -> None:
        """Delete it."""
        keys = {"membership_class_id": self.class_id, "valid_from": self.valid_from}
        w.delete(w.must(ClassAmount, w.key_for(ClassAmount, keys)))

    def refs(self, result: object) -> dict[str, object]:
        """The class."""
        return {"class": self.class_id}


@dataclass(frozen=True)
class DeleteClass(Action):
    """Delete a class nobody ever had. Raises UserError where somebody has or had it."""

    code: ClassVar[str] = "class-delete"
    label: ClassVar[str] = N_("Delete the class {class}")

    class_id: UUID

    def apply(self, w: Writer) -> None:
        """Delete it with its names and amounts."""
        row = w.must(MembershipClass, self.class_id)
        p, d = MembershipPeriod, Dues
        used = w.scalars(select(p.id).where(p.membership_class_id == row.id).limit(1)).first()
        owed = w.scalars(select(d.id).where(d.membership_class_id == row.id).limit(1)).first()
        if used is not None or owed is not None:
            raise UserError(
                "Somebody has or had this class. Give it a last day instead, then nobody gets it any more.",
                code="class-used",
            )
        a, t = ClassAmount, MembershipClassText
        for amount in list(w.scalars(select(a).where(a.membership_class_id == row.id))):
            w.delete(amount)
        for words in list(w.scalars(select(t).where(t.membership_class_id == row.id))):
            w.delete(words)
        w.delete(row)

    def refs(self, result: object) -> dict[str, object]:
        """The class."""
        return {"class": self.class_id}
