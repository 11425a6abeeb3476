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
from hospes.domain.statement_entry import Entry
from hospes.domain.statement_several import fee_of, fee_shares, keys_of
from hospes.domain.values import Money
from hospes.transfer.statement import Statement

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from hospes.domain.payers import Payer
    from hospes.domain.statement_back import DebitThere
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
    back: "dict[int, tuple[UUID, ...]]" = field(default_factory=dict)
    """By row: the debits somebody chose, or none to leave it out."""
    strange: set[int] = field(default_factory=set)
    """Rows of which somebody said that they are no debit of ours."""
    reasons: dict[int, ReturnReason] = field(default_factory=dict)
    reasons_each: "dict[tuple[int, UUID], ReturnReason]" = field(default_factory=dict)
    """By row and debit, where several came back in one sum for different reasons."""

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
            self.back.setdefault(
                one.entry.row, keys_of(each.debit for each in one.together or one.debits[:1])
            )

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

    def say_debits(self, row: int, debits: "tuple[UUID, ...]" = (), strange: bool = False) -> None:
        """Say which debits an entry brought back, that it is left out, or that it is none of ours."""
        self.back[row] = debits
        self.strange.discard(row)
        if strange:
            self.strange.add(row)

    def said_debits(self, one: Matched) -> "tuple[UUID, ...]":
        """The debits that are chosen for an entry, whether or not they make up its sum."""
        if one.entry.row in self.back:
            return self.back[one.entry.row]
        sure = one.lot is Lot.BACK and one.sure
        return keys_of(each.debit for each in one.together or one.debits[:1]) if sure else ()

    def debits_of(self, one: Matched) -> "tuple[UUID, ...]":
        """The debits an entry brings back. Several count only where they make up its sum."""
        said = self.said_debits(one)
        return said if len(said) < 2 or self.fits(one) is not None else ()

    def fits(self, one: Matched) -> int | None:
        """What the bank took beyond the chosen debits; None where they cannot make up the sum."""
        chosen = set(self.said_debits(one))
        return fee_of(-one.entry.minor, [each.minor for each in self.debits if each.id in chosen])

    def reason(self, one: Matched, debit: "UUID | None" = None) -> ReturnReason:
        """Why it came back: as somebody said, else as the bank wrote."""
        told = {each.value: each for each in ReturnReason}.get(one.entry.reason, ReturnReason.MS03)
        told = self.reasons.get(one.entry.row, told)
        return self.reasons_each.get((one.entry.row, debit), told) if debit is not None else told

    def fee(self, one: Matched) -> int:
        """What the bank took, in cents: what went out beyond the debits that are chosen."""
        if one.lot is Lot.KNOWN:
            return sum(each.fee for each in one.debits)
        return self.fits(one) or 0

    def returned(self) -> tuple[ReturnedDebit, ...]:
        """The debits that would be recorded as returned, each once."""
        found: dict[UUID, ReturnedDebit] = {}
        for one in self.lot(Lot.BACK):
            some = self.debits_of(one)
            for debit, fee in zip(some, fee_shares(self.fee(one), len(some) or 1), strict=False):
                reason = self.reason(one, debit)
                found.setdefault(debit, ReturnedDebit(debit, reason, fee, one.entry.on, one.entry.key))
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
