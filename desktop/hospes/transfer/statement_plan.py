# SPDX-License-Identifier: GPL-3.0-or-later
"""A statement compared with the file: what comes in, what somebody decides; one act brings it in."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from hospes.actions.bring_in_payments import BringInPayments
from hospes.domain.incoming_payment import IncomingPayment
from hospes.domain.statement import Lot, Matched, match
from hospes.domain.values import Money
from hospes.transfer.statement import Statement

if TYPE_CHECKING:
    from hospes.domain.payers import Payer
    from hospes.i18n.locale import Locale
    from hospes.transfer.door import Read


@dataclass(slots=True)
class CheckedStatement:
    """The entries with who may have paid them, and what was decided."""

    name: str
    statement: Statement
    rows: list[Matched]
    decided: "dict[int, Payer | None]" = field(default_factory=dict)
    """By row: the payer somebody chose, or None to leave it out."""

    def lot(self, lot: Lot) -> list[Matched]:
        """The entries of one lot."""
        return [one for one in self.rows if one.lot is lot]

    def count(self, lot: Lot) -> int:
        """How many are in a lot."""
        return sum(1 for one in self.rows if one.lot is lot)

    def decide(self, row: int, payer: "Payer | None") -> None:
        """Say who paid an entry, or that it is left out."""
        self.decided[row] = payer

    def take_likeliest(self) -> None:
        """Let the likeliest payer have every doubtful entry."""
        for one in self.lot(Lot.DOUBTFUL):
            self.decided[one.entry.row] = one.proposals[0].candidate.payer

    def payer(self, one: Matched) -> "Payer | None":
        """Whose payment an entry becomes; None for nobody's."""
        if one.entry.row in self.decided:
            return self.decided[one.entry.row]
        return one.proposals[0].candidate.payer if one.lot is Lot.SURE else None

    def chosen(self) -> tuple[IncomingPayment, ...]:
        """The payments that would come in."""
        found = []
        for one in self.rows:
            payer, entry = self.payer(one), one.entry
            if payer is not None and one.lot not in (Lot.KNOWN, Lot.OUT):
                money = Money(entry.minor, entry.currency)
                found.append(
                    IncomingPayment(
                        entry.row, payer, entry.on, money, text=entry.words[:200], source_id=entry.key
                    )
                )
        return tuple(found)

    def action(self) -> BringInPayments:
        """The one act that brings them in."""
        return BringInPayments(self.chosen())


def check_statement(
    statement: Statement, name: str, read: "Read", locale: "Locale", today: date
) -> CheckedStatement:
    """Compare a statement with the file; nothing is written. Days to come are left out."""
    from hospes.queries.statement import statement_ground

    entries = [one for one in statement.entries if one.on <= today]
    late = tuple(one.row for one in statement.entries if one.on > today)
    said = replace(statement, unreadable=(*statement.unreadable, *late))
    return CheckedStatement(name, said, match(entries, read(statement_ground, today, locale)))


def counts(checked: CheckedStatement) -> Counter[Lot]:
    """How many entries there are of each lot."""
    return Counter(one.lot for one in checked.rows)
