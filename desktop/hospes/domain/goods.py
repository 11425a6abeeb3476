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
from hospes.i18n.marks import N_, NN_

GRAMS = 1000
"""In a kilogram."""

HEAVIEST = 1_000_000_000
"""In grams; more goes on no lorry."""

MOST = 10_000_000
"""Pieces of one kind; more is a slip of the finger."""

_NUMBERS = re.compile(r"(\d+)(?:\s*[-–—]\s*(\d+))?")
_MANY_BOXES = 10_000

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


UNIT_WORDS = {
    GoodsUnit.PIECE: NN_("{n} piece", "{n} pieces"),
    GoodsUnit.BOX: NN_("{n} box", "{n} boxes"),
    GoodsUnit.BAG: NN_("{n} bag", "{n} bags"),
    GoodsUnit.PALLET: NN_("{n} pallet", "{n} pallets"),
    GoodsUnit.PAIR: NN_("{n} pair", "{n} pairs"),
    GoodsUnit.SET: NN_("{n} set", "{n} sets"),
    GoodsUnit.LITRE: NN_("{n} litre", "{n} litres"),
    GoodsUnit.METRE: NN_("{n} metre", "{n} metres"),
}
"""So many of them."""


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
    """How many different boxes and pallets are named."""
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
        len({box for one in every for box in boxes(one.package)}),
        sum(one.grams is None for one in every),
        sum(one.value is None for one in every),
    )


def boxes(package: str) -> set[tuple[str, int]]:
    """The boxes a text names, each by its word and number: `boxes 1-9` are nine, `pallet 1, 2` are two."""
    text = " ".join(package.casefold().split())
    if not text:
        return set()
    found: set[tuple[str, int]] = set()
    word = " ".join(_NUMBERS.sub(" ", text).replace(",", " ").replace("+", " ").split())
    for first, last in _NUMBERS.findall(text):
        low, high = int(first), int(last or first)
        if low <= high < low + _MANY_BOXES:
            found |= {(word, number) for number in range(low, high + 1)}
        else:
            found |= {(word, low), (word, high)}
    return found or {(text, 0)}
