# SPDX-License-Identifier: GPL-3.0-or-later
"""What entries of a bank statement are compared with: who owes, numbers, accounts, what is there."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.codes import MandateState
from hospes.domain.payers import Payer, PayerKind
from hospes.domain.statement import Candidate, Ground
from hospes.domain.statement_back import LATEST, DebitThere
from hospes.i18n.locale import Locale
from hospes.queries.collections import collections
from hospes.queries.dues import accounts, payer_names
from hospes.queries.memberships import ground
from hospes.queries.paper_payers import recipients
from hospes.store.selections import pick
from hospes.store.tables.cash import CashEntry
from hospes.store.tables.collections import Collection, CollectionItem
from hospes.store.tables.members import Dues, Mandate, Payment

BANK = "bank"


def statement_ground(connection: Connection, today: date, locale: Locale) -> Ground:
    """Everybody who ever owed dues, with what is open; accounts from mandates; payments that are there."""
    on = ground(connection, today)
    d, m, p = Dues, Mandate, Payment
    who = pick(d.person_id, d.household_id, d.organisation_id).where(d.owner_id == on.owner).distinct()
    payers = [payer for row in connection.execute(who) if (payer := Payer.of(*row)) is not None]
    payers.sort(key=str)
    ibans: dict[Payer, list[str]] = defaultdict(list)
    query = pick(m.person_id, m.household_id, m.organisation_id, m.iban, m.state).where(
        m.owner_id == on.owner
    )
    for person, home, firm, iban, state in connection.execute(query):
        payer = Payer.of(person, home, firm)
        if payer is not None and iban and state is MandateState.ACTIVE:
            ibans[payer].append("".join(iban.split()))
    held = accounts(connection, payers, today, locale)
    whom = recipients(connection, payers, today, locale.code)
    candidates = []
    for payer in payers:
        account, reached = held[payer], whom.get(payer)
        names: tuple[tuple[str, str], ...] = ()
        if reached is not None:
            names = tuple((one.given, one.surname) for one in reached.names)
        if payer.kind is PayerKind.ORGANISATION:
            names = (("", account.name),)
        years = tuple(one.open for one in account.lines if one.open)
        candidates.append(
            Candidate(
                payer, account.name, names, reached.numbers if reached is not None else (),
                tuple(ibans.get(payer, ())), account.proposed.minor, years, account.currency,
            )
        )  # fmt: skip
    paid: Counter[tuple[Payer, date, int]] = Counter()
    keys = set(connection.scalars(select(p.source_id).where(p.owner_id == on.owner, p.source == BANK)))
    query = pick(p.person_id, p.household_id, p.organisation_id, p.on, p.minor).where(
        p.owner_id == on.owner, p.source != BANK
    )
    for person, home, firm, day, minor in connection.execute(query):
        payer = Payer.of(person, home, firm)
        if payer is not None:
            paid[payer, day, minor] += 1
    sums = [(one.total, one.due_on) for one in collections(connection, today)]
    e = CashEntry
    filed = connection.scalars(select(e.source_id).where(e.owner_id == on.owner, e.source == BANK))
    debits = debits_there(connection, on.owner, locale, today)
    keys |= {one.key for one in debits if one.key}
    return Ground(tuple(candidates), frozenset(keys), paid, tuple(sums), debits, frozenset(filed))


def debits_there(connection: Connection, owner: UUID, locale: Locale, today: date) -> tuple[DebitThere, ...]:
    """The debits of all collections that may still come back, or came back, with what tells them."""
    c, i, m = Collection, CollectionItem, Mandate
    query = (
        pick(
            m.person_id, m.household_id, m.organisation_id, m.reference.label("mandate_reference"), m.iban,
            m.account_name, i.id, i.minor, i.reference, i.returned_on, i.return_key, c.due_on,
        )
        .join(m, m.id == i.mandate_id)
        .join(c, c.id == i.collection_id)
        .where(c.owner_id == owner, c.due_on > today - timedelta(days=2 * LATEST))
        .order_by(c.due_on, i.reference)
    )  # fmt: skip
    rows = connection.execute(query).all()
    payers = {payer for row in rows if (payer := Payer.of(*row[:3])) is not None}
    called = payer_names(connection, payers, locale)
    whom = recipients(connection, sorted(payers, key=str), today, locale.code)
    found = []
    for row in rows:
        payer = Payer.of(*row[:3])
        names, surnames = [row.account_name], []
        if payer is not None and payer in whom:
            names += [f"{one.given} {one.surname}" for one in whom[payer].names]
            surnames += [one.surname for one in whom[payer].names]
        found.append(
            DebitThere(
                row.id, payer, called.get(payer.id, "") if payer is not None else "", row.minor, row.due_on,
                row.reference, row.mandate_reference, "".join(row.iban.split()), tuple(filter(None, names)),
                tuple(filter(None, surnames)), row.returned_on, row.return_key,
            )
        )  # fmt: skip
    return tuple(found)
