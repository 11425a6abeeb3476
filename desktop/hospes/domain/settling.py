# SPDX-License-Identifier: GPL-3.0-or-later
"""How a payment is spread over what is owed, and how money that is given back makes dues open again.

The oldest debt is paid first, as the payer would expect and as German and French law presume where nobody
said otherwise. What is left over stays with the payer and pays the next dues.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Debt:
    """Dues and what is open of them, in minor units."""

    dues_id: UUID
    year: int
    open: int
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Spread:
    """Which dues get how much of a payment, and what is left over."""

    shares: tuple[tuple[UUID, int], ...]
    left: int


def oldest_first(debts: Iterable[Debt]) -> list[Debt]:
    """Debts in the order in which they are paid."""
    return sorted(debts, key=lambda one: (one.year, one.due_on or date.max, one.dues_id.hex))


def spread(minor: int, debts: Iterable[Debt]) -> Spread:
    """Spread a payment over debts, the oldest first. Nothing is ever paid twice."""
    left, shares = minor, []
    for debt in oldest_first(debts):
        part = min(left, debt.open)
        if part > 0:
            shares.append((debt.dues_id, part))
            left -= part
    return Spread(tuple(shares), left)


def take_back(minor: int, credit: int, paid: Sequence[tuple[UUID, int]]) -> Spread:
    """What a refund takes back: first what was left over, then what was paid for dues, the newest first.

    Args:
        minor: how much is given back.
        credit: what was paid and is used for no dues.
        paid: dues and what has been paid for them, the oldest first.

    Returns:
        The shares to take away from dues (as positive amounts); `left` is what was never paid.
    """
    left, shares = max(0, minor - credit), []
    for dues_id, have in reversed(paid):
        part = min(left, have)
        if part > 0:
            shares.append((dues_id, part))
            left -= part
    return Spread(tuple(shares), left)
