# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tab of dues says over its list: how the year stands, and how many payers are in which state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hospes.domain.codes import DuesState
from hospes.ui.widgets.chips import Chip

if TYPE_CHECKING:
    from hospes.queries.dues import YearSum
    from hospes.ui.desk import Desk

CHIP_STATES = (("open", DuesState.OPEN), ("paid", DuesState.PAID), ("free", DuesState.FREE))


def summary_words(desk: Desk, found: YearSum, year: str) -> str:
    """How much is open; else that everybody has paid, or that there are no dues yet."""
    if found.open_payers:
        amount = found.money(found.open)
        return desk.ntext("{n} open, {amount}", "{n} open, {amount}", found.open_payers, amount=amount)
    if found.payers:
        return desk.text("Everybody has paid, {amount}", amount=found.money(found.paid))
    return desk.text("No dues of {year} yet", year=year)


def state_chips(desk: Desk, found: YearSum) -> list[Chip]:
    """Everybody and each state with its number; who paid a part still counts as open."""
    states = found.states
    counts = {
        "open": states.get(DuesState.OPEN, 0) + states.get(DuesState.PART, 0),
        "paid": states.get(DuesState.PAID, 0),
        "free": states.get(DuesState.FREE, 0),
    }
    number = desk.locale.number
    chips = [Chip("all", desk.text("Everybody"), number(found.payers))]
    chips += [Chip(code, desk.locale.label(state), number(counts[code])) for code, state in CHIP_STATES]
    return chips
