# SPDX-License-Identifier: GPL-3.0-or-later
"""What a list of payments is compared with: who may pay, by number and name, and what was paid already."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from hospes.domain.payers import Payer, PayerKind
from hospes.i18n.fold import fold
from hospes.queries.dues import payers_of
from hospes.queries.memberships import ground
from hospes.queries.person_facts import names_of
from hospes.queries.scope import there
from hospes.store.selections import pick
from hospes.store.tables.households import Household
from hospes.store.tables.members import Membership, Payment
from hospes.store.tables.organisations import Organisation


@dataclass(frozen=True, slots=True)
class KnownPayers:
    """Members and payers by what a list may call them, and the payments there are."""

    by_number: dict[str, tuple[UUID, ...]] = field(default_factory=dict)
    """People by their member numbers."""
    people: dict[tuple[str, str], tuple[UUID, ...]] = field(default_factory=dict)
    """People by folded given name and surname."""
    others: dict[str, tuple[Payer, ...]] = field(default_factory=dict)
    """Households and organisations by their folded names."""
    paid: Counter[tuple[UUID, date, int]] = field(default_factory=Counter)
    """How often a payer paid an amount on a day."""


def known_payers(connection: Connection, today: date) -> KnownPayers:
    """Everything a list of payments is compared with."""
    on = ground(connection, today)
    m, p = Membership, Payment
    numbers: dict[str, list[UUID]] = defaultdict(list)
    people: set[UUID] = set()
    for person, number in connection.execute(pick(m.person_id, m.number).where(m.owner_id == on.owner)):
        if person is not None:
            people.add(person)
            if number:
                numbers[number].append(person)
    named: dict[tuple[str, str], list[UUID]] = defaultdict(list)
    for person, name in names_of(connection, None).items():
        named[fold(name.given), fold(name.surname)].append(person)
    others: dict[str, list[Payer]] = defaultdict(list)
    for key, text in connection.execute(pick(Household.id, Household.name).where(there(Household))):
        others[fold(text)].append(Payer(PayerKind.HOUSEHOLD, key))
    for key, text in connection.execute(pick(Organisation.id, Organisation.name).where(there(Organisation))):
        others[fold(text)].append(Payer(PayerKind.ORGANISATION, key))
    paid: Counter[tuple[UUID, date, int]] = Counter()
    query = pick(p.person_id, p.household_id, p.organisation_id, p.on, p.minor).where(p.owner_id == on.owner)
    for person, household, firm, day, minor in connection.execute(query):
        payer = person or household or firm
        if payer is not None:
            paid[payer, day, minor] += 1
    return KnownPayers(
        {number: tuple(some) for number, some in numbers.items()},
        {
            key: tuple(sorted(some, key=lambda one: (one not in people, one.hex)))
            for key, some in named.items()
        },
        {text: tuple(some) for text, some in others.items()},
        paid,
    )


def payer_of_people(connection: Connection, people: Iterable[UUID], today: date) -> dict[UUID, Payer]:
    """Who pays for each of these people."""
    return {person: payers_of(connection, person, today)[0] for person in people}


def exported_payments(connection: Connection, today: date, language: str) -> list[dict[str, object]]:
    """All payments as rows of the exchange table, the oldest first."""
    from hospes.i18n.locale import Locale
    from hospes.queries.names import names
    from hospes.queries.payments import payment_rows
    from hospes.queries.scope import ids_in

    locale = Locale.of(language or "en")
    rows = list(reversed(payment_rows(connection, today, locale)))
    ids = {row.payer.id for row in rows if row.payer is not None}
    people = names_of(connection, ids_in(ids))
    called = names(connection, ids - people.keys(), language, ("household", "organisation"))
    m = Membership
    numbers = {
        person: number
        for person, number in connection.execute(pick(m.person_id, m.number).order_by(m.id))
        if person is not None
    }
    found: list[dict[str, object]] = []
    for row in rows:
        values: dict[str, object] = {
            "paid_on": row.on,
            "amount": row.amount,
            "currency": row.amount.currency,
            "method": row.method.value,
            "purpose": row.purpose.value,
            "dues_year": row.years[0] if len(row.years) == 1 else None,
            "payment_text": row.text,
            "receipt": row.receipt,
        }
        payer = row.payer
        if payer is not None and payer.id in people:
            name = people[payer.id]
            values |= {
                "number": numbers.get(payer.id, ""),
                "given_name": name.given,
                "family_name": " ".join(part for part in (name.surname_prefix, name.surname) if part),
            }
        elif payer is not None and payer.id in called:
            values[payer.kind.value] = called[payer.id].text
        found.append(values)
    return found
