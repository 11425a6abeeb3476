# SPDX-License-Identifier: GPL-3.0-or-later
"""A bank statement that was read: CSV of many banks by headings or the look of columns, camt and MT940.

Banks put lines about the account above the headings and a sum below the rows; both are passed over, and so
is what is not booked yet: it comes again. A file in which nothing looks like a statement is left to the
reader of plain lists.
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

from hospes.domain.statement_entry import Entry
from hospes.i18n.fold import fold
from hospes.transfer.headings import key
from hospes.transfer.reading import Unreadable
from hospes.transfer.statement_back import told_of_back
from hospes.transfer.statement_guess import guess_columns
from hospes.transfer.statement_text import Told, account_number, told_in
from hospes.transfer.statement_values import CURRENCY, currency_in, read_day, read_minor
from hospes.transfer.table import as_text
from hospes.transfer.text_border import clean
from hospes.transfer.words.statements import BALANCES, HEADINGS, OUT, SIGNS, WAITING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hospes.transfer.reading import Cell, Grid

    Row = tuple[int, list[Cell]]

FIRST_ROWS = 60
"""Headings stand within so many rows."""
LONGEST = 1000
SAMPLE = 200

_KNOWN = {key(name): meaning for meaning, names in HEADINGS.items() for name in names}
_BALANCES = frozenset(fold(text) for text in BALANCES)
_WAITING = tuple(fold(text) for text in WAITING)
_JOINED = frozenset({"words", "name"})


@dataclass(frozen=True, slots=True)
class Statement:
    """Entries in the order of the file, and rows that are none."""

    entries: tuple[Entry, ...]
    unreadable: tuple[int, ...] = ()
    waiting: tuple[int, ...] = ()
    """Rows the bank has not booked yet."""
    guessed: bool = False
    """No heading was known: columns were told from what stands in them."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where what stands, and which rows are left to read."""

    columns: "dict[str, list[int]]"
    rows: "list[Row]"
    currency: str
    guessed: bool = False


def is_statement(grid: "Grid") -> bool:
    """Does it look like a bank's export? Day, amount, and words or a name by a bank's headings."""
    return grid.head.form in ("camt", "mt940") or _headings(_rows(grid)) is not None


def may_be_statement(grid: "Grid") -> bool:
    """Could it be one of a bank that writes no headings? Days, sums and words are there."""
    return is_statement(grid) or guess_columns(grid.rows) is not None


def statement_of(grid: "Grid", currency: str) -> Statement:
    """Understand a grid. Raises Unreadable where it is no statement."""
    layout = _layout(grid, currency)
    entries: list[Entry] = []
    unreadable: list[int] = []
    waiting: list[int] = []
    seen: Counter[str] = Counter()
    for number, cells in layout.rows:
        texts = _cut(cells, layout.columns)
        if not any(name in texts for name in ("amount", "amount_here", "credit", "debit")):
            continue
        if any(fold(as_text(cell)) in _BALANCES for cell in cells if cell):
            continue
        if _is_waiting(texts, layout.columns):
            waiting.append(number)
            continue
        day = read_day(texts.get("day") or texts.get("value_day", ""))
        minor = _minor(texts)
        if day is None or minor is None:
            if day is not None or _looks_like_a_day(texts.get("day", "")):
                unreadable.append(number)
            continue
        entries.append(_entry(number, day, minor, texts, layout.currency, seen, grid.head.form))
    return Statement(tuple(entries), tuple(unreadable), tuple(waiting), layout.guessed)


def _rows(grid: "Grid") -> "list[Row]":
    """The rows in the encoding in which most headings are known: banks say nothing about it."""
    head = grid.head
    best, most = grid.rows, _known_headings(grid.rows)
    for name in head.encodings:
        if head.encoding is None or name == head.encoding:
            continue
        try:
            first = _recoded(grid.rows[:FIRST_ROWS], head.encoding, name)
            if (count := _known_headings(first)) > most:
                best, most = _recoded(grid.rows, head.encoding, name), count
        except (UnicodeError, LookupError):
            continue
    return best


def _recoded(rows: "Sequence[Row]", old: str, new: str) -> "list[Row]":
    return [
        (at, [cell.encode(old).decode(new) if isinstance(cell, str) else cell for cell in cells])
        for at, cells in rows
    ]


def _known_headings(rows: "Sequence[Row]") -> int:
    return max(
        (sum(1 for cell in cells if cell and key(as_text(cell)) in _KNOWN) for _, cells in rows[:FIRST_ROWS]),
        default=0,
    )


def _layout(grid: "Grid", currency: str) -> _Layout:
    rows = _rows(grid)
    found = _headings(rows)
    if found is not None:
        at, columns = found
        above = [cell for _, cells in rows[:at] for cell in cells]
        head = rows[at][1]
        amounts = [as_text(head[n]) for name in ("amount_here", "amount") for n in columns.get(name, ())]
        return _Layout(columns, rows[at + 1 :], _told_currency(amounts, above) or currency)
    guessed = guess_columns(rows)
    if guessed is None:
        raise Unreadable(
            "This does not look like a bank statement: no row has headings for day and amount.",
            code="no-statement",
        )
    columns, entries = guessed
    kept = {number for number, _ in entries}
    above = [cell for number, cells in rows[:FIRST_ROWS] if number not in kept for cell in cells]
    return _Layout(columns, entries, _told_currency((), above) or currency, guessed=True)


def _told_currency(headings: "Sequence[str]", above: "Sequence[Cell]") -> str:
    """The currency a heading of sums names, or a cell of its own above the entries."""
    for text in headings:
        if told := currency_in(text):
            return told
    for cell in above:
        text = as_text(cell).strip()
        if CURRENCY.fullmatch(text):
            return text
    return ""


def _entry(
    number: int,
    day: date,
    minor: int,
    texts: "Mapping[str, str]",
    currency: str,
    seen: Counter[str],
    form: str,
) -> Entry:
    money = (
        currency_in(texts.get("currency_here") or texts.get("currency", ""))
        or currency_in(texts.get("amount", ""))
        or currency
    )
    side = "sender" if minor >= 0 else "recipient"
    name = texts.get("name") or texts.get(side) or texts.get("name_else", "")
    iban = account_number(texts.get("iban") or texts.get(f"{side}_iban", ""))
    words = texts.get("words") or texts.get("words_else", "")
    told = Told() if form == "camt" else told_in(words)
    if form != "camt":
        if told.name and told.name not in name:
            name, words = (name, f"{told.words} {told.name}") if name else (told.name, told.words)
        else:
            words = told.words
        iban = iban or told.iban
    words = " ".join(words.split())
    fields = (day.isoformat(), str(minor), money, name, iban, words, texts.get("id", ""))
    plain = sha256("\x1f".join(fields).encode()).hexdigest()[:32]
    if form == "camt" and texts.get("id"):
        plain = f"camt:{texts['id']}"
    seen[plain] += 1
    source = plain if seen[plain] == 1 else f"{plain}-{seen[plain]}"
    if minor >= 0:
        return Entry(number, day, minor, money, name, iban, words, source)
    back = told_of_back(texts, told)
    payer = texts.get("sender", "")
    if back["back"] and payer and payer not in name:
        words = f"{words} {payer}".strip()  # the payer of the debit, in the column of payers
    return Entry(number, day, minor, money, name, iban, words, source, **back)


def _is_waiting(texts: "Mapping[str, str]", columns: "Mapping[str, list[int]]") -> bool:
    """Not booked yet: the bank says so, or gives a day of value and none of booking."""
    told = fold(texts.get("state", ""))
    if told and any(word in told for word in _WAITING):
        return True
    day = texts.get("day", "")
    if day and read_day(day) is None and fold(day).startswith(_WAITING):
        return True
    return not day and "day" in columns and "value_day" in columns and "value_day" in texts


def _looks_like_a_day(text: str) -> bool:
    return bool(re.match(r"\d", text))


def _headings(rows: "Sequence[Row]") -> tuple[int, dict[str, list[int]]] | None:
    for at, (_, cells) in enumerate(rows[:FIRST_ROWS]):
        columns: dict[str, list[int]] = {}
        for index, cell in enumerate(cells):
            meaning = _KNOWN.get(key(as_text(cell))) if cell else None
            if meaning is not None:
                columns.setdefault(meaning, []).append(index)
        amounts = {"amount", "amount_here"} & columns.keys() or {"credit", "debit"} <= columns.keys()
        texts = {"words", "words_else", "name", "sender"} & columns.keys()
        days = {"day", "value_day"} & columns.keys()
        if amounts and texts and days and _is_of_bank(columns, cells):
            _mind_signs(columns, rows[at + 1 :])
            _mind_currency(columns)
            return at, columns
    return None


def _mind_signs(columns: dict[str, list[int]], rows: "Sequence[Row]") -> None:
    """A column without a heading beside the sums holds their signs: S and H."""
    if "sign" in columns or "amount" not in columns:
        return
    at = columns["amount"][0] + 1
    found = [as_text(cells[at]).strip().casefold() for _, cells in rows[:SAMPLE] if at < len(cells)]
    filled = [text for text in found if text]
    if filled and all(text in SIGNS for text in filled):
        columns["sign"] = [at]


def _mind_currency(columns: dict[str, list[int]]) -> None:
    """Of several columns of currencies the one behind the sums counts."""
    places, sums = columns.get("currency", []), columns.get("amount", [])
    behind = [at for at in places if sums and at > sums[0]]
    if behind:
        columns["currency"] = behind


def _is_of_bank(columns: "Mapping[str, list[int]]", cells: "Sequence[Cell]") -> bool:
    """Not a treasurer's own list: those have few columns, and none that only banks write."""
    own = {
        "value_day", "iban", "credit", "debit", "sign", "id", "words", "sender_iban", "sender",
    } & columns.keys()  # fmt: skip
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
        parts: list[str] = []
        for at in _with_tail(cells, columns, places) if name == "words" else places:
            cell = cells[at] if at < len(cells) else None
            text = clean(as_text(cell), lines=False)[0].strip() if cell is not None else ""
            if text and text not in parts:
                parts.append(text)
            if text and name not in _JOINED:
                break
        if parts:
            texts[name] = " ".join(parts)[:LONGEST]
    return texts


def _with_tail(
    cells: "Sequence[Cell]", columns: "Mapping[str, list[int]]", places: "Sequence[int]"
) -> "Sequence[int]":
    """Words run on into the columns after the last named one, where a bank writes each detail in a cell."""
    last = max(at for each in columns.values() for at in each)
    return [*places, *range(last + 1, len(cells))] if places and places[-1] == last else places


def _minor(texts: "Mapping[str, str]") -> int | None:
    told = texts.get("amount_here") or texts.get("amount")
    if told is not None:
        minor = read_minor(told)
        if minor is not None and texts.get("sign", "").casefold() in OUT:
            return -abs(minor)
        return minor
    came, went = read_minor(texts.get("credit", "")), read_minor(texts.get("debit", ""))
    if came:
        return came
    return -abs(went) if went else None
