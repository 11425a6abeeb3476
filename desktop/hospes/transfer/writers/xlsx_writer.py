# SPDX-License-Identifier: GPL-3.0-or-later
"""XLSX: every text is a text cell, never a formula, a link or a figure (reliability T6.1)."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hospes.domain.errors import UserError
from hospes.transfer.writers.whole import Value

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32_767
"""Letters a cell of this kind of workbook can hold."""
_FIRST_DAY = date(1900, 3, 1)
"""Before it the days of such workbooks are wrong: they have a 29 February 1900."""


def write(part: Path, name: str, headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Write a table. Raises UserError when a text is longer than a cell."""
    write_book(part, [(name, headings, rows)])


def write_book(part: Path, sheets: Sequence[tuple[str, Sequence[str], Iterable[Sequence[Value]]]]) -> None:
    """Write several tables, each a sheet with name, headings and rows."""
    from xlsxwriter import Workbook

    safe = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "in_memory": True,
    }
    book = Workbook(str(part), safe)
    try:
        forms = _Forms(
            book.add_format({"bold": True, "bottom": 1}),
            book.add_format({"num_format": "yyyy-mm-dd"}),
            book.add_format({"num_format": "0.00"}),
        )
        for name, headings, rows in sheets:
            _sheet(book.add_worksheet(sheet_name(name)), forms, headings, rows)
    finally:
        book.close()


class _Forms(NamedTuple):
    bold: "Format"
    day: "Format"
    amount: "Format"


def _sheet(
    sheet: "Worksheet", forms: _Forms, headings: Sequence[str], rows: Iterable[Sequence[Value]]
) -> None:
    sheet.freeze_panes(1, 0)
    widths = [len(heading) for heading in headings]
    for at, heading in enumerate(headings):
        sheet.write_string(0, at, heading, forms.bold)
    count = 0
    for count, row in enumerate(rows, 1):
        for at, value in enumerate(row):
            if value is None or value == "":
                continue
            widths[at] = max(widths[at], min(len(str(value)), 40))
            if isinstance(value, date) and value >= _FIRST_DAY:
                sheet.write_datetime(count, at, value, forms.day)
            elif isinstance(value, Decimal):
                sheet.write_number(count, at, float(value), forms.amount)
            elif isinstance(value, int) and not isinstance(value, bool):
                sheet.write_number(count, at, value)
            else:
                sheet.write_string(count, at, _text(value, count, headings[at]))
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width + 2)
    if count:
        sheet.autofilter(0, 0, count, len(headings) - 1)


def sheet_name(name: str) -> str:
    """The name without the signs sheets must not have, at most 31 letters."""
    plain = "".join(" " if sign in "[]:*?/\\'" else sign for sign in name).strip()
    return plain[:31] or "Hospes"


def _text(value: Value, row: int, heading: str) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    if len(text) > LONGEST:
        raise UserError(
            "Row {row}, {column}: the text is longer than a cell of such a workbook can be. "
            "Save as .ods, .csv or .json.",
            code="cell-too-long",
            row=row + 1,
            column=heading,
        )
    return text
