# SPDX-License-Identifier: GPL-3.0-or-later
"""Donations of one donor: what was given year by year, what still needs a receipt, receipts there are."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, or_, select

from hospes.domain.codes import PaymentPurpose
from hospes.domain.donations_codes import GIFTS, DuesDeductible
from hospes.domain.payers import Payer, PayerKind
from hospes.i18n.locale import Locale
from hospes.queries.association import owner_of_file
from hospes.queries.donations import ReceiptFilter, ReceiptLine, gifts_of_year, receipt_lines
from hospes.queries.donations_rules import tax_facts
from hospes.store.tables.members import Payment


@dataclass(frozen=True, slots=True)
class GivenInYear:
    """What a donor gave in a calendar year, after what went back."""

    year: int
    minor: int
    open: int
    """How much of it has no receipt yet."""
    currency: str
    payments: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class GivenByDonor:
    """Everything of one donor, the newest first."""

    years: tuple[GivenInYear, ...]
    receipts: tuple[ReceiptLine, ...]
    forms: bool
    """Whether there are official receipts in the association's country."""


def given_by(connection: Connection, donor: Payer, today: date, locale: Locale) -> GivenByDonor | None:
    """The donations and receipts of a donor; None where there is neither."""
    facts = tax_facts(connection, today)
    dues = facts.dues is DuesDeductible.YES
    years = [_year(connection, donor, year, dues=dues) for year in _years(connection, donor, dues=dues)]
    receipts = receipt_lines(connection, ReceiptFilter(donors={donor}), locale)
    found = tuple(one for one in years if one is not None)
    if not found and not receipts:
        return None
    return GivenByDonor(found, tuple(reversed(receipts)), bool(facts.forms))


def _years(connection: Connection, donor: Payer, *, dues: bool) -> list[int]:
    p = Payment
    wanted = [*GIFTS, PaymentPurpose.DUES] if dues else list(GIFTS)
    column = {
        PayerKind.PERSON: p.person_id,
        PayerKind.HOUSEHOLD: p.household_id,
        PayerKind.ORGANISATION: p.organisation_id,
    }[donor.kind]
    query = (
        select(p.on)
        .where(
            p.owner_id == owner_of_file(connection), column == donor.id, p.minor > 0,
            or_(*(p.purpose == one for one in wanted)),
        )
    )  # fmt: skip
    return sorted({day.year for day in connection.execute(query).scalars()}, reverse=True)


def _year(connection: Connection, donor: Payer, year: int, *, dues: bool) -> GivenInYear | None:
    gifts = gifts_of_year(connection, year, dues=dues, donors={donor})
    if not gifts:
        return None
    return GivenInYear(
        year,
        sum(one.minor for one in gifts),
        sum(one.minor for one in gifts if not one.receipt),
        gifts[0].currency,
        tuple(one.payment for one in gifts),
    )
