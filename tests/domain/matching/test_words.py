# SPDX-License-Identifier: GPL-3.0-or-later
"""The reasons in words: every term of many random visits can be said, and nothing private is said openly."""

import sys
from pathlib import Path

import pytest

from hospes.domain.matching.fit import best_hosts
from hospes.domain.matching.solve import solve
from hospes.domain.matching.values import Term
from hospes.domain.matching.words import BROKEN, HELP, KEPT, LEFT, WISHES, label, open_terms, sentence
from hospes.i18n.locale import Locale

sys.path.insert(0, str(Path(__file__).parent))

from visits import visit

EN = Locale.of("en")
CONFIDENTIAL = ("allergic", "afraid", "steps", "put together", "diet", "said to cook", "cats", "dogs")


def all_terms() -> list[Term]:
    """Terms of fits and of guests left over."""
    found: list[Term] = []
    for seed in range(4):
        case = visit(seed, 24, 14, checked=seed % 2 == 0)
        for guest in case.guests:
            for fit in best_hosts(case, [guest.key]):
                found += (*fit.musts, *fit.wishes)
        for one in solve(case).leftover:
            found += (*one.reasons, *one.would_help)
    return found


@pytest.mark.parametrize("language", ["en", "de", "fr", "pl"])
def test_every_term_has_a_sentence(language: str) -> None:
    locale = Locale.of(language)
    for term in {(term.code, term.broken): term for term in all_terms()}.values():
        said = sentence(term, locale)
        assert said
        assert "{" not in said
        assert label(term, locale)


def test_open_words_say_nothing_confidential() -> None:
    for term in open_terms(all_terms()):
        said = sentence(term, EN)
        assert not [word for word in CONFIDENTIAL if word in said], said


def test_no_text_stands_twice_in_one_table_by_mistake() -> None:
    for table in (KEPT, BROKEN, WISHES, LEFT, HELP):
        assert len(set(table.values())) == len(table)


def speaks(name: str, *, little: bool) -> Term:
    return Term("language", 20, args={"name": name, "language": "fr", "little": little})


@pytest.mark.parametrize(
    ("term", "said"),
    [
        (
            Term("language", 40, args={"name": "Barbara", "language": "fr", "little": False}),
            "Barbara speaks French",
        ),
        (
            Term("language", 20, args={"name": "Eva", "language": "fr", "little": True}),
            "Eva speaks a little French",
        ),
        (Term("beds.room", args={"n": 2}), "2 beds in one room"),
        (Term("beds", broken=True, args={"n": 0, "need": 2}), "No bed is free"),
        (Term("beds", broken=True, args={"n": 1, "need": 2}), "Only 1 bed is free"),
        (Term("nights", args={"n": 4}), "Free all 4 nights"),
        (Term("animals.no_cat_dog", private=True), "No cats or dogs"),
        (Term("distance", -3, args={"metres": 2400}), "2.4 km to the meeting point"),
        (Term("car", 15), "Has a car"),
    ],
)
def test_as_on_the_board(term: Term, said: str) -> None:
    assert sentence(term, EN) == said
