# SPDX-License-Identifier: GPL-3.0-or-later
"""The ledger of hospitality on paper and as a table."""

from tests.papers.printing import paper, table
from tests.papers.reading import squeezed, text_of


def test_households_with_what_they_gave_and_received(rosenau):
    found = table(rosenau, "hospitality-ledger", language="en")
    assert found.headings[:2] == ["Household", "Nights given"]
    vogel = next(row for row in found.rows if row[0] == "Vogel")
    assert vogel[1:6] == [44, 11, 11, 0, 44]
    text = text_of(paper(rosenau, "hospitality-ledger", language="de").pdf)
    assert "Vogel" in text


def test_pairs_say_whose_turn_it_is(rosenau):
    found = table(rosenau, "hospitality-ledger", language="en", of="pairs", only_both="yes")
    assert found.rows
    romero = next(row for row in found.rows if row[0] == "Romero–Klein")
    assert romero[1:] == ["Renaud", 4, "2016", 4, "2012", "Renaud"]
    text = squeezed(text_of(paper(rosenau, "hospitality-ledger", language="en", of="pairs").pdf))
    assert "Fischer" in text


def test_nobody_has_hosted_yet(founded):
    assert table(founded, "hospitality-ledger").rows == []
    assert "Nobody has hosted anybody yet." in text_of(
        paper(founded, "hospitality-ledger", language="en").pdf
    )
