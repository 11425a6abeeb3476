# SPDX-License-Identifier: GPL-3.0-or-later
"""Anonymous figures: no small number is shown, and none can be worked out from those that are."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hospes.domain.network_figures import (
    AGES,
    FEWEST,
    GENDERS,
    LEAST,
    Figure,
    Sent,
    band_of,
    groups,
    protected,
    size_class,
)


@pytest.mark.parametrize(
    ("members", "name"), [(1, "-50"), (50, "-50"), (51, "51-100"), (500, "201-500"), (501, "501+")]
)
def test_classes_of_size(members, name):
    assert size_class(members) == name


def test_bands_of_age():
    assert [band_of(age) for age in (17, 18, 29, 74, 75, None)] == [
        Figure.UNDER_18, Figure.TO_29, Figure.TO_29, Figure.TO_74, Figure.FROM_75, Figure.AGE_UNKNOWN,
    ]  # fmt: skip


def test_the_only_small_number_takes_the_next_with_it():
    told = protected(
        {Figure.MEMBERS: 60, Figure.WOMEN: 38, Figure.MEN: 19, Figure.OTHER: 3, Figure.VISITS: 1}
    )
    assert told == {
        Figure.MEMBERS: 60, Figure.WOMEN: 38, Figure.MEN: None, Figure.OTHER: None, Figure.VISITS: 1,
    }  # fmt: skip
    # Two small ones that are few together too: their sum must not be left over either.
    told = protected({Figure.MEMBERS: 30, Figure.WOMEN: 27, Figure.MEN: 2, Figure.OTHER: 1})
    assert told[Figure.WOMEN] is None


people = st.integers(0, 40)


@given(st.tuples(people, people, people), st.lists(people, min_size=7, max_size=7))
@settings(max_examples=60)
def test_what_leaves_an_association_gives_nobody_away(genders, ages):
    figures = dict(zip(GENDERS, genders, strict=True)) | dict(zip(AGES, ages, strict=True))
    for parts, numbers in ((GENDERS, genders), (AGES, ages)):
        told = protected({Figure.MEMBERS: sum(numbers)} | {one: figures[one] for one in parts})
        left = [figures[one] for one in parts if told[one] is None]
        assert not any(value is not None and 0 < value < LEAST for value in told.values())
        if told[Figure.MEMBERS] is not None and left:
            assert len(left) > 1
            assert sum(left) >= LEAST


associations = st.lists(
    st.tuples(
        st.sampled_from(("DE", "FR", "PL")), st.sampled_from(("", "A", "B")),
        st.sampled_from(("-50", "51-100")),
        st.one_of(st.none(), st.integers(0, 30)),
    ),
    min_size=1, max_size=14,
)  # fmt: skip


@given(associations)
@settings(max_examples=80)
def test_no_subtraction_gets_at_a_small_group(many):
    """Checked by another way: the rank of the shown sums does not change with a small one beside them."""
    sent = [
        Sent(f"s{at}", 2025, country, region, size, {Figure.MEMBERS: value})
        for at, (country, region, size, value) in enumerate(many)
    ]
    told = {
        one.sender: one.figures[Figure.MEMBERS] for one in sent if one.figures[Figure.MEMBERS] is not None
    }
    order = {sender: at for at, sender in enumerate(told)}
    tables = groups(sent, [Figure.MEMBERS])

    def members_of(table, group):
        return {
            one.sender
            for one in sent
            if one.sender in told
            and (
                table == "all"
                or (table == "country" and (one.country,) == group)
                or (table == "region" and (one.country, one.region) == group)
                or (table == "size" and (one.size,) == group)
            )
        }

    shown, secret = [], []
    for table, rows in tables.items():
        for row in rows:
            senders = members_of(table, row.group)
            vector = numpy.zeros(len(told))
            for sender in senders:
                vector[order[sender]] = 1
            real = sum(told[sender] for sender in senders)
            value = row.values[Figure.MEMBERS]
            if value is not None:
                assert value == real
                assert not real or (real >= LEAST and len(senders) >= FEWEST)
                shown.append(vector)
            elif real and (real < LEAST or len(senders) < FEWEST):
                secret.append(vector)
    if not told or not shown:
        return
    rank = numpy.linalg.matrix_rank(numpy.array(shown))
    for vector in secret:
        assert numpy.linalg.matrix_rank(numpy.array([*shown, vector])) == rank + 1


def test_large_groups_are_shown_as_they_are():
    sent = [
        Sent(f"s{at}", 2025, "DE" if at < 5 else "FR", "", "51-100", {Figure.MEMBERS: 60}) for at in range(9)
    ]
    tables = groups(sent, [Figure.MEMBERS])
    assert [(row.group, row.associations, row.values[Figure.MEMBERS]) for row in tables["country"]] == [
        (("DE",), 5, 300), (("FR",), 4, 240),
    ]  # fmt: skip
    assert tables["all"][0].values[Figure.MEMBERS] == 540


def test_nobody_where_some_kept_silent_is_not_nobody_and_sizes_stand_as_they_grow():
    told = (("-50", 0), ("101-200", None), ("51-100", 0), ("501+", 0))
    sent = [Sent(f"s{at}", 2025, "DE", "", size, {Figure.JOINED: one}) for at, (size, one) in enumerate(told)]
    tables = groups(sent, [Figure.JOINED])
    assert tables["all"][0].values[Figure.JOINED] is None
    assert [(row.group[0], row.values[Figure.JOINED]) for row in tables["size"]] == [
        ("-50", 0), ("51-100", 0), ("101-200", None), ("501+", 0),
    ]  # fmt: skip
