# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows that hosts of a list become: the offer with its nights, a room for each bed (decision 11), and
wishes.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from hospes.actions.offers import remove_bed
from hospes.domain.codes import Relation
from hospes.domain.codes_visit import BedKind, OfferKind, OfferState, WishKind
from hospes.domain.diets import joined
from hospes.domain.incoming_visit import BED_FACTS, HostLine, IncomingOffer
from hospes.store.tables.households import Household, HouseholdMember
from hospes.store.tables.stays import Bed, HostOffer, OfferNight, Placement, Room, StayLink
from hospes.store.writer import Writer

COLUMNS = {
    "max_guests": "max_guests", "smoker": "smoking", "stairs": "stairs", "step_free": "step_free",
    "car_seats": "car_seats", "distance_km": "distance_m", "minors_ok": "minors_ok",
    "hosted_last_time": "hosted_last_time", "experienced": "experienced",
}  # fmt: skip
LISTS = ("diets", "accepts", "children_ages", "ages")
_BEDS = {
    "single_beds": (BedKind.SINGLE, 1),
    "double_beds": (BedKind.DOUBLE, 2),
    "sofa_beds": (BedKind.SOFA, 1),
}


class HostRows:
    """Writes lines of one visit. `people` says who the new people of the list became."""

    def __init__(self, w: Writer, visit_id: UUID, people: dict[int, UUID]) -> None:
        self.w = w
        self.visit_id = visit_id
        self.people = people

    def write(self, lines: Sequence[HostLine]) -> dict[int, UUID]:
        """All lines; two people of one household make one offer. Gives the household of each row."""
        homes = {line.row: self._line(line) for line in lines}
        self.w.flush()
        return homes

    def _line(self, line: HostLine) -> UUID:
        home = self._home(line)
        keys = {"visit_id": self.visit_id, "household_id": home}
        offer = self.w.get(HostOffer, self.w.key_for(HostOffer, keys))
        new = offer is None
        if offer is None:
            offer = self.w.create(
                HostOffer,
                **keys,
                kind=OfferKind.HOME,
                state=OfferState.YES,
                answered_on=self.w.today,
                delegation_id=line.delegation,
                **offer_values(line.offer, None),
            )
            self.w.flush()
        else:
            said = None if line.offers else line.said
            for name, value in offer_values(line.offer, said).items():
                if name == "remarks" and offer.remarks and offer.remarks not in str(value):
                    offer.remarks = f"{offer.remarks}\n\n{value}"
                else:
                    setattr(offer, name, value)
            if "state" in line.said:
                offer.state, offer.answered_on = OfferState.YES, self.w.today
        if new or line.offers or "nights" in line.said:
            self._nights(offer.id, line.offer.nights)
        if new or line.offers or line.said & set(BED_FACTS):
            self._beds(offer.id, line.offer)
        for name, kind, people in (
            ("wished_guests", WishKind.WISHED, line.wished),
            ("refused_guests", WishKind.REFUSED, line.refused),
        ):
            if name in line.said or (line.offers and people):
                self._links(offer.id, kind, people)
        return home

    def _home(self, line: HostLine) -> UUID:
        """The household of the line: the known one, the one the list has just made, or one made now."""
        person = line.person or self.people.get(line.row)
        if line.home is not None:
            return line.home
        query = select(HouseholdMember.household_id).where(
            HouseholdMember.person_id == person, HouseholdMember.valid_to.is_(None)
        )
        found = self.w.scalars(query).first()
        if found is not None:
            return found
        home = self.w.create(Household, name=line.home_name)
        if person is not None:
            self.w.create(
                HouseholdMember, household_id=home.id, person_id=person, relation=Relation.HEAD, position=0
            )
        self.w.flush()
        return home.id

    def _nights(self, offer_id: UUID, nights: tuple[date, ...]) -> None:
        if not nights:
            return
        query = select(OfferNight).where(OfferNight.offer_id == offer_id)
        have = {row.night: row for row in self.w.scalars(query)}
        for night, row in have.items():
            if night not in nights:
                self.w.delete(row)
        for night in nights:
            if night not in have:
                self.w.create(OfferNight, offer_id=offer_id, night=night)

    def _beds(self, offer_id: UUID, offer: IncomingOffer) -> None:
        """As many beds of each kind as the list says; beds that stay keep their room and who lies in them."""
        query = (
            select(Bed)
            .join(Room, Room.id == Bed.room_id)
            .where(Room.offer_id == offer_id)
            .order_by(Room.position, Bed.position, Bed.id)
        )
        have = list(self.w.scalars(query))
        used = set(self.w.scalars(select(Placement.bed_id).where(Placement.offer_id == offer_id)))
        position = self.w.scalar(select(func.max(Room.position)).where(Room.offer_id == offer_id))
        position = -1 if position is None else position
        for name, (kind, places) in _BEDS.items():
            wanted = getattr(offer, name)
            if wanted is None:
                continue
            mine = [bed for bed in have if bed.kind is kind]
            mine.sort(key=lambda bed: bed.id not in used)
            for bed in mine[wanted:]:
                remove_bed(self.w, bed)
            for _ in range(wanted - len(mine)):
                position += 1
                room = self.w.create(Room, offer_id=offer_id, position=position)
                self.w.create(Bed, room_id=room.id, kind=kind, places=places, position=0)

    def _links(self, offer_id: UUID, kind: WishKind, people: tuple[UUID, ...]) -> None:
        query = select(StayLink).where(StayLink.offer_id == offer_id, StayLink.kind == kind)
        have = {row.wanted_person_id: row for row in self.w.scalars(query) if row.wanted_person_id}
        for person, row in have.items():
            if person not in people:
                self.w.delete(row)
        for rank, person in enumerate(people, 1):
            if person in have:
                have[person].rank = rank
            else:
                self.w.create(StayLink, offer_id=offer_id, wanted_person_id=person, kind=kind, rank=rank)


def offer_values(offer: IncomingOffer, said: frozenset[str] | None) -> dict[str, object]:
    """The columns of an offer; all that is said, or some facts only."""
    values: dict[str, object] = {}
    for name, column in COLUMNS.items():
        value = getattr(offer, column)
        if value is not None and (said is None or name in said):
            values[column] = value
    for name in LISTS:
        if getattr(offer, name) and (said is None or name in said):
            values[name] = joined(getattr(offer, name))
    animals = (offer.cats, offer.dogs, offer.other_pets or None)
    if any(one is not None for one in animals) and (said is None or "pets" in said):
        values |= {"cats": offer.cats, "dogs": offer.dogs, "other_pets": offer.other_pets}
    if offer.remarks and (said is None or "remarks" in said):
        values["remarks"] = "\n\n".join(offer.remarks)
    return values
