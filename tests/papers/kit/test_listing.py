# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists: every word is there, inside the margins, rows whole, heads on every page (T6.2)."""

import unicodedata
from itertools import pairwise

import pytest

from hospes.papers.kit.listing import Align, Column, Listing, Section
from hospes.papers.kit.page import PaperSize
from hospes.papers.kit.tongues import Pair
from tests.papers.kit.drawing import drawn, flow, listing
from tests.papers.reading import fonts, page_measures, page_texts, signs, squeezed, text_of

HOSTILE = [
    "<b>Léa",
    "Jean <jean@x.org>",
    "Dupont & Fils",
    '<img src="file:///etc/passwd"/>',
    "</para></b>",
    "(Klammer) \\ Rückstrich",
    "%PDF-1.4 endstream endobj",
    "{name} %s {0}",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_printed_letter_for_letter(name):
    document = drawn([(name, ("Rosenau", name), "06182 1")])
    assert text_of(document.pdf).count(name) == 2
    assert b"/Subtype /Image" not in document.pdf


def test_names_of_all_europe_come_out_in_the_text():
    names = [
        "Łódź",
        "Őrségi Ágnes",
        "Şükrü İnönü",
        "Ștefan Țurcanu",
        "Ђорђе",
        "Σοφία",
        "Їжак",
        "Þóra Ðún",
        "Żółć",
    ]
    document = drawn([(name, "", "") for name in names])
    text = text_of(document.pdf)
    assert [name for name in names if name not in text] == []
    assert document.unprintable == ()
    assert all(fonts(document.pdf).values())


def test_letters_beyond_one_subset_still_read_right():
    letters = [chr(c) for c in range(0xA1, 0x530) if unicodedata.category(chr(c)) in {"Ll", "Lu"}]
    names = ["".join(letters[i : i + 6]) for i in range(0, len(letters), 6)]
    document = drawn([(name, name, "") for name in names])
    absent = {letter for entry in document.unprintable for letter in entry.letters}
    text = unicodedata.normalize("NFKD", squeezed(text_of(document.pdf)))
    for name in names:
        shown = "".join("?" if letter in absent else letter for letter in name)
        assert unicodedata.normalize("NFKD", shown) in text


def test_a_name_that_cannot_be_printed_is_named():
    document = drawn([("Wang 王", "Rosenau", "")])
    assert [(entry.text, entry.letters) for entry in document.unprintable] == [("Wang 王", "王")]
    assert "Wang ?" in text_of(document.pdf)


def test_a_word_of_4000_letters_is_wrapped_and_whole():
    word = "Rindfleisch" * 364
    document = drawn([("davor", "", ""), (word, "Rosenau", "1"), ("danach", "", "")])
    lines = [line for page in page_texts(document.pdf) for line in page.split("\n")]
    assert word in squeezed("".join(line for line in lines if set(line.strip()) <= set("Rindfleisch")))
    assert "danach" in text_of(document.pdf)
    assert_inside(document)


def test_a_note_of_ten_pages_goes_on_page_after_page():
    note = " ".join(f"Satz{number}" for number in range(9000))
    document = drawn([("Notiz", note, "")])
    assert document.pages >= 8
    text = squeezed(text_of(document.pdf))
    assert all(f"Satz{number}" in text for number in range(9000))
    assert_inside(document)


def assert_inside(document, left=20.0, right=20.0, top=14.0, bottom=5.0):
    measures = page_measures(document.pdf)
    for sign in signs(document.pdf):
        wide, high = measures[sign.page - 1]
        assert left - 0.5 <= sign.left, sign
        assert sign.right <= wide - right + 0.5, sign
        assert top - 0.5 <= sign.top, sign
        assert sign.bottom <= high - bottom, sign


@pytest.mark.parametrize("scale", [1.0, 1.25])
@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("size", list(PaperSize))
def test_nothing_stands_outside_the_margins(scale, landscape, size):
    rows = [
        ((f"Name {n} von der Wiesenbach-Rosenthal", "zweite Zeile"), "Rosenau an der Lahn", "06182")
        for n in range(60)
    ]
    assert_inside(drawn(rows, scale=scale, landscape=landscape, size=size, total="60 Personen"))


def test_the_head_comes_again_on_every_page():
    document = drawn([(f"Zeile {n}", "", "") for n in range(120)])
    texts = page_texts(document.pdf)
    assert len(texts) > 2
    assert all("Telefon" in text and "Téléphone" in text for text in texts)


def test_rows_are_never_split_and_keep_their_order():
    rows = [((f"Anfang{n}", f"Ende{n}"), (f"Ort{n}", f"Strasse{n}"), "") for n in range(150)]
    document = drawn(rows)
    texts = page_texts(document.pdf)
    for n in range(150):
        words = {f"Anfang{n}", f"Ende{n}", f"Ort{n}", f"Strasse{n}"}
        pages = {page for page, text in enumerate(texts) if words & set(text.split())}
        assert len(pages) == 1, n
    words = text_of(document.pdf).split()
    places = [words.index(f"Anfang{n}") for n in range(150)]
    assert places == sorted(places)


def test_columns_follow_each_other_down_the_page():
    paper = flow(columns=2)
    from hospes.papers.kit.listing_draw import draw

    draw(paper, listing([(f"Zeile{n:03}", "") for n in range(60)], heads=("", ""), headed=False))
    document = paper.finish()
    firsts = {
        "".join(s.letter for s in line): line[0].left
        for line in lines_of(signs(document.pdf))
        if line[0].letter == "Z"
    }
    lefts = sorted({round(left) for left in firsts.values()})
    assert len(lefts) == 2
    assert document.pages == 1


def lines_of(found):
    """Letters in runs that stand close beside each other."""
    lines, line = [], []
    for sign in found:
        if line and (
            sign.page != line[-1].page
            or abs(sign.bottom - line[-1].bottom) > 2
            or sign.left - line[-1].right > 2
        ):
            lines.append(line)
            line = []
        line.append(sign)
    return [*lines, line]


def test_figures_stand_right_under_each_other():
    table = Listing(
        [Column(Pair("Name")), Column(Pair("Summe"), align=Align.RIGHT)],
        [Section([("Anna", "7,00"), ("Berta", "1.207,50"), ("Carla", "35,00")])],
    )
    found = signs(drawn([], table=table).pdf)
    ends = [
        line[-1].right for line in lines_of(found) if "".join(s.letter for s in line)[-3:] in {",00", ",50"}
    ]
    assert len(ends) == 3
    assert max(ends) - min(ends) < 0.3


def test_groups_have_a_heading_a_sum_and_a_bookmark():
    sections = [
        Section([(f"A{n}", "") for n in range(50)], Pair("Erwachsene", "Adultes"), "50 Personen"),
        Section([("B", "")], Pair("Jugend", "Jeunes"), "1 Person"),
    ]
    document = drawn([], table=Listing([Column(Pair("Name")), Column(Pair("Ort"))], sections, "51 Personen"))
    text = text_of(document.pdf)
    assert all(word in text for word in ("Erwachsene", "Adultes", "50 Personen", "1 Person", "51 Personen"))
    assert "Erwachsene · Adultes …" in text  # where the group goes on
    from tests.papers.reading import reader

    outline = reader(document.pdf).outline
    assert [str(entry.title) for entry in outline[1]] == ["Erwachsene · Adultes", "Jugend · Jeunes"]


def test_a_heading_never_stands_alone_at_the_foot():
    for before in range(10, 40):
        sections = [
            Section([(f"A{n}", "") for n in range(before)]),
            Section([("Bauer", "")], Pair("Gruppe")),
        ]
        document = drawn([], table=Listing([Column(Pair("Name")), Column(Pair("Ort"))], sections))
        for text in page_texts(document.pdf):
            assert ("Gruppe" in text) == ("Bauer" in text)


def test_an_empty_list_says_so():
    table = listing([], empty="Niemand steht auf dieser Liste.")
    document = drawn([], table=table)
    assert document.pages == 1
    assert "Niemand steht auf dieser Liste." in text_of(document.pdf)


def test_a_long_sentence_of_an_empty_list_stays_within_the_margins():
    table = listing([], empty="Niemand mit besonderer Ernährung hat der Verwendung zugestimmt. " * 3)
    assert_inside(drawn([], table=table))


def test_headings_take_one_line_where_there_is_room():
    columns = [Column(Pair(head), grow=0.2) for head in ("Wofür", "Noch offen")]
    assert "Noch offen" in text_of(drawn([], table=Listing(columns, [Section([("Bus", "5")])])).pdf)


def test_rows_to_sign_are_as_high_as_asked():
    table = Listing([Column(Pair("Name"))], [Section([(f"N{n}",) for n in range(12)])], row_least=9.0)
    found = [
        line[0].bottom
        for line in lines_of(signs(drawn([], table=table).pdf))
        if line[0].letter == "N" and len(line) < 4
    ]
    gaps = [b - a for a, b in pairwise(found)]
    assert len(gaps) == 11
    assert all(abs(gap - 9.0) < 0.2 for gap in gaps)


def test_names_in_decomposed_letters_take_one_line():
    name = unicodedata.normalize("NFD", "Ångström-Érdeményi, Ågot")
    document = drawn([(name, "Rosenau", "1")])
    assert "Ångström-Érdeményi, Ågot" in text_of(document.pdf)


def test_a_line_break_in_a_cell_becomes_two_lines():
    document = drawn([("Anna\nNowak", "Rosenau\tMitte", "")])
    assert "Anna\nNowak" in text_of(document.pdf).replace(" \n", "\n")
    assert "Rosenau Mitte" in text_of(document.pdf)


def test_the_same_list_is_the_same_file():
    rows = [(f"Name {n}", "Łódź", "") for n in range(80)]
    assert drawn(rows).pdf == drawn(rows).pdf


def test_large_print_is_a_quarter_larger():
    def height(scale):
        found = signs(drawn([("Hannelore", "H", "H")], scale=scale).pdf)
        return next(
            s.bottom - s.top
            for line in lines_of(found)
            if "".join(x.letter for x in line) == "Hannelore"
            for s in line[:1]
        )

    assert height(1.25) / height(1.0) == pytest.approx(1.25, rel=0.02)
