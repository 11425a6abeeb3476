# SPDX-License-Identifier: GPL-3.0-or-later
"""Costs shared to the cent: by person, by household, by who travels, by side."""

from uuid import UUID

import pytest

from hospes.domain.cost_split import Bearer, CostSplit, Sharer, split

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


HOME, OTHER_HOME, OURS, THEIRS, TOWN = (UUID(int=n) for n in range(11, 16))
OTHERS = (
    Sharer(HOME, "home", False, Bearer.HOST),
    Sharer(OTHER_HOME, "other", False, Bearer.HOST),
    Sharer(OURS, None, False, Bearer.OWN),
    Sharer(THEIRS, None, False, Bearer.PARTNER),
    Sharer(TOWN, None, False, Bearer.OTHER),
)


def test_host_households_and_associations_take_a_share_where_it_is_asked():
    hosts = split(1000, (*PEOPLE, *OTHERS), CostSplit.HOSTS)
    assert (hosts[ANNA], hosts[OTHER_HOME], hosts[HOME]) == (200, 200, 0), "Anna's home pays for her already"
    halves = split(1000, (*PEOPLE[:3], *OTHERS), CostSplit.HALVES)
    assert (halves[HOME], halves[OTHER_HOME]) == (250, 250), "nobody at home is on the list"
    both = split(1001, (*PEOPLE, *OTHERS), CostSplit.ASSOCIATIONS)
    assert {key: minor for key, minor in both.items() if minor} == {OURS: 501, THEIRS: 500}
    assert not split(100, (*PEOPLE, *OTHERS), CostSplit.PERSON)[OTHER_HOME]
