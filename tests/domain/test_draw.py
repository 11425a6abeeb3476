# SPDX-License-Identifier: GPL-3.0-or-later
"""The draw of places: by hand from the record, parties together, classes before lots, reserved places."""

import subprocess

import pytest

from hospes.domain.codes_visit import DrawResult
from hospes.domain.draw import (
    DEFAULT_RULES,
    Applicant,
    ClassRule,
    DrawClass,
    draw,
    lot_of,
    rules_from_plain,
    rules_to_plain,
)
from hospes.domain.errors import FieldProblem

ANY, N, H, L, M = (
    DrawClass.OTHERS,
    DrawClass.NEWCOMERS,
    DrawClass.HOSTED_NEWCOMERS,
    DrawClass.LOST_LAST,
    DrawClass.MEMBERS,
)
PLAIN = (ClassRule(ANY),)


def people(*classes, groups=None):
    groups = groups or {}
    return [
        Applicant(f"p{n}", n, frozenset({one} if isinstance(one, DrawClass) else one), groups.get(n, ""))
        for n, one in enumerate(classes, 1)
    ]


def placed(result):
    return {one.number for one in result if one.result is DrawResult.PLACE}


def test_lots_are_what_sha256sum_says():
    said = subprocess.run(["sha256sum"], input=b"2026-04-27/7", capture_output=True, check=True)
    assert lot_of("2026-04-27", 7) == said.stdout.split()[0].decode()


def test_order_is_the_order_of_the_lots():
    result = draw(people(*[ANY] * 10), 4, "17 4 42", PLAIN)
    by_hand = sorted(range(1, 11), key=lambda n: lot_of("17 4 42", n))
    assert [one.number for one in result] == by_hand
    assert placed(result) == set(by_hand[:4])
    assert [one.rank for one in result] == [1, 2, 3, 4, 1, 2, 3, 4, 5, 6]


def test_same_words_same_result_in_any_order_of_rows():
    some = people(*[ANY, N, M, L, H] * 8)
    assert draw(some, 12, "s") == draw(list(reversed(some)), 12, "s")
    assert draw(some, 12, "s") == draw(some, 12, " s ")
    assert placed(draw(some, 12, "s")) != placed(draw(some, 12, "another"))


def test_classes_come_before_lots():
    some = people(*[ANY] * 20, *[M] * 5, *[L] * 3, *[H] * 2)
    rules = tuple(ClassRule(rule.klass) for rule in DEFAULT_RULES)
    assert placed(draw(some, 5, "x", rules)) == {26, 27, 28, 29, 30}
    assert placed(draw(some, 10, "x", rules)) >= {21, 22, 23, 24, 25}


def test_best_class_of_a_person_counts():
    some = people({ANY, M}, {ANY, M, L}, {ANY})
    assert placed(draw(some, 1, "x")) == {2}


def test_parties_stay_together():
    some = people(*[ANY] * 9, groups={2: "g", 5: "g", 9: "g"})
    for seed in map(str, range(40)):
        for places in range(10):
            got = placed(draw(some, places, seed, PLAIN)) & {2, 5, 9}
            assert len(got) in (0, 3), (seed, places)


def test_a_party_is_as_good_as_its_best_member():
    some = people(ANY, ANY, H, groups={2: "g", 3: "g"})
    assert placed(draw(some, 2, "x")) == {2, 3}


def test_party_that_does_not_fit_is_passed_over():
    some = people(H, H, H, ANY, groups={1: "g", 2: "g", 3: "g"})
    result = draw(some, 2, "x")
    assert placed(result) == {4}
    assert [(one.number, one.rank) for one in result if one.result is DrawResult.WAITING] == [
        (1, 1), (2, 2), (3, 3),
    ]  # fmt: skip


def test_newcomers_get_up_to_the_reserved_places():
    some = people(*[M] * 20, *[{N, ANY}] * 6)
    rules = (ClassRule(M), ClassRule(N, 3), ClassRule(ANY))
    result = draw(some, 10, "x", rules)
    newcomers = placed(result) & set(range(21, 27))
    assert len(newcomers) == 3
    assert len(placed(result)) == 10
    assert sum(one.reserved for one in result) == 3


def test_reserved_places_nobody_needs_go_to_the_others():
    some = people(*[M] * 20, {N, ANY})
    assert len(placed(draw(some, 10, "x", (ClassRule(M), ClassRule(N, 8), ClassRule(ANY))))) == 10


def test_never_more_places_than_there_are():
    some = people(*[N] * 12, groups={1: "a", 2: "a", 3: "b", 4: "b", 5: "b"})
    for places in range(14):
        assert len(placed(draw(some, places, "q"))) <= places
        assert {one.number for one in draw(some, places, "q")} == set(range(1, 13))


@pytest.mark.parametrize(("places", "seed", "field"), [(3, "  ", "seed"), (-1, "x", "places")])
def test_what_cannot_be_drawn(places, seed, field):
    with pytest.raises(FieldProblem) as caught:
        draw(people(ANY), places, seed)
    assert caught.value.field == field


def test_rules_survive_the_file():
    rules = (ClassRule(N, 8), ClassRule(M))
    assert rules_from_plain(rules_to_plain(rules)) == rules
    assert rules_from_plain([{"class": "of a newer Hospes", "reserved": 2}]) == DEFAULT_RULES
