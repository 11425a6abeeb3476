# SPDX-License-Identifier: GPL-3.0-or-later
"""Goods of an aid transport: what they are counted in, what they weigh, what all of them come to (S12)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from hospes.domain.codes import Code
from hospes.domain.errors import UserError
from hospes.domain.values import Money
from hospes.i18n.marks import N_

GRAMS = 1000
"""In a kilogram."""

HEAVIEST = 1_000_000_000
"""In grams; more goes on no lorry."""

MOST = 10_000_000
"""Pieces of one kind; more is a slip of the finger."""

_WEIGHT = re.compile(r"(?P<figures>\d+(?:[.,]\d{1,3})?)\s*(?P<unit>kg|g|t)?\.?\Z", re.IGNORECASE)
_IN_GRAMS = {"g": 1, "kg": GRAMS, "t": GRAMS * GRAMS}


class GoodsUnit(Code):
    """What goods are counted in."""

    PIECE = "piece", N_("Pieces")
    BOX = "box", N_("Boxes")
    BAG = "bag", N_("Bags")
    PALLET = "pallet", N_("Pallets")
    PAIR = "pair", N_("Pairs")
    SET = "set", N_("Sets")
    LITRE = "litre", N_("Litres")
    METRE = "metre", N_("Metres")


class WeightProblem(UserError):
    """A typed weight cannot be used."""

    code = "weight-unreadable"


def read_weight(typed: str) -> int | None:
    """Grams of a typed weight: `12,5`, `12.5 kg`, `800 g`, `1,2 t`; None if nothing is typed.

    Raises:
        WeightProblem: it is no weight, or one that cannot be right.
    """
    text = " ".join(typed.split())
    if not text:
        return None
    found = _WEIGHT.match(text)
    grams = (
        int(Decimal(found["figures"].replace(",", ".")) * _IN_GRAMS[(found["unit"] or "kg").lower()])
        if found
        else 0
    )
    if not 0 < grams <= HEAVIEST:
        raise WeightProblem("“{typed}” is no weight. A weight looks like 12.5 kg.", typed=text[:40])
    return grams


def kilograms(grams: int) -> Decimal:
    """Kilograms without needless noughts behind the comma."""
    value = Decimal(grams) / GRAMS
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


class Weighed(Protocol):
    """What is counted together."""

    @property
    def grams(self) -> int | None:
        """Weight of all of it."""
        ...

    @property
    def value(self) -> Money | None:
        """Worth of all of it."""
        ...

    @property
    def package(self) -> str:
        """The box or pallet it lies in."""
        ...


@dataclass(frozen=True, slots=True)
class GoodsSum:
    """All goods together."""

    kinds: int
    grams: int
    values: tuple[Money, ...]
    """A sum for each currency, in the order of its letters."""
    packages: int
    """How many different boxes or pallets are named."""
    unweighed: int
    """How many kinds have no weight yet: the sum is then not the whole."""
    unvalued: int


def add_up(goods: Iterable[Weighed]) -> GoodsSum:
    """What goods come to."""
    every: Sequence[Weighed] = tuple(goods)
    sums: dict[str, Money] = {}
    for one in every:
        if (worth := one.value) is not None:
            sums[worth.currency] = sums.get(worth.currency, Money(0, worth.currency)) + worth
    return GoodsSum(
        len(every),
        sum(one.grams or 0 for one in every),
        tuple(sums[code] for code in sorted(sums)),
        len({one.package.casefold() for one in every if one.package}),
        sum(one.grams is None for one in every),
        sum(one.value is None for one in every),
    )
