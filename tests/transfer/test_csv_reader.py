# SPDX-License-Identifier: GPL-3.0-or-later
"""Text files of cells in every encoding and with every sign between them.

Of the test catalogue: T5.1.
"""

import pytest

from hospes.transfer.csv_reader import guess_delimiter
from hospes.transfer.reading import MAX_CELL, MAX_COLUMNS, Unreadable

LIST = "Nr;Name;Ort\r\n1;Müller;Köln\r\n2;Élise Garçon;Besançon\r\n"
ROWS = [["Nr", "Name", "Ort"], ["1", "Müller", "Köln"], ["2", "Élise Garçon", "Besançon"]]


def cells(grid):
    return [row for _, row in grid.rows]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("cp1252", "cp1252"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("mac_roman", "mac_roman"),
        ("cp850", "cp852"),  # the same for these letters
    ],
)
def test_every_encoding_of_europes_offices_is_found(read, written, said):
    grid = read(LIST.encode(written))
    assert cells(grid) == ROWS
    assert grid.head.encoding == said
    assert grid.head.delimiter == ";"


@pytest.mark.parametrize("written", ["cp1250", "cp852", "iso8859-2"])
def test_polish_letters_are_found_without_being_told(read, written):
    text = "Imię,Nazwisko,Miasto\nMałgorzata,Wiśniewska,Łódź\nŻaneta,Wójcik,Gdańsk\n"
    assert cells(read(text.encode(written)))[1:] == [
        ["Małgorzata", "Wiśniewska", "Łódź"],
        ["Żaneta", "Wójcik", "Gdańsk"],
    ]


def test_french_is_not_taken_for_czech(read):
    grid = read("Nom;Prénom\nLefèvre;Hélène\nGenêt;Zoé\n".encode("cp1252"))
    assert grid.head.encoding == "cp1252"
    assert cells(grid)[1] == ["Lefèvre", "Hélène"]
    assert "cp1250" in grid.head.encodings


def test_an_encoding_that_is_said_is_believed(read):
    data = "Név;Város\nKovácsné Őry;Győr\n".encode("cp1250")
    assert cells(read(data, encoding="cp1250"))[1] == ["Kovácsné Őry", "Győr"]
    with pytest.raises(Unreadable, match="encoding named"):
        read(data, encoding="klingon")
    with pytest.raises(Unreadable):
        read(data, encoding="base64")


def test_two_encodings_in_one_file_are_read_line_by_line_and_said(read):
    lines = [f"Müller {n};Köln" for n in range(9)]
    data = (
        b"Name;Ort\n" + b"\n".join(line.encode() for line in lines) + "\nGarçon;Besançon\n".encode("cp1252")
    )
    grid = read(data)
    assert cells(grid)[-1] == ["Garçon", "Besançon"]
    assert cells(grid)[1] == ["Müller 0", "Köln"]
    assert [odd.code for odd in grid.odds] == ["encodings-mixed"]


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_the_sign_between_cells_is_found(read, sign):
    text = (
        "Nr;Name;Beitrag\n1;Nowak;22,50\n2;Weiß;35,00\n".replace(";", "\0")
        .replace(",", ".")
        .replace("\0", sign)
    )
    grid = read(text.encode())
    assert grid.head.delimiter == sign
    assert cells(grid)[1][1] == "Nowak"


def test_commas_in_amounts_do_not_cut_a_list_with_semicolons():
    assert guess_delimiter(["Name;Beitrag;Seit", "Nowak;22,50;1998", "Weiß;35,00;2001"]) == ";"


def test_a_list_of_one_column_has_no_sign(read):
    grid = read(b"Name\nAnna Nowak\nPiotr Nowak\n")
    assert grid.head.delimiter is None
    assert cells(grid) == [["Name"], ["Anna Nowak"], ["Piotr Nowak"]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end(read, end):
    assert cells(read(end.join(["Name;Ort", "Nowak;Ulm", "Weiß;Bonn"]).encode())) == [
        ["Name", "Ort"],
        ["Nowak", "Ulm"],
        ["Weiß", "Bonn"],
    ]


def test_row_numbers_are_those_of_a_spreadsheet_program(read):
    grid = read(b'Name;Notiz\nNowak;"zwei\nZeilen"\n\n\nWeiss;x\n')
    assert [number for number, _ in grid.rows] == [1, 2, 5]
    assert grid.rows[1][1][1] == "zwei\nZeilen"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('"Müller ""der"" Kurze";Ulm', 'Müller "der" Kurze'),
        ('"Verein "Brücke" e.V.";Ulm', 'Verein "Brücke" e.V.'),
        ('"Die "Brücke"";Ulm', 'Die "Brücke"'),
        ('5" Rohr;Ulm', '5" Rohr'),
        ('"";Ulm', ""),
        (' "Nowak" ;Ulm', "Nowak"),
        ('"Nowak; Anna";Ulm', "Nowak; Anna"),
        ('"""Zitat""";Ulm', '"Zitat"'),
    ],
)
def test_quotation_marks_as_programs_really_write_them(read, line, name):
    grid = read(f"Name;Ort\n{line}\nWeiß;Bonn\n".encode())
    assert cells(grid)[1] == [name, "Ulm"]
    assert cells(grid)[2] == ["Weiß", "Bonn"]
    assert grid.odds == []


@pytest.mark.parametrize("rest", ["Weiß;Bonn\nNowak;Ulm\n", '"Weiß";"Bonn"\n"Nowak";"Ulm"\n'])
def test_a_mark_that_is_never_closed_swallows_nothing(read, rest):
    grid = read(f'Name;Ort\nHuber;"Wien\n{rest}'.encode())
    assert [odd.code for odd in grid.odds] == ["quote-unclosed"]
    assert grid.odds[0].row == 2
    assert grid.odds[0].message.args == {"line": 2}
    assert cells(grid)[1:] == [["Weiß", "Bonn"], ["Nowak", "Ulm"]]


def test_a_mark_that_is_closed_200_000_lines_later_is_noticed_too(read):
    data = b'Name;Ort\nHuber;"Wien\n' + b"Nowak;Ulm\n" * 5000 + b'Weiss;Bonn"\n'
    grid = read(data)
    assert [odd.row for odd in grid.odds] == [2]
    assert len(grid.rows) == 5002


def test_the_line_that_names_the_sign_is_no_row(read):
    grid = read(b"sep=|\r\nName|Ort\r\nNowak|Ulm\r\n")
    assert grid.head.delimiter == "|"
    assert cells(grid) == [["Name", "Ort"], ["Nowak", "Ulm"]]


def test_our_own_sign_against_formulas_is_taken_off_again(read):
    grid = read(b"Name;Ort\n'=cmd;''=x\n'Ulm;'@a\n")
    assert cells(grid)[1:] == [["=cmd", "'=x"], ["'Ulm", "@a"]]


def test_too_many_columns_are_refused_with_the_line(read):
    wide = ";".join("x" for _ in range(MAX_COLUMNS + 1))
    with pytest.raises(Unreadable) as refused:
        read(f"Name;Ort\nNowak;Ulm\n{wide}\n".encode())
    assert refused.value.args_by_name["line"] == 3


def test_a_million_columns_are_refused(read):
    with pytest.raises(Unreadable):
        read(b";" * 1_000_000 + b"x\n")


def test_empty_columns_at_the_right_do_no_harm(read):
    grid = read(b"Name;Ort" + b";" * 500 + b"\nNowak;Ulm" + b";" * 500 + b"\n")
    assert [row[:2] for row in cells(grid)] == [["Name", "Ort"], ["Nowak", "Ulm"]]


def test_a_cell_beyond_all_texts_is_told_with_its_line_and_the_rest_comes(read):
    grid = read(b"Name;Ort\n" + b"x" * (MAX_CELL + 1) + b";Ulm\nNowak;Bonn\n")
    assert [(odd.code, odd.message.args["line"]) for odd in grid.odds] == [("cell-too-long", 2)]
    assert cells(grid)[1:] == [["Nowak", "Bonn"]]


def test_too_many_rows_are_refused(read):
    with pytest.raises(Unreadable, match="rows"):
        read(b"Name;Ort\n" + b"a;b\n" * 200_002)


def test_something_that_is_no_list_is_refused(read):
    with pytest.raises(Unreadable):
        read(bytes(range(32)) * 200, name="a.csv")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "a.csv"),
        (b"%PDF-1.7 x", "a.csv"),
        (b"SQLite format 3\0" + b"\0" * 100, "a.csv"),
        (b"<!DOCTYPE html><table>", "a.xls"),
        (b"PK\x03\x04nonsense", "a.xlsx"),
        (b"\x89PNG\r\n\x1a\n", "a.csv"),
        (b"\xff\xfe\0\0", "a.csv"),
    ],
)
def test_other_files_get_a_sentence(read, data, name):
    if data.startswith(b"\xff\xfe"):
        assert read(data, name).rows == []
        return
    with pytest.raises(Unreadable) as refused:
        read(data, name)
    assert refused.value.args_by_name["file"] == name


def test_a_folder_and_a_missing_file_get_a_sentence(read, tmp_path):
    from hospes.transfer.sniff import form_of

    with pytest.raises(Unreadable, match="folder"):
        form_of(tmp_path)
    with pytest.raises(Unreadable, match="no file"):
        form_of(tmp_path / "gone.csv")
