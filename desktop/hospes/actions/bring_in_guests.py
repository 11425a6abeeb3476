# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows that guests of a list become: their part in the visit, what they need, groups and wishes."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from uuid import UUID

from sqlalchemy import select

from hospes.domain.codes_visit import GroupRule, ParticipationKind, ParticipationState, WishKind
from hospes.domain.diets import joined
from hospes.domain.incoming_visit import GuestLine, IncomingStay, name_and_phone
from hospes.i18n.fold import fold
from hospes.store.tables.people import EmergencyContact, Guardian
from hospes.store.tables.stays import StayLink, StayWish
from hospes.store.tables.visits import Participation, TravelGroup
from hospes.store.writer import Writer

PART = {"role": "role", "arrival": "arrival_on", "departure": "departure_on", "first_visit": "first_visit"}
WISH = {
    "smoker": "smoking", "minds_smoke": "minds_smoke", "max_stairs": "max_stairs", "step_free": "step_free",
    "bed": "bed", "sofa_ok": "sofa_ok", "needs_lift": "needs_lift", "hotel": "hotel",
    "consent_host": "consent_host", "consent_photo": "consent_photo",
}  # fmt: skip
LISTS = ("animal_allergies", "animal_fear", "other_allergies", "diet")
_STAY = {"arrival_on": "arrival", "departure_on": "departure"}


class GuestRows:
    """Writes lines of one visit. `people` says who the new people of the list became."""

    def __init__(self, w: Writer, visit_id: UUID, people: dict[int, UUID]) -> None:
        self.w = w
        self.visit_id = visit_id
        self.people = people

    def write(self, lines: Sequence[GuestLine]) -> None:
        """All lines."""
        for line in lines:
            self._line(line)
        self.w.flush()
        # Guardians last: they may be rows of the same list.
        for line in lines:
            if line.joins or "guardian" in line.said:
                self._guardians(line)

    def _line(self, line: GuestLine) -> None:
        person = line.person or self.people[line.row]
        keys = {"visit_id": self.visit_id, "person_id": person}
        part = self.w.get(Participation, self.w.key_for(Participation, keys))
        if part is None:
            part = self._join(line, person)
        else:
            self._part(part, line)
        self._wish(part.id, line)
        self._emergency(person, line)
        for name, kind, homes in (
            ("wished_hosts", WishKind.WISHED, line.wished),
            ("refused_hosts", WishKind.REFUSED, line.refused),
        ):
            if name in line.said or (line.joins and homes):
                self._links(part.id, kind, homes)

    def _join(self, line: GuestLine, person: UUID) -> Participation:
        stay = line.stay
        return self.w.create(
            Participation,
            visit_id=self.visit_id,
            person_id=person,
            kind=stay.kind or ParticipationKind.GUEST,
            state=ParticipationState.REGISTERED if line.ours else ParticipationState.CONFIRMED,
            registered_at=self.w.now,
            delegation_id=line.delegation,
            travel_group_id=self._group(line) if line.group else None,
            role=stay.role,
            arrival_on=stay.arrival,
            departure_on=stay.departure,
            first_visit=stay.first_visit,
        )

    def _part(self, part: Participation, line: GuestLine) -> None:
        stay, said = line.stay, line.said
        for name, column in PART.items():
            if name in said:
                setattr(part, column, getattr(stay, _STAY.get(column, column)))
        if "kind" in said and stay.kind is not None:
            part.kind = stay.kind
        if "delegation" in said:
            part.delegation_id = line.delegation
        if "group" in said:
            part.travel_group_id = self._group(line)
        if "group_rule" in said and part.travel_group_id is not None and line.group_rule is not None:
            self.w.must(TravelGroup, part.travel_group_id).rule = line.group_rule
        if "state" in said:
            part.state = ParticipationState.REGISTERED if line.ours else ParticipationState.CONFIRMED
            part.registered_at = part.registered_at or self.w.now
            part.cancelled_on, part.waiting_rank = None, None

    @cached_property
    def _groups(self) -> dict[str, UUID]:
        query = select(TravelGroup.name, TravelGroup.id).where(TravelGroup.visit_id == self.visit_id)
        return {fold(name) or name: row_id for name, row_id in self.w.execute(query)}

    def _group(self, line: GuestLine) -> UUID:
        key = fold(line.group) or line.group
        if key not in self._groups:
            rule = line.group_rule or GroupRule.SAME_HOUSE
            row = self.w.create(TravelGroup, visit_id=self.visit_id, name=line.group, rule=rule)
            self._groups[key] = row.id
        elif line.group_rule is not None and line.joins:
            self.w.must(TravelGroup, self._groups[key]).rule = line.group_rule
        return self._groups[key]

    def _wish(self, part_id: UUID, line: GuestLine) -> None:
        values = wish_values(line.stay, None if line.joins else line.said)
        if not values and not line.joins:
            return
        keys = {"participation_id": part_id}
        row = self.w.get(StayWish, self.w.key_for(StayWish, keys))
        if row is None:
            self.w.create(StayWish, **keys, **values)
            return
        for name, value in values.items():
            if name == "remarks" and row.remarks and row.remarks not in str(value):
                row.remarks = f"{row.remarks}\n\n{value}"
            else:
                setattr(row, name, value)

    def _links(self, part_id: UUID, kind: WishKind, homes: tuple[UUID, ...]) -> None:
        query = select(StayLink).where(StayLink.participation_id == part_id, StayLink.kind == kind)
        have = {row.wanted_household_id: row for row in self.w.scalars(query) if row.wanted_household_id}
        for home, row in have.items():
            if home not in homes:
                self.w.delete(row)
        for rank, home in enumerate(homes, 1):
            if home in have:
                have[home].rank = rank
            else:
                values = {"participation_id": part_id, "wanted_household_id": home}
                self.w.create(StayLink, kind=kind, rank=rank, **values)

    def _guardians(self, line: GuestLine) -> None:
        minor = line.person or self.people[line.row]
        for guardian in line.guardians:
            who = self.people.get(guardian) if isinstance(guardian, int) else guardian
            if who is not None and who != minor:
                keys = {"minor_id": minor, "guardian_id": who}
                if self.w.get(Guardian, self.w.key_for(Guardian, keys)) is None:
                    self.w.create(Guardian, **keys)

    def _emergency(self, person: UUID, line: GuestLine) -> None:
        if not (line.stay.emergency and (line.joins or "emergency" in line.said)):
            return
        query = select(EmergencyContact).where(EmergencyContact.person_id == person)
        have = {(row.name, row.phone) for row in self.w.scalars(query)}
        for at, text in enumerate(line.stay.emergency, len(have)):
            name, phone = name_and_phone(text)
            if (name, phone) not in have:
                self.w.create(EmergencyContact, person_id=person, name=name, phone=phone, position=at)


def wish_values(stay: IncomingStay, said: Iterable[str] | None) -> dict[str, object]:
    """The columns of what a guest needs; all that is said, or some facts only."""
    wanted = None if said is None else set(said)
    values: dict[str, object] = {}
    for name, column in WISH.items():
        value = getattr(stay, column)
        if value is not None and (wanted is None or name in wanted):
            values[column] = value
    for name in LISTS:
        if getattr(stay, name) and (wanted is None or name in wanted):
            values[name] = joined(getattr(stay, name))
    if stay.remarks and (wanted is None or "remarks" in wanted):
        values["remarks"] = "\n\n".join(stay.remarks)
    return values
