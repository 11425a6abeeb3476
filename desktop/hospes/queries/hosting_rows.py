# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of the hosting board: cards of guests and homes, what they need and have, beds, counters."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from hospes.domain.codes import Code
from hospes.domain.codes_visit import BedKind, GroupRule, OfferState, ParticipationKind, ParticipationState
from hospes.domain.matching.values import Case


class NeedKind(Code):
    """What a home must or should have for a guest; the facts are in `Need.args`."""

    TOGETHER = "together"
    """`n`: so many people stay together; `rule`: how near."""
    ALLERGY = "allergy"
    """`animals`: which."""
    FEAR = "fear"
    """`animals`: which."""
    STEP_FREE = "step_free"
    STAIRS = "stairs"
    """`n`: at most so many steps."""
    SMOKE = "smoke"
    """Cannot stand smoke."""
    SMOKER = "smoker"
    DIET = "diet"
    """`diets`: which."""
    DOUBLE_BED = "double_bed"
    RIDE = "ride"
    """Needs a ride in the host's car."""
    NIGHTS = "nights"
    """Not all nights of the visit: `first` and `last` night."""
    MINOR = "minor"
    """Under age and without a guardian here."""
    ONE_LANGUAGE = "one_language"
    """Speaks `language` only."""


class TraitKind(Code):
    """What a home has; the facts are in `Trait.args`."""

    NO_PETS = "no_pets"
    CATS = "cats"
    DOGS = "dogs"
    OTHER_PETS = "other_pets"
    """`pets`: which."""
    CAR = "car"
    """`n`: seats."""
    STEP_FREE = "step_free"
    STAIRS = "stairs"
    """`n`: steps."""
    SMOKERS = "smokers"
    SMOKE_OUTSIDE = "smoke_outside"
    NO_SMOKE = "no_smoke"
    LANGUAGES = "languages"
    """`languages`: those of the guests that are spoken here, in conversation or better."""
    CHILDREN = "children"
    """`ages`: of those under age."""
    COOKS = "cooks"
    """`diets`: which the kitchen can do."""
    EXPERIENCED = "experienced"
    MINORS = "minors"
    """Takes minors; `checked`: the papers for it were seen."""
    DISTANCE = "distance"
    """`metres` to the meeting point."""


@dataclass(frozen=True, slots=True)
class Need:
    """One thing a guest needs; `private` ones come from health and are never printed."""

    kind: NeedKind
    args: Mapping[str, object]
    private: bool = False


@dataclass(frozen=True, slots=True)
class Trait:
    """One thing a home has."""

    kind: TraitKind
    args: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Bedded:
    """Somebody in a home on some nights."""

    guest_id: UUID
    nights: tuple[date, ...]
    locked: bool
    by_hand: bool
    excuse: str
    """Why a must is broken on purpose."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place to sleep in a home: in which bed, who lies there when, and on which nights nobody does.

    `bed_id` is None for a place of a home that named only a number. `lost` is the second half of a double
    bed in which somebody sleeps alone. A slot without a bed (`over`) holds those for whom there is none.
    """

    bed_id: UUID | None
    kind: BedKind
    room: str
    sleepers: tuple[Bedded, ...]
    free: tuple[date, ...]
    lost: bool = False
    over: bool = False

    @property
    def is_free(self) -> bool:
        """Nobody lies here on any night on which the home is open."""
        return not self.sleepers and not self.lost and not self.over and bool(self.free)


@dataclass(frozen=True, slots=True)
class GuestCard:
    """Somebody who needs a bed."""

    id: UUID
    """The participation."""
    key: str
    person_id: UUID
    name: str
    given: str
    initials: str
    age: int | None
    minor: bool
    kind: ParticipationKind
    state: ParticipationState
    delegation_id: UUID | None
    ours: bool
    """Of our own town: a square, else a circle."""
    profession: str
    companions: tuple[UUID, ...]
    """The others of the group, in order; they move together."""
    group: str
    rule: GroupRule | None
    nights: tuple[date, ...]
    needs: tuple[Need, ...]
    stays: tuple[tuple[date, UUID], ...]
    """Night and offer, for nights that are placed."""
    locked: bool

    @property
    def open_nights(self) -> tuple[date, ...]:
        """Nights without a bed."""
        placed = {night for night, _ in self.stays}
        return tuple(night for night in self.nights if night not in placed)

    @property
    def placed(self) -> bool:
        """There is a bed for every night."""
        return not self.open_nights

    @property
    def offers(self) -> tuple[UUID, ...]:
        """The homes, each once, in order of nights."""
        return tuple(dict.fromkeys(offer for _, offer in self.stays))


@dataclass(frozen=True, slots=True)
class HostCard:
    """A home that offers beds."""

    id: UUID
    """The offer."""
    key: str
    household_id: UUID
    name: str
    initials: str
    ours: bool
    delegation_id: UUID | None
    state: OfferState
    places: int
    max_guests: int | None
    nights: tuple[date, ...]
    missing_nights: tuple[date, ...]
    """Nights of the visit on which the home is not open."""
    slots: tuple[Slot, ...]
    traits: tuple[Trait, ...]
    people: tuple[str, ...]
    remarks: str

    @property
    def guests(self) -> tuple[UUID, ...]:
        """Who sleeps here, each once."""
        return tuple(dict.fromkeys(one.guest_id for slot in self.slots for one in slot.sleepers))

    @property
    def free(self) -> int:
        """Beds nobody has; none where the host has not said yes."""
        return 0 if self.state is not OfferState.YES else sum(slot.is_free for slot in self.slots)


@dataclass(frozen=True, slots=True)
class Stray:
    """Somebody who still has a bed here but needs none: cancelled, in a hotel, in the bin."""

    participation_id: UUID
    person_id: UUID
    offer_id: UUID
    nights: int


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures above the board."""

    guests: int
    placed: int
    without: int
    """Guests without a bed for at least one night."""
    beds_free: int
    homes: int
    """Homes that have said yes."""


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the board shows."""

    visit_id: UUID
    first: date | None
    last: date | None
    nights: tuple[date, ...]
    guests: tuple[GuestCard, ...]
    hosts: tuple[HostCard, ...]
    strays: tuple[Stray, ...]
    counts: Counts
    case: Case

    def guest(self, participation_id: UUID) -> GuestCard | None:
        """A guest's card."""
        return next((card for card in self.guests if card.id == participation_id), None)

    def host(self, offer_id: UUID) -> HostCard | None:
        """A home's card."""
        return next((card for card in self.hosts if card.id == offer_id), None)


T = TypeVar("T")


class KeptCards:
    """Cards as they were made last: one is made anew only when something it is made of is another."""

    def __init__(self) -> None:
        """Nothing is kept yet."""
        self._made: dict[str, tuple[tuple[object, ...], Any]] = {}

    def card(self, key: str, made_of: tuple[object, ...], make: Callable[[], T]) -> T:
        """The card of that key."""
        known = self._made.get(key)
        if known is None or known[0] != made_of:
            known = self._made[key] = (made_of, make())
        found: T = known[1]
        return found
