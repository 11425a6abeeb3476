# SPDX-License-Identifier: GPL-3.0-or-later
"""Things a list names that may already be in the file: organisations, classes, tags, own fields, households.

Each is looked up by its folded name once, and made when it is not there.
"""

from collections import defaultdict
from collections.abc import Callable
from functools import cached_property
from uuid import UUID

from sqlalchemy import select

from hospes.domain.codes import MemberUnit, OrganisationKind, Sector
from hospes.domain.incoming import IncomingAddress
from hospes.domain.values import Money
from hospes.i18n.fold import fold
from hospes.store.base import Row
from hospes.store.tables.households import Address, Hosting, Household
from hospes.store.tables.members import ClassAmount, MembershipClass, MembershipClassText
from hospes.store.tables.notes import OwnField, Tag
from hospes.store.tables.organisations import Organisation
from hospes.store.writer import Writer


class Names:
    """Ids by name; what is new waits for `write`."""

    def __init__(self, w: Writer, own: Organisation) -> None:
        self.w = w
        self.own = own
        self._new: dict[type[Row], list[dict[str, object]]] = defaultdict(list)

    def write(self) -> None:
        """Write what had to be made."""
        for table, rows in self._new.items():
            self.w.bulk_add(table, rows)
        self._new.clear()

    def _get(
        self, known: dict[str, UUID], name: str, make: Callable[[UUID], tuple[type[Row], dict[str, object]]]
    ) -> UUID:
        key = _key(name)
        found = known.get(key)
        if found is None:
            found = known[key] = self.w.new_id()
            table, values = make(found)
            self._new[table].append(values)
        return found

    # ---- organisations -----------------------------------------------------------------------------------

    @cached_property
    def _organisations(self) -> dict[str, UUID]:
        o = Organisation
        query = (
            select(o.name, o.id).where(o.binned_at.is_(None), o.merged_into.is_(None)).order_by(o.id.desc())
        )
        return {_key(name): row_id for name, row_id in self.w.execute(query)}

    def organisation(self, name: str) -> UUID:
        """The organisation of this name."""
        return self._get(
            self._organisations, name, lambda row_id: (Organisation, _organisation(name, row_id))
        )

    def new_organisation(self, name: str, row_id: UUID, language: str) -> None:
        """An organisation that is a row of its own in the list."""
        self._organisations[_key(name)] = row_id
        self._new[Organisation].append({**_organisation(name, row_id), "preferred_language": language})

    # ---- membership classes ------------------------------------------------------------------------------

    @cached_property
    def _classes(self) -> dict[str, UUID]:
        c, text = MembershipClass, MembershipClassText
        known: dict[str, UUID] = {}
        words = (
            select(text.name, c.id).join(c, c.id == text.membership_class_id).where(c.owner_id == self.own.id)
        )
        for name, row_id in (
            *self.w.execute(words),
            *self.w.execute(select(c.name, c.id).where(c.owner_id == self.own.id)),
        ):
            known[_key(name)] = row_id
        return known

    def membership_class(self, name: str, unit: MemberUnit, dues: Money | None) -> UUID:
        """The class of this name in any language; a new one counts what its first holder is."""
        before = _key(name) in self._classes

        def make(row_id: UUID) -> tuple[type[Row], dict[str, object]]:
            position = len(set(self._classes.values()))
            values = {
                "id": row_id,
                "owner_id": self.own.id,
                "name": name,
                "counts": unit,
                "position": position,
            }
            return MembershipClass, values

        found = self._get(self._classes, name, make)
        if not before and dues is not None:
            start = self.w.today.replace(month=1, day=1)
            amount = {"minor": dues.minor, "currency": dues.currency}
            self._new[ClassAmount].append({"membership_class_id": found, "valid_from": start, **amount})
        return found

    # ---- tags, own fields --------------------------------------------------------------------------------

    @cached_property
    def _tags(self) -> dict[str, UUID]:
        return {_key(name): row_id for name, row_id in self.w.execute(select(Tag.name, Tag.id))}

    def tag(self, name: str) -> UUID:
        """The tag with this word."""
        key = _key(name)
        if key not in self._tags:
            row_id = self.w.key_for(Tag, {"name": name})
            self._tags[key] = row_id
            self._new[Tag].append({"id": row_id, "name": name})
        return self._tags[key]

    @cached_property
    def _own_fields(self) -> dict[str, UUID]:
        return {_key(name): row_id for name, row_id in self.w.execute(select(OwnField.name, OwnField.id))}

    def own_field(self, name: str) -> UUID:
        """The association's own field of this name."""
        position = len(self._own_fields)
        return self._get(
            self._own_fields,
            name,
            lambda row_id: (OwnField, {"id": row_id, "name": name, "position": position}),
        )

    # ---- households --------------------------------------------------------------------------------------

    @cached_property
    def _households(self) -> dict[str, list[tuple[str, UUID]]]:
        h, a = Household, Address
        query = (
            select(h.name, h.id, a.street, a.postcode, a.town)
            .join(a, a.household_id == h.id, isouter=True)
            .where(h.binned_at.is_(None), h.merged_into.is_(None))
        )
        known: dict[str, list[tuple[str, UUID]]] = defaultdict(list)
        for name, row_id, street, postcode, town in self.w.execute(query):
            known[_key(name)].append((fold(f"{street or ''} {postcode or ''} {town or ''}"), row_id))
        return known

    def household(self, name: str, address: IncomingAddress) -> UUID | None:
        """A household of this name at this address that is in the file already."""
        for place, row_id in self._households.get(_key(name), ()):
            if address and place == address.place_key:
                return row_id
        return None

    @cached_property
    def _hosting(self) -> frozenset[UUID]:
        return frozenset(self.w.scalars(select(Hosting.household_id)))

    def has_hosting(self, household: UUID) -> bool:
        """Is it known whether this household can host?"""
        return household in self._hosting


def _key(name: str) -> str:
    return fold(name) or name.strip()


def _organisation(name: str, row_id: UUID) -> dict[str, object]:
    return {"id": row_id, "name": name, "kind": OrganisationKind.OTHER, "sector": Sector.CIVIL}
