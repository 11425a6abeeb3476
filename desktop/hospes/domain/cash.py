# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of the cash and bank journal: where money lies, running balances, numbers, and what a year needs.

No double entry: an entry belongs to one account, and to a category or several. Moving money from one account
to another is no income and no expense.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from hospes.domain.codes_cash import CashKind, CashProof, CashSource, CashTrouble
from hospes.domain.money import LARGEST
from hospes.domain.values import Money


@dataclass(frozen=True, slots=True)
class Account:
    """Where money lies, and since when it is counted."""

    id: UUID
    name: str
    kind: CashKind
    currency: str
    opened_on: date
    opening: int
    closed_on: date | None = None
    iban: str = ""
    version: int = 1
    position: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """What of an entry belongs to a category; None is not sorted yet."""

    category: UUID | None
    minor: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Booking:
    """One line of the journal of one account. Money moved between two accounts is a line in each."""

    key: UUID
    """Of the line: two lines of one transfer differ."""
    row_id: UUID
    source: CashSource
    account: UUID
    on: date
    minor: int | None
    """In the account's currency, signed; None where a rate is missing."""
    parts: tuple[Part, ...] = ()
    number: int | None = None
    text: str = ""
    who: str = ""
    other_account: UUID | None = None
    """The other account, where money was only moved."""
    visit: UUID | None = None
    visit_name: str = ""
    event: UUID | None = None
    partnership: UUID | None = None
    person: UUID | None = None
    organisation: UUID | None = None
    foreign: int | None = None
    foreign_currency: str = ""
    rate: str = ""
    documents: int = 0
    proof: CashProof = CashProof.MISSING
    method: str = ""
    brought: bool = False
    """It came with a bank statement, which is its voucher."""
    version: int = 1

    @property
    def counted(self) -> int:
        """What it changes in the account."""
        return self.minor or 0

    @property
    def troubles(self) -> tuple[CashTrouble, ...]:
        """What keeps it from being finished."""
        found = []
        if self.minor is None:
            found.append(CashTrouble.NO_RATE)
        if self.other_account is None:
            if not self.parts or any(part.category is None for part in self.parts):
                found.append(CashTrouble.UNSORTED)
            if self.minor is not None and self.parts and sum(p.minor for p in self.parts) != self.minor:
                found.append(CashTrouble.UNEVEN)
        if self.wants_voucher:
            found.append(CashTrouble.NO_VOUCHER)
        if self.number is None:
            found.append(CashTrouble.NO_NUMBER)
        return tuple(found)

    @property
    def wants_voucher(self) -> bool:
        """Money that went out by somebody's hand needs a paper; what payers paid is proved by the bank or a
        receipt.
        """
        if self.documents or self.proof is not CashProof.MISSING or self.brought:
            return False
        if self.other_account is not None:
            return False
        return self.source is not CashSource.PAYMENT and self.counted < 0


def home_of(
    accounts: Sequence[Account], method: str, currency: str, chosen: UUID | None = None
) -> Account | None:
    """The account a payment went through: the chosen one; else the first cash box or bank account of its
    currency; else the first of its kind, and then an exchange rate is wanted.
    """
    if chosen is not None:
        found = next((one for one in accounts if one.id == chosen), None)
        if found is not None:
            return found
    if method == "none":
        return None  # things given and expenses waived: no money moved
    kind = CashKind.CASH if method == "cash" else CashKind.BANK
    alike = [one for one in accounts if one.kind is kind] or list(accounts)
    same = [one for one in alike if one.currency == currency]
    return next(iter(same or alike), None)


def running(opening: int, bookings: Iterable[Booking]) -> list[int]:
    """What is in the account after each line."""
    found = []
    for one in bookings:
        opening += one.counted
        found.append(opening)
    return found


def lowest(opening: int, bookings: Sequence[Booking]) -> tuple[int, date | None]:
    """The lowest balance at the end of a day, and the day; lines of one day may stand in any order."""
    low, day, balance = opening, None, opening
    ends: dict[date, int] = {}
    for one in sorted(bookings, key=lambda one: one.on):
        balance += one.counted
        ends[one.on] = balance
    for on, left in ends.items():
        if left < low:
            low, day = left, on
    return low, day


@dataclass(frozen=True, slots=True)
class Series:
    """How the voucher numbers of an account and a year stand."""

    gaps: tuple[int, ...] = ()
    twice: tuple[int, ...] = ()
    missing: int = 0
    """Lines without a number."""
    last: int = 0


MOST_GAPS = 50


def series(numbers: Iterable[int | None]) -> Series:
    """Gaps and doubles of a series that begins with 1."""
    given = list(numbers)
    counted = Counter(one for one in given if one is not None)
    last = max(counted, default=0)
    gaps = tuple(n for n in range(1, last + 1) if n not in counted)[:MOST_GAPS]
    twice = tuple(sorted(n for n, times in counted.items() if times > 1))
    return Series(gaps, twice, sum(1 for one in given if one is None), last)


@dataclass(frozen=True, slots=True)
class Flow:
    """What came in and went out of something, in minor units; both are positive."""

    money_in: int = 0
    money_out: int = 0

    @property
    def left(self) -> int:
        """What is left of it."""
        return self.money_in - self.money_out

    def plus(self, minor: int) -> "Flow":
        """With one amount more."""
        if minor >= 0:
            return Flow(self.money_in + minor, self.money_out)
        return Flow(self.money_in, self.money_out - minor)

    def with_(self, other: "Flow") -> "Flow":
        """Both together."""
        return Flow(self.money_in + other.money_in, self.money_out + other.money_out)


def by_category(
    bookings: Iterable[Booking], currency_of: Mapping[UUID, str], currency: str
) -> dict[UUID | None, Flow]:
    """In and out by category, of the accounts in one currency; None holds what is not sorted.

    Money moved between accounts is neither. What is missing to the whole of an entry counts as not sorted, so
    that the sum of all categories is always what the accounts changed by.
    """
    found: dict[UUID | None, Flow] = defaultdict(Flow)
    for one in bookings:
        if one.other_account is not None or currency_of.get(one.account) != currency:
            continue
        rest = one.counted
        for part in one.parts:
            found[part.category] = found[part.category].plus(part.minor)
            rest -= part.minor
        if rest:
            found[None] = found[None].plus(rest)
    return dict(found)


@dataclass(frozen=True, slots=True)
class Checked:
    """What an account's year still needs before it is closed."""

    account: UUID
    series: Series
    unsorted: int = 0
    uneven: int = 0
    without_rate: int = 0
    without_voucher: int = 0
    below: int = 0
    """How far a cash box was below nothing at its lowest; 0 if never."""
    below_on: date | None = None
    difference: int | None = None
    """Between the journal and what the bank or the count says; None where nobody said it."""
    keys: tuple[UUID, ...] = field(default=())

    @property
    def hard(self) -> bool:
        """What must be put right first: the sums would be wrong or nobody could follow them."""
        return bool(self.uneven or self.without_rate or self.series.twice)

    @property
    def soft(self) -> bool:
        """What the auditors will ask about."""
        return bool(
            self.unsorted or self.without_voucher or self.series.gaps or self.below or self.difference
        )


@dataclass(frozen=True, slots=True)
class AccountYear:
    """An account in a year."""

    account: Account
    opening: int
    flow: Flow
    moved: int
    """What came from other accounts, less what went to them."""
    closing: int
    entries: int
    checked: Checked
    statement: int | None = None
    statement_on: date | None = None
    fixed: int | None = None
    """The balance when the year was closed."""
    fixed_entries: int | None = None

    def money(self, minor: int) -> Money:
        """An amount of this account."""
        return Money(minor, self.account.currency)


def check_account(
    account: Account,
    opening: int,
    bookings: Sequence[Booking],
    numbers: Iterable[int | None],
    told: int | None,
) -> Checked:
    """Look through an account's year. `told` is the balance that the bank or a count says for its end."""
    troubles = Counter(trouble for one in bookings for trouble in one.troubles)
    low, day = lowest(opening, bookings) if account.kind is CashKind.CASH else (0, None)
    closing = opening + sum(one.counted for one in bookings)
    return Checked(
        account.id,
        series(numbers),
        troubles[CashTrouble.UNSORTED],
        troubles[CashTrouble.UNEVEN],
        troubles[CashTrouble.NO_RATE],
        troubles[CashTrouble.NO_VOUCHER],
        min(low, 0) * -1,
        day if low < 0 else None,
        None if told is None else told - closing,
        tuple(one.key for one in bookings if set(one.troubles) - {CashTrouble.NO_NUMBER}),
    )


def believable(minor: int) -> bool:
    """Can an amount be right? More is a slip of the finger."""
    return 0 < abs(minor) < LARGEST
