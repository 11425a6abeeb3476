# SPDX-License-Identifier: GPL-3.0-or-later
"""Mandates, whom a collection would take money from, and the collections that were made."""

from collections import defaultdict
from collections.abc import Collection as Some
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, select

from hospes.domain.codes import MandateState
from hospes.domain.payers import Payer
from hospes.domain.sepa import (
    CollectionPlan,
    LeftOut,
    MandateFacts,
    MandateKind,
    Owed,
    PainVersion,
    ReturnReason,
    Sequence,
    lapses_on,
    plan_collection,
    trouble,
)
from hospes.domain.values import Money
from hospes.i18n.fold import fold
from hospes.i18n.locale import Locale
from hospes.queries.dues import accounts, payer_names, payer_rows
from hospes.queries.memberships import ground
from hospes.queries.paper_payers import recipients
from hospes.queries.scope import mine
from hospes.store.selections import pick
from hospes.store.tables.collections import Collection, CollectionItem
from hospes.store.tables.members import Mandate


@dataclass(frozen=True, slots=True)
class MandateLine:
    """A mandate as the list shows it."""

    facts: MandateFacts
    name: str
    version: int
    ended_on: date | None
    lapses: date | None
    trouble: LeftOut | None

    @property
    def id(self) -> UUID:
        """Of the mandate."""
        return self.facts.id

    @property
    def active(self) -> bool:
        """Can it still be used?"""
        return self.facts.state is MandateState.ACTIVE


@dataclass(frozen=True, slots=True)
class CollectionLine:
    """A collection with its sums, in cents."""

    id: UUID
    version: int
    year: int
    made_on: date
    due_on: date
    file_version: PainVersion
    booked_on: date | None
    count: int
    total: int
    returned: int
    returned_total: int
    fees: int

    @property
    def arrived(self) -> int:
        """What stays of it."""
        return self.total - self.returned_total


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One debit of a collection."""

    id: UUID
    payer: Payer | None
    name: str
    mandate: MandateFacts
    minor: int
    sequence: Sequence
    reference: str
    words: str
    payment_id: UUID | None
    returned_on: date | None
    reason: ReturnReason | None
    fee: int

    @property
    def amount(self) -> Money:
        """What is taken."""
        return Money(self.minor, "EUR")


def _mandates(
    connection: Connection, owner: UUID, payers: Some[Payer] | None = None
) -> list[tuple[MandateFacts, int, date | None]]:
    m = Mandate
    query = (
        pick(
            m.id, m.person_id, m.household_id, m.organisation_id, m.reference, m.iban, m.bic, m.account_name,
            m.signed_on, m.last_used_on, m.kind, m.state, m.version, m.ended_on,
        )
        .where(m.owner_id == owner)
        .order_by(m.id)
    )  # fmt: skip
    wanted = None if payers is None else set(payers)
    found = []
    for key, person, home, firm, *rest in connection.execute(query):
        payer = Payer.of(person, home, firm)
        if payer is not None and (wanted is None or payer in wanted):
            *facts, version, ended = rest
            found.append((MandateFacts(key, payer, *facts), version, ended))
    return found


def mandate_lines(
    connection: Connection,
    today: date,
    locale: Locale,
    payers: Some[Payer] | None = None,
    words: str = "",
) -> list[MandateLine]:
    """Mandates by the names of those they are of; `words` narrows them to some."""
    rows = _mandates(connection, ground(connection, today).owner, payers)
    called = payer_names(connection, {facts.payer for facts, _, _ in rows}, locale)
    parts = fold(words).split()
    found = []
    for facts, version, ended in rows:
        name = called.get(facts.payer.id, "")
        told = fold(f"{name} {facts.account_name} {facts.reference} {facts.iban}")
        if all(part in told for part in parts):
            why = trouble(facts, today) if facts.state is MandateState.ACTIVE else None
            lapses = lapses_on(facts.signed_on, facts.last_used_on)
            found.append(MandateLine(facts, name, version, ended, lapses, why))
    found.sort(key=lambda one: (locale.sort_key(one.name), one.facts.reference))
    return found


def usable_mandates(connection: Connection, on: date) -> dict[Payer, MandateFacts]:
    """The mandates by which payers can be collected from on a day; of several the newest."""
    found: dict[Payer, MandateFacts] = {}
    for facts, _, _ in _mandates(connection, ground(connection, on).owner):
        if facts.state is MandateState.ACTIVE and trouble(facts, on) is None:
            before = found.get(facts.payer)
            if before is None or (facts.signed_on or on) >= (before.signed_on or on):
                found[facts.payer] = facts
    return found


def planned_collection(
    connection: Connection, year: int, due_on: date, today: date, locale: Locale
) -> CollectionPlan:
    """Whom a collection of the dues up to a year would take money from, and whom not and why."""
    on = ground(connection, today)
    rows = payer_rows(connection, year, today, locale)
    owing = [row for row in rows if row.open or row.earlier]
    held = accounts(connection, [row.payer for row in owing], today, locale)
    whom = recipients(connection, [row.payer for row in owing], today, locale.code)
    owed = []
    for row in owing:
        lines = [one for one in held[row.payer].lines if one.open and one.year <= year]
        minor = sum(one.open for one in lines) - max(0, held[row.payer].credit)
        numbers = whom[row.payer].numbers if row.payer in whom else ()
        years = tuple(sorted({one.year for one in lines}))
        owed.append(Owed(row.payer, row.name, minor, row.currency, years, numbers))
    mandates: dict[Payer, list[MandateFacts]] = defaultdict(list)
    for facts, _, _ in _mandates(connection, on.owner):
        mandates[facts.payer].append(facts)
    c, i = Collection, CollectionItem
    query = (
        select(i.mandate_id)
        .join(c, c.id == i.collection_id)
        .where(mine(c.owner_id, on), c.booked_on.is_(None), i.returned_on.is_(None))
    )
    waiting = set(connection.scalars(query))
    under_way = {facts.payer for some in mandates.values() for facts in some if facts.id in waiting}
    return plan_collection(owed, mandates, due_on, under_way)


def collections(connection: Connection, today: date) -> list[CollectionLine]:
    """All collections, the newest first."""
    on = ground(connection, today)
    c, i = Collection, CollectionItem
    sums: dict[UUID, list[tuple[int, bool, int]]] = defaultdict(list)
    for key, minor, returned, fee in connection.execute(
        pick(i.collection_id, i.minor, i.returned_on, i.fee_minor)
    ):
        sums[key].append((minor, returned is not None, fee))
    query = (
        pick(c.id, c.version, c.year, c.made_on, c.due_on, c.version_of_file, c.booked_on)
        .where(mine(c.owner_id, on))
        .order_by(c.due_on.desc(), c.id.desc())
    )
    return [CollectionLine(*(*row, *_sums(sums[row[0]]))) for row in connection.execute(query)]


def _sums(debits: list[tuple[int, bool, int]]) -> tuple[int, int, int, int, int]:
    """How many, their sum, how many came back, their sum, and the fees."""
    back = [minor for minor, returned, _ in debits if returned]
    total = sum(minor for minor, _, _ in debits)
    return len(debits), total, len(back), sum(back), sum(fee for _, _, fee in debits)


def collection_items(connection: Connection, collection_id: UUID, locale: Locale) -> list[ItemLine]:
    """The debits of a collection, by name."""
    i, m = CollectionItem, Mandate
    query = (
        pick(
            i.id, m.person_id, m.household_id, m.organisation_id,
            m.id, m.reference, m.iban, m.bic, m.account_name, m.signed_on, m.last_used_on, m.kind, m.state,
            i.minor, i.sequence, i.reference, i.words, i.payment_id, i.returned_on, i.return_reason,
            i.fee_minor,
        )
        .join(m, m.id == i.mandate_id)
        .where(i.collection_id == collection_id)
    )  # fmt: skip
    rows = [tuple(row) for row in connection.execute(query)]
    payers = {payer for row in rows if (payer := Payer.of(*row[1:4])) is not None}
    called = payer_names(connection, payers, locale)
    found = []
    for row in rows:
        payer = Payer.of(*row[1:4])
        key, *facts = row[4:13]
        name = called.get(payer.id, "") if payer is not None else ""
        bank = MandateFacts(key, payer, *facts) if payer is not None else _nobody(key, facts)
        found.append(ItemLine(row[0], payer, name, bank, *row[13:]))
    found.sort(key=lambda one: (locale.sort_key(one.name), one.reference))
    return found


def _nobody(key: UUID, facts: list[object]) -> MandateFacts:
    """A mandate whose owner is gone; its facts prove the debit for as long as the law wants."""
    from hospes.domain.payers import PayerKind

    return MandateFacts(key, Payer(PayerKind.PERSON, key), *facts)  # type: ignore[arg-type]  # as the columns are


__all__ = [
    "CollectionLine", "ItemLine", "MandateKind", "MandateLine", "collection_items", "collections",
    "mandate_lines", "planned_collection",
]  # fmt: skip
