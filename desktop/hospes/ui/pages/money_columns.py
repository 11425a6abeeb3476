# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the lists of dues and of payments, as data (design 5.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.i18n.marks import N_, P_
from hospes.ui.pages.members_columns import DUES_LOOK
from hospes.ui.rows import Cell, Column

if TYPE_CHECKING:
    from hospes.i18n.locale import Locale
    from hospes.queries.dues import PayerRow
    from hospes.queries.payments import PaymentLine


def _name(row: PayerRow, locale: Locale) -> Cell:
    grey = locale.label(row.payer.kind) if row.payer.kind.value != "person" else ""
    return Cell(row.name, grey=grey)


def _money(row: PayerRow, minor: int, locale: Locale) -> str:
    return locale.money(row.money(minor)) if minor else ""


def _classes(row: PayerRow, locale: Locale) -> str:
    return locale.listing(row.class_names)


def _owed(row: PayerRow, locale: Locale) -> str:
    return _money(row, row.total.owed, locale)


def _paid(row: PayerRow, locale: Locale) -> str:
    return _money(row, row.total.paid, locale)


def _open(row: PayerRow, locale: Locale) -> str:
    return _money(row, row.open, locale)


def _earlier(row: PayerRow, locale: Locale) -> str:
    return _money(row, row.earlier, locale)


def _credit(row: PayerRow, locale: Locale) -> str:
    return _money(row, row.credit, locale)


def _state(row: PayerRow, locale: Locale) -> Cell:
    icon, tone = DUES_LOOK[row.state]
    return Cell(locale.label(row.state), icon=icon, tone=tone)


def _reminded(row: PayerRow, locale: Locale) -> str:
    told = row.last_reminder
    if told is None or not row.open:
        return ""
    return locale.date(told.on, "day_month")


def _due(row: PayerRow, locale: Locale) -> str:
    days = [one.due_on for one in row.lines if one.due_on is not None]
    return locale.date(max(days)) if days else ""


def dues_columns() -> tuple[Column[PayerRow], ...]:
    """Who owes, what for, how much, how it stands."""
    return (
        Column("name", P_("person", "Name"), 220, _name, "name"),
        Column("class", N_("Class"), 130, _classes, "class", least=116, goes=4),
        Column("owed", N_("Owed"), 96, _owed, "owed", "right", least=80, goes=2),
        Column("paid", N_("Paid"), 96, _paid, "paid", "right", least=80, goes=5),
        Column("open", N_("Still open"), 104, _open, "open", "right"),
        Column("state", N_("State"), 184, _state, "state", least=184),
        Column("reminded", N_("Reminded"), 112, _reminded, "reminded", goes=1),
        Column("due", N_("Due on"), 112, _due),
        Column("earlier", N_("From earlier years"), 140, _earlier, "", "right"),
        Column("credit", N_("To their credit"), 130, _credit, "", "right"),
    )


DUES_SHOWN = ("name", "class", "owed", "paid", "open", "state", "reminded")
DUES_COMPACT = ("name", "open", "state")
DUES_NARROW = ("name", "open")


def purpose_words(row: PaymentLine, locale: Locale) -> str:
    """What a payment was for."""
    if row.amount.minor < 0:
        return locale.text("Money back")
    label = locale.label(row.purpose)
    if row.years:
        years = locale.listing(str(year) for year in row.years)
        return locale.text("Dues {year}", year=years)
    return label


def payment_columns() -> tuple[Column[PaymentLine], ...]:
    """When, from whom, for what, how much, how, with which receipt."""
    return (
        Column("on", N_("Day"), 112, lambda row, loc: loc.date(row.on), "on"),
        Column("name", N_("From"), 200, lambda row, _: row.name, "name"),
        Column("purpose", N_("What for"), 130, purpose_words, goes=1),
        Column("amount", N_("Amount"), 104, lambda row, loc: loc.money(row.amount), "amount", "right"),
        Column("method", N_("How"), 124, lambda row, loc: loc.label(row.method), "method", goes=2),
        Column("receipt", N_("Receipt no."), 104, lambda row, _: row.receipt, "receipt", goes=3),
        Column("text", N_("Words"), 180, lambda row, _: row.text, goes=4),
    )  # fmt: skip


PAYMENTS_SHOWN = ("on", "name", "purpose", "amount", "method", "receipt")
PAYMENTS_COMPACT = ("on", "name", "amount")
PAYMENTS_NARROW = ("name", "amount")
