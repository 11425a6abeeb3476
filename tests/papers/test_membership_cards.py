# SPDX-License-Identifier: GPL-3.0-or-later
"""Membership cards: one for each member and nobody else, in the member's language."""

import datetime as dt

from tests.papers.people import Somebody, add
from tests.papers.printing import paper
from tests.papers.reading import page_measures, signs, text_of


def test_ten_cards_stand_on_a_sheet(founded):
    for n in range(11):
        add(founded, f"Anna|N{n}")
    document = paper(founded, "membership-cards")
    assert document.pages == 2
    assert document.full_size
    assert text_of(document.pdf).count("2026") == 11


def test_exactly_the_people_who_were_picked_get_a_card(founded):
    ids = add(founded, "Barbara|Nowak", "Piotr|Nowak")
    add(founded, "Berta|Klos")
    text = text_of(paper(founded, "membership-cards", people=ids).pdf)
    assert "Barbara Nowak" in text
    assert "Piotr Nowak" in text
    assert "Klos" not in text


def test_only_members_get_a_card(founded):
    ids = [
        *add(founded, Somebody("Anna", "Gast", member=False)),
        *add(founded, Somebody("Berta", "Weg", left_on=dt.date(2025, 1, 1))),
        *add(founded, Somebody("Cora", "Tot", more={"deceased": True})),
        *add(founded, "Dora|Da"),
    ]
    text = text_of(paper(founded, "membership-cards", people=tuple(ids)).pdf)
    assert "Dora Da" in text
    assert not {"Gast", "Weg", "Tot"} & set(text.split())


def test_a_card_speaks_its_members_language_unless_one_is_asked_for(founded):
    add(founded, Somebody("Claire", "Dubois", more={"preferred_language": "fr"}))
    assert "Carte" in text_of(paper(founded, "membership-cards").pdf)
    assert "Mitgliedsausweis" in text_of(paper(founded, "membership-cards", language="de").pdf)
    both = text_of(paper(founded, "membership-cards", language="de", second="fr").pdf)
    assert "Mitgliedsausweis" in both
    assert "Carte" in both


def test_year_number_and_class_stand_on_it(founded):
    add(founded, "Anna|Nowak")
    text = text_of(paper(founded, "membership-cards", language="en", year="2027").pdf)
    assert "2027" in text
    assert "No. 1" in text
    assert "Member since 2001" in text
    bare = text_of(paper(founded, "membership-cards", language="en", show="").pdf)
    assert "No. 1" not in bare
    assert "Member since" not in bare


def test_letters_stay_five_millimetres_inside_the_card(rosenau):
    document = paper(rosenau, "membership-cards", language="de", second="pl")
    wide, high = page_measures(document.pdf)[0]
    for sign in signs(document.pdf):
        x, y = (sign.left - 19.4) % 85.6, (sign.top - 13.5) % 54.0
        assert 4.5 <= x <= 85.6 - 4.5, sign
        assert 4.0 <= y <= 54.0 - 4.5, sign
    assert (round(wide), round(high)) == (210, 297)
