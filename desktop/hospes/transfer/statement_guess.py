# SPDX-License-Identifier: GPL-3.0-or-later
"""Which columns of a statement hold what, where no heading says it: by what their cells look like.

Some banks write no headings at all, others such as nobody knows. Days and sums have their looks; the state of
the account is told from the sums by adding up. Whoever brings it in sees every entry before.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from hospes.transfer.statement_text import account_number
from hospes.transfer.statement_values import CURRENCY, read_day, read_minor
from hospes.transfer.table import as_text

if TYPE_CHECKING:
    from hospes.transfer.reading import Cell

    Row = tuple[int, list[Cell]]

_SUM = re.compile(r"['\s]*[+\-−]?\s*\d[\d .,']*\s*(?:€|EUR|PLN|zł)?\s*-?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3}")
_CENTS = re.compile(r"[.,]\d{1,2}\D*\Z")
LOOKED_AT = 500
MOST = 0.8
"""So great a share of the rows must look like it."""


def guess_columns(rows: "Sequence[Row]") -> tuple[dict[str, list[int]], list["Row"]] | None:
    """Columns by what they hold, and the rows that are entries; None where it is no statement."""
    day = _day_column(rows)
    if day is None:
        return None
    entries = _without_account([row for row in rows if read_day(_text(row[1], day)) is not None])
    sample = entries[:LOOKED_AT]
    width = max(len(cells) for _, cells in sample)
    sums = [at for at in range(width) if at != day and _are_sums(sample, at)]
    found = _sums(sample, sums)
    if found is None:
        return None
    columns: dict[str, list[int]] = {"day": [day], **found}
    others = [at for at in range(width) if at != day and at not in sums]
    texts = []
    for at in others:
        cells = [text for _, cells in sample if (text := _text(cells, at))]
        if not cells or _mostly(cells, lambda text: read_day(text) is not None):
            continue
        if _mostly(cells, lambda text: bool(CURRENCY.fullmatch(text))):
            columns.setdefault("currency", []).append(at)
        elif _mostly(cells, lambda text: bool(account_number(text))):
            own = len(set(cells)) == 1 and len(cells) == len(sample)
            if not own and "iban" not in columns:
                columns["iban"] = [at]
        elif _WORD.search(" ".join(cells)) and (len(set(cells)) > 1 or len(cells) == 1):
            texts.append(at)
    if not texts:
        return None
    columns["words"] = texts
    return columns, _told(entries, texts)


def _text(cells: "Sequence[Cell]", at: int) -> str:
    return as_text(cells[at]).strip() if at < len(cells) else ""


def _mostly(texts: Sequence[str], fits: Callable[[str], bool]) -> bool:
    return sum(1 for text in texts if fits(text)) >= MOST * len(texts)


def _day_column(rows: "Sequence[Row]") -> int | None:
    """The column with the most days; the first of several."""
    counts: dict[int, int] = {}
    for _, cells in rows[:LOOKED_AT]:
        for at in range(min(len(cells), 8)):
            text = _text(cells, at)
            if 6 <= len(text) <= 19 and read_day(text) is not None:
                counts[at] = counts.get(at, 0) + 1
    return max(counts, key=lambda at: (counts[at], -at), default=None)


def _are_sums(sample: "Sequence[Row]", at: int) -> bool:
    texts = [text for _, cells in sample if (text := _text(cells, at))]
    return (
        bool(texts)
        and _mostly(texts, lambda text: bool(_SUM.fullmatch(text)) and read_minor(text) is not None)
        and any(_CENTS.search(text) for text in texts)
    )


def _sums(sample: "Sequence[Row]", sums: list[int]) -> dict[str, list[int]] | None:
    """One column of signed sums, or one for what went out and one for what came in."""
    if not sums:
        return None
    filled = {at: [index for index, (_, cells) in enumerate(sample) if _text(cells, at)] for at in sums}
    for left, right in pairwise(sums):
        if not set(filled[left]) & set(filled[right]) and len(filled[left]) + len(filled[right]) > 1:
            return {"debit": [left], "credit": [right]}
    moving = [at for at in sums if not _is_balance(sample, at, sums)]
    return {"amount": [(moving or sums)[0]]}


def _is_balance(sample: "Sequence[Row]", at: int, sums: list[int]) -> bool:
    """Does it change from row to row by what another column says?"""
    states = [read_minor(_text(cells, at)) for _, cells in sample]
    for other in sums:
        if other == at:
            continue
        moves = [read_minor(_text(cells, other)) for _, cells in sample]
        steps = fits = 0
        for index in range(len(states) - 1):
            here, there = states[index], states[index + 1]
            if here is not None and there is not None:
                steps += 1
                fits += abs(here - there) in {abs(moves[index] or 0), abs(moves[index + 1] or 0)}
        if steps and fits >= 0.6 * steps:
            return True
    return False


def _without_account(entries: "list[Row]") -> "list[Row]":
    """Without a first row that tells of the account: it names a currency where the others have none."""
    if len(entries) < 2:
        return entries
    for at in range(len(entries[0][1])):
        told = [bool(CURRENCY.fullmatch(_text(cells, at))) for _, cells in entries[:LOOKED_AT]]
        if told[0] and not any(told[1:]):
            return entries[1:]
    return entries


def _told(entries: "list[Row]", places: list[int]) -> "list[Row]":
    """Without a last row that is the balance: it has no words."""
    return [row for row in entries if any(_text(row[1], at) for at in places)]
