# SPDX-License-Identifier: GPL-3.0-or-later
"""Workbooks, honest and hostile.

Of the test catalogue: T5.3.
"""

import zipfile
from datetime import date, datetime
from io import BytesIO

import pytest
import xlsxwriter

from hospes.transfer.reading import Unreadable
from tests.transfer import workbooks
from tests.transfer.workbooks import ODS_LIST, ods, ods_cell, xlsx


def cells(grid):
    return [row for _, row in grid.rows]


def made(write, **options):
    data = BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True, **options}) as book:
        write(book)
    return data.getvalue()


@pytest.mark.parametrize("base_1904", [False, True])
def test_days_are_days_and_texts_stay_texts(read, base_1904):
    def write(book):
        sheet = book.add_worksheet("Leute")
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        for at, name in enumerate(("Name", "PLZ", "Geburtstag", "Zahl", "Tel")):
            sheet.write_string(2, at, name)
        sheet.write_string(3, 0, "Nowak")
        sheet.write_string(3, 1, "01067")
        sheet.write_datetime(3, 2, datetime(1957, 3, 12), day)
        sheet.write_number(3, 3, 12.5)
        sheet.write_string(3, 4, "+49 351")
        sheet.write_number(4, 3, 35)

    grid = read(made(write, date_1904=base_1904), "a.xlsx")
    assert grid.rows == [
        (3, ["Name", "PLZ", "Geburtstag", "Zahl", "Tel"]),
        (4, ["Nowak", "01067", date(1957, 3, 12), 12.5, "+49 351"]),
        (5, [None, None, None, 35] if grid.rows[2][1][0] is None else ["", "", "", 35]),
    ]


def test_the_first_visible_sheet_with_a_list_is_taken(read):
    def write(book):
        book.add_worksheet("Deckblatt").write_string(0, 0, "Mitglieder")
        hidden = book.add_worksheet("Alt")
        hidden.hide()
        hidden.write_row(0, 0, ["Name", "Ort"])
        hidden.write_row(1, 0, ["Alt", "Ulm"])
        sheet = book.add_worksheet("Liste")
        sheet.write_row(0, 0, ["Name", "Ort"])
        sheet.write_row(1, 0, ["Nowak", "Ulm"])

    data = made(write)
    grid = read(data, "a.xlsx")
    assert grid.head.sheet == "Liste"
    assert grid.head.sheets == ("Deckblatt", "Liste")
    assert cells(read(data, "a.xlsx", sheet="alt"))[1] == ["Alt", "Ulm"]
    with pytest.raises(Unreadable, match="no sheet"):
        read(data, "a.xlsx", sheet="Neu")


def test_formulas_are_never_run_and_only_their_last_value_comes(read):
    def write(book):
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Name", "Ort"])
        sheet.write_formula(1, 0, '=CMD("x")', None, "Nowak")
        sheet.write_string(1, 1, "Ulm")

    assert cells(read(made(write), "a.xlsx"))[1] == ["Nowak", "Ulm"]


def test_ods_is_read(read):
    assert cells(read(ods(*ODS_LIST), "a.ods")) == [["Name", "Ort"], ["Nowak", "Ulm"]]


def test_ods_rows_spreadsheet_programs_append_do_no_harm(read):
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    grid = read(ods(*ODS_LIST, (1_048_574, empty)), "a.ods")
    assert cells(grid) == [["Name", "Ort"], ["Nowak", "Ulm"]]


def test_coloured_empty_cells_up_to_the_last_column_do_no_harm(read):
    row = '<c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="XFD1" s="0"/><c r="XFC1" s="0"></c>'
    body = f'<worksheet xmlns="{workbooks.MAIN}"><sheetData><row r="1">{row}</row></sheetData></worksheet>'
    assert cells(read(xlsx(body), "a.xlsx")) == [["Name"]]


def refused(read, data, name="a.xlsx"):
    with pytest.raises(Unreadable) as found:
        read(data, name)
    return found.value


FAR = [workbooks.HEAD, workbooks.NOWAK, (1_048_576, [("XFD1048576", "x")])]


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        (FAR, "XFD1048576"),
        ([workbooks.HEAD, (2, [("A2", "a"), ("XFD2", "x")])], "XFD2"),
        ([workbooks.HEAD, (2, [("A2", "a"), ("GS2", "x")])], "GS2"),
        ([workbooks.HEAD, (1_000_000, [("A1000000", "x")])], "A1000000"),
        ([workbooks.HEAD, (190_000, [("GR190000", "x")])], "GR190000"),
    ],
)
def test_a_stray_cell_is_refused_by_its_name(read, rows, cell):
    error = refused(read, xlsx(workbooks.sheet(rows)))
    assert error.code == "source-far-cell"
    assert error.args_by_name["cell"] == cell


def test_a_head_that_lies_about_its_texts_is_refused(read):
    lie = f'<sst xmlns="{workbooks.MAIN}" count="1" uniqueCount="4294967295"><si><t>a</t></si></sst>'
    assert refused(read, xlsx(strings=lie)).code == "source-unsafe"


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_entities_are_refused(read, doctype):
    evil = workbooks.sheet([workbooks.HEAD]).replace(
        '<?xml version="1.0"?>', f'<?xml version="1.0"?>{doctype}'
    )
    assert refused(read, xlsx(evil)).code == "source-unsafe"


def test_a_bomb_is_refused_before_it_is_unpacked(read):
    bomb = b"0" * (40 * 1024 * 1024)
    assert refused(read, xlsx(extra=[("xl/media/a.bin", bomb)])).code == "source-too-big"


def test_a_bomb_that_lies_about_its_size_is_refused(read):
    data = bytearray(xlsx(extra=[("xl/a.bin", b"0" * (30 * 1024 * 1024))]))
    size = (30 * 1024 * 1024).to_bytes(4, "little")
    at = data.rfind(size)
    data[at : at + 4] = (10).to_bytes(4, "little")
    assert refused(read, bytes(data)).code in ("source-too-big", "source-damaged")


def test_thousands_of_parts_and_strange_names_are_refused(read):
    assert refused(read, xlsx(extra=[(f"x/{n}", b"") for n in range(2100)])).code == "source-unsafe"
    assert refused(read, xlsx(extra=[("../../etc/passwd", b"x")])).code == "source-unsafe"
    assert refused(read, xlsx(extra=[("/abs", b"x")])).code == "source-unsafe"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused(read):
    evil = workbooks.sheet([workbooks.HEAD, (2, [("A2", "anders")])])
    assert refused(read, xlsx(extra=[("xl/worksheets/sheet1.xml", evil)])).code == "source-unsafe"


def test_a_wrong_check_sum_or_a_broken_end_is_a_sentence(read):
    data = xlsx()
    assert refused(read, data[: len(data) // 2])
    broken = bytearray(data)
    at = broken.find(b"sheet1.xml") + 40
    broken[at : at + 20] = b"\0" * 20
    assert refused(read, bytes(broken)).code == "source-damaged"


def test_protected_workbooks_are_told(read):
    protected = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 600
        + "EncryptedPackage".encode("utf-16-le")
        + b"\0" * 600
    )
    assert refused(read, protected).code == "source-protected"


def test_one_cell_that_stands_for_millions_is_refused(read):
    assert refused(read, ods(*ODS_LIST, (1, ods_cell("x", 16384))), "a.ods").code == "source-far-cell"
    assert refused(read, ods(*ODS_LIST, (1_000_000, ods_cell("x", 100))), "a.ods").code == "source-too-big"
    empty = '<table:table-cell table:number-columns-repeated="16000"/>'
    assert refused(read, ods(*ODS_LIST, (1, empty + ods_cell("x"))), "a.ods").code == "source-far-cell"


def test_a_text_longer_than_any_cell_is_told_and_the_rest_comes(read):
    rows = [
        workbooks.HEAD,
        (2, [("A2", "x" * 70_000), ("B2", "Ulm")]),
        (3, [("A3", "Nowak"), ("B3", "Bonn")]),
    ]
    grid = read(xlsx(workbooks.sheet(rows)), "a.xlsx")
    assert [(odd.row, odd.code) for odd in grid.odds] == [(2, "cell-too-long")]
    assert cells(grid)[1:] == [["Nowak", "Bonn"]]


def test_other_packed_files_are_told(read):
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        packed.writestr("word/document.xml", "x")
    assert "text document" in refused(read, data.getvalue(), "a.docx").msgid
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        packed.writestr("a.txt", "x")
    assert "packed folder" in refused(read, data.getvalue(), "a.zip").msgid
