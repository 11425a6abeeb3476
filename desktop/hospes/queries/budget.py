# SPDX-License-Identifier: GPL-3.0-or-later
"""A visit's budget: lines, sums, grants and shares as income, and what each person owes and has paid."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.budget import Account, Amount, PaymentLine, Price, Sums, in_base, price_for, sums
from hospes.domain.codes_money import BudgetCategory, BudgetSide, PriceClass
from hospes.domain.codes_visit import DelegationRole, ParticipationKind, ParticipationState
from hospes.domain.cost_split import BORNE
from hospes.domain.grants import Project, half_up
from hospes.domain.names import PersonName, sort_parts
from hospes.domain.values import Money
from hospes.i18n.locale import Locale
from hospes.queries.bearers import BearerRow, bearers_of
from hospes.queries.grants import GrantRow, grants_of, project_of
from hospes.queries.person_facts import names_of
from hospes.queries.ranks import by_text
from hospes.queries.scope import at_a_visit, ids_in
from hospes.queries.visits import COMING
from hospes.store.selections import pick
from hospes.store.tables.budget import BudgetEligibility, BudgetLine, VisitPrice, VisitShare
from hospes.store.tables.members import Payment
from hospes.store.tables.people import Person
from hospes.store.tables.visits import Delegation, Participation


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of the budget. `accepted` says for each grant: whether, and how much where not all."""

    id: UUID
    version: int
    side: BudgetSide
    category: BudgetCategory
    text: str
    planned: int | None
    real: int | None
    currency: str
    rate: str
    rate_on: date | None
    in_kind: bool
    paid_on: date | None
    payee: str
    voucher: str
    document_id: UUID | None
    remarks: str
    accepted: Mapping[UUID, tuple[bool, int | None]] = field(default_factory=dict)

    def planned_money(self) -> Money | None:
        """The planned amount in its own currency."""
        return None if self.planned is None else Money(self.planned, self.currency)

    def real_money(self) -> Money | None:
        """The real amount in its own currency."""
        return None if self.real is None else Money(self.real, self.currency)

    def in_base(self, base: str, *, real: bool = False) -> Money | None:
        """The amount in the association's currency; None where it has none or no rate."""
        minor = self.real if real else self.planned
        value = None if minor is None else in_base(minor, self.currency, self.rate, base)
        return None if value is None else Money(value, base)

    @property
    def amount(self) -> Amount:
        """The line for the sums."""
        return Amount(
            self.side, self.category, self.planned, self.real, self.currency, self.rate, self.in_kind
        )


@dataclass(frozen=True, slots=True)
class PriceRow:
    """A price of taking part."""

    id: UUID
    version: int
    price_class: PriceClass
    name: str
    amount: Money
    deposit: Money
    deposit_due: date | None
    rest_due: date | None
    age_from: int | None
    age_to: int | None
    delegation_id: UUID | None


@dataclass(frozen=True, slots=True)
class AccountRow:
    """What somebody owes for the visit and has paid."""

    participation_id: UUID
    person_id: UUID
    name: PersonName
    kind: ParticipationKind
    state: ParticipationState
    price: PriceRow | None
    by_hand: bool
    """The price or the amount was set for this person."""
    account: Account
    payments: tuple[PaymentLine, ...]
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class BudgetView:
    """The whole budget. Sums are in the association's currency."""

    visit_id: UUID
    currency: str
    lines: tuple[LineRow, ...]
    grants: tuple[GrantRow, ...]
    prices: tuple[PriceRow, ...]
    accounts: tuple[AccountRow, ...]
    shares_planned: int
    shares_paid: int
    planned: Sums
    """With grants that were applied for and shares of everybody who is reckoned with."""
    promised: Sums
    """As planned, but with grants only where they are promised."""
    real: Sums
    rates: tuple[tuple[str, Any], ...]
    bearers: tuple[BearerRow, ...] = ()
    """Who bears a part without being on the list."""

    def line(self, line_id: UUID) -> LineRow | None:
        """A line by its id."""
        return next((one for one in self.lines if one.id == line_id), None)

    @property
    def borne(self) -> dict[BudgetCategory, tuple[Money, Money]]:
        """What those bear and have paid who are not on the list, by the income it is."""
        found: dict[BudgetCategory, tuple[Money, Money]] = {}
        nothing = Money(0, self.currency)
        for one in self.bearers:
            account = one.account_in(self.currency, self.rates)
            if account is not None:
                planned, paid = found.get(BORNE[one.who.kind], (nothing, nothing))
                found[BORNE[one.who.kind]] = (planned + account.owed, paid + account.paid)
        return found

    @property
    def unshared(self) -> Money:
        """What grants and other income leave of the costs to be shared among those who pay."""
        shared = sum(one.account.owed.minor for one in self.bearers if one.shared)
        return Money(max(0, self.shares_planned + shared - self.promised.balance), self.currency)

    @property
    def missing(self) -> Money:
        """What is still missing to cover the planned costs by money that can be reckoned with."""
        return Money(max(0, -self.promised.balance), self.currency)

    @property
    def over(self) -> Money:
        """What is more than the planned costs."""
        return Money(max(0, self.promised.balance), self.currency)


def budget(connection: Connection, visit_id: UUID, day: date, locale: Locale) -> BudgetView:
    """Everything of the Budget tab."""
    base = project_of(connection, visit_id, day)
    lines = lines_of(connection, visit_id)
    grants = tuple(grants_of(connection, [visit_id], locale.language).get(visit_id, ()))
    prices = prices_of(connection, visit_id)
    accounts = accounts_of(connection, visit_id, prices, base, locale)
    bearers = bearers_of(connection, visit_id, locale.language, base.base, base.rates)
    planned, promised, real = _sums(lines, grants, accounts, bearers, base)
    owed = [one.account.owed for one in accounts]
    paid = [one.account.paid for one in accounts]
    return BudgetView(
        visit_id, base.base, lines, grants, prices, accounts,
        sum(_base_minor(amount, base) for amount in owed),
        sum(_base_minor(amount, base) for amount in paid),
        planned, promised, real, base.rates, bearers,
    )  # fmt: skip


def _sums(
    lines: Iterable[LineRow],
    grants: Iterable[GrantRow],
    accounts: Iterable[AccountRow],
    bearers: Iterable[BearerRow],
    base: Project,
) -> tuple[Sums, Sums, Sums]:
    plain = [line.amount for line in lines]
    accounts = list(accounts)

    def income(category: BudgetCategory, planned: Money, real: Money, entered: str = "") -> Amount:
        rate = entered or str(dict(base.rates).get(planned.currency) or "")
        return Amount(BudgetSide.INCOME, category, planned.minor, real.minor, planned.currency, rate)

    shares = [income(BudgetCategory.SHARES, one.account.owed, one.account.paid) for one in accounts]
    shares += [
        income(BudgetCategory.OTHER_INCOME, one.account.owed, one.account.paid, one.rate) for one in bearers
    ]
    hoped = [income(BudgetCategory.GRANT, one.hoped, one.received) for one in grants]
    sure = [income(BudgetCategory.GRANT, one.reckoned, one.received) for one in grants]
    return (
        sums([*plain, *shares, *hoped], base.base),
        sums([*plain, *shares, *sure], base.base),
        sums([*plain, *shares, *hoped], base.base, real=True),
    )


def _base_minor(amount: Money, base: Project) -> int:
    rate = base.rate_to(amount.currency)
    return 0 if rate is None else half_up(amount.minor * rate)


def planned_income(connection: Connection, visit_id: UUID, base: Project) -> int:
    """What the plan counts on in money and in kind, for the check that it is even."""
    grants = grants_of(connection, [visit_id], "en").get(visit_id, ())
    prices = prices_of(connection, visit_id)
    accounts = accounts_of(connection, visit_id, prices, base, None)
    bearers = bearers_of(connection, visit_id, "en", base.base, base.rates)
    planned, _, _ = _sums(lines_of(connection, visit_id), grants, accounts, bearers, base)
    return planned.income + planned.in_kind_income


_L = BudgetLine


def lines_of(connection: Connection, visit_id: UUID) -> tuple[LineRow, ...]:
    """The lines of a visit by side, category and place."""
    query = pick(
        _L.id, _L.version, _L.side, _L.category, _L.text, _L.planned_minor, _L.real_minor, _L.currency,
        _L.rate, _L.rate_on, _L.in_kind, _L.paid_on, _L.payee, _L.voucher, _L.document_id, _L.remarks,
    ).where(_L.visit_id == visit_id)  # fmt: skip
    rows = connection.execute(query.order_by(_L.position, _L.id)).all()
    accepted: dict[UUID, dict[UUID, tuple[bool, int | None]]] = defaultdict(dict)
    e = BudgetEligibility
    for line, grant, yes, minor in connection.execute(
        pick(e.line_id, e.grant_id, e.accepted, e.minor).where(
            e.line_id.in_(ids_in([row[0] for row in rows]))
        )
    ):
        accepted[line][grant] = (yes, minor)
    order = list(BudgetCategory)
    found = [replace(LineRow(*row), accepted=accepted.get(row[0], {})) for row in rows]
    return tuple(sorted(found, key=lambda line: (line.side is BudgetSide.INCOME, order.index(line.category))))


def prices_of(connection: Connection, visit_id: UUID) -> tuple[PriceRow, ...]:
    """What taking part costs."""
    p = VisitPrice
    query = pick(
        p.id, p.version, p.price_class, p.name, p.minor, p.currency, p.deposit_minor, p.deposit_due,
        p.rest_due, p.age_from, p.age_to, p.delegation_id,
    ).where(p.visit_id == visit_id)  # fmt: skip
    return tuple(
        PriceRow(
            id_, version, kind, name, Money(minor, currency), Money(deposit, currency), due, rest, first,
            last, delegation,
        )
        for id_, version, kind, name, minor, currency, deposit, due, rest, first, last, delegation
        in connection.execute(query.order_by(p.position, p.id))
    )  # fmt: skip


_STAYS = (DelegationRole.VISITING, DelegationRole.BOTH)


def accounts_of(
    connection: Connection,
    visit_id: UUID,
    prices: tuple[PriceRow, ...],
    base: Project,
    locale: Locale | None,
) -> tuple[AccountRow, ...]:
    """Accounts of everybody who owes something, paid something, or has a price of their own; by name.

    Without a locale nobody is named or sorted: sums need neither.
    """
    p, s, d = Participation, VisitShare, Delegation
    query = (
        pick(
            p.id, p.person_id, p.kind, p.state, p.delegation_id, d.role, Person.birth, s.price_id, s.minor,
            s.currency, s.remarks, s.id,
        )
        .join(Person, Person.id == p.person_id)
        .join(d, d.id == p.delegation_id, isouter=True)
        .join(s, s.participation_id == p.id, isouter=True)
        .where(p.visit_id == visit_id, at_a_visit(Person))
        .order_by(p.registered_at, p.id)
    )  # fmt: skip
    rows = connection.execute(query).all()
    paid = _payments(connection, visit_id)
    rules = [
        Price(one.id, one.price_class, one.amount, one.deposit, one.deposit_due, one.rest_due, one.age_from,
              one.age_to, one.delegation_id)
        for one in prices
    ]  # fmt: skip
    by_id: dict[object, PriceRow] = {one.id: one for one in prices}
    called = names_of(connection, ids_in({row[1] for row in rows})) if locale is not None else {}
    currency = prices[0].amount.currency if prices else base.base
    found = []
    for (
        id_,
        person,
        kind,
        state,
        delegation,
        role,
        birth,
        price_id,
        minor,
        own_currency,
        remarks,
        share,
    ) in rows:
        price = by_id.get(price_id)
        if share is None and state in COMING and (role is None or role in _STAYS):
            age = birth.age_on(base.first) if birth is not None and base.first is not None else None
            rule = price_for(rules, kind, age, delegation)
            price = by_id.get(rule.key) if rule is not None else None
        account = _account(price, minor, own_currency or currency, state, paid.get(person, ()))
        if account.owed or account.paid or price is not None or share is not None:
            found.append(
                AccountRow(
                    id_, person, called.get(person, PersonName()), kind, state, price, share is not None,
                    account, tuple(paid.get(person, ())), remarks or "",
                )
            )  # fmt: skip
    if locale is None:
        return tuple(found)
    return tuple(by_text(found, [sort_parts(one.name) for one in found], locale))


def _account(
    price: PriceRow | None,
    minor: int | None,
    currency: str,
    state: ParticipationState,
    payments: Iterable[PaymentLine],
) -> Account:
    coming = state in COMING
    if minor is not None:
        owed = Money(minor, currency)
    elif price is not None and coming:
        owed = price.amount
    else:
        # Whoever cancelled owes nothing but what was agreed on.
        owed = Money(0, price.amount.currency if price is not None else currency)
    paid = sum(one.amount.minor for one in payments if one.amount.currency == owed.currency)
    deposit = price.deposit if price is not None and coming else Money(0, owed.currency)
    return Account(
        owed,
        Money(paid, owed.currency),
        deposit if deposit.currency == owed.currency else Money(0, owed.currency),
        price.deposit_due if price is not None else None,
        price.rest_due if price is not None else None,
    )


def _payments(connection: Connection, visit_id: UUID) -> dict[UUID, list[PaymentLine]]:
    query = (
        pick(Payment.person_id, Payment.id, Payment.on, Payment.minor, Payment.currency, Payment.text)
        .where(Payment.visit_id == visit_id, Payment.person_id.is_not(None), Payment.grant_id.is_(None))
        .order_by(Payment.on, Payment.id)
    )
    found: dict[UUID, list[PaymentLine]] = defaultdict(list)
    for person, id_, on, minor, currency, text in connection.execute(query):
        found[person].append(PaymentLine(id_, on, Money(minor, currency), text))
    return found


@dataclass(frozen=True, slots=True)
class Promised:
    """Money that can be reckoned with, of the planned costs."""

    promised: Money
    costs: Money


def promised_of(connection: Connection, visit_id: UUID, day: date) -> Promised | None:
    """Money promised of the planned costs, for the bars; None where no costs are planned."""
    if connection.execute(select(_L.id).where(_L.visit_id == visit_id).limit(1)).first() is None:
        return None
    base = project_of(connection, visit_id, day)
    prices = prices_of(connection, visit_id)
    accounts = accounts_of(connection, visit_id, prices, base, None)
    grants = grants_of(connection, [visit_id], "en").get(visit_id, [])
    bearers = bearers_of(connection, visit_id, "en", base.base, base.rates)
    _, promised, _ = _sums(lines_of(connection, visit_id), grants, accounts, bearers, base)
    if not promised.costs:
        return None
    return Promised(Money(promised.income, base.base), Money(promised.costs, base.base))
