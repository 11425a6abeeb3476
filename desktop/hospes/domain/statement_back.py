# SPDX-License-Identifier: GPL-3.0-or-later
"""Which of the collected debits a line of a bank statement brings back: what speaks for it, how sure it is.

A return goes out of the account. Its sum is that of the debit, or more by what the banks took for it. Banks
name the very debit (end-to-end reference), its mandate, the payer's account or name, or nothing of that.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from hospes.domain.codes import Code
from hospes.domain.statement_entry import Entry
from hospes.domain.statement_several import (
    MOST_FEE,
    TOKEN,
    DebitThere,
    bare,
    fee_of,
    fee_shares,
    last_of_each,
    may_be_several,
    named_by_reference,
    only_set,
)
from hospes.i18n.fold import fold
from hospes.i18n.marks import N_

if TYPE_CHECKING:
    from uuid import UUID


class BackBecause(Code):
    """What speaks for a debit."""

    REFERENCE = "reference", N_("the bank names this very debit")
    MANDATE = "mandate", N_("the bank names the mandate")
    IBAN = "iban", N_("the account is theirs")
    NAME = "name", N_("the name is theirs")
    SURNAME = "surname", N_("the surname is theirs")
    SUM = "sum", N_("the sum is that of the debit")
    FEE = "fee", N_("what is more is the fee of the bank")
    NEAR = "near", N_("it was collected shortly before")
    OTHER_SUM = "other_sum", N_("the sum is another")


@dataclass(frozen=True, slots=True)
class DebitProposal:
    """A debit that may have come back, with the reasons."""

    debit: DebitThere
    because: tuple[BackBecause, ...]
    points: int
    fee: int = 0
    """What the bank took for it, in cents."""


@dataclass(frozen=True, slots=True)
class Back:
    """What an entry that went out says of debits."""

    proposals: tuple[DebitProposal, ...] = ()
    sure: bool = False
    known: bool = False
    """The first of them was recorded as returned by hand; of several in one sum, all were."""
    together: tuple[DebitProposal, ...] = ()
    """Several debits that make up the sum; `sure` is said of them then."""
    may_be_several: bool = False
    """The sum is great enough for two debits that may still come back."""


POINTS = {
    BackBecause.REFERENCE: 20, BackBecause.MANDATE: 6, BackBecause.IBAN: 5, BackBecause.NAME: 4,
    BackBecause.SURNAME: 2, BackBecause.SUM: 3, BackBecause.FEE: 1, BackBecause.NEAR: 1,
    BackBecause.OTHER_SUM: 0,
}  # fmt: skip
NAMED = frozenset({BackBecause.REFERENCE, BackBecause.MANDATE, BackBecause.IBAN, BackBecause.NAME})
EXACT = frozenset({BackBecause.REFERENCE, BackBecause.MANDATE})
MOST = 8
USUAL = 75
"""A payer may ask for the money back for eight weeks, and banks are slow."""
LATEST = 430
"""Without a mandate it is thirteen months."""
BY_HAND = 10
"""Whoever records a return by hand is so many days off at most."""


class Backs:
    """The debits by what an entry may say of them. Each can come back once."""

    def __init__(self, debits: Iterable[DebitThere]) -> None:
        self._by_reference: dict[str, DebitThere] = {}
        self._by_sum: dict[int, list[DebitThere]] = {}
        self._taken: set[UUID] = set()
        self._all = tuple(debits)
        for one in self._all:
            self._by_reference[bare(one.reference)] = one
            self._by_sum.setdefault(one.minor, []).append(one)

    def look(self, entry: Entry) -> Back:
        """The debits an entry may bring back. Whatever it surely is, no later entry can be."""
        several = _Several(entry, [one for one in self._all if one.id not in self._taken])
        together = several.by_reference()
        back = None if together is not None else self._one(entry)
        if back is None or not (back.sure or back.known):
            together = together or several.by_name() or several.by_hand()
            if together is None and (back is None or not back.proposals):
                together = several.by_sum()
        if together is not None:
            plain = back.proposals if back is not None else ()
            if together.sure or together.known:
                self._taken |= {one.debit.id for one in together.together}
            return replace(together, proposals=together.together if together.known else plain)
        return back or Back(may_be_several=several.possible)

    def _one(self, entry: Entry) -> Back | None:
        """The one debit that the whole sum is; None where nothing says so."""
        found = [one for one in self._proposals(entry) if one.debit.id not in self._taken]
        found.sort(
            key=lambda one: (-one.points, -one.debit.due_on.toordinal(), one.debit.name, one.debit.id.hex)
        )
        told = next((one for one in found if self._was_by_hand(one, entry)), None)
        new = [one for one in found if one.debit.returned_on is None]
        best = new[0] if new else None
        exact = best is not None and BackBecause.REFERENCE in best.because
        if told is not None and (not exact or BackBecause.REFERENCE in told.because):
            self._taken.add(told.debit.id)
            return Back((told,), known=True)
        if best is None or not (entry.back or exact):
            return None
        sure = _is_sure(best, new)
        if sure:
            self._taken.add(best.debit.id)
        return Back(tuple(new[:MOST]), sure, may_be_several=may_be_several(-entry.minor, self._open(entry)))

    def _open(self, entry: Entry) -> list[int]:
        """The sums of what may still come back."""
        return [one.minor for one in self._all if one.id not in self._taken and _may_come_back(one, entry)]

    def _proposals(self, entry: Entry) -> list[DebitProposal]:
        went = -entry.minor
        named = self._named(entry)
        least, most = (entry.original,) * 2 if entry.original else (went - MOST_FEE, went)
        some = {
            one.id: one for minor, debits in self._by_sum.items() if least <= minor <= most for one in debits
        }
        if named is not None:
            some.setdefault(named.id, named)
        told = {*_words(entry.name), *_words(entry.words)}
        found = []
        for one in some.values():
            if not one.key and 0 <= (entry.on - one.due_on).days <= LATEST:
                reasons = _whose(one, entry, told, named)
                proposal = _weighed(one, entry, reasons)
                if proposal is not None:
                    found.append(proposal)
        return found

    def _named(self, entry: Entry) -> DebitThere | None:
        """The debit whose reference stands in the entry, in its field or within the words."""
        places = (entry.reference, *TOKEN.findall(entry.words))
        return next((one for text in places if (one := self._by_reference.get(bare(text)))), None)

    @staticmethod
    def _was_by_hand(one: DebitProposal, entry: Entry) -> bool:
        day, reasons = one.debit.returned_on, set(one.because)
        if day is None or BackBecause.OTHER_SUM in reasons:
            return False
        if BackBecause.REFERENCE in reasons:
            return True
        nobody = entry.back and not (entry.name or entry.iban) and BackBecause.SUM in reasons
        return abs((entry.on - day).days) <= BY_HAND and (nobody or bool(NAMED & reasons))


class _Several:
    """Which debits make up one sum, the surest way of telling first."""

    def __init__(self, entry: Entry, debits: Sequence[DebitThere]) -> None:
        self._entry, self._went = entry, -entry.minor
        self._open = [one for one in debits if _may_come_back(one, entry)]
        self._by_hand = [
            one
            for one in debits
            if one.returned_on is not None
            and not one.key
            and abs((entry.on - one.returned_on).days) <= BY_HAND
        ]
        self.possible = entry.back and may_be_several(self._went, (one.minor for one in self._open))

    def by_reference(self) -> Back | None:
        """The bank names two of them or more."""
        found = named_by_reference(self._entry, self._open)
        return self._of(found, BackBecause.REFERENCE, sure=True)

    def by_name(self) -> Back | None:
        """The bank names two payers or more."""
        if not self.possible:
            return None
        told = {*_words(self._entry.name), *_words(self._entry.words)}
        found = last_of_each(one for one in self._open if _any_told(one.names, told))
        made = self._of(found, BackBecause.NAME, sure=True)
        if made is not None:
            fee = sum(one.fee for one in made.together)
            return replace(made, sure=fee in (0, self._entry.fee) or bool(self._entry.original))
        found = last_of_each(one for one in self._open if _any_told((*one.names, *one.surnames), told))
        return self._of(found, BackBecause.SURNAME)

    def by_hand(self) -> Back | None:
        """They were recorded by hand, all of them as returned on one day."""
        if not self._entry.back:
            return None
        for day in sorted({one.returned_on for one in self._by_hand if one.returned_on is not None}):
            made = self._of([one for one in self._by_hand if one.returned_on == day], BackBecause.SUM)
            if made is not None:
                return replace(made, known=True)
        return None

    def by_sum(self) -> Back | None:
        """Nothing is named, but the sum can be made up in one way only."""
        if not self.possible:
            return None
        wanted = self._entry.original or self._went - self._entry.fee
        near = [one for one in self._open if (self._entry.on - one.due_on).days <= USUAL]
        return self._of(only_set(wanted, near), BackBecause.SUM)

    def _of(self, found: Sequence[DebitThere], because: BackBecause, *, sure: bool = False) -> Back | None:
        fee = fee_of(self._went, [one.minor for one in found], self._entry.original)
        if len(found) < 2 or fee is None:
            return None
        some = sorted(found, key=lambda one: (one.name, one.id.hex))
        reasons = tuple(dict.fromkeys((because, *(() if fee else (BackBecause.SUM,)))))
        if fee:
            reasons = (*reasons, BackBecause.FEE)
        points = sum(POINTS[each] for each in reasons)
        together = tuple(
            DebitProposal(one, reasons, points, share)
            for one, share in zip(some, fee_shares(fee, len(some)), strict=True)
        )
        return Back((), sure, together=together, may_be_several=True)


def _may_come_back(one: DebitThere, entry: Entry) -> bool:
    return one.returned_on is None and not one.key and 0 <= (entry.on - one.due_on).days <= LATEST


def _is_sure(best: DebitProposal, some: Sequence[DebitProposal]) -> bool:
    reasons = set(best.because)
    alone = len(some) == 1 or some[1].points < best.points
    if BackBecause.OTHER_SUM in reasons or not alone:
        return False
    return bool(EXACT & reasons) or (BackBecause.SUM in reasons and bool(NAMED & reasons))


def _whose(one: DebitThere, entry: Entry, told: set[str], named: DebitThere | None) -> list[BackBecause]:
    reasons = []
    if named is not None and named.id == one.id:
        reasons.append(BackBecause.REFERENCE)
    if one.mandate and bare(one.mandate) == bare(entry.mandate):
        reasons.append(BackBecause.MANDATE)
    if one.iban and one.iban == entry.iban:
        reasons.append(BackBecause.IBAN)
    if _any_told(one.names, told):
        reasons.append(BackBecause.NAME)
    elif _any_told(one.surnames, told):
        reasons.append(BackBecause.SURNAME)
    return reasons


def _any_told(names: Iterable[str], told: set[str]) -> bool:
    return any((words := set(_words(name))) and words <= told for name in names)


def _weighed(one: DebitThere, entry: Entry, reasons: list[BackBecause]) -> DebitProposal | None:
    """With what the sum and the day say. A sum that is only near, of a payer nobody names, says nothing."""
    fee = -entry.minor - one.minor
    if 0 <= fee <= MOST_FEE and one.minor == (entry.original or one.minor):
        whole = fee == 0 or bool(entry.original) or entry.fee == fee
        if not whole and not reasons:
            return None
        reasons = [*reasons, *((BackBecause.SUM,) if whole else ()), *((BackBecause.FEE,) if fee else ())]
    else:
        reasons, fee = [*reasons, BackBecause.OTHER_SUM], 0
    if (entry.on - one.due_on).days <= USUAL:
        reasons.append(BackBecause.NEAR)
    return DebitProposal(one, tuple(reasons), sum(POINTS[each] for each in reasons), fee)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


__all__ = ["Back", "BackBecause", "Backs", "DebitProposal", "DebitThere"]
