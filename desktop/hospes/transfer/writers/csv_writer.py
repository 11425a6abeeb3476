# SPDX-License-Identifier: GPL-3.0-or-later
"""CSV that spreadsheet programs open by a double click: `;`, a byte-order mark, CRLF.

A cell that a program would take for a formula gets an apostrophe in front, as people type it themselves; our
own reader takes it off again (reliability T6.1).
"""

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from hospes.transfer.writers.whole import Value

_FIRST = frozenset("'=+-@\t\r＝＋－＠")
_RISKY = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_NUMBER = re.compile(r"[+-]?[\d\s()/.,-]*\d[\d\s()/.,-]*(?:; *\+?[\d\s()/.,-]+)*\Z")
"""Telephone numbers, an amount: harmless, and read better without a sign in front."""


def write(part: Path, name: str, headings: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Write a table."""
    with part.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file, delimiter=";", lineterminator="\r\n")
        table.writerow([guarded(each) for each in headings])
        for row in rows:
            table.writerow([as_text(value) for value in row])


def as_text(value: Value) -> str:
    """A value as it stands in a text file."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return guarded(value) if value[0] in _FIRST else value
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def guarded(text: str) -> str:
    """The text so that no program computes it."""
    if not _RISKY.match(text) or _NUMBER.match(text):
        return text
    return f"'{text}"
