# SPDX-License-Identifier: GPL-3.0-or-later
"""Grants of a visit: what was applied for, promised and received, what the scheme says, what is due."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from hospes.domain.budget import in_base, rate_of
from hospes.domain.codes_money import GrantState, LodgingKind
from hospes.domain.codes_visit import (
    DelegationRole,
    OfferState,
    ParticipationKind,
    ParticipationState,
    PresenceState,
)
from hospes.domain.funding import Scheme
from hospes.domain.grants import Cost, Estimate, Head, Project, estimate
from hospes.domain.grants_checks import Check, Deadline, DeadlineKind, checks, deadlines, next_deadline
from hospes.domain.values import Money
from hospes.queries.funding import SchemeRow, schemes
from hospes.queries.memberships import ground
from hospes.queries.names import names
from hospes.queries.participants_facts import party_countries
from hospes.queries.scope import ids_in, pick, there, valid_on
from hospes.queries.visits import COMING
from hospes.store.tables.budget import BudgetEligibility, BudgetLine
from hospes.store.tables.grants import GrantProof, GrantSignature, VisitGrant
from hospes.store.tables.households import HouseholdMember
from hospes.store.tables.members import Payment
from hospes.store.tables.participants import Presence
from hospes.store.tables.people import Person
from hospes.store.tables.stays import HostOffer
from hospes.store.tables.towns import Territory
from hospes.store.tables.visits import Delegation, Participation, Visit

PROMISED = (GrantState.PROMISED, GrantState.RECEIVED, GrantState.REPORTED, GrantState.CLOSED)
"""States in which the money can be reckoned with."""

WORKING = frozenset({ParticipationKind.INTERPRETER, ParticipationKind.DRIVER})


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


@dataclass(frozen=True, slots=True)
class GrantView:
    """A grant with its computation. `after` is there once somebody has signed or was there."""

    grant: GrantRow
    before: Estimate | None
    after: Estimate | None
    checks: tuple[Check, ...]
    deadlines: tuple[Deadline, ...]
    proofs: tuple[tuple[str, date | None], ...]
    signed: int
    expected: int
    """People the estimate before reckons with."""
    present: int
    """People who were ticked as there."""


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
    row: Any,  # noqa: ANN401  # a row of many columns
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


def grant_views(connection: Connection, visit_id: UUID, day: date, language: str) -> tuple[GrantView, ...]:
    """The grants of a visit with estimate, computation, checks, days and proofs."""
    rows = grants_of(connection, [visit_id], language).get(visit_id, [])
    if not rows:
        return ()
    base = project_of(connection, visit_id, day)
    people = _People(connection, visit_id, base.first or day, base)
    proofs = _proofs(connection, [row.id for row in rows])
    found = []
    for row in rows:
        others = tuple(
            (other.scheme_code, other.name)
            for other in rows
            if other.id != row.id and other.state is not GrantState.REFUSED
        )
        found.append(_view(connection, row, replace(base, other_schemes=others), people, proofs[row.id]))
    return tuple(found)


def _view(
    connection: Connection, row: GrantRow, base: Project, people: "_People", done: Mapping[str, date | None]
) -> GrantView:
    signed, present = people.signed(row.id), people.present()
    expected = people.expected()
    if row.scheme is None:
        return GrantView(row, None, None, (), (), (), len(signed), len(expected), len(present))
    project = replace(
        base,
        distance_km=row.distance_km,
        green=row.green,
        lodging=row.lodging,
        interpreter_days=row.interpreter_days,
        programme_days=row.programme_days,
        income_minor=plan_income(connection, row.visit_id, base),
    )
    planned = replace(project, heads=expected, costs=_costs(connection, row, base, real=False))
    before = estimate(row.scheme, planned)
    after = None
    counted = signed or present
    if counted:
        real = replace(project, heads=counted, costs=_costs(connection, row, base, real=True))
        after = estimate(row.scheme, real)
        planned = replace(planned, heads=counted)
    days = deadlines(row.scheme, base.first, base.last)
    return GrantView(
        row,
        before,
        after,
        checks(row.scheme, planned),
        days,
        tuple((code, done.get(code)) for code in row.scheme.proofs),
        len(signed),
        len(expected),
        len(present),
    )


def _proofs(connection: Connection, grants: list[UUID]) -> dict[UUID, dict[str, date | None]]:
    found: dict[UUID, dict[str, date | None]] = defaultdict(dict)
    query = pick(GrantProof.grant_id, GrantProof.proof, GrantProof.done_on)
    for grant, proof, day in connection.execute(query.where(GrantProof.grant_id.in_(ids_in(grants)))):
        found[grant][proof] = day
    return found


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


def _costs(connection: Connection, row: GrantRow, base: Project, *, real: bool) -> tuple[Cost, ...]:
    line, e = BudgetLine, BudgetEligibility
    query = (
        pick(
            line.category, line.planned_minor, line.real_minor, line.currency, line.rate, line.in_kind,
            e.accepted, e.minor,
        )
        .join(e, (e.line_id == line.id) & (e.grant_id == row.id), isouter=True)
        .where(line.visit_id == row.visit_id, line.side == "cost")
    )  # fmt: skip
    found = []
    for category, planned, spent, currency, rate, in_kind, accepted, part in connection.execute(query):
        minor = spent if real and spent is not None else planned
        if real and spent is None and planned is not None:
            minor = 0
        value = in_base(minor or 0, currency, rate, base.base)
        if value is None:
            continue
        taken = None
        if accepted is False:
            taken = 0
        elif accepted:
            taken = value if part is None else min(value, in_base(part, currency, rate, base.base) or 0)
        found.append(Cost(category, value, taken, in_kind))
    return tuple(found)


def plan_income(connection: Connection, visit_id: UUID, base: Project) -> int:
    """What the plan counts on, in the association's currency, with grants and shares."""
    from hospes.queries.budget import planned_income

    return planned_income(connection, visit_id, base)


class _People:
    """Who counts, before and after."""

    def __init__(self, connection: Connection, visit_id: UUID, on: date, project: Project) -> None:
        self.project = project
        p, d = Participation, Delegation
        countries = party_countries(connection, visit_id)
        query = (
            pick(
                p.id, p.person_id, p.kind, p.state, p.delegation_id, d.role, p.arrival_on, p.departure_on,
                d.arrival_on, d.departure_on, Person.birth,
            )
            .join(Person, Person.id == p.person_id)
            .join(d, d.id == p.delegation_id, isouter=True)
            .where(p.visit_id == visit_id, there(Person))
            .order_by(p.registered_at, p.id)
        )  # fmt: skip
        self.states: dict[UUID, ParticipationState] = {}
        self.heads: dict[UUID, Head] = {}
        known = set()
        for (
            id_,
            person,
            kind,
            state,
            delegation,
            role,
            arrival,
            departure,
            first,
            last,
            birth,
        ) in connection.execute(query):
            travelling = kind is not ParticipationKind.HOST and role is not DelegationRole.HOSTING
            known.add(person)
            self.states[id_] = state
            self.heads[id_] = Head(
                id_, travelling, countries.get(delegation, "") or ("" if travelling else project.country),
                birth.age_on(on) if birth is not None else None,
                kind is ParticipationKind.LEADER, kind in WORKING,
                arrival or first or project.first, departure or last or project.last,
            )  # fmt: skip
        self.hosts = self._hosts(connection, visit_id, on, known)
        self.signatures = self._signatures(connection)
        self.presence = self._presence(connection)

    def _hosts(self, connection: Connection, visit_id: UUID, on: date, known: set[UUID]) -> list[Head]:
        """The people of the host families take part too, though nobody registers them."""
        m, o = HouseholdMember, HostOffer
        query = (
            pick(m.person_id, Person.birth)
            .join(o, o.household_id == m.household_id)
            .join(Person, Person.id == m.person_id)
            .where(o.visit_id == visit_id, o.state == OfferState.YES, valid_on(m, on))
            .where(there(Person), Person.deceased.is_(False))
            .order_by(m.person_id)
        )
        project = self.project
        return [
            Head(
                person, False, project.country, birth.age_on(on) if birth is not None else None,
                first=project.first, last=project.last,
            )
            for person, birth in dict(connection.execute(query).all()).items()
            if person not in known
        ]  # fmt: skip

    def _signatures(self, connection: Connection) -> dict[UUID, dict[UUID, tuple[date | None, date | None]]]:
        s = GrantSignature
        found: dict[UUID, dict[UUID, tuple[date | None, date | None]]] = defaultdict(dict)
        query = pick(s.grant_id, s.participation_id, s.first, s.last)
        for grant, participation, first, last in connection.execute(
            query.where(s.participation_id.in_(ids_in(self.heads)))
        ):
            found[grant][participation] = (first, last)
        return found

    def _presence(self, connection: Connection) -> dict[UUID, list[date]]:
        found: dict[UUID, list[date]] = defaultdict(list)
        query = pick(Presence.participation_id, Presence.day).where(
            Presence.participation_id.in_(ids_in(self.heads)),
            Presence.state.in_((PresenceState.HERE, PresenceState.LEFT_EARLY)),
        )
        for participation, day in connection.execute(query.order_by(Presence.day)):
            found[participation].append(day)
        return found

    def expected(self) -> tuple[Head, ...]:
        """Everybody who is reckoned with; while nobody is registered, the expected number of guests."""
        found = [head for id_, head in self.heads.items() if self.states[id_] in COMING]
        project = self.project
        if not any(head.travelling for head in found) and project.expected:
            found += [
                Head(at, True, first=project.first, last=project.last) for at in range(project.expected)
            ]
        return (*found, *self.hosts)

    def signed(self, grant: UUID) -> tuple[Head, ...]:
        """Who signed the list of a grant, with the days signed for."""
        return tuple(
            replace(self.heads[id_], first=first or self.heads[id_].first, last=last or self.heads[id_].last)
            for id_, (first, last) in self.signatures[grant].items()
        )

    def present(self) -> tuple[Head, ...]:
        """Who was ticked as being there, from the first to the last day ticked."""
        return tuple(
            replace(self.heads[id_], first=days[0], last=days[-1]) for id_, days in self.presence.items()
        )


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
                Visit.binned_at.is_(None), Visit.id.in_(select(VisitGrant.visit_id))
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
