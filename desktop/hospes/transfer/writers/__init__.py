# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of kinds of files we write tables into; the ending of the target chooses. A new one is a module
and a line.

`write_table(target, name, headings, rows)` is all that others need: whole files or none, harmless in every
spreadsheet program.
"""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from hospes.domain.errors import UserError
from hospes.transfer.writers import csv_writer, ods_writer, xlsx_writer
from hospes.transfer.writers.whole import Value, whole_file

Row = Sequence[Value]
TableWriter = Callable[[Path, str, Sequence[str], Iterable[Row]], None]

WRITERS: dict[str, TableWriter] = {
    ".csv": csv_writer.write,
    ".xlsx": xlsx_writer.write,
    ".ods": ods_writer.write,
}
"""Tables by the ending of the file."""


def write_table(target: Path, name: str, headings: Sequence[str], rows: Iterable[Row]) -> None:
    """Write a table; `name` is the sheet's. The target appears whole, or stays as it was.

    Values are texts, days, amounts (as decimals, so that a spreadsheet can add them) or None. Raises
    UserError for an ending nobody knows and for a place that cannot be written to.
    """
    writer = WRITERS.get(target.suffix.lower())
    if writer is None:
        raise no_such_ending(target, WRITERS)
    with whole_file(target) as part:
        writer(part, name, headings, rows)


Sheet = tuple[str, Sequence[str], Iterable[Row]]
BOOKS: dict[str, Callable[[Path, Sequence[Sheet]], None]] = {
    ".xlsx": xlsx_writer.write_book,
    ".ods": ods_writer.write_book,
}
"""Workbooks of several sheets by the ending of the file."""


def write_book(target: Path, sheets: Sequence[Sheet]) -> None:
    """Write a workbook of several sheets, each with its name, headings and rows, as `write_table` does."""
    writer = BOOKS.get(target.suffix.lower())
    if writer is None:
        raise no_such_ending(target, BOOKS)
    with whole_file(target) as part:
        writer(part, sheets)


def no_such_ending(target: Path, endings: Iterable[str]) -> UserError:
    """The sentence for a target whose ending says nothing we can write."""
    return UserError(
        "{file} should end in one of these: {endings}.",
        code="target-ending",
        file=target.name,
        endings=" ".join(endings),
    )
