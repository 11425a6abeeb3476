# SPDX-License-Identifier: GPL-3.0-or-later
"""Merging doubles: one person who was entered twice becomes one again (decision 12).

Whoever merges sees both side by side and decides line by line; nothing is chosen unseen (design 5.14). The
one given up stays in the file, pointing to the one kept, so that whatever still names it finds its way.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.domain.errors import UserError
from hospes.i18n.marks import N_
from hospes.store.codec import world_columns
from hospes.store.repoint import repoint
from hospes.store.tables.households import Address, ContactPoint, HouseholdMember
from hospes.store.tables.members import Membership, MembershipPeriod
from hospes.store.tables.people import Person
from hospes.store.writer import Writer

NOT_FILLED = frozenset({"binned_at", "merged_into", "deceased", "died"})
"""Fields that are decided by hand or not at all."""


@dataclass(frozen=True)
class MergePeople(Action):
    """Make `give_up` part of `keep`. `values` are the fields decided by hand.

    Fields that are empty on the kept one and decided nowhere are filled from the other. Phones, e-mails,
    notes, visits and payments of both remain; what both have exactly alike remains once.
    """

    code: ClassVar[str] = "people-merge"
    label: ClassVar[str] = N_("Merge the doubles of {person}")

    keep: UUID
    give_up: UUID
    values: Mapping[str, object] = field(default_factory=dict)

    def apply(self, w: Writer) -> UUID:
        """Merge. Raises UserError where these cannot be one person."""
        kept, given = w.must(Person, self.keep), w.must(Person, self.give_up)
        if kept.id == given.id or kept.merged_into is not None or given.merged_into is not None:
            raise UserError(
                "These two entries cannot be merged: they are one already.", code="merged-already"
            )
        if kept.erased_on is not None or given.erased_on is not None:
            raise UserError(
                "Somebody who was erased for good cannot be merged with anybody.", code="merged-erased"
            )
        for column in world_columns(Person):
            name = column.name
            if name in self.values:
                setattr(kept, name, self.values[name])
            elif name not in NOT_FILLED and _blank(getattr(kept, name)):
                setattr(kept, name, getattr(given, name))
        _drop_alike(w, kept.id, given.id)
        _one_household(w, kept.id, given.id)
        _one_membership(w, kept.id, given.id)
        w.flush()
        repoint(w, "person", given.id, kept.id, but=frozenset({"person"}))
        for earlier in w.scalars(select(Person).where(Person.merged_into == given.id)).all():
            earlier.merged_into = kept.id
        given.merged_into = kept.id
        return kept.id

    def refs(self, result: object) -> dict[str, object]:
        """The one who remains."""
        return {"person": self.keep, "merged": self.give_up}


def _blank(value: object) -> bool:
    return value is None or value == "" or getattr(value, "value", None) == "u"


def _drop_alike(w: Writer, kept: UUID, given: UUID) -> None:
    """Phones, e-mails and addresses that both have are needed once."""
    mine = {_reach(p) for p in w.scalars(select(ContactPoint).where(ContactPoint.person_id == kept))}
    for point in w.scalars(select(ContactPoint).where(ContactPoint.person_id == given)).all():
        if _reach(point) in mine:
            w.delete(point)
    places = {_place(a) for a in w.scalars(select(Address).where(Address.person_id == kept))}
    for address in w.scalars(select(Address).where(Address.person_id == given)).all():
        if _place(address) in places:
            w.delete(address)


def _reach(point: ContactPoint) -> tuple[str, str]:
    return point.kind, point.e164 or point.value.casefold().strip()


def _place(address: Address) -> tuple[str, ...]:
    parts = (address.street, address.postcode, address.town, address.country)
    return tuple(part.casefold().strip() for part in parts)


def _one_household(w: Writer, kept: UUID, given: UUID) -> None:
    """Nobody lives in two households at once: the kept one's stands, or the other's if there is none."""
    query = select(HouseholdMember).where(HouseholdMember.valid_to.is_(None))
    mine = w.scalars(query.where(HouseholdMember.person_id == kept)).first()
    if mine is not None:
        for link in w.scalars(query.where(HouseholdMember.person_id == given)).all():
            w.delete(link)


def _one_membership(w: Writer, kept: UUID, given: UUID) -> None:
    """Two running memberships in one association become one, with the kept number and the earlier day."""
    running = select(Membership).where(Membership.left_on.is_(None))
    mine = {m.owner_id: m for m in w.scalars(running.where(Membership.person_id == kept))}
    for other in w.scalars(running.where(Membership.person_id == given)).all():
        own = mine.get(other.owner_id)
        if own is None:
            continue
        if other.joined is not None and (own.joined is None or other.joined < own.joined):
            own.joined = other.joined
        own.founding = own.founding or other.founding
        for period in _periods(w, other):
            w.delete(period)
        w.delete(other)


def _periods(w: Writer, membership: Membership) -> list[MembershipPeriod]:
    return list(w.scalars(select(MembershipPeriod).where(MembershipPeriod.membership_id == membership.id)))
