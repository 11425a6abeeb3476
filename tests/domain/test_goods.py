# SPDX-License-Identifier: GPL-3.0-or-later
"""Goods: weights as people type them, boxes as they name them, and what all of it comes to."""

from dataclasses import dataclass
from decimal import Decimal

import pytest

from hospes.domain.goods import WeightProblem, add_up, boxes, kilograms, read_weight
from hospes.domain.values import Money


@dataclass(frozen=True)
class Line:
    """Goods as far as their sum asks."""

    grams: int | None = None
    value: Money | None = None
    package: str = ""


@pytest.mark.parametrize(
    ("typed", "grams"),
    [("", None), ("12,5", 12_500), ("12.5 kg", 12_500), ("800 g", 800), ("1,2 t", 1_200_000), ("7KG", 7000)],
)
def test_weights_are_read_in_all_spellings(typed, grams):
    assert read_weight(typed) == grams


@pytest.mark.parametrize("typed", ["heavy", "0", "-3 kg", "12,5555", "5000 t", "3 lb"])
def test_what_is_no_weight_is_told(typed):
    with pytest.raises(WeightProblem):
        read_weight(typed)


def test_kilograms_have_no_needless_noughts():
    assert [str(kilograms(one)) for one in (12_500, 12_000, 100_000, 5)] == ["12.5", "12", "100", "0.005"]
    assert kilograms(250) == Decimal("0.25")


def test_boxes_are_counted_by_their_numbers():
    assert len(boxes("boxes 1–9")) == 9
    assert boxes("Pallet 1, 2") == {("pallet", 1), ("pallet", 2)}
    assert boxes("the red trunk") == {("the red trunk", 0)}
    assert boxes("  ") == set()
    assert len(boxes("box 1-999999999")) == 2


def test_the_sum_says_what_is_lacking():
    total = add_up(
        (
            Line(5000, Money(100, "PLN"), "pallet 1"),
            Line(None, Money(250), "Pallet 1"),
            Line(2500, Money(50), "pallet 2"),
            Line(1),
        )
    )
    assert (total.kinds, total.grams, total.packages) == (4, 7501, 2)
    assert total.values == (Money(300), Money(100, "PLN"))
    assert (total.unweighed, total.unvalued) == (1, 1)
