# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON: a list of records, or everything the file holds, in the open."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from hospes.transfer.writers.csv_writer import as_text
from hospes.transfer.writers.whole import Value

FORMAT = 1
"""Raised when the shape of the open dump changes."""


def write_records(part: Path, headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """A list of records with the headings as keys; days in ISO form, empty values as empty texts."""
    with part.open("w", encoding="utf-8", newline="\n") as file:
        _list(file.write, (_record(headings, row) for row in rows))
        file.write("\n")


def _record(headings: Sequence[str], row: Sequence[Value]) -> dict[str, str]:
    return {
        heading: value if isinstance(value, str) else as_text(value)
        for heading, value in zip(headings, row, strict=True)
    }


def write_everything(
    part: Path, about: Mapping[str, object], tables: Iterable[tuple[str, Iterable[Mapping[str, object]]]]
) -> None:
    """All tables with all rows as they are stored, and what is needed to read them again."""
    with part.open("w", encoding="utf-8", newline="\n") as file:
        head = {"format": FORMAT, **about}
        file.write('{"hospes": ' + json.dumps(head, ensure_ascii=False, sort_keys=True) + ',\n"tables": {')
        for at, (name, rows) in enumerate(tables):
            file.write((",\n" if at else "\n") + json.dumps(name) + ": ")
            _list(file.write, rows)
        file.write("\n}}\n")


def _list(write: Callable[[str], object], records: Iterable[Mapping[str, object]]) -> None:
    write("[")
    for at, record in enumerate(records):
        write((",\n" if at else "\n") + json.dumps(record, ensure_ascii=False))
    write("]")
