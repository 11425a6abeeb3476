# SPDX-License-Identifier: GPL-3.0-or-later
"""What actions about money ask of the file: open dues of payers, and money of theirs that is free."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from sqlalchemy import ColumnElement, func, literal_column, or_, select

from hospes.domain.codes import PaymentPurpose
from hospes.domain.payers import Payer, PayerKind
from hospes.domain.settling import Debt
from hospes.store.tables.members import Dues, Payment, PaymentShare
from hospes.store.writer import Writer


def of_payers(table: type[Dues] | type[Payment], payers: Collection[Payer]) -> ColumnElement[bool]:
    """Rows about one of these payers."""
    columns = {
        PayerKind.PERSON: table.person_id,
        PayerKind.HOUSEHOLD: table.household_id,
        PayerKind.ORGANISATION: table.organisation_id,
    }
    return or_(*(columns[one.kind] == one.id for one in payers))


def _ours(table: type[Dues] | type[Payment], owner: UUID) -> ColumnElement[bool]:
    """Rows of the association, found by another condition first.

    Nearly all rows are ours. SQLite would look through all of them for one payer's; the sign before the
    column keeps it from that index, and the one of the payer's column is taken.
    """
    column = table.__table__.c.owner_id
    return literal_column(f"+{column}", column.type) == owner


def debts(w: Writer, owner: UUID, currency: str, condition: ColumnElement[bool]) -> list[Debt]:
    """Dues with something open, for a condition on them."""
    paid = func.coalesce(func.sum(PaymentShare.minor), 0)
    query = (
        select(Dues.id, Dues.year, Dues.minor - paid, Dues.due_on)
        .join(PaymentShare, PaymentShare.dues_id == Dues.id, isouter=True)
        .where(_ours(Dues, owner), Dues.currency == currency, Dues.waived.is_(False), condition)
        .group_by(Dues.id)
        .having(Dues.minor > paid)
    )
    return [Debt(*row) for row in w.execute(query)]


def debts_by_payer(
    w: Writer, owner: UUID, year: int, *, earlier: bool = False
) -> dict[tuple[Payer, str], list[Debt]]:
    """All open dues of a year, with those of years before where wanted, by payer and currency."""
    paid = func.coalesce(func.sum(PaymentShare.minor), 0)
    d = Dues
    query = (
        select(
            d.person_id, d.household_id, d.organisation_id, d.currency, d.id, d.year, d.minor - paid, d.due_on
        )
        .join(PaymentShare, PaymentShare.dues_id == d.id, isouter=True)
        .where(d.owner_id == owner, d.year <= year if earlier else d.year == year, d.waived.is_(False))
        .group_by(d.id)
        .having(d.minor > paid)
        .order_by(d.id)
    )
    found: dict[tuple[Payer, str], list[Debt]] = defaultdict(list)
    for person, household, organisation, currency, key, of_year, minor, due_on in w.execute(query):
        payer = Payer.of(person, household, organisation)
        if payer is not None:
            found[payer, currency].append(Debt(key, of_year, minor, due_on))
    return dict(found)


def free_money(
    w: Writer, owner: UUID, payers: Collection[Payer] | None = None
) -> dict[tuple[Payer, str], list[tuple[UUID, int]]]:
    """Payments for dues that are not used up, by payer and currency, the oldest first.

    What was given back is taken off the oldest money that is free.
    """
    p, used = Payment, func.coalesce(func.sum(PaymentShare.minor), 0)
    query = (
        select(p.id, p.person_id, p.household_id, p.organisation_id, p.currency, p.minor - used)
        .join(PaymentShare, PaymentShare.payment_id == p.id, isouter=True)
        .where(_ours(p, owner) if payers is not None else p.owner_id == owner)
        .where(p.purpose == PaymentPurpose.DUES)
        .group_by(p.id)
        .having(p.minor != used)
        .order_by(p.on, p.id)
    )
    if payers is not None:
        query = query.where(of_payers(p, payers))
    found: dict[tuple[Payer, str], list[tuple[UUID, int]]] = defaultdict(list)
    back: dict[tuple[Payer, str], int] = defaultdict(int)
    for payment_id, person, household, organisation, currency, rest in w.execute(query):
        payer = Payer.of(person, household, organisation)
        if payer is None:
            continue
        if rest > 0:
            found[payer, currency].append((payment_id, rest))
        else:
            back[payer, currency] -= rest
    for key, given in back.items():
        parts, left = [], given
        for payment_id, rest in found[key]:
            taken = min(left, rest)
            left -= taken
            if rest > taken:
                parts.append((payment_id, rest - taken))
        found[key] = parts
    return found
