# SPDX-License-Identifier: GPL-3.0-or-later
"""Who bears a part of a visit's costs without being on its list, and who could."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, and_, or_, select

from hospes.domain.budget import Account, PaymentLine, in_base, rate_of
from hospes.domain.codes import OrganisationKind
from hospes.domain.codes_visit import OfferState
from hospes.domain.cost_split import Bearer
from hospes.domain.grants import half_up
from hospes.domain.values import Money
from hospes.queries.names import names
from hospes.queries.scope import there
from hospes.store.selections import pick
from hospes.store.tables.budget import VisitBearer
from hospes.store.tables.households import Household
from hospes.store.tables.members import Payment
from hospes.store.tables.organisations import Organisation
from hospes.store.tables.stays import HostOffer
from hospes.store.tables.visits import Delegation, Visit

TOWNS = frozenset({OrganisationKind.TOWN_HALL, OrganisationKind.COUNCIL, OrganisationKind.AUTHORITY})
"""Offered before other organisations: towns bear a part more often than others."""

Rates = Iterable[tuple[str, Any]]
"""What one unit of each currency is worth, as it was entered in a visit's budget."""


@dataclass(frozen=True, slots=True)
class BearerOption:
    """Somebody who could bear a part. One of the two ids is there."""

    kind: Bearer
    household_id: UUID | None
    organisation_id: UUID | None
    name: str

    @property
    def ref(self) -> UUID:
        """The household or the organisation."""
        found = self.household_id or self.organisation_id
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class BearerRow:
    """Somebody who bears a part, with what they have paid of it."""

    id: UUID
    version: int
    who: BearerOption
    account: Account
    payments: tuple[PaymentLine, ...]
    shared: bool
    remarks: str = ""
    rate: str = ""
    """What one unit of another currency is worth in the association's, as it was entered here."""
    rate_on: date | None = None

    def account_in(self, base: str, rates: Rates) -> Account | None:
        """The account in the association's currency; None without a rate, entered here or in the budget."""
        account = self.account
        if account.owed.currency == base:
            return account
        rate = self.rate or str(dict(rates).get(account.owed.currency) or "")
        amounts = (account.owed, account.paid, account.deposit)
        known = [in_base(one.minor, one.currency, rate, base) for one in amounts]
        owed, paid, deposit = (None if one is None else Money(one, base) for one in known)
        if owed is None or paid is None or deposit is None:
            return None
        return Account(owed, paid, deposit)


def bearers_of(
    connection: Connection, visit_id: UUID, language: str, base: str = "", rates: Rates = ()
) -> tuple[BearerRow, ...]:
    """Everybody who bears a part of a visit: associations and towns before households, then by name.

    What the association itself bears is there already: nobody has to pay it in. With the association's
    currency as `base`, what came in it for a part in another currency counts by the rate.
    """
    b = VisitBearer
    query = pick(
        b.id,
        b.version,
        b.household_id,
        b.organisation_id,
        b.minor,
        b.currency,
        b.shared,
        b.remarks,
        b.rate,
        b.rate_on,
    ).where(b.visit_id == visit_id)
    rows = connection.execute(query.order_by(b.id)).all()
    if not rows:
        return ()
    kinds = _kinds(connection, visit_id)
    called = names(connection, {row[2] or row[3] for row in rows}, language, {"household", "organisation"})
    paid = _payments(connection, visit_id)
    found = []
    for id_, version, household, organisation, minor, currency, shared, remarks, rate, rate_on in rows:
        ref = household or organisation
        kind = Bearer.HOST if household is not None else kinds.get(organisation, Bearer.OTHER)
        payments = tuple(paid.get(ref, ()))
        owed = Money(minor, currency)
        worth = rate or str(dict(rates).get(currency) or "")
        came = owed if kind is Bearer.OWN else Money(_came(payments, currency, worth, base), currency)
        name = called[ref].text if ref in called else ""
        who = BearerOption(kind, household, organisation, name)
        account = Account(owed, came, Money(0, currency))
        found.append(BearerRow(id_, version, who, account, payments, shared, remarks, rate, rate_on))
    return tuple(sorted(found, key=lambda one: (_ORDER.index(one.who.kind), one.who.name.casefold())))


def _came(payments: Iterable[PaymentLine], currency: str, rate: str, base: str) -> int:
    """What was paid, in the currency of the part; money in a third currency is shown and not counted."""
    known, total = rate_of(rate), 0
    for one in payments:
        if one.amount.currency == currency:
            total += one.amount.minor
        elif one.amount.currency == base and known:
            total += half_up(one.amount.minor / known)
    return total


_ORDER = (Bearer.OWN, Bearer.PARTNER, Bearer.OTHER, Bearer.HOST, Bearer.PERSON)


def _kinds(connection: Connection, visit_id: UUID) -> Mapping[UUID, Bearer]:
    """Which organisations are the association itself, or one of a town or delegation of the visit."""
    d, o = Delegation, Organisation
    of_visit = d.visit_id == visit_id
    of_its_town = o.territory_id.in_(select(d.territory_id).where(of_visit))
    partners = select(o.id).where(
        there(o),
        or_(
            and_(o.kind == OrganisationKind.PARTNER_ASSOCIATION, of_its_town),
            o.id.in_(select(d.organisation_id).where(of_visit)),
        ),
    )
    found: dict[UUID, Bearer] = dict.fromkeys(connection.scalars(partners), Bearer.PARTNER)
    own = connection.scalars(select(Visit.owner_id).where(Visit.id == visit_id)).first()
    if own is not None:
        found[own] = Bearer.OWN
    return found


def _payments(connection: Connection, visit_id: UUID) -> Mapping[UUID, list[PaymentLine]]:
    p = Payment
    query = (
        pick(p.household_id, p.organisation_id, p.id, p.on, p.minor, p.currency, p.text)
        .where(p.visit_id == visit_id, p.person_id.is_(None), p.grant_id.is_(None))
        .order_by(p.on, p.id)
    )
    found: dict[UUID, list[PaymentLine]] = defaultdict(list)
    for household, organisation, id_, on, minor, currency, text in connection.execute(query):
        payer = household or organisation
        if payer is not None:
            found[payer].append(PaymentLine(id_, on, Money(minor, currency), text))
    return found


def bearer_options(connection: Connection, visit_id: UUID, language: str) -> tuple[BearerOption, ...]:
    """Who could bear a part: the associations, towns, host households of the visit, other organisations."""
    kinds = _kinds(connection, visit_id)
    o, h, f = Organisation, Household, HostOffer
    towns: list[UUID] = []
    others: list[UUID] = []
    here = set(connection.scalars(select(Delegation.territory_id).where(Delegation.visit_id == visit_id)))
    for id_, kind, town in connection.execute(pick(o.id, o.kind, o.territory_id).where(there(o))):
        (towns if kind in TOWNS and town in here else others).append(id_)
    homes = list(
        connection.scalars(
            select(h.id)
            .join(f, f.household_id == h.id)
            .where(f.visit_id == visit_id, f.state == OfferState.YES, there(h))
            .distinct()
        )
    )
    called = names(connection, {*towns, *others, *homes}, language, {"household", "organisation"})

    def options(ids: list[UUID], kind: Bearer | None = None) -> list[BearerOption]:
        some = [
            BearerOption(Bearer.HOST, id_, None, called[id_].text)
            if kind is Bearer.HOST
            else BearerOption(kinds.get(id_, Bearer.OTHER), None, id_, called[id_].text)
            for id_ in ids
            if id_ in called
        ]
        return sorted(some, key=lambda one: (_ORDER.index(one.kind), one.name.casefold()))

    organisations = options(others)
    associations = [one for one in organisations if one.kind is not Bearer.OTHER]
    rest = [one for one in organisations if one.kind is Bearer.OTHER]
    return (*associations, *options(towns), *options(homes, Bearer.HOST), *rest)
