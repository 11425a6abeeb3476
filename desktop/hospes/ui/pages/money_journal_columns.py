# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the journal, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.i18n.marks import N_
from hospes.queries.cash_lists import unfinished
from hospes.ui.rows import Cell, Column

if TYPE_CHECKING:
    from hospes.domain.values import Money
    from hospes.i18n.locale import Locale
    from hospes.queries.cash_lists import JournalRow


def _words(row: JournalRow, locale: Locale) -> Cell:
    line = row.booking
    if not row.words:
        return Cell(line.who or row.category)
    return Cell(row.words, grey=line.who)


def _category(row: JournalRow, locale: Locale) -> Cell:
    troubles = unfinished(row)
    if troubles:
        return Cell(row.category or locale.label(troubles[0]), icon="triangle-alert", tone="warn")
    return Cell(row.category)


def _number(row: JournalRow, locale: Locale) -> str:
    return str(row.booking.number) if row.booking.number is not None else ""


def _voucher(row: JournalRow, locale: Locale) -> Cell:
    line = row.booking
    if line.documents:
        return Cell(locale.number(line.documents), icon="paperclip")
    return Cell("")


def _money(money: Money | None, locale: Locale) -> str:
    return locale.money(money) if money is not None else ""


def journal_columns() -> tuple[Column[JournalRow], ...]:
    """Day, number, what, category, in, out, balance."""
    return (
        Column("on", N_("Day"), 106, lambda row, loc: loc.date(row.booking.on), "on", least=106),
        Column("number", N_("No."), 56, _number, "number", "right", goes=4),
        Column("words", N_("What"), 230, _words, "words", least=120),
        Column("category", N_("Category"), 170, _category, "category", goes=2),
        Column("in", N_("In"), 96, lambda row, loc: _money(row.money_in, loc), "minor", "right", least=84),
        Column("out", N_("Out"), 96, lambda row, loc: _money(row.money_out, loc), "minor", "right", least=84),
        Column("balance", N_("Balance"), 104, lambda row, loc: loc.money(row.after), "", "right", goes=1),
        Column("voucher", N_("Voucher"), 84, _voucher, "", goes=5),
        Column("account", N_("Account"), 120, lambda row, _: row.account, "account", goes=3),
        Column("visit", N_("Visit"), 150, lambda row, _: row.booking.visit_name, "visit", goes=6),
    )


SHOWN = ("on", "number", "words", "category", "in", "out", "balance")
COMPACT = ("on", "words", "in", "out")
NARROW = ("words", "in", "out")
