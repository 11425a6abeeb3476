# SPDX-License-Identifier: GPL-3.0-or-later
"""Labels and cards: each where its sheet has it, to a fifth of a millimetre (REQ-6-02, REQ-6-03)."""

import re

import pytest

from hospes.domain.errors import UserError
from hospes.papers.kit.book import Book
from hospes.papers.kit.ink import SANS, Style, Type
from hospes.papers.kit.labels import LabelSheets, Nudge, address_block
from hospes.papers.kit.page import PaperSize
from hospes.papers.kit.stocks import CARDS, CARDS_LETTER, STOCKS, Stock, stock
from tests.papers.reading import MM, page_measures, page_texts, reader, signs, squeezed, text_of

STYLE = Style(SANS, 10.5, 13)
ADDRESS = ("Familie Barbara und Piotr Nowak", "Mühlgasse 14", "63512 Rosenau")

# left, top, width, height, step right, step down in millimetres, as the makers give them.
MAKERS = {
    "l7160": ("a4", 3, 7, 7.21, 15.15, 63.5, 38.1, 66.04, 38.1),
    "l7163": ("a4", 2, 7, 4.67, 15.15, 99.06, 38.1, 101.6, 38.1),
    "l7159": ("a4", 3, 8, 7.21, 12.9, 63.5, 33.9, 66.04, 33.9),
    "3475": ("a4", 3, 8, 0, 4.5, 70, 36, 70, 36),
    "5160": ("letter", 3, 10, 4.76, 12.7, 66.7, 25.4, 69.85, 25.4),
}


def sheets(code, *, nudge=Nudge()):  # noqa: B008 - a frozen value
    book = Book("Etiketten", ("de",), full_size=True)
    return LabelSheets(book, stock(code), nudge)


def frames(pdf):
    """The rectangles of an outline page in millimetres: left, top, width, height."""
    page = reader(pdf).pages[0]
    content = page.get_contents().get_data().decode("latin-1")
    high = float(page.mediabox.height)
    found = []
    for match in re.finditer(r"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re S", content):
        x, y, width, height = map(float, match.groups())
        found.append((x / MM, (high - y - height) / MM, width / MM, height / MM))
    return found


@pytest.mark.parametrize("code", MAKERS)
def test_every_label_lies_where_its_maker_puts_it(code):
    size, columns, rows, left, top, width, height, step_x, step_y = MAKERS[code]
    run = sheets(code)
    run.outlines(["100 %"], Type.at())
    document = run.book.finish()
    wanted = [
        (left + column * step_x, top + row * step_y, width, height)
        for row in range(rows)
        for column in range(columns)
    ]
    found = frames(document.pdf)
    assert len(found) == len(wanted) == stock(code).per_sheet
    for one, other in zip(found, wanted, strict=True):
        assert one == pytest.approx(other, abs=0.2)
    assert page_measures(document.pdf)[0] == pytest.approx(
        (210, 297) if size == "a4" else (215.9, 279.4), abs=0.1
    )


@pytest.mark.parametrize("code", MAKERS)
def test_no_letter_comes_nearer_to_the_edge_than_the_cutter_is_off(code):
    run, kind = sheets(code), stock(code)
    people = [ADDRESS, (*ADDRESS, "zweite Zeile " * 6, "FRANCE"), ("W" * 60, "x", "y")] * 9
    for lines, place in run.places(people):
        address_block(run.book.pen, place, lines, STYLE)
    document = run.book.finish()
    wide, high = page_measures(document.pdf)[0]
    for sign in signs(document.pdf):
        inside = False
        for index in range(kind.per_sheet):
            left, top = kind.place(index)
            inside |= (
                left + 1.9 <= sign.left
                and sign.right <= left + kind.width - 1.9
                and top + 1.9 <= sign.top
                and sign.bottom <= top + kind.height - 1.9
            )
        assert inside, sign
        assert 4.9 <= sign.left <= sign.right <= wide - 4.9
        assert 4.9 <= sign.top <= sign.bottom <= high - 4.9


def test_a_begun_sheet_goes_on_at_its_first_free_label():
    run = sheets("l7160")
    for lines, place in run.places([ADDRESS] * 20, start=9):
        address_block(run.book.pen, place, lines, STYLE)
    document = run.book.finish()
    assert document.pages == 2
    assert [text.count("Mühlgasse") for text in page_texts(document.pdf)] == [13, 7]
    first = signs(document.pdf)[0]
    left, top = stock("l7160").place(8)
    assert left < first.left < left + 63.5
    assert top < first.top < top + 38.1


def test_a_nudge_moves_everything_by_so_much():
    plain, moved = (sheets("l7163", nudge=nudge) for nudge in (Nudge(), Nudge(right=1.5, down=-0.8)))
    for run in (plain, moved):
        for lines, place in run.places([ADDRESS] * 3):
            address_block(run.book.pen, place, lines, STYLE)
    before, after = signs(plain.book.finish().pdf), signs(moved.book.finish().pdf)
    for one, other in zip(before, after, strict=True):
        assert other.left - one.left == pytest.approx(1.5, abs=0.05)
        assert other.top - one.top == pytest.approx(-0.8, abs=0.05)


def test_the_file_asks_to_be_printed_at_full_size():
    run = sheets("l7160")
    run.outlines(["100 %"], Type.at())
    document = run.book.finish()
    assert document.full_size
    assert reader(document.pdf).trailer["/Root"]["/ViewerPreferences"]["/PrintScaling"] == "/None"


def test_a_long_address_is_all_there():
    lines = (
        "Madame et Monsieur Jean-Baptiste de la Tour-Noire du Plessis",
        "Résidence " * 12,
        "49270 MONTCLAIR",
        "FRANCE",
    )
    run = sheets("5160")
    for address, place in run.places([lines]):
        address_block(run.book.pen, place, address, STYLE)
    text = squeezed(text_of(run.book.finish().pdf))
    assert all(squeezed(line) in text for line in lines)


def test_cards_have_marks_to_cut_along():
    book = Book("Ausweise", ("de",), full_size=True)
    run = LabelSheets(book, CARDS, Nudge(), marks=True)
    for _ in run.places(["Anna"]):
        pass
    document = book.finish()
    content = reader(document.pdf).pages[0].get_contents().get_data().decode("latin-1")
    lines = re.findall(r"([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S", content)
    uprights = {round(float(x) / MM, 1) for x, _, to_x, _ in lines if x == to_x}
    assert uprights == {19.4, 105.0, 190.6}
    levels = {round(297 - float(y) / MM, 1) for _, y, _, to_y in lines if y == to_y}
    assert levels == {13.5, 67.5, 121.5, 175.5, 229.5, 283.5}


def test_cards_are_bank_cards_ten_to_a_sheet():
    for cards in (CARDS, CARDS_LETTER):
        assert (cards.width, cards.height, cards.per_sheet) == (85.6, 54.0, 10)


def test_an_own_sheet_is_given_by_its_measures_or_as_a_row():
    own = Stock.parse("A4 4x10 48.5x25.4 8,21.5 48.5x25.4")
    assert (own.page, own.per_sheet, own.place(5)) == (PaperSize.A4, 40, (56.5, 46.9))
    assert Stock.of(own.as_row()) == own
    named = Stock.of({**own.as_row(), "code": "unsere"})
    assert stock("Unsere", (named,)) is named


@pytest.mark.parametrize(
    "text",
    [
        "l9999",
        "",
        "a4 3x7 63.5x38.1",
        "a4 4x7 63.5x38.1 7.21,15.15 66.04x38.1",
        "a4 3x9 63.5x38.1 7.21,15.15 66.04x38.1",
        "a4 3x7 63.5x38.1 7.21,15.15 50x38.1",
        "a4 0x7 63.5x38.1 7,15 66x38.1",
    ],
)
def test_a_sheet_that_cannot_be_is_refused(text):
    with pytest.raises(UserError):
        stock(text)


def test_known_sheets_have_different_codes():
    assert len({kind.code for kind in STOCKS}) == len(STOCKS)


def test_the_sheet_of_the_settings_that_lost_a_field_is_refused():
    row = STOCKS[0].as_row()
    del row["page"]
    with pytest.raises(UserError):
        Stock.of(row)
