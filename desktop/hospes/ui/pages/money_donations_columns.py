# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the lists of donors and of donation receipts, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.values import Money
from hospes.i18n.marks import N_, P_
from hospes.ui.rows import Cell, Column

if TYPE_CHECKING:
    from hospes.i18n.locale import Locale
    from hospes.queries.donations import DonorRow, ReceiptLine


def _state(row: DonorRow, locale: Locale) -> Cell:
    if row.with_receipt and row.with_receipt == row.minor:
        return Cell(locale.text("Has a receipt"), icon="check", tone="ok")
    if not row.addressed:
        return Cell(locale.text("Address missing"), icon="triangle-alert", tone="warn")
    if row.with_receipt:
        return Cell(locale.text("In part with a receipt"), icon="clock", tone="home")
    if row.foreign:
        return Cell(locale.text("Lives abroad"), icon="info", tone="muted")
    return Cell(locale.text("No receipt yet"), tone="muted")


def donor_columns() -> tuple[Column[DonorRow], ...]:
    """Who, how often, how much, whether it has a receipt."""
    return (
        Column("name", N_("Name"), 220, lambda row, _: row.name, "name"),
        Column(
            "gifts", P_("donations", "Gifts"), 100, lambda row, loc: loc.number(len(row.gifts)), "", "right",
            goes=2,
        ),
        Column(
            "sum", N_("Sum"), 116, lambda row, loc: loc.money(Money(row.minor, row.currency)), "sum", "right"
        ),
        Column(
            "receipted", N_("With a receipt"), 126,
            lambda row, loc: loc.money(Money(row.with_receipt, row.currency)) if row.with_receipt else "",
            "", "right", goes=1,
        ),
        Column("state", P_("donations", "Receipt"), 190, _state, least=190),
    )  # fmt: skip


DONORS_SHOWN = ("name", "gifts", "sum", "receipted", "state")
DONORS_SMALL = ("name", "sum", "state")


def _receipt_state(row: ReceiptLine, locale: Locale) -> Cell:
    if row.cancelled_on is not None:
        return Cell(locale.text("Void"), icon="x", tone="muted")
    if row.copy is None:
        return Cell(locale.text("Written elsewhere"), icon="info", tone="muted")
    if row.handed_on is None:
        return Cell(locale.text("Not printed yet"), icon="clock", tone="warn")
    return Cell(locale.text("Handed out"), icon="check", tone="ok")


def receipt_columns() -> tuple[Column[ReceiptLine], ...]:
    """Number, day, to whom, for when, how much, how it stands."""
    return (
        Column("number", P_("donations", "Receipt no."), 104, lambda row, _: row.number),
        Column("issued", N_("Written on"), 112, lambda row, loc: loc.date(row.issued_on), goes=2),
        Column("name", N_("Name"), 210, lambda row, _: row.name, least=190),
        Column("span", N_("Gifts from – to"), 166, lambda row, loc: loc.span(row.first, row.last), goes=1),
        Column(
            "sum", N_("Amount"), 110, lambda row, loc: loc.money(Money(row.minor, row.currency)), "", "right"
        ),
        Column("state", N_("State"), 214, _receipt_state, least=214),
    )


RECEIPTS_SHOWN = ("number", "issued", "name", "span", "sum", "state")
RECEIPTS_SMALL = ("number", "name", "state")
