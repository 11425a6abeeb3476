# SPDX-License-Identifier: GPL-3.0-or-later
"""Whose payment an entry of a bank statement is: what speaks for whom, and how sure that makes us."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from hospes.domain.codes import Code
from hospes.domain.payers import Payer
from hospes.domain.statement_back import Backs, DebitProposal, DebitThere
from hospes.domain.statement_entry import Entry
from hospes.i18n.fold import fold
from hospes.i18n.marks import N_


class Because(Code):
    """What speaks for a payer."""

    IBAN = "iban", N_("the account is theirs")
    NUMBER = "number", N_("the member number is named")
    NAME = "name", N_("the name is theirs")
    SURNAME = "surname", N_("the surname is theirs")
    AMOUNT = "amount", N_("it is what they owe")
    PART = "part", N_("it is not what they owe")
    NOTHING_OWED = "nothing_owed", N_("they owe nothing")


class Lot(StrEnum):
    """What becomes of an entry unless somebody decides otherwise."""

    SURE = "sure"
    DOUBTFUL = "doubtful"
    UNKNOWN = "unknown"
    KNOWN = "known"
    """It is in the file already."""
    OUT = "out"
    """Money that went out."""
    BACK = "back"
    """A debit that came back, surely or perhaps."""
    COLLECTION = "collection"
    """The sum of a collection; it is recorded there."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may have paid."""

    payer: Payer
    name: str
    names: tuple[tuple[str, str], ...]
    """Given name and surname of the people; an organisation has its name as surname."""
    numbers: tuple[str, ...] = ()
    ibans: tuple[str, ...] = ()
    open: int = 0
    open_by_year: tuple[int, ...] = ()
    currency: str = "EUR"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A payer for an entry, with the reasons."""

    candidate: Candidate
    because: tuple[Because, ...]
    points: int


@dataclass(frozen=True, slots=True)
class Matched:
    """An entry and who may have paid it, the likeliest first."""

    entry: Entry
    lot: Lot
    proposals: tuple[Proposal, ...] = ()
    debits: tuple[DebitProposal, ...] = ()
    """Which debits may have come back, or the one that did and is known."""
    sure: bool = False
    """Of a debit that came back: is it the first of them?"""
    together: tuple[DebitProposal, ...] = ()
    """Several debits in one sum; `sure` is said of them then."""
    may_be_several: bool = False
    """The sum is great enough for two debits."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What is known when a statement is matched."""

    candidates: Sequence[Candidate]
    keys: Collection[str] = frozenset()
    """Keys of entries that are in the file."""
    paid: Counter[tuple[Payer, date, int]] = field(default_factory=Counter)
    collections: Collection[tuple[int, date]] = ()
    """Sums and days of collections."""
    debits: Collection[DebitThere] = ()
    """What was collected, and may come back."""
    filed: Collection[str] = frozenset()
    """Keys of entries that are in the journal as nobody's payment."""


_NUMBER = re.compile(
    r"(?:\bno|\bnr|\bnumber|\bmitglied(?:snummer|snr|s-nr)?|\bmgl|\bn°|\bnum|\bnumer|\bczlonek)"
    r"[ .:]*([a-z0-9-]+)"
)
_WORD = re.compile(r"[^\W_]+")
POINTS = {
    Because.IBAN: 5, Because.NUMBER: 5, Because.NAME: 4, Because.SURNAME: 2, Because.AMOUNT: 2,
    Because.PART: 0, Because.NOTHING_OWED: -1,
}  # fmt: skip
STRONG = frozenset({Because.IBAN, Because.NUMBER, Because.NAME})
MOST = 6
NEAR = 10
"""A collection's sum arrives within so many days."""


def match(entries: Iterable[Entry], ground: Ground) -> list[Matched]:
    """Who paid each entry. What an earlier line of the statement pays is not owed any more."""
    paid = Counter(ground.paid)
    index = _Index(ground.candidates)
    taken: Counter[Payer] = Counter()
    entries = list(entries)
    backs = _came_back(entries, ground, taken)
    found = []
    for entry in entries:
        one = backs.get(entry.row) or _one(entry, ground, index, taken)
        if one.lot in (Lot.SURE, Lot.DOUBTFUL):
            there = next(
                (key for each in one.proposals if paid[key := (each.candidate.payer, entry.on, entry.minor)]),
                None,
            )
            if there is not None:
                paid[there] -= 1
                one = Matched(entry, Lot.KNOWN, one.proposals)
            elif one.lot is Lot.SURE:
                taken[one.proposals[0].candidate.payer] += entry.minor
        found.append(one)
    return found


def _came_back(entries: Iterable[Entry], ground: Ground, taken: Counter[Payer]) -> dict[int, Matched]:
    """The entries that bring debits back. What surely came back is owed again."""
    if not ground.debits:
        return {}
    backs = Backs(ground.debits)
    found = {}
    # What is greatest first: the bank's charges for a return, in a line of their own, name the debit too.
    for entry in sorted((one for one in entries if one.minor < 0), key=lambda one: (one.minor, one.row)):
        if entry.key in ground.keys or entry.key in ground.filed:
            continue
        back = backs.look(entry)
        if back.known:
            found[entry.row] = Matched(entry, Lot.KNOWN, debits=back.proposals)
        elif back.proposals or back.may_be_several:
            found[entry.row] = Matched(
                entry, Lot.BACK, (), back.proposals, back.sure, back.together, back.may_be_several
            )
            for debit in (one.debit for one in back.together or back.proposals[:1] if back.sure):
                if debit.payer is not None:
                    taken[debit.payer] -= debit.minor
    return found


def _one(entry: Entry, ground: Ground, index: "_Index", taken: Counter[Payer]) -> Matched:
    if entry.key in ground.keys or (entry.minor > 0 and entry.key in ground.filed):
        return Matched(entry, Lot.KNOWN)
    if entry.minor <= 0:
        return Matched(entry, Lot.OUT)
    for total, day in ground.collections:
        if total == entry.minor and 0 <= (entry.on - day).days <= NEAR:
            return Matched(entry, Lot.COLLECTION)
    proposals = index.proposals(entry, taken)
    if not proposals:
        return Matched(entry, Lot.UNKNOWN)
    best = proposals[0]
    alone = len(proposals) == 1 or proposals[1].points < best.points
    sure = alone and Because.AMOUNT in best.because and STRONG & set(best.because)
    return Matched(entry, Lot.SURE if sure else Lot.DOUBTFUL, tuple(proposals[:MOST]))


class _Index:
    """Candidates by what an entry may say of them."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.candidates = candidates
        self.by_iban: dict[str, list[int]] = {}
        self.by_number: dict[str, list[int]] = {}
        self.by_surname: dict[str, list[int]] = {}
        for at, one in enumerate(candidates):
            for iban in one.ibans:
                self.by_iban.setdefault(iban, []).append(at)
            for number in one.numbers:
                self.by_number.setdefault(fold(number), []).append(at)
            for _, surname in one.names:
                words = _words(surname)
                if words:
                    self.by_surname.setdefault(words[0], []).append(at)

    def proposals(self, entry: Entry, taken: Counter[Payer]) -> list[Proposal]:
        """Whoever something speaks for, the likeliest first."""
        why: dict[int, list[Because]] = {}
        for at in self.by_iban.get(entry.iban, ()):
            why.setdefault(at, []).append(Because.IBAN)
        for number in dict.fromkeys(_NUMBER.findall(fold(entry.words))):
            for at in self.by_number.get(number, ()):
                why.setdefault(at, []).append(Because.NUMBER)
        told = {*_words(entry.name), *_words(entry.words)}
        for word in told:
            for at in self.by_surname.get(word, ()):
                reason = _named(self.candidates[at], told)
                if reason is not None and reason not in why.get(at, ()):
                    why.setdefault(at, []).append(reason)
        found = []
        for at, reasons in why.items():
            one = self.candidates[at]
            reasons.append(_amount(one, entry, taken[one.payer]))
            found.append(Proposal(one, tuple(reasons), sum(POINTS[each] for each in reasons)))
        found.sort(key=lambda each: (-each.points, each.candidate.name, each.candidate.payer.id.hex))
        return found


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _named(one: Candidate, told: set[str]) -> Because | None:
    best: Because | None = None
    for given, surname in one.names:
        family = _words(surname)
        if family and set(family) <= told:
            first = _words(given)
            if not given or (first and first[0] in told):
                return Because.NAME
            best = Because.SURNAME
    return best


def _amount(one: Candidate, entry: Entry, taken: int) -> Because:
    still = one.open - taken
    if still <= 0 or one.currency != entry.currency:
        return Because.NOTHING_OWED
    if entry.minor == still or (not taken and entry.minor in one.open_by_year):
        return Because.AMOUNT
    return Because.PART
