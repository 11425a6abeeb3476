# SPDX-License-Identifier: GPL-3.0-or-later
"""The columns of the lists of mandates and of collections, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.codes import MandateState
from hospes.domain.sepa import LeftOut, MandateKind
from hospes.domain.values import Money
from hospes.i18n.marks import N_
from hospes.ui.rows import Cell, Column

if TYPE_CHECKING:
    from hospes.i18n.locale import Locale
    from hospes.queries.collections import CollectionLine, MandateLine

OVER = frozenset({LeftOut.EXPIRED, LeftOut.USED_UP})
"""What makes a mandate useless for good."""


def short_iban(iban: str) -> str:
    """An IBAN as lists show it: enough to know it again, not enough to copy."""
    return f"{iban[:4]} … {iban[-4:]}" if len(iban) > 8 else iban


def _mandate_state(row: MandateLine, locale: Locale) -> Cell:
    if not row.active:
        return Cell(locale.label(row.facts.state), icon="x", tone="muted")
    if row.trouble in OVER:  # the pane says why, the column has no room for it
        return Cell(locale.label(MandateState.ENDED), icon="triangle-alert", tone="warn")
    if row.trouble is not None:
        return Cell(locale.label(row.trouble), icon="triangle-alert", tone="warn")
    return Cell(locale.label(row.facts.state), icon="check", tone="ok")


def _kind(row: MandateLine, locale: Locale) -> str:
    if row.facts.kind is MandateKind.ONCE:
        return locale.text("one debit")
    return locale.text("every debit")


def mandate_columns() -> tuple[Column[MandateLine], ...]:
    """Whose, which account, how it stands."""
    return (
        Column("name", N_("Name"), 210, lambda row, _: row.name),
        Column("reference", N_("Reference"), 104, lambda row, _: row.facts.reference, goes=2),
        Column("iban", N_("IBAN"), 130, lambda row, _: short_iban(row.facts.iban), goes=3),
        Column(
            "signed", N_("Signed on"), 112,
            lambda row, loc: loc.date(row.facts.signed_on) if row.facts.signed_on else "", goes=4,
        ),
        Column(
            "used", N_("Last used"), 112,
            lambda row, loc: loc.date(row.facts.last_used_on) if row.facts.last_used_on else "", goes=1,
        ),
        Column("state", N_("State"), 150, _mandate_state, least=124),
        Column("kind", N_("For"), 110, _kind),
    )  # fmt: skip


MANDATES_SHOWN = ("name", "reference", "iban", "signed", "used", "state")
MANDATES_SMALL = ("name", "state")


def _money(minor: int, locale: Locale) -> str:
    return locale.money(Money(minor, "EUR")) if minor else ""


def _collection_state(row: CollectionLine, locale: Locale) -> Cell:
    if row.booked_on is not None:
        return Cell(locale.text("The money came"), icon="check", tone="ok")
    return Cell(locale.text("Under way"), icon="clock", tone="home")


def _returned(row: CollectionLine, locale: Locale) -> str:
    return locale.number(row.returned) if row.returned else ""


def _arrived(row: CollectionLine, locale: Locale) -> str:
    return _money(row.arrived, locale) if row.booked_on is not None else ""


def collection_columns() -> tuple[Column[CollectionLine], ...]:
    """When, how many, how much, what came back."""
    return (
        Column("due", N_("Due on"), 124, lambda row, loc: loc.date(row.due_on)),
        Column("count", N_("Debits"), 84, lambda row, loc: loc.number(row.count), "", "right"),
        Column("total", N_("Sum"), 110, lambda row, loc: _money(row.total, loc), "", "right"),
        Column("returned", N_("Returned"), 96, _returned, "", "right", goes=1),
        Column("arrived", N_("Arrived"), 110, _arrived, "", "right", goes=2),
        Column("state", N_("State"), 170, _collection_state, least=176),
    )


COLLECTIONS_SHOWN = ("due", "count", "total", "returned", "arrived", "state")
COLLECTIONS_SMALL = ("due", "total", "state")
