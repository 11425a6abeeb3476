# SPDX-License-Identifier: GPL-3.0-or-later
"""Booklets: folded in the middle, the pages follow each other."""

import pytest

from hospes.papers.kit.booklet import impose, order
from hospes.papers.kit.pen import Sheet
from tests.papers.printing import paper
from tests.papers.reading import page_measures, signs
from tests.papers.visiting import visit_of


@pytest.mark.parametrize("pages", range(1, 14))
def test_every_page_is_there_once_and_two_sides_of_a_sheet_belong_together(pages):
    sides = order(pages)
    assert len(sides) % 2 == 0
    assert sorted(page for side in sides for page in side if page) == list(range(1, pages + 1))
    full = 2 * len(sides)
    for front, back in zip(sides[::2], sides[1::2], strict=True):
        # What lies behind the right page of the front is the left one of the back, and it follows.
        assert back[0] in {front[1] + 1, 0}
        assert front[0] in {full + 1 - front[1], 0}


def test_a_booklet_of_one_page_has_no_empty_sheet():
    sides, places = impose([Sheet(1, 100.0, 200.0)])
    assert (len(sides), places) == (1, {1: 1})


def test_a_programme_becomes_a_booklet_of_small_pages(rosenau):
    document = paper(
        rosenau, "visit-programme", visit=visit_of(rosenau), language="de", second="fr", booklet="yes"
    )
    assert {(round(w), round(h)) for w, h in page_measures(document.pdf)} == {(297, 210)}
    assert document.pages % 2 == 0
    first = [sign for sign in signs(document.pdf) if sign.page == 1]
    title = "".join(sign.letter for sign in first if sign.left > 148.5)
    assert "Programm" in title  # the cover is the right half of the first side
    assert not [sign for sign in first if sign.left < 148.5 < sign.right]
