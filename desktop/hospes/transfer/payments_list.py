# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of payments: who, when, how much, how, for what. The same file twice changes nothing."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from hospes.domain.codes import Code, PaymentMethod, PaymentPurpose
from hospes.domain.dates import DateProblem
from hospes.domain.errors import Message, UserError
from hospes.domain.incoming import Incoming
from hospes.domain.incoming_payment import IncomingPayment
from hospes.domain.money import read_money
from hospes.domain.payers import Payer, PayerKind
from hospes.domain.values import Money
from hospes.i18n.fold import fold
from hospes.transfer.days import DayReader, find_order, remedy
from hospes.transfer.door import Read
from hospes.transfer.drafts import Checked, Draft
from hospes.transfer.meaning import Rejection, Understanding
from hospes.transfer.plan import Decision, Fate, Plan, Planned
from hospes.transfer.table import as_text
from hospes.transfer.text_border import clean
from hospes.transfer.who import people_of, shown_name
from hospes.transfer.words.payments import METHODS, PURPOSES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hospes.actions import Action
    from hospes.i18n.locale import Locale
    from hospes.queries.payments_known import KnownPayers
    from hospes.transfer.reading import Cell

FIRST_YEAR, LAST_YEAR = 1900, 2200


@dataclass(slots=True)
class CheckedPayments(Checked):
    """Payments. The rows of the plan show the payer where other lists show a name."""

    payments: dict[int, IncomingPayment] = field(default_factory=dict)

    def count(self) -> int:
        """How many payments would come in."""
        return len(self._chosen())

    def _chosen(self) -> tuple[IncomingPayment, ...]:
        return tuple(
            self.payments[row.who.row]
            for row in self.plan.rows
            if row.fate is Fate.NEW or (row.fate is Fate.DOUBTFUL and row.decision is Decision.ADD)
        )

    def action(self) -> "Action":
        """The one act that brings all of it in."""
        from hospes.actions.bring_in_payments import BringInPayments

        return BringInPayments(self._chosen())


def check_payments(
    draft: Draft, read: Read, locale: "Locale", today: date, currency: str, date_order: str | None
) -> Checked:
    """Understand a list of payments and compare it with the file."""
    from hospes.queries.payments_known import known_payers, payer_of_people

    known = read(known_payers, today)
    reader = _Reader(draft, locale, today, currency, date_order, known)
    payers = read(payer_of_people, {one for one in reader.people.values() if one is not None}, today)
    paid = Counter(known.paid)
    rows: list[Planned] = []
    payments: dict[int, IncomingPayment] = {}
    for number, made in reader.made.items():
        person = reader.people.get(number)
        payer = payers[person] if person is not None else made.payer
        payment = IncomingPayment(
            number, payer, made.on, made.amount, made.method, made.purpose, made.year, made.text
        )
        payments[number] = payment
        who = Incoming(number, organisation=reader.shown[number])
        # Somebody may pay the same sum twice on a day: each row of the file is used up once.
        keys = [(payer.id, made.on, made.amount.minor)]
        if person is not None:
            keys.append((person, made.on, made.amount.minor))
        there = next((key for key in keys if paid[key] > 0), None)
        if there is not None:
            paid[there] -= 1
            rows.append(Planned(who, Fate.KNOWN, there[0]))
        else:
            rows.append(Planned(who, Fate.NEW))
    return CheckedPayments(draft, reader.result, Plan(rows), False, payments)


class _Reader:
    """Reads the rows; what cannot be used is told with its reason."""

    def __init__(
        self,
        draft: Draft,
        locale: "Locale",
        today: date,
        currency: str,
        date_order: str | None,
        known: "KnownPayers",
    ) -> None:
        self.result = Understanding()
        self.made: dict[int, IncomingPayment] = {}
        self.people: dict[int, UUID | None] = {}
        self.shown: dict[int, str] = {}
        self.known, self.today, self.currency = known, today, currency
        self.columns = {column.field: column for column in reversed(draft.columns) if column.field}
        days = draft.table.column(self.columns["paid_on"].index) if "paid_on" in self.columns else []
        self.result.order = find_order(days, date_order)
        self.days = DayReader(self.result.order.order, locale, today)
        for number, cells in draft.table.rows:
            texts, raw = self._cut(cells)
            if texts:
                self._read(number, texts, raw)
        self.result.read = len(draft.table.rows)

    def _cut(self, cells: "Sequence[Cell]") -> "tuple[dict[str, str], dict[str, Cell]]":
        texts: dict[str, str] = {}
        raw: dict[str, Cell] = {}
        for name, column in self.columns.items():
            cell = cells[column.index] if column.index < len(cells) else None
            text = clean(as_text(cell), lines=False)[0] if cell is not None else ""
            if text:
                texts[name], raw[name] = text, cell
        return texts, raw

    def _reject(self, number: int, name: str, texts: "Mapping[str, str]", code: str, why: Message) -> None:
        heading = self.columns[name].heading if name in self.columns else ""
        what = Message("Mend it in the list and bring it in again; what is there already stays.")
        self.result.rejected.append(Rejection(number, heading, texts.get(name, ""), code, why, what))

    def _read(self, number: int, texts: dict[str, str], raw: "dict[str, Cell]") -> None:
        found = self._who(number, texts)
        if found is None:
            return
        day = self._day(number, texts, raw)
        amount = self._amount(number, texts) if day is not None else None
        if day is None or amount is None:
            return
        person, payer = found
        self.people[number] = person
        self.shown[number] = shown_name(texts)
        year = texts.get("dues_year", "")
        self.made[number] = IncomingPayment(
            number,
            payer,
            day,
            amount,
            _word(texts.get("method", ""), METHODS, PaymentMethod, PaymentMethod.TRANSFER),
            _word(texts.get("purpose", ""), PURPOSES, PaymentPurpose, PaymentPurpose.DUES),
            int(year) if year.isdecimal() and FIRST_YEAR <= int(year) <= LAST_YEAR else None,
            texts.get("payment_text", ""),
        )

    def _who(self, number: int, texts: "Mapping[str, str]") -> tuple[UUID | None, Payer] | None:
        """The person or other payer of a row; a member number counts before a name."""
        known = self.known
        people = people_of(known, texts)
        if len(people) == 1:
            return people[0], Payer(PayerKind.PERSON, people[0])
        if not people:
            for name in ("household", "organisation", "full_name", "family_name"):
                some = known.others.get(fold(texts.get(name, "")), ()) if texts.get(name) else ()
                if len(some) == 1:
                    return None, some[0]
        if people:
            why = Message("Several people have this name. Write the member number beside it.")
            self._reject(number, "family_name", texts, "payer-ambiguous", why)
        else:
            why = Message("Nobody in the file is called like that or has this number.")
            self._reject(
                number, "family_name" if "family_name" in texts else "number", texts, "payer-unknown", why
            )
        return None

    def _day(self, number: int, texts: "Mapping[str, str]", raw: "Mapping[str, Cell]") -> date | None:
        if "paid_on" not in texts:
            self._reject(number, "paid_on", texts, "no-day", Message("The day of the payment is missing."))
            return None
        try:
            found = self.days.read(raw["paid_on"], past=True)
        except DateProblem as problem:
            heading = self.columns["paid_on"].heading
            self.result.rejected.append(
                Rejection(number, heading, texts["paid_on"], problem.code, problem.message, remedy(problem))
            )
            return None
        if found.exact is None or found.exact > self.today:
            why = Message("This is no whole day, or it has not come yet.")
            self._reject(number, "paid_on", texts, "day-unusable", why)
            return None
        return found.exact

    def _amount(self, number: int, texts: "Mapping[str, str]") -> Money | None:
        try:
            money = read_money(texts.get("amount", ""), texts.get("currency", self.currency).upper())
        except UserError as error:
            self._reject(number, "amount", texts, error.code, error.message)
            return None
        if not money.minor:
            self._reject(number, "amount", texts, "amount-zero", Message("A payment is more than nothing."))
            return None
        return money


C = TypeVar("C", bound=Code)


def _word(text: str, words: "Mapping[str, Sequence[str]]", codes: type[C], default: C) -> C:
    """The code a word stands for; the default where there is none, "other" for one nobody knows."""
    wanted = fold(text)
    if not wanted:
        return default
    for code, spellings in words.items():
        if wanted == code or wanted in {fold(one) for one in spellings}:
            return codes(code)
    return codes("other")
