# SPDX-License-Identifier: GPL-3.0-or-later
"""A statement compared with the file: what comes in, what somebody decides; one act brings it in."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from hospes.actions.bring_in_payments import BringInPayments
from hospes.actions.cash_filing import BringInEntries, BringInStatement
from hospes.actions.collections import ReturnDebits, ReturnedDebit
from hospes.domain.incoming_payment import IncomingPayment
from hospes.domain.sepa import ReturnReason
from hospes.domain.statement import Lot, Matched, match
from hospes.domain.statement_back import MOST_FEE, DebitThere
from hospes.domain.statement_entry import Entry
from hospes.domain.values import Money
from hospes.transfer.statement import Statement

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

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
    debits: "Collection[DebitThere]" = ()
    """All that may come back, to choose another from."""
    back: "dict[int, UUID | None]" = field(default_factory=dict)
    """By row: the debit somebody chose, or None to leave it out."""
    strange: set[int] = field(default_factory=set)
    """Rows of which somebody said that they are no debit of ours."""
    reasons: dict[int, ReturnReason] = field(default_factory=dict)

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
        for one in self.lot(Lot.BACK):
            self.back.setdefault(one.entry.row, one.debits[0].debit.id)

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
            if payer is not None and one.lot not in (Lot.KNOWN, Lot.OUT, Lot.BACK):
                money = Money(entry.minor, entry.currency)
                found.append(
                    IncomingPayment(
                        entry.row, payer, entry.on, money, text=entry.words[:200], source_id=entry.key
                    )
                )
        return tuple(found)

    # -- debits that came back -----------------------------------------------------------------------

    def say_debit(self, row: int, debit: "UUID | None", strange: bool = False) -> None:
        """Say which debit an entry brought back, that it is left out, or that it is none of ours."""
        self.back[row] = debit
        self.strange.discard(row)
        if strange:
            self.strange.add(row)

    def debit(self, one: Matched) -> "UUID | None":
        """The debit an entry brings back; None for none."""
        if one.entry.row in self.back:
            return self.back[one.entry.row]
        return one.debits[0].debit.id if one.lot is Lot.BACK and one.sure else None

    def reason(self, one: Matched) -> ReturnReason:
        """Why it came back: as somebody said, else as the bank wrote."""
        told = {each.value: each for each in ReturnReason}.get(one.entry.reason, ReturnReason.MS03)
        return self.reasons.get(one.entry.row, told)

    def fee(self, one: Matched) -> int:
        """What the bank took, in cents: what went out beyond the debit that is chosen."""
        if one.lot is Lot.KNOWN:
            return one.debits[0].fee if one.debits else 0
        chosen = self.debit(one)
        minor = next((each.minor for each in self.debits if each.id == chosen), None)
        fee = -one.entry.minor - minor if minor is not None else 0
        return fee if 0 < fee <= MOST_FEE else 0

    def returned(self) -> tuple[ReturnedDebit, ...]:
        """The debits that would be recorded as returned, each once."""
        found: dict[UUID, ReturnedDebit] = {}
        for one in self.lot(Lot.BACK):
            debit = self.debit(one)
            if debit is not None:
                found.setdefault(
                    debit,
                    ReturnedDebit(debit, self.reason(one), self.fee(one), one.entry.on, one.entry.key),
                )
        return tuple(found.values())

    def charges(self) -> list[Entry]:
        """What the bank took with a debit that came back, as entries of their own for the journal."""
        found, taken = [], {one.key for one in self.returned()}
        for one in (*self.lot(Lot.BACK), *self.lot(Lot.KNOWN)):
            fee = self.fee(one)
            if fee and (one.lot is Lot.KNOWN or one.entry.key in taken):
                found.append(replace(one.entry, minor=-fee, back=False, key=f"{one.entry.key}-fee"))
        return found

    def action(self, entries: BringInEntries | None = None) -> BringInPayments | BringInStatement:
        """The one act that brings everything in."""
        payments, returned = BringInPayments(self.chosen()), self.returned()
        if not returned and entries is None:
            return payments
        return BringInStatement(payments, entries, ReturnDebits(returned) if returned else None)


def check_statement(
    statement: Statement, name: str, read: "Read", locale: "Locale", today: date
) -> CheckedStatement:
    """Compare a statement with the file; nothing is written. Days to come are left out."""
    from hospes.queries.statement import statement_ground

    entries = [one for one in statement.entries if one.on <= today]
    late = tuple(one.row for one in statement.entries if one.on > today)
    said = replace(statement, unreadable=(*statement.unreadable, *late))
    ground = read(statement_ground, today, locale)
    open_ = [one for one in ground.debits if one.returned_on is None and one.due_on <= today]
    return CheckedStatement(name, said, match(entries, ground), debits=open_)


def counts(checked: CheckedStatement) -> Counter[Lot]:
    """How many entries there are of each lot."""
    return Counter(one.lot for one in checked.rows)
