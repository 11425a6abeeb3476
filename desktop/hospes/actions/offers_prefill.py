# SPDX-License-Identifier: GPL-3.0-or-later
"""A new offer with what is known already: the household's hosting facts, and what it said last time."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from hospes.domain.codes_visit import BedKind, DelegationRole, OfferKind, OfferState, WishKind
from hospes.domain.values import DateSpan
from hospes.store.tables.households import Hosting, HostingBed
from hospes.store.tables.stays import Bed, HostOffer, OfferNight, Placement, Room, StayLink
from hospes.store.tables.visits import Delegation, Visit
from hospes.store.writer import Writer

KNOWN = (
    "max_guests", "cats", "dogs", "other_pets", "smoking", "stairs", "step_free", "car_seats", "distance_m",
    "diets", "accepts", "minors_ok", "experienced",
)  # fmt: skip
"""What the household's hosting facts and an offer both hold."""

ONLY_OFFERED = (
    "floor", "lift", "ground_bathroom", "meals", "evenings_away", "workdays_away", "drives_others", "extras",
    "child_from", "two_adults",
)  # fmt: skip
"""What only offers hold."""

COPIED = (*KNOWN, *ONLY_OFFERED)

_OF_DAYS = frozenset({"evenings_away"})
"""Days of the last visit say nothing about this one."""


class Prefill:
    """Makes offers of one visit."""

    def __init__(self, w: Writer, visit: Visit, households: Sequence[UUID]) -> None:
        self.w = w
        self.visit = visit
        self.nights = DateSpan(visit.first, visit.last).nights()
        self.last = self._last_offers(households)
        self.before = self._visit_before()
        self.delegation = self._hosting_delegation()

    def make(self, household_id: UUID, kind: OfferKind, delegation: UUID | None) -> HostOffer:
        """Write the offer with nights and beds."""
        w = self.w
        hosting = w.get(Hosting, w.key_for(Hosting, {"household_id": household_id}))
        last = self.last.get(household_id)
        facts: dict[str, object] = {}
        for name in COPIED:
            values = [getattr(hosting, name) if hosting is not None and name in KNOWN else None]
            if name not in _OF_DAYS:
                values.append(getattr(last, name) if last is not None else None)
            known = [value for value in values if value is not None and value != ""]
            if known:
                facts[name] = known[0]
        checked = [
            one.checked_on for one in (hosting, last) if one is not None and one.checked_on is not None
        ]
        offer = w.create(
            HostOffer,
            visit_id=self.visit.id,
            household_id=household_id,
            delegation_id=delegation or self.delegation,
            kind=kind,
            state=OfferState.NOT_ASKED,
            checked_on=max(checked, default=None),
            hosted_last_time=self._hosted_last_time(household_id),
            **facts,
        )
        for night in self.nights:
            w.create(OfferNight, offer_id=offer.id, night=night)
        if kind is OfferKind.HOME:
            self._make_beds(offer.id, household_id, last)
        if last is not None:
            self._keep_refusals(offer.id, last.id)
        return offer

    def _make_beds(self, offer_id: UUID, household_id: UUID, last: HostOffer | None) -> None:
        b = HostingBed
        query = select(b).where(b.household_id == household_id).order_by(b.position, b.id)
        rooms: dict[object, tuple[str, list[tuple[BedKind, int]]]] = {}
        for bed in self.w.scalars(query):
            rooms.setdefault(bed.room, (bed.room, []))[1].append((bed.kind, bed.places))
        if not rooms and last is not None:
            for room_id, name, kind, places in self.w.execute(
                select(Room.id, Room.name, Bed.kind, Bed.places)
                .join(Bed, Bed.room_id == Room.id)
                .where(Room.offer_id == last.id)
                .order_by(Room.position, Room.id, Bed.position, Bed.id)
            ):
                rooms.setdefault(room_id, (name, []))[1].append((kind, places))
        for position, (name, beds) in enumerate(rooms.values()):
            room = self.w.create(Room, offer_id=offer_id, name=name, position=position)
            for number, (kind, places) in enumerate(beds):
                self.w.create(Bed, room_id=room.id, kind=kind, places=places, position=number)

    def _keep_refusals(self, offer_id: UUID, last_id: UUID) -> None:
        """Whom they did not want last time they hardly want now; wishes are asked anew."""
        query = select(StayLink).where(StayLink.offer_id == last_id, StayLink.kind == WishKind.REFUSED)
        for link in self.w.scalars(query).all():
            self.w.create(
                StayLink,
                offer_id=offer_id,
                kind=link.kind,
                rank=link.rank,
                wanted_person_id=link.wanted_person_id,
                wanted_household_id=link.wanted_household_id,
            )

    def _earlier(self) -> date:
        return self.visit.first or self.w.today

    def _last_offers(self, households: Sequence[UUID]) -> dict[UUID, HostOffer]:
        """The last offer of each household that it answered with yes."""
        query = (
            select(HostOffer)
            .join(Visit, Visit.id == HostOffer.visit_id)
            .where(HostOffer.household_id.in_(list(households)), HostOffer.visit_id != self.visit.id)
            .where(HostOffer.state.in_([OfferState.YES, OfferState.RESERVE]), Visit.binned_at.is_(None))
            .where(Visit.first < self._earlier())
            .order_by(Visit.first)
        )
        return {row.household_id: row for row in self.w.scalars(query)}

    def _visit_before(self) -> UUID | None:
        """The last visit for which homes were found in the same place."""
        query = (
            select(Visit.id)
            .join(HostOffer, HostOffer.visit_id == Visit.id)
            .where(Visit.id != self.visit.id, Visit.binned_at.is_(None), Visit.first < self._earlier())
            .where(Visit.territory_id.is_not_distinct_from(self.visit.territory_id))
            .order_by(Visit.first.desc())
            .limit(1)
        )
        return self.w.scalar(query)

    def _hosted_last_time(self, household_id: UUID) -> bool | None:
        """Had they guests last time? None where they were not asked then."""
        if self.before is None:
            return None
        query = (
            select(HostOffer.state, func.count(Placement.id))
            .join(Placement, Placement.offer_id == HostOffer.id, isouter=True)
            .where(HostOffer.visit_id == self.before, HostOffer.household_id == household_id)
            .group_by(HostOffer.id)
        )
        found = self.w.execute(query).first()
        if found is None:
            return None
        state, nights = found
        return True if nights else False if state in (OfferState.YES, OfferState.RESERVE) else None

    def _hosting_delegation(self) -> UUID | None:
        """The delegation that hosts, where there is only one."""
        query = select(Delegation.id).where(
            Delegation.visit_id == self.visit.id, Delegation.role != DelegationRole.VISITING
        )
        found = list(self.w.scalars(query))
        return found[0] if len(found) == 1 else None
