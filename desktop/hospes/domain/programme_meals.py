# SPDX-License-Identifier: GPL-3.0-or-later
"""How many sit down to a meal, and how many of them eat what: counts only, never who (REQ-2-08)."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date

from hospes.domain.codes_visit import Audience, DelegationRole, ParticipationKind
from hospes.domain.diets import Diet


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody at a visit as the programme counts them. `places` is more than one for a whole household."""

    id: Hashable
    kind: ParticipationKind
    delegation: Hashable | None = None
    role: DelegationRole | None = None
    person: Hashable | None = None
    arrives: date | None = None
    leaves: date | None = None
    diets: tuple[str, ...] = ()
    places: int = 1

    def is_there(self, day: date) -> bool:
        """Whether the day lies within the stay; an unknown end does not shut anybody out."""
        return (self.arrives is None or self.arrives <= day) and (self.leaves is None or day <= self.leaves)

    @property
    def is_host(self) -> bool:
        """Whether they are at home here."""
        return self.kind is ParticipationKind.HOST or self.role is DelegationRole.HOSTING


@dataclass(frozen=True, slots=True)
class MealCount:
    """Numbers for the kitchen."""

    guests: int = 0
    hosts: int = 0
    by_diet: dict[str, int] = field(default_factory=dict)
    """Codes of `Diet`; wishes written in words are counted under "other" and told by nobody."""

    @property
    def all(self) -> int:
        """Everybody who sits down."""
        return self.guests + self.hosts


OTHER = "other"


def takes_part(
    one: Attendee,
    day: date,
    audience: Audience,
    delegations: Collection[Hashable] = (),
    people: Collection[Hashable] = (),
) -> bool:
    """Whether an item on a day is for somebody."""
    if not one.is_there(day):
        return False
    if audience is Audience.GUESTS:
        return not one.is_host
    if audience is Audience.HOSTS:
        return one.is_host
    if audience is Audience.OFFICIALS:
        return one.kind is ParticipationKind.OFFICIAL
    if audience is Audience.CHOSEN:
        return one.delegation in delegations or (one.person is not None and one.person in people)
    return True


def count_meal(attendees: Iterable[Attendee]) -> MealCount:
    """The numbers of those who take part."""
    guests = hosts = 0
    diets: Counter[str] = Counter()
    known = {diet.value for diet in Diet}
    for one in attendees:
        if one.is_host:
            hosts += one.places
        else:
            guests += one.places
        diets.update({diet if diet in known else OTHER for diet in one.diets})
    order = [*(diet.value for diet in Diet), OTHER]
    return MealCount(guests, hosts, {code: diets[code] for code in order if diets[code]})
