# SPDX-License-Identifier: GPL-3.0-or-later
"""A payment of a list that is brought in."""

from dataclasses import dataclass
from datetime import date

from hospes.domain.codes import PaymentMethod, PaymentPurpose
from hospes.domain.payers import Payer
from hospes.domain.values import Money


@dataclass(frozen=True, slots=True)
class IncomingPayment:
    """One row: from whom, when, how much, and for which year's dues if it says so."""

    row: int
    payer: Payer
    on: date
    amount: Money
    method: PaymentMethod = PaymentMethod.TRANSFER
    purpose: PaymentPurpose = PaymentPurpose.DUES
    year: int | None = None
    text: str = ""
    source_id: str = ""
    """Of an entry of a bank statement: the same in every file that has it."""
