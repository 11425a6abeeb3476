# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds whatever two or three laptops did: over random histories, through the real merge."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hospes.domain.merge.answers import Answer, resolve
from hospes.domain.merge.three_way import merge
from tests.domain.merge.histories import DOUBLES, OPS, SHAPES, WORLD, Laptop, acts, acts_with_doubles, apply

LONG = 10_000
few = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))

start = st.lists(acts, max_size=25)
work = st.lists(acts_with_doubles, max_size=8)
plain = st.lists(acts, max_size=8)
answers = st.lists(st.sampled_from(["mine", "theirs", "later"]), min_size=1, max_size=5)


def laptops(first, *works):
    base = Laptop("z").do(first).rows
    return base, *(Laptop("abc"[at], base).do(work).rows for at, work in enumerate(works))


def brought(base, mine, theirs, take):
    """Mine after theirs is brought in; `take` is an answer, or a function from a question to one."""
    merged = merge(base, mine, theirs, WORLD)
    given = [Answer(take(one) if callable(take) else take) for one in merged.questions]
    return apply(mine, resolve(merged, given))


def whole(rows):
    """Nothing points into the void, and nothing is there twice that can be there once."""
    for key, fields in rows.items():
        for target in WORLD.refs(key, fields):
            assert target in rows, (key, target)
    for table, shape in SHAPES.items():
        for columns in shape.unique:
            seen = [tuple(f[n] for n in columns) for k, f in rows.items() if k[0] == table]
            assert len(seen) == len(set(seen)), table
    numbers = [f["number"] for k, f in rows.items() if k[0] == "membership"]
    assert len(numbers) == len(set(numbers))


def nothing_new(base, mine):
    merged = merge(base, mine, base, WORLD)
    assert not merged.outcome
    assert not merged.questions
    assert merged.count == 0


def all_new(base, theirs):
    merged = merge(base, base, theirs, WORLD)
    assert not merged.questions
    assert apply(base, merged.outcome) == theirs


def same_from_both_sides(base, mine, theirs):
    here, there = merge(base, mine, theirs, WORLD), merge(base, theirs, mine, WORLD)
    assert [(q.key, q.fields) for q in here.questions] == [(q.key, q.fields) for q in there.questions]
    assert brought(base, mine, theirs, "mine") == brought(base, theirs, mine, "theirs")
    assert brought(base, mine, theirs, "theirs") == brought(base, theirs, mine, "mine")


def whole_whatever_is_answered(base, mine, theirs, given):
    merged = merge(base, mine, theirs, WORLD)
    said = [Answer(given[at % len(given)]) for at in range(len(merged.questions))]
    whole(apply(mine, resolve(merged, said)))


def nothing_lost(base, mine, theirs):
    """Whatever only one side did is there afterwards, or is asked about."""
    merged = merge(base, mine, theirs, WORLD)
    after = apply(mine, merged.outcome)
    asked = {key for one in merged.questions for key in (*one.mine, *one.theirs)}
    renumbered = {one.key for one in merged.renumbered}
    for side, other in ((mine, theirs), (theirs, mine)):
        for key, fields in side.items():
            if key in asked or key[0] == "number_series" or (key not in other and key in base):
                continue
            assert key in after, key
            before, foreign = base.get(key, SHAPES[key[0]].blank), other.get(key, base.get(key))
            for name, value in fields.items():
                untouched = foreign is None or foreign[name] in (before[name], value)
                if value != before[name] and untouched and key not in renumbered:
                    assert after[key][name] == value, (key, name)


def kept(question):
    """The same decision wherever it is asked: keep what can be kept, else the greater value."""
    if question.kind in ("gone-here", "gone-there"):
        return "theirs" if question.kind == "gone-here" else "mine"
    mine, theirs = question.mine[question.key], question.theirs[question.key]
    if question.kind == "bin":
        return "mine" if mine["binned_at"] is None else "theirs"

    def weight(row):
        return repr([row[name] for name in question.fields])

    return "theirs" if weight(theirs) > weight(mine) else "mine"


def three_end_equal(base, one, two, three):
    ways = []
    for first, second, third in ((one, two, three), (two, three, one), (three, one, two), (two, one, three)):
        both = brought(base, first, second, kept)
        ways.append(brought(base, both, third, kept))
    assert ways[0] == ways[1] == ways[2] == ways[3]


@few
@given(start, work, work, answers)
def test_two_laptops(first, left, right, given):
    base, mine, theirs = laptops(first, left, right)
    nothing_new(base, mine)
    all_new(base, theirs)
    same_from_both_sides(base, mine, theirs)
    whole_whatever_is_answered(base, mine, theirs, given)


@few
@given(start, plain, plain)
def test_nothing_is_lost(first, left, right):
    nothing_lost(*laptops(first, left, right))


NOT_ALIKE = {"join", "move", "leave", "ungroup", "delete_phone"}
"""Whose number is the later one, which of three homes is right, and what goes with somebody who goes, is told
from two files at a time: what three of them become depends on who is asked first.
"""
alone = st.lists(acts.filter(lambda act: act[0] not in NOT_ALIKE), max_size=6)


@few
@given(start, alone, alone, alone)
def test_three_laptops_end_equal_in_any_order(first, one, two, three):
    three_end_equal(*laptops(first, one, two, three))


@pytest.mark.long
def test_ten_thousand_histories():
    from random import Random

    questions = lost = 0
    for seed in range(LONG):
        rng = Random(seed)

        def history(names, most, rng=rng):
            return [
                (rng.choice(names), rng.randrange(6), rng.randrange(6)) for _ in range(rng.randrange(most))
            ]

        base, mine, theirs = laptops(history(OPS, 40), history(OPS + DOUBLES, 14), history(OPS + DOUBLES, 14))
        nothing_new(base, mine)
        all_new(base, theirs)
        same_from_both_sides(base, mine, theirs)
        whole_whatever_is_answered(base, mine, theirs, [rng.choice(("mine", "theirs")) for _ in range(5)])
        questions += len(merge(base, mine, theirs, WORLD).questions)
        quiet = [name for name in OPS if name not in NOT_ALIKE]
        few = laptops(history(OPS, 40), history(OPS, 14), history(OPS, 14))
        nothing_lost(*few)
        three_end_equal(*laptops(history(OPS, 40), *(history(quiet, 10) for _ in range(3))))
    assert questions > LONG // 10
    assert lost == 0
