# SPDX-License-Identifier: GPL-3.0-or-later
"""Gifts of a calendar year, by donor; which receipts can be written for them; receipts that were written."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from hospes.domain.addresses import PostalAddress, address_lines
from hospes.domain.codes import PaymentPurpose, ReceiptKind, SeriesKind
from hospes.domain.donations import (
    GiftDetail,
    GiftFact,
    PlannedReceipt,
    ReceiptPlan,
    TaxFacts,
    less_what_went_back,
    plan_receipts,
)
from hospes.domain.donations_codes import GIFTS, DuesDeductible, ReceiptForm
from hospes.domain.donations_copy import Copy, Written, freeze
from hospes.domain.donations_numbers import Series, next_numbers, series_of
from hospes.domain.donations_texts import FormTexts
from hospes.domain.names import display_name
from hospes.domain.payers import Payer, PayerKind
from hospes.i18n.locale import Locale
from hospes.queries.association import association, owner_of_file
from hospes.queries.donations_rules import SPOKEN, form_texts, tax_facts
from hospes.queries.dues import payer_names
from hospes.queries.paper_payers import Recipient, recipients
from hospes.queries.person_facts import names_of
from hospes.queries.scope import ids_in, there
from hospes.store.selections import pick
from hospes.store.tables.events import Blob
from hospes.store.tables.members import (
    Gift,
    NumberSeries,
    Payment,
    PaymentShare,
    Receipt,
    ReceiptItem,
)
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.people import Person


@dataclass(frozen=True, slots=True)
class DonorRow:
    """A donor with what they gave in a year."""

    donor: Payer
    name: str
    gifts: tuple[GiftFact, ...]
    addressed: bool
    foreign: bool = False

    @property
    def id(self) -> UUID:
        """For lists."""
        return self.donor.id

    @property
    def minor(self) -> int:
        """The sum, after what went back."""
        return sum(one.minor for one in self.gifts)

    @property
    def with_receipt(self) -> int:
        """How much of it has a receipt."""
        return sum(one.minor for one in self.gifts if one.receipt)

    @property
    def currency(self) -> str:
        """The currency of the first gift; others are told beside it."""
        return self.gifts[0].currency if self.gifts else "EUR"


@dataclass(frozen=True, slots=True)
class ReceiptLine:
    """A donation receipt that was written."""

    id: UUID
    number: str
    issued_on: date
    name: str
    donor: Payer | None
    form: ReceiptForm | None
    first: date | None
    last: date | None
    minor: int
    currency: str
    handed_on: date | None
    cancelled_on: date | None
    cancelled_reason: str
    copy: Copy | None = None
    paper_sha: str | None = None


@dataclass(frozen=True, slots=True)
class ReadyReceipt:
    """A receipt as it would be written now: its frozen words, and what it is about."""

    planned: PlannedReceipt
    name: str
    copy: Copy
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class ReadyReceipts:
    """All receipts that can be written now, and what is left out."""

    receipts: tuple[ReadyReceipt, ...]
    plan: ReceiptPlan
    names: dict[UUID, str]


def gifts_of_year(
    connection: Connection, year: int, *, dues: bool, donors: Collection[Payer] | None = None
) -> list[GiftFact]:
    """Gifts that came in a calendar year, and dues where they count; by day."""
    p, g = Payment, Gift
    wanted = [*GIFTS, PaymentPurpose.DUES] if dues else list(GIFTS)
    query = (
        pick(
            p.id, p.person_id, p.household_id, p.organisation_id, p.on, p.minor, p.currency, p.purpose,
            p.method, g.id, g.what, g.condition, g.origin, g.value_basis, g.proof, g.spent_on, g.claim,
            g.claim_on,
        )
        .join(g, g.payment_id == p.id, isouter=True)
        .where(
            p.owner_id == owner_of_file(connection),
            p.purpose.in_(wanted),
            p.on >= date(year, 1, 1),
            p.on <= date(year, 12, 31),
            p.minor > 0,
        )
        .order_by(p.on, p.id)
    )  # fmt: skip
    if donors is not None:
        query = query.where(_of(donors, Payment))
    rows = [tuple(row) for row in connection.execute(query)]
    ids = [row[0] for row in rows]
    receipts, back = receipts_of(connection, ids), _went_back(connection, ids)
    used = _for_dues(connection, [row[0] for row in rows if row[7] is PaymentPurpose.DUES])
    found = []
    for key, person, home, firm, on, minor, currency, purpose, method, detail, *facts in rows:
        counted = used.get(key, 0) if purpose is PaymentPurpose.DUES else minor
        if purpose is PaymentPurpose.DUES and not counted:
            continue  # all of it stands to their credit: it is nobody's dues yet
        gone = back.get(key, 0)
        found.append(
            GiftFact(
                key, Payer.of(person, home, firm), on, counted - gone, currency, purpose, method,
                GiftDetail(*facts) if detail is not None else None, receipts.get(key, ""), gone,
            )
        )  # fmt: skip
    return less_what_went_back(found, _dues_back(connection, year) if dues else {})


def _of(donors: Collection[Payer], table: type[Payment] | type[Receipt]) -> ColumnElement[bool]:
    """Whose row it is; ids are unique over all kinds of payers."""
    wanted = ids_in([one.id for one in donors])
    whose = (table.person_id, table.household_id, table.organisation_id)
    return or_(*(column.in_(wanted) for column in whose))


def receipts_of(connection: Connection, payments: Iterable[UUID]) -> dict[UUID, str]:
    """The numbers of valid donation receipts by payment; receipts of old name only one payment themselves."""
    r, i = Receipt, ReceiptItem
    ids = ids_in(payments)
    valid = (r.kind == ReceiptKind.DONATION, r.cancelled_on.is_(None))
    old = select(r.payment_id, r.number).where(*valid, r.payment_id.in_(ids))
    new = select(i.payment_id, r.number).join(r, r.id == i.receipt_id).where(*valid, i.payment_id.in_(ids))
    found = {row[0]: row[1] for row in connection.execute(old) if row[0] is not None}
    return found | {row[0]: row[1] for row in connection.execute(new)}


def _went_back(connection: Connection, payments: Iterable[UUID]) -> dict[UUID, int]:
    """How much of gifts went back to their donors."""
    p, g = Payment, Gift
    query = (
        select(g.returns_id, func.sum(p.minor))
        .join(p, p.id == g.payment_id)
        .where(g.returns_id.in_(ids_in(payments)))
        .group_by(g.returns_id)
    )
    return {key: -minor for key, minor in connection.execute(query) if key is not None}


def _for_dues(connection: Connection, payments: Iterable[UUID]) -> dict[UUID, int]:
    s = PaymentShare
    query = (
        select(s.payment_id, func.sum(s.minor))
        .where(s.payment_id.in_(ids_in(payments)))
        .group_by(s.payment_id)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def _dues_back(connection: Connection, year: int) -> dict[tuple[Payer, str], int]:
    """Dues that went back in a calendar year, by payer."""
    p, s = Payment, PaymentShare
    query = (
        select(p.person_id, p.household_id, p.organisation_id, p.currency, func.sum(s.minor))
        .join(s, s.payment_id == p.id)
        .where(
            p.owner_id == owner_of_file(connection),
            p.minor < 0,
            p.on >= date(year, 1, 1),
            p.on <= date(year, 12, 31),
        )
        .group_by(p.person_id, p.household_id, p.organisation_id, p.currency)
    )
    found: dict[tuple[Payer, str], int] = {}
    for person, home, firm, currency, minor in connection.execute(query):
        payer = Payer.of(person, home, firm)
        if payer is not None:
            found[payer, currency] = -minor
    return found


def donors(connection: Connection, year: int, today: date, locale: Locale) -> list[DonorRow]:
    """Who gave something in a calendar year, by name; dues among it where they count."""
    facts = tax_facts(connection, today)
    gifts = gifts_of_year(connection, year, dues=facts.dues is DuesDeductible.YES)
    by_donor: dict[Payer, list[GiftFact]] = defaultdict(list)
    for one in gifts:
        if one.donor is not None:
            by_donor[one.donor].append(one)
    own = association(connection)
    called = payer_names(connection, by_donor, locale)
    whom = recipients(connection, set(by_donor), today, own.language or "en")
    rows = [
        DonorRow(
            donor, called.get(donor.id, ""), tuple(some), _addressed(whom.get(donor)),
            _foreign(whom.get(donor), own.country),
        )
        for donor, some in by_donor.items()
    ]  # fmt: skip
    return sorted(rows, key=lambda row: locale.sort_key(row.name))


def nameless(connection: Connection, year: int) -> int:
    """How many gifts of a year nobody is named for."""
    return sum(1 for one in gifts_of_year(connection, year, dues=False) if one.donor is None)


def _addressed(whom: Recipient | None) -> bool:
    return whom is not None and whom.address is not None and bool(whom.address.town)


def _foreign(whom: Recipient | None, home: str) -> bool:
    if whom is None or whom.address is None:
        return False
    return bool(whom.address.country) and whom.address.country != home


def gift_years(connection: Connection, today: date) -> list[int]:
    """Calendar years with gifts or receipts, the newest first; this year and the last always."""
    p = Payment
    query = select(func.min(p.on)).where(
        p.owner_id == owner_of_file(connection), or_(*(p.purpose == one for one in GIFTS))
    )
    first = connection.execute(query).scalar()
    begin = min(first.year if first is not None else today.year, today.year - 1)
    return list(range(today.year, begin - 1, -1))


def ready_receipts(
    connection: Connection,
    year: int,
    today: date,
    device: str,
    locale: Locale,
    donors: Collection[Payer] | None = None,
    *,
    each: bool = False,
    without: Collection[Payer] = (),
) -> ReadyReceipts:
    """The receipts that can be written today for gifts of a calendar year, with their numbers."""
    facts, texts = tax_facts(connection, today), form_texts(connection, today)
    own = association(connection)
    gifts = [
        one for one in gifts_of_year(connection, year, dues=True, donors=donors) if one.donor not in without
    ]
    payers = {one.donor for one in gifts if one.donor is not None}
    whom = recipients(connection, payers, today, SPOKEN.get(own.country, own.language or "en"))
    called = payer_names(connection, payers, locale)
    addressed = {donor: _addressed(whom.get(donor)) for donor in payers}
    order = {donor: locale.sort_key(called.get(donor.id, "")) for donor in payers}
    gifts.sort(key=lambda one: (one.donor is None, order.get(one.donor, b"") if one.donor else b"", one.on))
    plan = plan_receipts(gifts, addressed, facts, year, today, each=each)
    if texts is None:
        return ReadyReceipts((), plan, called)
    numbers = peek_numbers(connection, own.id, device, today, len(plan.receipts))
    spoken = SPOKEN[own.country]
    made = []
    for planned, number in zip(plan.receipts, numbers, strict=True):
        recipient = whom[planned.donor]
        written = Written(number, today, donor_lines(recipient, own.country, spoken), spoken)
        copy = freeze(planned, facts, texts, written)
        made.append(
            ReadyReceipt(planned, called.get(planned.donor.id, ""), copy, _foreign(recipient, own.country))
        )
    return ReadyReceipts(tuple(made), plan, called)


def donor_lines(recipient: Recipient, home: str, spoken: str) -> tuple[str, ...]:
    """Name and address of a donor as they stand on the form."""
    a = recipient.address
    if a is None:
        return (recipient.envelope,)
    address = PostalAddress(a.care_of, a.extra, a.street, a.postcode, a.town, a.region, a.country)
    return address_lines((recipient.envelope,), address, Locale.of(spoken), home)


def peek_numbers(
    connection: Connection, owner: UUID, device: str, today: date, count: int
) -> tuple[str, ...]:
    """The numbers the next receipts get, without taking them."""
    s = NumberSeries
    rows = connection.execute(
        select(s.device, s.pattern, s.next).where(s.owner_id == owner, s.kind == SeriesKind.DONATION)
    ).all()
    known = {whose: Series(pattern, at) for whose, pattern, at in rows}
    return next_numbers(series_of(known, device), today.year, used_numbers(connection, owner), count)[0]


def used_numbers(connection: Connection, owner: UUID) -> frozenset[str]:
    """Numbers that donation receipts have, valid or cancelled."""
    r = Receipt
    query = select(r.number).where(r.owner_id == owner, r.kind == ReceiptKind.DONATION)
    return frozenset(connection.execute(query).scalars())


# ---- receipts that were written ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ReceiptFilter:
    """Which receipts: about gifts of a year, or written in one; of one donor; by id or number."""

    year: int | None = None
    written: bool = False
    donors: Collection[Payer] | None = None
    ids: Collection[UUID] | None = None
    number: str = ""


def receipt_lines(connection: Connection, wanted: ReceiptFilter, locale: Locale) -> list[ReceiptLine]:
    """Donation receipts in the order they were written."""
    r, p = Receipt, Payment
    query = (
        pick(
            r.id, r.number, r.issued_on, r.person_id, r.household_id, r.organisation_id, r.form,
            func.coalesce(r.first, p.on), func.coalesce(r.last, p.on), func.coalesce(r.minor, p.minor, 0),
            func.coalesce(p.currency, r.currency), r.handed_on, r.cancelled_on, r.cancelled_reason, r.copy,
            r.paper_sha,
        )
        .join(p, p.id == r.payment_id, isouter=True)
        .where(r.owner_id == owner_of_file(connection), r.kind == ReceiptKind.DONATION)
        .order_by(r.issued_on, func.length(r.number), r.number)
    )  # fmt: skip
    if wanted.year is not None:
        first, last = date(wanted.year, 1, 1), date(wanted.year, 12, 31)
        day = r.issued_on if wanted.written else func.coalesce(r.first, p.on)
        query = query.where(and_(day >= first, day <= last))
    if wanted.ids is not None:
        query = query.where(r.id.in_(ids_in(wanted.ids)))
    if wanted.number:
        query = query.where(r.number == wanted.number)
    if wanted.donors is not None:
        query = query.where(_of(wanted.donors, Receipt))
    rows: list[tuple[Any, ...]] = [tuple(row) for row in connection.execute(query)]
    whose = {row[0]: Payer.of(*row[3:6]) for row in rows}
    called = payer_names(connection, {one for one in whose.values() if one is not None}, locale)
    found = []
    for row in rows:
        donor = whose[row[0]]
        name = called.get(donor.id, "") if donor is not None else ""
        values: list[Any] = [*row[:3], name, donor, *row[6:]]
        found.append(ReceiptLine(*values))
    return found


def kept_sheet(connection: Connection, receipt: UUID) -> bytes | None:
    """The sheet of a receipt as it was written; None where none was kept."""
    query = select(Blob.data).join(Receipt, Receipt.paper_sha == Blob.sha256).where(Receipt.id == receipt)
    return connection.execute(query).scalar()


@dataclass(frozen=True, slots=True)
class YearSum:
    """How many receipts and how much: what France wants declared (domain 4.2)."""

    count: int
    minor: int


def year_sum(lines: Iterable[ReceiptLine]) -> YearSum:
    """Count and sum of the receipts that are valid."""
    valid = [one for one in lines if one.cancelled_on is None]
    return YearSum(len(valid), sum(one.minor for one in valid))


def facts_now(connection: Connection, today: date) -> tuple[TaxFacts, FormTexts | None]:
    """What the association says about itself and the words of its forms, read together."""
    return tax_facts(connection, today), form_texts(connection, today)


def donor_options(connection: Connection, locale: Locale) -> list[tuple[str, str]]:
    """Everybody a gift may come from, as (code, words): people, members or not, and organisations."""
    ids = connection.execute(select(Person.id).where(there(Person))).scalars().all()
    people = names_of(connection, ids_in(ids))
    found = [(str(Payer(PayerKind.PERSON, key)), display_name(name)) for key, name in people.items()]
    query = select(Organisation.id, Organisation.name).where(
        there(Organisation), Organisation.is_own.is_(False)
    )
    found += [(str(Payer(PayerKind.ORGANISATION, row[0])), row[1]) for row in connection.execute(query)]
    return sorted(found, key=lambda one: locale.sort_key(one[1]))
