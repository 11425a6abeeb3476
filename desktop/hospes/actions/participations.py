# SPDX-License-Identifier: GPL-3.0-or-later
"""Who comes to a visit: added, interested, registered, waiting, confirmed, cancelled, not come.

Every step keeps its day: interest and registration their moment, a cancellation its date. Where somebody
sleeps is left alone: a bed of somebody who cancelled shows as a conflict where beds are given out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select

from hospes.actions import Action
from hospes.actions.editing import Edit, known_fields
from hospes.actions.members import AddPeople, NewPerson
from hospes.domain.codes_visit import ParticipationKind, ParticipationState
from hospes.domain.errors import FieldProblem, UserError
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.removal import remove
from hospes.store.tables.people import Person
from hospes.store.tables.stays import StayWish
from hospes.store.tables.visits import Delegation, Participation, TravelGroup, Visit
from hospes.store.writer import Writer


@dataclass(frozen=True)
class AddParticipants(Action):
    """People of the file take part from now on. Gives the ids of their participations.

    Who takes part already stays as they are. The diet and the like that they had at their last visit are
    offered again by `wishes_from`: they are taken over where `like_last_time` says so.
    """

    code: ClassVar[str] = "participants-add"
    label: ClassVar[str] = N_("Add {person} to the visit {visit}")

    visit_id: UUID
    person_ids: tuple[UUID, ...]
    state: ParticipationState = ParticipationState.REGISTERED
    kind: ParticipationKind = ParticipationKind.GUEST
    delegation_id: UUID | None = None
    like_last_time: bool = True

    def apply(self, w: Writer) -> tuple[UUID, ...]:
        """Add them. Raises UserError for nobody, and for somebody who has died."""
        if not self.person_ids:
            raise UserError("Nobody is chosen.", code="nobody")
        w.must(Visit, self.visit_id)
        self._check_delegation(w)
        found = []
        for person_id in dict.fromkeys(self.person_ids):
            person = w.must(Person, person_id)
            if person.deceased:
                raise UserError("Somebody who has died cannot take part.", code="deceased")
            found.append(self._add(w, person_id))
        return tuple(found)

    def _check_delegation(self, w: Writer) -> None:
        if self.delegation_id is None:
            return
        if w.must(Delegation, self.delegation_id).visit_id != self.visit_id:
            raise UserError("This delegation belongs to another visit.", code="other-visit")

    def _add(self, w: Writer, person_id: UUID) -> UUID:
        keys = {"visit_id": self.visit_id, "person_id": person_id}
        row_id = w.key_for(Participation, keys)
        if w.get(Participation, row_id) is not None:
            return row_id
        before = _taken_part_before(w, person_id, self.visit_id)
        row = w.create(
            Participation,
            **keys,
            kind=self.kind,
            state=self.state,
            delegation_id=self.delegation_id,
            first_visit=None if self.kind is ParticipationKind.HOST else not before,
        )
        _stamp(w, row, self.state)
        if self.like_last_time and before and self.kind is not ParticipationKind.HOST:
            _take_over_wish(w, row.id, before)
        return row_id

    def refs(self, result: object) -> dict[str, object]:
        """The first, how many, and which visit."""
        return {"person": self.person_ids[0], "n": len(self.person_ids), "visit": self.visit_id}


@dataclass(frozen=True)
class AddNewParticipant(Action):
    """Somebody who is not in the file yet is written in and takes part. Gives the participation's id."""

    code: ClassVar[str] = "participant-new"
    label: ClassVar[str] = N_("Add {person} to the visit {visit}")

    visit_id: UUID
    person: NewPerson
    town: str = ""
    country: str = ""
    state: ParticipationState = ParticipationState.REGISTERED
    kind: ParticipationKind = ParticipationKind.GUEST
    delegation_id: UUID | None = None

    def apply(self, w: Writer) -> UUID:
        """Add person, household, participation. Raises FormProblems where the form has them."""
        people = AddPeople((self.person,), town=self.town, country=self.country)
        added = people.apply(w)
        w.flush()
        join = AddParticipants(
            self.visit_id, added.people, self.state, self.kind, self.delegation_id, like_last_time=False
        )
        return join.apply(w)[0]

    def refs(self, result: object) -> dict[str, object]:
        """Who, and which visit; the person is found by the participation when the step is named."""
        return {"person": result, "visit": self.visit_id}


@dataclass(frozen=True)
class RemoveParticipants(Action):
    """Somebody was put on a visit's list by mistake: out again, with wishes and beds. Gives how many rows."""

    code: ClassVar[str] = "participants-remove"
    label: ClassVar[str] = N_("Take {person} off the list of {visit}")

    ids: tuple[UUID, ...]

    def apply(self, w: Writer) -> tuple[UUID, UUID, int]:
        """Delete them; the people stay in the file."""
        rows = _rows(w, self.ids)
        first, visit = rows[0].person_id, rows[0].visit_id
        groups = {row.travel_group_id for row in rows if row.travel_group_id is not None}
        for row in rows:
            remove(w, Participation, row.id)
        w.flush()
        drop_empty_groups(w, groups)
        return first, visit, len(rows)

    def refs(self, result: object) -> dict[str, object]:
        """The first, how many, and which visit."""
        assert isinstance(result, tuple)
        return {"person": result[0], "visit": result[1], "n": result[2]}


@dataclass(frozen=True)
class _SetState(Action):
    """Bring people to a state; the step names the first and the number. Gives `(person, visit, n)`."""

    state: ClassVar[ParticipationState]

    ids: tuple[UUID, ...]

    def apply(self, w: Writer) -> tuple[UUID, UUID, int]:
        """Set it where it is another."""
        rows = _rows(w, self.ids)
        for row in rows:
            self._set(w, row)
        w.flush()
        for visit_id in {row.visit_id for row in rows}:
            close_ranks(w, visit_id)
        return rows[0].person_id, rows[0].visit_id, len(rows)

    def _set(self, w: Writer, row: Participation) -> None:
        row.state = self.state
        row.cancelled_on = None
        _stamp(w, row, self.state)

    def refs(self, result: object) -> dict[str, object]:
        """The first, how many, and which visit."""
        assert isinstance(result, tuple)
        return {"person": result[0], "visit": result[1], "n": result[2]}


@dataclass(frozen=True)
class RegisterInterest(_SetState):
    """They would like to come; nothing is promised. The moment is kept."""

    code: ClassVar[str] = "participants-interest"
    label: ClassVar[str] = N_("Note the interest of {person}")
    state: ClassVar[ParticipationState] = ParticipationState.INTERESTED


@dataclass(frozen=True)
class Register(_SetState):
    """They registered for good; the moment is kept and decides who comes first."""

    code: ClassVar[str] = "participants-register"
    label: ClassVar[str] = N_("Register {person}")
    state: ClassVar[ParticipationState] = ParticipationState.REGISTERED


@dataclass(frozen=True)
class PutOnWaitingList(_SetState):
    """No place for them now: at the end of the waiting list."""

    code: ClassVar[str] = "participants-waiting"
    label: ClassVar[str] = N_("Put {person} on the waiting list")
    state: ClassVar[ParticipationState] = ParticipationState.WAITING

    def _set(self, w: Writer, row: Participation) -> None:
        super()._set(w, row)
        if row.waiting_rank is None:
            row.waiting_rank = last_rank(w, row.visit_id) + 1
            w.flush()


@dataclass(frozen=True)
class Confirm(_SetState):
    """They have a place."""

    code: ClassVar[str] = "participants-confirm"
    label: ClassVar[str] = N_("Confirm {person}")
    state: ClassVar[ParticipationState] = ParticipationState.CONFIRMED


@dataclass(frozen=True)
class CancelParticipation(_SetState):
    """They do not come after all. Where they were to sleep stays as it is until somebody looks at it."""

    code: ClassVar[str] = "participants-cancel"
    label: ClassVar[str] = N_("{person} cancels")
    state: ClassVar[ParticipationState] = ParticipationState.CANCELLED

    on: date | None = None

    def _set(self, w: Writer, row: Participation) -> None:
        day = self.on or w.today
        if day > w.today:
            raise FieldProblem("on", "This day is still to come.")
        super()._set(w, row)
        row.cancelled_on = day


@dataclass(frozen=True)
class NoShow(_SetState):
    """They did not come and had not cancelled."""

    code: ClassVar[str] = "participants-no-show"
    label: ClassVar[str] = N_("{person} did not come")
    state: ClassVar[ParticipationState] = ParticipationState.NO_SHOW


BULK_FIELDS = frozenset({"delegation_id", "kind", "target_group", "arrival_on", "departure_on"})
"""What may be set for several people at once."""


@dataclass(frozen=True)
class EditParticipation(Edit):
    """Change what a participation says: delegation, kind, role, travel, apprentice's training."""

    code: ClassVar[str] = "participation-edit"
    label: ClassVar[str] = N_("Change the registration of {person}")
    table: ClassVar[type[Row]] = Participation
    ref: ClassVar[str] = "person"
    fields: ClassVar[frozenset[str]] = frozenset({
        "delegation_id", "kind", "role", "arrival_on", "arrival_at", "arrival_by", "arrival_place",
        "departure_on", "departure_at", "departure_by", "departure_place", "first_visit", "target_group",
        "trade", "company", "school", "interested_at", "registered_at", "cancelled_on",
    })  # fmt: skip

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """Nobody leaves before they come; a delegation is one of the visit."""
        assert isinstance(row, Participation)
        values = dict(self.values)
        came = values.get("arrival_on", row.arrival_on)
        goes = values.get("departure_on", row.departure_on)
        if isinstance(came, date) and isinstance(goes, date) and goes < came:
            field = "departure_on" if "departure_on" in values else "arrival_on"
            raise FieldProblem(field, "The departure would be before the arrival.")
        delegation = values.get("delegation_id")
        if isinstance(delegation, UUID) and w.must(Delegation, delegation).visit_id != row.visit_id:
            raise FieldProblem("delegation_id", "This delegation belongs to another visit.")
        return values


@dataclass(frozen=True)
class EditParticipations(Action):
    """Set the same thing for several people: their delegation, kind, target group or days."""

    code: ClassVar[str] = "participations-edit"
    label: ClassVar[str] = N_("Change the registration of {person}")

    ids: tuple[UUID, ...]
    values: Mapping[str, object]

    def apply(self, w: Writer) -> tuple[UUID, UUID, int]:
        """Set it for each."""
        known_fields(self.values, BULK_FIELDS)
        rows = _rows(w, self.ids)
        for row in rows:
            EditParticipation(row.id, self.values).apply(w)
        return rows[0].person_id, rows[0].visit_id, len(rows)

    def refs(self, result: object) -> dict[str, object]:
        """The first, how many, and which visit."""
        assert isinstance(result, tuple)
        return {"person": result[0], "visit": result[1], "n": result[2]}


@dataclass(frozen=True)
class MoveUp(Action):
    """Places are free: the next people on the waiting list get them. Gives `(person, visit, n)`.

    Who moves up was shown before and chosen; nobody moves up by themselves.
    """

    code: ClassVar[str] = "waiting-move-up"
    label: ClassVar[str] = N_("Move {person} up from the waiting list")

    ids: tuple[UUID, ...]

    def apply(self, w: Writer) -> tuple[UUID, UUID, int]:
        """Confirm them and close the ranks behind them. Raises UserError for who does not wait."""
        rows = _rows(w, self.ids)
        if any(row.state is not ParticipationState.WAITING for row in rows):
            raise UserError("Only people on the waiting list can move up.", code="not-waiting")
        return Confirm(self.ids).apply(w)

    def refs(self, result: object) -> dict[str, object]:
        """The first, how many, and which visit."""
        assert isinstance(result, tuple)
        return {"person": result[0], "visit": result[1], "n": result[2]}


# ---- what they have in common ------------------------------------------------------------------------------


def _rows(w: Writer, ids: Iterable[UUID]) -> list[Participation]:
    rows = [w.must(Participation, one) for one in dict.fromkeys(ids)]
    if not rows:
        raise UserError("Nobody is chosen.", code="nobody")
    return rows


def _stamp(w: Writer, row: Participation, state: ParticipationState) -> None:
    """Keep the moment of interest and of registration; leaving the waiting list gives the rank up."""
    moment: datetime = w.now
    if state is ParticipationState.INTERESTED:
        row.interested_at = row.interested_at or moment
        row.registered_at = None
    elif state in (ParticipationState.REGISTERED, ParticipationState.CONFIRMED, ParticipationState.WAITING):
        row.registered_at = row.registered_at or moment
    if state is not ParticipationState.WAITING:
        row.waiting_rank = None


def last_rank(w: Writer, visit_id: UUID) -> int:
    """The last rank of a visit's waiting list, 0 if nobody waits."""
    query = select(func.max(Participation.waiting_rank)).where(Participation.visit_id == visit_id)
    return w.scalar(query) or 0


def close_ranks(w: Writer, visit_id: UUID) -> None:
    """Ranks of the waiting list without gaps, in the order they have."""
    p = Participation
    waiting = select(p).where(p.visit_id == visit_id, p.state == ParticipationState.WAITING)
    rows = list(w.scalars(waiting.order_by(p.waiting_rank.is_(None), p.waiting_rank, p.registered_at, p.id)))
    for rank, row in enumerate(rows, 1):
        if row.waiting_rank != rank:
            row.waiting_rank = rank
    w.flush()


def drop_empty_groups(w: Writer, groups: Iterable[UUID]) -> None:
    """Groups nobody travels with any more, or only one person, are no groups."""
    for group_id in groups:
        group = w.get(TravelGroup, group_id)
        members = list(w.scalars(select(Participation).where(Participation.travel_group_id == group_id)))
        if group is not None and len(members) < 2:
            for row in members:
                row.travel_group_id = None
            w.flush()
            w.delete(group)


CAME = (ParticipationState.REGISTERED, ParticipationState.CONFIRMED)


def _taken_part_before(w: Writer, person_id: UUID, visit_id: UUID) -> UUID | None:
    """The last other visit somebody took part in and was not a host at; None for a newcomer."""
    p = Participation
    query = (
        select(p.id)
        .join(Visit, Visit.id == p.visit_id)
        .where(p.person_id == person_id, p.visit_id != visit_id, p.state.in_(CAME))
        .where(p.kind != ParticipationKind.HOST, Visit.binned_at.is_(None))
        .order_by(Visit.first.desc(), p.id)
        .limit(1)
    )
    return w.scalars(query).first()


KEPT_WISHES = (
    "smoking", "minds_smoke", "animal_fear", "max_stairs", "step_free", "bed", "sofa_ok", "single_room",
    "twin_beds", "walking_aid", "hard_of_hearing", "poor_sight", "electricity", "shower", "no_alcohol",
    "likes_animals", "hotel",
)  # fmt: skip
"""Wishes that are likely the same next time. Diet, allergies and consents are asked anew: they expire."""


def _take_over_wish(w: Writer, participation_id: UUID, before: UUID) -> None:
    old = w.get(StayWish, w.key_for(StayWish, {"participation_id": before}))
    if old is not None:
        values = {name: getattr(old, name) for name in KEPT_WISHES}
        w.put(StayWish, {"participation_id": participation_id}, **values)
