# SPDX-License-Identifier: GPL-3.0-or-later
"""What becomes of single rows when two laptops come together."""

import pytest

from hospes.domain.merge.answers import Answer, can_keep_both, resolve
from hospes.domain.merge.three_way import merge
from hospes.domain.merge.values import Shape, World
from tests.domain.merge.histories import WORLD, Laptop, apply, key_of

ANNA, BEN = ("person", "1" * 32), ("person", "2" * 32)
PHONE = ("phone", "3" * 32)


@pytest.fixture
def base():
    laptop = Laptop("z")
    laptop.rows[ANNA] = {"given": "Anna", "job": "", "binned_at": None, "merged_into": None}
    laptop.rows[BEN] = {"given": "Ben", "job": "", "binned_at": None, "merged_into": None}
    laptop.rows[PHONE] = {"person_id": ANNA[1], "value": "1", "e164": "+1", "label": "p"}
    return laptop.rows


def both(base):
    return Laptop("a", base), Laptop("b", base)


def brought(base, mine, theirs, *takes):
    merged = merge(base, mine.rows, theirs.rows, WORLD)
    assert len(merged.questions) == len(takes)
    return apply(mine.rows, resolve(merged, [Answer(take) for take in takes])), merged


def test_fields_of_one_row_changed_on_both_sides_merge(base):
    mine, theirs = both(base)
    mine.set(ANNA, given="Anne")
    theirs.set(ANNA, job="teacher")
    after, merged = brought(base, mine, theirs)
    assert (after[ANNA]["given"], after[ANNA]["job"]) == ("Anne", "teacher")
    assert [(one.kind, one.fields) for one in merged.incoming] == [("changed", ("job",))]


def test_a_number_and_what_it_means_stay_together(base):
    mine, theirs = both(base)
    mine.set(PHONE, value="2", e164="+2")
    theirs.set(PHONE, value="3", e164="+3", label="office")
    after, merged = brought(base, mine, theirs, "theirs")
    assert merged.questions[0].fields == ("value", "e164")
    assert after[PHONE] == {"person_id": ANNA[1], "value": "3", "e164": "+3", "label": "office"}
    assert brought(base, mine, theirs, "later")[0][PHONE]["value"] == "2"


def test_deleted_here_and_changed_there_is_asked_with_all_that_hangs_on_it(base):
    mine, theirs = both(base)
    mine.drop(ANNA)
    theirs.set(ANNA, job="teacher")
    theirs.do([("night", 0, 0)])
    gone, merged = brought(base, mine, theirs, "mine")
    assert merged.questions[0].kind == "gone-here"
    assert merged.questions[0].key == ANNA
    assert ANNA not in gone
    back, _ = brought(base, mine, theirs, "theirs")
    assert back[ANNA]["job"] == "teacher"
    assert PHONE in back


def test_something_new_on_what_was_deleted_is_asked(base):
    mine, theirs = both(base)
    theirs.drop(ANNA)
    mine.add("phone", person_id=ANNA[1], value="9")
    kept, merged = brought(base, mine, theirs, "mine")
    assert merged.questions[0].kind == "gone-there"
    assert kept == mine.rows
    gone, _ = brought(base, mine, theirs, "theirs")
    assert gone == theirs.rows


def test_the_same_fact_entered_twice_is_one(base):
    mine, theirs = both(base)
    for laptop, level in ((mine, "b"), (theirs, "c")):
        laptop.add("speaks", person_id=ANNA[1], language="f", level=level)
    after, _ = brought(base, mine, theirs)
    rows = [row for key, row in after.items() if key[0] == "speaks"]
    assert [row["level"] for row in rows] == ["c"]  # "b" is what a row holds when nobody says anything


def test_what_was_written_on_a_double_comes_to_the_one_who_remains(base):
    mine, theirs = both(base)
    theirs._repoint("person", ANNA[1], BEN[1])
    theirs.set(ANNA, merged_into=BEN[1])
    phone = mine.add("phone", person_id=ANNA[1], value="9")
    speaks = mine.add("speaks", person_id=ANNA[1], language="f")
    after, _ = brought(base, mine, theirs)
    assert after[phone]["person_id"] == BEN[1]
    assert speaks not in after
    assert after["speaks", key_of("speaks", {"person_id": BEN[1], "language": "f"})]["person_id"] == BEN[1]
    assert after[ANNA]["merged_into"] == BEN[1]


def test_doubles_merged_the_other_way_round_are_one(base):
    mine, theirs = both(base)
    for laptop, keep, give_up in ((mine, ANNA, BEN), (theirs, BEN, ANNA)):
        laptop._repoint("person", give_up[1], keep[1])
        laptop.set(give_up, merged_into=keep[1])
    here, _ = brought(base, mine, theirs)
    there, _ = brought(base, theirs, mine)
    assert here == there
    assert (here[ANNA]["merged_into"], here[BEN]["merged_into"]) == (None, ANNA[1])


def test_the_later_of_two_equal_numbers_is_given_anew_on_both_laptops(base):
    mine, theirs = both(base)
    mine.do([("join", 0, 0)])
    theirs.do([("join", 1, 0)])
    here, merged = brought(base, mine, theirs)
    there, _ = brought(base, theirs, mine)
    assert here == there
    numbers = {row["person_id"]: row["number"] for key, row in here.items() if key[0] == "membership"}
    assert numbers == {ANNA[1]: "1", BEN[1]: "2"}
    assert [(one.before, one.after) for one in merged.renumbered] == [("1", "2")]
    assert here[mine.series]["next"] == 3


def test_nobody_lives_in_two_homes(base):
    mine, theirs = both(base)
    mine.do([("move", 0, 1)])
    theirs.do([("move", 0, 2)])
    after, merged = brought(base, mine, theirs, "theirs")
    assert merged.questions[0].kind == "either"
    assert after == theirs.rows
    assert brought(base, mine, theirs, "mine")[0] == mine.rows


def test_a_bed_is_not_given_twice():
    shapes = {
        "bed": Shape(blank={"places": 1}),
        "placement": Shape(refs=(("bed_id", "bed"),), blank={"guest": "", "bed_id": None, "night": ""}),
    }
    world = World(shapes, key_of)
    bed = ("bed", "b")
    base = {bed: {"places": 1}}
    mine = {**base, ("placement", "1"): {"guest": "x", "bed_id": "b", "night": "1"}}
    theirs = {**base, ("placement", "2"): {"guest": "y", "bed_id": "b", "night": "1"}}
    assert merge(base, mine, theirs, world).questions[0].kind == "either"
    elsewhere = {**base, ("placement", "2"): {"guest": "y", "bed_id": "b", "night": "2"}}
    assert not merge(base, mine, elsewhere, world).questions


def test_an_erased_person_stays_erased_and_nobody_is_asked(base):
    mine, theirs = both(base)
    mine.drop(ANNA)
    theirs.set(ANNA, job="teacher")
    theirs.add("phone", person_id=ANNA[1], value="9")
    merged = merge(base, mine.rows, theirs.rows, WORLD, {ANNA[1]})
    assert (merged.questions, merged.outcome) == ((), {})
    other = merge(base, theirs.rows, mine.rows, WORLD, {ANNA[1]})
    assert not other.questions
    assert apply(theirs.rows, other.outcome) == mine.rows


def test_in_the_bin_here_and_used_there_is_asked(base):
    mine, theirs = both(base)
    mine.set(ANNA, binned_at="2026")
    theirs.add("phone", person_id=ANNA[1], value="9")
    after, merged = brought(base, mine, theirs, "theirs")
    assert merged.questions[0].kind == "bin"
    assert after[ANNA]["binned_at"] is None
    quiet = Laptop("b", base)
    assert brought(base, mine, quiet)[0] == mine.rows


def test_keeping_both_gives_one_more_and_the_same_on_both_laptops():
    shape = Shape(blank={"value": "", "position": 0}, together=(("value",),))
    world = World({"contact_point": shape}, key_of)
    key = ("contact_point", "c")
    base, mine, theirs = ({key: {"value": value, "position": 0}} for value in "abc")
    merged = merge(base, mine, theirs, world)
    assert can_keep_both(merged.questions[0])
    after = apply(mine, resolve(merged, [Answer("both")]))
    assert [(row["value"], row["position"]) for row in after.values()] == [("c", 0), ("b", 1)]
    assert not can_keep_both(merge(base, mine, {}, world).questions[0])


def test_something_else_is_neither(base):
    mine, theirs = both(base)
    mine.set(ANNA, given="Anne")
    theirs.set(ANNA, given="Anni")
    merged = merge(base, mine.rows, theirs.rows, WORLD)
    rows = resolve(merged, [Answer("value", {"given": "Änne"})])
    assert rows[ANNA]["given"] == "Änne"


def test_a_new_person_with_all_that_is_theirs_is_one_change(base):
    mine, theirs = both(base)
    carla = theirs.add("person", given="Carla")
    theirs.add("phone", person_id=carla[1], value="7")
    theirs.add("speaks", person_id=carla[1], language="f")
    _, merged = brought(base, mine, theirs)
    assert [(one.kind, one.key, len(one.rows)) for one in merged.incoming] == [("added", carla, 3)]
