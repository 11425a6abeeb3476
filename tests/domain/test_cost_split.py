# SPDX-License-Identifier: GPL-3.0-or-later
"""Costs shared to the cent: by person, by household, by who travels, by side."""

from uuid import UUID

import pytest

from hospes.domain.cost_split import CostSplit, Sharer, split

ANNA, BEN, CLEO, DORA = (UUID(int=n) for n in range(1, 5))
PEOPLE = (
    Sharer(ANNA, "home", True),
    Sharer(BEN, "home", True),
    Sharer(CLEO, None, True),
    Sharer(DORA, None, False),
)


@pytest.mark.parametrize(
    ("how", "shares"),
    [
        (CostSplit.PERSON, [251, 250, 250, 250]),
        (CostSplit.HOUSEHOLD, [167, 167, 334, 333]),
        (CostSplit.TRAVELLING, [334, 334, 333, 0]),
        (CostSplit.HALVES, [167, 167, 167, 500]),
    ],
)
def test_the_shares_are_even_and_together_the_whole(how, shares):
    found = split(1001, PEOPLE, how)
    assert [found[one] for one in (ANNA, BEN, CLEO, DORA)] == shares
    assert sum(found.values()) == 1001


def test_where_one_side_pays_nothing_the_other_pays_all():
    here = [one for one in PEOPLE if not one.travels]
    assert split(100, here, CostSplit.HALVES) == {DORA: 100}
    assert split(100, here, CostSplit.TRAVELLING) == {DORA: 100}
    assert split(100, (), CostSplit.PERSON) == {}
