# SPDX-License-Identifier: GPL-3.0-or-later
"""Starting a year's dues: who owes what, class by class, and what somebody should look at before (REQ-2-02).

A class that counts people is owed for each of its members, one that counts households once for the household.
Whoever is named as payer owes, so one may pay for several. Nobody is asked twice: what was set up already is
left out, and starting a year again adds only those who have come since.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from hospes.domain.codes import Code, MemberUnit
from hospes.domain.membership import ClassFacts, propose_class
from hospes.domain.payers import Payer, PayerKind
from hospes.domain.values import DateSpan, Money, RoughDate
from hospes.i18n.marks import N_

MONTHS = 12


class NewcomersPay(Code):
    """What those owe who join while the year runs."""

    FULL = "full", N_("The whole year")
    MONTHS = "months", N_("By months, the month of joining included")
    NOTHING = "nothing", N_("Nothing this year")


class PlanNote(Code):
    """What somebody should know of a charge before it is made."""

    JOINED = "joined", N_("Joined in the year")
    LEAVES = "leaves", N_("Leaves in the year")
    AGE = "age", N_("The age no longer fits the class")
    OTHER_CLASS = "other-class", N_("Has dues of another class for this year")
    SEVERAL = "several", N_("Pays for several")
    PAYS_FOR_OTHER = "for-other", N_("Somebody else pays")
    MORE = "more", N_("More members than were asked for")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A membership that stands in the year, and what bears on its dues."""

    membership_id: UUID
    holder: Payer
    payer: Payer
    class_id: UUID | None
    joined: RoughDate | None = None
    left_on: date | None = None
    birth: RoughDate | None = None
    home: UUID | None = None
    """The household of the person who holds it."""


@dataclass(frozen=True, slots=True)
class ClassPrice(ClassFacts):
    """A class with what it costs in the year; None where nobody said."""

    price: Money | None = None

    @property
    def free(self) -> bool:
        """Does it cost nothing?"""
        return self.honorary or (self.price is not None and not self.price)


@dataclass(frozen=True, slots=True)
class Asked:
    """Dues that are there already for the year."""

    dues_id: UUID
    payer: Payer
    class_id: UUID | None
    people: int


@dataclass(frozen=True, slots=True)
class Move:
    """A membership that gets another class, because of its holder's age."""

    membership_id: UUID
    holder: Payer
    old: UUID
    new: UUID
    age: int


@dataclass(frozen=True, slots=True)
class Charge:
    """What a payer will owe for one class. With `dues_id`, dues that are there are raised by it."""

    payer: Payer
    class_id: UUID
    amount: Money
    people: int
    memberships: tuple[UUID, ...]
    holders: tuple[Payer, ...]
    notes: tuple[PlanNote, ...] = ()
    dues_id: UUID | None = None
    waived_reason: str = ""
    """Not empty: free for this reason."""


@dataclass(frozen=True, slots=True)
class YearPlan:
    """Everything starting a year would do, and what it leaves aside."""

    year: int
    charges: tuple[Charge, ...]
    moves: tuple[Move, ...]
    free: int
    """Memberships of classes that cost nothing."""
    already: int
    """Memberships whose dues are there."""
    without_class: tuple[UUID, ...]
    without_price: tuple[UUID, ...]
    """Classes somebody has and nobody set an amount for."""

    @property
    def total(self) -> int:
        """What all charges come to, in minor units."""
        return sum(one.amount.minor for one in self.charges if not one.waived_reason)


def plan_year(
    year: int,
    span: DateSpan,
    candidates: Sequence[Candidate],
    classes: Mapping[UUID, ClassPrice],
    asked: Collection[Asked] = (),
    *,
    newcomers: NewcomersPay = NewcomersPay.FULL,
    follow_age: bool = True,
) -> YearPlan:
    """What every payer will owe for a year.

    Args:
        year: the association's year, named by the calendar year in which it begins.
        span: its first and last day.
        candidates: the memberships that stand at some time in it.
        classes: all classes by id, with the amounts of the year's first day.
        asked: dues there already.
        newcomers: what those owe who join in the year.
        follow_age: propose another class to those whom an age limit has left behind.
    """
    first = span.first or date(year, 1, 1)
    moves: list[Move] = []
    groups: dict[tuple[Payer, UUID], list[Candidate]] = defaultdict(list)
    free, bare, unpriced = 0, [], dict[UUID, None]()
    known = {(one.payer, one.class_id): one for one in asked}
    for one in candidates:
        found = classes.get(one.class_id) if one.class_id is not None else None
        if found is None:
            bare.append(one.membership_id)
            continue
        chosen, move = _of_age(one, found, classes, first) if follow_age else (found, None)
        if move is not None and (_payer(one, found), found.id) in known:
            # Whoever was asked already in the old class keeps it for this year.
            chosen, move = found, None
        if move is not None:
            moves.append(move)
        if chosen.free:
            free += 1
        elif chosen.price is None:
            unpriced[chosen.id] = None
        else:
            groups[_payer(one, chosen), chosen.id].append(one)
    others = {one.payer for one in asked}
    moved = {move.membership_id for move in moves}
    charges, already = [], 0
    for (payer, class_id), members in groups.items():
        before = known.get((payer, class_id))
        new = _not_asked(members, before, classes[class_id])
        already += len(members) - len(new)
        charge = _charge(payer, classes[class_id], new, span, newcomers) if new else None
        if charge is None:
            continue
        notes = [*charge.notes]
        if any(one.membership_id in moved for one in new):
            notes.append(PlanNote.AGE)
        if before is not None:
            charge = replace(charge, dues_id=before.dues_id)
            notes.append(PlanNote.MORE)
        elif payer in others:
            notes.append(PlanNote.OTHER_CLASS)
        charges.append(replace(charge, notes=tuple(dict.fromkeys(notes))))
    return YearPlan(year, tuple(charges), tuple(moves), free, already, tuple(bare), tuple(unpriced))


def _payer(one: Candidate, group: ClassFacts) -> Payer:
    """Who pays: of a class that counts households, the household where nobody else is named."""
    alone = one.payer == one.holder and one.holder.kind is PayerKind.PERSON
    if group.counts == MemberUnit.HOUSEHOLD and alone and one.home is not None:
        return Payer(PayerKind.HOUSEHOLD, one.home)
    return one.payer


def _of_age(
    one: Candidate, group: ClassPrice, classes: Mapping[UUID, ClassPrice], first: date
) -> tuple[ClassPrice, Move | None]:
    """The class that fits the age on the first day of the year, and the move to it if it is another one."""
    limited = group.age_from is not None or group.age_to is not None
    age = one.birth.age_on(first) if one.birth is not None else None
    if not limited or age is None or group.suits_age(age) or group.counts != MemberUnit.PERSON:
        return group, None
    proposed = propose_class(list(classes.values()), [age], first)
    if proposed is None or proposed.id == group.id:
        return group, None
    return proposed, Move(one.membership_id, one.holder, group.id, proposed.id, age)


def _not_asked(members: list[Candidate], before: Asked | None, group: ClassPrice) -> list[Candidate]:
    """Those of a payer's members nobody was asked dues for: of a household class, all or none."""
    if before is None:
        return members
    if group.counts == MemberUnit.HOUSEHOLD:
        return []
    ordered = sorted(members, key=lambda one: (str(one.joined or ""), one.membership_id.hex))
    return ordered[before.people :]


def _charge(
    payer: Payer, group: ClassPrice, members: list[Candidate], span: DateSpan, newcomers: NewcomersPay
) -> Charge | None:
    """One line of the plan; None where newcomers owe nothing."""
    price = group.price
    assert price is not None
    parts = [_part(price.minor, one, span, newcomers) for one in members]
    if group.counts == MemberUnit.HOUSEHOLD:
        minor = max(parts)
    else:
        members = [one for one, part in zip(members, parts, strict=True) if part]
        minor = sum(parts)
    if not minor:
        return None
    notes = []
    if any(_joined_within(one, span) for one in members):
        notes.append(PlanNote.JOINED)
    if any(one.left_on is not None for one in members):
        notes.append(PlanNote.LEAVES)
    several = group.counts != MemberUnit.HOUSEHOLD and len(members) > 1
    if several:
        notes.append(PlanNote.SEVERAL)
    elif group.counts != MemberUnit.HOUSEHOLD and any(one.holder != payer for one in members):
        notes.append(PlanNote.PAYS_FOR_OTHER)
    return Charge(
        payer,
        group.id,
        Money(minor, price.currency),
        1 if group.counts == MemberUnit.HOUSEHOLD else len(members),
        tuple(one.membership_id for one in members),
        tuple(one.holder for one in members),
        tuple(notes),
    )


def _joined_within(one: Candidate, span: DateSpan) -> bool:
    """Did somebody join after the year had begun?"""
    return one.joined is not None and span.first is not None and one.joined.first > span.first


def _part(minor: int, one: Candidate, span: DateSpan, newcomers: NewcomersPay) -> int:
    """What of a year's amount a membership owes."""
    if not _joined_within(one, span) or newcomers is NewcomersPay.FULL or span.first is None:
        return minor
    if newcomers is NewcomersPay.NOTHING or one.joined is None:
        return 0
    day = one.joined.first
    gone = (day.year - span.first.year) * MONTHS + day.month - span.first.month
    # In whole cents, half a cent upwards: what is asked twice must come out the same.
    return (minor * (MONTHS - gone) * 2 + MONTHS) // (MONTHS * 2)
