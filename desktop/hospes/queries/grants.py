# SPDX-License-Identifier: GPL-3.0-or-later
"""Grants of a visit: what was applied for, promised and received, what the scheme says, what is due."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from hospes.domain.budget import rate_of
from hospes.domain.codes_money import GrantState, LodgingKind
from hospes.domain.funding import Scheme
from hospes.domain.grants import Project
from hospes.domain.grants_checks import DeadlineKind, deadlines, next_deadline
from hospes.domain.values import Money
from hospes.queries.funding import SchemeRow, schemes
from hospes.queries.memberships import ground
from hospes.queries.names import names
from hospes.queries.scope import ids_in, owned
from hospes.store.selections import Picked, pick
from hospes.store.tables.budget import BudgetLine
from hospes.store.tables.grants import GrantSignature, VisitGrant
from hospes.store.tables.members import Payment
from hospes.store.tables.towns import Territory
from hospes.store.tables.visits import Visit

PROMISED = (GrantState.PROMISED, GrantState.RECEIVED, GrantState.REPORTED, GrantState.CLOSED)
"""States in which the money can be reckoned with."""


@dataclass(frozen=True, slots=True)
class GrantRow:
    """A grant of a visit with everything the panel shows."""

    id: UUID
    version: int
    visit_id: UUID
    scheme_code: str
    name: str
    organisation_id: UUID | None
    funder: str
    """Written by hand, where there is neither a scheme nor an organisation."""
    state: GrantState
    applied: Money | None
    promised: Money | None
    received: Money
    currency: str
    applied_on: date | None
    promised_on: date | None
    report_due: date | None
    """As entered; the scheme's own day stands in `deadlines`."""
    reported_on: date | None
    reference: str
    conditions: str
    distance_km: int | None
    green: bool
    lodging: LodgingKind
    interpreter_days: int
    programme_days: int | None
    scheme: Scheme | None = None

    @property
    def reckoned(self) -> Money:
        """What can be reckoned with: what came, or was promised. Nothing before."""
        if self.state not in PROMISED:
            return Money(0, self.currency)
        if self.promised is None:
            return self.received
        return self.promised

    @property
    def hoped(self) -> Money:
        """What the plan counts on: promised, else applied for; nothing once it is refused."""
        if self.state is GrantState.REFUSED:
            return Money(0, self.currency)
        if self.state in PROMISED:
            return self.reckoned
        return self.applied or Money(0, self.currency)


_G = VisitGrant
_COLUMNS = (
    _G.id, _G.version, _G.visit_id, _G.scheme, _G.own_scheme_id, _G.organisation_id, _G.name, _G.state,
    _G.applied_minor, _G.promised_minor, _G.currency, _G.applied_on, _G.promised_on, _G.report_due,
    _G.reported_on, _G.reference, _G.conditions, _G.distance_km, _G.green, _G.lodging, _G.interpreter_days,
    _G.programme_days,
)  # fmt: skip


def grants_of(connection: Connection, visits: Iterable[UUID], language: str) -> dict[UUID, list[GrantRow]]:
    """The grants of visits, in the order they were put in."""
    query = pick(*_COLUMNS).where(_G.visit_id.in_(ids_in(visits))).order_by(_G.position, _G.id)
    rows = connection.execute(query).all()
    found: dict[UUID, list[GrantRow]] = defaultdict(list)
    if not rows:
        return found
    known = schemes(connection)
    called = names(connection, [row[5] for row in rows if row[5]], language, {"organisation"})
    received = _received(connection, [row[0] for row in rows])
    for row in rows:
        one = _grant(row, known, language, called, received)
        found[one.visit_id].append(one)
    return found


def _received(connection: Connection, grants: Iterable[UUID]) -> dict[UUID, dict[str, int]]:
    query = (
        select(Payment.grant_id, Payment.currency, func.sum(Payment.minor))
        .where(Payment.grant_id.in_(ids_in(grants)))
        .group_by(Payment.grant_id, Payment.currency)
    )
    found: dict[UUID, dict[str, int]] = defaultdict(dict)
    for grant, currency, minor in connection.execute(query):
        if grant is not None:
            found[grant][currency] = minor
    return found


def _grant(
    row: Picked,
    known: Mapping[str, SchemeRow],
    language: str,
    called: Mapping[UUID, Any],
    received: Mapping[UUID, Mapping[str, int]],
) -> GrantRow:
    (
        id_, version, visit, scheme_code, own, organisation, funder, state, applied, promised, currency,
        applied_on, promised_on, report_due, reported_on, reference, conditions, km, green, lodging,
        interpreter, programme,
    ) = row  # fmt: skip
    code = own.hex if own is not None else scheme_code
    scheme = known[code].scheme if code in known else None
    name = funder or (scheme.name(language) if scheme is not None else "")
    if not name and organisation in called:
        name = called[organisation].text
    return GrantRow(
        id_, version, visit, code, name, organisation, funder, state,
        None if applied is None else Money(applied, currency),
        None if promised is None else Money(promised, currency),
        Money(received.get(id_, {}).get(currency, 0), currency),
        currency, applied_on, promised_on, report_due, reported_on, reference, conditions, km, green, lodging,
        interpreter, programme, scheme,
    )  # fmt: skip


# ---- the visit as funders see it ------------------------------------------------------------------------


def project_of(connection: Connection, visit_id: UUID, day: date) -> Project:
    """Days, place and rates of a visit; heads and costs are filled in for each grant."""
    query = (
        pick(Visit.first, Visit.last, Visit.expected_guests, Territory.country)
        .join(Territory, Territory.id == Visit.territory_id, isouter=True)
        .where(Visit.id == visit_id)
    )
    first, last, expected, country = connection.execute(query).first() or (None, None, None, "")
    base = ground(connection, day).currency
    return Project(
        first, last, country or "", base=base, rates=rates_of(connection, visit_id), expected=expected
    )


def rates_of(connection: Connection, visit_id: UUID) -> tuple[tuple[str, Any], ...]:
    """The newest rate that was entered for each currency of a visit's budget."""
    line = BudgetLine
    query = (
        pick(line.currency, line.rate)
        .where(line.visit_id == visit_id, line.rate != "")
        .order_by(line.rate_on.is_not(None), line.rate_on, line.id)
    )
    found = {}
    for currency, text in connection.execute(query):
        rate = rate_of(text)
        if rate is not None:
            found[currency] = rate
    return tuple(found.items())


# ---- what is due ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DueGrant:
    """A day of a grant that comes near."""

    grant_id: UUID
    visit_id: UUID
    kind: DeadlineKind
    on: date
    name: str
    amount: Money | None


def due_grants(connection: Connection, upto: date, language: str) -> list[DueGrant]:
    """Applications and reports that are due by a day and not done (REQ-3-06)."""
    visits = {
        row[0]: (row[1], row[2])
        for row in connection.execute(
            pick(Visit.id, Visit.first, Visit.last).where(
                Visit.binned_at.is_(None),
                Visit.id.in_(select(VisitGrant.visit_id)),
                owned(connection, Visit.owner_id),
            )
        )
    }
    found = []
    for visit, rows in grants_of(connection, visits, language).items():
        first, last = visits[visit]
        for row in rows:
            found += [one for one in _due(row, first, last) if one.on <= upto]
    return sorted(found, key=lambda one: (one.on, one.name))


def _due(row: GrantRow, first: date | None, last: date | None) -> Iterable[DueGrant]:
    days = deadlines(row.scheme, first, last) if row.scheme is not None else ()
    if row.state is GrantState.PLANNED:
        one = next_deadline(days, (DeadlineKind.NOTICE, DeadlineKind.APPLY))
        if one is not None:
            yield DueGrant(row.id, row.visit_id, one.kind, one.on, row.name, row.applied)
    elif row.state in (GrantState.PROMISED, GrantState.RECEIVED) and row.reported_on is None:
        report = next_deadline(days, (DeadlineKind.REPORT,))
        on = row.report_due or (report.on if report is not None else None)
        if on is not None:
            yield DueGrant(row.id, row.visit_id, DeadlineKind.REPORT, on, row.name, row.promised)


def signed_of(connection: Connection, grant_id: UUID) -> list[UUID]:
    """The participations that signed the list of a grant."""
    query = select(GrantSignature.participation_id).where(GrantSignature.grant_id == grant_id)
    return list(connection.scalars(query))
