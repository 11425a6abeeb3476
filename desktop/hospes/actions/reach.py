# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses, phones, e-mails and websites of people, households and organisations."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal
from uuid import UUID

from sqlalchemy import func, select

from hospes.actions import Action
from hospes.actions.editing import DeleteFact, EditFact
from hospes.actions.own import home_country, own_association
from hospes.domain.codes import AddressKind, ContactKind, ContactLabel
from hospes.domain.countries import read_country
from hospes.domain.emails import read_email, read_website
from hospes.domain.errors import FieldProblem
from hospes.domain.phones import e164
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.tables.households import Address, ContactPoint
from hospes.store.writer import Writer

Holder = Literal["person", "household", "organisation"]


def readable(w: Writer, kind: ContactKind, typed: str) -> tuple[str, str | None]:
    """A contact point as it is kept: the text, and for phones the international number.

    Raises FieldProblem where it cannot be used; a phone that cannot be read is kept as typed.
    """
    text = typed.strip()
    if not text:
        raise FieldProblem(kind.value, "There is nothing written here. Write something or delete it.")
    if kind == ContactKind.EMAIL:
        return read_email(text, kind.value), None
    if kind == ContactKind.WEB:
        return read_website(text, kind.value), None
    return text, e164(text, home_country(w, own_association(w))) or None


@dataclass(frozen=True)
class AddContactPoint(Action):
    """Add a phone, an e-mail address or a website. Gives its id."""

    code: ClassVar[str] = "contact-point-add"
    label: ClassVar[str] = N_("Add a way to reach {owner}")

    owner: Holder
    owner_id: UUID
    kind: ContactKind
    value: str
    label_: ContactLabel = ContactLabel.PRIVATE
    on_lists: bool = True

    def apply(self, w: Writer) -> UUID:
        """Add it behind the others."""
        value, international = readable(w, self.kind, self.value)
        column = getattr(ContactPoint, f"{self.owner}_id")
        last = w.scalar(select(func.max(ContactPoint.position)).where(column == self.owner_id))
        made = w.create(
            ContactPoint,
            **{f"{self.owner}_id": self.owner_id},
            kind=self.kind,
            label=self.label_,
            value=value,
            e164=international,
            on_lists=self.on_lists,
            position=0 if last is None else last + 1,
        )
        return made.id

    def refs(self, result: object) -> dict[str, object]:
        """Whom it reaches."""
        return {"owner": self.owner_id, self.owner: self.owner_id}


@dataclass(frozen=True)
class EditContactPoint(EditFact):
    """Change a phone, an e-mail address or a website, or whether it stands on lists."""

    code: ClassVar[str] = "contact-point-edit"
    label: ClassVar[str] = N_("Change how to reach {owner}")
    table: ClassVar[type[Row]] = ContactPoint
    fields: ClassVar[frozenset[str]] = frozenset({"value", "kind", "label", "on_lists", "position"})

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """The text must be usable; the international number follows it."""
        assert isinstance(row, ContactPoint)
        values = dict(self.values)
        if "value" in values or "kind" in values:
            kind = ContactKind(str(values.get("kind", row.kind)))
            values["value"], values["e164"] = readable(w, kind, str(values.get("value", row.value)))
        return values


@dataclass(frozen=True)
class DeleteContactPoint(DeleteFact):
    """Take a phone, an e-mail address or a website away."""

    code: ClassVar[str] = "contact-point-delete"
    label: ClassVar[str] = N_("Delete a phone or e-mail of {owner}")
    table: ClassVar[type[Row]] = ContactPoint


@dataclass(frozen=True)
class AddAddress(Action):
    """Add an address; with `moved_on` the one of the same kind ends the day before. Gives its id."""

    code: ClassVar[str] = "address-add"
    label: ClassVar[str] = N_("Add an address of {owner}")

    owner: Holder
    owner_id: UUID
    street: str = ""
    postcode: str = ""
    town: str = ""
    country: str = ""
    care_of: str = ""
    extra: str = ""
    region: str = ""
    kind: AddressKind = AddressKind.HOME
    moved_on: date | None = None

    def apply(self, w: Writer) -> UUID:
        """Add it."""
        if not (self.street.strip() or self.town.strip()):
            raise FieldProblem("town", "An address needs a street or a place.")
        column = getattr(Address, f"{self.owner}_id")
        if self.moved_on is not None:
            same = select(Address).where(
                column == self.owner_id, Address.kind == self.kind, Address.valid_to.is_(None)
            )
            for old in w.scalars(same).all():
                old.valid_to = date.fromordinal(self.moved_on.toordinal() - 1)
        made = w.create(
            Address,
            **{f"{self.owner}_id": self.owner_id},
            kind=self.kind,
            street=self.street.strip(),
            postcode=self.postcode.strip(),
            town=self.town.strip(),
            country=read_country(self.country) if self.country.strip() else "",
            care_of=self.care_of.strip(),
            extra=self.extra.strip(),
            region=self.region.strip(),
            valid_from=self.moved_on,
        )
        return made.id

    def refs(self, result: object) -> dict[str, object]:
        """Whose."""
        return {"owner": self.owner_id, self.owner: self.owner_id}


@dataclass(frozen=True)
class EditAddress(EditFact):
    """Correct an address; somebody who moved gets a new one by `AddAddress`."""

    code: ClassVar[str] = "address-edit"
    label: ClassVar[str] = N_("Change the address of {owner}")
    table: ClassVar[type[Row]] = Address
    fields: ClassVar[frozenset[str]] = frozenset({
        "care_of", "extra", "street", "postcode", "town", "region", "country", "kind", "valid_from",
        "valid_to",
    })  # fmt: skip

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """The country must be one."""
        assert isinstance(row, Address)
        values = dict(self.values)
        if str(values.get("country", "")).strip():
            values["country"] = read_country(str(values["country"]))
        return values
