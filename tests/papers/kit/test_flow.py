# SPDX-License-Identifier: GPL-3.0-or-later
"""Matter down the page: headings stay with what they head, boxes and facts are whole."""

from hospes.papers.kit.flow import INSET, Fact
from hospes.papers.kit.ink import MM
from hospes.papers.kit.tongues import Pair
from tests.papers.kit.drawing import flow, listing
from tests.papers.kit.test_listing import assert_inside
from tests.papers.reading import page_texts, signs, text_of


def test_text_is_data_and_runs_over_the_page():
    paper = flow()
    words = " ".join(f"Wort{n} <b>&" for n in range(3000))
    paper.para(words)
    document = paper.finish()
    text = text_of(document.pdf)
    assert document.pages > 3
    assert text.count("<b>&") == 3000
    assert_inside(document)


def test_a_heading_goes_to_the_next_page_with_what_it_heads():
    for lines in range(20, 60):
        paper = flow()
        for _ in range(lines):
            paper.para("Zeile")
        paper.section(Pair("Überschrift", "Titre"))
        paper.facts([Fact(Pair("Name"), "Wert")])
        for text in page_texts(paper.finish().pdf):
            assert ("Überschrift" in text) == ("Wert" in text)


def test_a_heading_goes_to_the_next_page_with_its_table():
    rows = [(f"Reihe {number}\nzweite\ndritte\nvierte", "Rosenau", "1") for number in range(2)]
    turned = set()
    for lines in range(22, 32):
        paper = flow()
        for _ in range(lines):
            paper.para("Zeile")
        paper.section(Pair("Überschrift", "Titre"))
        paper.list(listing(rows))
        document = paper.finish()
        pages = page_texts(document.pdf)
        assert text_of(document.pdf).count("Überschrift") == 1
        turned.add(next(at for at, text in enumerate(pages) if "Überschrift" in text))
        for text in pages:
            assert "Überschrift" not in text or "Reihe 0" in text
    assert turned == {0, 1}


def test_facts_stand_beside_their_names_in_two_languages():
    paper = flow()
    paper.facts(
        [
            Fact(Pair("Geboren", "Naissance"), "14. Juli 1957", "Rosenau"),
            Fact(Pair("Beruf"), "Lehrerin " * 60),
        ]
    )
    document = paper.finish()
    found = {"".join(s.letter for s in signs(document.pdf))}
    assert any("Geboren" in text and "Naissance" in text for text in found)
    assert text_of(document.pdf).count("Lehrerin") == 60
    assert_inside(document)


def test_a_box_has_a_column_for_each_language_and_is_never_split():
    for lines in range(25, 45):
        paper = flow()
        for _ in range(lines):
            paper.para("Zeile")
        strong, plain = paper.type.small_strong, paper.type.small
        paper.box(
            [
                [("Notfall", strong), ("Hannelore Fischer", plain), ("0151 23", plain)],
                [("Urgence", strong), ("Jean-Luc Martin", plain), ("+33 6 12", plain)],
            ]
        )
        document = paper.finish()
        pages = [text for text in page_texts(document.pdf) if "Notfall" in text]
        assert len(pages) == 1
        assert "+33 6 12" in pages[0]
        assert "0151 23" in pages[0]


def test_a_heading_of_a_box_has_the_room_of_columns_without_one_and_nothing_touches_its_edge():
    paper = flow()
    strong, plain = paper.type.small_strong, paper.type.small
    long = "W nagłym wypadku podczas wizyty i także potem"
    paper.box([[(long, strong), ("Petra", plain)], [("", strong), ("Halina", plain)], [("Hier", strong)]])
    paper.box([[("ßß " * 60, plain)] for _ in range(3)])
    document = paper.finish()
    assert long in text_of(document.pdf), "in one line"
    right = max(sign.right for sign in signs(document.pdf) if sign.letter == "ß")
    assert right <= (paper.x + paper.width - INSET * 2) / MM + 0.1


def test_terms_without_a_value_are_left_out():
    paper = flow()
    paper.terms([(Pair("Veranstalter"), "Verein"), (Pair("Zweck"), "")])
    text = text_of(paper.finish().pdf)
    assert "Veranstalter" in text
    assert "Zweck" not in text
