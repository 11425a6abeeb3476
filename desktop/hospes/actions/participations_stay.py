# SPDX-License-Identifier: GPL-3.0-or-later
"""What guests need and would like: beds, food, animals, whom they want to stay with and whom not, and who
travels together (domain 2.3.1). What guests and hosts do not want of each other is confidential (REQ-2-08).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar
from uuid import UUID

from sqlalchemy import select

from hospes.actions import Action
from hospes.actions.editing import assign, known_fields, refuse_lost_update
from hospes.actions.participations import drop_empty_groups
from hospes.domain.codes_visit import GroupRule, WishKind
from hospes.domain.diets import joined, parts
from hospes.domain.errors import FieldProblem, UserError
from hospes.i18n.marks import N_
from hospes.store.tables.households import Household
from hospes.store.tables.people import Person
from hospes.store.tables.stays import StayLink, StayWish
from hospes.store.tables.visits import Participation, TravelGroup
from hospes.store.writer import Writer

WISH_FIELDS = frozenset({
    "smoking", "minds_smoke", "animal_allergies", "animal_fear", "other_allergies", "diet", "max_stairs",
    "step_free", "bed", "sofa_ok", "single_room", "twin_beds", "share_with_id", "cot", "walking_aid",
    "hard_of_hearing", "poor_sight", "electricity", "shower", "no_alcohol", "likes_animals",
    "insurance_card", "brings_car", "needs_lift", "hotel", "split_stay_ok", "consent_host", "consent_photo",
    "remarks",
})  # fmt: skip
LISTS = ("animal_allergies", "animal_fear", "other_allergies", "diet")
MOST_STAIRS = 999


@dataclass(frozen=True)
class SetStayWish(Action):
    """Set some of a guest's wishes; the others stay. None is "not asked". Gives the version of the row."""

    code: ClassVar[str] = "stay-wish-set"
    label: ClassVar[str] = N_("Stay wishes of {person}")

    participation_id: UUID
    values: Mapping[str, object] = field(default_factory=dict)
    seen: int | None = None

    def apply(self, w: Writer) -> int:
        """Keep them. Raises FieldProblem, or ChangedMeanwhile."""
        known_fields(self.values, WISH_FIELDS)
        participation = w.must(Participation, self.participation_id)
        values = self._checked(participation)
        keys = {"participation_id": self.participation_id}
        row = w.get(StayWish, w.key_for(StayWish, keys))
        if row is None:
            row = w.create(StayWish, **keys)
            w.flush()
        else:
            refuse_lost_update(w, row, self.seen, values)
        assign(row, values)
        w.flush()
        return row.version

    def _checked(self, participation: Participation) -> dict[str, object]:
        values = dict(self.values)
        for name in LISTS:
            if isinstance(text := values.get(name), str):
                values[name] = joined(parts(text))
        stairs = values.get("max_stairs")
        if isinstance(stairs, int) and not 0 <= stairs <= MOST_STAIRS:
            raise FieldProblem("max_stairs", "This cannot be a number of steps.")
        if values.get("share_with_id") == participation.person_id:
            raise FieldProblem("share_with_id", "Nobody shares a room with themselves.")
        return values

    def refs(self, result: object) -> dict[str, object]:
        """Whose."""
        return {"person": self.participation_id}


@dataclass(frozen=True)
class WishedPartner:
    """A home or person somebody wants to stay with, or not. Exactly one of both ids is set."""

    household_id: UUID | None = None
    person_id: UUID | None = None


@dataclass(frozen=True)
class SetStayLinks(Action):
    """Whom a guest would like to stay with, in order, and whom not: the whole list at once."""

    code: ClassVar[str] = "stay-links-set"
    label: ClassVar[str] = N_("Wished hosts of {person}")

    participation_id: UUID
    wished: tuple[WishedPartner, ...] = ()
    refused: tuple[WishedPartner, ...] = ()

    def apply(self, w: Writer) -> int:
        """Put the list in place of the one there is. Gives how many links there are."""
        w.must(Participation, self.participation_id)
        if set(self.wished) & set(self.refused):
            raise UserError("Nobody can be wished and refused at once.", code="wished-and-refused")
        wanted = [
            (kind, partner, rank)
            for kind, some in ((WishKind.WISHED, self.wished), (WishKind.REFUSED, self.refused))
            for rank, partner in enumerate(dict.fromkeys(some), 1)
        ]
        there = {
            (row.kind, WishedPartner(row.wanted_household_id, row.wanted_person_id)): row
            for row in w.scalars(select(StayLink).where(StayLink.participation_id == self.participation_id))
        }
        for (kind, partner), row in there.items():
            if not any(kind is k and partner == p for k, p, _ in wanted):
                w.delete(row)
        for kind, partner, rank in wanted:
            kept = there.get((kind, partner))
            if kept is not None:
                kept.rank = rank
                continue
            self._check(w, partner)
            w.create(
                StayLink,
                participation_id=self.participation_id,
                wanted_household_id=partner.household_id,
                wanted_person_id=partner.person_id,
                kind=kind,
                rank=rank,
            )
        return len(wanted)

    def _check(self, w: Writer, partner: WishedPartner) -> None:
        if (partner.household_id is None) == (partner.person_id is None):
            raise ValueError("a wish names a household or a person")
        if partner.household_id is not None:
            w.must(Household, partner.household_id)
        if partner.person_id is not None:
            w.must(Person, partner.person_id)

    def refs(self, result: object) -> dict[str, object]:
        """Whose."""
        return {"person": self.participation_id}


# ---- who travels together ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class MakeTravelGroup(Action):
    """These people belong together from now on, or come into the group one of them is in. Gives its id.

    A group is a couple, a family, friends; the rule says how near they are lodged.
    """

    code: ClassVar[str] = "travel-group-make"
    label: ClassVar[str] = N_("{person} travel together")

    ids: tuple[UUID, ...]
    rule: GroupRule = GroupRule.SAME_HOUSE
    name: str = ""
    group_id: UUID | None = None
    """The group to come into; None makes a new one."""

    def apply(self, w: Writer) -> UUID:
        """Put them together; groups they leave and that are none any more go. Raises UserError."""
        rows = [w.must(Participation, one) for one in dict.fromkeys(self.ids)]
        if not rows or (self.group_id is None and len(rows) < 2):
            raise UserError("A group needs two people at least.", code="group-of-one")
        visits = {row.visit_id for row in rows}
        group = w.must(TravelGroup, self.group_id) if self.group_id is not None else None
        if len(visits | ({group.visit_id} if group is not None else set())) != 1:
            raise UserError("These people do not take part in the same visit.", code="other-visit")
        if group is None:
            group = w.create(TravelGroup, visit_id=rows[0].visit_id, name=self.name.strip(), rule=self.rule)
            w.flush()
        left = [row.travel_group_id for row in rows if row.travel_group_id is not None]
        for row in rows:
            row.travel_group_id = group.id
        w.flush()
        drop_empty_groups(w, [one for one in dict.fromkeys(left) if one != group.id])
        return group.id

    def refs(self, result: object) -> dict[str, object]:
        """The first, and how many."""
        return {"person": self.ids[0], "n": len(self.ids)}


@dataclass(frozen=True)
class LeaveTravelGroup(Action):
    """These people travel alone from now on; a group of one is none. Gives how many left one."""

    code: ClassVar[str] = "travel-group-leave"
    label: ClassVar[str] = N_("Take {person} out of the group")

    ids: tuple[UUID, ...]

    def apply(self, w: Writer) -> int:
        """Take them out. Raises UserError where nobody is in one."""
        rows = [w.must(Participation, one) for one in dict.fromkeys(self.ids)]
        rows = [row for row in rows if row.travel_group_id is not None]
        if not rows:
            raise UserError("Nobody here is in a group.", code="no-group")
        groups = {row.travel_group_id for row in rows}
        for row in rows:
            row.travel_group_id = None
        w.flush()
        drop_empty_groups(w, [one for one in groups if one is not None])
        return len(rows)

    def refs(self, result: object) -> dict[str, object]:
        """The first, and how many."""
        return {"person": self.ids[0], "n": len(self.ids)}


@dataclass(frozen=True)
class EditTravelGroup(Action):
    """Change the name of a group, or how near its people are lodged."""

    code: ClassVar[str] = "travel-group-edit"
    label: ClassVar[str] = N_("Change how {person} are lodged")

    group_id: UUID
    rule: GroupRule | None = None
    name: str | None = None

    def apply(self, w: Writer) -> tuple[UUID, int]:
        """Set it; gives one of its people and how many there are."""
        group = w.must(TravelGroup, self.group_id)
        if self.rule is not None:
            group.rule = self.rule
        if self.name is not None:
            group.name = self.name.strip()
        query = select(Participation.person_id).where(Participation.travel_group_id == group.id)
        people = list(w.scalars(query.order_by(Participation.registered_at, Participation.id)))
        return (people[0] if people else group.id), len(people)

    def refs(self, result: object) -> dict[str, object]:
        """One of them, and how many."""
        assert isinstance(result, tuple)
        return {"person": result[0], "n": result[1]}
