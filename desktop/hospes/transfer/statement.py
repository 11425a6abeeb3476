# SPDX-License-Identifier: GPL-3.0-or-later
"""A bank statement that was read: CSV of many banks by their headings, and camt.053.

Banks put lines about the account above the headings and a sum below the rows; both are passed over. A file
in which nothing looks like a statement is left to the reader of plain lists.
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from typing import TYPE_CHECKING

from hospes.domain.statement import Entry
from hospes.transfer.headings import key
from hospes.transfer.reading import Unreadable
from hospes.transfer.table import as_text
from hospes.transfer.text_border import clean
from hospes.transfer.words.statements import HEADINGS, OUT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hospes.transfer.reading import Cell, Grid

FIRST_ROWS = 60
"""Headings stand within so many rows."""
MOST_MINOR = 10**13

_KNOWN = {key(name): meaning for meaning, names in HEADINGS.items() for name in names}
_DAY = (
    (re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})"), (0, 1, 2)),
    (re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})"), (2, 1, 0)),
)
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{10,30}")
_MARKS = re.compile(r"(?:SVWZ|EREF|KREF|MREF|CRED|ABWA|ABWE)\+")


@dataclass(frozen=True, slots=True)
class Statement:
    """Entries in the order of the file, and rows that could not be read."""

    entries: tuple[Entry, ...]
    unreadable: tuple[int, ...] = ()


def is_statement(grid: "Grid") -> bool:
    """Does it look like a bank's export? Day, amount, and words or a name by a bank's headings."""
    return grid.head.form == "camt" or _headings(grid) is not None


def statement_of(grid: "Grid", currency: str) -> Statement:
    """Understand a grid. Raises Unreadable where it is no statement."""
    found = _headings(grid)
    if found is None:
        raise Unreadable(
            "This does not look like a bank statement: no row has headings for day and amount.",
            code="no-statement",
        )
    at, columns = found
    entries: list[Entry] = []
    unreadable: list[int] = []
    seen: Counter[str] = Counter()
    for number, cells in grid.rows[at + 1 :]:
        texts = _cut(cells, columns)
        if not any(name in texts for name in ("amount", "credit", "debit")):
            continue
        day = read_day(texts.get("day") or texts.get("value_day", ""))
        minor = _minor(texts)
        if day is None or minor is None:
            if "day" in texts:
                unreadable.append(number)
            continue
        told = texts.get("currency", "").upper()
        money = told if re.fullmatch(r"[A-Z]{3}", told) else currency
        iban = "".join(texts.get("iban", "").split()).upper()
        if re.fullmatch(r"\d{26}", iban):
            iban = f"PL{iban}"
        words = _MARKS.sub(" ", texts.get("words", ""))
        fields = (day.isoformat(), str(minor), money, texts.get("name", ""), iban, words, texts.get("id", ""))
        plain = sha256("\x1f".join(fields).encode()).hexdigest()[:32]
        seen[plain] += 1
        if grid.head.form == "camt" and texts.get("id"):
            name = f"camt:{texts['id']}"
        else:
            name = plain if seen[plain] == 1 else f"{plain}-{seen[plain]}"
        entries.append(
            Entry(
                number, day, minor, money, texts.get("name", ""),
                iban if _IBAN.fullmatch(iban) else "", " ".join(words.split()), name,
            )
        )  # fmt: skip
    return Statement(tuple(entries), tuple(unreadable))


def _headings(grid: "Grid") -> tuple[int, dict[str, list[int]]] | None:
    for at, (_, cells) in enumerate(grid.rows[:FIRST_ROWS]):
        columns: dict[str, list[int]] = {}
        for index, cell in enumerate(cells):
            meaning = _KNOWN.get(key(as_text(cell))) if cell else None
            if meaning is not None:
                columns.setdefault(meaning, []).append(index)
        amounts = "amount" in columns or ("credit" in columns and "debit" in columns)
        texts = {"words", "name"} & columns.keys()
        days = {"day", "value_day"} & columns.keys()
        if amounts and texts and days and _is_of_bank(columns, cells):
            return at, columns
    return None


def _is_of_bank(columns: "Mapping[str, list[int]]", cells: "Sequence[Cell]") -> bool:
    """Not a treasurer's own list: those have few columns, and none that only banks write."""
    own = {"value_day", "iban", "credit", "debit", "sign", "id", "words"} & columns.keys()
    lists = {key(as_text(cell)) for cell in cells if cell} & {
        key(text)
        for text in (
            "jahr", "beitragsjahr", "zahlungsart", "nr", "mitgliedsnummer", "year", "dues_year", "method",
            "paid_on", "année", "mode", "rok", "vorname", "given_name", "prénom", "imię",
        )
    }  # fmt: skip
    return bool(own) and not lists


def _cut(cells: "Sequence[Cell]", columns: "Mapping[str, list[int]]") -> dict[str, str]:
    texts: dict[str, str] = {}
    for name, places in columns.items():
        parts = []
        for at in places if name in ("words", "name") else places[:1]:
            cell = cells[at] if at < len(cells) else None
            text = clean(as_text(cell), lines=False)[0].strip() if cell is not None else ""
            if text:
                parts.append(text)
        if parts:
            texts[name] = " ".join(parts)[:1000]
    return texts


def read_day(text: str) -> date | None:
    """A day as banks write it."""
    for pattern, order in _DAY:
        found = pattern.match(text.strip())
        if found:
            year, month, day = (int(found.group(at + 1)) for at in order)
            try:
                return date(year + 2000 if year < 100 else year, month, day)
            except ValueError:
                return None
    return None


def read_minor(text: str) -> int | None:
    """An amount in cents: `1.234,56`, `1 234,56 EUR`, `-35.00`, `+12,5`."""
    bare = re.sub(r"[^\d,.+\-−]", "", text).replace("−", "-")
    if bare.endswith("-"):
        bare = "-" + bare[:-1]
    point = max(bare.rfind(","), bare.rfind("."))
    if point >= 0 and len(bare) - point - 1 in (1, 2):
        bare = re.sub(r"[,.]", "", bare[:point]) + "." + bare[point + 1 :]
    else:
        bare = re.sub(r"[,.]", "", bare)
    try:
        value = Decimal(bare) * 100
    except InvalidOperation:
        return None
    return int(value) if value == int(value) and abs(value) < MOST_MINOR else None


def _minor(texts: "Mapping[str, str]") -> int | None:
    if "amount" in texts:
        minor = read_minor(texts["amount"])
        if minor is not None and texts.get("sign", "").casefold() in OUT:
            return -abs(minor)
        return minor
    came, went = read_minor(texts.get("credit", "")), read_minor(texts.get("debit", ""))
    if came:
        return abs(came)
    return -abs(went) if went else None
