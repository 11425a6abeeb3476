# SPDX-License-Identifier: GPL-3.0-or-later
"""Printing receipts: whoever has none yet gets a number first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.actions.payments import GiveReceipts
from hospes.queries.payments import payments_by_id

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from hospes.ui.desk import Desk


def print_receipts(desk: Desk, payments: Sequence[UUID]) -> None:
    """Open the print centre with the receipts of these payments."""
    rows = desk.read(payments_by_id, payments, desk.locale)
    bare = [row.id for row in rows if not row.receipt and row.amount.minor > 0]
    if bare:
        n = len(bare)
        said = desk.ntext("{n} receipt has a number now.", "{n} receipts have numbers now.", n)
        if desk.run(GiveReceipts(tuple(bare)), said=said) is None:
            return
    desk.go("print", paper="dues-receipt", rows=[row.id.hex for row in rows if row.amount.minor > 0])
