# SPDX-License-Identifier: GPL-3.0-or-later
"""Who sleeps where: placing guests, moving and taking them out, keeping them there, a whole plan at once.

`PlaceGuests`, `MoveGuests`, `ApplyPlan` take the `case` that the person looked at
(`queries.hosting.hosting_case`, or `board.case`): the musts are checked on it before anything is written,
and the placements it knows must still be those of the file. `guests` are ids of participations, `offer` the
id of an offer; `nights=None` means all nights of each guest's stay.

* `PlaceGuests(visit, guests, offer, case, nights=None, reason="", by_hand=True)` refuses with `MustBroken`
  (its `terms` say which musts) unless there is a `reason`, which is kept beside the placement.
* `MoveGuests(...)` is the same for people who have a bed elsewhere; the step is called a move.
* `TakeOut(visit, guests, nights=None)`, `LockPlacements(visit, guests)`, `UnlockPlacements(visit, guests)`.
* `ApplyPlan(visit, stays, case)`: many placements in one step; `stays_of(plan)` makes `stays` of a plan.
* `ApplyLateChange(visit, stays, case, calls=n, mending=guests)`: the same after a late change
  (`queries.hosting_late`).
* `SetBed(visit, guest, bed)`: the bed chosen by hand; None leaves it to Hospes again.
* `SetHostingRules(rules, visit=None)`: weights and musts of the association, or of one visit.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import String, select, type_coerce

from hospes.actions import Action
from hospes.actions.settings import keep_setting
from hospes.domain.codes_visit import MovedFor
from hospes.domain.errors import UserError
from hospes.domain.hosting_rules import checked_rules, plain_rules, read_rules, rules_key
from hospes.domain.matching.values import Case, Conflict, Placed, Plan, Rules, Term
from hospes.i18n.marks import N_, NN_
from hospes.store.tables.settings import Setting
from hospes.store.tables.stays import Bed, HostOffer, Placement, Room
from hospes.store.tables.visits import Participation
from hospes.store.writer import Writer

Stays = tuple[tuple[UUID, tuple[tuple[date, UUID], ...]], ...]
"""For each participation the offer of each night."""


class MustBroken(UserError):
    """A must would be broken; `conflicts` say which, for whom. With a reason it may be done all the same."""

    code = "must-broken"

    def __init__(self, conflicts: Sequence[Conflict], names: str, home: str) -> None:
        self.conflicts = tuple(conflicts)
        super().__init__(
            "{guests} cannot stay with {home}: a must is broken. Write down a reason to do it all the same.",
            guests=names,
            home=home,
        )

    @property
    def terms(self) -> tuple[Term, ...]:
        """The musts."""
        return tuple(conflict.term for conflict in self.conflicts)


@dataclass(frozen=True)
class PlaceGuests(Action):
    """Give people of a party beds in a home. Gives their persons' ids."""

    code: ClassVar[str] = "guests-place"
    label: ClassVar[str] = N_("Place {guests} with {household}")

    visit: UUID
    guests: tuple[UUID, ...]
    offer: UUID
    case: Case
    nights: tuple[date, ...] | None = None
    reason: str = ""
    by_hand: bool = True

    def apply(self, w: Writer) -> "Told":
        """Check the musts and write a placement a night. Raises MustBroken."""
        offer = w.must(HostOffer, self.offer)
        people = participants(w, self.visit, self.guests)
        stays = {one: self._nights(one) for one in self.guests}
        refuse_stale(w, self.visit, self.case, self.guests)
        rows = placements_of(w, self.visit, self.guests)
        refuse_locked(rows, {one: dict.fromkeys(some, self.offer) for one, some in stays.items()})
        after = with_stays(
            self.case,
            {one: dict.fromkeys(some, self.offer) for one, some in stays.items()},
            self.reason.strip(),
        )
        broken = new_conflicts(self.case, after, self.guests)
        if broken and not self.reason.strip():
            raise MustBroken(broken, names_in(self.case, self.guests), home_in(self.case, self.offer))
        for one, nights in stays.items():
            for night in nights:
                row = rows.get((one, night))
                if row is None:
                    row = w.create(Placement, participation_id=one, night=night, offer_id=self.offer)
                elif row.offer_id != self.offer:
                    row.offer_id, row.bed_id, row.moved_for = self.offer, None, None
                row.by_hand = self.by_hand
                row.override_reason = self.reason.strip() if broken else ""
        return Told(tuple(people), offer.household_id)

    def _nights(self, guest: UUID) -> tuple[date, ...]:
        mine = next((one.nights for one in self.case.guests if one.key == guest.hex), frozenset())
        wanted = mine if self.nights is None else mine & frozenset(self.nights)
        if not wanted:
            raise UserError("There is no night on which a bed is needed.", code="no-nights")
        return tuple(sorted(wanted))

    def refs(self, result: object) -> dict[str, object]:
        """Who, and with whom."""
        assert isinstance(result, Told)
        return {"guests": result.people, "household": result.household, "visit": self.visit}


@dataclass(frozen=True)
class MoveGuests(PlaceGuests):
    """The same for people who have a bed elsewhere."""

    code: ClassVar[str] = "guests-move"
    label: ClassVar[str] = N_("Move {guests} to {household}")


@dataclass(frozen=True, slots=True)
class Told:
    """Whom a step was about."""

    people: tuple[UUID, ...]
    household: UUID | None = None


@dataclass(frozen=True)
class TakeOut(Action):
    """Take the beds of people away again."""

    code: ClassVar[str] = "guests-take-out"
    label: ClassVar[str] = N_("Take out {guests}")

    visit: UUID
    guests: tuple[UUID, ...]
    nights: tuple[date, ...] | None = None

    def apply(self, w: Writer) -> Told:
        """Delete the placements. Raises UserError where one is kept."""
        people = participants(w, self.visit, self.guests)
        rows = placements_of(w, self.visit, self.guests)
        gone = [
            row
            for (guest, night), row in rows.items()
            if guest in self.guests and (self.nights is None or night in self.nights)
        ]
        if any(row.locked for row in gone):
            raise locked()
        for row in gone:
            w.delete(row)
        return Told(tuple(people))

    def refs(self, result: object) -> dict[str, object]:
        """Who."""
        assert isinstance(result, Told)
        return {"guests": result.people, "visit": self.visit}


@dataclass(frozen=True)
class LockPlacements(Action):
    """Keep people where they are, whatever a new plan would say."""

    code: ClassVar[str] = "placements-lock"
    label: ClassVar[str] = N_("Keep {guests} where they are")
    locks: ClassVar[bool] = True

    visit: UUID
    guests: tuple[UUID, ...]

    def apply(self, w: Writer) -> Told:
        """Mark their placements."""
        people = participants(w, self.visit, self.guests)
        for (guest, _), row in placements_of(w, self.visit).items():
            if guest in self.guests:
                row.locked = self.locks
        return Told(tuple(people))

    def refs(self, result: object) -> dict[str, object]:
        """Who."""
        assert isinstance(result, Told)
        return {"guests": result.people, "visit": self.visit}


@dataclass(frozen=True)
class UnlockPlacements(LockPlacements):
    """A new plan may move them again."""

    code: ClassVar[str] = "placements-unlock"
    label: ClassVar[str] = N_("Let {guests} be moved again")
    locks: ClassVar[bool] = False


@dataclass(frozen=True)
class ApplyPlan(Action):
    """Many placements in one step: a suggestion for all, a plan of the command line, a late change.

    Nights of these guests that the plan does not name lose their bed. Gives how many people got one.
    """

    code: ClassVar[str] = "plan-apply"
    label: ClassVar[tuple[str, str]] = NN_("Place {n} guest", "Place {n} guests")

    visit: UUID
    stays: Stays
    case: Case

    def apply(self, w: Writer) -> int:
        """Check the musts and write what differs. Raises MustBroken."""
        plan = {guest: dict(nights) for guest, nights in self.stays}
        rows = placements_of(w, self.visit)
        refuse_stale(w, self.visit, self.case, plan)
        refuse_locked(rows, plan)
        broken = new_conflicts(self.case, with_stays(self.case, plan, whole=True), plan)
        if broken:
            first = broken[0]
            guests = [UUID(hex=key) for key in first.guests]
            raise MustBroken(broken, names_in(self.case, guests), home_in(self.case, UUID(hex=first.host)))
        placed: set[UUID] = set()
        new: list[dict[str, object]] = []
        for guest, nights in plan.items():
            for night, offer in sorted(nights.items()):
                row = rows.get((guest, night))
                if row is None:
                    new.append({"participation_id": guest, "night": night, "offer_id": offer})
                elif row.offer_id != offer:
                    row.offer_id, row.bed_id, row.by_hand, row.override_reason = offer, None, False, ""
                    row.moved_for = self.moved_for(guest)
                else:
                    continue
                placed.add(guest)
        for (guest, night), row in rows.items():
            if guest in plan and night not in plan[guest]:
                w.delete(row)
        w.bulk_add(Placement, new)
        return len(placed)

    def moved_for(self, guest: UUID) -> MovedFor | None:
        """Why somebody gets another home, if a later paper shall say it."""
        return None

    def refs(self, result: object) -> dict[str, object]:
        """How many."""
        return {"n": result, "visit": self.visit}


@dataclass(frozen=True)
class ApplyLateChange(ApplyPlan):
    """The plan after a late change: `calls` guests are concerned; who needs no bed any more loses it.

    `mending` are those who move only because their home, or that of somebody who moves to theirs, did not
    fit before the change either.
    """

    code: ClassVar[str] = "late-apply"
    label: ClassVar[tuple[str, str]] = NN_("Late change for {n} guest", "Late change for {n} guests")

    calls: int = 0
    mending: frozenset[UUID] = frozenset()

    def moved_for(self, guest: UUID) -> MovedFor:
        """For the change itself, or to mend what was wrong before."""
        return MovedFor.MEND if guest in self.mending else MovedFor.CHANGE

    def apply(self, w: Writer) -> int:
        """Write the plan and take away the beds nobody needs. Raises MustBroken."""
        known = {guest.key for guest in self.case.guests}
        for (guest, _), row in placements_of(w, self.visit).items():
            if guest.hex not in known:
                w.delete(row)
        w.flush()
        super().apply(w)
        return self.calls


@dataclass(frozen=True)
class SetBed(Action):
    """Choose somebody's bed by hand; None leaves it to Hospes again."""

    code: ClassVar[str] = "bed-set"
    label: ClassVar[str] = N_("The bed of {guests}")

    visit: UUID
    guest: UUID
    bed: UUID | None

    def apply(self, w: Writer) -> Told:
        """Write it at each night in the home of that bed. Raises UserError where they do not sleep there."""
        people = participants(w, self.visit, (self.guest,))
        offer_id = None
        if self.bed is not None:
            offer_id = w.must(Room, w.must(Bed, self.bed).room_id).offer_id
        mine = [row for (guest, _), row in placements_of(w, self.visit).items() if guest == self.guest]
        there = [row for row in mine if offer_id is None or row.offer_id == offer_id]
        if not there:
            raise UserError("This bed stands in another home.", code="bed-elsewhere")
        for row in there:
            row.bed_id = self.bed
        return Told(tuple(people))

    def refs(self, result: object) -> dict[str, object]:
        """Whose."""
        assert isinstance(result, Told)
        return {"guests": result.people, "visit": self.visit}


@dataclass(frozen=True)
class SetHostingRules(Action):
    """Change points and musts of hosting, of the association or of one visit only; None is the standard."""

    code: ClassVar[str] = "hosting-rules"
    label: ClassVar[str] = N_("Change the rules of hosting")

    rules: Rules | None
    visit: UUID | None = None

    def apply(self, w: Writer) -> None:
        """Keep what differs from the standard, or from the association's for a visit. Raises FieldProblem."""
        key = rules_key(self.visit.hex if self.visit else "")
        if self.rules is None:
            keep_setting(w, key, None)
            return
        standard = Rules()
        if self.visit is not None:
            row = w.get(Setting, w.key_for(Setting, {"owner_id": None, "key": rules_key()}))
            standard = read_rules(row.value if row is not None else None)
        keep_setting(w, key, plain_rules(checked_rules(self.rules), standard) or None)

    def refs(self, result: object) -> dict[str, object]:
        """The visit, if it is about one."""
        return {"visit": self.visit} if self.visit is not None else {}


def stays_of(plan: Plan, guests: Collection[str] | None = None) -> Stays:
    """What `ApplyPlan` writes of a plan: of everybody, or of those who were ticked (keys of guests).

    A plan for everybody also says who has no bed any more.
    """
    found = {
        stay.guest: tuple((night, UUID(hex=host)) for night, host in stay.nights)
        for stay in plan.stays
        if guests is None or stay.guest in guests
    }
    if guests is None:
        for left in plan.leftover:
            found.setdefault(left.guest, ())
    return tuple((UUID(hex=guest), nights) for guest, nights in found.items())


# ---- what all of them have in common --------------------------------------------------------------------


def participants(w: Writer, visit: UUID, guests: Sequence[UUID]) -> list[UUID]:
    """The persons of participations of this visit. Raises UserError for nobody, or somebody of another."""
    if not guests:
        raise UserError("Nobody is chosen.", code="nobody")
    rows = [w.must(Participation, one) for one in guests]
    if any(row.visit_id != visit for row in rows):
        raise UserError("This entry is no longer in the file.", code="gone")
    return [row.person_id for row in rows]


def placements_of(
    w: Writer, visit: UUID, guests: Collection[UUID] | None = None
) -> dict[tuple[UUID, date], Placement]:
    """The placements of a visit, or of some participations of it, by participation and night."""
    query = (
        select(Placement)
        .join(Participation, Participation.id == Placement.participation_id)
        .where(Participation.visit_id == visit)
        .order_by(Placement.participation_id, Placement.night)
    )
    if guests is not None:
        query = query.where(Placement.participation_id.in_(list(guests)))
    return {(row.participation_id, row.night): row for row in w.scalars(query)}


def locked() -> UserError:
    """Somebody is kept where they are."""
    return UserError(
        "Somebody here is kept where they are. Let them be moved again first.", code="placement-locked"
    )


def refuse_locked(
    rows: Mapping[tuple[UUID, date], Placement], plan: Mapping[UUID, Mapping[date, UUID]]
) -> None:
    """Raise where a placement that is kept would change."""
    for (guest, night), row in rows.items():
        if row.locked and guest in plan and plan[guest].get(night, row.offer_id) != row.offer_id:
            raise locked()


def refuse_stale(w: Writer, visit: UUID, case: Case, guests: Collection[UUID]) -> None:
    """Raise where somebody was placed otherwise since the case was read."""
    known = {guest.key for guest in case.guests}
    if any(guest.hex not in known for guest in guests):
        raise UserError("Somebody here needs no bed at this visit.", code="no-guest")
    query = (  # as the file holds them: a large visit has more than a thousand, and none is changed here
        select(type_coerce(Placement.participation_id, String), Placement.night)
        .add_columns(type_coerce(Placement.offer_id, String))
        .join(Participation, Participation.id == Placement.participation_id)
        .where(Participation.visit_id == visit)
    )
    now = {(guest, night): host for guest, night, host in w.execute(query) if guest in known}
    seen = {(one.guest, one.night): one.host for one in case.placed if one.guest in known}
    if seen != now:
        raise UserError(
            "Somebody was placed otherwise in the meantime. Look at the board again.", code="case-stale"
        )


def with_stays(
    case: Case,
    plan: Mapping[UUID, Mapping[date, UUID]],
    reason: str = "",
    *,
    whole: bool = False,
) -> Case:
    """The case as it will be; `whole`: the plan names all nights of its guests, others become free."""
    keys = {guest.hex: nights for guest, nights in plan.items()}
    order = {guest.key: number for number, guest in enumerate(case.guests)}
    kept = [
        one
        for one in case.placed
        if (one.guest in order and one.guest not in keys) or not (whole or one.night in keys[one.guest])
    ]
    before = {(one.guest, one.night): one for one in case.placed}
    for guest, nights in keys.items():
        for night, offer in nights.items():
            old = before.get((guest, night))
            if old is not None and old.host == offer.hex:
                kept.append(replace(old, excuse=reason or old.excuse))
            else:
                kept.append(Placed(guest, night, offer.hex, excuse=reason))
    return replace(case, placed=tuple(sorted(kept, key=lambda one: (order[one.guest], one.night))))


def new_conflicts(before: Case, after: Case, guests: Iterable[UUID]) -> tuple[Conflict, ...]:
    """Musts that a change breaks and that were not broken for the same people before."""
    from hospes.domain.matching.fit import conflicts

    keys = {guest.hex for guest in guests}
    plain = replace(after, placed=tuple(replace(one, excuse="") for one in after.placed))
    old = {_what(one) for one in conflicts(_around(before, keys))}
    return tuple(
        one for one in conflicts(_around(plain, keys)) if keys & set(one.guests) and _what(one) not in old
    )


def _around(case: Case, keys: Collection[str]) -> Case:
    """The case with only those placed who sleep where these guests or others of their groups do.

    Whatever is broken for these guests is broken by nobody else.
    """
    groups = {guest.group for guest in case.guests if guest.key in keys} - {""}
    near = {guest.key for guest in case.guests if guest.key in keys or guest.group in groups}
    homes = {one.host for one in case.placed if one.guest in near}
    return replace(case, placed=tuple(one for one in case.placed if one.guest in near or one.host in homes))


def _what(conflict: Conflict) -> tuple[object, ...]:
    return (frozenset(conflict.guests), conflict.host, conflict.term.code)


def names_in(case: Case, guests: Iterable[UUID]) -> str:
    """Names for a message; first names where there are several."""
    called = {guest.key: guest for guest in case.guests}
    found = [called[guest.hex] for guest in guests if guest.hex in called]
    return ", ".join(guest.name for guest in found)


def home_in(case: Case, offer: UUID) -> str:
    """The home's name for a message."""
    return next((host.name for host in case.hosts if host.key == offer.hex), "")


def by_household(rows: Iterable[Placement]) -> Mapping[UUID, list[Placement]]:
    """Placements by the offer they are at."""
    found: dict[UUID, list[Placement]] = defaultdict(list)
    for row in rows:
        found[row.offer_id].append(row)
    return found
