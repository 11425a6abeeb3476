# SPDX-License-Identifier: GPL-3.0-or-later
"""Host families of a visit: asking them, what they answered, what they offer, thanking them.

An offer is a household at one visit (`HostOffer`); day and dinner hosts are offers of another `kind`.

* `MakeOffers(visit, households, state=NOT_ASKED, kind=HOME)` writes offers prefilled from the household's
  hosting facts and its last offer; with `state=ASKED`, `YES`, `NO`, `RESERVE` the answer comes in the same
  step. Households that have an offer already only get the state. Gives the ids of the offers.
* `AskHosts(offers)`, `AnswerOffer(offer, state)`, `WithdrawOffer(offer)`, `ThankHosts(offers)`.
* `EditOffer(offer, values, seen)` changes any of `OFFER_FACTS`; `SetOfferNights`, `SetOfferBeds`,
  `SetHostWishes` the lists that hang on it; `DropOffer` takes one out that was a mistake.

A host who withdraws or says no keeps the guests until somebody finds them another home: they are conflicts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import func, select

from hospes.actions import Action
from hospes.actions.editing import EditFact
from hospes.actions.offers_prefill import COPIED, Prefill
from hospes.domain.codes_visit import BedKind, HomeExtra, Meal, OfferKind, OfferState, WishKind
from hospes.domain.diets import joined, parts
from hospes.domain.errors import FieldProblem, UserError
from hospes.i18n.marks import N_
from hospes.store.base import Row
from hospes.store.tables.households import Household
from hospes.store.tables.stays import Bed, HostOffer, OfferNight, Placement, Room, StayLink
from hospes.store.tables.visits import Visit
from hospes.store.writer import Writer

ANSWERS = frozenset({OfferState.YES, OfferState.NO, OfferState.RESERVE})

OFFER_FACTS = frozenset({*COPIED, "kind", "delegation_id", "asked_on", "answered_on", "thanked_on",
                         "hosted_last_time", "checked_on", "ages", "children_ages", "remarks"})  # fmt: skip
"""Columns of `HostOffer` that `EditOffer` changes."""

_MOST = {
    "max_guests": 50,
    "stairs": 500,
    "car_seats": 60,
    "distance_m": 1_000_000,
    "floor": 60,
    "child_from": 17,
}
_AGES = frozenset({"ages", "children_ages"})
_OLDEST = 120
_LISTS: Mapping[str, frozenset[str] | None] = {
    "diets": None,
    "accepts": frozenset({"man", "woman", "couple", "family", "minor"}),
    "other_pets": None,
    "meals": frozenset(meal.value for meal in Meal if meal is not Meal.NONE),
    "extras": frozenset(extra.value for extra in HomeExtra),
}


@dataclass(frozen=True)
class MakeOffers(Action):
    """Put households on the list of hosts of a visit, with what is known of them. Gives the offers' ids."""

    code: ClassVar[str] = "offers-make"
    label: ClassVar[str] = N_("Put {first} on the list of hosts")

    visit: UUID
    households: tuple[UUID, ...]
    state: OfferState = OfferState.NOT_ASKED
    kind: OfferKind = OfferKind.HOME
    delegation: UUID | None = None
    on: date | None = None

    def apply(self, w: Writer) -> tuple[UUID, ...]:
        """Write them. Raises UserError for nobody."""
        if not self.households:
            raise UserError("Nobody is chosen.", code="nobody")
        visit = w.must(Visit, self.visit)
        prefill = Prefill(w, visit, self.households)
        found = []
        for household_id in dict.fromkeys(self.households):
            w.must(Household, household_id)
            keys = {"visit_id": self.visit, "household_id": household_id}
            row = w.get(HostOffer, w.key_for(HostOffer, keys))
            if row is None:
                row = prefill.make(household_id, self.kind, self.delegation)
            said(row, self.state, self.on or w.today)
            found.append(row.id)
        return tuple(found)

    def refs(self, result: object) -> dict[str, object]:
        """The first, and how many."""
        return {"first": self.households[0], "n": len(self.households), "visit": self.visit}


def said(row: HostOffer, state: OfferState, on: date) -> None:
    """Write down how far asking has come, with its day."""
    row.state = state
    if state is OfferState.NOT_ASKED:
        row.asked_on = row.answered_on = None
        return
    if row.asked_on is None:
        row.asked_on = on
    if state is OfferState.ASKED:
        row.answered_on = None
    elif row.answered_on is None or state is not OfferState.WITHDRAWN:
        row.answered_on = on


@dataclass(frozen=True)
class AskHosts(Action):
    """Host families were asked."""

    code: ClassVar[str] = "hosts-ask"
    label: ClassVar[str] = N_("Ask {first}")

    offers: tuple[UUID, ...]
    on: date | None = None

    def apply(self, w: Writer) -> tuple[UUID, ...]:
        """Write the day down; who has answered keeps the answer. Gives the households."""
        rows = offers_of(w, self.offers)
        for row in rows:
            if row.state in (OfferState.NOT_ASKED, OfferState.ASKED):
                said(row, OfferState.ASKED, self.on or w.today)
            row.asked_on = self.on or w.today
        return tuple(row.household_id for row in rows)

    def refs(self, result: object) -> dict[str, object]:
        """The first, and how many."""
        return several(result)


@dataclass(frozen=True)
class AnswerOffer(Action):
    """A host family said yes, no, or that it is there if need be; NOT_ASKED and ASKED take it back."""

    code: ClassVar[str] = "offer-answer"
    label: ClassVar[str] = N_("The answer of {household}")

    offer: UUID
    state: OfferState
    on: date | None = None

    def apply(self, w: Writer) -> UUID:
        """Write it down. Gives the household."""
        row = w.must(HostOffer, self.offer)
        said(row, self.state, self.on or w.today)
        return row.household_id

    def refs(self, result: object) -> dict[str, object]:
        """Whose."""
        return {"household": result}


@dataclass(frozen=True)
class WithdrawOffer(Action):
    """A host drops out; whoever was placed there stays there as a conflict until it is mended."""

    code: ClassVar[str] = "offer-withdraw"
    label: ClassVar[str] = N_("{household} cannot host")

    offer: UUID

    def apply(self, w: Writer) -> UUID:
        """Write it down. Gives the household."""
        row = w.must(HostOffer, self.offer)
        said(row, OfferState.WITHDRAWN, w.today)
        return row.household_id

    def refs(self, result: object) -> dict[str, object]:
        """Who."""
        return {"household": result}


@dataclass(frozen=True)
class ThankHosts(Action):
    """Host families were thanked; `thanked=False` takes it back."""

    code: ClassVar[str] = "hosts-thank"
    label: ClassVar[str] = N_("Thank {first}")

    offers: tuple[UUID, ...]
    on: date | None = None
    thanked: bool = True

    def apply(self, w: Writer) -> tuple[UUID, ...]:
        """Write the day down. Gives the households."""
        rows = offers_of(w, self.offers)
        for row in rows:
            row.thanked_on = (self.on or w.today) if self.thanked else None
        return tuple(row.household_id for row in rows)

    def refs(self, result: object) -> dict[str, object]:
        """The first, and how many."""
        return several(result)


@dataclass(frozen=True)
class EditOffer(EditFact):
    """Change what a host family offers at a visit; None is "not asked"."""

    code: ClassVar[str] = "offer-edit"
    label: ClassVar[str] = N_("What {owner} offers")
    table: ClassVar[type[Row]] = HostOffer
    fields: ClassVar[frozenset[str]] = OFFER_FACTS

    def checked(self, w: Writer, row: Row) -> Mapping[str, object]:
        """Numbers in their bounds, lists of known codes. Raises FieldProblem."""
        return {name: checked_fact(name, value) for name, value in self.values.items()}


def checked_fact(name: str, value: object) -> object:
    """A fact of an offer as it will be kept. Raises FieldProblem."""
    if name in _MOST and value is not None and not (isinstance(value, int) and 0 <= value <= _MOST[name]):
        raise FieldProblem(name, "This number cannot be used. What you typed is kept.")
    if name == "evenings_away":
        return joined(sorted(_days(str(value))))
    if name in _AGES:
        return ";".join(_ages(name, str(value or "")))
    if name in _LISTS:
        known = _LISTS[name]
        found = parts(str(value or ""))
        if known is not None and not set(found) <= known:
            raise ValueError(f"{name} has no {sorted(set(found) - known)}")
        return joined(found)
    return value


def _ages(name: str, text: str) -> list[str]:
    """Ages as the host said them, the oldest first; of twins both."""
    found = [one for one in text.replace(",", ";").replace(" ", ";").split(";") if one]
    if not all(one.isdecimal() and int(one) <= _OLDEST for one in found):
        raise FieldProblem(name, "This number cannot be used. What you typed is kept.")
    return [str(age) for age in sorted((int(one) for one in found), reverse=True)]


def _days(text: str) -> list[str]:
    try:
        return [date.fromisoformat(one).isoformat() for one in parts(text)]
    except ValueError:
        raise FieldProblem("evenings_away", "This is no day.") from None


@dataclass(frozen=True)
class SetOfferNights(Action):
    """On which nights a host has beds."""

    code: ClassVar[str] = "offer-nights"
    label: ClassVar[str] = N_("The nights of {household}")

    offer: UUID
    nights: tuple[date, ...]

    def apply(self, w: Writer) -> UUID:
        """Add and take away what differs. Gives the household."""
        row = w.must(HostOffer, self.offer)
        query = select(OfferNight).where(OfferNight.offer_id == self.offer)
        have = {one.night: one for one in w.scalars(query)}
        for night in sorted(set(self.nights) - have.keys()):
            w.create(OfferNight, offer_id=self.offer, night=night)
        for night in sorted(have.keys() - set(self.nights)):
            w.delete(have[night])
        return row.household_id

    def refs(self, result: object) -> dict[str, object]:
        """Whose."""
        return {"household": result}


@dataclass(frozen=True, slots=True)
class RoomBeds:
    """A room with its beds: kind and places of each."""

    name: str = ""
    beds: tuple[tuple[BedKind, int], ...] = ()
    own_bathroom: bool | None = None


@dataclass(frozen=True)
class SetOfferBeds(Action):
    """The rooms and beds of an offer, the whole list at once."""

    code: ClassVar[str] = "offer-beds"
    label: ClassVar[str] = N_("The beds of {household}")

    offer: UUID
    rooms: tuple[RoomBeds, ...]

    def apply(self, w: Writer) -> UUID:
        """Replace what differs; rooms and beds that stay keep their row. Gives the household."""
        row = w.must(HostOffer, self.offer)
        if any(not 1 <= places <= 10 for room in self.rooms for _, places in room.beds):
            raise FieldProblem("places", "A bed has room for 1 to 10 people.")
        query = select(Room).where(Room.offer_id == self.offer).order_by(Room.position, Room.id)
        have = list(w.scalars(query))
        for position, wanted in enumerate(self.rooms):
            room = have[position] if position < len(have) else w.create(Room, offer_id=self.offer)
            room.name, room.own_bathroom, room.position = wanted.name.strip(), wanted.own_bathroom, position
            self._beds(w, room.id, wanted.beds)
        for room in have[len(self.rooms) :]:
            self._beds(w, room.id, ())
            w.delete(room)
        return row.household_id

    def _beds(self, w: Writer, room_id: UUID, wanted: Sequence[tuple[BedKind, int]]) -> None:
        have = list(w.scalars(select(Bed).where(Bed.room_id == room_id).order_by(Bed.position, Bed.id)))
        for position, (kind, places) in enumerate(wanted):
            bed = have[position] if position < len(have) else w.create(Bed, room_id=room_id)
            bed.kind, bed.places, bed.position = kind, places, position
        for bed in have[len(wanted) :]:
            remove_bed(w, bed)

    def refs(self, result: object) -> dict[str, object]:
        """Whose."""
        return {"household": result}


def remove_bed(w: Writer, bed: Bed) -> None:
    """Take a bed away; who had it by hand gets another."""
    for placement in w.scalars(select(Placement).where(Placement.bed_id == bed.id)):
        placement.bed_id = None
    w.delete(bed)


@dataclass(frozen=True, slots=True)
class HostWish:
    """A guest, or everybody of a guest's household, that a host would like, or would not."""

    kind: WishKind
    person: UUID | None = None
    household: UUID | None = None


@dataclass(frozen=True)
class SetHostWishes(Action):
    """Whom a host would like to have, and whom not, the whole list at once in its order."""

    code: ClassVar[str] = "offer-wishes"
    label: ClassVar[str] = N_("The wishes of {household}")

    offer: UUID
    wishes: tuple[HostWish, ...] = field(default=())

    def apply(self, w: Writer) -> UUID:
        """Replace what differs. Gives the household. Raises UserError for one who is wished and refused."""
        row = w.must(HostOffer, self.offer)
        if len({(one.person, one.household) for one in self.wishes}) < len(set(self.wishes)):
            raise UserError("Nobody can be wished and refused at once.", code="wished-and-refused")
        query = select(StayLink).where(StayLink.offer_id == self.offer)
        have = {
            (link.kind, link.wanted_person_id, link.wanted_household_id): link for link in w.scalars(query)
        }
        wanted = dict.fromkeys((one.kind, one.person, one.household) for one in self.wishes)
        for rank, (kind, person, household) in enumerate(wanted, start=1):
            link = have.get((kind, person, household))
            if link is not None:
                link.rank = rank
                continue
            w.create(
                StayLink,
                offer_id=self.offer,
                kind=kind,
                wanted_person_id=person,
                wanted_household_id=household,
                rank=rank,
            )
        for key in have.keys() - wanted.keys():
            w.delete(have[key])
        return row.household_id

    def refs(self, result: object) -> dict[str, object]:
        """Whose."""
        return {"household": result}


@dataclass(frozen=True)
class DropOffer(Action):
    """Take a household off the list of hosts that should never have been on it."""

    code: ClassVar[str] = "offer-drop"
    label: ClassVar[str] = N_("Take {household} off the list of hosts")

    offer: UUID

    def apply(self, w: Writer) -> UUID:
        """Delete it with its beds. Raises UserError where guests sleep there. Gives the household."""
        row = w.must(HostOffer, self.offer)
        query = select(func.count()).select_from(Placement).where(Placement.offer_id == self.offer)
        if w.scalar(query):
            raise UserError(
                "Guests sleep there. Find them another host first, or write down that this one cannot host.",
                code="offer-used",
            )
        for room in w.scalars(select(Room).where(Room.offer_id == self.offer)).all():
            for bed in w.scalars(select(Bed).where(Bed.room_id == room.id)).all():
                w.delete(bed)
            w.delete(room)
        for table in (OfferNight, StayLink):
            for one in w.scalars(select(table).where(table.offer_id == self.offer)).all():
                w.delete(one)
        w.delete(row)
        return row.household_id

    def refs(self, result: object) -> dict[str, object]:
        """Whose."""
        return {"household": result}


# ---- what all of them have in common --------------------------------------------------------------------


def offers_of(w: Writer, ids: Iterable[UUID]) -> list[HostOffer]:
    """The offers. Raises UserError for none."""
    rows = [w.must(HostOffer, one) for one in dict.fromkeys(ids)]
    if not rows:
        raise UserError("Nobody is chosen.", code="nobody")
    return rows


def several(households: object) -> dict[str, object]:
    """References of a step about several households."""
    assert isinstance(households, tuple)
    return {"first": households[0], "n": len(households)}
