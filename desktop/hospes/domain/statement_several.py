# SPDX-License-Identifier: GPL-3.0-or-later
"""One sum of a bank statement that brings several debits back: which of them make it up.

Banks that book returns together give one amount, the fees of all with it. Some name the debits in their
words, some name the payers, some nothing: then only a sum that can be made up in one way says which they are.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from hospes.domain.payers import Payer
from hospes.domain.statement_entry import Entry

MOST_FEE = 2500
"""In cents, for each. No bank takes more for a return; a greater difference is another thing."""
MOST_SUMS = 20_000
"""So many different sums are tried; more, and the sum says nothing anyway."""
TOKEN = re.compile(r"[\w\-./]{5,}")
_BARE = re.compile(r"[^a-z0-9]")


@dataclass(frozen=True, slots=True)
class DebitThere:
    """A debit of a collection, as far as a statement can speak of it."""

    id: UUID
    payer: Payer | None
    name: str
    minor: int
    due_on: date
    reference: str
    """End-to-end, as the bank was told."""
    mandate: str = ""
    iban: str = ""
    names: tuple[str, ...] = ()
    """Whose account it is, and what the payer is called."""
    surnames: tuple[str, ...] = ()
    returned_on: date | None = None
    """It came back already: somebody recorded it by hand, unless `key` says which entry it was."""
    key: str = ""


def fee_of(went: int, minors: Sequence[int], original: int = 0) -> int | None:
    """What the bank took beyond these debits, in cents; None where the sum cannot be theirs."""
    total = sum(minors)
    fee = went - total
    fits = bool(minors) and 0 <= fee <= MOST_FEE * len(minors) and original in (0, total)
    return fee if fits else None


def fee_shares(fee: int, count: int) -> tuple[int, ...]:
    """A fee told for all in one sum, shared out to the cent."""
    whole, rest = divmod(fee, count)
    return tuple(whole + (at < rest) for at in range(count))


def may_be_several(went: int, minors: Iterable[int]) -> bool:
    """Is the sum great enough for two of the debits, and not too great for all?"""
    some = sorted(minors)
    return len(some) > 1 and sum(some[:2]) <= went <= sum(some) + MOST_FEE * len(some)


def named_by_reference(entry: Entry, debits: Iterable[DebitThere]) -> list[DebitThere]:
    """The debits whose references or mandates stand in the entry: of a mandate, the one collected last."""
    places = (entry.reference, entry.mandate, *TOKEN.findall(entry.words))
    told = {bare(one) for one in places if one}
    some = list(debits)
    exact = [one for one in some if bare(one.reference) in told]
    rest = {bare(one.mandate) for one in exact}
    by_mandate: dict[str, DebitThere] = {}
    for one in sorted(some, key=lambda each: each.due_on):
        mandate = bare(one.mandate)
        if mandate and mandate in told and mandate not in rest:
            by_mandate[mandate] = one
    return [*exact, *by_mandate.values()]


def last_of_each(debits: Iterable[DebitThere]) -> list[DebitThere]:
    """Of every payer, the debit that was collected last."""
    found: dict[object, DebitThere] = {}
    for one in sorted(debits, key=lambda each: each.due_on):
        found[one.payer or one.id] = one
    return list(found.values())


def only_set(wanted: int, debits: Iterable[DebitThere]) -> list[DebitThere]:
    """The debits of one day that make up a sum exactly, where there is one way only. The newest day first."""
    by_day = sorted(debits, key=lambda one: (-one.due_on.toordinal(), one.id.hex))
    for _, some in groupby(by_day, key=lambda one: one.due_on):
        found = _one_way(wanted, list(some))
        if found is not None:
            return found
    return []


class _Way(NamedTuple):
    """How a sum is reached: the last debit, the sum before it, in how many ways (two stand for more)."""

    ways: int
    last: DebitThere
    before: int


def _one_way(wanted: int, debits: Sequence[DebitThere]) -> list[DebitThere] | None:
    """None where no two of them make it up; an empty list where that can be done in several ways."""
    steps: list[dict[int, _Way]] = []
    ways: dict[int, int] = {0: 1}
    for one in debits:
        new = {
            total + one.minor: _Way(count, one, total)
            for total, count in ways.items()
            if total + one.minor <= wanted
        }
        steps.append(new)
        for total, way in new.items():
            ways[total] = min(2, ways.get(total, 0) + way.ways)
        if len(ways) > MOST_SUMS:
            return []
    if wanted not in ways:
        return None
    if ways[wanted] > 1:
        return []
    found, rest = [], wanted
    for new in reversed(steps):
        if rest in new and rest:
            found.append(new[rest].last)
            rest = new[rest].before
    return found if len(found) > 1 else None


def keys_of(debits: Iterable[DebitThere]) -> tuple[UUID, ...]:
    """Their keys."""
    return tuple(one.id for one in debits)


def bare(reference: str) -> str:
    """A reference as it is compared: no marks, no case."""
    return _BARE.sub("", reference.casefold())
