# SPDX-License-Identifier: GPL-3.0-or-later
"""Where people live, changed in one act: corrected where it was wrong, a new one where they moved.

People of a household share its address, which is stored once. Whoever has another one has it of their own
(design 5.5: "Also for Piotr? [Yes, both] [Only Barbara]").
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar
from uuid import UUID

from sqlalchemy import or_, select

from hospes.actions import Action
from hospes.actions.editing import assign, refuse_lost_update
from hospes.actions.membership_terms import household_of
from hospes.actions.reach import Holder
from hospes.domain.addresses import PostalAddress, postcode_form
from hospes.domain.codes import AddressKind
from hospes.domain.countries import read_country
from hospes.domain.errors import UserError
from hospes.i18n.marks import N_
from hospes.store.tables.households import Address
from hospes.store.writer import Writer

_LINES = ("care_of", "extra", "street", "postcode", "town", "region", "country")


def lines_of(address: PostalAddress) -> dict[str, object]:
    """The columns of an address, checked and tidied. Raises FieldProblem."""
    values = {name: str(getattr(address, name)).strip() for name in _LINES}
    values["country"] = read_country(values["country"])
    values["postcode"] = postcode_form(values["postcode"], values["country"])
    return dict(values)


def present_address(w: Writer, owner: Holder, owner_id: UUID, kind: AddressKind, day: date) -> Address | None:
    """The address of a kind that holds on a day."""
    a = Address
    query = (
        select(a)
        .where(
            getattr(a, f"{owner}_id") == owner_id,
            a.kind == kind,
            or_(a.valid_from.is_(None), a.valid_from <= day),
            or_(a.valid_to.is_(None), a.valid_to >= day),
        )
        .order_by(a.valid_from.desc(), a.id)
    )
    return w.scalars(query).first()


@dataclass(frozen=True)
class ChangeAddress(Action):
    """Write where somebody lives or gets post; gives the address's id.

    Of a person who shares the household's address it changes that one, for all who live there, unless
    `only_this` is set: then the person gets one of their own. `moved_on` makes it a new address from that day
    on and keeps the old one until the day before; without it what is there is corrected. An empty address
    takes the present one out; a person then has that of the household again.
    """

    code: ClassVar[str] = "address-change"
    label: ClassVar[str] = N_("Change the address of {owner}")

    owner: Holder
    owner_id: UUID
    address: PostalAddress
    kind: AddressKind = AddressKind.HOME
    only_this: bool = False
    moved_on: date | None = None
    seen: int | None = None
    """Version of the address that was looked at."""

    def apply(self, w: Writer) -> UUID | None:
        """Write it. Raises FieldProblem or ChangedMeanwhile."""
        values = lines_of(self.address)
        owner, owner_id, present = self._present(w)
        if not self.address:
            self._end(w, present)
            return None
        if present is None or (self.moved_on is not None and self._is_older(present)):
            self._end(w, present)
            keys = {f"{owner}_id": owner_id, "kind": self.kind, "valid_from": self.moved_on}
            return w.create(Address, **keys, **values).id
        refuse_lost_update(w, present, self.seen, values)
        assign(present, values)
        return present.id

    def _present(self, w: Writer) -> tuple[Holder, UUID, Address | None]:
        """Whose address is meant, and which one it is now."""
        day = self.moved_on or w.today
        present = present_address(w, self.owner, self.owner_id, self.kind, day)
        if self.owner != "person" or present is not None or self.only_this:
            return self.owner, self.owner_id, present
        home = household_of(w, self.owner_id, day)
        if home is None:
            return "person", self.owner_id, None
        if not self.address:
            raise UserError(
                "This is the address of the whole household. Change it there, or move out.",
                code="address-shared",
            )
        return "household", home, present_address(w, "household", home, self.kind, day)

    def _is_older(self, present: Address) -> bool:
        return present.valid_from is None or (
            self.moved_on is not None and present.valid_from < self.moved_on
        )

    def _end(self, w: Writer, present: Address | None) -> None:
        if present is None:
            return
        if self.moved_on is None:
            w.delete(present)
        else:
            present.valid_to = self.moved_on - timedelta(days=1)

    def refs(self, result: object) -> dict[str, object]:
        """Whose address it is."""
        return {"owner": self.owner_id}
