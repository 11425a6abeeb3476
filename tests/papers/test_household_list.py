# SPDX-License-Identifier: GPL-3.0-or-later
"""The household list: everybody who lives there, children with their ages."""

from tests.papers.people import Somebody, add
from tests.papers.printing import paper, table
from tests.papers.reading import text_of


def test_households_are_counted_with_everybody_in_them(rosenau):
    document = paper(rosenau, "household-list", language="de")
    found = table(rosenau, "household-list", language="de")
    assert len(found.rows) == 96
    people = sum(len(row[1].split("; ")) for row in found.rows)
    assert f"{people} Personen" in text_of(document.pdf)
    assert "96 Haushalte" in text_of(document.pdf)


def test_children_who_are_no_members_live_there_too(founded):
    add(
        founded,
        Somebody("Anna", "Nowak", birth="1980-01-01"),
        Somebody("Ola", "Nowak", birth="2011-03-01", member=False),
    )
    (row,) = table(founded, "household-list", language="en").rows
    assert row[:2] == ["Nowak", "Anna Nowak; Ola Nowak (15)"]
    (row,) = table(founded, "household-list", language="en", show="phones").rows
    assert row[1] == "Anna Nowak; Ola Nowak"
    assert "(15)" not in text_of(paper(founded, "household-list", language="en", show="phones").pdf)


def test_grown_ups_keep_their_age_to_themselves(founded):
    add(founded, Somebody("Anna", "Nowak", birth="1980-01-01"))
    assert "(46)" not in text_of(paper(founded, "household-list").pdf)


def test_households_stand_by_name_or_by_postcode(founded):
    add(founded, "Anna|Zander", postcode="10115", town="Berlin")
    add(founded, "Berta|Albrecht", postcode="80331", town="München")
    add(founded, "Cora|Öhm", postcode="50667", town="Köln")
    by_name = [row[0] for row in table(founded, "household-list", language="de").rows]
    by_place = [row[0] for row in table(founded, "household-list", language="de", order="postcode").rows]
    assert by_name == ["Albrecht", "Öhm", "Zander"]
    assert by_place == ["Zander", "Öhm", "Albrecht"]


def test_a_couple_of_two_names_is_one_household(founded):
    add(founded, "Lena|Hartwig", "Étienne|Roux")
    text = text_of(paper(founded, "household-list").pdf)
    assert "Lena Hartwig" in text
    assert "Étienne Roux" in text
    assert len(table(founded, "household-list").rows) == 1
