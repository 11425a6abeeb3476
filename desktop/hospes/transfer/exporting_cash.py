# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal for a bookkeeper's program: a row for each entry, under headings that never change.

A divided entry is a row for each part, and moved money a row in each account, so that the sum of `amount`
is what the accounts changed by.
"""

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from hospes.domain.codes_cash import CashProof
from hospes.i18n.locale import Locale
from hospes.transfer.writers import WRITERS, no_such_ending, write_table
from hospes.transfer.writers.json_writer import write_records
from hospes.transfer.writers.whole import Value, whole_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from uuid import UUID

    from hospes.queries.cash import CategoryRow
    from hospes.queries.cash_lists import Journal, JournalRow
    from hospes.transfer.door import Read
    from hospes.transfer.exported import Written

COLUMNS = (
    "entry_id", "year", "account", "account_currency", "number", "booked_on", "amount", "text", "other_side",
    "category_code", "category", "category_number", "sphere", "visit", "kind", "method", "foreign_amount",
    "foreign_currency", "rate", "voucher", "documents",
)  # fmt: skip
"""Frozen: bookkeepers' programs know the columns by these names in every language."""


def export_journal(
    read: "Read", target: Path, today: "date", language: str, year: int | None = None
) -> "Written":
    """Write the journal of a year, or of all years."""
    from hospes.queries.cash_years import years_of_journal
    from hospes.transfer.exported import Written

    ending = target.suffix.lower()
    if ending not in (*WRITERS, ".json"):
        raise no_such_ending(target, (*WRITERS, ".json"))
    locale = Locale.of(language or "en")
    years = [year] if year else sorted(read(years_of_journal, today))
    rows = [row for one in years for row in rows_of_year(read, one, locale)]
    if ending == ".json":
        with whole_file(target) as part:
            write_records(part, COLUMNS, rows)
    else:
        write_table(target, locale.text("Journal"), COLUMNS, rows)
    return Written(len(rows), target)


def rows_of_year(read: "Read", year: int, locale: Locale) -> list[list[Value]]:
    """The rows of one year, account by account."""
    from hospes.queries.cash_lists import journal

    whole = read(journal, year, locale)
    found: list[list[Value]] = []
    for account in whole.accounts:
        part = read(journal, year, locale, account.id)
        called = {one.id: one for one in part.categories}
        for row in part.rows:
            found += _rows(row, part, called)
    return found


def _rows(row: "JournalRow", part: "Journal", called: "dict[UUID, CategoryRow]") -> list[list[Value]]:
    line = row.booking
    if line.other_account is not None or not line.parts:
        return [_row(row, part, line.counted, None, "moved" if line.other_account else "")]
    return [
        _row(row, part, one.minor, called.get(one.category) if one.category else None, "", one.text)
        for one in line.parts
    ]


def _row(
    row: "JournalRow", part: "Journal", minor: int, category: "CategoryRow | None", code: str, words: str = ""
) -> list[Value]:
    line = row.booking
    values: Sequence[Value] = (
        line.row_id.hex,
        part.name,
        row.account,
        row.currency,
        line.number,
        line.on,
        Decimal(minor) / 100,
        words or row.words,
        line.who,
        category.code if category is not None else code,
        category.name if category is not None else row.category if code else "",
        category.number if category is not None else "",
        category.sphere.value if category is not None and category.sphere is not None else "",
        line.visit_name,
        line.source.value,
        line.method,
        Decimal(line.foreign) / 100 if line.foreign is not None else None,
        line.foreign_currency,
        line.rate,
        "" if line.proof is CashProof.MISSING and not line.wants_voucher else line.proof.value,
        line.documents,
    )
    return list(values)
