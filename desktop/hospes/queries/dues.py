# SPDX-License-Identifier: GPL-3.0-or-later
"""Who owes what, for a year and on any day: payers as the list of dues shows them, and one with all years.

SQL sums per dues; how sums stand together is decided in `domain.dues`. On a day in the past only what had
been asked for, waived and paid by then counts.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, or_, select

from hospes.domain.codes import Channel, DuesState, PaymentPurpose
from hospes.domain.dues import DuesSum, dues_state, year_span
from hospes.domain.names import list_name
from hospes.domain.payers import Payer, PayerKind
from hospes.domain.reminding import Reminded
from hospes.domain.values import Money
from hospes.i18n.fold import fold
from hospes.i18n.locale import Locale
from hospes.queries.association import association, base_language
from hospes.queries.memberships import Ground, class_rows, ground
from hospes.queries.names import names
from hospes.queries.person_facts import names_of
from hospes.queries.scope import ids_in, mine
from hospes.store.selections import pick
from hospes.store.tables.members import Dues, DuesReminder, Payment, PaymentShare


@dataclass(frozen=True, slots=True)
class DuesLine:
    """Dues of one payer for one year and class, as they stand on a day."""

    id: UUID
    version: int
    year: int
    class_id: UUID | None
    class_name: str
    people: int
    amount: Money
    paid: Money
    due_on: date | None
    waived: bool
    waived_reason: str
    reminders: tuple[Reminded, ...] = ()
    channels: tuple[Channel, ...] = ()

    @property
    def open(self) -> int:
        """What is still owed, in minor units."""
        return 0 if self.waived else max(0, self.amount.minor - self.paid.minor)

    @property
    def sum(self) -> DuesSum:
        """As the rule of states wants it."""
        return DuesSum(0 if self.waived else self.amount.minor, self.paid.minor, 1)


@dataclass(frozen=True, slots=True)
class PayerRow:
    """A payer on the list of a year's dues."""

    payer: Payer
    name: str
    lines: tuple[DuesLine, ...]
    currency: str
    earlier: int = 0
    """Open from the years before, in minor units."""
    credit: int = 0
    """Paid and used for no dues yet."""

    @property
    def id(self) -> UUID:
        """Of the payer; a list's rows are known by it."""
        return self.payer.id

    @property
    def total(self) -> DuesSum:
        """Owed and paid for the year."""
        return sum((one.sum for one in self.lines), DuesSum())

    @property
    def open(self) -> int:
        """Still owed for the year."""
        return sum(one.open for one in self.lines)

    @property
    def state(self) -> DuesState:
        """How the year stands."""
        return dues_state(self.total)

    @property
    def last_reminder(self) -> Reminded | None:
        """The newest reminder of what is open."""
        sent = [told for one in self.lines for told in one.reminders]
        return max(sent, key=lambda told: (told.on, told.stage), default=None)

    @property
    def class_names(self) -> tuple[str, ...]:
        """The classes it is for."""
        return tuple(dict.fromkeys(one.class_name for one in self.lines if one.class_name))

    @property
    def waived_reason(self) -> str:
        """Why somebody is exempt."""
        return next((one.waived_reason for one in self.lines if one.waived and one.waived_reason), "")

    def money(self, minor: int) -> Money:
        """An amount of this payer."""
        return Money(minor, self.currency)


@dataclass(frozen=True, slots=True)
class YearSum:
    """A year's dues in one line: who still owes, how much, and what came in."""

    year: int
    payers: int = 0
    open_payers: int = 0
    owed: int = 0
    paid: int = 0
    open: int = 0
    currency: str = "EUR"
    states: Mapping[DuesState, int] = field(default_factory=dict)

    def money(self, minor: int) -> Money:
        """An amount of the year."""
        return Money(minor, self.currency)


def payer_rows(
    connection: Connection,
    year: int,
    as_of: date,
    locale: Locale,
    payers: Collection[Payer] | None = None,
) -> list[PayerRow]:
    """Payers with dues for a year, by name, as things stood on a day.

    A payer with dues in several currencies has a row for the first of them.
    """
    on = ground(connection, as_of)
    lines = _lines(connection, on, as_of, locale, Dues.year == year, payers)
    earlier = _earlier(connection, on, year, as_of)
    credit = credit_of_payers(connection, as_of, on.owner)
    called = payer_names(connection, lines, locale)
    rows = [
        PayerRow(
            payer,
            called.get(payer.id, ""),
            tuple(some),
            some[0].amount.currency,
            earlier.get((payer, some[0].amount.currency), 0),
            credit.get((payer, some[0].amount.currency), 0),
        )
        for payer, some in lines.items()
    ]
    rows.sort(key=lambda row: (locale.sort_key(row.name), row.payer.id.hex))
    return rows


def year_sum(rows: Iterable[PayerRow], year: int, currency: str = "EUR") -> YearSum:
    """What the rows of a year come to."""
    states: dict[DuesState, int] = defaultdict(int)
    total, open_, payers, open_payers = DuesSum(), 0, 0, 0
    for row in rows:
        states[row.state] += 1
        total += row.total
        open_ += row.open
        payers += 1
        open_payers += row.open > 0
        currency = row.currency
    return YearSum(year, payers, open_payers, total.owed, total.paid, open_, currency, dict(states))


def years_of_dues(connection: Connection, today: date) -> list[int]:
    """The years with dues, and the present one, the newest first."""
    on = ground(connection, today)
    found = set(connection.scalars(select(Dues.year).where(mine(Dues.owner_id, on)).distinct()))
    return sorted(found | {on.year}, reverse=True)


def _lines(
    connection: Connection,
    on: Ground,
    as_of: date,
    locale: Locale,
    which: ColumnElement[bool],
    payers: Collection[Payer] | None = None,
) -> dict[Payer, list[DuesLine]]:
    named = {key: row.name for key, row in class_rows(connection, on, base_language(locale.code)).items()}
    d = Dues
    query = (
        pick(
            d.id, d.version, d.year, d.membership_class_id, d.people, d.minor, d.currency, d.due_on,
            and_(d.waived.is_(True), or_(d.waived_on.is_(None), d.waived_on <= as_of)), d.waived_reason,
            d.person_id, d.household_id, d.organisation_id,
        )
        .where(mine(d.owner_id, on), which, or_(d.charged_on.is_(None), d.charged_on <= as_of))
        .order_by(d.year.desc(), d.id)
    )  # fmt: skip
    if payers is not None:
        ids = ids_in({one.id for one in payers})
        query = query.where(or_(d.person_id.in_(ids), d.household_id.in_(ids), d.organisation_id.in_(ids)))
    rows = [tuple(row) for row in connection.execute(query)]
    paid = _paid(connection, [row[0] for row in rows], as_of)
    reminders = _reminders(connection, [row[0] for row in rows], as_of)
    found: dict[Payer, list[DuesLine]] = defaultdict(list)
    for key, version, year, class_id, people, minor, currency, due_on, waived, reason, *who in rows:
        payer = Payer.of(*who)
        sent = reminders.get(key, [])
        if payer is not None:
            found[payer].append(
                DuesLine(
                    key,
                    version,
                    year,
                    class_id,
                    named.get(class_id, ""),
                    people,
                    Money(minor, currency),
                    Money(paid.get(key, 0), currency),
                    due_on,
                    bool(waived),
                    reason if waived else "",
                    tuple(told for told, _ in sent),
                    tuple(channel for _, channel in sent),
                )
            )
    return found


def _paid(connection: Connection, dues: Collection[UUID], as_of: date) -> dict[UUID, int]:
    s, p = PaymentShare, Payment
    query = (
        select(s.dues_id, func.sum(s.minor))
        .join(p, p.id == s.payment_id)
        .where(s.dues_id.in_(ids_in(dues)), p.on <= as_of)
        .group_by(s.dues_id)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def _reminders(
    connection: Connection, dues: Collection[UUID], as_of: date
) -> dict[UUID, list[tuple[Reminded, Channel]]]:
    r = DuesReminder
    query = (
        pick(r.dues_id, r.stage, r.on, r.channel)
        .where(r.dues_id.in_(ids_in(dues)), r.on <= as_of)
        .order_by(r.on, r.stage)
    )
    found: dict[UUID, list[tuple[Reminded, Channel]]] = defaultdict(list)
    for dues_id, stage, on, channel in connection.execute(query):
        found[dues_id].append((Reminded(stage, on), channel))
    return found


def _earlier(connection: Connection, on: Ground, year: int, as_of: date) -> dict[tuple[Payer, str], int]:
    """What payers still owe for years before, by payer and currency."""
    d, s, p = Dues, PaymentShare, Payment
    paid = func.coalesce(func.sum(case((p.on <= as_of, s.minor), else_=0)), 0)
    query = (
        pick(d.person_id, d.household_id, d.organisation_id, d.currency, d.minor - paid)
        .join(s, s.dues_id == d.id, isouter=True)
        .join(p, p.id == s.payment_id, isouter=True)
        .where(
            mine(d.owner_id, on), d.year < year, or_(d.waived.is_(False), d.waived_on > as_of),
            or_(d.charged_on.is_(None), d.charged_on <= as_of),
        )
        .group_by(d.id)
        .having(d.minor > paid)
    )  # fmt: skip
    return _by_payer(connection, query)


def credit_of_payers(
    connection: Connection, as_of: date, owner: UUID | None = None
) -> dict[tuple[Payer, str], int]:
    """What payers paid that is used for no dues, by payer and currency; what went back is taken off."""
    on = ground(connection, as_of, owner)
    p, s = Payment, PaymentShare
    used = (
        select(s.payment_id, func.sum(s.minor).label("minor"))
        .join(Dues, Dues.id == s.dues_id)
        .where(or_(Dues.charged_on.is_(None), Dues.charged_on <= as_of))
        .group_by(s.payment_id)
        .subquery()
    )
    query = (
        pick(
            p.person_id, p.household_id, p.organisation_id, p.currency,
            func.sum(p.minor - func.coalesce(used.c.minor, 0)),
        )
        .join(used, used.c.payment_id == p.id, isouter=True)
        .where(mine(p.owner_id, on), p.purpose == PaymentPurpose.DUES, p.on <= as_of)
        .group_by(p.person_id, p.household_id, p.organisation_id, p.currency)
    )  # fmt: skip
    return {key: minor for key, minor in _by_payer(connection, query).items() if minor}


def _by_payer(connection: Connection, query: Select[*tuple[Any, ...]]) -> dict[tuple[Payer, str], int]:
    found: dict[tuple[Payer, str], int] = defaultdict(int)
    for person, household, organisation, currency, minor in connection.execute(query):
        payer = Payer.of(person, household, organisation)
        if payer is not None:
            found[payer, currency] += minor
    return found


def payer_names(connection: Connection, payers: Iterable[Payer], locale: Locale) -> dict[UUID, str]:
    """What payers are called on lists: `Kessler, Dieter`; households by their name."""
    wanted = list(payers)
    people = ids_in({one.id for one in wanted if one.kind is PayerKind.PERSON})
    found = {key: list_name(name) for key, name in names_of(connection, people).items()}
    others = {one.id for one in wanted if one.kind is not PayerKind.PERSON}
    called = names(connection, others, locale.language, ("household", "organisation")) if others else {}
    return found | {key: named.text for key, named in called.items()}


@dataclass(frozen=True, slots=True)
class Account:
    """One payer with the dues of all years, the newest first, and what they have to their credit."""

    payer: Payer
    name: str
    lines: tuple[DuesLine, ...]
    credit: int
    currency: str

    @property
    def open(self) -> int:
        """Everything that is open, of all years."""
        return sum(one.open for one in self.lines)

    @property
    def proposed(self) -> Money:
        """What a payment would be: all that is open, less what is to their credit."""
        return Money(max(0, self.open - max(0, self.credit)), self.currency)

    def of_year(self, year: int) -> "Account":
        """The account with the dues of one year alone."""
        return replace(self, lines=tuple(one for one in self.lines if one.year == year))


def account(connection: Connection, payer: Payer, as_of: date, locale: Locale) -> Account:
    """The account of a payer on a day."""
    return accounts(connection, [payer], as_of, locale)[payer]


def accounts(
    connection: Connection, payers: Collection[Payer], as_of: date, locale: Locale
) -> dict[Payer, Account]:
    """The accounts of payers on a day, classes named in a language."""
    on = ground(connection, as_of)
    lines = _lines(connection, on, as_of, locale, Dues.id.is_not(None), payers)
    credit = credit_of_payers(connection, as_of, on.owner)
    called = payer_names(connection, payers, locale)
    found = {}
    for payer in payers:
        some = lines.get(payer, [])
        currency = some[0].amount.currency if some else on.currency
        held = credit.get((payer, currency), 0)
        found[payer] = Account(payer, called.get(payer.id, ""), tuple(some), held, currency)
    return found


def payers_of(connection: Connection, person_id: UUID, today: date) -> list[Payer]:
    """Who pays for a person: themselves and whoever is named for their memberships, the present one first.

    For somebody who is no member it is they themselves.
    """
    from hospes.queries.member_history import memberships_of

    found: dict[Payer, None] = {}
    for one in memberships_of(connection, person_id, today, ""):
        payer = Payer.of(one.payer_person_id, one.payer_household_id, one.payer_organisation_id)
        if payer is None and one.household_id is not None:
            payer = Payer(PayerKind.HOUSEHOLD, one.household_id)
        found[payer or Payer(PayerKind.PERSON, person_id)] = None
    own = Payer(PayerKind.PERSON, person_id)
    d = Dues
    has_own = connection.execute(select(d.id).where(d.person_id == person_id).limit(1)).first() is not None
    if has_own or not found:
        found[own] = None
    return list(found)


def payers_of_people(connection: Connection, people: Collection[UUID], today: date) -> set[Payer]:
    """Everybody who pays for these people."""
    return {payer for person in people for payer in payers_of(connection, person, today)}


def year_ends(connection: Connection, year: int) -> tuple[date, date]:
    """First and last day of an association's year."""
    span = year_span(year, association(connection).year_start)
    assert span.first is not None
    assert span.last is not None
    return span.first, span.last


CHIPS: dict[str, frozenset[DuesState] | None] = {
    "all": None,
    "open": frozenset({DuesState.OPEN, DuesState.PART}),
    "paid": frozenset({DuesState.PAID}),
    "free": frozenset({DuesState.FREE}),
}
"""Which states each quick filter of the list lets through; None for all."""


def let_through(rows: Iterable[PayerRow], chip: str, words: str = "") -> list[PayerRow]:
    """The rows a quick filter and some words let through, in their order."""
    states, parts = CHIPS[chip], fold(words).split()
    found = [row for row in rows if states is None or row.state in states]
    if not parts:
        return found
    return [
        row for row in found if all(part in fold(f"{row.name} {' '.join(row.class_names)}") for part in parts)
    ]


def in_order(rows: Sequence[PayerRow], key: str, *, descending: bool = False) -> list[PayerRow]:
    """Rows by name as they come, or by another column; equal ones stay by name."""
    keys: dict[str, Callable[[PayerRow], Any]] = {
        "class": lambda row: row.class_names,
        "owed": lambda row: row.total.owed,
        "paid": lambda row: row.total.paid,
        "open": lambda row: row.open,
        "state": lambda row: list(DuesState).index(row.state),
        "reminded": lambda row: row.last_reminder.on if row.last_reminder is not None else date.min,
    }
    if key not in keys:
        return list(reversed(rows)) if descending else list(rows)
    return sorted(rows, key=keys[key], reverse=descending)


def payer_options(connection: Connection, today: date, locale: Locale) -> list[tuple[str, str]]:
    """Everybody a payment may come from, as (code, words): people and organisations with a membership.

    A household is found by its people.
    """
    from hospes.domain.names import display_name
    from hospes.store.tables.members import Membership

    on = ground(connection, today)
    m = Membership
    query = pick(m.person_id, m.organisation_id, m.number).where(mine(m.owner_id, on))
    rows = [tuple(row) for row in connection.execute(query)]
    people = names_of(connection, ids_in({row[0] for row in rows if row[0] is not None}))
    firms = {row[1] for row in rows if row[1] is not None}
    called = names(connection, firms, locale.language, ("organisation",)) if firms else {}
    found = {}
    for person, firm, number in rows:
        if person in people:
            words = display_name(people[person])
            code = f"person:{person.hex}"
        elif firm in called:
            words, code = called[firm].text, f"organisation:{firm.hex}"
        else:
            continue
        found[code] = locale.text("{name}, no. {number}", name=words, number=number) if number else words
    return sorted(found.items(), key=lambda pair: locale.sort_key(pair[1]))
